// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/Json.h"
#include "core/ledger/SolanaTypes.h"

/// Reads the `result` of each method. Strict about what Outpost uses, blind to the rest; every list and text has a cap.
/// Errors: codec.* and kMalformed, which net::asGarbage turns into net.garbage. Pure; **Thread:** any.
namespace outpost::ledger::replies {

using codec::Json;

inline constexpr std::size_t kMaxAccountBytes = 10u << 20; ///< what the chain allows
inline constexpr std::size_t kMaxAccountsPerCall = 100;
inline constexpr std::size_t kMaxStatusesPerCall = 256;
inline constexpr std::size_t kMaxAssetsPerCall = 1000;

Result<LatestBlockhash> latestBlockhash(const Json& result);
/// Exactly `count` entries.
Result<AccountsAt> accounts(const Json& result, std::size_t count);
Result<std::uint64_t> valueInContext(const Json& result); ///< {context, value: number}
Result<std::vector<TokenHolding>> tokenAccounts(const Json& result, const PublicKey& owner);
Result<SimulationReply> simulation(const Json& result, std::size_t accountCount);
Result<Signature> signature(const Json& result);
Result<std::vector<std::optional<SignatureStatus>>> statuses(const Json& result, std::size_t count);
Result<std::vector<SignatureInfo>> signatures(const Json& result);
Result<std::optional<TransactionRecord>> transaction(const Json& result);
Result<EpochInfo> epochInfo(const Json& result);
Result<std::optional<std::uint64_t>> messageFee(const Json& result);
Result<std::vector<PrioritizationFee>> prioritizationFees(const Json& result);
/// Rounded up to whole micro-lamports.
Result<std::uint64_t> priorityFeeEstimate(const Json& result);
Result<DigitalAsset> asset(const Json& result);
/// In the order of `ids`; nothing where the index has none. Refuses assets that were not asked for.
Result<std::vector<std::optional<DigitalAsset>>> assets(const Json& result, std::span<const PublicKey> ids);
Result<AssetProof> proof(const Json& result);
Result<std::vector<std::optional<AssetProof>>> proofs(const Json& result, std::span<const PublicKey> ids);
Result<AssetPage> assetPage(const Json& result);

/// The error object of a transaction as short text: `{"InstructionError":[1,{"Custom":6001}]}`.
std::optional<std::string> failureText(const Json& err);

} // namespace outpost::ledger::replies
