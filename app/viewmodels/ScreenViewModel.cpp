// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScreenViewModel.h"

#include "app/format/ErrorText.h"
#include "app/format/Phrase.h"

#include <QLoggingCategory>

#include <cmath>

namespace outpost::app {

namespace {
// Off unless asked for; the start-up benchmark listens.
Q_LOGGING_CATEGORY(lcScreens, "outpost.screens", QtWarningMsg)
constexpr int kCoalesceMs = 50;
} // namespace

ScreenViewModel::ScreenViewModel(Engine& engine, Format& format, QObject* parent)
    : QObject(parent), m_engine(engine), m_format(format)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kCoalesceMs);
    connect(&m_soon, &QTimer::timeout, this, [this] { load(); });
    connect(&engine.sync(), &services::FleetSync::changed, this, &ScreenViewModel::schedule);
    connect(&engine.sync(), &services::FleetSync::freshnessChanged, this, [this] {
        updateStale();
        if (m_phase != Ready)
            schedule();
    });
    connect(&engine.wallets(), &services::WalletService::changed, this, [this] {
        Q_EMIT staleChanged();
        schedule();
    });
    updateStale();
    m_soon.start();
}

void ScreenViewModel::schedule()
{
    m_soon.start();
}

bool ScreenViewModel::watchOnly() const
{
    const auto* wallet = m_engine.wallets().current();
    return wallet != nullptr && wallet->watchOnly;
}

void ScreenViewModel::refresh()
{
    m_engine.refreshPrices().then(this, [this](const Result<void>&) { schedule(); });
    m_engine.sync().refresh(currency()).then(this, [this](const Result<void>& done) {
        if (!done)
            setFailed(done.error());
    });
}

void ScreenViewModel::setPhase(Phase phase)
{
    if (m_phase == phase && m_problem.isEmpty())
        return;
    m_phase = phase;
    m_problem.clear();
    m_problemAction.clear();
    qCDebug(lcScreens, "screen=%s phase=%d", metaObject()->className(), static_cast<int>(phase));
    Q_EMIT phaseChanged();
}

void ScreenViewModel::setFailed(const Error& error)
{
    const ErrorText text = ErrorText::of(error);
    m_phase = Failed;
    m_problem = text.message;
    m_problemAction = text.action;
    Q_EMIT phaseChanged();
}

void ScreenViewModel::setEmpty()
{
    const auto& freshness = m_engine.sync().freshness();
    const bool asking = freshness.refreshing ||
                        (!freshness.lastGood && freshness.behind.empty() && m_engine.wallets().current() != nullptr);
    // Nobody could say that there is nothing.
    if (!asking && !freshness.lastGood && !freshness.behind.empty())
        setFailed(freshness.behind.front().second);
    else
        setPhase(asking ? Loading : Empty);
}

void ScreenViewModel::updateStale()
{
    const auto& freshness = m_engine.sync().freshness();
    QString text;
    if (!freshness.behind.empty() && !freshness.refreshing) {
        const QString what = Phrase::of(freshness.behind.front().first);
        const QString when = m_format.ago(m_engine.clock().now(), freshness.lastGood);
        text = freshness.lastGood
                   //: %1 a source of data, for example "earnings"; %2 a time, for example "3 h ago".
                   ? tr("Not up to date: %1. Everything was last read %2.").arg(what, when)
                   //: %1 a source of data, for example "earnings".
                   : tr("Not up to date: %1. What you see is from an earlier run.").arg(what);
    }
    if (text != m_staleText) {
        m_staleText = text;
        Q_EMIT staleChanged();
    }
}

QString ScreenViewModel::priceNote(const services::Worth& worth) const
{
    if (!worth.priceAsOf || worth.priceSource.empty())
        return {};
    //: %1 a date and time, %2 the name of a price source.
    return tr("price of %1, %2").arg(m_format.dateTime(*worth.priceAsOf), Phrase::of(worth.priceSource));
}

QString ScreenViewModel::payoutOf(const Device& device) const
{
    networks::Network* network = m_engine.network(device.network);
    const bool earns = network != nullptr && network->earnings() != nullptr;
    const std::string payout = earns ? network->earnings()->payout() : std::string();
    return payout.empty() ? QString() : Phrase::of(payout);
}

QString ScreenViewModel::unknownReason(const services::Worth& worth) const
{
    if (worth.minor)
        return {};
    return worth.amounts.empty() ? tr("Nothing has been read yet") : tr("No price is known");
}

double ScreenViewModel::barOf(const services::Worth& worth)
{
    if (!worth.minor)
        return std::nan("");
    const auto minor = worth.minor->toInt64();
    // gate: allow float-money - how tall a bar is drawn
    return minor ? static_cast<double>(*minor) : std::nan("");
}

DayBars dayBars(const services::EarningsSummary& summary, std::int32_t from, std::int32_t to, const Format& format)
{
    DayBars bars;
    auto next = summary.days.begin();
    for (std::int32_t day = from; day <= to; ++day) {
        while (next != summary.days.end() && next->day < day)
            ++next;
        const bool there = next != summary.days.end() && next->day == day;
        const auto minor = there && next->worth.minor ? next->worth.minor->toInt64() : Result<std::int64_t>(0);
        bars.values.append(there && next->worth.minor && minor ? static_cast<double>(*minor) : std::nan(""));
        const QString amount = there ? format.money(next->worth) : Format::unknown();
        //: One bar of a chart. %1 a day, %2 an amount of money.
        bars.labels.append(ScreenViewModel::tr("%1: %2").arg(format.day(day), amount));
    }
    return bars;
}

} // namespace outpost::app
