// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/Json.h"
#include "core/net/HttpClient.h"
#include "core/networks/Capabilities.h"

namespace outpost::services {

/// A field that is not as it is expected.
struct FieldDifference {
    std::string path;     ///< as the probe writes it; "status" for the status of the answer
    std::string expected; ///< types, or statuses
    std::string found;    ///< type, status, or "missing"
    friend bool operator==(const FieldDifference&, const FieldDifference&) = default;
};

/// How one question to one service ended.
struct ServiceOutcome {
    enum class State {
        Good,
        Unreachable, ///< no answer, or one that says that the service is down or busy
        Differs,     ///< an answer of another form than Outpost reads
    };
    networks::ServiceProbe probe;
    std::string host;
    std::string asked; ///< method, address and body, capped
    State state = State::Good;
    int status = 0; ///< 0 without an answer
    std::vector<FieldDifference> differences;
    std::string said; ///< the service's or the connection's own words; plain and capped
    std::chrono::milliseconds took{0};
};

/// What in a reply is not of the form that `fields` describes (networks::ProbeAnswer). Each path is told once. Pure.
std::vector<FieldDifference> compareFields(const codec::Json& reply, std::string_view fields);
/// Pure.
ServiceOutcome judge(networks::ServiceProbe probe, const Result<HttpResponse>& answer);

/// Asks one after another, each of them once again at most, and tells each outcome as it comes. `http` and `clock` must
/// outlive the future. Errors: kCancelled.
Future<std::vector<ServiceOutcome>> checkServices(HttpClient& http, const Clock& clock,
                                                  std::vector<networks::ServiceProbe> probes,
                                                  std::function<void(const ServiceOutcome&)> told,
                                                  CancelToken cancel = {});

/// What Outpost asks a Solana node for; nothing is sent to the chain.
std::vector<networks::ServiceProbe> nodeProbes(const std::string& url, const std::string& purpose);
/// What it asks an index of digital assets for.
std::vector<networks::ServiceProbe> indexProbes(const std::string& url);
/// Each source of prices; an empty address is left out.
std::vector<networks::ServiceProbe> priceProbes(const std::string& coinGecko, const std::string& jupiter,
                                                const std::vector<networks::PriceIds>& assets);

} // namespace outpost::services
