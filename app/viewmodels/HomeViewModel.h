// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ScreenViewModel.h"

namespace outpost::app {

/// "Is it working, what did it make me this month, get my money out." **Thread:** GUI.
class HomeViewModel final : public ScreenViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by AppViewModel")
    Q_PROPERTY(QString monthTitle READ monthTitle NOTIFY changed FINAL)
    Q_PROPERTY(QString monthNote READ monthNote NOTIFY changed FINAL)
    Q_PROPERTY(QString monthAmount READ monthAmount NOTIFY changed FINAL)
    Q_PROPERTY(QString monthUnknown READ monthUnknown NOTIFY changed FINAL)
    Q_PROPERTY(int trend READ trend NOTIFY changed FINAL)
    Q_PROPERTY(QString trendChange READ trendChange NOTIFY changed FINAL)
    Q_PROPERTY(QString trendText READ trendText NOTIFY changed FINAL)
    Q_PROPERTY(QList<double> bars READ bars NOTIFY changed FINAL)
    Q_PROPERTY(QStringList barLabels READ barLabels NOTIFY changed FINAL)
    Q_PROPERTY(int barsFrom READ barsFrom NOTIFY changed FINAL)
    Q_PROPERTY(QString barsSummary READ barsSummary NOTIFY changed FINAL)
    Q_PROPERTY(QString readyAmount READ readyAmount NOTIFY changed FINAL)
    Q_PROPERTY(QString readyUnknown READ readyUnknown NOTIFY changed FINAL)
    Q_PROPERTY(QString readyNote READ readyNote NOTIFY changed FINAL)
    Q_PROPERTY(QString readySentence READ readySentence NOTIFY changed FINAL)
    Q_PROPERTY(bool canCollect READ canCollect NOTIFY changed FINAL)
    Q_PROPERTY(int attentionCount READ attentionCount NOTIFY changed FINAL)
    Q_PROPERTY(QString placesTitle READ placesTitle NOTIFY changed FINAL)
    Q_PROPERTY(int working READ working NOTIFY changed FINAL)
    Q_PROPERTY(int check READ check NOTIFY changed FINAL)
    Q_PROPERTY(int offline READ offline NOTIFY changed FINAL)
    Q_PROPERTY(int notSetUp READ notSetUp NOTIFY changed FINAL)
    /// Roles: key title sentence status cost actionText.
    Q_PROPERTY(QAbstractItemModel* attention READ attention CONSTANT FINAL)
    /// Roles: key title note amount iconName subject.
    Q_PROPERTY(QAbstractItemModel* activity READ activity CONSTANT FINAL)
    /// Roles: key name latitude longitude status.
    Q_PROPERTY(QAbstractItemModel* markers READ markers CONSTANT FINAL)

public:
    HomeViewModel(Engine& engine, Format& format, QObject* parent);

    QString monthTitle() const { return m_monthTitle; }
    QString monthNote() const { return m_monthNote; }
    QString monthAmount() const { return m_monthAmount; }
    QString monthUnknown() const { return m_monthUnknown; }
    int trend() const { return m_trend; } ///< as Trend.Direction: 0 same, 1 up, 2 down
    QString trendChange() const { return m_trendChange; }
    QString trendText() const { return m_trendText; }
    QList<double> bars() const { return m_bars.values; }
    QStringList barLabels() const { return m_bars.labels; }
    int barsFrom() const { return m_barsFrom; }
    QString barsSummary() const { return m_barsSummary; }
    QString readyAmount() const { return m_readyAmount; }
    QString readyUnknown() const { return m_readyUnknown; }
    QString readyNote() const { return m_readyNote; }
    QString readySentence() const { return m_readySentence; }
    bool canCollect() const { return m_canCollect && !watchOnly(); }
    int attentionCount() const { return m_attentionCount; }
    QString placesTitle() const { return m_placesTitle; }
    int working() const { return m_counts[0]; }
    int check() const { return m_counts[1]; }
    int offline() const { return m_counts[2]; }
    int notSetUp() const { return m_counts[3]; }
    QAbstractItemModel* attention() { return &m_attention; }
    QAbstractItemModel* activity() { return &m_activity; }
    QAbstractItemModel* markers() { return &m_markers; }

Q_SIGNALS:
    void changed();

protected:
    void load() override;

private:
    struct Trouble {
        Device device;
        std::optional<std::int32_t> since;
        services::Worth perDay;
    };
    struct Snapshot {
        services::HomeFigures home;
        services::EarningsSummary days;
        std::vector<Device> devices;
        std::vector<Trouble> troubles;
        std::vector<std::pair<store::Activity, services::Worth>> recent;
    };
    struct Cost {
        services::Worth worth; ///< of what this wallet pays
        int deposits = 0;
    };
    static Task<Snapshot> read(QPointer<HomeViewModel> self);
    static Task<Cost> planCost(QPointer<HomeViewModel> self);
    void estimate(const std::vector<Amount>& ready, std::size_t devices);
    void forgetEstimate();
    void showReadySentence();
    void show(const Snapshot& snapshot);
    void showMonth(const Snapshot& snapshot);
    void showDevices(const Snapshot& snapshot);

    QString m_monthTitle, m_monthNote, m_monthAmount, m_monthUnknown, m_trendChange, m_trendText, m_barsSummary;
    QString m_readyAmount, m_readyUnknown, m_readyNote, m_readySentence, m_placesTitle, m_lastCollected;
    std::optional<Cost> m_cost;
    std::vector<Amount> m_estimatedFor;
    Currency m_estimatedIn = Currency::Eur;
    bool m_estimating = false;
    bool m_readyKnown = true;
    int m_trend = 0;
    int m_barsFrom = -1;
    int m_attentionCount = 0;
    bool m_canCollect = false;
    DayBars m_bars;
    std::array<int, 4> m_counts{};
    RecordModel m_attention;
    RecordModel m_activity;
    RecordModel m_markers;
};

/// Rows of a map's marker model, for devices that have a place.
QList<QVariantList> markerRows(const std::vector<Device>& devices);
QList<QByteArray> markerRoles();
/// As map::MarkerShape: what measures looks different from what carries other devices' data.
int markerShape(const Device& device);

} // namespace outpost::app
