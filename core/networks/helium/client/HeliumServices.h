// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/net/HttpClient.h"
#include "core/networks/Capabilities.h"
#include "core/networks/helium/client/ServiceReplies.h"
#include "core/networks/helium/protocol/Ids.h"

namespace outpost::helium {

/// Base addresses of the network's HTTP services, from its descriptor or overridden by the person.
struct ServiceUrls {
    std::string onboarding;  ///< ".../api"
    std::string eccVerifier; ///< the whole route
    std::string entities;
    /// Hosts that a rewards oracle named by the chain may have.
    std::vector<std::string> oracleHosts;
    std::string index = {}; ///< node that lists digital assets; only named here for probes
};

/// What this network's services are asked for, read-only, with published addresses.
std::vector<networks::ServiceProbe> probesOf(const ServiceUrls& urls);

/// The network's HTTP services (helium/onboarding-server, helium-program-library packages distributor-oracle and
/// metadata-service, ecc-verifier), strictly read. **Thread:** any with an event loop. Errors: net.*,
/// helium.serviceShape, helium.serviceRefused.
class HeliumServices {
public:
    HeliumServices(HttpClient& http, const Clock& clock, ServiceUrls urls)
        : m_http(http), m_clock(clock), m_urls(std::move(urls))
    {}

    const ServiceUrls& urls() const { return m_urls; }

    /// Absent when no maker registered it.
    Future<std::optional<RegistryRecord>> registryRecord(std::string key, CancelToken cancel);
    /// Transactions in wire form, perhaps signed by maker and verifier.
    Future<std::vector<Bytes>> createHotspot(Bytes addGateway, std::string payer, CancelToken cancel);
    Future<std::vector<Bytes>> onboardIot(std::string entityKey, Whereabouts where, std::string payer,
                                          CancelToken cancel);
    /// Another place, gain or elevation, paid by the maker for as many places as it has promised.
    Future<std::vector<Bytes>> updateIot(std::string entityKey, std::string wallet, Whereabouts where,
                                         CancelToken cancel);
    /// The transaction with the verifier's signature; message bytes are compared by the caller.
    Future<Bytes> verifyDevice(Bytes transaction, Bytes message, Bytes signature, CancelToken cancel);

    /// Lifetime totals by entity key, base units. Unknown devices are missing.
    Future<std::map<std::string, std::uint64_t>>
    lifetimeRewards(std::string oracleUrl, std::vector<std::string> entityKeys, CancelToken cancel);
    Future<OracleStatement> signedRewards(std::string oracleUrl, PublicKey keyToAsset, CancelToken cancel);

    /// Places by name for the devices of a wallet; coarse, for display only.
    Future<std::vector<EntityPlace>> placesOf(std::string owner, CancelToken cancel);
    Future<std::vector<CoverageRow>> coverage(std::size_t limit, CancelToken cancel);

private:
    Task<codec::Json> getJson(std::string url, bool missingIsNull, CancelToken cancel);
    Task<codec::Json> postJson(std::string url, std::string body, bool idempotent, CancelToken cancel);
    Task<std::vector<Bytes>> builtTransactions(std::string url, std::string body, CancelToken cancel);

    HttpClient& m_http;
    const Clock& m_clock;
    ServiceUrls m_urls;
};

} // namespace outpost::helium
