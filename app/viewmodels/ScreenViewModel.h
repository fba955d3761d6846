// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/Engine.h"
#include "app/format/Format.h"
#include "app/models/RecordModel.h"

#include <QPointer>
#include <QQmlEngine>
#include <QTimer>

namespace outpost::app {

/// What every screen that reads the store has: a phase, how old its data is, a failure in words, and the reading
/// itself, coalesced. **Thread:** GUI.
class ScreenViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("base of the screens' view-models")
    Q_PROPERTY(Phase phase READ phase NOTIFY phaseChanged FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY phaseChanged FINAL)
    Q_PROPERTY(QString problemAction READ problemAction NOTIFY phaseChanged FINAL)
    Q_PROPERTY(QString staleText READ staleText NOTIFY staleChanged FINAL)
    Q_PROPERTY(bool watchOnly READ watchOnly NOTIFY staleChanged FINAL)

public:
    enum Phase { Loading = 0, Ready, Empty, Failed };
    Q_ENUM(Phase)

    Phase phase() const { return m_phase; }
    QString problem() const { return m_problem; }
    QString problemAction() const { return m_problemAction; }
    QString staleText() const { return m_staleText; } ///< which source is behind and since when; empty when none is
    bool watchOnly() const;

    /// Asks the networks again.
    Q_INVOKABLE void refresh();

    /// Spells everything anew, after a change of language or currency.
    Q_INVOKABLE void reload() { schedule(); }
    void schedule(); ///< reads the store again soon

Q_SIGNALS:
    void phaseChanged();
    void staleChanged();

protected:
    ScreenViewModel(Engine& engine, Format& format, QObject* parent);

    virtual void load() = 0;
    void setPhase(Phase phase);
    void setFailed(const Error& error);
    /// Empty, unless the first reading of the networks still runs.
    void setEmpty();
    Engine& engine() const { return m_engine; }
    Format& format() const { return m_format; }
    Currency currency() const { return m_format.currency(); }
    std::int32_t today() const { return m_engine.earnings().today(); }
    /// "price of 12:41, CoinGecko"; empty without a price.
    QString priceNote(const services::Worth& worth) const;
    QString unknownReason(const services::Worth& worth) const;
    /// How its earnings are collected where Outpost does not collect them; empty where it does.
    QString payoutOf(const Device& device) const;
    /// A height for a chart; NaN where the worth is not known.
    static double barOf(const services::Worth& worth);

private:
    void updateStale();

    Engine& m_engine;
    Format& m_format;
    QTimer m_soon;
    Phase m_phase = Loading;
    QString m_problem;
    QString m_problemAction;
    QString m_staleText;
};

/// One bar for each day from `from` to `to`, NaN where nothing was sampled.
struct DayBars {
    QList<double> values; ///< how tall the bars are, in the smallest unit of the currency
    QStringList labels;
};
DayBars dayBars(const services::EarningsSummary& summary, std::int32_t from, std::int32_t to, const Format& format);

} // namespace outpost::app
