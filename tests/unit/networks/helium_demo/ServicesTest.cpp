// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/demo/AddGateway.h"
#include "tests/unit/networks/helium_demo/DemoWorld.h"

namespace outpost::heliumdemo {

/// The HTTP services: documented routes and shapes, and their refusals.
class DemoServicesTest : public DemoWorld {
protected:
    Json ask(demo::HttpService& service, const std::string& path, int status = 200)
    {
        demo::DemoHttpRequest request;
        request.method = "GET";
        const auto mark = path.find('?');
        request.path = path.substr(0, mark);
        if (mark != std::string::npos) {
            const std::string query = path.substr(mark + 1);
            request.query.emplace(query.substr(0, query.find('=')), query.substr(query.find('=') + 1));
        }
        return answer(service, request, status);
    }
    Json post(demo::HttpService& service, const std::string& path, const Json& body, int status = 200)
    {
        demo::DemoHttpRequest request;
        request.method = "POST";
        request.path = path;
        request.body = body.dump();
        return answer(service, request, status);
    }
    Json answer(demo::HttpService& service, const demo::DemoHttpRequest& request, int status)
    {
        const auto reply = service.handle(world(), request);
        EXPECT_EQ(reply.status, status) << reply.body.substr(0, 1500);
        return Json::parse(reply.body);
    }

    std::string heliumAddress(const Keypair& wallet)
    {
        Bytes binary{1};
        binary.insert(binary.end(), wallet.key.bytes.begin(), wallet.key.bytes.end());
        return addressOf(binary);
    }
    /// What the radio device would sign for this wallet.
    AddGateway agreement(std::size_t radio)
    {
        AddGateway txn;
        txn.owner = txn.payer = *binaryOf(heliumAddress(user()));
        const DeviceKey key = radioKey(world(), radio);
        txn.gateway = key.binary();
        txn.gatewaySignature = key.sign(txn.signedPart());
        return txn;
    }
    static Bytes transactionOf(const Json& spelled)
    {
        return (spelled.is_object() ? spelled["data"] : spelled).get<Bytes>();
    }
    sim::Outcome send(Bytes wire)
    {
        m_real += 400;
        if (const auto with = demo::coSigned(wire, user()))
            wire = *with;
        const auto parsed = demo::parseTransaction(wire);
        EXPECT_TRUE(parsed.has_value());
        return world().process(*parsed, wire).outcome;
    }
};

TEST_F(DemoServicesTest, OraclesTellLifetimeTotalsAsText)
{
    withStarter();
    const std::string address = stock(0).key.address();
    const std::string total = std::to_string(DeviceBook(world()).lifetime(address));
    for (std::size_t i = 0; i < oracles().size(); ++i) {
        const auto oracle = rewardOracleService(i);
        EXPECT_EQ(ask(*oracle, "/?entityKey=" + address), (Json{{"currentRewards", total}}));
        EXPECT_EQ(ask(*oracle, "/?assetId=" + assetOf(stock(0).key).id.text()), (Json{{"currentRewards", total}}));
        EXPECT_EQ(post(*oracle, "/bulk-rewards", {{"entityKeys", {address, "nobody"}}}),
                  (Json{{"currentRewards", {{address, total}, {"nobody", "0"}}}}));
    }
}

TEST_F(DemoServicesTest, OraclesSignTheirMessageWithTheKeyOfTheDistributor)
{
    const auto distributor = LazyDistributor::decode(*world().account(derived().lazyDistributor));
    for (std::size_t i = 0; i < oracles().size(); ++i) {
        const auto oracle = rewardOracleService(i);
        EXPECT_EQ(distributor->oracles[i].url, "https://" + oracle->hosts().front());
        const Json reply =
            post(*oracle, "/v1/sign", {{"keyToAssetKeys", {keyToAssetOf(stock(0).key.entityKey()).text()}}});
        EXPECT_EQ(reply["oracle"], distributor->oracles[i].key.text());
        const Bytes message = *fromBase64(reply["messages"][0]["serialized"].get<std::string>());
        EXPECT_EQ(message,
                  oracleMessage(derived().lazyDistributor, static_cast<std::uint16_t>(i),
                                DeviceBook(world()).lifetime(stock(0).key.address()), entityOf(stock(0).key).asset));
        const Bytes signature = *fromBase64(reply["messages"][0]["signature"].get<std::string>());
        EXPECT_TRUE(demo::verifySignature(distributor->oracles[i].key, message, signature));
    }
}

TEST_F(DemoServicesTest, TheSecondOracleDisagreesUnderTheFault)
{
    const std::string address = stock(0).key.address();
    world().faults().add({demo::Fault::OracleDisagrees, 1, {}});
    const auto first = rewardOracleService(0);
    const auto second = rewardOracleService(1);
    const Json body{{"entityKeys", {address}}};
    const std::string truth = std::to_string(DeviceBook(world()).lifetime(address));
    EXPECT_EQ(post(*first, "/bulk-rewards", body)["currentRewards"][address], truth);
    EXPECT_NE(post(*second, "/bulk-rewards", body)["currentRewards"][address], truth);
    EXPECT_EQ(post(*second, "/bulk-rewards", body)["currentRewards"][address], truth) << "it struck once";
}

TEST_F(DemoServicesTest, OraclesRefuseNonsense)
{
    const auto oracle = rewardOracleService(0);
    EXPECT_TRUE(post(*oracle, "/bulk-rewards", {{"entityKeys", 5}}, 400).contains("error"));
    EXPECT_TRUE(post(*oracle, "/v1/sign", {{"keyToAssetKeys", {"no key"}}}, 404).contains("error"));
    EXPECT_TRUE(ask(*oracle, "/?assetId=nothing", 404).contains("error"));
    EXPECT_TRUE(ask(*oracle, "/elsewhere", 404).contains("error"));
}

TEST_F(DemoServicesTest, TheOnboardingServerKnowsMakersDevicesAndNoOthers)
{
    const auto server = onboardingService();
    const std::string address = radioKey(world(), 0).address();
    const Json record = ask(*server, "/api/v3/hotspots/" + address);
    EXPECT_EQ(record["success"], true);
    EXPECT_EQ(record["data"]["onboardingKey"], address);
    EXPECT_EQ(record["data"]["maker"]["name"], "Norderelbe Radio");
    EXPECT_EQ(record["data"]["macWlan0"], radioProfile(world(), 0).mac);
    EXPECT_EQ(ask(*server, "/api/v3/hotspots/" + radioKey(world(), 3).address(), 404)["success"], false);
    EXPECT_EQ(ask(*server, "/api/v3/firmware")["data"]["version"], "2019.11.06.0");
    EXPECT_EQ(ask(*server, "/api/v3/makers")["data"].size(), 2u);
}

TEST_F(DemoServicesTest, AMakerPaidDeviceIsRegisteredWithTheOwnersSignatureAlone)
{
    world().airdrop(user().key, 10'000'000);
    const auto server = onboardingService();
    const std::string address = radioKey(world(), 0).address();
    const Json created =
        post(*server, "/api/v3/transactions/create-hotspot", {{"transaction", toBase64(agreement(0).envelope())}});
    ASSERT_EQ(created["data"]["solanaTransactions"].size(), 1u);
    ASSERT_TRUE(created["data"]["solanaTransactions"][0].is_array());
    const auto issued = send(transactionOf(created["data"]["solanaTransactions"][0]));
    ASSERT_EQ(codeOf(issued, 2), "") << logsOf(issued);
    pass(std::chrono::seconds(30));
    const Json onboarded = post(*server, "/api/v3/transactions/iot/onboard",
                                {{"entityKey", address}, {"location", "631253197010765823"}, {"gain", 12}});
    const std::uint64_t before = world().account(user().key)->lamports;
    const auto done = send(transactionOf(onboarded["data"]["solanaTransactions"][0]));
    ASSERT_EQ(codeOf(done, 2), "") << logsOf(done);
    EXPECT_EQ(world().account(user().key)->lamports, before) << "the maker pays everything";
    EXPECT_EQ(infoOf(radioKey(world(), 0)).location, 631'253'197'010'765'823u);
    EXPECT_EQ(infoOf(radioKey(world(), 0)).gain, 12);
}

TEST_F(DemoServicesTest, AMakerWithoutCreditsCannotPayAndTheOwnerCan)
{
    world().airdrop(user().key, 100'000'000);
    const auto server = onboardingService();
    const std::string address = radioKey(world(), 1).address();
    const Json created = post(*server, "/api/v3/transactions/create-hotspot",
                              {{"transaction", toBase64(agreement(1).envelope())}, {"payer", user().key.text()}});
    ASSERT_EQ(created["data"]["solanaTransactions"][0]["type"], "Buffer")
        << "this maker's replies are spelled differently";
    ASSERT_EQ(codeOf(send(transactionOf(created["data"]["solanaTransactions"][0])), 2), "");
    pass(std::chrono::seconds(30));
    const Json refused = post(*server, "/api/v3/transactions/iot/onboard", {{"entityKey", address}}, 500);
    EXPECT_NE(refused["errorMessage"].get<std::string>().find("Simulation failed"), std::string::npos);
    giveCredits(world(), user().key, 500'000);
    const Json onboarded = post(*server, "/api/v3/transactions/iot/onboard",
                                {{"entityKey", address}, {"payer", user().key.text()}, {"format", "v0"}});
    const Bytes wire = transactionOf(onboarded["data"]["solanaTransactions"][0]);
    EXPECT_TRUE(demo::parseTransaction(wire)->message.isVersioned);
    const auto done = send(wire);
    ASSERT_EQ(codeOf(done, 2), "") << logsOf(done);
    EXPECT_TRUE(infoOf(radioKey(world(), 1)).isFullHotspot);
}

TEST_F(DemoServicesTest, AnAgreementThatTheDeviceDidNotSignIsRefused)
{
    const auto server = onboardingService();
    AddGateway forged = agreement(0);
    forged.owner = forged.payer = *binaryOf(heliumAddress(named("a thief")));
    EXPECT_EQ(post(*server, "/api/v3/transactions/create-hotspot", {{"transaction", toBase64(forged.envelope())}},
                   422)["success"],
              false);
    post(*server, "/api/v3/transactions/create-hotspot", {{"transaction", "AAAA"}}, 422);
    post(*server, "/api/v3/transactions/iot/onboard", {{"entityKey", radioKey(world(), 0).address()}}, 422);
}

TEST_F(DemoServicesTest, UpdatingAPlaceIsPaidByTheOwnerOnceTheMakersPromiseIsUsedUp)
{
    withStarter();
    giveCredits(world(), user().key, 500'000);
    const auto server = onboardingService();
    const auto moveTo = [&](GeoPoint point) {
        const Json reply = post(*server, "/api/v3/transactions/iot/update-metadata",
                                {{"entityKey", stock(0).key.address()},
                                 {"wallet", user().key.text()},
                                 {"location", std::to_string(*cellAt(point, 12))}});
        const auto done = send(transactionOf(reply["data"]["solanaTransactions"][0]));
        ASSERT_EQ(codeOf(done, 2), "") << logsOf(done);
        EXPECT_EQ(infoOf(stock(0).key).location, *cellAt(point, 12));
    };
    const std::uint64_t lamports = world().account(user().key)->lamports;
    moveTo({53.55, 9.99}); // its second place; the shop set the first
    EXPECT_EQ(world().tokenBalance(mint::kDc, user().key), 500'000u) << "the maker pays for two";
    EXPECT_EQ(world().account(user().key)->lamports, lamports);
    moveTo({53.56, 9.99});
    EXPECT_LT(world().tokenBalance(mint::kDc, user().key), 500'000u);
}

TEST_F(DemoServicesTest, TheVerifierSignsOnlyTheIssuingOfTheDeviceThatAgreed)
{
    const auto verifier = eccVerifierService();
    const AddGateway agreed = agreement(3);
    const Bytes entityKey = radioKey(world(), 3).entityKey();
    const auto transaction = [&](const Bytes& key) {
        const Instruction issue{program::kEntityManager,
                                {srw(user().key), sro(eccVerifier().key)},
                                data("bf60f52e3f49cf11", codec::ByteWriter().lengthPrefixed(key).done())};
        return demo::signedTransaction(demo::compileMessage(user().key, {issue}, world().latestBlockhash()), {});
    };
    Json body{{"transaction", toHex(transaction(entityKey))},
              {"msg", toHex(agreed.signedPart())},
              {"signature", toHex(agreed.gatewaySignature)}};
    const Json reply = post(*verifier, "/verify", body);
    const auto parsed = demo::parseTransaction(*fromHex(reply["transaction"].get<std::string>()));
    ASSERT_TRUE(parsed.has_value());
    EXPECT_TRUE(demo::verifySignature(eccVerifier().key, parsed->messageBytes, parsed->signatures[1]));

    body["transaction"] = toHex(transaction(stock(0).key.entityKey()));
    post(*verifier, "/verify", body, 400);
    body["transaction"] = toHex(transaction(entityKey));
    body["signature"] = toHex(Bytes(64, 1));
    post(*verifier, "/verify", body, 400);
    body["signature"] = "not hex";
    post(*verifier, "/verify", body, 400);
}

TEST_F(DemoServicesTest, AWalletWithDevicesIsDescribedAndAnEmptyOneIsNotFound)
{
    const auto service = entityService();
    EXPECT_EQ(ask(*service, "/v2/wallet/" + user().key.text(), 404)["statusCode"], 404);
    withStarter();
    const Json wallet = ask(*service, "/v2/wallet/" + user().key.text());
    EXPECT_EQ(wallet["hotspots_count"], 8);
    for (const Json& hotspot : wallet["hotspots"])
        for (const char* member :
             {"name", "asset_id", "key_to_asset_key", "entity_key_str", "hotspot_infos", "attributes"})
            EXPECT_TRUE(hotspot.contains(member)) << member;
}

TEST_F(DemoServicesTest, PublishedPlacesAreCoarse)
{
    const auto service = entityService();
    const Json hotspot = ask(*service, "/v2/hotspot/" + keyToAssetOf(stock(0).key.entityKey()).text());
    const Json& iot = hotspot["hotspot_infos"]["iot"];
    EXPECT_EQ(iot["city"], "Hamburg");
    const GeoPoint published{iot["lat"].get<double>(), iot["long"].get<double>()};
    EXPECT_LT(distanceMetres(published, stock(0).point), 700);
    EXPECT_EQ(cellResolution(std::stoull(iot["location"].get<std::string>())), 8);
    EXPECT_EQ(iot["is_active"], false);
}

TEST_F(DemoServicesTest, TheWholeNetworkComesInPagesWithACursor)
{
    const auto service = entityService();
    const Json meta = ask(*service, "/v2/hotspots/pagination-metadata?subnetwork=iot");
    EXPECT_GE(meta["totalItems"], 300);
    EXPECT_GE(meta["totalPages"], 2);
    std::set<std::string> seen;
    std::string path = "/v2/hotspots?subnetwork=iot";
    int pages = 0;
    while (true) {
        const Json page = ask(*service, path);
        ++pages;
        for (const Json& item : page["items"]) {
            EXPECT_TRUE(seen.insert(item["key_to_asset_key"].get<std::string>()).second);
            if (!item["lat"].is_null()) {
                EXPECT_TRUE(isValidPoint({item["lat"].get<double>(), item["long"].get<double>()}));
            }
        }
        if (page["cursor"].is_null())
            break;
        path = "/v2/hotspots?cursor=" + page["cursor"].get<std::string>();
        ASSERT_LT(pages, 20);
    }
    EXPECT_EQ(pages, meta["totalPages"]);
    EXPECT_EQ(seen.size(), meta["totalItems"]);
    ask(*service, "/v2/hotspots?cursor=rubbish", 400);
}

TEST_F(DemoServicesTest, OtherRoutesAreNotFound)
{
    ask(*entityService(), "/v9/everything", 404);
    ask(*onboardingService(), "/api/v2/hotspots/x", 404);
    EXPECT_TRUE(ask(*eccVerifierService(), "/", 404).contains("error"));
}

} // namespace outpost::heliumdemo
