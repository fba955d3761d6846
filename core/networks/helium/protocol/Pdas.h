// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/helium/protocol/Ids.h"

/// Derived accounts. Seeds: the pdas.ts files of helium-program-library's SDKs. Pure; a derivation costs some 20 to 100
/// microseconds, so what depends on mints alone is derived once (fixed()).
namespace outpost::helium::pda {

/// The accounts that exist once.
struct Fixed {
    PublicKey dao;
    PublicKey iotSubDao;
    PublicKey mobileSubDao;
    PublicKey iotConfig;    ///< rewardable entity config
    PublicKey mobileConfig; ///< rewardable entity config
    PublicKey entityCreator;
    PublicKey dataOnlyConfig;
    PublicKey dataOnlyEscrow;
    PublicKey dataCredits;
    PublicKey accountPayer;
    PublicKey dcMintBreaker;
    PublicKey hntMintBreaker;
    PublicKey oracleSigner;
    PublicKey bubblegumSigner;
};
const Fixed& fixed();

/// What pays out one kind of reward; `mint` is HNT, or IOT or MOBILE for what was earned before HIP-138.
struct Distributor {
    PublicKey mint;
    PublicKey lazyDistributor;
    PublicKey escrow;
    PublicKey escrowBreaker;
};
Distributor distributor(const PublicKey& rewardsMint);
/// All three, HNT first.
std::span<const Distributor> distributors();

PublicKey keyToAsset(ByteSpan entityKey);
PublicKey iotInfo(ByteSpan entityKey);
PublicKey mobileInfo(ByteSpan entityKey);
PublicKey maker(std::string_view name);
/// `config` is one of the two rewardable entity configs.
PublicKey makerApproval(const PublicKey& config, const PublicKey& maker);
/// `issuer` is a maker or the data-only config.
PublicKey collection(const PublicKey& issuer);
PublicKey recipient(const PublicKey& lazyDistributor, const PublicKey& asset);
PublicKey mintBreaker(const PublicKey& mint);
PublicKey accountBreaker(const PublicKey& tokenAccount);
PublicKey subDaoEpochInfo(const PublicKey& subDao, std::uint64_t epoch);
PublicKey daoEpochInfo(std::uint64_t epoch);
PublicKey delegatedDataCredits(const PublicKey& subDao, std::string_view routerKey);
PublicKey escrowDcAccount(const PublicKey& delegatedDataCredits);
PublicKey treeAuthority(const PublicKey& merkleTree);
/// The id of a compressed asset.
PublicKey asset(const PublicKey& merkleTree, std::uint64_t leafId);
PublicKey tokenMetadata(const PublicKey& mint);
PublicKey masterEdition(const PublicKey& mint);

} // namespace outpost::helium::pda
