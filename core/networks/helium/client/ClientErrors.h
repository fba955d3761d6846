// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace outpost::errors {
/// The network's own services answered something that their documentation does not say. args: which one.
inline constexpr ErrorCode kHeliumServiceShape{"helium.serviceShape", ExitClass::Unreachable};
/// A service said no. args: its words.
inline constexpr ErrorCode kHeliumServiceRefused{"helium.serviceRefused", ExitClass::Refused};
/// The chain names a rewards oracle whose host is not one that Outpost talks to. args: host.
inline constexpr ErrorCode kHeliumUnknownOracle{"helium.unknownOracle", ExitClass::Refused};
/// Registered to somebody else. args: the owner.
inline constexpr ErrorCode kHeliumOwnedByOther{"helium.ownedByOther", ExitClass::Refused};
/// The place read back from the chain is not the one that was sent.
inline constexpr ErrorCode kHeliumPlaceMismatch{"helium.placeMismatch", ExitClass::Refused};
/// Credits have to be bought and the wallet has not enough of the token. args: needed, there.
inline constexpr ErrorCode kHeliumNotEnoughForCredits{"helium.notEnoughForCredits", ExitClass::Refused};
/// An antenna's gain that the network does not take. args: least, most, in dBi.
inline constexpr ErrorCode kHeliumGainOutOfRange{"helium.gainOutOfRange", ExitClass::Refused};
inline constexpr ErrorCode kHeliumClient[] = {kHeliumServiceShape,  kHeliumServiceRefused, kHeliumUnknownOracle,
                                              kHeliumOwnedByOther,  kHeliumPlaceMismatch,  kHeliumNotEnoughForCredits,
                                              kHeliumGainOutOfRange};
} // namespace outpost::errors
