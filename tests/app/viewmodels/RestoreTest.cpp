// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/FirstRunViewModel.h"
#include "core/codec/Json.h"
#include "core/services/ServiceErrors.h"
#include "core/wallet/WalletErrors.h"
#include "tests/app/viewmodels/DemoHome.h"
#include "tests/integration/net/LocalServer.h"
#include "tests/support/KdfFloorForTests.h"
#include "tests/unit/ledger/LedgerFixtures.h"

#include <fstream>
#include <set>

namespace outpost::app {
namespace {

// Published vectors: the words and what other wallets derive of them (facts of the network, wallet-app's own tests).
constexpr const char* kWords = "drill toddler tongue laundry access silly few faint glove birth crumble add";
constexpr const char* kStandard = "1u76UNyGcggf4rMcjJ3KFwKHmdxvBQSFguigkpVJLyv"; // m/44'/501'/0'/0'
constexpr const char* kLegacy = "2EqLoU9div1QPiCwUk8iccYjzYGg6U1G5NvNT8aAasoQ";  // the words themselves
constexpr const char* kShort = "E8BoUW8o7KiBC4mYY4DfC6xv1yVxfjWM7FBgs89ohXxK";   // m/44'/501'/0'
constexpr const char* kRoot = "5w8ujLNixdA7bKgJEL3YmCBC7FZuN82s3YYcCTTKfT5C";    // m/44'/501'
constexpr const char* kHnt = "hntyVP6YFm1Hg25TN9WGLqM12b8TQmcknKrdu1oxWux";

/// A node on this computer that knows who holds what, and no device.
class Node {
public:
    Node()
    {
        m_server.server.Post(".*", [this](const httplib::Request& request, httplib::Response& response) {
            const std::scoped_lock lock(m_mutex);
            const auto call = codec::parseJson(asBytes(request.body)).value_or(codec::Json());
            const std::string method = call["method"].string().value_or("");
            if (away || silent.contains(method)) {
                response.status = 500;
                return;
            }
            response.set_content(R"({"jsonrpc":"2.0","id":)" + call["id"].toText() + R"(,"result":)" +
                                     answer(method, call["params"]) + "}",
                                 "application/json");
        });
        m_server.listen();
    }
    std::string url() const { return m_server.url("/"); }
    template <class Change> void change(Change change)
    {
        const std::scoped_lock lock(m_mutex);
        change(*this);
    }

    std::map<std::string, std::uint64_t> lamports;
    std::map<std::string, std::uint64_t> hnt;
    std::set<std::string> silent; ///< methods that are not answered
    bool away = false;

private:
    std::string answer(const std::string& method, const codec::Json& params)
    {
        if (method == "getMultipleAccounts") {
            codec::JsonArray list;
            for (const codec::Json& key : params[std::size_t{0}].items()) {
                const auto at = lamports.find(key.string().value_or(""));
                list.raw(at == lamports.end() ? "null"
                                              : ledger::accountText(solana::programs::kSystem, at->second, {}));
            }
            return ledger::inContext(list.text());
        }
        if (method == "getTokenAccountsByOwner") {
            const std::string owner = params[std::size_t{0}].string().value_or("");
            codec::JsonArray list;
            if (const auto at = hnt.find(owner); at != hnt.end())
                list.add(codec::JsonObject()
                             .add("pubkey", ledger::key(9).toBase58())
                             .raw("account",
                                  ledger::accountText(solana::programs::kToken, 2'039'280,
                                                      ledger::tokenAccountData(*solana::PublicKey::fromBase58(kHnt),
                                                                               *solana::PublicKey::fromBase58(owner),
                                                                               at->second))));
            return ledger::inContext(list.text());
        }
        if (method == "searchAssets")
            return R"({"total":0,"limit":1000,"page":1,"items":[]})";
        return "null";
    }

    std::mutex m_mutex;
    test::LocalServer<httplib::Server> m_server;
};

class RestoreTest : public ::testing::Test {
protected:
    RestoreTest()
    {
        const std::filesystem::path config = std::filesystem::path(m_home.path().toStdString()) / "network.json";
        std::ofstream(config) << R"({"helium":{"rpc":[")" << m_node.url() << R"("],"das":[")" << m_node.url()
                              << R"("]}})";
        EngineOptions options;
        options.home = m_home.path().toStdString() + "/home";
        options.kdfFloor = wallet::KdfFloorForTests::floor();
        options.networkConfig = config;
        options.delay = &m_delay;
        auto engine = Engine::create(std::move(options));
        EXPECT_TRUE(engine) << (engine ? "" : engine.error().detail);
        m_engine = std::move(*engine);
        EXPECT_TRUE(test::await(m_engine->start()));
        m_first = std::make_unique<FirstRunViewModel>(*m_engine, m_format, nullptr);
    }
    void type(SecretInput& field, const char* text)
    {
        for (const QChar c : QString::fromLatin1(text)) {
            QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(c));
            QCoreApplication::sendEvent(&field, &press);
        }
    }
    void settle()
    {
        ASSERT_TRUE(test::until(m_first.get(), &FirstRunViewModel::changed, [this] { return !m_first->busy(); }));
    }
    /// Types the words and waits for the list of addresses.
    void typeWords()
    {
        SecretInput words;
        SecretInput password;
        SecretInput again;
        type(words, kWords);
        type(password, test::kPassword);
        type(again, test::kPassword);
        m_first->choose(FirstRunViewModel::Restore);
        m_first->restore(&words, &password, &again);
        EXPECT_EQ(words.length(), 0);
        settle();
    }
    const Row* row(const char* address)
    {
        const auto& rows = m_first->addresses()->rows();
        const QString title = Format::shortAddress(Address(address));
        const auto at = std::ranges::find(rows, title, &Row::title);
        return at == rows.end() ? nullptr : &*at;
    }
    std::vector<std::string> addresses()
    {
        std::vector<std::string> list;
        for (const Address& address : m_engine->wallets().current()->addresses)
            list.push_back(address.str());
        return list;
    }

    using Texts = std::vector<std::string>;
    Format m_format{QLocale(QLocale::English, QLocale::Ireland)};
    QTemporaryDir m_home;
    test::QuickDelay m_delay;
    Node m_node;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<FirstRunViewModel> m_first;
};

TEST_F(RestoreTest, AnOlderWalletsAddressIsFoundAndTheEmptyStandardOneIsNotTaken)
{
    m_node.change([](Node& node) { node.hnt[kLegacy] = 1'250'000'000; });
    typeWords();
    ASSERT_EQ(m_first->step(), FirstRunViewModel::Addresses) << m_first->error().toStdString();
    EXPECT_FALSE(m_first->hasWallet()); // nothing is made before the person has agreed
    ASSERT_NE(row(kLegacy), nullptr);
    EXPECT_EQ(row(kLegacy)->level, FirstRunViewModel::Receives);
    EXPECT_TRUE(row(kLegacy)->note.contains(QStringLiteral("12.5"))) << row(kLegacy)->note.toStdString();
    ASSERT_NE(row(kStandard), nullptr);
    EXPECT_EQ(row(kStandard)->level, FirstRunViewModel::NotKept);
    EXPECT_EQ(row(kStandard)->note, u"Nothing there");
    EXPECT_TRUE(m_first->addressNotice().isEmpty());
    QSignalSpy finished(m_first.get(), &FirstRunViewModel::finished);
    m_first->confirmAddresses();
    settle();
    EXPECT_EQ(finished.count(), 1) << m_first->error().toStdString();
    EXPECT_EQ(addresses(), Texts{kLegacy});
    EXPECT_TRUE(m_engine->wallets().signerFor(Address(kLegacy)));
}

TEST_F(RestoreTest, OfSeveralInUseTheOneWithTokensReceivesAndAllAreKept)
{
    m_node.change([](Node& node) {
        node.lamports[kStandard] = 9'000'000'000;
        node.lamports[kShort] = 5'000;
        node.hnt[kRoot] = 1;
    });
    typeWords();
    EXPECT_EQ(m_first->addresses()->count(), 3);
    m_first->confirmAddresses();
    settle();
    EXPECT_EQ(addresses(), (Texts{kRoot, kStandard, kShort}));
    EXPECT_EQ(m_engine->wallets().currentAddress()->str(), kRoot);
}

TEST_F(RestoreTest, ThePersonsChoiceCounts)
{
    m_node.change([](Node& node) {
        node.lamports[kStandard] = 9;
        node.lamports[kShort] = 5;
    });
    typeWords();
    const QString standard = row(kStandard)->key;
    m_first->showAllAddresses();
    EXPECT_EQ(m_first->addressesHidden(), 0);
    EXPECT_GT(m_first->addresses()->count(), 20);
    m_first->receiveAt(row(kRoot)->key);
    EXPECT_EQ(row(kRoot)->level, FirstRunViewModel::Receives);
    m_first->keepAddress(standard, false);
    m_first->confirmAddresses();
    settle();
    EXPECT_EQ(addresses(), (Texts{kRoot, kShort}));
}

TEST_F(RestoreTest, TheLastAddressCannotBeLeftOut)
{
    typeWords();
    m_first->keepAddress(row(kStandard)->key, false);
    EXPECT_EQ(row(kStandard)->level, FirstRunViewModel::Receives);
}

TEST_F(RestoreTest, WhereNothingIsFoundTheStandardAddressIsTakenAndItIsSaid)
{
    typeWords();
    EXPECT_EQ(m_first->addresses()->count(), 1);
    EXPECT_TRUE(m_first->addressNotice().startsWith(QStringLiteral("Nothing was found")));
    m_first->confirmAddresses();
    settle();
    EXPECT_EQ(addresses(), Texts{kStandard});
}

TEST_F(RestoreTest, WithoutNetworkTheStandardAddressIsTakenItIsSaidAndLookingAgainFindsTheRest)
{
    m_node.change([](Node& node) {
        node.away = true;
        node.hnt[kRoot] = 7;
    });
    typeWords();
    EXPECT_TRUE(m_first->addressNotice().startsWith(QStringLiteral("The network could not be asked")));
    ASSERT_NE(row(kStandard), nullptr);
    EXPECT_TRUE(row(kStandard)->note.contains(QStringLiteral("not known"))) << row(kStandard)->note.toStdString();
    m_first->confirmAddresses();
    settle();
    EXPECT_EQ(addresses(), Texts{kStandard});

    // Later, from the wallet that is there.
    m_node.change([](Node& node) { node.away = false; });
    m_first->chooseAddresses();
    settle();
    EXPECT_TRUE(m_first->choosesAgain());
    EXPECT_EQ(row(kStandard)->level, FirstRunViewModel::Receives);
    ASSERT_NE(row(kRoot), nullptr);
    EXPECT_EQ(row(kRoot)->level, FirstRunViewModel::Kept);
    m_first->receiveAt(row(kRoot)->key);
    m_first->confirmAddresses();
    settle();
    EXPECT_EQ(addresses(), (Texts{kRoot, kStandard}));
    EXPECT_EQ(m_engine->wallets().wallets().size(), 1u);
    EXPECT_TRUE(m_engine->wallets().signerFor(Address(kRoot)));
}

TEST_F(RestoreTest, WhatIsNotKnownIsNotCalledNothing)
{
    m_node.change([](Node& node) {
        node.silent = {"getTokenAccountsByOwner"};
        node.lamports[kShort] = 1'000'000'000;
    });
    typeWords();
    EXPECT_TRUE(m_first->addressNotice().startsWith(QStringLiteral("Not everything could be asked")));
    EXPECT_TRUE(row(kStandard)->note.contains(QStringLiteral("money not known"))) << row(kStandard)->note.toStdString();
    EXPECT_EQ(row(kShort)->level, FirstRunViewModel::Receives);
}

TEST_F(RestoreTest, GoingBackForgetsTheWords)
{
    typeWords();
    m_first->back();
    EXPECT_EQ(m_first->step(), FirstRunViewModel::Restore);
    EXPECT_EQ(m_first->addresses()->count(), 0);
    m_first->confirmAddresses();
    EXPECT_FALSE(m_first->busy());
    EXPECT_FALSE(m_first->hasWallet());
}

TEST_F(RestoreTest, AWalletThatIsLockedWhileItsAddressesAreChosenForgetsThem)
{
    typeWords();
    m_first->confirmAddresses();
    settle();
    m_first->chooseAddresses();
    settle();
    m_engine->wallets().lock();
    EXPECT_EQ(m_first->step(), FirstRunViewModel::Choose);
    EXPECT_EQ(m_first->addresses()->count(), 0);
    m_first->chooseAddresses();
    EXPECT_FALSE(m_first->error().isEmpty());
    EXPECT_EQ(m_first->addresses()->count(), 0);
}

} // namespace
} // namespace outpost::app
