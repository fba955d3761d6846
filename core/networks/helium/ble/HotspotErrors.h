// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace outpost::errors {
inline constexpr ErrorCode kHotspotWifiWrongPassphrase{"helium.wifiWrongPassphrase", ExitClass::Device};
inline constexpr ErrorCode kHotspotWifiNotFound{"helium.wifiNotFound", ExitClass::Device};
inline constexpr ErrorCode kHotspotWifiFailed{"helium.wifiFailed", ExitClass::Device};
inline constexpr ErrorCode kHotspotWifiTimeout{"helium.wifiTimeout", ExitClass::Device};
inline constexpr ErrorCode kHotspotWifiOpenNetwork{"helium.wifiOpenNetwork", ExitClass::Refused};
/// The device answers what this protocol does not say.
inline constexpr ErrorCode kHotspotNonsense{"helium.deviceNonsense", ExitClass::Device};
/// Firmware from before the network moved: it cannot sign its registration.
inline constexpr ErrorCode kHotspotStaleFirmware{"helium.staleFirmware", ExitClass::Device};
inline constexpr ErrorCode kHotspotSignTimeout{"helium.signTimeout", ExitClass::Device};
inline constexpr ErrorCode kHotspotNotReady{"helium.deviceNotReady", ExitClass::Device};
inline constexpr ErrorCode kHotspot[] = {kHotspotWifiWrongPassphrase, kHotspotWifiNotFound,    kHotspotWifiFailed,
                                         kHotspotWifiTimeout,         kHotspotWifiOpenNetwork, kHotspotNonsense,
                                         kHotspotStaleFirmware,       kHotspotSignTimeout,     kHotspotNotReady};
} // namespace outpost::errors
