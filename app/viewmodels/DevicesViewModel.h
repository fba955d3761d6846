// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ScreenViewModel.h"

#include "app/models/PagedDeviceModel.h"

namespace outpost::app {

/// The list of devices: any number, filtered and sorted by the store. **Thread:** GUI.
class DevicesViewModel final : public ScreenViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by AppViewModel")
    Q_PROPERTY(QAbstractItemModel* devices READ devices CONSTANT FINAL)
    Q_PROPERTY(QString total READ total NOTIFY countsChanged FINAL)
    Q_PROPERTY(QString working READ working NOTIFY countsChanged FINAL)
    Q_PROPERTY(QString check READ check NOTIFY countsChanged FINAL)
    Q_PROPERTY(QString offline READ offline NOTIFY countsChanged FINAL)
    Q_PROPERTY(QString notSetUp READ notSetUp NOTIFY countsChanged FINAL)
    Q_PROPERTY(bool nothingFound READ nothingFound NOTIFY countsChanged FINAL)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY queryChanged FINAL)
    Q_PROPERTY(int status READ status WRITE setStatus NOTIFY queryChanged FINAL)
    Q_PROPERTY(int sort READ sort NOTIFY queryChanged FINAL)
    Q_PROPERTY(bool descending READ descending NOTIFY queryChanged FINAL)
    Q_PROPERTY(int selectedCount READ selectedCount NOTIFY selectionChanged FINAL)
    Q_PROPERTY(QStringList selection READ selection NOTIFY selectionChanged FINAL)

public:
    DevicesViewModel(Engine& engine, Format& format, QObject* parent);

    QAbstractItemModel* devices() { return &m_devices; }
    QString total() const { return format().count(m_counts.all); }
    QString working() const { return format().count(m_counts.byStatus[0]); }
    QString check() const { return format().count(m_counts.byStatus[1]); }
    QString offline() const { return format().count(m_counts.byStatus[2]); }
    QString notSetUp() const { return format().count(m_counts.byStatus[3]); }
    bool nothingFound() const { return phase() == Ready && m_devices.rowCount() == 0; }
    QString text() const { return m_text; }
    void setText(const QString& text);
    int status() const { return m_status; } ///< as DeviceStatus; -1 all
    void setStatus(int status);
    int sort() const { return m_sort; } ///< as DeviceQuery::Sort
    bool descending() const { return m_descending; }
    QStringList selection() const { return m_selection; }
    int selectedCount() const { return static_cast<int>(m_selection.size()); }

    /// The same column again turns the direction round.
    Q_INVOKABLE void sortBy(int column);
    Q_INVOKABLE void select(const QString& key, bool selected);
    Q_INVOKABLE void clearSelection();

Q_SIGNALS:
    void countsChanged();
    void queryChanged();
    void selectionChanged();

protected:
    void load() override;

private:
    store::DeviceQuery query() const;
    void apply();
    void count();

    PagedDeviceModel m_devices;
    QTimer m_typing;
    store::DeviceCounts m_counts;
    QString m_text;
    QStringList m_selection;
    int m_status = -1;
    int m_sort = 0;
    bool m_descending = false;
    bool m_loaded = false;
};

} // namespace outpost::app
