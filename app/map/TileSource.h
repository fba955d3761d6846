// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QList>
#include <QObject>
#include <QtQmlIntegration>

#include <compare>

namespace outpost::map {

// A picture of a square of the map: at zoom z the Mercator square is 2^z tiles wide, x to the east, y to the south.
struct TileId {
    int zoom = 0;
    int x = 0;
    int y = 0;

    friend auto operator<=>(const TileId&, const TileId&) = default;
    TileId parent() const { return {zoom - 1, x / 2, y / 2}; }
};

// Where a TileLayerItem takes its pictures from: a view-model asks a server that the person allowed, or nobody.
//
// **Thread:** GUI.
class TileSource : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Tiles come from a view-model.")
    // False: no server is asked, the map shows its outline only.
    Q_PROPERTY(bool active READ isActive NOTIFY changed FINAL)
    // Who made the pictures, as their server wants it shown.
    Q_PROPERTY(QString credit READ credit NOTIFY changed FINAL)

public:
    using QObject::QObject;

    virtual bool isActive() const = 0;
    virtual QString credit() const = 0;
    // The picture if it is in memory, else a null image.
    virtual QImage tile(const TileId& id) = 0;
    // What is in sight now, most wanted first; what was asked for before and is not among them need not come any more.
    virtual void want(const QList<TileId>& ids) = 0;

Q_SIGNALS:
    void changed();
    // Another picture is in memory.
    void arrived();
};

} // namespace outpost::map
