// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/diagnostics/Tour.h"

#include "core/ledger/SolanaRpc.h"

#include <QCoreApplication>
#include <QFile>
#include <QImage>

#include <cstdio>
#include <mutex>

namespace outpost::app {

namespace {

constexpr char kWifiPassword[] = "correct horse battery";

std::mutex g_mutex;
QStringList g_warnings;
QtMessageHandler g_before = nullptr;

void onMessage(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    // What a platform without a screen says of itself is nobody's fault.
    const bool ofPlatform = message.startsWith(QStringLiteral("This plugin does not support")) ||
                            message.startsWith(QStringLiteral("Cannot find a compatible running Bluez"));
    if (type != QtDebugMsg && type != QtInfoMsg && !ofPlatform) {
        const std::scoped_lock lock(g_mutex);
        g_warnings.append(message);
    }
    if (g_before != nullptr)
        g_before(type, context, message);
}

QStringList warnings()
{
    const std::scoped_lock lock(g_mutex);
    return g_warnings;
}

} // namespace

Tour::Tour(Engine& engine, AppViewModel& app, QQuickWindow& window, Options options)
    : m_engine(engine),
      m_app(app),
      m_window(window),
      m_options(std::move(options)),
      m_hand(window),
      m_audit(window, m_hand)
{}

Tour::~Tour() = default;

void Tour::watchWarnings()
{
    g_before = qInstallMessageHandler(onMessage);
}

void Tour::start()
{
    m_elapsed.start();
    const auto script = [this]() -> Task<void> {
        switch (m_options.script) {
        case Script::EveryScreen:
            return everyScreen();
        case Script::Screens:
            return screens();
        case Script::States:
            return states();
        case Script::Watch:
            return watch();
        case Script::Support:
            return support();
        case Script::Restore:
            return restore();
        case Script::Interrupt:
            return interrupt();
        case Script::Resume:
            return resume();
        case Script::Mended:
            return mended();
        case Script::Money:
            return money();
        case Script::LargeText:
            return largeText();
        case Script::Keyboard:
            return keyboard();
        default:
            return journey();
        }
    };
    async::toFuture(script()).then(this, [this](const Result<void>& result) { end(result); });
}

void Tour::end(const Result<void>& result)
{
    bool good = true;
    if (!result) {
        good = false;
        std::fprintf(stderr, "tour: %s: %s\n", std::string(result.error().code.name).c_str(),
                     result.error().detail.c_str());
        if (m_options.script != Script::EveryScreen)
            m_window.grabWindow().save(m_options.pictures.filePath(QStringLiteral("failed.png")));
    }
    for (const QString& warning : warnings()) {
        good = false;
        std::fprintf(stderr, "tour: warning: %s\n", qUtf8Printable(warning));
    }
    std::fprintf(stdout, "tour: %s, %d pictures, %.1f s\n", good ? "passed" : "failed", m_pictures,
                 static_cast<double>(m_elapsed.elapsed()) / 1000);
    std::fflush(stdout);
    QCoreApplication::exit(good ? 0 : static_cast<int>(ExitClass::Internal));
}

Task<void> Tour::picture(const char* name, const char* caption)
{
    if (m_silent || m_options.script == Script::EveryScreen)
        co_return Result<void>{};
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    ++m_pictures;
    const QString base = QStringLiteral("%1-%2").arg(m_pictures, 2, 10, QChar(u'0')).arg(QLatin1String(name));
    const QImage image = m_window.grabWindow();
    QFile words(m_options.pictures.filePath(base + QStringLiteral(".txt")));
    if (image.isNull() || !image.save(m_options.pictures.filePath(base + QStringLiteral(".png"))) ||
        !words.open(QIODevice::WriteOnly) || words.write(QByteArray(caption) + '\n') < 0)
        co_return fail(outpost::errors::kFileFailed, "cannot save " + base.toStdString());
    co_return Result<void>{};
}

Task<void> Tour::show(const char* screen)
{
    QStringList names = Hand::spellings(screen);
    for (const QString& name : Hand::spellings(screen))
        names.append(name + QStringLiteral(" *")); // with a count of what needs attention
    co_return co_await m_hand.click(names);
}

Task<Int128> Tour::heldOf(AssetId asset)
{
    OUTPOST_CO_TRY(const Address address, m_engine.wallets().currentAddress());
    OUTPOST_CO_TRY(const auto owner, solana::PublicKey::fromBase58(address.str()));
    OUTPOST_CO_TRY(const auto holdings, co_await m_engine.rpc().tokenAccounts(owner));
    Int128 sum;
    for (const auto& holding : holdings) {
        if (asset.str() == "solana:" + holding.token.mint.toBase58())
            sum = sum.plus(Int128::fromUnsigned(holding.token.amount)).value_or(sum);
    }
    co_return sum;
}

std::optional<Tour::Script> Tour::scriptNamed(std::string_view name)
{
    constexpr std::pair<std::string_view, Script> scripts[] = {
        {"states", Script::States},        {"journey", Script::Journey},   {"screens", Script::Screens},
        {"watch", Script::Watch},          {"support", Script::Support},   {"restore", Script::Restore},
        {"interrupt", Script::Interrupt},  {"resume", Script::Resume},     {"money", Script::Money},
        {"large-text", Script::LargeText}, {"keyboard", Script::Keyboard}, {"mended", Script::Mended},
    };
    for (const auto& [known, script] : scripts) {
        if (known == name)
            return script;
    }
    return std::nullopt;
}

Task<void> Tour::firstRun()
{
    OUTPOST_CO_CHECK(co_await makeWallet());
    // The starter devices arrive, and what they earned.
    bool there = false;
    for (int i = 0; i < 400 && !there; ++i) {
        OUTPOST_CO_CHECK(co_await m_hand.pause(200));
        OUTPOST_CO_TRY(const auto counts, co_await m_engine.devices().counts({}));
        // Their past is read after them; without it the first pictures show a wallet that never earned.
        OUTPOST_CO_TRY(const auto since, co_await m_engine.series().firstDay());
        const bool hasPast = since && *since < m_engine.earnings().today() - 30;
        there = counts.all >= 8 && hasPast && !m_engine.sync().freshness().refreshing &&
                m_engine.sync().freshness().lastGood;
    }
    if (!there)
        co_return fail(errors::kTourStuck, "the starter devices did not arrive");
    co_return Result<void>{};
}

Task<void> Tour::makeWallet()
{
    OUTPOST_CO_CHECK(co_await m_hand.waitFor("New wallet"));
    OUTPOST_CO_CHECK(co_await picture("first-run", "The first start: how to begin"));
    OUTPOST_CO_CHECK(co_await m_hand.click("New wallet"));
    OUTPOST_CO_CHECK(co_await m_hand.fill(Hand::spellings("Password"), QLatin1String(kTourPassword)));
    OUTPOST_CO_CHECK(co_await m_hand.fill(Hand::spellings("The same password again"), QLatin1String(kTourPassword)));
    OUTPOST_CO_CHECK(co_await picture("password", "A password for the wallet on this computer"));
    OUTPOST_CO_CHECK(co_await m_hand.click("Make the wallet"));
    OUTPOST_CO_CHECK(co_await m_hand.waitFor("Show the words", kTourSlowMs));
    OUTPOST_CO_CHECK(co_await picture("words", "The recovery words are shown only when asked for"));
    OUTPOST_CO_CHECK(co_await m_hand.click("Show the words"));
    OUTPOST_CO_CHECK(co_await m_hand.click("I have written them down"));
    OUTPOST_CO_CHECK(co_await m_hand.until([this] { return m_app.firstRun()->positions().size() == 3; },
                                           "waited for the questions about the words"));
    const auto* entry = m_engine.wallets().current();
    if (entry == nullptr)
        co_return fail(errors::kTourStuck, "no wallet was made");
    OUTPOST_CO_TRY(const auto words, m_engine.wallets().words(entry->id));
    for (const int position : m_app.firstRun()->positions()) {
        QStringList labels = Hand::spellings("Word %1");
        for (QString& label : labels)
            label = label.arg(position);
        const std::string_view word = words.word(position - 1);
        OUTPOST_CO_CHECK(co_await m_hand.fill(labels, toQString(word)));
    }
    OUTPOST_CO_CHECK(co_await picture("check-words", "Three of the words, typed back"));
    OUTPOST_CO_CHECK(co_await m_hand.click("Check"));
    co_return co_await m_hand.waitFor("Home", kTourSlowMs);
}

Task<void> Tour::collect()
{
    OUTPOST_CO_TRY(const auto ready, co_await m_engine.earnings().ready(Currency::Eur));
    if (ready.empty())
        co_return fail(errors::kTourMismatch, "nothing is ready to collect");
    const AssetId asset = ready.front().first.amount.asset;
    OUTPOST_CO_TRY(const Int128 before, co_await heldOf(asset));
    OUTPOST_CO_CHECK(co_await m_hand.click("Collect\u2026"));
    auto* act = m_app.collect();
    OUTPOST_CO_CHECK(co_await m_hand.until([act] { return act->stage() == CollectViewModel::Reviewing; },
                                           "waited for the review", kTourSlowMs));
    OUTPOST_CO_CHECK(co_await picture("review", "What comes, what it costs and what is signed, before anything is"));
    OUTPOST_CO_CHECK(co_await m_hand.click({act->confirmText()}));
    OUTPOST_CO_CHECK(co_await m_hand.until([act] { return act->stage() == CollectViewModel::Done; },
                                           "waited for the money", kTourSlowMs));
    OUTPOST_CO_CHECK(co_await picture("collected", "Collected, and what it came to"));

    OUTPOST_CO_TRY(const auto operations, co_await m_engine.journal().list(store::OperationFilter{}));
    const auto done = std::find_if(operations.begin(), operations.end(),
                                   [](const Operation& op) { return op.kind.ends_with("collect"); });
    if (done == operations.end() || done->state != OperationState::Done)
        co_return fail(errors::kTourMismatch, "the journal has no finished collecting");
    OUTPOST_CO_TRY(const Int128 after, co_await heldOf(asset));
    OUTPOST_CO_TRY(const Int128 came, after.minus(before));
    for (const Amount& amount : done->receive) {
        if (amount.asset == asset && came < amount.base)
            co_return fail(errors::kTourMismatch,
                           "the ledger paid " + came.toString() + ", the window said " + amount.base.toString());
    }
    if (!(Int128(0) < came))
        co_return fail(errors::kTourMismatch, "the ledger paid nothing");
    co_return Result<void>{};
}

/// Finds a device beside the computer that can be registered, and stops at what is known of it.
Task<void> Tour::checkDevice(bool selfPaid)
{
    // One that costs nothing has no figure but zero in its sum.
    const auto suits = [this, selfPaid] {
        const auto* offered = m_app.wizard();
        const QString sum = offered->total();
        const bool costs = std::any_of(sum.begin(), sum.end(), [](QChar c) { return c.isDigit() && c != u'0'; });
        return offered->verdictGood() && (!selfPaid || costs);
    };
    auto* wizard = m_app.wizard();
    OUTPOST_CO_CHECK(co_await show("Devices"));
    OUTPOST_CO_CHECK(co_await m_hand.click("Add a device"));
    OUTPOST_CO_CHECK(
        co_await m_hand.until([wizard] { return wizard->nearby()->count() > 0; }, "waited for a device nearby"));
    OUTPOST_CO_CHECK(co_await m_hand.pause(1500)); // the others turn up too
    OUTPOST_CO_CHECK(co_await picture("wizard-find", "Adding a device: what the radio sees"));
    const int count = wizard->nearby()->count();
    for (int i = 0; i < count && !suits(); ++i) {
        if (wizard->step() != WizardViewModel::Find) {
            OUTPOST_CO_CHECK(co_await m_hand.click("Back"));
        }
        const QModelIndex row = wizard->nearby()->index(i);
        QStringList names = Hand::spellings("%1, %2, signal %3");
        for (QString& name : names)
            name = name.arg(row.data(Qt::UserRole + 1).toString(), row.data(Qt::UserRole + 2).toString(),
                            QStringLiteral("*"));
        for (QString& name : names)
            name = name.section(u'*', 0, 0) + u'*';
        OUTPOST_CO_CHECK(co_await m_hand.click(names));
        OUTPOST_CO_CHECK(co_await m_hand.until(
            [wizard] { return !wizard->busy() && (!wizard->verdict().isEmpty() || !wizard->problem().isEmpty()); },
            "waited for the device to answer", kTourSlowMs));
        if (wizard->verdictGood()) {
            OUTPOST_CO_CHECK(
                co_await m_hand.until([wizard] { return !wizard->total().isEmpty(); }, "waited for the cost"));
        }
    }
    if (!suits())
        co_return fail(errors::kTourMismatch, "no device nearby can be registered");
    OUTPOST_CO_CHECK(co_await picture("wizard-check", "Who the device is, and whether it can be registered"));
    co_return Result<void>{};
}

/// From what is known of a device to its review: internet, place, antenna.
Task<void> Tour::toReview()
{
    auto* wizard = m_app.wizard();
    OUTPOST_CO_CHECK(co_await m_hand.click("Continue"));
    OUTPOST_CO_CHECK(
        co_await m_hand.until([wizard] { return wizard->step() == WizardViewModel::Internet && !wizard->busy(); },
                              "waited for the networks", kTourSlowMs));
    if (!wizard->online()) {
        const QString first = wizard->wifi()->index(0).data(Qt::UserRole).toString();
        QStringList rows = Hand::spellings("Wi-Fi network %1");
        for (QString& row : rows)
            row = row.arg(first);
        OUTPOST_CO_CHECK(co_await m_hand.click(rows));
        QStringList field = Hand::spellings("Password of %1");
        for (QString& name : field)
            name = name.arg(first);
        OUTPOST_CO_CHECK(co_await m_hand.fill(field, QLatin1String(kWifiPassword)));
        OUTPOST_CO_CHECK(co_await picture("wizard-wifi", "The networks that the device sees"));
        OUTPOST_CO_CHECK(co_await m_hand.click("Connect"));
        OUTPOST_CO_CHECK(co_await m_hand.until([wizard] { return wizard->online() && !wizard->busy(); },
                                               "waited for the device to be online", kTourSlowMs));
    }
    OUTPOST_CO_CHECK(co_await picture("wizard-internet", "The device is online"));
    OUTPOST_CO_CHECK(co_await m_hand.click("Continue"));
    OUTPOST_CO_CHECK(co_await m_hand.fill(Hand::spellings("Place"), QStringLiteral("52.37512, 4.88398")));
    m_hand.key(Qt::Key_Return);
    OUTPOST_CO_CHECK(co_await m_hand.until([wizard] { return wizard->hasPlace(); }, "waited for the place"));
    OUTPOST_CO_CHECK(co_await m_hand.fill(Hand::spellings("Antenna"), QStringLiteral("2.6")));
    OUTPOST_CO_CHECK(co_await m_hand.fill(Hand::spellings("Height above ground"), QStringLiteral("8")));
    OUTPOST_CO_CHECK(co_await picture("wizard-place", "Where it stands: one cell"));
    co_return co_await m_hand.click("Continue");
}

Task<void> Tour::addDevice()
{
    auto* wizard = m_app.wizard();
    OUTPOST_CO_CHECK(co_await checkDevice(false));
    OUTPOST_CO_CHECK(co_await toReview());
    OUTPOST_CO_CHECK(co_await m_hand.until(
        [wizard] { return wizard->step() == WizardViewModel::Review && wizard->primaryEnabled(); },
        "waited for the review", kTourSlowMs));
    OUTPOST_CO_CHECK(co_await picture("wizard-review", "What registering costs and what is signed"));
    OUTPOST_CO_CHECK(co_await m_hand.click({wizard->primaryText()}));
    OUTPOST_CO_CHECK(co_await m_hand.until([wizard] { return wizard->started(); }, "waited for the start"));
    OUTPOST_CO_CHECK(co_await picture("wizard-progress", "Each step as it happens"));
    OUTPOST_CO_CHECK(co_await m_hand.until(
        [wizard] { return wizard->step() == WizardViewModel::Finished || !wizard->problem().isEmpty(); },
        "waited for the registration", kTourSlowMs));
    if (wizard->step() != WizardViewModel::Finished)
        co_return fail(errors::kTourMismatch, "not registered: " + wizard->problem().toStdString());
    OUTPOST_CO_CHECK(co_await picture("wizard-done", "Registered, and read back from the network"));
    OUTPOST_CO_CHECK(co_await checkRegistered());
    co_return co_await nearbyDevice();
}

/// The device that was just registered is beside the computer: its own page talks to it.
Task<void> Tour::nearbyDevice()
{
    auto* device = m_app.device();
    OUTPOST_CO_CHECK(co_await press("Show the device"));
    OUTPOST_CO_CHECK(co_await m_hand.waitFor("Connection"));
    OUTPOST_CO_CHECK(co_await press("Connection"));
    OUTPOST_CO_CHECK(co_await press("Read its Wi-Fi"));
    OUTPOST_CO_CHECK(co_await m_hand.until(
        [device] {
            return !device->nearbyBusy() && (!device->wifiText().isEmpty() || !device->nearbyError().isEmpty());
        },
        "waited for the networks of the device", kTourSlowMs));
    if (!device->nearbyError().isEmpty())
        co_return fail(errors::kTourMismatch, "the device beside the computer: " + device->nearbyError().toStdString());
    OUTPOST_CO_CHECK(co_await picture("device-wifi", "The Wi-Fi of a device, read over Bluetooth"));
    OUTPOST_CO_CHECK(co_await press("Diagnosis"));
    OUTPOST_CO_CHECK(co_await press("Ask it over Bluetooth"));
    OUTPOST_CO_CHECK(co_await m_hand.until(
        [device] {
            return !device->nearbyBusy() && (!device->valuesNote().isEmpty() || !device->nearbyError().isEmpty());
        },
        "waited for the diagnosis", kTourSlowMs));
    if (!device->nearbyError().isEmpty())
        co_return fail(errors::kTourMismatch, "the device beside the computer: " + device->nearbyError().toStdString());
    co_return co_await picture("device-diagnosis", "What the device says of itself");
}

/// Asks the network itself, not what is stored here.
Task<void> Tour::checkRegistered()
{
    const DeviceId wanted(m_app.wizard()->deviceId().toStdString());
    OUTPOST_CO_TRY(const Address address, m_engine.wallets().currentAddress());
    for (networks::Network* network : m_engine.networks()) {
        if (network->directory() == nullptr)
            continue;
        OUTPOST_CO_TRY(const auto devices, co_await network->directory()->devicesOf(address, {}));
        for (const Device& device : devices) {
            if (device.id == wanted && device.place)
                co_return Result<void>{};
        }
    }
    co_return fail(errors::kTourMismatch, "the network does not list the device with its place");
}

Task<void> Tour::darkPictures()
{
    const int theme = m_app.settings()->theme();
    m_app.settings()->overrideTheme(2);
    OUTPOST_CO_CHECK(co_await show("Home"));
    OUTPOST_CO_CHECK(co_await picture("home-dark", "Home in the dark theme"));
    OUTPOST_CO_CHECK(co_await show("Devices"));
    OUTPOST_CO_CHECK(co_await picture("devices-dark", "Devices in the dark theme"));
    OUTPOST_CO_CHECK(co_await show("Map"));
    OUTPOST_CO_CHECK(co_await picture("map-dark", "The map in the dark theme"));
    m_app.settings()->overrideTheme(theme);
    co_return Result<void>{};
}

Task<void> Tour::journey()
{
    OUTPOST_CO_CHECK(co_await firstRun());
    OUTPOST_CO_CHECK(co_await show("Home"));
    OUTPOST_CO_CHECK(co_await m_hand.pause(1500));
    OUTPOST_CO_CHECK(co_await picture("home", "Home: what was earned, what is ready, what needs attention"));
    OUTPOST_CO_CHECK(co_await show("Devices"));
    OUTPOST_CO_CHECK(co_await picture("devices", "All devices"));
    OUTPOST_CO_TRY(const auto first, co_await m_engine.devices().page({}, 0, 1));
    if (first.empty())
        co_return fail(errors::kTourMismatch, "no device");
    OUTPOST_CO_CHECK(co_await m_hand.click(
        {toQString(first.front().device.shownName()), toQString(first.front().device.shownName()) + u'*'}));
    OUTPOST_CO_CHECK(co_await picture("device", "One device"));
    OUTPOST_CO_CHECK(co_await sensor());
    OUTPOST_CO_CHECK(co_await show("Map"));
    OUTPOST_CO_CHECK(co_await picture("map", "The map: devices and covered cells"));
    OUTPOST_CO_CHECK(co_await show("Earnings"));
    OUTPOST_CO_CHECK(co_await picture("earnings", "Earnings by day"));
    OUTPOST_CO_CHECK(co_await collect());
    if (m_hand.sees("Close")) {
        OUTPOST_CO_CHECK(co_await m_hand.click("Close"));
    } else {
        m_hand.key(Qt::Key_Escape);
    }
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    OUTPOST_CO_CHECK(co_await show("Wallet"));
    OUTPOST_CO_CHECK(co_await picture("wallet", "The wallet"));
    OUTPOST_CO_CHECK(co_await addDevice());
    OUTPOST_CO_CHECK(co_await show("Settings"));
    OUTPOST_CO_CHECK(co_await picture("settings", "Settings, with every host that Outpost may talk to"));
    co_return co_await darkPictures();
}

/// A device of which its network's services speak: what it measures, and no control that it lacks.
Task<void> Tour::sensor()
{
    OUTPOST_CO_TRY(const auto devices, co_await m_engine.devices().all());
    const auto found = std::find_if(devices.begin(), devices.end(), [this](const Device& device) {
        networks::Network* network = m_engine.network(device.network);
        return network != nullptr && network->health() != nullptr && device.status == DeviceStatus::Working;
    });
    if (found == devices.end())
        co_return fail(errors::kTourMismatch, "no device that its network's services speak of");
    OUTPOST_CO_CHECK(co_await show("Devices"));
    OUTPOST_CO_CHECK(co_await m_hand.click({toQString(found->shownName()), toQString(found->shownName()) + u'*'}));
    auto* model = m_app.device();
    OUTPOST_CO_CHECK(
        co_await m_hand.until([model] { return model->readings()->rowCount() > 0; }, "waited for its readings"));
    if (model->canReach() || model->canCollect() || model->canSetPlace())
        co_return fail(errors::kTourMismatch, "a control that the network of the device lacks");
    co_return co_await picture("sensor", "A weather station: what it measures and how it is, by its network's cloud");
}

Task<void> Tour::everyScreen()
{
    OUTPOST_CO_CHECK(co_await firstRun());
    OUTPOST_CO_TRY(const auto first, co_await m_engine.devices().page({}, 0, 1));
    const QString device = first.empty() ? QString() : toQString(first.front().device.id.str());
    for (const int language : {1, 2}) {
        m_app.settings()->overrideLanguage(language);
        for (const int theme : {1, 2}) {
            m_app.settings()->overrideTheme(theme);
            for (const char* screen :
                 {"home", "devices", "device", "map", "earnings", "wallet", "wizard", "settings"}) {
                Q_EMIT m_app.navigationRequested(QLatin1String(screen),
                                                 std::string_view(screen) == "device" ? device : QString());
                OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
                if (m_window.grabWindow().isNull())
                    co_return fail(errors::kTourStuck, std::string("nothing was drawn of ") + screen);
            }
        }
    }
    co_return Result<void>{};
}

} // namespace outpost::app
