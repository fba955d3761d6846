// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/geocoding/GeocodingPorts.h"

#include <QGeoCodeReply>
#include <QGeoCodingManagerEngine>
#include <QGeoServiceProviderFactory>

namespace outpost::app {

/// The name under which Qt Location finds the service, and that of its one parameter (const GeocodingPorts*).
inline constexpr QLatin1StringView kGeoService("outpost");
inline constexpr QLatin1StringView kPortsParameter("outpost.ports");

/// What a location carries besides Qt's address: the two lines of a list and the kind of place, as photon:: has them.
inline constexpr QLatin1StringView kTitleAttribute("title");
inline constexpr QLatin1StringView kAreaAttribute("area");
inline constexpr QLatin1StringView kKindAttribute("kind");

/// One question under way. **Thread:** GUI. Belongs to whoever asked.
class PhotonReply final : public QGeoCodeReply {
    Q_OBJECT
public:
    PhotonReply(const GeocodingPorts& ports, const QString& text, const QString& language, int limit, QObject* parent);
    ~PhotonReply() override { m_cancel.cancel(); }

    void abort() override;
    /// What went wrong, with its code; nothing when it went well. Errors: net.*.
    const std::optional<outpost::Error>& failure() const { return m_failure; }

private:
    void take(const Result<HttpResponse>& response);
    void refuse(outpost::Error error, QGeoCodeReply::Error kind);

    const GeocodingPorts& m_ports;
    CancelToken m_cancel;
    std::optional<outpost::Error> m_failure;
};

/// Qt Location's search for addresses on a Photon server. Knows no other direction, no bounds and no second page, and
/// says so. **Thread:** GUI.
class PhotonEngine final : public QGeoCodingManagerEngine {
    Q_OBJECT
public:
    PhotonEngine(const GeocodingPorts& ports, const QVariantMap& parameters);
    QGeoCodeReply* geocode(const QString& address, int limit, int offset, const QGeoShape& bounds) override;

private:
    const GeocodingPorts& m_ports;
};

/// The static plugin through which Qt Location makes the engine.
class GeoServiceFactory final : public QObject, public QGeoServiceProviderFactory {
    Q_OBJECT
    Q_INTERFACES(QGeoServiceProviderFactory)
    Q_PLUGIN_METADATA(IID "org.qt-project.qt.geoservice.serviceproviderfactory/6.0" FILE "outpost-geoservice.json")
public:
    QGeoCodingManagerEngine* createGeocodingManagerEngine(const QVariantMap& parameters,
                                                          QGeoServiceProvider::Error* error,
                                                          QString* errorString) const override;
};

} // namespace outpost::app
