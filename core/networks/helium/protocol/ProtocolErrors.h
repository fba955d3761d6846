// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace outpost::errors {
inline constexpr ErrorCode kHeliumBadAddress{"helium.badAddress", ExitClass::Usage};
/// The registration that a device signed cannot be read.
inline constexpr ErrorCode kHeliumBadRegistration{"helium.badRegistration", ExitClass::Device};
/// It is signed, but not by the key of the device that it names.
inline constexpr ErrorCode kHeliumRegistrationForged{"helium.registrationForged", ExitClass::Refused};
/// An account on the chain has another shape than documented.
inline constexpr ErrorCode kHeliumBadAccount{"helium.badAccount", ExitClass::Unreachable};
/// A proof for a compressed asset that does not lead to the root it names, or is too short for its tree.
inline constexpr ErrorCode kHeliumBadProof{"helium.badProof", ExitClass::Unreachable};
/// An oracle's statement that is not about the asked device, or not signed by the oracle that the chain names.
inline constexpr ErrorCode kHeliumBadOracleMessage{"helium.badOracleMessage", ExitClass::Refused};
inline constexpr ErrorCode kHeliumProtocol[] = {kHeliumBadAddress, kHeliumBadRegistration, kHeliumRegistrationForged,
                                                kHeliumBadAccount, kHeliumBadProof,        kHeliumBadOracleMessage};
} // namespace outpost::errors
