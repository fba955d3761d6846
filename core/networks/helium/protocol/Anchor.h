// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Bytes.h"

#include <array>

namespace outpost::helium {

/// The eight bytes that tell Anchor's instructions and accounts apart. They are hashes of names and are written out
/// here; a test derives them again.
using Discriminator = std::array<std::uint8_t, 8>;

consteval Discriminator discriminator(std::string_view hex)
{
    const auto digit = [](char c) -> unsigned {
        if (c >= '0' && c <= '9')
            return static_cast<unsigned>(c - '0');
        if (c >= 'a' && c <= 'f')
            return static_cast<unsigned>(c - 'a' + 10);
        throw "not hex";
    };
    if (hex.size() != 16)
        throw "not eight bytes";
    Discriminator out{};
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = static_cast<std::uint8_t>(digit(hex[2 * i]) << 4 | digit(hex[2 * i + 1]));
    return out;
}

/// Instructions: first bytes of SHA-256("global:" + name).
namespace instruction {
inline constexpr Discriminator kIssueEntityV0 = discriminator("e8c27a44a7f677c5");
inline constexpr Discriminator kIssueDataOnlyEntityV0 = discriminator("bf60f52e3f49cf11");
inline constexpr Discriminator kOnboardIotHotspotV0 = discriminator("2d1881260e41070f");
inline constexpr Discriminator kOnboardDataOnlyIotHotspotV0 = discriminator("62b37f333abfaebc");
inline constexpr Discriminator kUpdateIotInfoV0 = discriminator("d3ebcd1d6d569927");
inline constexpr Discriminator kInitializeCompressionRecipientV0 = discriminator("509097151a90daae");
inline constexpr Discriminator kSetCurrentRewardsWrapperV2 = discriminator("fb93f1b425970d7f");
inline constexpr Discriminator kDistributeCompressionRewardsV0 = discriminator("a030b8390569e947");
inline constexpr Discriminator kDistributeCustomDestinationV0 = discriminator("52268acb365ff0b6");
inline constexpr Discriminator kUpdateCompressionDestinationV0 = discriminator("75c8372c3ec3c951");
inline constexpr Discriminator kMintDataCreditsV0 = discriminator("4e6da984905edd39");
inline constexpr Discriminator kTransfer = discriminator("a334c8e78c0345ba"); ///< bubblegum
} // namespace instruction

/// Accounts: first bytes of SHA-256("account:" + Name).
namespace accountKind {
inline constexpr Discriminator kKeyToAssetV0 = discriminator("ea28f4409aab1db1");
inline constexpr Discriminator kIotHotspotInfoV0 = discriminator("79d035f5c7a6f64f");
inline constexpr Discriminator kMobileHotspotInfoV0 = discriminator("79c874d129f1e4b8");
inline constexpr Discriminator kMakerV0 = discriminator("61c46792b02147eb");
inline constexpr Discriminator kDataOnlyConfigV0 = discriminator("1e7a3809426a3fbc");
inline constexpr Discriminator kRewardableEntityConfigV0 = discriminator("b99a82e909a1960d");
inline constexpr Discriminator kRecipientV0 = discriminator("ae0ec7d9ce6c9a32");
inline constexpr Discriminator kLazyDistributorV0 = discriminator("87bab9fc0a4d63a7");
inline constexpr Discriminator kDataCreditsV0 = discriminator("aba2be6036d6d6a2");
inline constexpr Discriminator kSubDaoV0 = discriminator("13051f7090d65280");
inline constexpr Discriminator kMintWindowedCircuitBreakerV0 = discriminator("cd470f9e61b6a1ba");
inline constexpr Discriminator kAccountWindowedCircuitBreakerV0 = discriminator("860b45645a84aebb");
} // namespace accountKind

/// The oracle's statement is hashed like an account of this name would be; its value is part of the protocol.
inline constexpr Discriminator kSetCurrentRewardsMessage = discriminator("31d561bed315efca");

} // namespace outpost::helium
