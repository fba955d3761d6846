// SPDX-License-Identifier: GPL-3.0-or-later
#include "WizardViewModel.h"

#include "app/format/ErrorText.h"
#include "app/format/Phrase.h"
#include "app/platform/SecretInput.h"
#include "core/base/Encoding.h"
#include "core/codec/Place.h"
#include "core/domain/Cells.h"
#include "core/services/ServiceErrors.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>

namespace outpost::app {

using namespace std::chrono_literals;

namespace {

constexpr std::string_view kKey = "wizard.";
constexpr std::string_view kNative = "solana:native";
constexpr auto kAskMoneyEvery = 5s;
constexpr qsizetype kMaxPlaceText = 512;
constexpr int kMaxHeight = 1000;

enum StepState { Ahead = 0, Current = 1, Done = 2, Failed = 3, Waiting = 4 }; // as StepItem.State
enum Level { Checked = 0, Warning = 1, Refused = 2, Plain = 3 };              // as CheckedSentence.Level

/// A network's name as a person reads it: text when it is text, else its bytes.
QString ssidText(const Bytes& ssid)
{
    const std::string raw(asText(ssid));
    const std::string plain = plainText(raw, 32);
    return plain == raw && !raw.empty() ? toQString(plain) : toQString(toHex(ssid));
}

bool isText(const Bytes& ssid)
{
    const std::string raw(asText(ssid));
    return plainText(raw, 32) == raw;
}

std::optional<std::int32_t> tenths(QString text)
{
    text = text.trimmed();
    text.replace(u',', u'.');
    const bool negative = text.startsWith(u'-') || text.startsWith(QChar(0x2212));
    if (negative)
        text.remove(0, 1);
    const auto parsed = parseDecimal(text.toStdString(), 1);
    if (!parsed || text.size() > 6)
        return std::nullopt;
    const auto value = static_cast<std::int32_t>(parsed->native());
    return negative ? -value : value;
}

} // namespace

WizardViewModel::WizardViewModel(Engine& engine, Format& format, QObject* parent)
    : QObject(parent),
      m_engine(engine),
      m_format(format),
      m_steps({"title", "note", "stepState"}, this),
      m_cost({"title", "amount", "unknownReason"}, this),
      m_nearby({"linkId", "name", "note", "strength", "problem", "busy"}, this),
      m_unfinished({"deviceId", "name", "note"}, this),
      m_facts({"title", "value", "unknownReason"}, this),
      m_wifi({"name", "note"}, this),
      m_ownDevices({"key", "name", "latitude", "longitude", "status"}, this),
      m_pays({"title", "amount"}, this),
      m_sentences({"text", "level"}, this),
      m_progress({"title", "note", "stepState"}, this),
      m_result({"title", "value", "unknownReason"}, this)
{
    auto& nearby = m_engine.nearby();
    connect(&nearby, &services::NearbyDevices::changed, this, [this] {
        showNearby();
        Q_EMIT radioChanged();
        Q_EMIT changed();
    });
    connect(&nearby, &services::NearbyDevices::scanFailed, this, [this](const Error& error) {
        m_scanError = error;
        Q_EMIT radioChanged();
    });
    connect(&m_engine.wallets(), &services::WalletService::changed, this, &WizardViewModel::changed);
    connect(&m_engine.wallets(), &services::WalletService::locked, this, &WizardViewModel::changed);
    connect(&m_engine.acts(), &services::Acts::started, this, [this](const OperationId& id) {
        if (m_busy && m_step == Review && m_operation.isEmpty()) {
            m_operation = id;
            save();
            Q_EMIT changed();
        }
    });
    connect(&m_engine.runner(), &services::OperationRunner::progress, this, [this](const services::Progress& progress) {
        if (progress.id != m_operation)
            return;
        m_progressStep = progress.step;
        m_activity = Phrase::of(progress.activity);
        showProgress();
    });
    // One that was taken up elsewhere, by the start of the program for instance.
    connect(&m_engine.runner(), &services::OperationRunner::finished, this, [this](const Operation& operation) {
        if (m_elsewhere && operation.id == m_operation) {
            m_elsewhere = false;
            take(operation);
        }
    });
    connect(this, &WizardViewModel::changed, this, &WizardViewModel::showSteps);
    m_moneyTimer.setInterval(kAskMoneyEvery);
    connect(&m_moneyTimer, &QTimer::timeout, this, [this] { async::toFuture(readBalances()); });
    showSteps();
}

// --- what QML reads --------------------------------------------------------------------------------------------------

QString WizardViewModel::deviceLine() const
{
    if (m_name.empty())
        return {};
    for (const services::Nearby& nearby : m_engine.nearby().found()) {
        if (nearby.linkId == m_link && nearby.rssiDbm != 0)
            //: %1 name of a device, %2 strength of its signal, for instance -52 dBm.
            return tr("%1 · Bluetooth %2").arg(deviceName(), m_format.dbm(nearby.rssiDbm));
    }
    return deviceName();
}

QString WizardViewModel::primaryText() const
{
    switch (m_step) {
    case Find:
    case Check:
        if (mine())
            return tr("Show the device");
        return m_step == Check ? tr("Continue") : QString();
    case Internet:
        return online() ? tr("Continue") : tr("Continue without internet");
    case PlaceStep:
        return tr("Continue");
    case Review:
        //: Button that registers a device; %1 is what it costs the person.
        return started() ? QString() : tr("Register for %1").arg(m_total.isEmpty() ? Format::unknown() : m_total);
    default:
        return tr("Show the device");
    }
}

bool WizardViewModel::primaryEnabled() const
{
    switch (m_step) {
    case Check:
        return !m_busy && m_offer && m_offer->problem.empty();
    case Internet:
        return !m_busy && !m_joining;
    case PlaceStep:
        return !m_busy && m_place && m_gainError.isEmpty() && m_heightError.isEmpty();
    case Review:
        return !m_busy && m_review && gate().isEmpty() && !m_armed;
    case Finished:
        return true;
    default:
        return false;
    }
}

QString WizardViewModel::totalReason() const
{
    return !m_costLines.empty() ? tr("There is no price for one of the amounts.")
                                : tr("Known once the device was checked.");
}

QString WizardViewModel::footnote() const
{
    switch (m_step) {
    case Find:
    case Check:
        return tr("Nothing is paid before you have seen the review.");
    case PlaceStep:
        if (!m_place)
            return {};
        return tr("%n of your devices stand(s) within 300 m.", nullptr, m_place->ownDevicesNear);
    case Review:
        return started() ? tr("You can leave; it goes on and is shown here when you come back.") : QString();
    default:
        return {};
    }
}

QString WizardViewModel::radioTitle() const
{
    switch (m_engine.nearby().radioState()) {
    case links::RadioState::Ready:
        return m_scanError ? ErrorText::of(*m_scanError).message : QString();
    case links::RadioState::Off:
        return tr("Bluetooth is off");
    case links::RadioState::NoAdapter:
        return tr("This computer has no Bluetooth");
    case links::RadioState::NoPermission:
        return tr("Outpost may not use Bluetooth");
    case links::RadioState::Unsupported:
        return tr("This Bluetooth adapter is too old");
    }
    return {};
}

QString WizardViewModel::radioSentence() const
{
    switch (m_engine.nearby().radioState()) {
    case links::RadioState::Ready:
        return m_scanError ? ErrorText::of(*m_scanError).action : QString();
    case links::RadioState::Off:
        return tr("Switch it on in the system's settings; Outpost notices by itself.");
    case links::RadioState::NoAdapter:
        return tr("Plug in a Bluetooth adapter that knows Low Energy, then look again.");
    case links::RadioState::NoPermission:
        return tr("Allow it in the system's privacy settings, then look again.");
    case links::RadioState::Unsupported:
        return tr("It does not know Bluetooth Low Energy. Use an adapter with Bluetooth 4.0 or newer.");
    }
    return {};
}

QString WizardViewModel::verdict() const
{
    if (!m_offer)
        return {};
    if (mine())
        return tr("This device is yours already.");
    if (!m_offer->problem.empty())
        return Phrase::of(m_offer->problem);
    if (!m_offer->maker.empty())
        //: %1 is the maker of the device.
        return tr("It can be registered. %1 pays for it.").arg(toQString(m_offer->maker));
    return tr("It can be registered. You pay for it.");
}

bool WizardViewModel::mine() const
{
    const auto own = m_engine.wallets().currentAddress();
    return m_offer && m_offer->alreadyRegistered && m_offer->problem.empty() && own && m_offer->owner == own->str();
}

QString WizardViewModel::gate() const
{
    const auto* wallet = m_engine.wallets().current();
    if (wallet == nullptr)
        return QStringLiteral("wallet");
    if (!m_engine.wallets().requireVerifiedBackup())
        return QStringLiteral("backup");
    return wallet->unlocked ? QString() : QStringLiteral("unlock");
}

QString WizardViewModel::gateSentence() const
{
    const QString what = gate();
    if (what == u"wallet")
        return tr("A device is registered to a wallet. Set one up first.");
    if (what == u"backup")
        return tr("Before a device is registered to your wallet, check that you have its recovery words.");
    if (what == u"unlock")
        return tr("The wallet is locked. Registering needs its signature.");
    return {};
}

QString WizardViewModel::gateAction() const
{
    const QString what = gate();
    if (what == u"wallet")
        return tr("Set up a wallet");
    if (what == u"backup")
        return tr("Check the recovery words");
    if (what == u"unlock")
        return tr("Unlock");
    return {};
}

QString WizardViewModel::connection() const
{
    if (!m_wifiStatus)
        return {};
    if (!m_wifiStatus->current.empty())
        //: %1 is the name of a Wi-Fi network.
        return tr("Connected to %1").arg(ssidText(m_wifiStatus->current));
    if (m_wifiStatus->ethernetOnline.value_or(false))
        return tr("Online by cable");
    return tr("Not online yet. Choose a Wi-Fi network, or plug in a network cable.");
}

bool WizardViewModel::online() const
{
    return m_wifiStatus && (!m_wifiStatus->current.empty() || m_wifiStatus->ethernetOnline.value_or(false));
}

void WizardViewModel::setChosenWifi(int row)
{
    if (m_chosenWifi == row || m_joining)
        return;
    m_chosenWifi = row;
    clearProblem();
    Q_EMIT changed();
}

QString WizardViewModel::chosenWifiName() const
{
    if (!m_wifiStatus || m_chosenWifi < 0 || m_chosenWifi >= std::ssize(m_wifiStatus->networks))
        return {};
    return ssidText(m_wifiStatus->networks[static_cast<std::size_t>(m_chosenWifi)].ssid);
}

QString WizardViewModel::cellLine() const
{
    if (!m_place)
        return {};
    //: About the cell of the map a place falls into; both are distances, for instance "19 m".
    return tr("One cell, about %1 across, %2 from your pin")
        .arg(m_format.distance(m_place->cellAcrossMetres), m_format.distance(m_place->pinToCentreMetres));
}

QString WizardViewModel::gainHint() const
{
    if (!m_offer || m_offer->maxGainTenthDbi <= m_offer->minGainTenthDbi)
        return {};
    const auto spell = [this](std::int32_t value) { return m_format.locale().toString(value / 10.0, 'f', 1); };
    //: Limits of an antenna's gain.
    return tr("%1 to %2").arg(spell(m_offer->minGainTenthDbi), spell(m_offer->maxGainTenthDbi));
}

QString WizardViewModel::spell(const Amount& amount) const
{
    const Asset* asset = m_engine.earnings().asset(amount.asset);
    return asset ? m_format.amount(amount, *asset) : Format::unknown();
}

void WizardViewModel::reload()
{
    showNearby();
    showFacts();
    showWifi();
    showProgress();
    async::toFuture(priceCost());
    Q_EMIT radioChanged();
    Q_EMIT changed();
}

// --- state -----------------------------------------------------------------------------------------------------------

void WizardViewModel::setStep(int step)
{
    m_step = step;
    clearProblem();
    save();
    Q_EMIT changed();
}

void WizardViewModel::setBusy(const QString& text)
{
    m_busy = !text.isEmpty();
    m_busyText = text;
    if (m_busy)
        clearProblem();
    Q_EMIT changed();
}

void WizardViewModel::clearProblem()
{
    m_problem.clear();
    m_problemAction.clear();
}

void WizardViewModel::showError(const Error& error)
{
    setBusy({});
    if (error.is(outpost::errors::kCancelled))
        return;
    const ErrorText text = ErrorText::of(error);
    m_problem = text.message;
    m_problemAction = text.action;
    Q_EMIT changed();
}

void WizardViewModel::save()
{
    if (m_device.isEmpty())
        return;
    const std::string key = std::string(kKey) + m_device.str();
    if (m_step == Finished) {
        m_saved.erase(m_device);
        (void)m_engine.settings().set(key, {});
        return;
    }
    if (!m_offer || mine() || !m_offer->problem.empty())
        return;
    Saved& saved = m_saved[m_device];
    saved.name = m_name;
    saved.step = m_step;
    saved.pin = m_place ? std::optional(m_place->pin) : std::nullopt;
    saved.gain = m_gainText;
    saved.height = m_heightText;
    saved.operation = m_operation;
    QJsonObject json{{QStringLiteral("name"), toQString(saved.name)},
                     {QStringLiteral("step"), saved.step},
                     {QStringLiteral("gain"), saved.gain},
                     {QStringLiteral("height"), saved.height},
                     {QStringLiteral("operation"), toQString(saved.operation.str())}};
    if (saved.pin) {
        json[QStringLiteral("latitude")] = saved.pin->latitude;
        json[QStringLiteral("longitude")] = saved.pin->longitude;
    }
    (void)m_engine.settings().set(key, QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString());
}

Task<void> WizardViewModel::loadUnfinished()
{
    const QPointer<WizardViewModel> guard(this);
    OUTPOST_CO_TRY(const auto all, co_await m_engine.settings().all());
    if (!guard)
        co_return Result<void>{};
    m_saved.clear();
    QList<WizardRows::Row> rows;
    for (const auto& [key, value] : all) {
        if (!key.starts_with(kKey) || value.empty() || value.size() > 4096)
            continue;
        const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(value)).object();
        const DeviceId id(key.substr(kKey.size()));
        Saved saved{.name = plainText(json[QStringLiteral("name")].toString().toStdString(), 64),
                    .step = std::clamp(json[QStringLiteral("step")].toInt(Check), int(Check), int(Review)),
                    .pin = std::nullopt,
                    .gain = json[QStringLiteral("gain")].toString().left(8),
                    .height = json[QStringLiteral("height")].toString().left(8),
                    .operation = OperationId(json[QStringLiteral("operation")].toString().left(64).toStdString())};
        const GeoPoint pin{json[QStringLiteral("latitude")].toDouble(1000),
                           json[QStringLiteral("longitude")].toDouble(1000)};
        if (isValidPoint(pin))
            saved.pin = pin;
        const QString note = saved.operation.isEmpty() ? tr("Not registered yet") : tr("Registering was interrupted");
        rows.append({toQString(id.str()), toQString(saved.name), note});
        m_saved.emplace(id, std::move(saved));
    }
    m_unfinished.set(std::move(rows));
    Q_EMIT changed();
    co_return Result<void>{};
}

void WizardViewModel::showSteps()
{
    const QString titles[] = {tr("Find it"), tr("Check it"), tr("Internet"), tr("Place"), tr("Review and register"),
                              tr("Done")};
    QString notes[] = {tr("Seen over Bluetooth"),  tr("Who is it, can it join?"), tr("How does it get online?"),
                       tr("Where does it stand?"), tr("Cost, then confirm"),      {}};
    if (m_step == Find)
        notes[Find] = tr("Beside this computer");
    if (m_step > Check && m_offer)
        notes[Check] = m_offer->device.firmware.empty()
                           ? tr("Answers")
                           //: %1 is a version.
                           : tr("Answers, firmware %1").arg(toQString(m_offer->device.firmware));
    if (m_step > Internet)
        notes[Internet] = online() ? connection() : tr("Not online yet");
    if (m_step > PlaceStep && m_place)
        notes[PlaceStep] = m_format.coordinates(m_place->place.centre);
    if (m_step == Finished)
        notes[Review] = tr("Registered");
    QList<WizardRows::Row> rows;
    for (int i = Find; i <= Finished; ++i) {
        int state = i < m_step ? Done : i == m_step ? Current : Ahead;
        if (i == m_step && m_step == Finished)
            state = Done;
        else if (i == m_step && !m_moneyMissing.isEmpty() && m_armed)
            state = Waiting;
        else if (i == m_step && !m_problem.isEmpty())
            state = Failed;
        rows.append({titles[i], notes[i], state});
    }
    m_steps.set(std::move(rows));
}

// --- Find it ---------------------------------------------------------------------------------------------------------

void WizardViewModel::open()
{
    m_open = true;
    if (m_step == Finished)
        restart();
    async::toFuture(loadUnfinished());
    if (m_step == Find)
        scan();
    if (m_step == Review && !started())
        async::toFuture(readBalances());
}

void WizardViewModel::leave()
{
    m_open = false;
    m_engine.nearby().stopScan();
    save();
}

void WizardViewModel::restart()
{
    m_cancel.cancel();
    m_cancel = CancelToken();
    m_moneyTimer.stop();
    m_device = DeviceId();
    m_name.clear();
    m_link.clear();
    m_asking.clear();
    m_offer.reset();
    m_wifiStatus.reset();
    m_chosenWifi = -1;
    m_place.reset();
    m_placeText.clear();
    m_placeError.clear();
    m_gain.reset();
    m_gainText.clear();
    m_gainError.clear();
    m_height.reset();
    m_heightText.clear();
    m_heightError.clear();
    m_total.clear();
    m_walletNote.clear();
    m_review.reset();
    m_operation = OperationId();
    m_operationSteps.clear();
    m_progressStep = 0;
    m_activity.clear();
    m_operationFailed = false;
    m_armed = false;
    m_moneyMissing.clear();
    m_busy = false;
    m_joining = false;
    m_costLines.clear();
    m_cost.set({});
    m_facts.set({});
    m_wifi.set({});
    m_result.set({});
    m_progress.set({});
    setStep(Find);
    async::toFuture(loadUnfinished());
    if (m_open)
        scan();
}

void WizardViewModel::scan()
{
    m_scanError.reset();
    if (const auto started = m_engine.nearby().startScan(); !started)
        m_scanError = started.error();
    showNearby();
    Q_EMIT radioChanged();
}

void WizardViewModel::showNearby()
{
    QList<WizardRows::Row> rows;
    for (const services::Nearby& nearby : m_engine.nearby().found()) {
        const QString name = toQString(nearby.identity ? nearby.identity->name : nearby.advertisedName);
        QString note;
        for (networks::Network* network : m_engine.networks()) {
            if (network->id() == nearby.network)
                note = toQString(network->title());
        }
        if (nearby.identity)
            //: %1 the name under which a device advertises itself, %2 its network.
            note = tr("%1 · %2").arg(toQString(nearby.advertisedName), note);
        const QString problem = nearby.problem ? ErrorText::of(*nearby.problem).message : QString();
        rows.append({toQString(nearby.linkId), name.isEmpty() ? tr("Device without a name") : name, note,
                     nearby.rssiDbm == 0 ? QString() : m_format.dbm(nearby.rssiDbm), problem,
                     nearby.linkId == m_asking});
    }
    m_nearby.set(std::move(rows));
}

void WizardViewModel::choose(const QString& linkId)
{
    if (m_busy)
        return;
    async::toFuture(identify(linkId.toStdString()));
}

Task<void> WizardViewModel::identify(std::string linkId)
{
    const QPointer<WizardViewModel> guard(this);
    m_asking = linkId;
    setBusy(tr("Asking the device who it is"));
    showNearby();
    const auto identity = co_await m_engine.nearby().identify(linkId, m_cancel);
    if (!guard)
        co_return Result<void>{};
    m_asking.clear();
    showNearby();
    if (!identity) {
        showError(identity.error());
        co_return Result<void>{};
    }
    m_engine.nearby().stopScan();
    m_link = linkId;
    if (m_saved.contains(identity->id)) {
        resumeDevice(toQString(identity->id.str()));
        co_return Result<void>{};
    }
    m_device = identity->id;
    m_name = identity->name;
    co_return co_await examine(Check);
}

void WizardViewModel::resumeDevice(const QString& deviceId)
{
    const DeviceId id(deviceId.toStdString());
    const auto found = m_saved.find(id);
    if (found == m_saved.end())
        return;
    const Saved saved = found->second;
    m_device = id;
    m_name = saved.name;
    m_gainText = saved.gain;
    m_gain = tenths(saved.gain);
    m_heightText = saved.height;
    bool ok = false;
    const int height = saved.height.toInt(&ok);
    m_height = ok ? std::optional(height) : std::nullopt;
    m_operation = saved.operation;
    if (saved.pin)
        async::toFuture(place(*saved.pin));
    if (!m_operation.isEmpty()) {
        m_step = Review;
        async::toFuture(resumeOperation(false));
        return;
    }
    async::toFuture(examine(static_cast<Step>(saved.step)));
}

void WizardViewModel::forgetUnfinished(const QString& deviceId)
{
    const DeviceId id(deviceId.toStdString());
    m_saved.erase(id);
    async::toFuture([](QPointer<WizardViewModel> self, std::string key) -> Task<void> {
        (void)co_await self->m_engine.settings().set(std::move(key), {});
        if (self)
            (void)co_await self->loadUnfinished();
        co_return Result<void>{};
    }(this, std::string(kKey) + id.str()));
}

// --- Check it --------------------------------------------------------------------------------------------------------

Task<void> WizardViewModel::examine(Step then)
{
    const QPointer<WizardViewModel> guard(this);
    m_offer.reset();
    m_step = Check;
    showFacts();
    //: %1 is a device's name.
    setBusy(tr("Asking %1 and the network about it").arg(deviceName()));
    auto offer = co_await m_engine.acts().examine(m_device, m_cancel);
    if (!guard)
        co_return Result<void>{};
    if (!offer) {
        showFacts();
        showError(offer.error());
        co_return Result<void>{};
    }
    m_name = offer->device.name;
    m_offer = std::move(*offer);
    showFacts();
    setBusy({});
    (void)co_await priceCost();
    if (!guard)
        co_return Result<void>{};
    const bool usable = m_offer && m_offer->problem.empty() && !mine();
    if (!usable || then <= Check) {
        setStep(Check);
        co_return Result<void>{};
    }
    // What comes later needs what came before.
    goTo(then > PlaceStep && !m_place ? PlaceStep : then);
    co_return Result<void>{};
}

void WizardViewModel::showFacts()
{
    QList<WizardRows::Row> rows;
    const auto add = [&](const QString& title, const std::string& value, const QString& reason) {
        rows.append({title, toQString(value), reason});
    };
    const networks::LocalIdentity* identity = m_offer ? &m_offer->device : m_engine.nearby().identityOf(m_device);
    if (identity != nullptr) {
        const QString silent = tr("This device does not say.");
        add(tr("Name"), identity->name, silent);
        add(tr("Maker"), m_offer && !m_offer->maker.empty() ? m_offer->maker : identity->maker, silent);
        add(tr("Firmware"), identity->firmware, silent);
        add(tr("Serial number"), identity->serial, silent);
        rows.append({tr("Device key"), Format::shortAddress(Address(identity->publicKey)), silent});
    }
    if (m_offer) {
        rows.append({tr("Registered"), m_offer->alreadyRegistered || !m_offer->owner.empty() ? tr("Yes") : tr("No"),
                     QString()});
        if (!m_offer->owner.empty())
            rows.append({tr("Owner"), mine() ? tr("You") : Format::shortAddress(Address(m_offer->owner)), QString()});
    }
    m_facts.set(std::move(rows));
}

Task<void> WizardViewModel::priceCost()
{
    const QPointer<WizardViewModel> guard(this);
    if (m_offer && (m_offer->alreadyRegistered || !m_offer->problem.empty()))
        m_costLines.clear();
    else if (m_offer)
        m_costLines = m_offer->cost;
    if (m_costLines.empty()) {
        m_cost.set({});
        m_pays.set({});
        m_total.clear();
        co_return Result<void>{};
    }
    const auto lines = m_costLines;
    std::vector<Amount> own;
    QList<WizardRows::Row> rows;
    QList<WizardRows::Row> pays;
    for (const CostLine& line : lines) {
        if (line.covered)
            continue;
        const QString title = Phrase::of(line.kind);
        if (!line.paidBy.empty()) {
            //: %1 is who pays, for instance the maker of a device.
            rows.append({title, tr("paid by %1").arg(toQString(line.paidBy)), QString()});
            continue;
        }
        own.push_back(line.amount);
        const auto worth = co_await m_engine.earnings().worth({line.amount}, m_format.currency());
        if (!guard)
            co_return Result<void>{};
        const QString amount = spell(line.amount);
        const QString fiat = worth && worth->minor ? m_format.money(*worth) : QString();
        rows.append({title, fiat.isEmpty() ? amount : fiat + QStringLiteral(" · ") + amount, QString()});
        pays.append({fiat.isEmpty() ? title : title + QStringLiteral(" · ") + fiat, amount});
    }
    m_cost.set(std::move(rows));
    m_pays.set(std::move(pays));
    if (own.empty()) {
        m_total = m_format.moneyMinor(Int128(0), m_format.currency());
    } else {
        const auto worth = co_await m_engine.earnings().worth(own, m_format.currency());
        if (!guard)
            co_return Result<void>{};
        m_total = worth && worth->minor ? m_format.money(*worth) : QString();
    }
    Q_EMIT changed();
    co_return co_await readBalances();
}

/// What the wallet holds of everything that registering costs. Also the poll while money is missing.
Task<void> WizardViewModel::readBalances()
{
    const QPointer<WizardViewModel> guard(this);
    const auto address = m_engine.wallets().currentAddress();
    if (!address || m_costLines.empty())
        co_return Result<void>{};
    OUTPOST_CO_TRY(const auto key, solana::PublicKey::fromBase58(address->str()));
    OUTPOST_CO_TRY(const std::uint64_t lamports, co_await m_engine.rpc().balance(key));
    if (!guard)
        co_return Result<void>{};
    OUTPOST_CO_TRY(const auto holdings, co_await m_engine.rpc().tokenAccounts(key));
    if (!guard)
        co_return Result<void>{};
    m_balances.clear();
    m_balances[AssetId(std::string(kNative))] = Int128::fromUnsigned(lamports);
    for (const auto& holding : holdings) {
        auto& sum = m_balances[AssetId("solana:" + holding.token.mint.toBase58())];
        sum = sum.plus(Int128::fromUnsigned(holding.token.amount)).value_or(sum);
    }
    const Amount fees{AssetId(std::string(kNative)), Int128::fromUnsigned(lamports)};
    const auto worth = co_await m_engine.earnings().worth({fees}, m_format.currency());
    if (!guard)
        co_return Result<void>{};
    const QString held = worth && worth->minor && !(*worth->minor == Int128(0)) ? m_format.money(*worth) : spell(fees);
    //: %1 is an amount of money.
    m_walletNote = tr("Your wallet holds %1 for network fees.").arg(held);

    // Per asset: an asset never pays for another one.
    std::map<AssetId, Int128> needed;
    for (const CostLine& line : m_costLines) {
        if (!line.paidBy.empty() || line.covered)
            continue;
        auto& sum = needed[line.amount.asset];
        OUTPOST_CO_TRY(sum, sum.plus(line.amount.base));
    }
    QStringList missing;
    for (const auto& [asset, base] : needed) {
        const Int128 there = m_balances.contains(asset) ? m_balances.at(asset) : Int128(0);
        if (there < base) {
            OUTPOST_CO_TRY(const Int128 gap, base.minus(there));
            missing.append(spell({asset, gap}));
        }
    }
    m_moneyAddress = toQString(address->str());
    //: %1 is a list of amounts, for instance "0.01 SOL".
    m_moneyMissing =
        missing.isEmpty() || m_step == Finished ? QString() : tr("%1 missing").arg(missing.join(QStringLiteral(", ")));
    if (m_moneyMissing.isEmpty()) {
        m_moneyTimer.stop();
        if (m_armed && !m_busy) {
            m_armed = false;
            if (m_operation.isEmpty())
                async::toFuture(start());
            else
                async::toFuture(resumeOperation(m_operationFailed));
        }
    } else if (m_open || m_armed) {
        m_moneyTimer.start();
    }
    Q_EMIT changed();
    co_return Result<void>{};
}

// --- Internet --------------------------------------------------------------------------------------------------------

void WizardViewModel::refreshWifi()
{
    async::toFuture(readWifi());
}

Task<void> WizardViewModel::readWifi()
{
    const QPointer<WizardViewModel> guard(this);
    setBusy(tr("Asking the device for the networks it sees"));
    auto status = co_await m_engine.nearby().wifi(m_device, m_cancel);
    if (!guard)
        co_return Result<void>{};
    if (!status) {
        showError(status.error());
        co_return Result<void>{};
    }
    m_wifiStatus = std::move(*status);
    m_chosenWifi = -1;
    showWifi();
    setBusy({});
    co_return Result<void>{};
}

void WizardViewModel::showWifi()
{
    QList<WizardRows::Row> rows;
    if (m_wifiStatus) {
        for (const networks::WifiNetwork& network : m_wifiStatus->networks) {
            QString note;
            if (network.ssid == m_wifiStatus->current)
                note = tr("Connected");
            else if (!isText(network.ssid))
                note = tr("A name that is not text, shown as its bytes");
            else if (network.saved)
                note = tr("Known to the device");
            rows.append({ssidText(network.ssid), note});
        }
    }
    m_wifi.set(std::move(rows));
}

void WizardViewModel::joinWifi(QObject* secretInput)
{
    auto* input = qobject_cast<SecretInput*>(secretInput);
    if (input == nullptr || !m_wifiStatus || m_joining || m_chosenWifi < 0 ||
        m_chosenWifi >= std::ssize(m_wifiStatus->networks))
        return;
    auto secret = std::make_shared<SecureBytes>(input->copy());
    input->wipe();
    async::toFuture(join(m_wifiStatus->networks[static_cast<std::size_t>(m_chosenWifi)].ssid, std::move(secret)));
}

Task<void> WizardViewModel::join(Bytes ssid, std::shared_ptr<SecureBytes> secret)
{
    const QPointer<WizardViewModel> guard(this);
    m_joining = true;
    //: %1 is the name of a Wi-Fi network.
    setBusy(tr("The device joins %1; this usually takes 10 to 20 seconds").arg(ssidText(ssid)));
    const auto joined = co_await m_engine.nearby().joinWifi(m_device, ssid, std::move(secret), m_cancel);
    if (!guard)
        co_return Result<void>{};
    m_joining = false;
    if (!joined) {
        showError(joined.error());
        co_return Result<void>{};
    }
    if (m_wifiStatus)
        m_wifiStatus->current = ssid;
    m_chosenWifi = -1;
    showWifi();
    setBusy({});
    co_return Result<void>{};
}

// --- Place -----------------------------------------------------------------------------------------------------------

Task<void> WizardViewModel::readOwnDevices()
{
    const QPointer<WizardViewModel> guard(this);
    OUTPOST_CO_TRY(const auto devices, co_await m_engine.devices().all());
    if (!guard)
        co_return Result<void>{};
    QList<WizardRows::Row> rows;
    for (const Device& device : devices) {
        if (!device.place || device.id == m_device)
            continue;
        rows.append({toQString(device.id.str()), toQString(device.shownName()), device.place->centre.latitude,
                     device.place->centre.longitude, static_cast<int>(device.status)});
    }
    m_ownDevices.set(std::move(rows));
    co_return Result<void>{};
}

void WizardViewModel::pick(double latitude, double longitude)
{
    m_placeError.clear();
    async::toFuture(place({latitude, longitude}));
}

Task<void> WizardViewModel::place(GeoPoint pin)
{
    const QPointer<WizardViewModel> guard(this);
    auto choice = co_await m_engine.acts().choosePlace(m_device, pin, cellResolution());
    if (!guard)
        co_return Result<void>{};
    if (!choice) {
        m_placeError = ErrorText::of(choice.error()).message;
        Q_EMIT changed();
        co_return Result<void>{};
    }
    m_place = std::move(*choice);
    m_placeText = m_format.coordinates(m_place->pin);
    m_placeError.clear();
    save();
    Q_EMIT changed();
    if (std::exchange(m_showPlace, false))
        Q_EMIT placeTyped();
    co_return Result<void>{};
}

void WizardViewModel::typePlace(const QString& text)
{
    const auto parsed = codec::parsePlace(text.left(kMaxPlaceText).toStdString());
    if (!parsed) {
        const ErrorText words = ErrorText::of(parsed.error());
        m_placeText = text.left(kMaxPlaceText);
        m_placeError = words.action.isEmpty() ? words.message : words.message + u' ' + words.action;
        Q_EMIT changed();
        return;
    }
    m_showPlace = true;
    pick(parsed->latitude, parsed->longitude);
}

void WizardViewModel::pastePlace()
{
    typePlace(QGuiApplication::clipboard()->text().left(kMaxPlaceText));
}

void WizardViewModel::typeGain(const QString& text)
{
    m_gainText = text.left(8);
    m_gain = tenths(m_gainText);
    m_gainError.clear();
    const bool outside = m_gain && m_offer && m_offer->maxGainTenthDbi > m_offer->minGainTenthDbi &&
                         (*m_gain < m_offer->minGainTenthDbi || *m_gain > m_offer->maxGainTenthDbi);
    if (!m_gainText.trimmed().isEmpty() && (!m_gain || outside))
        //: %1 is a range, for instance "1.0 to 15.0".
        m_gainError = tr("Type a number from %1.").arg(gainHint());
    save();
    Q_EMIT changed();
}

void WizardViewModel::typeHeight(const QString& text)
{
    m_heightText = text.left(8);
    m_heightError.clear();
    bool ok = false;
    const int height = m_heightText.trimmed().toInt(&ok);
    m_height = ok ? std::optional(height) : std::nullopt;
    if (!m_heightText.trimmed().isEmpty() && (!ok || height < 0 || height > kMaxHeight))
        m_heightError = tr("Type whole metres, 0 to %1.").arg(kMaxHeight);
    save();
    Q_EMIT changed();
}

outpost::Place WizardViewModel::chosenPlace() const
{
    outpost::Place chosen = m_place ? m_place->place : outpost::Place{};
    chosen.gainTenthDbi = m_gain;
    chosen.elevationMetres = m_height;
    return chosen;
}

// --- Review and register ---------------------------------------------------------------------------------------------

Task<void> WizardViewModel::review()
{
    const QPointer<WizardViewModel> guard(this);
    m_review.reset();
    setBusy(tr("Working out the cost"));
    // Fees move: asked again, so that what is read here is what is paid.
    auto offer = co_await m_engine.acts().examine(m_device, m_cancel);
    if (!guard)
        co_return Result<void>{};
    if (!offer) {
        showError(offer.error());
        co_return Result<void>{};
    }
    m_offer = std::move(*offer);
    auto reviewed = co_await m_engine.acts().reviewOnboard(*m_offer, chosenPlace());
    if (!guard)
        co_return Result<void>{};
    if (!reviewed) {
        showError(reviewed.error());
        co_return Result<void>{};
    }
    m_review = std::move(*reviewed);
    m_operationSteps = m_review->plan.operation.steps;
    QList<WizardRows::Row> rows;
    //: %1 a device's name, %2 an address.
    rows.append({tr("%1 is registered to your wallet %2.")
                     .arg(deviceName(), Format::shortAddress(m_engine.wallets().currentAddress().value_or(Address()))),
                 int(Checked)});
    if (m_place)
        //: %1 are coordinates.
        rows.append({tr("Its place becomes %1, rounded to one cell.").arg(m_format.coordinates(m_place->place.centre)),
                     int(Checked)});
    if (!m_offer->maker.empty())
        //: %1 is the maker of a device.
        rows.append({tr("%1 pays; your key signs nothing that takes money from you.").arg(toQString(m_offer->maker)),
                     int(Checked)});
    rows.append({tr("Each transaction is read and tried out before your key signs it."), int(Checked)});
    if (!online())
        rows.append(
            {tr("The device is not online. It is registered all the same, and earns once it is."), int(Warning)});
    if (m_place && m_place->ownDevicesNear > 0)
        rows.append({tr("%n of your devices stand(s) within 300 m.", nullptr, m_place->ownDevicesNear), int(Warning)});
    m_sentences.set(std::move(rows));
    setBusy({});
    showProgress();
    co_return co_await priceCost();
}

Task<void> WizardViewModel::start()
{
    const QPointer<WizardViewModel> guard(this);
    if (!m_review)
        co_return Result<void>{};
    if (!m_moneyMissing.isEmpty()) {
        m_armed = true;
        m_moneyTimer.start();
        Q_EMIT changed();
        co_return Result<void>{};
    }
    m_operationFailed = false;
    setBusy(tr("Registering"));
    const auto result = co_await m_engine.acts().start(*m_review);
    if (guard)
        take(result);
    co_return Result<void>{};
}

Task<void> WizardViewModel::resumeOperation(bool retry)
{
    const QPointer<WizardViewModel> guard(this);
    setBusy(tr("Registering"));
    const auto known = co_await m_engine.journal().find(m_operation);
    if (!guard)
        co_return Result<void>{};
    if (!known) {
        showError(known.error());
        co_return Result<void>{};
    }
    m_operationSteps = known->steps;
    m_costLines = known->cost;
    async::toFuture(priceCost());
    m_progressStep = 0;
    for (const OperationStep& step : known->steps)
        m_progressStep += step.state == OperationState::Done ? 1 : 0;
    m_name = known->titleArgs.empty() ? m_name : known->titleArgs.front();
    showProgress();
    if (m_engine.runner().isRunning(m_operation)) {
        m_elsewhere = true;
        co_return Result<void>{};
    }
    retry = retry || known->state == OperationState::Failed || known->state == OperationState::Expired;
    const auto result =
        retry ? co_await m_engine.runner().retry(m_operation) : co_await m_engine.runner().resume(m_operation);
    if (guard)
        take(result);
    co_return Result<void>{};
}

void WizardViewModel::take(const Result<Operation>& result)
{
    if (!result) {
        showError(result.error());
        showProgress();
        return;
    }
    m_operationSteps = result->steps;
    if (result->state == OperationState::Done) {
        async::toFuture(readBack());
        return;
    }
    m_operationFailed = result->state == OperationState::Failed || result->state == OperationState::Expired;
    Error error(ErrorCode{result->errorCode}, result->errorDetail, result->errorArgs);
    showError(error);
    showProgress();
    if (error.is(outpost::errors::kNotEnough) || error.is(outpost::errors::kGateWouldFail)) {
        m_armed = true; // goes on by itself when what is missing has arrived
        async::toFuture(readBalances());
    }
}

void WizardViewModel::showProgress()
{
    QList<WizardRows::Row> rows;
    for (std::size_t i = 0; i < m_operationSteps.size(); ++i) {
        int state = Ahead;
        QString note;
        if (m_operationSteps[i].state == OperationState::Done || (started() && i < m_progressStep)) {
            state = Done;
        } else if (started() && i == m_progressStep) {
            state = m_problem.isEmpty() ? Current : Failed;
            note = m_problem.isEmpty() ? m_activity : QString();
        }
        rows.append({Phrase::of("step." + m_operationSteps[i].kind), note, state});
    }
    m_progress.set(std::move(rows));
}

Task<void> WizardViewModel::readBack()
{
    const QPointer<WizardViewModel> guard(this);
    setBusy(tr("Reading it back from the network"));
    (void)co_await m_engine.sync().refresh(m_format.currency());
    if (!guard)
        co_return Result<void>{};
    const auto device = co_await m_engine.devices().find(m_device);
    if (!guard)
        co_return Result<void>{};
    QList<WizardRows::Row> rows;
    const QString late = tr("The network's directory does not list it yet.");
    rows.append({tr("Name"), device ? toQString(device->shownName()) : deviceName(), late});
    rows.append({tr("Place on the network"),
                 device && device->place ? m_format.coordinates(device->place->centre) : QString(), late});
    rows.append({tr("Cell"), device && device->place ? toQString(cellText(device->place->cell)) : QString(), late});
    if (device && device->place && m_place)
        rows.append(
            {tr("From your pin"), m_format.distance(distanceMetres(device->place->centre, m_place->pin)), late});
    rows.append({tr("Owner"), device ? Format::shortAddress(device->owner) : QString(), late});
    m_result.set(std::move(rows));
    m_engine.nearby().disconnectDevice();
    setBusy({});
    m_moneyMissing.clear();
    m_moneyTimer.stop();
    setStep(Finished);
    co_return Result<void>{};
}

// --- going on --------------------------------------------------------------------------------------------------------

void WizardViewModel::goTo(int step)
{
    if (m_busy || m_joining || started() || step < Find || step > Review || (step > Find && m_device.isEmpty()))
        return;
    if (step == Find) {
        restart();
        return;
    }
    setStep(step);
    if (step == Internet && !m_wifiStatus)
        async::toFuture(readWifi());
    if (step == PlaceStep)
        async::toFuture(readOwnDevices());
    if (step == Review)
        async::toFuture(review());
}

void WizardViewModel::back()
{
    if (canGoBack()) {
        m_cancel.cancel();
        m_cancel = CancelToken();
        m_busy = false;
        m_armed = false;
        goTo(m_step - 1);
    }
}

void WizardViewModel::primary()
{
    if (mine() || m_step == Finished) {
        Q_EMIT finishedDevice(deviceId());
        return;
    }
    if (!primaryEnabled())
        return;
    if (m_step == Review)
        async::toFuture(start());
    else
        goTo(m_step + 1);
}

void WizardViewModel::tryAgain()
{
    if (m_busy)
        return;
    switch (m_step) {
    case Find:
        clearProblem();
        scan();
        Q_EMIT changed();
        return;
    case Check:
        async::toFuture(examine(Check));
        return;
    case Internet:
        async::toFuture(readWifi());
        return;
    case Review:
        if (m_operation.isEmpty())
            async::toFuture(review());
        else
            async::toFuture(resumeOperation(m_operationFailed));
        return;
    default:
        clearProblem();
        Q_EMIT changed();
    }
}

} // namespace outpost::app
