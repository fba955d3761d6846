// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/SolanaRpc.h"
#include "core/networks/Capabilities.h"
#include "core/networks/helium/client/HeliumServices.h"
#include "core/networks/helium/protocol/Accounts.h"
#include "core/networks/helium/protocol/Address.h"
#include "core/networks/helium/protocol/CompressedAsset.h"
#include "core/networks/helium/protocol/Pdas.h"

namespace outpost::helium {

/// A device on the chain: the accounts of one entity key, as read together.
struct HotspotOnChain {
    std::optional<KeyToAsset> keyToAsset; ///< absent: never registered
    std::optional<IotHotspotInfo> info;   ///< absent: no place and not on the IoT network yet
    PublicKey keyToAssetKey;
    PublicKey infoKey;
};

/// An asset with a proof that was checked up to its root and trimmed for its tree.
struct ProvenAsset {
    ledger::DigitalAsset asset;
    PublicKey merkleTree;
    PublicKey leafDelegate;
    LeafProof proof;
};

/// What transactions of this network cost besides the network fee; read from the chain, never assumed.
struct ChainFees {
    std::uint64_t lamportsPerSignature = 0;
    std::uint64_t rentRecipient = 0;
    std::uint64_t rentTokenAccount = 0;
    std::uint64_t rentKeyToAsset = 0;
    std::uint64_t rentHotspotInfo = 0;
    std::uint64_t microLamportsPerUnit = 0;
    std::uint64_t dcOnboardDataOnly = 0;
    std::uint64_t dcOnboardFull = 0;
    std::uint64_t dcLocationDataOnly = 0;
    std::uint64_t dcLocationFull = 0;
    std::int32_t minGain = 0;
    std::int32_t maxGain = 0;
};

/// Draft transactions of this network are built with these limits; simulation shows whether they are enough.
inline constexpr std::uint32_t kUnitsClaim = 400'000;
inline constexpr std::uint32_t kUnitsIssue = 300'000;
inline constexpr std::uint32_t kUnitsOnboard = 300'000;
inline constexpr std::uint32_t kUnitsUpdate = 200'000;
inline constexpr std::uint32_t kUnitsMint = 300'000;

/// Reads of the chain that several capabilities share. **Thread:** GUI. Errors: ledger.*, net.*, helium.badAccount,
/// helium.badProof.
class HeliumChain {
public:
    HeliumChain(ledger::SolanaRpc& rpc, const Clock& clock) : m_rpc(rpc), m_clock(clock) {}

    ledger::SolanaRpc& rpc() { return m_rpc; }
    const Clock& clock() const { return m_clock; }

    Future<HotspotOnChain> hotspot(Bytes entityKey, CancelToken cancel);
    Future<ProvenAsset> provenAsset(PublicKey asset, CancelToken cancel);
    Future<LazyDistributor> distributor(CancelToken cancel);
    Future<std::vector<std::optional<Recipient>>> recipients(std::vector<PublicKey> assets, CancelToken cancel);
    Future<ChainFees> fees(CancelToken cancel);
    /// What a fee of so many credits costs in base units of the token that is burnt for them, rounded up, at the price
    /// the program uses; and the price account to name.
    struct CreditPrice {
        PublicKey priceAccount;
        Int128 nanoUsdPerToken; ///< by the program's cautious rule
    };
    Future<CreditPrice> creditPrice(CancelToken cancel);
    /// The common lookup table; empty when the chain has none.
    Future<std::vector<solana::LookupTable>> lookupTables(CancelToken cancel);
    Future<std::uint64_t> tokenBalance(PublicKey owner, PublicKey mint, CancelToken cancel);
    /// Instructions behind a compute budget, compiled on a fresh blockhash.
    Future<networks::DraftTransaction> draft(solana::MessageVersion version, PublicKey payer, std::uint32_t units,
                                             std::uint64_t microLamports, std::vector<solana::Instruction> instructions,
                                             CancelToken cancel);

private:
    ledger::SolanaRpc& m_rpc;
    const Clock& m_clock;
};

/// Network fee in lamports: signatures, and the priority price times the unit limit, rounded up.
std::uint64_t networkFee(const ChainFees& fees, std::uint32_t signatures, std::uint32_t units);
/// Base units of the burnt token for so many credits, rounded up.
Result<Int128> tokensForCredits(std::uint64_t credits, Int128 nanoUsdPerToken);

/// The asset of a compressed or fungible thing in this family's spelling.
AssetId solAsset();
AssetId tokenAsset(const PublicKey& mint);

} // namespace outpost::helium
