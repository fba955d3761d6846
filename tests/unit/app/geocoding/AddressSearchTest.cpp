// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/geocoding/AddressSearch.h"

#include "app/geocoding/PhotonEngine.h"
#include "core/net/NetErrors.h"
#include "tests/support/Await.h"
#include "tests/support/ScriptedHttpClient.h"
#include "tests/unit/store/StoreFixture.h"

#include <QGeoAddress>
#include <QGeoCodingManager>
#include <QGeoCoordinate>
#include <QGeoLocation>
#include <QGeoServiceProvider>
#include <QGeoShape>

namespace outpost::app {
namespace {

constexpr std::string_view kReply = R"({"type":"FeatureCollection","features":[{"type":"Feature",
    "geometry":{"type":"Point","coordinates":[9.9352,53.5523]},
    "properties":{"type":"street","name":"Hauptstraße","postcode":"22765","city":"Hamburg","country":"Germany"}}]})";

/// Answers when told to, so that something can be under way.
class SlowHttpClient final : public HttpClient {
public:
    Future<HttpResponse> send(HttpRequest request, CancelToken cancel = {}) override
    {
        requests.push_back(std::move(request));
        tokens.push_back(std::move(cancel));
        promises.emplace_back();
        promises.back().start();
        return promises.back().future();
    }
    void answer(std::size_t index, std::string_view body)
    {
        promises[index].addResult(test::ScriptedHttpClient::response(200, body));
        promises[index].finish();
    }
    std::vector<HttpRequest> requests;
    std::vector<CancelToken> tokens;
    std::deque<QPromise<Result<HttpResponse>>> promises;
};

class AddressSearchTest : public test::StoreTest {
protected:
    void SetUp() override
    {
        m_db = openStore();
        m_settings.emplace(*m_db);
        make(false);
    }
    void make(bool demo) { m_search = std::make_unique<AddressSearch>(ports(m_http), demo); }
    AddressSearch::Ports ports(HttpClient& http) { return {http, clock, m_hosts, *m_settings}; }
    auto find(const QString& text) { return test::await(m_search->find(text, QLocale(QLocale::German))); }
    ErrorCode refusal(const QString& text)
    {
        const auto found = find(text);
        return found ? ErrorCode{"found"} : found.error().code;
    }
    bool isListed() const { return m_hosts.isListed("photon.komoot.io"); }

    test::ScriptedHttpClient m_http;
    net::HostRegistry m_hosts;
    std::unique_ptr<store::Database> m_db;
    std::optional<store::Settings> m_settings;
    std::unique_ptr<AddressSearch> m_search;
};

TEST_F(AddressSearchTest, SendsNothingBeforeItIsAgreedTo)
{
    EXPECT_EQ(refusal(QStringLiteral("Hauptstraße Hamburg")), outpost::errors::kAddressNotAgreed);
    EXPECT_TRUE(m_http.requests.empty());
    EXPECT_FALSE(isListed());
}

TEST_F(AddressSearchTest, AsksTheServerThatWasAgreedToAndListsIt)
{
    ASSERT_TRUE(m_search->agree(std::string(AddressSearch::kPublicServer)));
    EXPECT_EQ(m_hosts.entries(), (std::vector<net::HostEntry>{{"photon.komoot.io", "purpose.addresses", ""}}));
    m_http.reply(200, kReply);
    const auto found = find(QStringLiteral(" Hauptstraße & Co, Hamburg "));
    ASSERT_TRUE(found);
    ASSERT_EQ(found->size(), 1u);
    EXPECT_EQ(found->front().title, u"Hauptstraße");
    EXPECT_EQ(found->front().area, u"22765 Hamburg, Germany");
    EXPECT_EQ(found->front().kind, u"street");
    EXPECT_NEAR(found->front().point.latitude, 53.5523, 1e-9);
    ASSERT_EQ(m_http.requests.size(), 1u);
    EXPECT_EQ(m_http.requests[0].url,
              "https://photon.komoot.io/api/?q=Hauptstra%C3%9Fe%20%26%20Co%2C%20Hamburg&limit=8&lang=de");
    EXPECT_LE(m_http.requests[0].maxBytes, 256u << 10);
}

TEST_F(AddressSearchTest, WhatIsNoAddressIsNotSent)
{
    ASSERT_TRUE(m_search->agree(std::string(AddressSearch::kPublicServer)));
    for (const QString& text : {QStringLiteral("52.37512, 4.88398"), QStringLiteral("https://maps.example/abc"),
                                QStringLiteral("geo:here"), QStringLiteral("52.37512"), QString(), QStringLiteral("x"),
                                QString(201, u'a'), QStringLiteral("52.4 N 4.9 E"),
                                QStringLiteral("abandon ability able about above absent absorb abstract absurd abuse "
                                               "access accident")})
        EXPECT_EQ(refusal(text), outpost::errors::kAddressNotOne) << text.toStdString();
    EXPECT_TRUE(m_http.requests.empty());
}

TEST_F(AddressSearchTest, KeepsTheConsentForTheNextRun)
{
    ASSERT_TRUE(m_search->agree("https://search.example.org/photon/"));
    make(false);
    m_hosts.forget("search.example.org");
    ASSERT_TRUE(test::await(m_search->load()));
    EXPECT_EQ(m_search->consent(), AddressSearch::Consent::Given);
    EXPECT_EQ(m_search->host(), "search.example.org");
    EXPECT_TRUE(m_hosts.isListed("search.example.org"));
}

TEST_F(AddressSearchTest, TakenBackItLeavesTheListAndNothingIsAsked)
{
    m_hosts.allow({"photon.komoot.io", "purpose.tiles", ""});
    ASSERT_TRUE(m_search->agree(std::string(AddressSearch::kPublicServer)));
    m_search->switchOff();
    EXPECT_EQ(m_hosts.entries(), (std::vector<net::HostEntry>{{"photon.komoot.io", "purpose.tiles", ""}}))
        << "what it is needed for besides stays";
    EXPECT_EQ(refusal(QStringLiteral("Hamburg")), outpost::errors::kAddressOff);
    make(false);
    ASSERT_TRUE(test::await(m_search->load()));
    EXPECT_EQ(m_search->consent(), AddressSearch::Consent::Off);
    EXPECT_TRUE(m_http.requests.empty());
}

TEST_F(AddressSearchTest, AnotherServerTakesThePlaceOfTheFirst)
{
    ASSERT_TRUE(m_search->agree(std::string(AddressSearch::kPublicServer)));
    ASSERT_TRUE(m_search->agree("https://search.example.org/api/"));
    EXPECT_FALSE(isListed());
    m_http.reply(200, kReply);
    EXPECT_TRUE(find(QStringLiteral("Hamburg")));
    EXPECT_TRUE(m_http.requests.at(0).url.starts_with("https://search.example.org/api/?q=Hamburg&"));
}

TEST_F(AddressSearchTest, ForOneRunTheConsentIsNotStored)
{
    ASSERT_TRUE(m_search->agreeForNow("Photon.Komoot.io"));
    EXPECT_TRUE(isListed());
    EXPECT_EQ(m_search->server(), AddressSearch::kPublicServer);
    make(false);
    ASSERT_TRUE(test::await(m_search->load()));
    EXPECT_EQ(m_search->consent(), AddressSearch::Consent::NotAsked);
}

TEST_F(AddressSearchTest, RefusesWhatIsNoServer)
{
    for (const char* server : {"", "photon", "http://photon.komoot.io/api/", "https://user:word@photon.example/",
                               "https://photon.example/?q=", "https://photon.example/#x", "ftp://photon.example/"})
        EXPECT_FALSE(m_search->agree(server)) << server;
    EXPECT_FALSE(m_search->agree("https://photon.example/" + std::string(600, 'x')));
    EXPECT_EQ(m_search->consent(), AddressSearch::Consent::NotAsked);
    EXPECT_TRUE(m_hosts.entries().empty());
}

TEST_F(AddressSearchTest, NonsenseInTheStoreIsAskedAboutAnew)
{
    ASSERT_TRUE(test::await(m_settings->set("address.server", "ftp://\xff")));
    ASSERT_TRUE(test::await(m_search->load()));
    EXPECT_EQ(m_search->consent(), AddressSearch::Consent::NotAsked);
    EXPECT_EQ(m_search->server(), AddressSearch::kPublicServer);
}

TEST_F(AddressSearchTest, OnTheDemoOnlyThePlayedServerOrOneOnThisComputerIsTaken)
{
    make(true);
    EXPECT_EQ(m_search->agree("https://search.example.org/api/").error().code, outpost::errors::kAddressDemoServer);
    ASSERT_TRUE(m_search->agree(std::string(AddressSearch::kPublicServer)));
    EXPECT_TRUE(m_search->isPlayed());
    EXPECT_TRUE(m_hosts.entries().empty()) << "it is not talked to";
    ASSERT_TRUE(m_search->agree("http://127.0.0.1:2322/api/"));
    EXPECT_FALSE(m_search->isPlayed());
    EXPECT_TRUE(m_hosts.isListed("127.0.0.1"));
}

TEST_F(AddressSearchTest, TellsWhatTheServerSaysInsteadOfAnAnswer)
{
    ASSERT_TRUE(m_search->agree(std::string(AddressSearch::kPublicServer)));
    m_http.reply(403, "no").reply(500, "oh").reply(200, "<html>").reply(200, R"({"features":[]})");
    m_http.failWith(Error(outpost::errors::kNetUnreachable, {}, {"photon.komoot.io"}));
    EXPECT_EQ(refusal(QStringLiteral("Hamburg")), outpost::errors::kNetStatus4xx);
    EXPECT_EQ(refusal(QStringLiteral("Hamburg")), outpost::errors::kNetStatus5xx);
    EXPECT_EQ(refusal(QStringLiteral("Hamburg")), outpost::errors::kNetGarbage);
    const auto shape = find(QStringLiteral("Hamburg"));
    ASSERT_FALSE(shape);
    EXPECT_EQ(shape.error().code, outpost::errors::kNetGarbage);
    EXPECT_EQ(shape.error().args, std::vector<std::string>{"photon.komoot.io"});
    EXPECT_EQ(refusal(QStringLiteral("Hamburg")), outpost::errors::kNetUnreachable);
}

TEST_F(AddressSearchTest, ANewSearchEndsTheFormer)
{
    SlowHttpClient http;
    AddressSearch search(ports(http), false);
    ASSERT_TRUE(search.agree(std::string(AddressSearch::kPublicServer)));
    auto first = search.find(QStringLiteral("Hamburg"), QLocale::c());
    auto second = search.find(QStringLiteral("Porto"), QLocale::c());
    EXPECT_TRUE(http.tokens.at(0).isCancelled());
    http.answer(0, "{}");
    http.answer(1, kReply);
    EXPECT_EQ(test::await(first).error().code, outpost::errors::kCancelled);
    EXPECT_TRUE(test::await(second));
}

TEST_F(AddressSearchTest, TakenBackWhileUnderWayItIsStopped)
{
    SlowHttpClient http;
    AddressSearch search(ports(http), false);
    ASSERT_TRUE(search.agree(std::string(AddressSearch::kPublicServer)));
    auto found = search.find(QStringLiteral("Hamburg"), QLocale::c());
    search.switchOff();
    EXPECT_TRUE(http.tokens.at(0).isCancelled());
    EXPECT_EQ(test::await(found).error().code, outpost::errors::kCancelled);
}

TEST_F(AddressSearchTest, CancellingEndsIt)
{
    SlowHttpClient http;
    AddressSearch search(ports(http), false);
    ASSERT_TRUE(search.agree(std::string(AddressSearch::kPublicServer)));
    const CancelToken cancel;
    auto found = search.find(QStringLiteral("Hamburg"), QLocale::c(), cancel);
    cancel.cancel();
    EXPECT_TRUE(http.tokens.at(0).isCancelled());
    EXPECT_EQ(test::await(found).error().code, outpost::errors::kCancelled);
}

// Through Qt Location's own door.

TEST_F(AddressSearchTest, QtLocationFindsTheServiceAndGivesItsAddress)
{
    const GeocodingPorts whom{m_http, clock, "https://search.example.org/api/", "search.example.org"};
    QGeoServiceProvider provider(kGeoService,
                                 QVariantMap{{kPortsParameter, QVariant::fromValue<const GeocodingPorts*>(&whom)}});
    EXPECT_TRUE(QGeoServiceProvider::availableServiceProviders().contains(kGeoService));
    QGeoCodingManager* manager = provider.geocodingManager();
    ASSERT_NE(manager, nullptr) << provider.geocodingErrorString().toStdString();
    m_http.reply(200, kReply);
    QSignalSpy finished(manager, &QGeoCodingManager::finished);
    const std::unique_ptr<QGeoCodeReply> reply(manager->geocode(QStringLiteral("Hauptstraße"), 5));
    ASSERT_TRUE(reply->isFinished() || finished.wait());
    EXPECT_EQ(reply->error(), QGeoCodeReply::NoError);
    ASSERT_EQ(reply->locations().size(), 1);
    const QGeoLocation location = reply->locations().constFirst();
    EXPECT_EQ(location.address().city(), u"Hamburg");
    EXPECT_EQ(location.address().postalCode(), u"22765");
    EXPECT_NEAR(location.coordinate().longitude(), 9.9352, 1e-9);
}

TEST_F(AddressSearchTest, WithoutAClientTheServiceIsNotMade)
{
    QGeoServiceProvider provider(kGeoService);
    EXPECT_EQ(provider.geocodingManager(), nullptr);
    EXPECT_EQ(provider.geocodingError(), QGeoServiceProvider::MissingRequiredParameterError);
}

TEST_F(AddressSearchTest, WhatTheEngineCannotDoItSays)
{
    const GeocodingPorts whom{m_http, clock, "https://search.example.org/api/", "search.example.org"};
    QGeoServiceProvider provider(kGeoService,
                                 QVariantMap{{kPortsParameter, QVariant::fromValue<const GeocodingPorts*>(&whom)}});
    QGeoCodingManager* manager = provider.geocodingManager();
    ASSERT_NE(manager, nullptr);
    const std::unique_ptr<QGeoCodeReply> page(manager->geocode(QStringLiteral("Hamburg"), 5, 5));
    EXPECT_EQ(page->error(), QGeoCodeReply::UnsupportedOptionError);
    const std::unique_ptr<QGeoCodeReply> back(manager->reverseGeocode(QGeoCoordinate(53, 10)));
    EXPECT_EQ(back->error(), QGeoCodeReply::UnsupportedOptionError);
    EXPECT_TRUE(m_http.requests.empty());
}

} // namespace
} // namespace outpost::app
