// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/demo/Addresses.h"

#include "core/base/Encoding.h"

namespace outpost::heliumdemo {

using demo::findProgramAddress;
using demo::pubkeyOf;

namespace program {
const Pubkey kEntityManager = pubkeyOf("hemjuPXBpNvggtaUnN1MwT3wrdhttKEfosTcc2P9Pg8");
const Pubkey kSubDaos = pubkeyOf("hdaoVTCqhfHHo75XdAMxBKdUqvq1i5bF23sisBqVgGR");
const Pubkey kLazyDistributor = pubkeyOf("1azyuavdMyvsivtNxPoz6SucD18eDHeXzFCUPq5XU7w");
const Pubkey kRewardsOracle = pubkeyOf("rorcfdX4h9m9swCKgcypaHJ8NGYVANBpmV9EHn3cYrF");
const Pubkey kDataCredits = pubkeyOf("credMBJhYFzfn7NxBMdU4aUqFggAjgztaCcv2Fo6fPT");
const Pubkey kCircuitBreaker = pubkeyOf("circAbx64bbsscPbQzZAUvuXpHqrCe6fLMzc2uKXz9g");
const Pubkey kVoterStakeRegistry = pubkeyOf("hvsrNC3NKbcryqDs2DocYHZ9yPKEVzdSjQG6RVtK1s8");
const Pubkey kPythReceiver = pubkeyOf("rec2HHDDnjLfj4kE7VyEtFA1HPGQLK33259532cRyHp");
} // namespace program

namespace mint {
const Pubkey kHnt = pubkeyOf("hntyVP6YFm1Hg25TN9WGLqM12b8TQmcknKrdu1oxWux");
const Pubkey kIot = pubkeyOf("iotEVVZLEywoTn1QdwNPddxPWszn3zFhEot3MfL9fns");
const Pubkey kMobile = pubkeyOf("mb1eu7TzEc71KxDpsmsKoucSSuuoGLv1drys1oP2jh6");
const Pubkey kDc = pubkeyOf("dcuc8Amr83Wz27ZkQ2K9NS6r8zRpf1J6cvArEBDZDmm");
} // namespace mint

const Pubkey kLookupTable = pubkeyOf("43eY9L2spbM2b1MPDFFBStUiFGt29ziZ1nc1xbpzsfVt");
const Pubkey kHntPriceAccount = pubkeyOf("He5mhwVQQNvjFxqjEjFDb7enJWFwFJ7Rq7zknqBz89A5");

namespace {

demo::ProgramAddress of(const Pubkey& program, std::string_view word)
{
    return findProgramAddress({asBytes(word)}, program);
}

demo::ProgramAddress of(const Pubkey& program, std::string_view word, ByteSpan seed)
{
    return findProgramAddress({asBytes(word), seed}, program);
}

Derived derive()
{
    Derived d;
    const auto put = [](Pubkey& key, std::uint8_t* bump, const demo::ProgramAddress& found) {
        key = found.key;
        if (bump)
            *bump = found.bump;
    };
    put(d.dao, &d.daoBump, of(program::kSubDaos, "dao", mint::kHnt.span()));
    put(d.iotSubDao, &d.iotSubDaoBump, of(program::kSubDaos, "sub_dao", mint::kIot.span()));
    put(d.mobileSubDao, &d.mobileSubDaoBump, of(program::kSubDaos, "sub_dao", mint::kMobile.span()));
    put(d.iotConfig, &d.iotConfigBump,
        findProgramAddress({asBytes("rewardable_entity_config"), d.iotSubDao.span(), asBytes("IOT")},
                           program::kEntityManager));
    put(d.mobileConfig, nullptr,
        findProgramAddress({asBytes("rewardable_entity_config"), d.mobileSubDao.span(), asBytes("MOBILE")},
                           program::kEntityManager));
    put(d.entityCreator, &d.entityCreatorBump, of(program::kEntityManager, "entity_creator", d.dao.span()));
    put(d.dataOnlyConfig, &d.dataOnlyConfigBump, of(program::kEntityManager, "data_only_config", d.dao.span()));
    put(d.dataOnlyEscrow, nullptr, of(program::kEntityManager, "data_only_escrow", d.dataOnlyConfig.span()));
    put(d.dataCredits, &d.dataCreditsBump, of(program::kDataCredits, "dc", mint::kDc.span()));
    put(d.accountPayer, &d.accountPayerBump, of(program::kDataCredits, "account_payer"));
    put(d.lazyDistributor, &d.lazyDistributorBump,
        of(program::kLazyDistributor, "lazy_distributor", mint::kHnt.span()));
    d.rewardsEscrow = demo::associatedTokenAddress(d.lazyDistributor, mint::kHnt);
    put(d.escrowBreaker, &d.escrowBreakerBump,
        of(program::kCircuitBreaker, "account_windowed_breaker", d.rewardsEscrow.span()));
    put(d.dcBreaker, &d.dcBreakerBump, of(program::kCircuitBreaker, "mint_windowed_breaker", mint::kDc.span()));
    put(d.hntBreaker, &d.hntBreakerBump, of(program::kCircuitBreaker, "mint_windowed_breaker", mint::kHnt.span()));
    put(d.oracleSigner, &d.oracleSignerBump, of(program::kRewardsOracle, "oracle_signer"));
    put(d.bubblegumSigner, nullptr, of(demo::ids::kBubblegum, "collection_cpi"));
    return d;
}

} // namespace

const Derived& derived()
{
    static const Derived value = derive();
    return value;
}

Pubkey keyToAssetOf(ByteSpan entityKey)
{
    const auto hash = sha256(entityKey);
    return findProgramAddress({asBytes("key_to_asset"), derived().dao.span(), hash}, program::kEntityManager).key;
}

Pubkey iotInfoOf(ByteSpan entityKey)
{
    const auto hash = sha256(entityKey);
    return findProgramAddress({asBytes("iot_info"), derived().iotConfig.span(), hash}, program::kEntityManager).key;
}

Pubkey makerOf(std::string_view name)
{
    return findProgramAddress({asBytes("maker"), derived().dao.span(), asBytes(name)}, program::kEntityManager).key;
}

Pubkey makerApprovalOf(const Pubkey& rewardableEntityConfig, const Pubkey& maker)
{
    return findProgramAddress({asBytes("maker_approval"), rewardableEntityConfig.span(), maker.span()},
                              program::kEntityManager)
        .key;
}

Pubkey collectionOf(const Pubkey& makerOrConfig)
{
    return of(program::kEntityManager, "collection", makerOrConfig.span()).key;
}

Pubkey recipientOf(const Pubkey& asset)
{
    return findProgramAddress({asBytes("recipient"), derived().lazyDistributor.span(), asset.span()},
                              program::kLazyDistributor)
        .key;
}

Pubkey metadataOf(const Pubkey& mint)
{
    const Pubkey& metadata = demo::ids::kTokenMetadata;
    return findProgramAddress({asBytes("metadata"), metadata.span(), mint.span()}, metadata).key;
}

Pubkey editionOf(const Pubkey& mint)
{
    const Pubkey& metadata = demo::ids::kTokenMetadata;
    return findProgramAddress({asBytes("metadata"), metadata.span(), mint.span(), asBytes("edition")}, metadata).key;
}

Pubkey treeAuthorityOf(const Pubkey& tree)
{
    return findProgramAddress({tree.span()}, demo::ids::kBubblegum).key;
}

const Keypair& eccVerifier()
{
    static const Keypair pair = Keypair::fromSeed(sha256(asBytes("outpost demo: ECC verifier")));
    return pair;
}

} // namespace outpost::heliumdemo
