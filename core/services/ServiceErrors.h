// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace outpost::errors {
/// The decoder does not know everything in the transaction.
inline constexpr ErrorCode kGateNotUnderstood{"gate.notUnderstood", ExitClass::Refused};
/// The transaction is dangerous in a named way; args: the danger.
inline constexpr ErrorCode kGateDangerous{"gate.dangerous", ExitClass::Refused};
/// Simulation and decoder disagree about what leaves the wallet.
inline constexpr ErrorCode kGateMismatch{"gate.mismatch", ExitClass::Refused};
/// It would take more from the wallet than the approved plan says.
inline constexpr ErrorCode kGateOverLimit{"gate.overLimit", ExitClass::Refused};
/// A server's transaction is not the one that the plan asked for.
inline constexpr ErrorCode kGateNotAsPlanned{"gate.notAsPlanned", ExitClass::Refused};
inline constexpr ErrorCode kGateForeignFeePayer{"gate.foreignFeePayer", ExitClass::Refused};
/// Two hosts disagree about an account that matters.
inline constexpr ErrorCode kGateSourcesDisagree{"gate.sourcesDisagree", ExitClass::Refused};
/// The network's simulation says that it would fail; args: its last words.
inline constexpr ErrorCode kGateWouldFail{"gate.wouldFail", ExitClass::Refused};
/// Not enough of an asset; args: needed, there, symbol.
inline constexpr ErrorCode kNotEnough{"services.notEnough", ExitClass::Refused};
/// Not sent: the network refused it outright; args: its words.
inline constexpr ErrorCode kSendRefused{"services.sendRefused", ExitClass::Refused};
/// Sent, but it failed on the network; args: its words.
inline constexpr ErrorCode kSendFailed{"services.sendFailed", ExitClass::Refused};
/// Sent, and not yet known whether it happened.
inline constexpr ErrorCode kSendUnknown{"services.sendUnknown", ExitClass::Unreachable};
inline constexpr ErrorCode kExpired{"services.expired", ExitClass::Refused};
inline constexpr ErrorCode kNoWallet{"services.noWallet", ExitClass::Locked};
inline constexpr ErrorCode kWalletLocked{"services.walletLocked", ExitClass::Locked};
inline constexpr ErrorCode kNothingToCollect{"services.nothingToCollect", ExitClass::Refused};
/// There is something to collect, and nothing of it can be collected now; args: the reasons (ids of phrases).
inline constexpr ErrorCode kAllLeftOut{"services.allLeftOut", ExitClass::Refused};
inline constexpr ErrorCode kNotOffered{"services.notOffered", ExitClass::NotOffered};
inline constexpr ErrorCode kDeviceAway{"services.deviceAway", ExitClass::Device};
inline constexpr ErrorCode kUnknownFlow{"services.unknownFlow", ExitClass::Internal};
inline constexpr ErrorCode kTooManyAttempts{"services.tooManyAttempts", ExitClass::Unreachable};
// The file of `data export`
/// A byte was changed, the end is missing, or it is another kind of file.
inline constexpr ErrorCode kDataDamaged{"data.damaged", ExitClass::Storage};
inline constexpr ErrorCode kDataTooNew{"data.tooNew", ExitClass::Storage};
inline constexpr ErrorCode kDataIsDemo{"data.isDemo", ExitClass::Refused};
inline constexpr ErrorCode kDataIsReal{"data.isReal", ExitClass::Refused};
inline constexpr ErrorCode kDataWrongPassword{"data.wrongPassword", ExitClass::Locked};
/// Typed twice without being seen, and not the same.
inline constexpr ErrorCode kPasswordsDiffer{"data.passwordsDiffer", ExitClass::Usage};
inline constexpr ErrorCode kServices[] = {
    kGateNotUnderstood,   kGateDangerous,       kGateMismatch,  kGateOverLimit, kGateNotAsPlanned,
    kGateForeignFeePayer, kGateSourcesDisagree, kGateWouldFail, kNotEnough,     kSendRefused,
    kSendFailed,          kSendUnknown,         kExpired,       kNoWallet,      kWalletLocked,
    kNothingToCollect,    kAllLeftOut,          kNotOffered,    kDeviceAway,    kUnknownFlow,
    kTooManyAttempts,     kDataDamaged,         kDataTooNew,    kDataIsDemo,    kDataIsReal,
    kDataWrongPassword,   kPasswordsDiffer};
} // namespace outpost::errors
