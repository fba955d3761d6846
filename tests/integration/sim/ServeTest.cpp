// SPDX-License-Identifier: GPL-3.0-or-later
#include "ServeFixture.h"

#include "core/sim/DemoClock.h"

#include <poll.h>
#include <sys/stat.h>

namespace outpost::sim::test {
namespace {

using namespace std::chrono_literals;

class Serving : public testing::Test {
protected:
    void SetUp() override { m_host = start(); }
    std::unique_ptr<DemoHost> start()
    {
        HostOptions options;
        options.world.seed = 7;
        options.lostAnswerHold = 50ms;
        auto host = DemoHost::startOrAttach(home(), options, fakeNetworks);
        EXPECT_TRUE(host.has_value()) << host.error().detail;
        return std::move(*host);
    }
    std::filesystem::path home() const { return m_directory.path() / "demo"; }
    const DemoEndpoints& endpoints() const { return m_host->endpoints(); }
    DemoControl control() const { return DemoControl(endpoints()); }
    Json state() const { return Json::parse(control().state().value_or("null")); }

    TempDirectory m_directory;
    std::unique_ptr<DemoHost> m_host;
};

TEST_F(Serving, BothNodesAnswerFromOneWorld)
{
    ASSERT_TRUE(control().fund(person("alice").key.text(), 5'000'000'000).has_value());
    for (const auto host : kRpcHosts) {
        const Json reply =
            askNode(endpoints(), "getBalance", Json::array({person("alice").key.text(), {{"commitment", "processed"}}}),
                    std::string(host));
        EXPECT_EQ(reply["result"]["value"], 5'000'000'000u) << host;
    }
}

TEST_F(Serving, AHostIsNamedInTheHeaderOrInThePath)
{
    auto byHeader = clientOf(endpoints(), "echo.example");
    EXPECT_EQ(Json::parse(byHeader.Get("/a/b?q=x%20y")->body)["q"], "x y");
    auto byPath = clientOf(endpoints(), "localhost");
    const auto reply = byPath.Post("/@echo.example/a/b", "hello", "text/plain");
    EXPECT_EQ(Json::parse(reply->body)["path"], "/a/b");
    EXPECT_EQ(Json::parse(reply->body)["body"], "hello");
}

TEST_F(Serving, AnUnknownHostIsSaidToBeUnknown)
{
    EXPECT_EQ(clientOf(endpoints(), "example.org").Get("/")->status, 421);
}

TEST_F(Serving, SocketAndHomeArePrivate)
{
    struct stat info{};
    ASSERT_EQ(::stat(endpoints().socket.c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777, 0600u);
    ASSERT_EQ(::stat(home().c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777, 0700u);
}

TEST_F(Serving, ASecondHostAttachesAndTakesOverWhenTheFirstGoes)
{
    const auto second = start();
    EXPECT_TRUE(m_host->isServing());
    EXPECT_FALSE(second->isServing());
    ASSERT_TRUE(control().fund(person("alice").key.text(), 5'000'000'000).has_value());
    m_host.reset();
    for (int i = 0; i < 1000 && !second->isServing(); ++i)
        ::poll(nullptr, 0, 10);
    ASSERT_TRUE(second->isServing());
    const Json reply = askNode(second->endpoints(), "getBalance",
                               Json::array({person("alice").key.text(), {{"commitment", "processed"}}}));
    EXPECT_EQ(reply["result"]["value"], 5'000'000'000u);
}

TEST_F(Serving, TheStateOutlivesTheHost)
{
    ASSERT_TRUE(control().advance(5).has_value());
    const Json before = state();
    m_host.reset();
    m_host = start();
    EXPECT_GE(state()["now"].get<std::int64_t>(), before["now"].get<std::int64_t>());
    EXPECT_EQ(state()["createdAt"], before["createdAt"]);
}

TEST_F(Serving, AdvancingPassesDaysForTheNetworksAtOnce)
{
    ASSERT_TRUE(control().advance(3).has_value());
    std::optional<Json> days;
    ASSERT_TRUE(m_host->router()->withWorld([&](SimWorld& world) { days = world.recall("fake", "days"); }).has_value());
    EXPECT_EQ(days, Json(3));
}

TEST_F(Serving, TimeDoesNotGoBack)
{
    EXPECT_FALSE(control().advance(-1).has_value());
    EXPECT_FALSE(control().advance(100'000).has_value());
}

TEST_F(Serving, TheClockFollowsTheDemo)
{
    const DemoClock clock(endpoints().clockFile);
    ASSERT_TRUE(control().advance(40).has_value());
    std::int64_t demo = state()["now"];
    EXPECT_NEAR(static_cast<double>(toUnixMillis(DemoClock(endpoints().clockFile).now())), static_cast<double>(demo),
                2'000);
    ASSERT_TRUE(control().setFaults({"clock-skew"}).has_value());
    demo = state()["now"];
    EXPECT_NEAR(static_cast<double>(toUnixMillis(DemoClock(endpoints().clockFile).now())),
                static_cast<double>(demo + 17 * 60'000), 2'000);
}

TEST_F(Serving, AServiceThatTripsChangesNothing)
{
    EXPECT_EQ(clientOf(endpoints(), "echo.example").Get("/trip")->status, 500);
    std::optional<Json> trip;
    ASSERT_TRUE(m_host->router()->withWorld([&](SimWorld& world) { trip = world.recall("fake", "trip"); }).has_value());
    EXPECT_EQ(trip, std::nullopt);
}

TEST_F(Serving, AnOrderWithAMemberOfAnotherKindChangesNothing)
{
    auto control = clientOf(m_host->endpoints(), "control.demo");
    for (const char* body : {R"({"set":["http-500:*"],"clear":5})", R"({"clear":"yes"})"}) {
        const auto reply = control.Post("/faults", body, "application/json");
        ASSERT_TRUE(reply);
        EXPECT_EQ(reply->status, 400) << body;
    }
    for (const char* route : {"/starter", "/fund"}) {
        const auto reply = control.Post(route, R"({"wallet":7,"address":[],"amount":1})", "application/json");
        ASSERT_TRUE(reply);
        EXPECT_EQ(reply->status, 400) << route;
    }
    EXPECT_EQ(askNode(m_host->endpoints(), "getHealth")["result"], "ok");
}

TEST_F(Serving, ThousandsOfBracketsAreNoRequest)
{
    const std::string deep(200'000, '[');
    auto node = clientOf(m_host->endpoints(), "rpc-one.demo");
    const std::string body = R"({"jsonrpc":"2.0","id":)" + deep + std::string(deep.size(), ']') + "}";
    const auto reply = node.Post("/", body, "application/json");
    ASSERT_TRUE(reply);
    EXPECT_EQ(Json::parse(reply->body)["error"]["code"], -32700);
    auto control = clientOf(m_host->endpoints(), "control.demo");
    const auto refused = control.Post("/starter", deep + std::string(deep.size(), ']'), "application/json");
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->status, 404);
}

TEST_F(Serving, StarterAndHistoryComeOverTheSocket)
{
    const std::string wallet = person("alice").key.text();
    EXPECT_EQ(control().starter(wallet).value_or(false), true);
    EXPECT_EQ(control().starter(wallet).value_or(true), false);
    const auto history = control().history(wallet);
    ASSERT_TRUE(history.has_value());
    ASSERT_EQ(history->size(), 1u);
    EXPECT_EQ(history->at(0).device, DeviceId("fake:1"));
    EXPECT_FALSE(control().starter("nonsense").has_value());
}

TEST_F(Serving, PastPricesEndWithTodays)
{
    const auto prices = control().prices("fake-coin", "eur", 180);
    ASSERT_TRUE(prices.has_value());
    ASSERT_EQ(prices->size(), 181u);
    EXPECT_LT(prices->front().at, prices->back().at);
    EXPECT_FALSE(control().prices("no-coin", "eur", 10).has_value());
}

TEST_F(Serving, CoinGeckoAnswersItsShape)
{
    const auto reply = clientOf(endpoints(), "api.coingecko.com")
                           .Get("/api/v3/simple/price?ids=fake-coin,solana,nothing&vs_currencies=eur,usd,jpy");
    const Json out = Json::parse(reply->body);
    EXPECT_EQ(out.size(), 2u);
    EXPECT_TRUE(out["solana"]["eur"].is_number());
    EXPECT_GT(out["fake-coin"]["jpy"].get<double>(), out["fake-coin"]["usd"].get<double>());
}

TEST_F(Serving, JupiterAnswersItsShape)
{
    const auto reply = clientOf(endpoints(), "api.jup.ag")
                           .Get("/price/v3?ids=" + FakeDemo::mint().text() + "," + person("none").key.text());
    const Json out = Json::parse(reply->body);
    EXPECT_EQ(out.size(), 1u);
    EXPECT_TRUE(out[FakeDemo::mint().text()]["usdPrice"].is_number());
    EXPECT_EQ(out[FakeDemo::mint().text()]["decimals"], 8);
}

class ServingFaults : public Serving {
protected:
    void strike(const std::string& fault) { ASSERT_TRUE(control().setFaults({fault}).has_value()); }
};

TEST_F(ServingFaults, Http429ComesOnceWithRetryAfter)
{
    strike("http-429");
    auto client = clientOf(endpoints(), "echo.example");
    const auto first = client.Get("/");
    EXPECT_EQ(first->status, 429);
    EXPECT_EQ(first->get_header_value("Retry-After"), "1");
    EXPECT_EQ(client.Get("/")->status, 200);
}

TEST_F(ServingFaults, Http500IsAWebPage)
{
    strike("http-500:2");
    auto client = clientOf(endpoints(), "rpc-one.demo");
    EXPECT_EQ(client.Post("/", rpcBody("getHealth"), "application/json")->status, 500);
    EXPECT_EQ(client.Post("/", rpcBody("getHealth"), "application/json")->status, 500);
    EXPECT_EQ(client.Post("/", rpcBody("getHealth"), "application/json")->status, 200);
}

TEST_F(ServingFaults, GarbageIsNotJson)
{
    strike("http-garbage");
    const auto reply = clientOf(endpoints(), "rpc-one.demo").Post("/", rpcBody("getHealth"), "application/json");
    EXPECT_EQ(reply->status, 200);
    EXPECT_TRUE(Json::parse(reply->body, nullptr, false).is_discarded());
}

TEST_F(ServingFaults, TenMegabytesAreTenMegabytes)
{
    strike("http-10mb");
    EXPECT_GE(clientOf(endpoints(), "echo.example").Get("/")->body.size(), 10'000'000u);
}

TEST_F(ServingFaults, OneNodeFailsAndTheOtherAnswers)
{
    strike("http-500:*@rpc-two.demo");
    EXPECT_TRUE(askNode(endpoints(), "getHealth", Json::array(), "rpc-two.demo").is_null());
    EXPECT_EQ(askNode(endpoints(), "getHealth", Json::array(), "rpc-one.demo")["result"], "ok");
    ASSERT_TRUE(control().clearFaults().has_value());
    EXPECT_EQ(askNode(endpoints(), "getHealth", Json::array(), "rpc-two.demo")["result"], "ok");
}

TEST_F(ServingFaults, ThePriceFeedIsGone)
{
    strike("price-feed-gone");
    EXPECT_EQ(clientOf(endpoints(), "api.coingecko.com").Get("/api/v3/simple/price?ids=solana&vs_currencies=eur")->body,
              "{}");
}

TEST_F(ServingFaults, TheAnswerToASendGetsLost)
{
    const Keypair alice = person("alice");
    ASSERT_TRUE(control().fund(alice.key.text(), 5'000'000'000).has_value());
    const Json hash = askNode(endpoints(), "getLatestBlockhash", Json::array({{{"commitment", "processed"}}}));
    const Pubkey blockhash = pubkeyOf(hash["result"]["value"]["blockhash"].get<std::string>());
    const Keypair signers[] = {alice};
    const Bytes wire = signedTransaction(
        compileMessage(alice.key, {make::systemTransfer(alice.key, person("bob").key, 1'000'000'000)}, blockhash),
        signers);
    strike("rpc-timeout-after-accept");
    EXPECT_TRUE(
        askNode(endpoints(), "sendTransaction", Json::array({toBase64(wire), {{"encoding", "base64"}}})).is_null());
    const std::string signature = toBase58(parseTransaction(wire)->signatures[0]);
    const Json status = askNode(endpoints(), "getSignatureStatuses", Json::array({Json::array({signature})}));
    EXPECT_TRUE(status["result"]["value"][0]["err"].is_null());
    EXPECT_FALSE(status["result"]["value"][0].is_null());
}

TEST_F(ServingFaults, UnknownFaultsAreRefused)
{
    const auto refused = control().setFaults({"flood"});
    ASSERT_FALSE(refused.has_value());
    EXPECT_TRUE(refused.error().is(errors::kMalformed));
}

class ServingTcp : public Serving {
protected:
    void SetUp() override
    {
        Serving::SetUp();
        const auto served = m_host->serveTcp(0);
        ASSERT_TRUE(served.has_value()) << served.error().detail;
        m_address = *served;
    }
    httplib::Result get(const std::string& path, httplib::Headers headers = {})
    {
        httplib::Client client("127.0.0.1", m_address.port);
        return client.Get(path, headers);
    }
    DemoHost::TcpAddress m_address;
};

TEST_F(ServingTcp, TheTokenOpensTheDoor)
{
    EXPECT_EQ(get("/@echo.example/x", {{"Authorization", "Bearer " + m_address.token}})->status, 200);
    EXPECT_EQ(get("/~" + m_address.token + "/@echo.example/x")->status, 200);
}

TEST_F(ServingTcp, WithoutTheTokenNothingOpens)
{
    EXPECT_EQ(get("/@echo.example/x")->status, 401);
    EXPECT_EQ(get("/~0000/@echo.example/x")->status, 401);
}

TEST_F(ServingTcp, AForeignHostIsRefusedEvenWithTheToken)
{
    EXPECT_EQ(
        get("/@echo.example/x", {{"Authorization", "Bearer " + m_address.token}, {"Host", "evil.example"}})->status,
        403);
}

TEST_F(ServingTcp, AForeignOriginIsRefusedEvenWithTheToken)
{
    EXPECT_EQ(
        get("/@echo.example/x", {{"Authorization", "Bearer " + m_address.token}, {"Origin", "https://evil.example"}})
            ->status,
        403);
}

TEST_F(ServingTcp, APortThatIsTakenIsRefused)
{
    TempDirectory other;
    HostOptions options;
    auto second = DemoHost::startOrAttach(other.path(), options, fakeNetworks);
    ASSERT_TRUE(second.has_value());
    EXPECT_FALSE((*second)->serveTcp(m_address.port).has_value());
}

TEST(Endpoints, LongHomesGetAShortSocket)
{
    const auto endpoints = demoEndpoints("/tmp/" + std::string(150, 'x'));
    EXPECT_LT(endpoints.socket.string().size(), 108u);
    EXPECT_NE(endpoints.socket, demoEndpoints("/tmp/" + std::string(150, 'y')).socket);
}

TEST(Endpoints, BaseNamesSocketAndHost)
{
    const DemoEndpoints endpoints{"/home/a b/demo.sock", {}};
    EXPECT_EQ(endpoints.base("api.jup.ag"), "http+unix://%2Fhome%2Fa%20b%2Fdemo.sock/@api.jup.ag");
}

} // namespace
} // namespace outpost::sim::test
