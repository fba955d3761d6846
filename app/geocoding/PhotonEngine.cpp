// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/geocoding/PhotonEngine.h"

#include "app/geocoding/Photon.h"
#include "core/net/HttpStatus.h"
#include "core/net/JsonReply.h"

#include <QGeoAddress>
#include <QGeoCoordinate>
#include <QGeoLocation>
#include <QGeoShape>
#include <QLocale>
#include <QUrl>

namespace outpost::app {

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QGeoLocation locationOf(const photon::Address& found)
{
    QGeoAddress address;
    address.setStreet(text(found.street));
    address.setStreetNumber(text(found.number));
    address.setPostalCode(text(found.postcode));
    address.setDistrict(text(found.district));
    address.setCity(text(found.city));
    address.setCounty(text(found.county));
    address.setState(text(found.state));
    address.setCountry(text(found.country));
    address.setText(text(photon::title(found))); // else Qt composes one with markup in it
    QGeoLocation location;
    location.setAddress(address);
    location.setCoordinate(QGeoCoordinate(found.point.latitude, found.point.longitude));
    location.setExtendedAttributes({{kTitleAttribute, text(photon::title(found))},
                                    {kAreaAttribute, text(photon::area(found))},
                                    {kKindAttribute, text(photon::kindName(found.kind))}});
    return location;
}

/// The languages that the public server knows; it refuses any other.
QString languageOf(const QLocale& locale)
{
    switch (locale.language()) {
    case QLocale::German:
        return QStringLiteral("de");
    case QLocale::French:
        return QStringLiteral("fr");
    default:
        return QStringLiteral("en");
    }
}

} // namespace

PhotonReply::PhotonReply(const GeocodingPorts& ports, const QString& text, const QString& language, int limit,
                         QObject* parent)
    : QGeoCodeReply(parent), m_ports(ports)
{
    setLimit(limit);
    HttpRequest request{.url = ports.server + "?q=" + QUrl::toPercentEncoding(text).toStdString() +
                               "&limit=" + std::to_string(limit) + "&lang=" + language.toStdString(),
                        .headers = {{"accept", "application/json"}},
                        .body = {},
                        .maxBytes = photon::kMaxReplyBytes};
    ports.http.send(std::move(request), m_cancel).then(this, [this](const Result<HttpResponse>& response) {
        if (!isFinished())
            take(response);
    });
}

void PhotonReply::abort()
{
    m_cancel.cancel();
    if (!isFinished())
        m_failure = outpost::Error(outpost::errors::kCancelled);
    QGeoCodeReply::abort(); // finishes
}

void PhotonReply::refuse(outpost::Error error, QGeoCodeReply::Error kind)
{
    const QString detail = QString::fromStdString(error.detail);
    m_failure = std::move(error);
    setError(kind, detail); // finishes
}

void PhotonReply::take(const Result<HttpResponse>& response)
{
    if (!response)
        return refuse(response.error(), CommunicationError);
    const auto good = net::expectOk(*response, m_ports.host, m_ports.clock.now());
    if (!good)
        return refuse(good.error(), CommunicationError);
    auto found = photon::parseReply(good->body, static_cast<std::size_t>(limit()));
    if (!found)
        return refuse(net::asGarbage(m_ports.host, "search", std::move(found.error())), ParseError);
    QList<QGeoLocation> locations;
    for (const photon::Address& address : *found)
        locations.append(locationOf(address));
    setLocations(locations);
    setFinished(true);
}

PhotonEngine::PhotonEngine(const GeocodingPorts& ports, const QVariantMap& parameters)
    : QGeoCodingManagerEngine(parameters), m_ports(ports)
{}

QGeoCodeReply* PhotonEngine::geocode(const QString& address, int limit, int offset, const QGeoShape& bounds)
{
    if (offset > 0 || bounds.isValid())
        return new QGeoCodeReply(QGeoCodeReply::UnsupportedOptionError,
                                 QStringLiteral("neither a second page nor bounds"), this);
    constexpr int kMost = static_cast<int>(photon::kMaxResults);
    const int most = limit < 1 ? kMost : std::min(limit, kMost);
    auto* reply = new PhotonReply(m_ports, address, languageOf(locale()), most, this);
    // As Qt asks of an engine: who listens to the manager instead of the reply hears the same.
    connect(reply, &QGeoCodeReply::finished, this, [this, reply] {
        if (reply->error() == QGeoCodeReply::NoError)
            Q_EMIT finished(reply);
        else
            Q_EMIT errorOccurred(reply, reply->error(), reply->errorString());
    });
    return reply;
}

QGeoCodingManagerEngine* GeoServiceFactory::createGeocodingManagerEngine(const QVariantMap& parameters,
                                                                         QGeoServiceProvider::Error* error,
                                                                         QString* errorString) const
{
    const auto* ports = parameters.value(kPortsParameter).value<const GeocodingPorts*>();
    if (ports == nullptr) {
        *error = QGeoServiceProvider::MissingRequiredParameterError;
        *errorString = QStringLiteral("whom to ask");
        return nullptr;
    }
    *error = QGeoServiceProvider::NoError;
    errorString->clear();
    return new PhotonEngine(*ports, parameters);
}

} // namespace outpost::app
