// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/SettingsViewModel.h"
#include "core/net/HttpTarget.h"
#include "tests/integration/net/LocalServer.h"
#include "tests/support/Await.h"
#include "tests/support/KdfFloorForTests.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <fstream>

namespace outpost::app {
namespace {

constexpr std::string_view kDescriptor = R"({"endpoints":{"rpc":["https://one.example","https://two.example"],
    "das":["https://one.example"],"oracleHosts":["oracle.example"]}})";

NetworkAddresses readWith(const std::string& own)
{
    const auto read = readAddresses(kDescriptor, "net", R"({"net":)" + own + "}");
    EXPECT_TRUE(read);
    return read.value_or(NetworkAddresses());
}

using Urls = std::vector<std::string>;

TEST(NetworkAddresses, TheSameHostTwiceIsNoSecondOpinion)
{
    EXPECT_EQ(readWith(R"({"rpc":["https://mine.example","https://mine.example/"]})").rpc,
              (Urls{"https://mine.example", "https://one.example"}));
    EXPECT_EQ(readWith(R"({"rpc":["https://one.example","https://one.example"]})").rpc,
              (Urls{"https://one.example", "https://two.example"}));
}

TEST(NetworkAddresses, OneNodeAloneStaysAlone)
{
    EXPECT_EQ(readWith(R"({"rpc":["https://mine.example"]})").rpc, Urls{"https://mine.example"});
}

TEST(NetworkAddresses, ServersOfOneComputerAreToldApartByTheirPaths)
{
    const Urls both{"http://127.0.0.1:9000/@one", "http://127.0.0.1:9000/@two"};
    EXPECT_EQ(readWith(R"({"rpc":["http://127.0.0.1:9000/@one","http://127.0.0.1:9000/@two"]})").rpc, both);
}

TEST(NetworkAddresses, AnOwnNodeIsNotAskedForDevicesUnlessItIsNamedForThem)
{
    EXPECT_EQ(readWith(R"({"rpc":["https://mine.example"]})").das, Urls{"https://one.example"});
    EXPECT_EQ(readWith(R"({"rpc":["https://mine.example"],"das":["https://mine.example"]})").das,
              Urls{"https://mine.example"});
}

/// A node on this computer that answers each call with one text.
class OwnNodeTest : public ::testing::Test {
protected:
    OwnNodeTest()
    {
        m_server.server.Post(".*", [this](const httplib::Request& request, httplib::Response& response) {
            m_asked += request.body.contains("searchAssets") ? 1 : 0;
            response.status = m_status;
            response.set_content(m_answer, "application/json");
        });
        m_server.listen();
        start();
    }
    /// As the program does: the file of the last run is handed to the engine.
    void start()
    {
        m_settings.reset();
        m_engine.reset();
        EngineOptions options;
        options.home = m_home.path().toStdString();
        options.kdfFloor = wallet::KdfFloorForTests::floor();
        if (std::filesystem::exists(file()))
            options.networkConfig = file();
        auto engine = Engine::create(std::move(options));
        ASSERT_TRUE(engine) << engine.error().detail;
        m_engine = std::move(*engine);
        ASSERT_TRUE(test::await(m_engine->start()));
        m_settings = std::make_unique<SettingsViewModel>(*m_engine, m_format, nullptr);
        ASSERT_TRUE(test::await(m_settings->load()));
    }
    void save(const std::string& url)
    {
        m_settings->setOwnNode(QString::fromStdString(url));
        QSignalSpy changed(m_settings.get(), &SettingsViewModel::changed);
        while (m_settings->nodeBusy())
            ASSERT_TRUE(changed.wait(20'000));
    }
    std::filesystem::path file() const
    {
        return ownNodeFile(std::filesystem::absolute(m_home.path().toStdString()) / "real");
    }
    /// What the next start will use.
    NetworkAddresses next()
    {
        start();
        return m_engine->addresses();
    }
    std::string builtIn(std::size_t i) { return m_engine->builtInAddresses().rpc.at(i); }
    std::string node(const std::string& path = "/") { return m_server.url(path); }

    Format m_format{QLocale(QLocale::English, QLocale::Ireland)};
    QTemporaryDir m_home;
    test::LocalServer<httplib::Server> m_server;
    std::atomic<int> m_asked = 0;
    int m_status = 200;
    std::string m_answer = R"({"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"Method not found"}})";
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<SettingsViewModel> m_settings;
};

TEST_F(OwnNodeTest, TheHostThatComesWithOutpostStaysTheSecondOpinionHoweverOftenItIsSaved)
{
    const std::string first = builtIn(0);
    save(node());
    EXPECT_EQ(next().rpc, (Urls{node(), first}));
    save(node());
    EXPECT_EQ(next().rpc, (Urls{node(), first}));
    save("http://127.0.0.2:1/");
    EXPECT_EQ(next().rpc, (Urls{"http://127.0.0.2:1/", first}));
}

TEST_F(OwnNodeTest, TheHostThatComesWithOutpostAsOwnNodeHasTheOtherOneBesideIt)
{
    const std::string first = builtIn(0);
    const std::string second = builtIn(1);
    m_settings->setOwnNode(QString::fromStdString(first));
    EXPECT_EQ(next().rpc, (Urls{first, second}));
}

TEST_F(OwnNodeTest, AFileThatLostTheSecondOpinionHasItBackAfterTheNextStart)
{
    const std::string text = R"({"helium":{"rpc":["http://127.0.0.2:1/","http://127.0.0.3:1/"]}})";
    std::filesystem::create_directories(file().parent_path());
    std::ofstream(file()) << text;
    start();
    EXPECT_EQ(next().rpc, (Urls{"http://127.0.0.2:1/", builtIn(0)}));
}

TEST_F(OwnNodeTest, ANodeWithoutAnIndexIsNotAskedForDevices)
{
    const std::string usual = m_engine->builtInAddresses().das.front();
    save(node());
    EXPECT_EQ(m_asked, 1);
    EXPECT_TRUE(m_settings->nodeError().isEmpty());
    EXPECT_TRUE(m_settings->nodeNote().contains(QStringLiteral("does not list devices")))
        << m_settings->nodeNote().toStdString();
    EXPECT_EQ(next().das, Urls{usual});
    EXPECT_TRUE(m_engine->hosts().isListed(net::parseTarget(usual)->host));
}

TEST_F(OwnNodeTest, ANodeWithAnIndexIsAskedForDevices)
{
    m_answer = R"({"jsonrpc":"2.0","id":1,"result":{"total":0,"limit":1,"page":1,"items":[]}})";
    save(node());
    EXPECT_TRUE(m_settings->nodeNote().contains(QStringLiteral("also lists devices")))
        << m_settings->nodeNote().toStdString();
    EXPECT_EQ(next().das, Urls{node()});
    // Saved again when it has none any more, the usual host is back.
    m_answer = R"({"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"Method not found"}})";
    save(node());
    EXPECT_EQ(next().das, m_engine->builtInAddresses().das);
}

TEST_F(OwnNodeTest, ANodeThatDoesNotAnswerIsKeptAndTheUsualHostGoesOnListingDevices)
{
    m_status = 503;
    m_answer = "down";
    save(node());
    EXPECT_TRUE(m_settings->nodeError().isEmpty());
    EXPECT_TRUE(m_settings->nodeNote().contains(QStringLiteral("Until it is saved again")))
        << m_settings->nodeNote().toStdString();
    const std::string first = builtIn(0);
    EXPECT_EQ(next().rpc, (Urls{node(), first}));
    EXPECT_EQ(m_engine->addresses().das, m_engine->builtInAddresses().das);
}

TEST_F(OwnNodeTest, EmptyGoesBackToWhatComesWithOutpost)
{
    save(node());
    start();
    m_settings->setOwnNode({});
    EXPECT_FALSE(std::filesystem::exists(file()));
    EXPECT_EQ(next().rpc, m_engine->builtInAddresses().rpc);
    EXPECT_FALSE(m_engine->hasOverriddenEndpoints());
}

TEST_F(OwnNodeTest, WhatIsNoAddressIsRefusedAndChangesNothing)
{
    m_settings->setOwnNode(QStringLiteral("http://node.example"));
    EXPECT_FALSE(m_settings->nodeError().isEmpty());
    EXPECT_FALSE(std::filesystem::exists(file()));
}

} // namespace
} // namespace outpost::app
