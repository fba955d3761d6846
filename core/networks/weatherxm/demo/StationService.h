// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/Demo.h"

namespace outpost::weatherxmdemo {

/// The network's cloud, api.weatherxm.com, as far as the Android app's sources (WeatherXM/wxm-android) document it:
/// signing in, own stations, their rewards, and the public map. Any e-mail address signs in with a password of eight
/// characters or more that does not contain "wrong".
std::unique_ptr<demo::HttpService> stationService();

} // namespace outpost::weatherxmdemo
