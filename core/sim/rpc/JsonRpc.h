// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/world/SimWorld.h"

namespace outpost::sim {

/// One node of the demo ledger: Solana's JSON-RPC with the DAS methods of an indexing provider, as far as they are
/// documented and needed; another method is -32601. Two host names answer, both from the one world, so that faults can
/// strike one of them.
class JsonRpc {
public:
    struct Reply {
        std::string body;
        bool loseAnswer = false; ///< the request was carried out, and the answer must not arrive
    };
    explicit JsonRpc(SimWorld& world) : m_world(world) {}
    /// A single request or a batch of at most 100.
    Reply handle(const std::string& body);

private:
    struct Failure {
        int code = 0;
        std::string message;
        Json data;
    };
    using Answer = std::expected<Json, Failure>;
    static std::unexpected<Failure> failure(int code, std::string message, Json data = nullptr);
    static std::unexpected<Failure> invalid(std::string message) { return failure(-32602, std::move(message)); }

    Json handleOne(const Json& request);
    Answer call(const std::string& method, const Json& params);
    Answer callChain(const std::string& method, const Json& params, bool& known);
    Answer callAssets(const std::string& method, const Json& params, bool& known);

    // What the last parameter object says.
    std::expected<Commitment, Failure> commitment(const Json& params, std::size_t at) const;
    static Json option(const Json& params, std::size_t at, const char* name);
    Json withContext(Json value, Commitment commitment) const;
    std::expected<Json, Failure> encoded(const Account* account, const Json& options) const;

    Answer accountInfo(const Json& params);
    Answer multipleAccounts(const Json& params);
    Answer tokenAccountsByOwner(const Json& params);
    Answer tokenAccountBalance(const Json& params);
    Answer latestBlockhash(const Json& params);
    Answer simulateTransaction(const Json& params);
    Answer sendTransaction(const Json& params);
    Answer signatureStatuses(const Json& params);
    Answer signaturesForAddress(const Json& params);
    Answer transaction(const Json& params);
    Answer epochInfo(const Json& params);
    Answer prioritizationFees(const Json& params);
    Answer feeForMessage(const Json& params);
    Answer priorityFeeEstimate(const Json& params);

    std::expected<std::pair<ParsedTransaction, Bytes>, Failure> transactionParameter(const Json& params);
    Json simulationJson(const Outcome& outcome, const Json& options);
    std::uint64_t feeLevel(std::uint64_t slot) const;

    Json assetJson(const Asset& asset) const;
    std::expected<Json, Failure> proofJson(const Pubkey& id) const;
    Answer searchAssets(const Json& params);

    SimWorld& m_world;
    bool m_loseAnswer = false;
};

} // namespace outpost::sim
