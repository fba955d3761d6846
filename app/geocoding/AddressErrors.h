// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace outpost::errors {

/// The person has not agreed to ask the server: args = {host}.
inline constexpr ErrorCode kAddressNotAgreed{"address.notAgreed", ExitClass::Refused};
inline constexpr ErrorCode kAddressOff{"address.off", ExitClass::Refused};
/// Not the address of a server that may be asked.
inline constexpr ErrorCode kAddressBadServer{"address.badServer", ExitClass::Usage};
/// A server beyond this computer, on the demo.
inline constexpr ErrorCode kAddressDemoServer{"address.demoServer", ExitClass::Refused};
/// Nothing that a server could look for: no letters, a link, too long, as many words as recovery words are.
inline constexpr ErrorCode kAddressNotOne{"address.notOne", ExitClass::Usage};
inline constexpr ErrorCode kAddressNothingFound{"address.nothingFound", ExitClass::Refused}; ///< args = {host}
/// More than one, where one is needed: args = {host, how many}.
inline constexpr ErrorCode kAddressSeveral{"address.several", ExitClass::Refused};
inline constexpr ErrorCode kAddress[] = {kAddressNotAgreed, kAddressOff,          kAddressBadServer, kAddressDemoServer,
                                         kAddressNotOne,    kAddressNothingFound, kAddressSeveral};

} // namespace outpost::errors
