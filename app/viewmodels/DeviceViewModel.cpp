// SPDX-License-Identifier: GPL-3.0-or-later
#include "DeviceViewModel.h"

#include "HomeViewModel.h"

#include "app/format/ErrorText.h"
#include "app/format/Phrase.h"
#include "core/base/Encoding.h"
#include "core/codec/Place.h"

#include <QClipboard>
#include <QGuiApplication>

namespace outpost::app {

namespace {

constexpr int kHealthDays = 100;
constexpr int kFinestCell = 12; // what networks that take cells are told
constexpr int kDaysPerMonth = 30;
constexpr std::size_t kLongestName = 80;
constexpr std::size_t kLongestNote = 1000;
constexpr qsizetype kLongestPlace = 512;
constexpr int kUnknownMark = 4; // StatusMark.Unknown
constexpr auto kReportAge = std::chrono::seconds(60);

int markOf(Lamp::State state)
{
    constexpr std::array<int, 4> marks{0, 1, 2, kUnknownMark}; // StatusMark.Status
    return marks.at(static_cast<std::size_t>(state));
}

/// What the network's own words say to do about one of its problems.
QString remedyOf(const std::string& problem)
{
    return ErrorText::networkText(problem) != nullptr ? ErrorText::of(Error(ErrorCode{problem})).action : QString();
}

QString ssidText(const Bytes& ssid)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(ssid.data()), std::ssize(ssid));
    const bool plain = std::none_of(text.begin(), text.end(),
                                    [](QChar c) { return c == QChar::ReplacementCharacter || !c.isPrint(); });
    return plain ? text : QStringLiteral("hex:") + toQString(toHex(ssid));
}

} // namespace

DeviceViewModel::DeviceViewModel(Engine& engine, Format& format, QObject* parent)
    : ScreenViewModel(engine, format, parent),
      m_lamps({"key", "title", "status", "sentence", "source"}, nullptr),
      m_markers(markerRoles(), nullptr),
      m_wifi({"key", "name", "saved", "current"}, nullptr),
      m_values({"key", "value"}, nullptr),
      m_readings({"key", "value"}, nullptr),
      m_act(engine, format, nullptr)
{
    connect(&engine.nearby(), &services::NearbyDevices::changed, this, [this] { showLamps(); });
}

void DeviceViewModel::open(const QString& key)
{
    if (key == m_key) {
        schedule();
        return;
    }
    m_key = key;
    m_device = {};
    m_diagnostics.reset();
    m_report.reset();
    m_readings.setRows({});
    m_readingsNote.clear();
    m_wifi.setRows({});
    m_values.setRows({});
    m_wifiText.clear();
    m_valuesNote.clear();
    m_nearbyError.clear();
    m_nearbyText.clear();
    m_period = kDaysPerMonth;
    forgetChoice();
    setPhase(Loading);
    Q_EMIT changed();
    Q_EMIT nearbyChanged();
    load();
}

void DeviceViewModel::setPeriod(int days)
{
    if (days == m_period || days < 0)
        return;
    m_period = days;
    load();
}

void DeviceViewModel::load()
{
    if (m_key.isEmpty())
        return;
    const QString asked = m_key;
    async::toFuture(read(this, id(), m_period)).then(this, [this, asked](const Result<Snapshot>& snapshot) {
        if (asked != m_key)
            return;
        if (snapshot)
            show(*snapshot);
        else
            setFailed(snapshot.error());
    });
}

Task<DeviceViewModel::Snapshot> DeviceViewModel::read(QPointer<DeviceViewModel> self, DeviceId id, int period)
{
    Snapshot s;
    Engine& engine = self->engine();
    const Currency currency = self->currency();
    s.to = self->today();
    OUTPOST_CO_TRY(s.row.device, co_await engine.devices().find(id));
    OUTPOST_CO_TRY(const auto since, co_await engine.series().firstDay());
    s.from = period > 0 ? s.to - period + 1 : std::min(since.value_or(s.to), s.to);
    OUTPOST_CO_TRY(s.summary, co_await engine.earnings().days({id}, s.from, s.to, currency));
    OUTPOST_CO_TRY(const auto assets, co_await engine.series().assets());
    std::vector<EarningDay> days;
    for (const AssetId& asset : assets) {
        OUTPOST_CO_TRY(auto own, co_await engine.series().days(id, asset, s.to - kHealthDays, s.to, s.to));
        days.insert(days.end(), own.begin(), own.end());
    }
    s.health = services::assessHealth(days, s.to);
    OUTPOST_CO_TRY(s.usual, co_await engine.earnings().worth(s.health.usual, currency));
    OUTPOST_CO_TRY(s.recent, co_await engine.earnings().worth(s.health.recent, currency));
    OUTPOST_CO_TRY(auto ready, co_await engine.earnings().ready(currency));
    for (auto& [claimable, worth] : ready) {
        if (claimable.device == id)
            s.ready = std::move(worth);
    }
    if (!self)
        co_return fail(outpost::errors::kCancelled);
    co_return s;
}

void DeviceViewModel::show(const Snapshot& s)
{
    m_device = s.row.device;
    m_health = s.health;
    m_usual = s.usual;
    m_recent = s.recent;
    QStringList parts{Phrase::of(m_device.kind)};
    if (!m_device.city.empty())
        parts << toQString(m_device.city);
    if (m_device.addedAt)
        //: %1 a date.
        parts << tr("since %1").arg(format().date(*m_device.addedAt));
    m_subtitle = parts.join(QStringLiteral(" · "));
    m_statusText = Phrase::of(m_device.status);
    m_bars = dayBars(s.summary, s.from, s.to, format());
    const bool sampled = !s.summary.days.empty();
    m_earned = sampled && s.summary.total.minor ? format().money(s.summary.total) : QString();
    m_earnedUnknown = sampled ? unknownReason(s.summary.total) : tr("Nothing was sampled in these days");
    //: Said by a screen reader. %1 and %2 dates, %3 an amount of money.
    m_barsSummary = tr("Earned each day from %1 to %2, %3 in all")
                        .arg(format().day(s.from), format().day(s.to), format().money(s.summary.total));
    m_canCollect = s.ready && !s.ready->amounts.empty() && s.ready->amounts.front().base.isPositive();
    //: %1 an amount of money.
    m_readyText = s.ready ? tr("ready to collect %1").arg(format().money(*s.ready)) : payoutOf(m_device);
    m_markers.setRows(markerRows({m_device}));
    showCause(s);
    showLamps();
    if (m_report)
        showReport();
    setPhase(Ready);
    Q_EMIT changed();
    askNetwork();
}

void DeviceViewModel::showCause(const Snapshot& s)
{
    m_cause = m_device.problem.empty() ? QString() : Phrase::of(m_device.problem);
    QStringList reason;
    if (m_device.status == DeviceStatus::NotSetUp)
        reason << tr("It earns once the network knows where it stands.");
    else if (s.health.since && s.health.problem == "problem.earnsNothing")
        //: %1 a date, %2 an amount of money.
        reason << tr("Nothing came in since %1; usual are %2 a day.")
                      .arg(format().day(*s.health.since), format().money(s.usual));
    else if (s.health.since)
        //: %1 a date, %2 and %3 amounts of money.
        reason << tr("Since %1 it brings %2 a day; usual are %3.")
                      .arg(format().day(*s.health.since), format().money(s.recent), format().money(s.usual));
    if (m_diagnostics)
        for (const Lamp& lamp : m_diagnostics->lamps) {
            if (lamp.state == Lamp::State::Bad || lamp.state == Lamp::State::Warn)
                reason << Phrase::of(lamp.sentence, lamp.args) + u'.';
        }
    else if (m_device.status != DeviceStatus::NotSetUp && !m_cause.isEmpty() && canReach())
        reason << tr("Stand beside it with this computer to ask it why.");
    if (const QString remedy = remedyOf(m_device.problem); !remedy.isEmpty())
        reason << remedy;
    m_causeReason = reason.join(u' ');
    m_causeWorth.clear();
    // What it usually brings is at stake only where earnings show the problem.
    if (s.usual.minor && s.usual.minor->isPositive() && !s.health.problem.empty()) {
        if (const auto month = s.usual.minor->times(kDaysPerMonth))
            //: %1 an amount of money: what mending a fault brings.
            m_causeWorth = tr("worth about %1 a month").arg(format().moneyMinor(std::optional(*month)));
    }
}

QVariantList DeviceViewModel::earningLamp() const
{
    const QString title = Phrase::of(Lamp::Kind::Earning);
    const QString source =
        engine().sync().freshness().lastGood
            //: Source of a figure. %1 a time, for example "3 min ago".
            ? tr("sampled %1").arg(format().ago(engine().clock().now(), engine().sync().freshness().lastGood))
            : tr("sampled in an earlier run");
    if (!m_health.known)
        return {4, title, kUnknownMark, tr("Too few days were sampled to tell"), source};
    const QString usual = format().money(m_usual);
    if (m_health.problem == "problem.earnsNothing" && m_health.since)
        return {4, title, m_health.status == DeviceStatus::Offline ? 2 : 1,
                //: %1 a date, %2 an amount of money.
                tr("Nothing since %1, usually %2 a day").arg(format().day(*m_health.since), usual), source};
    if (m_health.problem == "problem.earnsLess")
        //: Two amounts of money.
        return {4, title, 1, tr("%1 a day, usually %2").arg(format().money(m_recent), usual), source};
    return {4, title, 0, tr("As usual, about %1 a day").arg(usual), source};
}

bool DeviceViewModel::canReach() const
{
    return network() != nullptr && network()->localProtocol() != nullptr;
}

bool DeviceViewModel::hasReadings() const
{
    return network() != nullptr && network()->health() != nullptr;
}

QVariantList DeviceViewModel::nearLamp(Time now) const
{
    const QString title = Phrase::of(Lamp::Kind::ThisComputer);
    if (!canReach())
        return {0, title, kUnknownMark, tr("Not reached from here"), tr("the network's services speak for it")};
    for (const services::Nearby& found : engine().nearby().found()) {
        if (found.identity && found.identity->id == id())
            return {0, title, 0,
                    //: %1 a signal strength in dBm.
                    tr("Answers over Bluetooth, %1").arg(format().dbm(found.rssiDbm)),
                    //: %1 a time, for example "20 s ago".
                    tr("seen %1 · Bluetooth").arg(format().ago(now, found.seenAt))};
    }
    return {0, title, kUnknownMark, tr("Not beside this computer"), tr("Bluetooth, not asked yet")};
}

/// What the device itself says comes before what the network says of it.
QVariantList DeviceViewModel::lampOf(Lamp::Kind kind, Time now) const
{
    const int key = static_cast<int>(kind);
    const QString title = Phrase::of(kind);
    const auto shown = [&](const std::vector<Lamp>& lamps, Time askedAt) -> std::optional<QVariantList> {
        for (const Lamp& lamp : lamps) {
            if (lamp.kind == kind && lamp.state != Lamp::State::Unknown)
                return QVariantList{key, title, markOf(lamp.state), Phrase::of(lamp.sentence, lamp.args),
                                    format().ago(now, lamp.asOf.value_or(askedAt)) + QStringLiteral(" · ") +
                                        Phrase::of(lamp.source)};
        }
        return std::nullopt;
    };
    if (m_diagnostics) {
        if (const auto row = shown(m_diagnostics->lamps, m_diagnosedAt))
            return *row;
    }
    if (m_report && *m_report) {
        if (const auto row = shown((*m_report)->lamps, m_reportedAt))
            return *row;
    }
    if (m_diagnostics)
        return {key, title, kUnknownMark, tr("This device does not say"),
                tr("asked %1 · device").arg(format().ago(now, m_diagnosedAt))};
    if (m_report && !*m_report)
        return {key, title, kUnknownMark, ErrorText::of(m_report->error()).message,
                //: %1 a time, for example "20 s ago".
                tr("asked %1").arg(format().ago(now, m_reportedAt))};
    if (m_report)
        return {key, title, kUnknownMark, tr("The network does not say"),
                tr("asked %1").arg(format().ago(now, m_reportedAt))};
    return {key, title, kUnknownMark, tr("Not asked yet"),
            canReach() ? tr("the device says this over Bluetooth") : tr("the network's services say this")};
}

void DeviceViewModel::showLamps()
{
    const Time now = engine().clock().now();
    QList<QVariantList> rows{nearLamp(now)};
    for (const Lamp::Kind kind : {Lamp::Kind::Process, Lamp::Kind::RadioAndKey, Lamp::Kind::Network})
        rows.append(lampOf(kind, now));
    rows.append(earningLamp());
    m_lamps.setRows(rows);
}

void DeviceViewModel::askNetwork()
{
    if (!hasReadings() || m_reportAsked == m_key)
        return;
    // The store is read again whenever something changed; the network is asked once in a while.
    if (m_report && engine().clock().now() - m_reportedAt < kReportAge)
        return;
    m_reportAsked = m_key;
    network()
        ->health()
        ->report(m_device, {})
        .then(this, [this, asked = m_key](const Result<networks::DeviceReport>& report) {
            if (m_reportAsked == asked)
                m_reportAsked.clear();
            if (asked != m_key)
                return;
            m_report = report;
            m_reportedAt = engine().clock().now();
            showReport();
        });
}

void DeviceViewModel::showReport()
{
    showLamps();
    if (*m_report)
        showReadings((*m_report)->readings);
    else // what was measured stays where it is
        m_readingsNote = ErrorText::of(m_report->error()).message;
    Q_EMIT readingsChanged();
}

void DeviceViewModel::showReadings(const Known<std::vector<networks::Reading>>& readings)
{
    QLocale locale = format().locale();
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    QList<QVariantList> rows;
    for (const networks::Reading& reading : readings.value.value_or(std::vector<networks::Reading>())) {
        const QString figure = locale.toString(reading.value, 'f', reading.decimals);
        rows.append({Phrase::of(reading.what), figure + QChar(QChar::Nbsp) + toQString(reading.unit)});
    }
    m_readings.setRows(rows);
    if (rows.isEmpty())
        m_readingsNote = tr("The network has no readings of it now.");
    else
        //: %1 a time, for example "4 min ago", %2 who says so.
        m_readingsNote = (readings.state == Knowledge::Stale ? tr("Last measured %1 · %2") : tr("Measured %1 · %2"))
                             .arg(format().ago(m_reportedAt, readings.asOf), Phrase::of(readings.source));
}

QString DeviceViewModel::coordinates() const
{
    return m_device.place ? format().coordinates(m_device.place->centre) : QString();
}

QString DeviceViewModel::antenna() const
{
    if (!m_device.place || !m_device.place->gainTenthDbi)
        return {};
    const QString gain = format().locale().toString(*m_device.place->gainTenthDbi / 10.0, 'f', 1);
    if (!m_device.place->elevationMetres)
        //: Antenna gain in decibels.
        return tr("%1 dBi").arg(gain);
    //: Antenna gain in decibels, and its height above ground in metres.
    return tr("%1 dBi, %2 m up").arg(gain).arg(*m_device.place->elevationMetres);
}

QString DeviceViewModel::owner() const
{
    if (m_device.owner.isEmpty())
        return {};
    const auto own = engine().wallets().currentAddress();
    return own && *own == m_device.owner ? tr("Your wallet") : Format::shortAddress(m_device.owner);
}

bool DeviceViewModel::canSetPlace() const
{
    const auto own = engine().wallets().currentAddress();
    if (!own || *own != m_device.owner || watchOnly())
        return false;
    for (networks::Network* network : engine().networks()) {
        if (network->id() == m_device.network)
            return network->onboarding() != nullptr;
    }
    return false;
}

int DeviceViewModel::cellResolution() const
{
    return kFinestCell;
}

void DeviceViewModel::setLabels(const QString& nickname, const QString& note)
{
    const std::string name = plainText(nickname.trimmed().toStdString(), kLongestName);
    engine()
        .devices()
        .setLabels(id(), name, plainText(note.toStdString(), kLongestNote))
        .then(this, [this](const Result<void>& saved) {
            if (!saved) {
                setFailed(saved.error());
                return;
            }
            Q_EMIT engine().sync().changed(); // every list shows the name
            Q_EMIT labelsSaved();
        });
}

void DeviceViewModel::choosePlace(double latitude, double longitude)
{
    engine()
        .acts()
        .choosePlace(id(), {latitude, longitude}, kFinestCell)
        .then(this, [this](const Result<services::PlaceChoice>& choice) {
            if (!choice) {
                m_choice.reset();
                m_chosenText = ErrorText::of(choice.error()).message;
                m_movedText.clear();
                Q_EMIT chosenChanged();
                return;
            }
            m_choice = *choice;
            m_placeText = format().coordinates(choice->pin);
            m_placeError.clear();
            if (m_device.place) { // the antenna stays what it was
                m_choice->place.elevationMetres = m_device.place->elevationMetres;
                m_choice->place.gainTenthDbi = m_device.place->gainTenthDbi;
            }
            //: %1 and %2 are distances; a cell is the area that the network records.
            m_chosenText =
                tr("One cell, about %1 across · %2 from your pin")
                    .arg(format().distance(choice->cellAcrossMetres), format().distance(choice->pinToCentreMetres));
            QStringList parts;
            if (choice->movedMetres)
                //: %1 a distance.
                parts << tr("%1 from its old place.").arg(format().distance(*choice->movedMetres));
            if (choice->ownDevicesNear > 0)
                parts << tr("%n of your devices stand(s) within 300 m.", nullptr, choice->ownDevicesNear);
            m_movedText = parts.join(u' ');
            Q_EMIT chosenChanged();
            if (std::exchange(m_showPlace, false))
                Q_EMIT placeTyped();
        });
}

void DeviceViewModel::typePlace(const QString& text)
{
    m_placeText = text.left(kLongestPlace);
    const auto parsed = codec::parsePlace(m_placeText.toStdString());
    if (!parsed) {
        const ErrorText words = ErrorText::of(parsed.error());
        m_placeError = words.action.isEmpty() ? words.message : words.message + u' ' + words.action;
        Q_EMIT chosenChanged();
        return;
    }
    findPlace(parsed->latitude, parsed->longitude);
}

void DeviceViewModel::findPlace(double latitude, double longitude)
{
    m_showPlace = true;
    choosePlace(latitude, longitude);
}

void DeviceViewModel::pastePlace()
{
    typePlace(QGuiApplication::clipboard()->text());
}

void DeviceViewModel::forgetChoice()
{
    m_choice.reset();
    m_chosenText.clear();
    m_movedText.clear();
    m_placeText.clear();
    m_placeError.clear();
    Q_EMIT chosenChanged();
}

void DeviceViewModel::reviewPlace()
{
    if (m_choice)
        m_act.reviewPlace(id(), m_choice->place, name());
}

void DeviceViewModel::beginNearby(const QString& text)
{
    m_nearbyBusy = true;
    m_nearbyText = text;
    m_nearbyError.clear();
    m_nearbyAction.clear();
    Q_EMIT nearbyChanged();
}

void DeviceViewModel::nearbyFailed(const Error& error)
{
    const ErrorText text = ErrorText::of(error);
    m_nearbyBusy = false;
    m_nearbyText.clear();
    m_nearbyError = text.message;
    m_nearbyAction = text.action;
    Q_EMIT nearbyChanged();
}

void DeviceViewModel::showWifi(const networks::WifiStatus& wifi)
{
    m_nearbyBusy = false;
    m_nearbyText.clear();
    //: %1 the name of a Wi-Fi network.
    m_wifiText =
        wifi.current.empty() ? tr("Not connected to Wi-Fi") : tr("Connected to %1").arg(ssidText(wifi.current));
    if (wifi.ethernetOnline.value_or(false))
        m_wifiText += u' ' + tr("It is online by cable.");
    QList<QVariantList> rows;
    for (const networks::WifiNetwork& network : wifi.networks)
        rows.append(
            {toQString(toHex(network.ssid)), ssidText(network.ssid), network.saved, network.ssid == wifi.current});
    m_wifi.setRows(rows);
    Q_EMIT nearbyChanged();
}

void DeviceViewModel::readWifi()
{
    if (m_nearbyBusy)
        return;
    beginNearby(tr("Looking for the device over Bluetooth; this usually takes ten seconds"));
    engine().nearby().wifi(id()).then(this, [this](const Result<networks::WifiStatus>& wifi) {
        if (wifi)
            showWifi(*wifi);
        else
            nearbyFailed(wifi.error());
    });
}

void DeviceViewModel::joinWifi(const QString& network, SecretInput* passphrase)
{
    const auto ssid = fromHex(network.toStdString(), 32);
    if (m_nearbyBusy || passphrase == nullptr || !ssid)
        return;
    auto secret = std::make_shared<SecureBytes>(passphrase->copy()); // shared with the flow that wipes it
    passphrase->wipe();
    beginNearby(tr("Giving the device its network; this takes up to a minute"));
    engine().nearby().joinWifi(id(), *ssid, std::move(secret)).then(this, [this](const Result<void>& joined) {
        if (!joined) {
            nearbyFailed(joined.error());
            return;
        }
        m_nearbyBusy = false;
        readWifi(); // what the device itself says now
    });
}

void DeviceViewModel::diagnose()
{
    if (m_nearbyBusy)
        return;
    beginNearby(tr("Looking for the device over Bluetooth; this usually takes ten seconds"));
    engine().nearby().diagnostics(id()).then(this, [this](const Result<networks::LocalDiagnostics>& result) {
        if (!result) {
            nearbyFailed(result.error());
            return;
        }
        m_nearbyBusy = false;
        m_nearbyText.clear();
        m_diagnostics = *result;
        m_diagnosedAt = engine().clock().now();
        QList<QVariantList> rows;
        for (const auto& [key, value] : result->values)
            rows.append({toQString(key), toQString(value)});
        m_values.setRows(rows);
        //: %1 a date and time.
        m_valuesNote = tr("As the device said it, %1").arg(format().dateTime(m_diagnosedAt));
        showLamps();
        load();
        Q_EMIT nearbyChanged();
    });
}

} // namespace outpost::app
