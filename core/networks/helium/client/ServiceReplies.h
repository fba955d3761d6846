// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/Json.h"
#include "core/domain/Device.h"
#include "core/networks/helium/protocol/Instructions.h"

#include <map>

/// What the network's HTTP services answer, read strictly. Pure; fuzzed. `host` names the service in errors. Errors:
/// helium.serviceShape with the host as its argument, unless said otherwise.
namespace outpost::helium {

/// What the registry knows of a device that a maker made.
struct RegistryRecord {
    std::string makerName;
    std::string makerAddress; ///< in the network's spelling
    std::uint32_t locationNonceLimit = 0;
};

/// A statement about one device's lifetime rewards, signed by an oracle; already verified.
struct OracleStatement {
    OracleMessage message;
    PublicKey oracle;
    solana::Signature signature;
};

struct EntityPlace {
    std::string keyToAsset;
    std::string city;
};

struct CoverageRow {
    GeoPoint point;
};

/// Absent where the registry knows the device, but of no maker.
Result<std::optional<RegistryRecord>> parseRegistryRecord(const codec::Json& reply, const std::string& host);

/// At most eight transactions in wire form, none larger than a network packet.
Result<std::vector<Bytes>> parseBuiltTransactions(const codec::Json& reply, const std::string& host);

/// The transaction with the verifier's signature, not yet compared with what was sent.
Result<Bytes> parseVerifiedTransaction(const codec::Json& reply, const std::string& host);

/// Lifetime totals of those of the keys that the reply has; other members are passed over.
Result<std::map<std::string, std::uint64_t>>
parseLifetimeRewards(const codec::Json& reply, std::span<const std::string> keys, const std::string& host);

/// Also helium.badOracleMessage, where the signature or the statement is not in order.
Result<OracleStatement> parseOracleStatement(const codec::Json& reply, const std::string& host);

/// Never fails: places are for display, and what is not in order is left out.
std::vector<EntityPlace> parsePlaces(const codec::Json& reply);

struct CoveragePage {
    std::vector<CoverageRow> rows; ///< valid points only
    std::string nextCursor;        ///< fit for an address as it is; empty: no further page
};
Result<CoveragePage> parseCoveragePage(const codec::Json& reply, const std::string& host);

} // namespace outpost::helium
