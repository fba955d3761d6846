// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ScreenViewModel.h"

#include "app/map/CellSource.h"

namespace outpost::app {

/// Where the devices stand, and the cells that have one. Coverage is read once per run and kept in memory.
/// **Thread:** GUI.
class MapViewModel final : public ScreenViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by AppViewModel")
    /// Roles: key name latitude longitude status place shape.
    Q_PROPERTY(QAbstractItemModel* markers READ markers CONSTANT FINAL)
    Q_PROPERTY(outpost::map::CellSource* cells READ cells CONSTANT FINAL)
    Q_PROPERTY(bool hasCoverage READ hasCoverage CONSTANT FINAL)
    Q_PROPERTY(QString coverageText READ coverageText NOTIFY changed FINAL)
    Q_PROPERTY(QString mostInCell READ mostInCell NOTIFY changed FINAL)
    Q_PROPERTY(QString withoutPlace READ withoutPlace NOTIFY changed FINAL)
    Q_PROPERTY(QString selected READ selected NOTIFY selectedChanged FINAL)
    Q_PROPERTY(QString selectedName READ selectedName NOTIFY selectedChanged FINAL)
    Q_PROPERTY(int selectedStatus READ selectedStatus NOTIFY selectedChanged FINAL)
    Q_PROPERTY(QString selectedNote READ selectedNote NOTIFY selectedChanged FINAL)
    Q_PROPERTY(QString selectedMonth READ selectedMonth NOTIFY selectedChanged FINAL)
    Q_PROPERTY(QString selectedReady READ selectedReady NOTIFY selectedChanged FINAL)
    Q_PROPERTY(QString selectedReadyUnknown READ selectedReadyUnknown NOTIFY selectedChanged FINAL)
    Q_PROPERTY(QString selectedProblem READ selectedProblem NOTIFY selectedChanged FINAL)

public:
    MapViewModel(Engine& engine, Format& format, QObject* parent);

    QAbstractItemModel* markers() { return &m_markers; }
    map::CellSource* cells() { return &m_cells; }
    bool hasCoverage() const;
    QString coverageText() const { return m_coverageText; }
    QString mostInCell() const { return m_mostInCell; }
    QString withoutPlace() const { return m_withoutPlace; }
    QString selected() const { return m_selected; }
    QString selectedName() const { return m_name; }
    int selectedStatus() const { return m_status; }
    QString selectedNote() const { return m_note; }
    QString selectedMonth() const { return m_month; }
    QString selectedReady() const { return m_ready; }
    QString selectedReadyUnknown() const { return m_readyUnknown; } ///< why nothing is ready, where nothing can be
    QString selectedProblem() const { return m_trouble; }

    /// Shows a device's card; an empty key closes it.
    Q_INVOKABLE void select(const QString& key);

Q_SIGNALS:
    void changed();
    void selectedChanged();

protected:
    void load() override;

private:
    networks::Coverage* coverage() const;
    void loadCells();
    void showCells(const Known<std::vector<networks::CoverageCell>>& cells);
    void showSelected(const store::DeviceRow& row);

    RecordModel m_markers;
    map::CellSource m_cells;
    bool m_cellsAsked = false;
    QString m_coverageText, m_mostInCell, m_withoutPlace;
    QString m_selected, m_name, m_note, m_month, m_ready, m_readyUnknown, m_trouble;
    int m_status = 4;
};

} // namespace outpost::app
