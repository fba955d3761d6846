// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/geocoding/AddressErrors.h"
#include "app/geocoding/GeocodingPorts.h"
#include "core/domain/Device.h"
#include "core/net/HostRegistry.h"
#include "core/store/Records.h"

#include <QLocale>
#include <QPointer>

class QGeoCodeReply;
class QGeoServiceProvider;

namespace outpost::app {

/// A place that an address may mean. All text is plain and capped.
struct FoundPlace {
    QString title; ///< "Kerkstraat 12"
    QString area;  ///< "1017 GC Amsterdam, Netherlands"
    QString kind;  ///< photon::kindName()
    GeoPoint point;
};

/// The search for addresses: which server is asked, whether the person agreed to it, and the asking, through Qt
/// Location and the plugin of this folder. A server is among the hosts from the agreement on until it is taken back.
/// On the demo the public server is played by the demo itself, and no other beyond this computer is taken.
/// **Thread:** GUI.
class AddressSearch final : public QObject {
    Q_OBJECT
public:
    struct Ports {
        HttpClient& http;
        const Clock& clock;
        net::HostRegistry& hosts;
        store::Settings& settings;
    };
    enum class Consent { NotAsked, Given, Off };

    static constexpr std::string_view kPublicServer = "https://photon.komoot.io/api/";
    static constexpr qsizetype kLongestText = 200;
    static constexpr int kMostResults = 8;

    AddressSearch(Ports ports, bool demo, QObject* parent = nullptr);
    ~AddressSearch() override;

    /// Reads what was agreed to. Errors: store.*.
    Future<void> load();

    Consent consent() const { return m_consent; }
    /// Who is asked, or would be after consent.
    const std::string& server() const { return m_ports.server; }
    const std::string& host() const { return m_ports.host; }
    /// Nobody outside answers: the demo does.
    bool isPlayed() const;

    /// The host of a server's address. Errors: kAddressBadServer, kAddressDemoServer, parseTarget's.
    Result<std::string> hostOf(std::string_view server) const;
    /// The person agreed to this server: it is listed and stored. hostOf()'s errors.
    Result<void> agree(const std::string& server);
    /// The same until this process ends. Names a host alone: https://HOST/api/, or what was stored for it.
    Result<void> agreeForNow(const std::string& host);
    void switchOff();

    /// Something that a server could look for: words, neither coordinates nor a link, and not as many as recovery words
    /// are. Nothing else is sent.
    static bool isAddress(const QString& text);
    /// One search at a time: a new one ends the former with kCancelled. Nothing found is an empty list.
    /// Errors: kAddressNotAgreed, kAddressOff, kAddressNotOne, net.*, kCancelled.
    Future<std::vector<FoundPlace>> find(const QString& text, const QLocale& locale, const CancelToken& cancel = {});

Q_SIGNALS:
    /// Another server, or another consent; the list of hosts with it.
    void changed();

private:
    Result<void> use(const std::string& server, Consent consent);

    net::HostRegistry& m_hosts;
    store::Settings& m_settings;
    bool m_demo;
    Consent m_consent = Consent::NotAsked;
    GeocodingPorts m_ports;
    std::unique_ptr<QGeoServiceProvider> m_provider; ///< holds a pointer to m_ports
    QPointer<QGeoCodeReply> m_reply;
};

} // namespace outpost::app
