// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/SettingsViewModel.h"
#include "core/net/NetErrors.h"
#include "tests/app/viewmodels/DemoHome.h"

namespace outpost::app {
namespace {

class SettingsTest : public test::DemoHomeTest {
protected:
    SettingsTest()
    {
        open(Start::Empty);
        make();
    }
    void make()
    {
        m_settings = std::make_unique<SettingsViewModel>(engine(), m_format, nullptr);
        EXPECT_GT(test::watchModels(*m_settings), 0);
        ASSERT_TRUE(test::await(m_settings->load()));
    }
    /// As the next start reads them.
    void restart()
    {
        m_settings.reset();
        reopen();
        m_format.setCurrency(Currency::Usd);
        make();
    }
    std::string stored()
    {
        const auto all = test::await(engine().settings().all());
        EXPECT_TRUE(all);
        std::string text;
        for (const auto& [key, value] : all.value_or(std::map<std::string, std::string>()))
            text += key + "=" + value + "\n";
        return text;
    }

    /// Whether it is the proxy that a request to another computer fails at. No network has that address.
    bool endsAtTheProxy()
    {
        engine().hosts().allow({"255.255.255.255", "purpose.tiles", {}});
        const auto reply =
            test::await(engine().curl().send({.url = "https://255.255.255.255/", .headers = {}, .body = {}}));
        return !reply && reply.error().is(outpost::errors::kNetProxy);
    }

    std::unique_ptr<SettingsViewModel> m_settings;
};

TEST_F(SettingsTest, WhatWasChosenIsThereAfterARestart)
{
    m_settings->setCurrency(static_cast<int>(Currency::Jpy));
    m_settings->setLanguage(2);
    m_settings->setTheme(2);
    m_settings->setHighContrast(true);
    m_settings->setTextPercent(150);
    m_settings->setLockMinutes(3);
    restart();
    EXPECT_EQ(m_settings->currency(), static_cast<int>(Currency::Jpy));
    EXPECT_EQ(m_settings->language(), 2);
    EXPECT_EQ(m_settings->theme(), 2);
    EXPECT_TRUE(m_settings->highContrast());
    EXPECT_EQ(m_settings->textPercent(), 150);
    EXPECT_EQ(m_settings->lockMinutes(), 3);
}

TEST_F(SettingsTest, ValuesThatDoNotExistChangeNothing)
{
    const int currency = m_settings->currency();
    m_settings->setCurrency(99);
    m_settings->setCurrency(-1);
    m_settings->setLanguage(7);
    m_settings->setTheme(-2);
    m_settings->setTextPercent(900);
    m_settings->setLockMinutes(0);
    EXPECT_EQ(m_settings->currency(), currency);
    EXPECT_EQ(m_settings->language(), 0);
    EXPECT_EQ(m_settings->theme(), 0);
    EXPECT_EQ(m_settings->textPercent(), 100);
    EXPECT_EQ(m_settings->lockMinutes(), 10);
    EXPECT_TRUE(stored().empty()) << stored();
}

TEST_F(SettingsTest, NonsenseInTheStoreIsTheDefault)
{
    for (const auto& [key, value] :
         {std::pair{"ui.theme", "purple"}, {"ui.text", "7000"}, {"ui.lockMinutes", "-1"}, {"ui.currency", "QQQ"}})
        ASSERT_TRUE(test::await(engine().settings().set(key, value)));
    make();
    EXPECT_EQ(m_settings->theme(), 0);
    EXPECT_EQ(m_settings->textPercent(), 100);
    EXPECT_EQ(m_settings->lockMinutes(), 10);
}

TEST_F(SettingsTest, AStoredProxyThatCannotBeReadKeepsTheConnectionsClosedUntilItIsChanged)
{
    ASSERT_TRUE(test::await(engine().settings().set("net.proxy", "ftp://nowhere")));
    make();
    EXPECT_TRUE(m_settings->proxy().isEmpty());
    EXPECT_FALSE(m_settings->proxyError().isEmpty());
    EXPECT_TRUE(endsAtTheProxy());
    m_settings->setProxy(QStringLiteral("nonsense"));
    EXPECT_TRUE(endsAtTheProxy());
    SecretInput field;
    type(field, QStringLiteral("topsecret"));
    m_settings->setProxyLogin(QStringLiteral("fleet"), &field);
    EXPECT_FALSE(m_settings->proxyError().isEmpty());
    EXPECT_TRUE(endsAtTheProxy());
    m_settings->setProxy({});
    EXPECT_TRUE(m_settings->proxyError().isEmpty());
    EXPECT_FALSE(endsAtTheProxy());
}

TEST_F(SettingsTest, ALoginInAStoredProxyIsTakenOutOfIt)
{
    for (const char* password : {"topsecret", "top@secret", "top%secret", "top/secret#"}) {
        const std::string kept = std::string("socks5://fleet:") + password + "@127.0.0.1:9050";
        ASSERT_TRUE(test::await(engine().settings().set("net.proxy", kept)));
        restart();
        EXPECT_EQ(m_settings->proxy(), u"socks5://127.0.0.1:9050") << password;
        EXPECT_TRUE(m_settings->proxyError().isEmpty()) << password;
        EXPECT_TRUE(m_settings->proxyUser().isEmpty()) << password;
        restart(); // what was written back is there now
        EXPECT_EQ(stored(), "net.proxy=socks5://127.0.0.1:9050\n") << password;
    }
}

TEST_F(SettingsTest, WhatTheCommandLineSaysIsNotStored)
{
    m_settings->overrideLanguage(2);
    m_settings->overrideTheme(1);
    EXPECT_EQ(m_settings->language(), 2);
    EXPECT_TRUE(stored().empty()) << stored();
}

TEST_F(SettingsTest, AnotherCurrencyIsToldOnce)
{
    QSignalSpy told(m_settings.get(), &SettingsViewModel::currencyChanged);
    m_settings->setCurrency(static_cast<int>(Currency::Gbp));
    m_settings->setCurrency(static_cast<int>(Currency::Gbp));
    EXPECT_EQ(told.count(), 1);
}

TEST_F(SettingsTest, AProxyIsKept)
{
    m_settings->setProxy(QStringLiteral(" socks5://127.0.0.1:9050 "));
    EXPECT_TRUE(m_settings->proxyError().isEmpty());
    restart();
    EXPECT_EQ(m_settings->proxy(), u"socks5://127.0.0.1:9050");
}

TEST_F(SettingsTest, AProxyThatCannotBeReadIsNotTaken)
{
    m_settings->setProxy(QStringLiteral("http://10.0.0.1:3128"));
    for (const char* bad : {"10.0.0.1:3128", "ftp://10.0.0.1:21", "http://10.0.0.1", "http://:80", "http://a b:80"}) {
        m_settings->setProxy(QString::fromLatin1(bad));
        EXPECT_FALSE(m_settings->proxyError().isEmpty()) << bad;
        EXPECT_EQ(m_settings->proxy(), u"http://10.0.0.1:3128") << bad;
    }
}

TEST_F(SettingsTest, ANameAndPasswordInTheProxysAddressAreRefusedAndNotStored)
{
    m_settings->setProxy(QStringLiteral("http://fleet:topsecret@10.0.0.1:3128"));
    EXPECT_FALSE(m_settings->proxyError().isEmpty());
    EXPECT_TRUE(m_settings->proxy().isEmpty());
    EXPECT_EQ(stored().find("topsecret"), std::string::npos);
}

TEST_F(SettingsTest, TheProxysLoginIsForThisRunOnly)
{
    m_settings->setProxy(QStringLiteral("http://10.0.0.1:3128"));
    SecretInput field;
    type(field, QStringLiteral("topsecret"));
    m_settings->setProxyLogin(QStringLiteral("fleet"), &field);
    EXPECT_EQ(field.length(), 0);
    EXPECT_EQ(m_settings->proxyUser(), u"fleet");
    EXPECT_EQ(stored().find("topsecret"), std::string::npos);
    EXPECT_EQ(stored().find("fleet"), std::string::npos);
    restart();
    EXPECT_EQ(m_settings->proxy(), u"http://10.0.0.1:3128");
    EXPECT_TRUE(m_settings->proxyUser().isEmpty());
}

TEST_F(SettingsTest, ALoginIsNotGivenToAnotherProxy)
{
    m_settings->setProxy(QStringLiteral("http://10.0.0.1:3128"));
    SecretInput field;
    type(field, QStringLiteral("topsecret"));
    m_settings->setProxyLogin(QStringLiteral("fleet"), &field);
    m_settings->setProxy(QStringLiteral("http://10.0.0.2:3128"));
    EXPECT_TRUE(m_settings->proxyUser().isEmpty());
}

TEST_F(SettingsTest, ALoginThatNoProxyTakesIsRefused)
{
    SecretInput field;
    m_settings->setProxyLogin(QString(300, u'a'), &field);
    EXPECT_EQ(m_settings->proxyError(), sentence(outpost::errors::kTooLong));
    EXPECT_TRUE(m_settings->proxyUser().isEmpty());
}

TEST_F(SettingsTest, TheDemoTakesNoNodeOfTheRealNetwork)
{
    EXPECT_FALSE(m_settings->canChangeNode());
    m_settings->setOwnNode(QStringLiteral("https://node.example"));
    EXPECT_TRUE(m_settings->ownNode().isEmpty());
    EXPECT_FALSE(std::filesystem::exists(ownNodeFile(engine().worldHome())));
}

TEST_F(SettingsTest, EveryHostIsListedWithItsPurpose)
{
    ASSERT_GT(m_settings->hosts()->count(), 0);
    for (const Row& row : m_settings->hosts()->rows()) {
        EXPECT_FALSE(row.title.isEmpty());
        EXPECT_FALSE(row.note.isEmpty());
        EXPECT_FALSE(row.note.startsWith(QStringLiteral("purpose."))) << row.note.toStdString();
    }
}

} // namespace
} // namespace outpost::app
