// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace outpost::errors {
inline constexpr ErrorCode kLinkNotFound{"links.notFound", ExitClass::Device};
inline constexpr ErrorCode kLinkLost{"links.lost", ExitClass::Device};
inline constexpr ErrorCode kLinkTimeout{"links.timeout", ExitClass::Device};
inline constexpr ErrorCode kLinkRefused{"links.refused", ExitClass::Device};
inline constexpr ErrorCode kLinkBusy{"links.busy", ExitClass::Device};
inline constexpr ErrorCode kLinkNoCharacteristic{"links.noCharacteristic", ExitClass::Device};
inline constexpr ErrorCode kLinkNoAdapter{"links.noAdapter", ExitClass::Device};
inline constexpr ErrorCode kLinkRadioOff{"links.radioOff", ExitClass::Device};
inline constexpr ErrorCode kLinkNoPermission{"links.noPermission", ExitClass::Device};
inline constexpr ErrorCode kLinkUnsupported{"links.unsupported", ExitClass::Device};
inline constexpr ErrorCode kLinkFailed{"links.failed", ExitClass::Device};
inline constexpr ErrorCode kLinks[] = {
    kLinkNotFound, kLinkLost,         kLinkTimeout,          kLinkRefused,     kLinkBusy,  kLinkNoAdapter,
    kLinkRadioOff, kLinkNoPermission, kLinkNoCharacteristic, kLinkUnsupported, kLinkFailed};
} // namespace outpost::errors
