// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/Demo.h"

namespace outpost::heliumdemo {

using demo::Account;
using demo::AccountMeta;
using demo::Execution;
using demo::Instruction;
using demo::Json;
using demo::Keypair;
using demo::ProgramContext;
using demo::Pubkey;
using demo::World;

// Programs, mints and derived accounts are those of the real network, so that a client needs no others for the demo.
// What only a key holder of the real network could do is done by keys of the demo's own: the ECC verifier, makers,
// oracles, trees.

/// Programs (docs.helium.com, helium-program-library).
namespace program {
extern const Pubkey kEntityManager;
extern const Pubkey kSubDaos;
extern const Pubkey kLazyDistributor;
extern const Pubkey kRewardsOracle;
extern const Pubkey kDataCredits;
extern const Pubkey kCircuitBreaker;
extern const Pubkey kVoterStakeRegistry;
extern const Pubkey kPythReceiver; ///< owner of the price account
} // namespace program

namespace mint {
extern const Pubkey kHnt;
extern const Pubkey kIot;
extern const Pubkey kMobile;
extern const Pubkey kDc;
} // namespace mint

/// Accounts derived from the above.
struct Derived {
    Pubkey dao, iotSubDao, mobileSubDao, iotConfig, mobileConfig, entityCreator, dataOnlyConfig, dataOnlyEscrow;
    Pubkey dataCredits, accountPayer, lazyDistributor, rewardsEscrow, escrowBreaker, dcBreaker, hntBreaker;
    Pubkey oracleSigner, bubblegumSigner;
    std::uint8_t daoBump = 0, iotSubDaoBump = 0, mobileSubDaoBump = 0, iotConfigBump = 0, entityCreatorBump = 0;
    std::uint8_t dataOnlyConfigBump = 0, dataCreditsBump = 0, accountPayerBump = 0, lazyDistributorBump = 0;
    std::uint8_t escrowBreakerBump = 0, dcBreakerBump = 0, hntBreakerBump = 0, oracleSignerBump = 0;
};
const Derived& derived();

Pubkey keyToAssetOf(ByteSpan entityKey);
Pubkey iotInfoOf(ByteSpan entityKey);
Pubkey makerOf(std::string_view name);
Pubkey makerApprovalOf(const Pubkey& rewardableEntityConfig, const Pubkey& maker);
Pubkey collectionOf(const Pubkey& makerOrConfig);
Pubkey recipientOf(const Pubkey& asset);
Pubkey metadataOf(const Pubkey& mint);
Pubkey editionOf(const Pubkey& mint);
Pubkey treeAuthorityOf(const Pubkey& tree);

/// The demo's ECC verifier: the same for every seed, so that a client can be told its address once.
const Keypair& eccVerifier();
/// The network's common lookup table, at its real address.
extern const Pubkey kLookupTable;
/// Price account of HNT; clients must take it from DataCreditsV0.
extern const Pubkey kHntPriceAccount;

} // namespace outpost::heliumdemo
