// SPDX-License-Identifier: GPL-3.0-or-later
// Other ways to begin: without devices, without a wallet, from words, and after an end in the middle. And the screens
// for those who read large letters or use no pointer.
#include "app/diagnostics/Tour.h"

#include <QFile>

#include <cstdio>

namespace outpost::app {

namespace {

/// A well-formed address that nobody has used.
constexpr char kStrangeAddress[] = "6sbzC1eH4FTujJXWj51eQe25cYvr4xfXbJ1vAj7j2k5J";

Task<void> mismatch(const QString& what)
{
    co_return fail(errors::kTourMismatch, what.toStdString());
}

} // namespace

Task<void> Tour::watch()
{
    OUTPOST_CO_CHECK(co_await press("Only watch"));
    OUTPOST_CO_CHECK(co_await m_hand.fill(Hand::spellings("Receiving address"), QStringLiteral("not an address")));
    OUTPOST_CO_CHECK(co_await m_hand.click(Hand::spellings("Watch"), QAccessible::Button));
    OUTPOST_CO_CHECK(
        co_await m_hand.until([this] { return !m_app.firstRun()->error().isEmpty(); }, "waited for the refusal"));
    OUTPOST_CO_CHECK(co_await picture("watch-refused", "What is no address is refused"));
    OUTPOST_CO_CHECK(co_await m_hand.fill(Hand::spellings("Receiving address"), QString()));
    m_hand.key(Qt::Key_A, Qt::ControlModifier);
    m_hand.type(QLatin1String(kStrangeAddress));
    OUTPOST_CO_CHECK(co_await m_hand.click(Hand::spellings("Watch"), QAccessible::Button));
    OUTPOST_CO_CHECK(co_await m_hand.until([this] { return m_app.gate() == AppViewModel::Open; },
                                           "waited for the watched wallet", kTourSlowMs));
    OUTPOST_CO_CHECK(co_await m_hand.until(
        [this] {
            return m_app.home()->phase() == ScreenViewModel::Ready || m_app.home()->phase() == ScreenViewModel::Empty;
        },
        "waited for what there is of the address", kTourSlowMs));
    OUTPOST_CO_CHECK(co_await synced());
    if (m_app.home()->canCollect() || m_app.earnings()->canCollect())
        co_return co_await mismatch(QStringLiteral("a watched address can collect"));
    for (const char* screen : {"Home", "Devices", "Map", "Earnings", "Wallet"}) {
        OUTPOST_CO_CHECK(co_await show(screen));
        OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
        OUTPOST_CO_CHECK(
            co_await picture((std::string("watched-") + screen).c_str(), "An address that is only watched"));
    }
    // The first asking fails: that is not the same as having nothing.
    auto* control = m_engine.demoControl();
    OUTPOST_CO_CHECK(co_await async::onPool([control] { return control->setFaults({"http-garbage:*"}); }));
    OUTPOST_CO_CHECK(co_await show("Home"));
    m_app.refresh();
    OUTPOST_CO_CHECK(
        co_await m_hand.until([this] { return m_app.freshnessStatus() == 1; }, "waited for the failure", kTourSlowMs));
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    OUTPOST_CO_CHECK(co_await picture("behind", "The network sends noise: the top bar names what is behind"));
    co_return co_await async::onPool([control] { return control->clearFaults(); });
}

Task<void> Tour::support()
{
    auto* wizard = m_app.wizard();
    OUTPOST_CO_CHECK(co_await press("I am support"));
    OUTPOST_CO_CHECK(co_await m_hand.until([wizard] { return wizard->nearby()->count() > 0; },
                                           "waited for a device nearby", kTourSlowMs));
    OUTPOST_CO_CHECK(co_await m_hand.pause(1200));
    OUTPOST_CO_CHECK(co_await picture("support-find", "Support: devices nearby, no wallet"));
    const QString name = wizard->nearby()->index(0).data(Qt::UserRole + 1).toString();
    OUTPOST_CO_CHECK(co_await m_hand.click(QStringList{name + QStringLiteral(", *")}));
    OUTPOST_CO_CHECK(
        co_await m_hand.until([wizard] { return !wizard->busy() && wizard->step() == WizardViewModel::Check; },
                              "waited for the device to answer", kTourSlowMs));
    OUTPOST_CO_CHECK(co_await picture("support-check", "Support: what the device says of itself"));
    OUTPOST_CO_CHECK(co_await press("Continue"));
    OUTPOST_CO_CHECK(co_await m_hand.until([wizard] { return !wizard->busy() && wizard->wifi()->count() > 0; },
                                           "waited for the networks", kTourSlowMs));
    OUTPOST_CO_CHECK(co_await picture("support-internet", "Support: the networks that the device sees"));
    for (const char* screen : {"Home", "Devices", "Map", "Earnings", "Wallet", "Settings"}) {
        OUTPOST_CO_CHECK(co_await show(screen));
        OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
        OUTPOST_CO_CHECK(co_await picture((std::string("support-") + screen).c_str(), "Without a wallet"));
    }
    OUTPOST_CO_CHECK(co_await show("Wallet"));
    OUTPOST_CO_CHECK(co_await press("Make or restore a wallet"));
    OUTPOST_CO_CHECK(co_await m_hand.waitFor("New wallet"));
    co_return co_await picture("support-wallet", "From support to a wallet of one's own");
}

Task<void> Tour::addressesFound()
{
    auto* first = m_app.firstRun();
    co_return co_await m_hand.until([first] { return first->step() == FirstRunViewModel::Addresses && !first->busy(); },
                                    "waited for what is at each address", kTourSlowMs);
}

Task<void> Tour::restore()
{
    QFile file(m_options.argument);
    if (!file.open(QIODevice::ReadOnly))
        co_return co_await mismatch(QStringLiteral("no file with words"));
    const QString words = QString::fromUtf8(file.readAll()).trimmed();
    OUTPOST_CO_CHECK(co_await picture("real-first-run", "The first start on the real network"));
    OUTPOST_CO_CHECK(co_await press("Restore a wallet"));
    OUTPOST_CO_CHECK(co_await m_hand.fill(Hand::spellings("Recovery words"), words.section(u' ', 0, 10)));
    OUTPOST_CO_CHECK(co_await picture("restore-some", "Recovery words, some of them"));
    OUTPOST_CO_CHECK(co_await m_hand.fill(Hand::spellings("Recovery words"), QStringLiteral(" wrongword")));
    OUTPOST_CO_CHECK(co_await m_hand.fill(Hand::spellings("Password"), QLatin1String(kTourPassword)));
    OUTPOST_CO_CHECK(co_await m_hand.fill(Hand::spellings("The same password again"), QLatin1String(kTourPassword)));
    OUTPOST_CO_CHECK(co_await m_hand.click(Hand::spellings("Restore"), QAccessible::Button));
    OUTPOST_CO_CHECK(co_await m_hand.until([this] { return !m_app.firstRun()->error().isEmpty(); },
                                           "waited to be told which word is wrong"));
    OUTPOST_CO_CHECK(co_await picture("restore-refused", "A word that is none"));
    OUTPOST_CO_CHECK(co_await press("Back"));
    OUTPOST_CO_CHECK(co_await press("Restore a wallet"));
    OUTPOST_CO_CHECK(co_await m_hand.fill(Hand::spellings("Recovery words"), words));
    OUTPOST_CO_CHECK(co_await m_hand.fill(Hand::spellings("Password"), QLatin1String(kTourPassword)));
    OUTPOST_CO_CHECK(co_await m_hand.fill(Hand::spellings("The same password again"), QLatin1String(kTourPassword)));
    OUTPOST_CO_CHECK(co_await picture("restore", "Recovery words and a new password"));
    OUTPOST_CO_CHECK(co_await m_hand.click(Hand::spellings("Restore"), QAccessible::Button));
    OUTPOST_CO_CHECK(co_await addressesFound());
    OUTPOST_CO_CHECK(co_await picture("restore-addresses", "The addresses that the words give, with what is there"));
    OUTPOST_CO_CHECK(co_await press("Restore with these addresses"));
    OUTPOST_CO_CHECK(co_await m_hand.until([this] { return m_app.gate() == AppViewModel::Open; },
                                           "waited for the restored wallet", kTourSlowMs));
    // Nothing is in it: what is needed is said, and no longer when it has arrived.
    OUTPOST_CO_CHECK(co_await show("Wallet"));
    OUTPOST_CO_CHECK(co_await m_hand.until([this] { return !m_app.wallet()->fundsNotice().isEmpty(); },
                                           "waited to be told that money for fees is missing", kTourSlowMs));
    OUTPOST_CO_CHECK(co_await picture("no-money", "A wallet without money for network fees"));
    OUTPOST_CO_CHECK(co_await show("Home"));
    OUTPOST_CO_CHECK(co_await synced());
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    OUTPOST_CO_CHECK(co_await picture("no-devices", "A wallet without devices"));
    std::fputs("tour: waiting for money\n", stdout);
    std::fflush(stdout);
    for (int i = 0; i < 40 && m_app.home()->phase() != ScreenViewModel::Ready; ++i) {
        m_app.refresh();
        OUTPOST_CO_CHECK(co_await m_hand.pause(1000));
    }
    if (m_app.home()->phase() != ScreenViewModel::Ready)
        co_return co_await mismatch(QStringLiteral("the devices of the restored wallet did not come"));
    OUTPOST_CO_CHECK(co_await m_hand.until([this] { return m_app.wallet()->fundsNotice().isEmpty(); },
                                           "waited for the notice to go", kTourSlowMs));
    OUTPOST_CO_CHECK(co_await synced());
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    for (const char* screen : {"Home", "Devices", "Earnings", "Wallet", "Settings"}) {
        OUTPOST_CO_CHECK(co_await show(screen));
        OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
        OUTPOST_CO_CHECK(
            co_await picture((std::string("restored-") + screen).c_str(), "The restored wallet on the real network"));
    }
    OUTPOST_CO_CHECK(co_await show("Devices"));
    OUTPOST_CO_CHECK(co_await press("Add a device"));
    OUTPOST_CO_CHECK(co_await m_hand.pause(1500));
    OUTPOST_CO_CHECK(co_await picture("no-bluetooth", "A computer without Bluetooth"));
    m_hand.key(Qt::Key_L, Qt::ControlModifier);
    OUTPOST_CO_CHECK(co_await m_hand.waitFor("Unlock"));
    OUTPOST_CO_CHECK(co_await press("Forgotten password"));
    OUTPOST_CO_CHECK(co_await m_hand.waitFor("Recovery words"));
    OUTPOST_CO_CHECK(co_await picture("forgotten-real", "A forgotten password: the words open it again"));
    OUTPOST_CO_CHECK(co_await m_hand.fill(Hand::spellings("Recovery words"), words));
    OUTPOST_CO_CHECK(co_await m_hand.fill(Hand::spellings("Password"), QLatin1String(kTourPassword)));
    OUTPOST_CO_CHECK(co_await m_hand.fill(Hand::spellings("The same password again"), QLatin1String(kTourPassword)));
    OUTPOST_CO_CHECK(co_await m_hand.click(Hand::spellings("Restore"), QAccessible::Button));
    OUTPOST_CO_CHECK(co_await addressesFound());
    OUTPOST_CO_CHECK(co_await picture("restore-in-use", "The address that has the devices is found"));
    OUTPOST_CO_CHECK(co_await press("Restore with these addresses"));
    co_return co_await m_hand.until([this] { return m_app.gate() == AppViewModel::Open && m_app.unlocked(); },
                                    "waited for the wallet that was restored again", kTourSlowMs);
}

Task<void> Tour::money()
{
    auto* wizard = m_app.wizard();
    m_silent = true;
    OUTPOST_CO_CHECK(co_await firstRun());
    OUTPOST_CO_CHECK(co_await checkDevice(true));
    OUTPOST_CO_CHECK(co_await toReview());
    m_silent = false;
    OUTPOST_CO_CHECK(co_await m_hand.until(
        [wizard] { return wizard->step() == WizardViewModel::Review && !wizard->moneyMissing().isEmpty(); },
        "waited to be told what is missing", kTourSlowMs));
    OUTPOST_CO_CHECK(co_await picture("money-missing", "What is missing for registering, and where to send it"));
    OUTPOST_CO_CHECK(co_await press("Show the receiving address"));
    OUTPOST_CO_CHECK(co_await m_hand.waitFor("The receiving address as a QR code"));
    OUTPOST_CO_CHECK(co_await picture("money-address", "The receiving address, over the wizard"));
    m_hand.key(Qt::Key_Escape);
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    OUTPOST_CO_CHECK(co_await m_hand.until([wizard] { return wizard->primaryEnabled(); }, "waited for the button"));
    OUTPOST_CO_CHECK(co_await m_hand.click({wizard->primaryText()}));
    OUTPOST_CO_CHECK(co_await m_hand.pause(1000));
    OUTPOST_CO_CHECK(co_await picture("money-waiting", "It waits for the money"));
    if (wizard->started())
        co_return co_await mismatch(QStringLiteral("it was begun without the money"));
    auto* control = m_engine.demoControl();
    const std::string address = wizard->moneyAddress().toStdString();
    const QString missing = wizard->moneyMissing();
    for (const Asset& asset : m_engine.assets()) {
        if (!missing.contains(toQString(asset.symbol)))
            continue;
        constexpr std::string_view kChain = "solana:";
        constexpr std::uint64_t kPlenty = 1'000'000'000;
        const std::string mint =
            asset.id.str() == "solana:native" ? std::string() : asset.id.str().substr(kChain.size());
        OUTPOST_CO_CHECK(
            co_await async::onPool([control, address, mint] { return control->fund(address, kPlenty, mint); }));
    }
    OUTPOST_CO_CHECK(co_await m_hand.until(
        [wizard] { return wizard->step() == WizardViewModel::Finished || !wizard->problem().isEmpty(); },
        "waited for it to go on by itself", kTourSlowMs));
    if (wizard->step() != WizardViewModel::Finished)
        co_return co_await mismatch(QStringLiteral("not registered: ") + wizard->problem());
    OUTPOST_CO_CHECK(co_await picture("money-arrived", "The money arrived, and it went on by itself"));
    co_return co_await checkRegistered();
}

Task<void> Tour::interrupt()
{
    m_silent = true;
    OUTPOST_CO_CHECK(co_await firstRun());
    auto* act = m_app.collect();
    OUTPOST_CO_CHECK(co_await show("Home"));
    OUTPOST_CO_CHECK(co_await press("Collect…"));
    OUTPOST_CO_CHECK(co_await m_hand.until([act] { return act->stage() == CollectViewModel::Reviewing; },
                                           "waited for the review", kTourSlowMs));
    OUTPOST_CO_CHECK(co_await m_hand.click({act->confirmText()}));
    OUTPOST_CO_CHECK(co_await m_hand.until([act] { return act->progress() > 0.2; }, "waited for the first steps"));
    std::fputs("tour: under way\n", stdout);
    std::fflush(stdout);
    co_return co_await m_hand.until([] { return false; }, "waited to be ended", kTourSlowMs);
}

Task<void> Tour::resume()
{
    OUTPOST_CO_CHECK(co_await unlock());
    OUTPOST_CO_CHECK(co_await m_hand.until([this] { return !m_app.resumeNotice().isEmpty(); },
                                           "waited to be told what happened meanwhile", kTourSlowMs));
    OUTPOST_CO_CHECK(co_await synced());
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    OUTPOST_CO_CHECK(co_await picture("resumed", "After an end in the middle: what was under way, and how it stands"));
    if (m_app.resumeFailed())
        co_return co_await mismatch(QStringLiteral("what was under way failed: ") + m_app.resumeNotice());
    m_app.dismissResumeNotice();
    co_return Result<void>{};
}

Task<void> Tour::mended()
{
    const auto* unlocking = m_app.unlock();
    QStringList findings;
    const auto look = [&](const char* where) {
        for (const QString& finding : m_audit.crowded(false))
            findings.append(QLatin1String(where) + QStringLiteral(": ") + finding);
    };
    OUTPOST_CO_CHECK(co_await m_hand.until([this] { return m_app.gate() == AppViewModel::Unlock; },
                                           "waited before the locked wallet", kTourSlowMs));
    OUTPOST_CO_CHECK(co_await m_hand.fill(Hand::spellings("Password"), QLatin1String(kTourPassword)));
    m_hand.key(Qt::Key_Return);
    OUTPOST_CO_CHECK(co_await m_hand.until([unlocking] { return unlocking->canRestoreCopy() && !unlocking->busy(); },
                                           "waited to be offered the copy", kTourSlowMs));
    OUTPOST_CO_CHECK(co_await m_hand.fill(Hand::spellings("Password"), QLatin1String(kTourPassword)));
    OUTPOST_CO_CHECK(co_await picture("mended-wallet", "A wallet whose file is damaged, and its copy"));
    look("unlock");
    OUTPOST_CO_CHECK(co_await press("Open the newest copy instead"));
    OUTPOST_CO_CHECK(co_await m_hand.until([this] { return m_app.gate() == AppViewModel::Open; },
                                           "waited for the open wallet", kTourSlowMs));
    auto* notices = m_app.notices();
    OUTPOST_CO_CHECK(
        co_await m_hand.until([notices] { return !notices->recovery().isEmpty() && !notices->wordsFile().isEmpty(); },
                              "waited to be told what happened", kTourSlowMs));
    OUTPOST_CO_CHECK(co_await synced());
    OUTPOST_CO_CHECK(co_await picture("mended-home", "Records from a copy, and a file with recovery words, on Home"));
    look("home");
    Q_EMIT m_app.navigationRequested(QStringLiteral("wallet"), QString());
    OUTPOST_CO_CHECK(co_await m_hand.pause(2 * kTourSettleMs));
    OUTPOST_CO_CHECK(co_await picture("mended-wallet-page", "The same on the wallet's page"));
    Q_EMIT m_app.navigationRequested(QStringLiteral("devices"), QString());
    OUTPOST_CO_CHECK(co_await m_hand.pause(2 * kTourSettleMs));
    OUTPOST_CO_CHECK(co_await picture("mended-devices", "Elsewhere only what happened to the records"));
    look("devices");
    OUTPOST_CO_CHECK(co_await press("OK"));
    OUTPOST_CO_CHECK(co_await m_hand.until([notices] { return notices->recovery().isEmpty(); }, "waited for OK"));
    Q_EMIT m_app.navigationRequested(QStringLiteral("settings"), QString());
    OUTPOST_CO_CHECK(co_await m_hand.pause(2 * kTourSettleMs));
    if (m_app.settings()->newestCopy() == Format::unknown())
        co_return co_await mismatch(QStringLiteral("no copy of the records is told"));
    OUTPOST_CO_CHECK(co_await picture("mended-settings", "Read, and gone"));
    m_app.settings()->setTextPercent(200);
    Q_EMIT m_app.navigationRequested(QStringLiteral("home"), QString());
    OUTPOST_CO_CHECK(co_await m_hand.pause(2 * kTourSettleMs));
    OUTPOST_CO_CHECK(co_await picture("mended-large", "The file with recovery words in large letters"));
    look("large");
    if (!findings.isEmpty())
        co_return co_await mismatch(findings.join(QStringLiteral("\n  ")));
    co_return Result<void>{};
}

Task<void> Tour::eachScreen(std::function<Task<void>(QString)> visit)
{
    OUTPOST_CO_TRY(const auto devices, co_await m_engine.devices().page({}, 0, 1));
    const QString device = devices.empty() ? QString() : toQString(devices.front().device.id.str());
    for (const char* screen : {"home", "devices", "device", "map", "earnings", "wallet", "wizard", "settings"}) {
        Q_EMIT m_app.navigationRequested(QLatin1String(screen),
                                         std::string_view(screen) == "device" ? device : QString());
        OUTPOST_CO_CHECK(co_await m_hand.pause(2 * kTourSettleMs));
        OUTPOST_CO_CHECK(co_await visit(QLatin1String(screen)));
    }
    co_return Result<void>{};
}

Task<void> Tour::largeText()
{
    QStringList findings;
    const auto look = [&](const QString& where) {
        for (const QString& finding : m_audit.crowded(false))
            findings.append(where + QStringLiteral(": ") + finding);
    };
    m_app.settings()->setTextPercent(200);
    OUTPOST_CO_CHECK(co_await m_hand.waitFor("New wallet"));
    OUTPOST_CO_CHECK(co_await picture("large-first-run", "The first start in large letters"));
    look(QStringLiteral("first run"));
    m_silent = true;
    OUTPOST_CO_CHECK(co_await firstRun());
    m_silent = false;
    OUTPOST_CO_CHECK(co_await m_hand.pause(1000));
    const auto visit = [&](QString screen) -> Task<void> {
        look(screen);
        co_return co_await picture(("large-" + screen.toStdString()).c_str(), "In large letters");
    };
    OUTPOST_CO_CHECK(co_await eachScreen(visit));
    const struct {
        const char* target;
        const char* name;
    } dialogs[] = {{"receive", "receive"}, {"collect", "review"}};
    for (const auto& dialog : dialogs) {
        Q_EMIT m_app.navigationRequested(QLatin1String(dialog.target), QString());
        if (std::string_view(dialog.target) == "collect") {
            OUTPOST_CO_CHECK(
                co_await m_hand.until([this] { return m_app.collect()->stage() == CollectViewModel::Reviewing; },
                                      "waited for the review", kTourSlowMs));
        }
        OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
        look(QLatin1String(dialog.name));
        OUTPOST_CO_CHECK(co_await picture((std::string("large-") + dialog.name).c_str(), "In large letters"));
        m_hand.key(Qt::Key_Escape);
        OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    }
    // And as narrow as a window may be, in letters of the usual size.
    m_app.settings()->setTextPercent(100);
    m_window.resize(900, 600);
    const auto addresses = [&](std::string size) -> Task<void> {
        OUTPOST_CO_CHECK(co_await openPlaceDialog());
        OUTPOST_CO_CHECK(co_await lookFor(QStringLiteral("Kerkstraat 12")));
        if (m_app.addresses()->state() == AddressViewModel::Consent) {
            OUTPOST_CO_CHECK(co_await picture((size + "-address-consent").c_str(), "Consent to a search"));
            look(QString::fromStdString(size) + QStringLiteral(" address consent"));
            OUTPOST_CO_CHECK(co_await agreeToSearch());
        }
        OUTPOST_CO_CHECK(co_await picture((size + "-address-found").c_str(), "The places that an address may mean"));
        look(QString::fromStdString(size) + QStringLiteral(" addresses found"));
        m_hand.key(Qt::Key_Escape);
        OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
        m_hand.key(Qt::Key_Escape);
        OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
        // The wizard was left at this step where it has been there before.
        if (m_app.wizard()->deviceId().isEmpty())
            OUTPOST_CO_CHECK(co_await checkDevice(false));
        Q_EMIT m_app.navigationRequested(QStringLiteral("wizard"), QString());
        OUTPOST_CO_CHECK(co_await m_hand.pause(2 * kTourSettleMs));
        OUTPOST_CO_CHECK(co_await addressInWizard((size + "-wizard-address").c_str()));
        look(QString::fromStdString(size) + QStringLiteral(" wizard"));
        co_return Result<void>{};
    };
    const auto small = [&](QString screen) -> Task<void> {
        look(QStringLiteral("small ") + screen);
        co_return co_await picture(("small-" + screen.toStdString()).c_str(), "In the smallest window");
    };
    OUTPOST_CO_CHECK(co_await eachScreen(small));
    OUTPOST_CO_CHECK(co_await addresses("small"));
    m_window.resize(1280, 800);
    m_app.settings()->setTextPercent(200);
    OUTPOST_CO_CHECK(co_await m_hand.pause(1000));
    OUTPOST_CO_CHECK(co_await addresses("large"));
    if (!findings.isEmpty())
        co_return co_await mismatch(findings.join(QStringLiteral("\n  ")));
    co_return Result<void>{};
}

Task<void> Tour::keyboard()
{
    QStringList findings;
    const auto names = [&](const QString& where) {
        for (const QString& finding : m_audit.unnamed())
            findings.append(where + QStringLiteral(": ") + finding);
    };
    const auto walk = [&](QString where) -> Task<void> {
        names(where);
        const auto walked = co_await m_audit.walkByTab(where);
        if (!walked)
            findings.append(QString::fromStdString(walked.error().detail));
        co_return Result<void>{};
    };
    OUTPOST_CO_CHECK(co_await m_hand.waitFor("New wallet"));
    OUTPOST_CO_CHECK(co_await walk(QStringLiteral("first run")));
    m_silent = true;
    OUTPOST_CO_CHECK(co_await firstRun());
    m_silent = false;
    OUTPOST_CO_CHECK(co_await m_hand.pause(1000));
    OUTPOST_CO_CHECK(co_await eachScreen(walk));
    // Dialogs: the focus stays inside, and Escape leaves them.
    Q_EMIT m_app.navigationRequested(QStringLiteral("receive"), QString());
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    OUTPOST_CO_CHECK(co_await walk(QStringLiteral("receive")));
    m_hand.key(Qt::Key_Escape);
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    if (m_hand.sees("The receiving address as a QR code"))
        findings.append(QStringLiteral("receive: Escape does not close it"));
    m_hand.key(Qt::Key_K, Qt::ControlModifier);
    OUTPOST_CO_CHECK(co_await m_hand.waitFor("Go to"));
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    OUTPOST_CO_CHECK(co_await walk(QStringLiteral("palette")));
    m_hand.key(Qt::Key_Escape);
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    if (m_hand.sees("Go to"))
        findings.append(QStringLiteral("palette: Escape does not close it"));
    auto* act = m_app.collect();
    act->collect({});
    OUTPOST_CO_CHECK(co_await m_hand.until([act] { return act->stage() == CollectViewModel::Reviewing; },
                                           "waited for the review", kTourSlowMs));
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    OUTPOST_CO_CHECK(co_await walk(QStringLiteral("review")));
    m_hand.key(Qt::Key_Escape);
    OUTPOST_CO_CHECK(co_await m_hand.until([act] { return act->stage() == CollectViewModel::Idle; },
                                           "waited for Escape to leave the review"));
    if (!findings.isEmpty())
        co_return co_await mismatch(findings.join(QStringLiteral("\n  ")));
    co_return Result<void>{};
}

} // namespace outpost::app
