// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace outpost::errors {
/// The cloud does not know this e-mail address with this password.
inline constexpr ErrorCode kWeatherXmSignInRefused{"weatherxm.signInRefused", ExitClass::Locked};
/// Nobody is signed in, or the session ended and cannot be renewed.
inline constexpr ErrorCode kWeatherXmSignInNeeded{"weatherxm.signInNeeded", ExitClass::Locked};
/// The cloud answered something that its own app would not understand either. args: host.
inline constexpr ErrorCode kWeatherXmShape{"weatherxm.shape", ExitClass::Unreachable};
/// The cloud said no. args: its words.
inline constexpr ErrorCode kWeatherXmRefused{"weatherxm.refused", ExitClass::Refused};
inline constexpr ErrorCode kWeatherXm[] = {kWeatherXmSignInRefused, kWeatherXmSignInNeeded, kWeatherXmShape,
                                           kWeatherXmRefused};
} // namespace outpost::errors
