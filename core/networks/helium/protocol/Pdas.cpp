// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/protocol/Pdas.h"

#include "core/chain/solana/Builders.h"
#include "core/codec/ByteWriter.h"

namespace outpost::helium::pda {

using solana::deriveAddress;

namespace {

Bytes littleEndian(std::uint64_t value)
{
    return codec::ByteWriter().u64(value).done();
}

PublicKey subDao(const PublicKey& mint)
{
    return deriveAddress({asBytes("sub_dao"), mint.span()}, program::kSubDaos);
}

PublicKey rewardableEntityConfig(const PublicKey& subDao, std::string_view symbol)
{
    return deriveAddress({asBytes("rewardable_entity_config"), subDao.span(), asBytes(symbol)},
                         program::kEntityManager);
}

Fixed deriveFixed()
{
    Fixed f;
    f.dao = deriveAddress({asBytes("dao"), mint::kHnt.span()}, program::kSubDaos);
    f.iotSubDao = subDao(mint::kIot);
    f.mobileSubDao = subDao(mint::kMobile);
    f.iotConfig = rewardableEntityConfig(f.iotSubDao, "IOT");
    f.mobileConfig = rewardableEntityConfig(f.mobileSubDao, "MOBILE");
    f.entityCreator = deriveAddress({asBytes("entity_creator"), f.dao.span()}, program::kEntityManager);
    f.dataOnlyConfig = deriveAddress({asBytes("data_only_config"), f.dao.span()}, program::kEntityManager);
    f.dataOnlyEscrow = deriveAddress({asBytes("data_only_escrow"), f.dataOnlyConfig.span()}, program::kEntityManager);
    f.dataCredits = deriveAddress({asBytes("dc"), mint::kDc.span()}, program::kDataCredits);
    f.accountPayer = deriveAddress({asBytes("account_payer")}, program::kDataCredits);
    f.dcMintBreaker = mintBreaker(mint::kDc);
    f.hntMintBreaker = mintBreaker(mint::kHnt);
    f.oracleSigner = deriveAddress({asBytes("oracle_signer")}, program::kRewardsOracle);
    f.bubblegumSigner = deriveAddress({asBytes("collection_cpi")}, program::kBubblegum);
    return f;
}

Distributor deriveDistributor(const PublicKey& mint)
{
    Distributor d;
    d.mint = mint;
    d.lazyDistributor = deriveAddress({asBytes("lazy_distributor"), mint.span()}, program::kLazyDistributor);
    d.escrow = solana::associatedTokenAddress(d.lazyDistributor, mint);
    d.escrowBreaker = accountBreaker(d.escrow);
    return d;
}

} // namespace

const Fixed& fixed()
{
    static const Fixed kFixed = deriveFixed();
    return kFixed;
}

std::span<const Distributor> distributors()
{
    static const std::array<Distributor, 3> kAll = {deriveDistributor(mint::kHnt), deriveDistributor(mint::kIot),
                                                    deriveDistributor(mint::kMobile)};
    return kAll;
}

Distributor distributor(const PublicKey& rewardsMint)
{
    for (const Distributor& d : distributors()) {
        if (d.mint == rewardsMint)
            return d;
    }
    return deriveDistributor(rewardsMint);
}

PublicKey keyToAsset(ByteSpan entityKey)
{
    return deriveAddress({asBytes("key_to_asset"), fixed().dao.span(), sha256(entityKey)}, program::kEntityManager);
}

PublicKey iotInfo(ByteSpan entityKey)
{
    return deriveAddress({asBytes("iot_info"), fixed().iotConfig.span(), sha256(entityKey)}, program::kEntityManager);
}

PublicKey mobileInfo(ByteSpan entityKey)
{
    return deriveAddress({asBytes("mobile_info"), fixed().mobileConfig.span(), sha256(entityKey)},
                         program::kEntityManager);
}

PublicKey maker(std::string_view name)
{
    return deriveAddress({asBytes("maker"), fixed().dao.span(), asBytes(name)}, program::kEntityManager);
}

PublicKey makerApproval(const PublicKey& config, const PublicKey& maker)
{
    return deriveAddress({asBytes("maker_approval"), config.span(), maker.span()}, program::kEntityManager);
}

PublicKey collection(const PublicKey& issuer)
{
    return deriveAddress({asBytes("collection"), issuer.span()}, program::kEntityManager);
}

PublicKey recipient(const PublicKey& lazyDistributor, const PublicKey& asset)
{
    return deriveAddress({asBytes("recipient"), lazyDistributor.span(), asset.span()}, program::kLazyDistributor);
}

PublicKey mintBreaker(const PublicKey& mint)
{
    return deriveAddress({asBytes("mint_windowed_breaker"), mint.span()}, program::kCircuitBreaker);
}

PublicKey accountBreaker(const PublicKey& tokenAccount)
{
    return deriveAddress({asBytes("account_windowed_breaker"), tokenAccount.span()}, program::kCircuitBreaker);
}

PublicKey subDaoEpochInfo(const PublicKey& subDao, std::uint64_t epoch)
{
    return deriveAddress({asBytes("sub_dao_epoch_info"), subDao.span(), littleEndian(epoch)}, program::kSubDaos);
}

PublicKey daoEpochInfo(std::uint64_t epoch)
{
    return deriveAddress({asBytes("dao_epoch_info"), fixed().dao.span(), littleEndian(epoch)}, program::kSubDaos);
}

PublicKey delegatedDataCredits(const PublicKey& subDao, std::string_view routerKey)
{
    return deriveAddress({asBytes("delegated_data_credits"), subDao.span(), sha256(asBytes(routerKey))},
                         program::kDataCredits);
}

PublicKey escrowDcAccount(const PublicKey& delegated)
{
    return deriveAddress({asBytes("escrow_dc_account"), delegated.span()}, program::kDataCredits);
}

PublicKey treeAuthority(const PublicKey& merkleTree)
{
    return deriveAddress({merkleTree.span()}, program::kBubblegum);
}

PublicKey asset(const PublicKey& merkleTree, std::uint64_t leafId)
{
    return deriveAddress({asBytes("asset"), merkleTree.span(), littleEndian(leafId)}, program::kBubblegum);
}

PublicKey tokenMetadata(const PublicKey& mint)
{
    return deriveAddress({asBytes("metadata"), program::kTokenMetadata.span(), mint.span()}, program::kTokenMetadata);
}

PublicKey masterEdition(const PublicKey& mint)
{
    return deriveAddress({asBytes("metadata"), program::kTokenMetadata.span(), mint.span(), asBytes("edition")},
                         program::kTokenMetadata);
}

} // namespace outpost::helium::pda
