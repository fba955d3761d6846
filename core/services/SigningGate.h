// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/LookupTables.h"
#include "core/ledger/Simulator.h"
#include "core/ledger/TransactionSender.h"
#include "core/services/SigningService.h"
#include "core/services/TransactionPipeline.h"

namespace outpost::services {

/// Two opinions before a signature: the offline decoder with its allow-list, and a fresh simulation on one host with
/// the accounts that matter read from two. The decoder must cover everything that the simulation says leaves the
/// wallet, nothing may leave that the approved plan does not name, and a simulation alone never turns red to green. The
/// only maker of wallet::ApprovedMessage, and the pipeline for Solana's family. **Thread:** GUI.
class SigningGate final : public TransactionPipeline {
public:
    struct Ports {
        ledger::SolanaRpc& first;
        ledger::SolanaRpc* second; ///< null: one source only, and the review says so
        SigningService& signing;
        const Clock& clock;
        Delay& delay;
    };
    SigningGate(Ports ports, std::shared_ptr<const solana::DecoderRegistry> registry);

    Future<Review> review(networks::DraftTransaction draft, GateLimits limits, CancelToken cancel) override;
    Future<SignedTransaction> sign(Review review) override;
    Future<void> send(Bytes transaction, CancelToken cancel) override;
    Future<TrackResult> track(std::string signature, std::uint64_t expiresAfter, CancelToken cancel) override;

private:
    Task<Review> reviewTask(networks::DraftTransaction draft, GateLimits limits, CancelToken cancel);
    Task<SignedTransaction> signTask(Review review);

    Ports m_ports;
    std::shared_ptr<const solana::DecoderRegistry> m_registry; ///< shared with reviews in flight
    ledger::QuorumReader m_quorum;
    ledger::LookupTables m_tables;
    ledger::Simulator m_simulator;
    ledger::TransactionSender m_sender;
};

/// What a simulation says leaves and reaches a wallet, per asset and never netted across accounts of different assets.
/// Pure.
struct WalletEffects {
    std::map<AssetId, Int128> leaves;
    std::map<AssetId, Int128> arrives;
    bool losesControl = false; ///< of the wallet's own account or of one of its token accounts
};
WalletEffects walletEffects(const ledger::SimulatedEffects& simulated, const solana::PublicKey& wallet);

/// Whether the decoder announced at least what the simulation takes: for each asset that leaves there is a debit of
/// this wallet, and their upper bounds, where all are known, reach the sum. Pure.
bool decoderCovers(const solana::DecodedTransaction& decoded, const WalletEffects& effects,
                   const solana::PublicKey& wallet, std::uint64_t networkFee);

} // namespace outpost::services
