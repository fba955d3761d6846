// SPDX-License-Identifier: GPL-3.0-or-later
#include "HomeViewModel.h"

#include "app/format/Phrase.h"
#include "core/services/DeviceHealth.h"

#include <QPointer>

#include <set>

namespace outpost::app {

namespace {

constexpr int kBarDays = 30;
constexpr int kHealthDays = 100;
constexpr std::size_t kTroubles = 5;
constexpr int kRecent = 6;

const std::vector<Amount>& amountsOf(const store::Activity& activity)
{
    return activity.in.empty() ? activity.out : activity.in;
}

} // namespace

QList<QByteArray> markerRoles()
{
    return {"key", "name", "latitude", "longitude", "status"};
}

QList<QVariantList> markerRows(const std::vector<Device>& devices)
{
    QList<QVariantList> rows;
    for (const Device& device : devices) {
        if (device.place)
            rows.append({toQString(device.id.str()), toQString(device.shownName()), device.place->centre.latitude,
                         device.place->centre.longitude, static_cast<int>(device.status)});
    }
    return rows;
}

HomeViewModel::HomeViewModel(Engine& engine, Format& format, QObject* parent)
    : ScreenViewModel(engine, format, parent),
      m_attention({"key", "title", "sentence", "status", "cost", "actionText"}, nullptr),
      m_activity({"key", "title", "note", "amount", "iconName", "subject"}, nullptr),
      m_markers(markerRoles(), nullptr)
{}

void HomeViewModel::load()
{
    async::toFuture(read(this)).then(this, [this](const Result<Snapshot>& snapshot) {
        if (!snapshot)
            setFailed(snapshot.error());
        else if (snapshot->devices.empty())
            setEmpty();
        else
            show(*snapshot);
    });
}

Task<HomeViewModel::Snapshot> HomeViewModel::read(QPointer<HomeViewModel> self)
{
    Snapshot snapshot;
    Engine& engine = self->engine();
    const Currency currency = self->currency();
    const std::int32_t today = self->today();
    OUTPOST_CO_TRY(snapshot.devices, co_await engine.devices().all());
    OUTPOST_CO_TRY(snapshot.home, co_await engine.earnings().home(currency));
    OUTPOST_CO_TRY(snapshot.days, co_await engine.earnings().days({}, today - kBarDays + 1, today, currency));
    OUTPOST_CO_TRY(const auto assets, co_await engine.series().assets());
    for (const Device& device : snapshot.devices) {
        if (device.problem.empty() || snapshot.troubles.size() >= kTroubles)
            continue;
        std::vector<EarningDay> days;
        for (const AssetId& asset : assets) {
            OUTPOST_CO_TRY(auto own,
                           co_await engine.series().days(device.id, asset, today - kHealthDays, today, today));
            days.insert(days.end(), own.begin(), own.end());
        }
        const services::Health health = services::assessHealth(days, today);
        OUTPOST_CO_TRY(auto perDay, co_await engine.earnings().worth(health.usual, currency));
        snapshot.troubles.push_back({device, health.since, std::move(perDay)});
    }
    OUTPOST_CO_TRY(const auto recent, co_await engine.activities().page({}, 0, kRecent));
    for (const store::Activity& activity : recent) {
        OUTPOST_CO_TRY(auto worth, co_await engine.earnings().worth(amountsOf(activity), currency));
        snapshot.recent.emplace_back(activity, std::move(worth));
    }
    if (!self)
        co_return fail(outpost::errors::kCancelled);
    co_return snapshot;
}

void HomeViewModel::showMonth(const Snapshot& snapshot)
{
    const services::HomeFigures& home = snapshot.home;
    //: %1 the name of a month.
    m_monthTitle = tr("Earned in %1").arg(format().month(home.monthStart));
    const int monthDays = services::daysInMonth(home.monthStart);
    QStringList notes{//: How much of a month has gone: %1 of %2 days.
                      tr("%1 of %2 days").arg(home.today - home.monthStart + 1).arg(monthDays)};
    if (home.since && *home.since > home.monthStart)
        //: %1 a date.
        notes << tr("since %1").arg(format().day(*home.since));
    if (const QString price = priceNote(home.month.total); !price.isEmpty())
        notes << price;
    m_monthNote = notes.join(QStringLiteral(" · "));
    const bool sampled = !home.month.days.empty();
    m_monthAmount = sampled && home.month.total.minor ? format().money(home.month.total) : QString();
    m_monthUnknown = sampled ? unknownReason(home.month.total)
                             : tr("Outpost has not sampled a day yet; figures start with the second day.");
    m_trend = 0;
    m_trendChange.clear();
    QStringList text;
    if (home.previousSameDaysMinor && home.month.total.minor && home.previousSameDaysMinor->isPositive()) {
        m_trend = *home.month.total.minor > *home.previousSameDaysMinor   ? 1
                  : *home.month.total.minor < *home.previousSameDaysMinor ? 2
                                                                          : 0;
        m_trendChange = format().percentChange(home.month.total.minor, home.previousSameDaysMinor);
        //: Follows a change such as "12 %". %1 the name of a month.
        text << tr("against the same days of %1").arg(format().month(services::previousMonthStart(home.today)));
    }
    if (home.perDayMinor)
        //: %1 an amount of money.
        text << tr("%1 a day").arg(format().moneyMinor(home.perDayMinor));
    m_trendText = text.join(QStringLiteral(" · "));
    m_bars = dayBars(snapshot.days, home.today - kBarDays + 1, home.today, format());
    m_barsFrom = std::max(0, home.monthStart - (home.today - kBarDays + 1));
    //: Said by a screen reader about a chart. %1 an amount of money.
    m_barsSummary = tr("Earned each day of the last 30 days, %1 in all").arg(format().money(snapshot.days.total));
}

void HomeViewModel::showDevices(const Snapshot& snapshot)
{
    m_counts = {};
    std::set<std::string> places;
    for (const Device& device : snapshot.devices) {
        ++m_counts.at(static_cast<std::size_t>(device.status));
        if (device.place)
            places.insert(device.city.empty() ? std::to_string(device.place->cell >> 16) : device.city);
    }
    //: Title of a map. %n counts devices.
    m_placesTitle = tr("%n device(s)", nullptr, static_cast<int>(snapshot.devices.size()));
    if (!places.empty())
        //: %1 for example "10 devices"; %n counts places.
        m_placesTitle = tr("%1 in %n place(s)", nullptr, static_cast<int>(places.size())).arg(m_placesTitle);
    m_markers.setRows(markerRows(snapshot.devices));

    m_attentionCount = 0;
    for (const Device& device : snapshot.devices)
        m_attentionCount += device.problem.empty() ? 0 : 1;
    QList<QVariantList> rows;
    for (const Trouble& trouble : snapshot.troubles) {
        QString sentence = Phrase::of(trouble.device.problem);
        if (trouble.since)
            //: %1 a day.
            sentence += u' ' + tr("Since %1.").arg(format().day(*trouble.since));
        const bool cost = trouble.perDay.minor && trouble.perDay.minor->isPositive();
        const bool place = trouble.device.status == DeviceStatus::NotSetUp;
        rows.append({toQString(trouble.device.id.str()), toQString(trouble.device.shownName()), sentence,
                     static_cast<int>(trouble.device.status),
                     //: %1 an amount of money.
                     cost ? tr("about %1 a day").arg(format().money(trouble.perDay)) : QString(),
                     place ? tr("Set the place") : tr("Find out why")});
    }
    m_attention.setRows(rows);
}

void HomeViewModel::show(const Snapshot& snapshot)
{
    const services::HomeFigures& home = snapshot.home;
    showMonth(snapshot);
    showDevices(snapshot);
    m_canCollect = home.readyDevices > 0;
    m_readyAmount = home.ready.minor ? format().money(home.ready) : QString();
    m_readyUnknown = unknownReason(home.ready);
    m_readyNote = tr("%n device(s)", nullptr, home.readyDevices);
    QStringList sentences;
    sentences << (m_canCollect ? tr("You see the cost before anything is sent.") : tr("Nothing is waiting."));
    if (home.lastCollected)
        //: %1 for example "6 days ago" or a date.
        sentences << tr("Last collected %1.").arg(format().ago(engine().clock().now(), home.lastCollected));
    m_readySentence = sentences.join(u' ');
    QList<QVariantList> rows;
    for (const auto& [activity, worth] : snapshot.recent) {
        QString amount;
        if (!amountsOf(activity).empty())
            amount = (activity.in.empty() ? QStringLiteral("\u2212 ") : QStringLiteral("+ ")) + format().money(worth);
        rows.append({toQString(activity.uniqueKey), Phrase::of(activity.kind, activity.args),
                     format().ago(engine().clock().now(), activity.at), amount, QString(),
                     toQString(activity.subject)});
    }
    m_activity.setRows(rows);
    setPhase(Ready);
    Q_EMIT changed();
}

} // namespace outpost::app
