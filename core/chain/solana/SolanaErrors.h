// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace outpost::errors {

inline constexpr ErrorCode kSolanaMalformed{"solana.malformed", ExitClass::Refused};
inline constexpr ErrorCode kSolanaTooLarge{"solana.tooLarge", ExitClass::Refused};
inline constexpr ErrorCode kSolanaTooManyAccounts{"solana.tooManyAccounts", ExitClass::Refused};
inline constexpr ErrorCode kSolanaUnsupportedVersion{"solana.unsupportedVersion", ExitClass::Refused};
inline constexpr ErrorCode kSolanaLookupTableMissing{"solana.lookupTableMissing", ExitClass::Refused};
inline constexpr ErrorCode kSolanaNotASigner{"solana.notASigner", ExitClass::Refused};
inline constexpr ErrorCode kSolanaBadSignature{"solana.badSignature", ExitClass::Refused};
/// What a server says an account holds has another shape than documented.
inline constexpr ErrorCode kSolanaBadAccountData{"solana.badAccountData", ExitClass::Unreachable};
/// A transaction built by a server is not the one that Outpost would have built.
inline constexpr ErrorCode kSolanaDiffersFromPlan{"solana.differsFromPlan", ExitClass::Refused};
inline constexpr ErrorCode kSolana[] = {kSolanaMalformed,          kSolanaTooLarge,           kSolanaTooManyAccounts,
                                        kSolanaUnsupportedVersion, kSolanaLookupTableMissing, kSolanaNotASigner,
                                        kSolanaBadSignature,       kSolanaBadAccountData,     kSolanaDiffersFromPlan};

} // namespace outpost::errors
