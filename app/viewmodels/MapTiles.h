// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/Engine.h"
#include "app/map/TileSource.h"

#include <list>
#include <set>

namespace outpost::app {

/// Pictures for the map from a tile server that the person names and agrees to, host by host: whoever serves them
/// learns which places are looked at. Asked through the same client as everybody (list of hosts, proxy, size caps),
/// kept in memory only. On the demo nothing but this computer may be asked. **Thread:** GUI; pictures are unpacked on
/// the pool.
class MapTiles final : public map::TileSource {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by AppViewModel")
    /// With {z}, {x} and {y}; empty: none.
    Q_PROPERTY(QString url READ url NOTIFY changed FINAL)
    Q_PROPERTY(QString host READ host NOTIFY changed FINAL)
    Q_PROPERTY(QString error READ error NOTIFY changed FINAL)
    /// The host that was proposed and is not agreed to yet.
    Q_PROPERTY(QString proposedHost READ proposedHost NOTIFY changed FINAL)

public:
    MapTiles(Engine& engine, QObject* parent);
    ~MapTiles() override;

    QString url() const { return m_url; }
    QString host() const { return m_host; }
    QString error() const { return m_error; }
    QString proposedHost() const { return m_proposedHost; }

    bool isActive() const override { return !m_url.isEmpty(); }
    QString credit() const override { return m_credit; }
    QImage tile(const map::TileId& id) override;
    void want(const QList<map::TileId>& ids) override;

    /// Reads what was stored.
    Future<void> load();
    /// Looks at a template; an empty one ends it at once, a good one waits for allow(). consentNeeded() follows.
    Q_INVOKABLE void propose(const QString& url);
    Q_INVOKABLE void allow();
    Q_INVOKABLE void setCredit(const QString& credit);

Q_SIGNALS:
    void consentNeeded();
    /// The list of hosts has changed.
    void hostsChanged();

private:
    struct Kept {
        map::TileId id;
        QImage image;
    };
    /// The host that a template leads to; what is wrong with it goes to m_error.
    QString hostOf(const QString& url);
    std::string address(const map::TileId& id) const;
    void use(const QString& url, const QString& host);
    void askNext();
    /// Whether one more picture fits beside those in sight that are here or under way.
    bool hasRoom() const;
    void take(const map::TileId& id, const QImage& image);

    Engine& m_engine;
    QString m_url;
    QString m_host;
    QString m_credit;
    QString m_error;
    QString m_proposed;
    QString m_proposedHost;
    QList<map::TileId> m_wanted;
    std::set<map::TileId> m_asked;
    std::set<map::TileId> m_missing; ///< did not come; not asked again for a while
    std::chrono::milliseconds m_missingSince{0};
    std::list<Kept> m_kept; ///< most recently used first
    qsizetype m_keptBytes = 0;
    std::map<map::TileId, std::list<Kept>::iterator> m_index;
    CancelToken m_cancel;
};

} // namespace outpost::app
