// SPDX-License-Identifier: GPL-3.0-or-later
#include "WizardViewModel.h"

#include "app/platform/SecretInput.h"

#include <QClipboard>
#include <QGuiApplication>

namespace outpost::app {

WizardViewModel::WizardViewModel(Engine& engine, Format& format, QObject* parent)
    : QObject(parent),
      m_state(engine, format, this),
      m_finder(m_state, this),
      m_unfinished(m_state, this),
      m_facts(m_state, this),
      m_wifi(m_state, this),
      m_place(m_state, this),
      m_costs(m_state, this),
      m_registration(m_state, {m_costs, m_place, m_wifi}, this),
      m_steps({"title", "note", "stepState"}, this)
{
    m_state.changed = [this] { Q_EMIT changed(); };
    m_state.save = [this] { save(); };
    m_place.onTyped = [this] { Q_EMIT placeTyped(); };
    m_registration.onFinished = [this] { setStep(Finished); };
    auto& nearby = engine.nearby();
    connect(&nearby, &services::NearbyDevices::changed, this, [this] {
        m_finder.show();
        Q_EMIT radioChanged();
        Q_EMIT changed();
    });
    connect(&nearby, &services::NearbyDevices::scanFailed, this, [this](const Error& error) {
        m_finder.scanFailed(error);
        Q_EMIT radioChanged();
    });
    connect(&engine.wallets(), &services::WalletService::changed, this, &WizardViewModel::changed);
    connect(&engine.wallets(), &services::WalletService::locked, this, &WizardViewModel::changed);
    connect(this, &WizardViewModel::changed, this, &WizardViewModel::showSteps);
    showSteps();
}

// --- what QML reads --------------------------------------------------------------------------------------------------

QString WizardViewModel::deviceLine() const
{
    if (m_state.name.empty())
        return {};
    for (const services::Nearby& nearby : m_state.engine.nearby().found()) {
        if (nearby.linkId == m_state.link && nearby.rssiDbm != 0)
            //: %1 name of a device, %2 strength of its signal, for instance -52 dBm.
            return tr("%1 · Bluetooth %2").arg(deviceName(), m_state.format.dbm(nearby.rssiDbm));
    }
    return deviceName();
}

QString WizardViewModel::primaryText() const
{
    switch (step()) {
    case Find:
    case Check:
        if (mine())
            return tr("Show the device");
        return step() == Check ? tr("Continue") : QString();
    case Internet:
        if (gate() == u"wallet")
            return {}; // what comes next needs one
        return online() ? tr("Continue") : tr("Continue without internet");
    case PlaceStep:
        return tr("Continue");
    case Review:
        //: Button that registers a device; %1 is what it costs the person.
        return started() ? QString() : tr("Register for %1").arg(total().isEmpty() ? Format::unknown() : total());
    default:
        return tr("Show the device");
    }
}

bool WizardViewModel::primaryEnabled() const
{
    switch (step()) {
    case Check:
        return !busy() && (m_state.isUsable() || gate() == u"wallet");
    case Internet:
        return !busy() && !joining() && gate() != u"wallet";
    case PlaceStep:
        return !busy() && m_place.isGood();
    case Review:
        return !busy() && m_registration.isReviewed() && gate().isEmpty() && !m_registration.isArmed();
    case Finished:
        return true;
    default:
        return false;
    }
}

QString WizardViewModel::footnote() const
{
    switch (step()) {
    case Find:
    case Check:
        return tr("Nothing is paid before you have seen the review.");
    case PlaceStep:
        if (!hasPlace())
            return {};
        return tr("%n of your devices stand(s) within 300 m.", nullptr, m_place.choice()->ownDevicesNear);
    case Review:
        return started() ? tr("You can leave; it goes on and is shown here when you come back.") : QString();
    default:
        return {};
    }
}

QString WizardViewModel::gate() const
{
    auto& wallets = m_state.engine.wallets();
    const auto* wallet = wallets.current();
    if (wallet == nullptr)
        return QStringLiteral("wallet");
    if (!wallets.requireVerifiedBackup())
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

void WizardViewModel::showSteps()
{
    const QString titles[] = {tr("Find it"), tr("Check it"), tr("Internet"), tr("Place"), tr("Review and register"),
                              tr("Done")};
    QString notes[] = {tr("Seen over Bluetooth"),  tr("Who is it, can it join?"), tr("How does it get online?"),
                       tr("Where does it stand?"), tr("Cost, then confirm"),      {}};
    const int now = step();
    if (now == Find)
        notes[Find] = tr("Beside this computer");
    if (now > Check && m_state.offer)
        notes[Check] = m_state.offer->device.firmware.empty()
                           ? tr("Answers")
                           //: %1 is a version.
                           : tr("Answers, firmware %1").arg(shownText(m_state.offer->device.firmware));
    if (now > Internet)
        notes[Internet] = online() ? connection() : tr("Not online yet");
    if (now > PlaceStep && hasPlace())
        notes[PlaceStep] = m_state.format.coordinates(m_place.choice()->place.centre);
    if (now == Finished)
        notes[Review] = tr("Registered");
    QList<WizardRows::Row> rows;
    for (int i = Find; i <= Finished; ++i) {
        int mark = i < now ? wizard::Done : i == now ? wizard::Current : wizard::Ahead;
        if (i == now && now == Finished)
            mark = wizard::Done;
        else if (i == now && !moneyMissing().isEmpty() && m_registration.isArmed())
            mark = wizard::Waiting;
        else if (i == now && !problem().isEmpty())
            mark = wizard::Failed;
        rows.append({titles[i], notes[i], mark});
    }
    m_steps.set(std::move(rows));
}

// --- state -----------------------------------------------------------------------------------------------------------

void WizardViewModel::setStep(int step)
{
    m_state.step = step;
    m_state.clearProblem();
    save();
    Q_EMIT changed();
}

void WizardViewModel::save()
{
    if (m_state.device.isEmpty())
        return;
    if (step() == Finished) {
        m_unfinished.drop(m_state.device);
        return;
    }
    if (!m_state.isUsable() || mine())
        return;
    m_unfinished.keep(m_state.device, {.name = m_state.name,
                                       .step = step(),
                                       .pin = hasPlace() ? std::optional(m_place.choice()->pin) : std::nullopt,
                                       .gain = m_place.gainText(),
                                       .height = m_place.heightText(),
                                       .operation = m_registration.operation()});
}

void WizardViewModel::reload()
{
    m_finder.show();
    m_facts.show();
    m_wifi.show();
    m_registration.showProgress();
    async::toFuture(m_costs.price());
    Q_EMIT radioChanged();
    Q_EMIT changed();
}

void WizardViewModel::open()
{
    m_state.open = true;
    if (step() == Finished)
        restart();
    refreshUnfinished();
    if (step() == Find)
        scan();
    if (step() == Review && !started())
        async::toFuture(m_costs.readBalances());
}

void WizardViewModel::leave()
{
    m_state.open = false;
    m_state.engine.nearby().stopScan();
    save();
    m_unfinished.show();
}

void WizardViewModel::clear()
{
    m_state.reset();
    m_facts.reset();
    m_wifi.reset();
    m_place.reset();
    m_costs.reset();
    m_registration.reset();
}

void WizardViewModel::restart()
{
    clear();
    m_finder.reset();
    setStep(Find);
    refreshUnfinished();
    if (m_state.open)
        scan();
}

void WizardViewModel::refreshUnfinished()
{
    async::toFuture(m_unfinished.load());
}

// --- from step to step -----------------------------------------------------------------------------------------------

void WizardViewModel::scan()
{
    m_finder.scan();
    Q_EMIT radioChanged();
}

void WizardViewModel::choose(const QString& linkId)
{
    if (!busy())
        async::toFuture(identify(linkId.toStdString()));
}

Task<void> WizardViewModel::identify(std::string linkId)
{
    const QPointer<WizardViewModel> guard(this);
    const auto identity = co_await m_finder.identify(linkId);
    if (!guard || !identity)
        co_return Result<void>{};
    clear();
    m_state.link = std::move(linkId);
    if (m_unfinished.find(identity->id) != nullptr) {
        takeUp(identity->id);
        co_return Result<void>{};
    }
    m_state.device = identity->id;
    m_state.name = identity->name;
    co_return co_await examine(Check);
}

void WizardViewModel::resumeDevice(const QString& deviceId)
{
    const DeviceId id(deviceId.toStdString());
    if (m_unfinished.find(id) == nullptr || (id == m_state.device && busy() && step() == Review))
        return; // not known, or shown already
    clear();
    takeUp(id);
}

void WizardViewModel::takeUp(const DeviceId& id)
{
    const wizard::Unfinished::Choices choices = *m_unfinished.find(id);
    m_state.device = id;
    m_state.name = choices.name;
    m_place.take(choices.pin, choices.gain, choices.height);
    if (!choices.operation.isEmpty()) {
        m_state.step = Review;
        m_registration.takeUp(choices.operation);
        return;
    }
    async::toFuture(examine(choices.step));
}

void WizardViewModel::forgetUnfinished(const QString& deviceId)
{
    async::toFuture(m_unfinished.forget(DeviceId(deviceId.toStdString())));
}

Task<void> WizardViewModel::examine(int then)
{
    const QPointer<WizardViewModel> guard(this);
    m_state.step = Check;
    const auto examined = co_await m_facts.examine();
    if (!guard || !examined)
        co_return Result<void>{};
    // The cost comes when it comes: the person may have gone on by then.
    async::toFuture(m_costs.price());
    if (!m_state.isUsable() || mine() || then <= Check) {
        setStep(Check);
        co_return Result<void>{};
    }
    // What comes later needs what came before.
    goTo(then > PlaceStep && !hasPlace() ? int(PlaceStep) : then);
    co_return Result<void>{};
}

void WizardViewModel::goTo(int step)
{
    if (busy() || joining() || started() || step < Find || step > Review || (step > Find && m_state.device.isEmpty()))
        return;
    if (step == Find) {
        restart();
        return;
    }
    setStep(step);
    if (step == Internet && !m_wifi.isKnown())
        refreshWifi();
    if (step == PlaceStep)
        async::toFuture(m_place.readOwnDevices());
    if (step == Review)
        async::toFuture(m_registration.review());
}

void WizardViewModel::back()
{
    if (!canGoBack())
        return;
    m_state.cancelAll();
    m_state.busy = false;
    m_registration.disarm();
    goTo(step() - 1);
}

void WizardViewModel::primary()
{
    if (mine() || step() == Finished) {
        Q_EMIT finishedDevice(deviceId());
        return;
    }
    if (!primaryEnabled())
        return;
    if (step() == Review)
        async::toFuture(m_registration.start());
    else
        goTo(step() + 1);
}

void WizardViewModel::tryAgain()
{
    if (busy())
        return;
    switch (step()) {
    case Find:
        m_state.clearProblem();
        scan();
        Q_EMIT changed();
        return;
    case Check:
        async::toFuture(examine(Check));
        return;
    case Internet:
        refreshWifi();
        return;
    case Review:
        m_registration.tryAgain();
        return;
    default:
        m_state.clearProblem();
        Q_EMIT changed();
    }
}

void WizardViewModel::refreshWifi()
{
    async::toFuture(m_wifi.read());
}

void WizardViewModel::joinWifi(QObject* secretInput)
{
    auto* input = qobject_cast<SecretInput*>(secretInput);
    if (input == nullptr || !m_wifi.hasChoice() || joining())
        return;
    auto secret = std::make_shared<SecureBytes>(input->copy());
    input->wipe();
    m_wifi.join(std::move(secret));
}

void WizardViewModel::pastePlace()
{
    typePlace(QGuiApplication::clipboard()->text());
}

} // namespace outpost::app
