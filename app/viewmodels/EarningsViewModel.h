// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ScreenViewModel.h"

namespace outpost::app {

/// What came in, by day and by device, as sampled. **Thread:** GUI.
class EarningsViewModel final : public ScreenViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by AppViewModel")
    Q_PROPERTY(int period READ period WRITE setPeriod NOTIFY changed FINAL)
    Q_PROPERTY(QString total READ total NOTIFY changed FINAL)
    Q_PROPERTY(QString totalUnknown READ totalUnknown NOTIFY changed FINAL)
    Q_PROPERTY(QString totalNote READ totalNote NOTIFY changed FINAL)
    Q_PROPERTY(QList<double> bars READ bars NOTIFY changed FINAL)
    Q_PROPERTY(QStringList barLabels READ barLabels NOTIFY changed FINAL)
    Q_PROPERTY(QString firstLabel READ firstLabel NOTIFY changed FINAL)
    Q_PROPERTY(QString lastLabel READ lastLabel NOTIFY changed FINAL)
    Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL)
    Q_PROPERTY(QString readyAmount READ readyAmount NOTIFY changed FINAL)
    Q_PROPERTY(QString readyUnknown READ readyUnknown NOTIFY changed FINAL)
    Q_PROPERTY(QString readyNote READ readyNote NOTIFY changed FINAL)
    Q_PROPERTY(bool canCollect READ canCollect NOTIFY changed FINAL)
    /// Newest first. Roles: key day amount tokens note.
    Q_PROPERTY(QAbstractItemModel* days READ days CONSTANT FINAL)
    /// Largest first. Roles: key name amount tokens ready status payout.
    Q_PROPERTY(QAbstractItemModel* devices READ devices CONSTANT FINAL)
    Q_PROPERTY(QString exportText READ exportText NOTIFY exportChanged FINAL)
    Q_PROPERTY(bool exportFailed READ exportFailed NOTIFY exportChanged FINAL)

public:
    EarningsViewModel(Engine& engine, Format& format, QObject* parent);

    int period() const { return m_period; } ///< days; 0: since the first sample
    void setPeriod(int days);
    QString total() const { return m_total; }
    QString totalUnknown() const { return m_totalUnknown; }
    QString totalNote() const { return m_totalNote; }
    QList<double> bars() const { return m_bars.values; }
    QStringList barLabels() const { return m_bars.labels; }
    QString firstLabel() const { return m_firstLabel; }
    QString lastLabel() const { return m_lastLabel; }
    QString summary() const { return m_summary; }
    QString readyAmount() const { return m_readyAmount; }
    QString readyUnknown() const { return m_readyUnknown; }
    QString readyNote() const { return m_readyNote; }
    bool canCollect() const { return m_canCollect && !watchOnly(); }
    QAbstractItemModel* days() { return &m_days; }
    QAbstractItemModel* devices() { return &m_devices; }
    QString exportText() const { return m_exportText; }
    bool exportFailed() const { return m_exportFailed; }

    /// Writes the shown period, one line per day, device and asset, to a new file.
    Q_INVOKABLE void exportCsv(const QUrl& file);

Q_SIGNALS:
    void changed();
    void exportChanged();

protected:
    void load() override;

private:
    struct Snapshot {
        std::int32_t from = 0;
        std::int32_t to = 0;
        services::EarningsSummary summary;
        services::Worth ready;
        int readyDevices = 0;
        std::optional<std::int32_t> since;
        std::vector<Device> devices;
        std::vector<services::Worth> perDevice; ///< in the order of `devices`
        std::map<DeviceId, services::Worth> waiting;
    };
    static Task<Snapshot> read(QPointer<EarningsViewModel> self, int period);
    static Task<std::int64_t> write(QPointer<EarningsViewModel> self, std::filesystem::path file, int period);
    void show(const Snapshot& snapshot);
    void showRows(const Snapshot& snapshot);
    QString tokensOf(const services::Worth& worth) const;

    int m_period = 30;
    QString m_total, m_totalUnknown, m_totalNote, m_firstLabel, m_lastLabel, m_summary;
    QString m_readyAmount, m_readyUnknown, m_readyNote, m_exportText;
    bool m_canCollect = false;
    bool m_exportFailed = false;
    DayBars m_bars;
    RecordModel m_days;
    RecordModel m_devices;
};

} // namespace outpost::app
