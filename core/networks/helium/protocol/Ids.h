// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chain/solana/Programs.h"

/// Programs and mints of the network, as its repositories publish them (helium-program-library, docs.helium.com). They
/// come from the build and cannot be overridden.
namespace outpost::helium {

using solana::PublicKey;

namespace program {
inline constexpr PublicKey kEntityManager = PublicKey::literal("hemjuPXBpNvggtaUnN1MwT3wrdhttKEfosTcc2P9Pg8");
inline constexpr PublicKey kSubDaos = PublicKey::literal("hdaoVTCqhfHHo75XdAMxBKdUqvq1i5bF23sisBqVgGR");
inline constexpr PublicKey kLazyDistributor = PublicKey::literal("1azyuavdMyvsivtNxPoz6SucD18eDHeXzFCUPq5XU7w");
inline constexpr PublicKey kRewardsOracle = PublicKey::literal("rorcfdX4h9m9swCKgcypaHJ8NGYVANBpmV9EHn3cYrF");
inline constexpr PublicKey kDataCredits = PublicKey::literal("credMBJhYFzfn7NxBMdU4aUqFggAjgztaCcv2Fo6fPT");
inline constexpr PublicKey kCircuitBreaker = PublicKey::literal("circAbx64bbsscPbQzZAUvuXpHqrCe6fLMzc2uKXz9g");
inline constexpr PublicKey kBubblegum = PublicKey::literal("BGUMAp9Gq7iTEuizy4pqaxsTyUCBK68MDfK752saRPUY");
inline constexpr PublicKey kCompression = PublicKey::literal("cmtDvXumGCrqC1Age74AVPhSRVXJMd8PJS91L8KbNCK");
inline constexpr PublicKey kNoop = PublicKey::literal("noopb9bkMVfRPU8AsbpTUg8AQkHtKwMYZiFUjNRtMmV");
inline constexpr PublicKey kTokenMetadata = PublicKey::literal("metaqbxxUerdq28cj1RbAWkYQm3ybzjb6a8bt518x1s");
/// Owners of price accounts: Pyth's receiver, and its newer one.
inline constexpr PublicKey kPythReceiver = PublicKey::literal("rec5EKMGg6MxZYaMdyBfgwp4d5rB9T1VQH5pJv5LtFJ");
inline constexpr PublicKey kPythReceiverPro = PublicKey::literal("rec2HHDDnjLfj4kE7VyEtFA1HPGQLK33259532cRyHp");
} // namespace program

namespace mint {
inline constexpr PublicKey kHnt = PublicKey::literal("hntyVP6YFm1Hg25TN9WGLqM12b8TQmcknKrdu1oxWux");
inline constexpr PublicKey kMobile = PublicKey::literal("mb1eu7TzEc71KxDpsmsKoucSSuuoGLv1drys1oP2jh6");
inline constexpr PublicKey kIot = PublicKey::literal("iotEVVZLEywoTn1QdwNPddxPWszn3zFhEot3MfL9fns");
inline constexpr PublicKey kDc = PublicKey::literal("dcuc8Amr83Wz27ZkQ2K9NS6r8zRpf1J6cvArEBDZDmm");
inline constexpr PublicKey kUsdc = PublicKey::literal("EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v");
} // namespace mint

inline constexpr int kHntDecimals = 8;
inline constexpr int kIotDecimals = 6;
inline constexpr int kMobileDecimals = 6;
inline constexpr int kDcDecimals = 0;
/// 1 DC costs 0.00001 USD by the network's rules.
inline constexpr std::int64_t kDcPerUsd = 100'000;

/// Co-signs every registration after it has checked the device's signature.
inline constexpr PublicKey kEccVerifier = PublicKey::literal("eccSAJM3tq7nQSpQTm8roxv4FPoipCkMsGizW2KBhqZ");
/// The network's common lookup table.
inline constexpr PublicKey kCommonLookupTable = PublicKey::literal("43eY9L2spbM2b1MPDFFBStUiFGt29ziZ1nc1xbpzsfVt");

/// Keys that only exist once per network instance: the demo network has its own.
struct NetworkKeys {
    PublicKey eccVerifier = kEccVerifier;
};

} // namespace outpost::helium
