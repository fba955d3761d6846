// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/geocoding/AddressSearch.h"

#include "app/geocoding/PhotonEngine.h"
#include "core/codec/Place.h"
#include "core/net/HttpTarget.h"

#include <QGeoAddress>
#include <QGeoCodingManager>
#include <QGeoCoordinate>
#include <QGeoLocation>
#include <QGeoServiceProvider>
#include <QGeoShape>

#include <algorithm>

Q_IMPORT_PLUGIN(GeoServiceFactory)

namespace outpost::app {

namespace {

constexpr const char* kServerKey = "address.server";
constexpr const char* kOff = "off";
constexpr const char* kPurpose = "purpose.addresses";
constexpr std::size_t kLongestServer = 512;
constexpr int kFewestLetters = 2;
constexpr qsizetype kTooManyWords = 12; // so many are recovery words in the wrong field

std::vector<FoundPlace> placesOf(const QGeoCodeReply& reply)
{
    std::vector<FoundPlace> found;
    for (const QGeoLocation& location : reply.locations()) {
        const QVariantMap attributes = location.extendedAttributes();
        found.push_back({.title = attributes.value(kTitleAttribute).toString(),
                         .area = attributes.value(kAreaAttribute).toString(),
                         .kind = attributes.value(kKindAttribute).toString(),
                         .point = {location.coordinate().latitude(), location.coordinate().longitude()}});
    }
    return found;
}

Result<std::vector<FoundPlace>> resultOf(const QGeoCodeReply& reply)
{
    const auto* own = qobject_cast<const PhotonReply*>(&reply);
    if (own != nullptr && own->failure())
        return fail(*own->failure());
    if (reply.error() != QGeoCodeReply::NoError)
        return fail(outpost::errors::kInternal, reply.errorString().toStdString());
    return placesOf(reply);
}

} // namespace

AddressSearch::AddressSearch(Ports ports, bool demo, QObject* parent)
    : QObject(parent),
      m_hosts(ports.hosts),
      m_settings(ports.settings),
      m_demo(demo),
      m_ports{ports.http, ports.clock, std::string(kPublicServer), hostOf(kPublicServer).value_or(std::string())}
{}

AddressSearch::~AddressSearch()
{
    if (m_reply)
        m_reply->abort();
}

Future<void> AddressSearch::load()
{
    return m_settings.all().then(this, [this](const Result<std::map<std::string, std::string>>& read) -> Result<void> {
        if (!read)
            return std::unexpected(read.error());
        const auto stored = read->find(kServerKey);
        if (stored == read->end() || stored->second.empty())
            return {};
        if (stored->second == kOff)
            return use(std::string(kPublicServer), Consent::Off);
        // What cannot be used any more is asked about anew.
        if (const auto used = use(stored->second, Consent::Given); !used)
            return use(std::string(kPublicServer), Consent::NotAsked);
        return {};
    });
}

bool AddressSearch::isPlayed() const
{
    return m_demo && m_ports.server == kPublicServer;
}

Result<std::string> AddressSearch::hostOf(std::string_view server) const
{
    if (server.size() > kLongestServer || server.find_first_of("?#{} ") != std::string_view::npos)
        return fail(outpost::errors::kAddressBadServer);
    OUTPOST_TRY(const net::HttpTarget target, net::parseTarget(server));
    if (target.kind == net::HttpTarget::Kind::UnixSocket)
        return fail(outpost::errors::kAddressBadServer);
    if (m_demo && !target.isLocal() && server != kPublicServer)
        return fail(outpost::errors::kAddressDemoServer);
    return target.host;
}

Result<void> AddressSearch::use(const std::string& server, Consent consent)
{
    OUTPOST_TRY(std::string host, hostOf(server));
    if (m_reply)
        m_reply->abort();
    m_provider.reset();
    m_hosts.forget(m_ports.host, kPurpose);
    m_ports.server = server;
    m_ports.host = std::move(host);
    m_consent = consent;
    // The demo plays the public server: its host is not talked to, and so not among those that are.
    if (consent == Consent::Given && !isPlayed())
        m_hosts.allow({m_ports.host, kPurpose, {}});
    Q_EMIT changed();
    return {};
}

Result<void> AddressSearch::agree(const std::string& server)
{
    OUTPOST_CHECK(use(server, Consent::Given));
    (void)m_settings.set(kServerKey, server);
    return {};
}

Result<void> AddressSearch::agreeForNow(const std::string& host)
{
    const std::string plain = QString::fromStdString(host).toLower().toStdString();
    return use(plain == m_ports.host ? m_ports.server : "https://" + plain + "/api/", Consent::Given);
}

void AddressSearch::switchOff()
{
    (void)use(std::string(kPublicServer), Consent::Off);
    (void)m_settings.set(kServerKey, kOff);
}

bool AddressSearch::isAddress(const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.size() > kLongestText || trimmed.contains(QStringLiteral("://")) ||
        trimmed.startsWith(QStringLiteral("geo:")))
        return false;
    if (trimmed.simplified().count(u' ') + 1 >= kTooManyWords)
        return false;
    const auto letters = std::count_if(trimmed.begin(), trimmed.end(), [](QChar c) { return c.isLetter(); });
    return letters >= kFewestLetters && !codec::parsePlace(trimmed.toStdString());
}

Future<std::vector<FoundPlace>> AddressSearch::find(const QString& text, const QLocale& locale,
                                                    const CancelToken& cancel)
{
    using Places = std::vector<FoundPlace>;
    if (!isAddress(text))
        return async::failed<Places>(Error(outpost::errors::kAddressNotOne));
    if (m_consent == Consent::Off)
        return async::failed<Places>(Error(outpost::errors::kAddressOff));
    if (m_consent == Consent::NotAsked)
        return async::failed<Places>(Error(outpost::errors::kAddressNotAgreed, {}, {m_ports.host}));
    if (m_reply)
        m_reply->abort();
    if (!m_provider)
        m_provider = std::make_unique<QGeoServiceProvider>(
            kGeoService, QVariantMap{{kPortsParameter, QVariant::fromValue<const GeocodingPorts*>(&m_ports)}});
    QGeoCodingManager* manager = m_provider->geocodingManager();
    if (manager == nullptr)
        return async::failed<Places>(
            Error(outpost::errors::kInternal, m_provider->geocodingErrorString().toStdString()));
    manager->setLocale(locale);
    QGeoCodeReply* reply = manager->geocode(text.trimmed(), kMostResults, 0, QGeoShape());
    m_reply = reply;
    auto promise = std::make_shared<QPromise<Result<Places>>>(); // shared with the reply's end
    promise->start();
    const auto end = [promise, reply] {
        promise->addResult(resultOf(*reply));
        promise->finish();
        reply->deleteLater();
    };
    if (reply->isFinished())
        end();
    else
        connect(reply, &QGeoCodeReply::finished, this, end);
    cancel.onCancel([guard = QPointer(reply)] {
        if (guard)
            guard->abort();
    });
    return promise->future();
}

} // namespace outpost::app
