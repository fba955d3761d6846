// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/CellSource.h"

namespace outpost::qml {

// Made-up cells around a place, the same in every run: for the gallery and its tests.
class SampleCells : public map::CellSource {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int rings MEMBER m_rings WRITE setRings NOTIFY ringsChanged FINAL)

public:
    explicit SampleCells(QObject* parent = nullptr);

    void setRings(int rings);

Q_SIGNALS:
    void ringsChanged();

private:
    void fill();

    int m_rings = 7;
};

} // namespace outpost::qml
