// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QtQmlIntegration>

#include <cstdint>
#include <memory>
#include <vector>

namespace outpost::map {

// One H3 cell and how strong it is drawn, 0 to 1.
struct MapCell {
    std::uint64_t cell = 0;
    float weight = 1.0F;

    friend bool operator==(const MapCell&, const MapCell&) = default;
};

// Where a CellLayerItem takes its cells from when there are many: a view-model owns one and fills it. All cells of one
// source have one resolution; others and invalid ones are left out.
//
// **Thread:** GUI.
class CellSource : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Cells come from a view-model.")
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)

public:
    using QObject::QObject;

    const std::vector<MapCell>& cells() const { return *m_cells; }
    // The same, for work on another thread: what was set stays as it is.
    std::shared_ptr<const std::vector<MapCell>> shared() const { return m_cells; }
    int count() const { return static_cast<int>(m_cells->size()); }

    // Takes the cells in any order; no change, no signal.
    void setCells(std::vector<MapCell> cells);

Q_SIGNALS:
    void changed();

private:
    std::shared_ptr<const std::vector<MapCell>> m_cells = std::make_shared<const std::vector<MapCell>>();
};

} // namespace outpost::map
