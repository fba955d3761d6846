// SPDX-License-Identifier: GPL-3.0-or-later
#include "EarningsViewModel.h"

#include "app/format/ErrorText.h"
#include "core/codec/Csv.h"

#include <QUrl>

namespace outpost::app {

namespace {

constexpr std::size_t kMostDeviceRows = 200;
constexpr std::int32_t kMonth = 30;

std::int32_t firstDay(int period, std::int32_t today, std::optional<std::int32_t> since)
{
    if (period > 0)
        return today - period + 1;
    return std::min(since.value_or(today - kMonth + 1), today);
}

} // namespace

EarningsViewModel::EarningsViewModel(Engine& engine, Format& format, QObject* parent)
    : ScreenViewModel(engine, format, parent),
      m_days({"key", "day", "amount", "tokens", "note"}, nullptr),
      m_devices({"key", "name", "amount", "tokens", "ready", "status", "payout"}, nullptr)
{}

void EarningsViewModel::setPeriod(int days)
{
    if (days == m_period || days < 0)
        return;
    m_period = days;
    Q_EMIT changed();
    load();
}

void EarningsViewModel::load()
{
    const int period = m_period;
    async::toFuture(read(this, period)).then(this, [this, period](const Result<Snapshot>& snapshot) {
        if (period != m_period)
            return;
        if (!snapshot)
            setFailed(snapshot.error());
        else if (snapshot->devices.empty())
            setEmpty();
        else
            show(*snapshot);
    });
}

Task<EarningsViewModel::Snapshot> EarningsViewModel::read(QPointer<EarningsViewModel> self, int period)
{
    Snapshot s;
    Engine& engine = self->engine();
    const Currency currency = self->currency();
    const std::int32_t today = self->today();
    OUTPOST_CO_TRY(s.devices, co_await engine.devices().all());
    OUTPOST_CO_TRY(s.since, co_await engine.series().firstDay());
    s.to = today;
    s.from = firstDay(period, today, s.since);
    OUTPOST_CO_TRY(s.summary, co_await engine.earnings().days({}, s.from, s.to, currency));
    OUTPOST_CO_TRY(const auto ready, co_await engine.earnings().ready(currency));
    for (const auto& [claimable, worth] : ready) {
        s.waiting.emplace(claimable.device, worth);
        s.readyDevices += claimable.amount.base.isPositive() ? 1 : 0;
    }
    OUTPOST_CO_TRY(const auto home, co_await engine.earnings().home(currency));
    s.ready = home.ready;
    if (s.devices.size() <= kMostDeviceRows) {
        for (const Device& device : s.devices) {
            OUTPOST_CO_TRY(auto own, co_await engine.earnings().days({device.id}, s.from, s.to, currency));
            s.perDevice.push_back(std::move(own.total));
        }
    }
    if (!self)
        co_return fail(outpost::errors::kCancelled);
    co_return s;
}

QString EarningsViewModel::tokensOf(const services::Worth& worth) const
{
    QStringList parts;
    for (const Amount& amount : worth.amounts) {
        const Asset* asset = engine().earnings().asset(amount.asset);
        if (asset != nullptr && !amount.base.isZero())
            parts << format().amount(amount, *asset);
    }
    return parts.join(QStringLiteral(" + "));
}

void EarningsViewModel::show(const Snapshot& s)
{
    m_bars = dayBars(s.summary, s.from, s.to, format());
    const bool sampled = !s.summary.days.empty();
    m_total = sampled && s.summary.total.minor ? format().money(s.summary.total) : QString();
    m_totalUnknown = sampled ? unknownReason(s.summary.total) : tr("Nothing was sampled in these days");
    QStringList notes;
    if (s.since)
        //: %1 a date: earnings are known from then on.
        notes << tr("sampled since %1").arg(format().day(*s.since));
    const bool todays =
        std::any_of(s.summary.days.begin(), s.summary.days.end(), [](auto& d) { return d.todaysPrice; });
    if (todays)
        notes << tr("some days at today's price");
    if (const QString price = priceNote(s.ready); !price.isEmpty())
        notes << price;
    m_totalNote = notes.join(QStringLiteral(" · "));
    m_firstLabel = format().day(s.from);
    m_lastLabel = format().day(s.to);
    //: Said by a screen reader about a chart. %1 and %2 dates, %3 an amount of money.
    m_summary =
        tr("Earned each day from %1 to %2, %3 in all").arg(m_firstLabel, m_lastLabel, format().money(s.summary.total));
    m_readyAmount = s.ready.minor ? format().money(s.ready) : QString();
    m_readyUnknown = unknownReason(s.ready);
    m_readyNote = tr("%n device(s)", nullptr, s.readyDevices);
    m_canCollect = s.readyDevices > 0;
    showRows(s);
    setPhase(Ready);
    Q_EMIT changed();
}

void EarningsViewModel::showRows(const Snapshot& s)
{
    QList<QVariantList> rows;
    for (auto day = s.summary.days.rbegin(); day != s.summary.days.rend(); ++day) {
        QStringList notes;
        if (!day->complete)
            notes << (day->day == s.to ? tr("still running") : tr("spread over days without a sample"));
        if (day->todaysPrice)
            notes << tr("at today's price");
        rows.append({QString::number(day->day), format().day(day->day),
                     day->worth.minor ? format().money(day->worth) : QString(), tokensOf(day->worth),
                     notes.join(QStringLiteral(", "))});
    }
    m_days.setRows(rows);

    std::vector<std::size_t> order(s.perDevice.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return s.perDevice[a].minor.value_or(Int128(-1)) > s.perDevice[b].minor.value_or(Int128(-1));
    });
    rows.clear();
    for (const std::size_t i : order) {
        const Device& device = s.devices[i];
        const services::Worth& worth = s.perDevice[i];
        const auto ready = s.waiting.find(device.id);
        rows.append({toQString(device.id.str()), shownName(device),
                     worth.minor && !worth.amounts.empty() ? format().money(worth) : QString(), tokensOf(worth),
                     ready != s.waiting.end() && ready->second.minor ? format().money(ready->second) : QString(),
                     static_cast<int>(device.status), payoutOf(device)});
    }
    m_devices.setRows(rows);
}

Task<std::int64_t> EarningsViewModel::write(QPointer<EarningsViewModel> self, std::filesystem::path file, int period)
{
    Engine& engine = self->engine();
    const std::int32_t today = self->today();
    OUTPOST_CO_TRY(const auto since, co_await engine.series().firstDay());
    OUTPOST_CO_TRY(const auto assets, co_await engine.series().assets());
    codec::CsvWriter csv;
    for (const char* title : {"day", "device", "asset", "amount", "complete", "network"})
        csv.text(title);
    csv.endRow();
    std::int64_t rows = 0;
    for (const AssetId& id : assets) {
        const Asset* asset = engine.earnings().asset(id);
        OUTPOST_CO_TRY(const auto list,
                       co_await engine.series().daysOf({}, id, firstDay(period, today, since), today, today));
        for (const EarningDay& day : list) {
            csv.text(std::format("{:%F}", std::chrono::sys_days(std::chrono::days(day.day))))
                .text(day.device.str())
                .text(asset != nullptr ? asset->symbol : id.str())
                .number(decimalText(day.amount.base, asset != nullptr ? asset->decimals : 0))
                .text(day.complete ? "yes" : "no")
                .text(engine.isDemo() ? "Demo, not real money" : "real");
            csv.endRow();
            ++rows;
        }
    }
    if (!self)
        co_return fail(outpost::errors::kCancelled);
    OUTPOST_CO_CHECK(engine.files().writeNew(file, asBytes(csv.content())));
    co_return rows;
}

void EarningsViewModel::exportCsv(const QUrl& file)
{
    const std::filesystem::path path(file.toLocalFile().toStdString());
    if (path.empty())
        return;
    async::toFuture(write(this, path, m_period)).then(this, [this](const Result<std::int64_t>& rows) {
        m_exportFailed = !rows;
        m_exportText =
            rows ? tr("Saved %n line(s).", nullptr, static_cast<int>(*rows)) : ErrorText::of(rows.error()).message;
        Q_EMIT exportChanged();
    });
}

} // namespace outpost::app
