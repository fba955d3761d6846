// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/net/HttpClient.h"

namespace outpost::app {

/// Whom the engine asks, and through whom: the client that everybody uses, with its list of hosts, proxy and caps.
/// Handed to QGeoServiceProvider as a pointer under kPortsParameter; outlives the provider.
struct GeocodingPorts {
    HttpClient& http;
    const Clock& clock;
    std::string server; ///< https://HOST/api/, without a query
    std::string host;   ///< as the person knows it
};

} // namespace outpost::app
