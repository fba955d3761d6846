// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/protocol/Pdas.h"

#include "core/chain/solana/Builders.h"
#include "core/networks/helium/protocol/Address.h"
#include "tests/unit/networks/helium_protocol/KeyPair.h"

#include <gtest/gtest.h>

namespace outpost::helium {
namespace {

void expectKey(const PublicKey& key, const char* text)
{
    EXPECT_EQ(key.toBase58(), text);
}

// Mainnet accounts; most are also written out in Helium's own repositories.
TEST(Pda, AccountsThatExistOnce)
{
    const pda::Fixed& f = pda::fixed();
    expectKey(f.dao, "BQ3MCuTT5zVBhNfQ4SjMh3NPVhFy73MPV8rjfq5d1zie");
    expectKey(f.iotSubDao, "39Lw1RH6zt8AJvKn3BTxmUDofzduCM2J3kSaGDZ8L7Sk");
    expectKey(f.mobileSubDao, "Gm9xDCJawDEKDrrQW6haw94gABaYzQwCq4ZQU8h8bd22");
    expectKey(f.iotConfig, "35HAgDQY3WpgJT4ymb8gjaP1dQNZX6wTkThd84Q9qzwH");
    expectKey(f.mobileConfig, "EP1FNydbuKjGopwXVrVLR71NnC9YMRbTg9aHfk3KfMRj");
    expectKey(f.entityCreator, "Fv5hf1Fg58htfC7YEXKNEfkpuogUUQDDTLgjGWxxv48H");
    expectKey(f.dataOnlyConfig, "98c8iBGkQX93qsAzFSsVtXwL85i7vg5Wk3sQ9C3pUkoK");
    expectKey(f.dataOnlyEscrow, "Fqq9YeBsJrcDHbKWq8u3PKnb544zenufZtz38t4dbywL");
    expectKey(f.dataCredits, "D1LbvrJQ9K2WbGPMbM3Fnrf5PSsDH1TDpjqJdHuvs81n");
    expectKey(f.accountPayer, "AZ93VxpBzrYT5pmMTNiPm6hYD8Fk9gwjE7cNuKgyBAqu");
    expectKey(f.hntMintBreaker, "3QqEkX1juz4bW8mCQBMJLWjEpHqYawvbEUvpc6iwYom3");
    expectKey(f.dcMintBreaker, "sZgXQVqAv9atfSuwNJnHgSf4tqsos6kRajANmBaBmSx");
    expectKey(f.oracleSigner, "7WuVr8SGcZ4KxpHBEdRGVTeSwkhk1WGUXT7DEzvWpYu4");
    expectKey(f.bubblegumSigner, "4ewWZC5gT6TGpm5LZNDs9wVonfUT2q5PP5sc9kVbwMAK");
}

TEST(Pda, Distributors)
{
    const auto hnt = pda::distributor(mint::kHnt);
    expectKey(hnt.lazyDistributor, "6gcZXjHgKUBMedc2V1aZLFPwh8M1rPVRw7kpo2KqNrFq");
    expectKey(hnt.escrow, "BDs6RPnpJNzmuMNv1z8cDh9cxKFgCxEVDaCfoHZWyvqJ");
    expectKey(hnt.escrowBreaker, "73zsmmqCXjvHHhNSib26Y8p3jYiH3UUuyKv71RJDnctW");
    expectKey(pda::distributor(mint::kIot).lazyDistributor, "37eiz5KzYwpAdLgrSh8GT1isKiJ6hcE5ET86dqaoCugL");
    expectKey(pda::distributor(mint::kMobile).lazyDistributor, "GZtTp3AUo2AHdQe9BCJ6gXR9KqfruRvHnZ4QiJUALMcz");
}

TEST(Pda, AccountsOfADevice)
{
    const Bytes key = HotspotKey::parse("11263KvqW3GZPAvag5sQYtBJSjb25azSTSwoi5Tza9kboaLRxcsv")->entityKey();
    expectKey(pda::keyToAsset(key), "56BW7Kx3UtKX6gSBfEL5W8kEjZabpA6KLBBWtftzbLMD");
    expectKey(pda::iotInfo(key), "5fGYd38ZGV4JXHhGbnHnwAgn7QY5hou3nDjcfihA6Dhk");
    expectKey(pda::mobileInfo(key), "EV1GSdFoJCtkupgxDWevTAVswbQfo2t8WiF5y48U6DXT");
    const Bytes other = HotspotKey::parse("14ivpToFabfUhxpcwQawc49dbK3V63o1t5fGGDbbd1MqyLSppFh")->entityKey();
    expectKey(pda::keyToAsset(other), "H6pxjuHTr288kch8BCgTBhL2QoP6koXYeuw7SuSWYv7G");
    expectKey(pda::iotInfo(other), "GaoQVFkg7Rn5ucsCiGJVcfyuUGfj8txrpTgz6Rv9n1Vp");
    expectKey(pda::mobileInfo(other), "GRagaZCjcFrKcDsvXtTGPKWvaoxz1L7Q1Sz4FAEZGCqf");
}

TEST(Pda, KeyToAssetOfEachPublishedDevice)
{
    const auto keyToAsset = [](const char* address) {
        return pda::keyToAsset(HotspotKey::parse(address)->entityKey()).toBase58();
    };
    EXPECT_EQ(keyToAsset("112YR4mqBrc6DxrVonKsYE6bb6TGab3K1vVfpF8yAebRSd5YgZDy"),
              "4FS6pskzqvWs8Q1SFs232Sd8mrexBFs8pj24Mdroyn6J");
    EXPECT_EQ(keyToAsset("11TL62V8NYvSTXmV5CZCjaucskvNR1Fdar1Pg4Hzmzk5tk2JBac"),
              "5DmipdiRngYPtt7YGPpPiLy5DwUEZg2bUHvPoMcCteEg");
    EXPECT_EQ(keyToAsset("14tCTJDdrecpCN29entF8btzNAoDP6qEAn8CxUiT9SdVwiyXji8"),
              "9kgcC2FzN145gsaR3cxNms1oHyrV3fxaUe6opL1QNuvp");
}

TEST(Pda, RecipientTokenAccountsAndEpochs)
{
    expectKey(test::keyOf(5), "LbUiWL3xVV8hTFYBVdbTNrpDo41NKS6o3LHHuDzjfcY");
    expectKey(pda::recipient(pda::distributor(mint::kHnt).lazyDistributor, test::keyOf(5)),
              "GgHLhXb7knxeqwUToJ6ReqauKEhfbY5qyhDF63v3P7A8");
    const PublicKey owner = test::KeyPair(9).key;
    expectKey(solana::associatedTokenAddress(owner, mint::kHnt), "DXK2PJk13LZ3cyNcQPo3UPHfg71q3zdXixwhmR8hJfCq");
    expectKey(solana::associatedTokenAddress(owner, mint::kDc), "EMFUq9hR4xPHjyFEHY7PLmSsDDfQAWAt1BvGHhGBM2vY");
    expectKey(pda::daoEpochInfo(20500), "61eDLpRhv7DF2wbtfYMFfzMdDWCeFkmBhc8xdmw2SSAE");
    expectKey(pda::subDaoEpochInfo(pda::fixed().iotSubDao, 20500), "Gq6zjT2sLW5ZWFs8Kg2fZJNBkjjydV9vBCgSCBEpbevP");
}

TEST(Pda, DelegatedCreditsOfARouter)
{
    const PublicKey delegated =
        pda::delegatedDataCredits(pda::fixed().iotSubDao, "112qB3YaH5bZkCnKA5uRH7tBtGNv2Y5B4smv1jsmvGUzgKT71QpE");
    expectKey(delegated, "EnpDg27ofDMRukhT8FqszV89ocgyKC1XMR94DLEsDUpp");
    expectKey(pda::escrowDcAccount(delegated), "6QQNxU671ztxwEcNZn1qvA5KXv6Lb3objKDU3pBqc96w");
}

} // namespace
} // namespace outpost::helium
