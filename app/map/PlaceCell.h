// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QtQmlIntegration>

namespace outpost::map {

// The H3 cell of a place: what a network would be told. Change of any input recomputes the rest.
//
// **Thread:** GUI.
class PlaceCell : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(double latitude MEMBER m_latitude WRITE setLatitude NOTIFY changed FINAL)
    Q_PROPERTY(double longitude MEMBER m_longitude WRITE setLongitude NOTIFY changed FINAL)
    // 0 to 15; 12 is a cell of about 19 metres across.
    Q_PROPERTY(int resolution MEMBER m_resolution WRITE setResolution NOTIFY changed FINAL)
    Q_PROPERTY(bool valid READ isValid NOTIFY changed FINAL)
    // As H3 writes it; empty if the place is not valid.
    Q_PROPERTY(QString cell READ cell NOTIFY changed FINAL)
    // Metres from corner to opposite corner, and from the place to the middle of the cell.
    Q_PROPERTY(double acrossMetres READ acrossMetres NOTIFY changed FINAL)
    Q_PROPERTY(double centreMetres READ centreMetres NOTIFY changed FINAL)

public:
    explicit PlaceCell(QObject* parent = nullptr);

    void setLatitude(double latitude);
    void setLongitude(double longitude);
    void setResolution(int resolution);
    bool isValid() const { return !m_cell.isEmpty(); }
    QString cell() const { return m_cell; }
    double acrossMetres() const { return m_across; }
    double centreMetres() const { return m_centre; }

Q_SIGNALS:
    void changed();

private:
    void compute();

    double m_latitude;
    double m_longitude;
    int m_resolution = 12;
    QString m_cell;
    double m_across = 0;
    double m_centre = 0;
};

} // namespace outpost::map
