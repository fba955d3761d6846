// SPDX-License-Identifier: GPL-3.0-or-later
#include "HomeViewModel.h"

#include "app/format/Phrase.h"
#include "app/map/MarkerClusters.h"
#include "core/services/DeviceHealth.h"
#include "core/services/ServiceErrors.h"

#include <QPointer>

#include <set>

namespace outpost::app {

namespace {

constexpr int kBarDays = 30;
constexpr int kHealthDays = 100;
constexpr std::size_t kTroubles = 5;
constexpr int kRecent = 6;
constexpr std::size_t kMostEstimated = 200; // working the cost out asks the network about each

/// A date that ends with a point of its own ("20. Nov.") must not end a sentence with two, nor be broken apart.
QString sentenceWith(const QString& pattern, QString last)
{
    const QString sentence = pattern.arg(last.replace(u' ', QChar(QChar::Nbsp)));
    return sentence.endsWith(QStringLiteral("..")) ? sentence.chopped(1) : sentence;
}

const std::vector<Amount>& amountsOf(const store::Activity& activity)
{
    return activity.in.empty() ? activity.out : activity.in;
}

} // namespace

QList<QByteArray> markerRoles()
{
    return {"key", "name", "latitude", "longitude", "status", "shape"};
}

int markerShape(const Device& device)
{
    return device.kind.starts_with("weather.") ? static_cast<int>(map::MarkerShape::Drop)
                                               : static_cast<int>(map::MarkerShape::Round);
}

QList<QVariantList> markerRows(const std::vector<Device>& devices)
{
    QList<QVariantList> rows;
    for (const Device& device : devices) {
        if (device.place)
            rows.append({toQString(device.id.str()), shownName(device), device.place->centre.latitude,
                         device.place->centre.longitude, static_cast<int>(device.status), markerShape(device)});
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
        // A problem that earnings do not show has no known cost.
        const std::vector<Amount> lost = health.problem.empty() ? std::vector<Amount>() : health.usual;
        OUTPOST_CO_TRY(auto perDay, co_await engine.earnings().worth(lost, currency));
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
            sentence += u' ' + sentenceWith(tr("Since %1."), format().day(*trouble.since));
        const bool cost = trouble.perDay.minor && trouble.perDay.minor->isPositive();
        const bool place = trouble.device.status == DeviceStatus::NotSetUp;
        rows.append({toQString(trouble.device.id.str()), shownName(trouble.device), sentence,
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
    // Nobody could be asked yet, and nothing was stored before: that is not zero.
    const auto& freshness = engine().sync().freshness();
    m_readyKnown = home.readyDevices > 0 || home.lastCollected || freshness.lastGood || freshness.behind.empty();
    m_readyAmount = m_readyKnown && home.ready.minor ? format().money(home.ready) : QString();
    m_readyUnknown = m_readyKnown ? unknownReason(home.ready) : tr("It could not be asked yet");
    m_readyNote = m_readyKnown ? tr("%n device(s)", nullptr, home.readyDevices) : QString();
    m_lastCollected.clear();
    if (home.lastCollected)
        //: %1 for example "6 days ago" or a date.
        m_lastCollected =
            sentenceWith(tr("Last collected %1."), format().ago(engine().clock().now(), home.lastCollected));
    if (m_canCollect && !watchOnly())
        estimate(home.ready.amounts, snapshot.devices.size());
    else
        forgetEstimate();
    showReadySentence();
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

void HomeViewModel::showReadySentence()
{
    QStringList sentences;
    if (!m_readyKnown)
        sentences << tr("What is waiting could not be asked yet.");
    else if (!m_canCollect)
        sentences << tr("Nothing is waiting.");
    else if (m_cost && m_cost->worth.minor)
        sentences << (m_cost->deposits > 0
                          //: What collecting costs. %1 an amount of money, %n counts deposits.
                          ? tr("Costs about %1: network fees and %n one-time deposit(s).", nullptr, m_cost->deposits)
                                .arg(format().money(m_cost->worth))
                          //: What collecting costs. %1 an amount of money.
                          : tr("Costs about %1 in network fees.").arg(format().money(m_cost->worth)));
    else
        sentences << tr("You see the cost before anything is sent.");
    if (!m_lastCollected.isEmpty())
        sentences << m_lastCollected;
    m_readySentence = sentences.join(u' ');
}

void HomeViewModel::estimate(const std::vector<Amount>& ready, std::size_t devices)
{
    if (devices > kMostEstimated) {
        forgetEstimate();
        return;
    }
    // The plan asks the network about each device: only when what is ready has changed, and in another currency.
    if (m_estimating || (m_estimatedFor == ready && m_estimatedIn == currency()))
        return;
    m_estimating = true;
    m_estimatedFor = ready;
    m_estimatedIn = currency();
    async::toFuture(planCost(this)).then(this, [this](const Result<Cost>& cost) {
        m_estimating = false;
        if (cost)
            m_cost = *cost;
        else
            forgetEstimate(); // the review will say what is wrong
        showReadySentence();
        Q_EMIT changed();
    });
}

void HomeViewModel::forgetEstimate()
{
    m_cost.reset();
    m_estimatedFor.clear();
}

Task<HomeViewModel::Cost> HomeViewModel::planCost(QPointer<HomeViewModel> self)
{
    OUTPOST_CO_TRY(const Address wallet, self->engine().wallets().currentAddress());
    for (networks::Network* network : self->engine().networks()) {
        if (network->collecting() == nullptr)
            continue;
        OUTPOST_CO_TRY(auto devices, co_await self->engine().devices().all(network->id()));
        if (!self)
            co_return fail(outpost::errors::kCancelled);
        std::erase_if(devices, [&](const Device& device) { return device.owner != wallet; });
        if (devices.empty())
            continue;
        OUTPOST_CO_TRY(const auto plan, co_await network->collecting()->plan(std::move(devices), wallet, {}));
        if (!self)
            co_return fail(outpost::errors::kCancelled);
        if (plan.operation.steps.empty())
            continue;
        Cost cost;
        std::vector<Amount> own;
        for (const CostLine& line : plan.operation.cost) {
            if (!line.paidBy.empty() || line.covered)
                continue;
            own.push_back(line.amount);
            if (line.kind == CostLine::Kind::OneTimeDeposit)
                cost.deposits += line.count;
        }
        OUTPOST_CO_TRY(cost.worth, co_await self->engine().earnings().worth(std::move(own), self->currency()));
        co_return cost;
    }
    co_return fail(outpost::errors::kNothingToCollect);
}

} // namespace outpost::app
