// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace outpost::solana::errors {

inline constexpr ErrorCode kMalformedMessage{"solana.malformedMessage", ExitClass::Refused};
inline constexpr ErrorCode kTooLarge{"solana.tooLarge", ExitClass::Refused};
inline constexpr ErrorCode kTooManyAccounts{"solana.tooManyAccounts", ExitClass::Refused};
inline constexpr ErrorCode kUnsupportedVersion{"solana.unsupportedVersion", ExitClass::Refused};
inline constexpr ErrorCode kLookupTableMissing{"solana.lookupTableMissing", ExitClass::Refused};
inline constexpr ErrorCode kNotASigner{"solana.notASigner", ExitClass::Refused};
inline constexpr ErrorCode kBadSignature{"solana.badSignature", ExitClass::Refused};
inline constexpr ErrorCode kBadAccountData{"solana.badAccountData", ExitClass::Unreachable};
inline constexpr ErrorCode kDiffersFromPlan{"solana.differsFromPlan", ExitClass::Refused};
inline constexpr ErrorCode kAll[] = {kMalformedMessage, kTooLarge,     kTooManyAccounts, kUnsupportedVersion,
                                     kLookupTableMissing, kNotASigner, kBadSignature,    kBadAccountData,
                                     kDiffersFromPlan};

} // namespace outpost::solana::errors
