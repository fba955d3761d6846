// SPDX-License-Identifier: GPL-3.0-or-later
// What the journey passes by: dialogs, settings, and the states in which something is missing or wrong.
#include "app/diagnostics/Tour.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>

namespace outpost::app {

namespace {

constexpr int kJpy = 3;
constexpr int kDark = 2;
constexpr double kNorth = 53.58;
constexpr double kEast = 9.96;

Task<void> stuck(std::string what)
{
    co_return fail(errors::kTourMismatch, std::move(what));
}

} // namespace

Task<void> Tour::press(const char* text, int times)
{
    for (int i = 0; i < times; ++i)
        OUTPOST_CO_CHECK(co_await m_hand.click(text));
    co_return Result<void>{};
}

Task<void> Tour::synced()
{
    co_return co_await m_hand.until([this] { return !m_engine.sync().freshness().refreshing; }, "waited for an answer",
                                    kTourSlowMs);
}

Task<void> Tour::chooseIn(const char* combo, const char* option)
{
    const QStringList names = Hand::spellings(combo);
    QQuickItem* box = nullptr;
    OUTPOST_CO_CHECK(co_await m_hand.until([&] { return (box = m_hand.find(names, QAccessible::ComboBox)) != nullptr; },
                                           std::string("waited for ") + combo));
    OUTPOST_CO_CHECK(co_await m_hand.pressOn(*box));
    OUTPOST_CO_CHECK(co_await m_hand.click(Hand::spellings(option), QAccessible::ListItem));
    co_return co_await m_hand.pause(kTourSettleMs);
}

Task<void> Tour::palette()
{
    m_hand.key(Qt::Key_K, Qt::ControlModifier);
    OUTPOST_CO_CHECK(co_await m_hand.waitFor("Go to"));
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    OUTPOST_CO_CHECK(co_await picture("palette", "Ctrl+K: screens and devices"));
    m_hand.type(QStringLiteral("zzzz"));
    OUTPOST_CO_CHECK(co_await m_hand.until(
        [this] {
            QStringList names = Hand::spellings("No device and no screen is called “%1”. Try fewer letters.");
            for (QString& name : names)
                name = name.arg(QStringLiteral("zzzz"));
            return m_hand.find(names) != nullptr;
        },
        "waited to be told that nothing matches"));
    OUTPOST_CO_CHECK(co_await picture("palette-nothing", "The palette says that nothing matches"));
    m_hand.key(Qt::Key_Escape); // clears the words
    OUTPOST_CO_TRY(const auto first, co_await m_engine.devices().page({}, 0, 1));
    if (first.empty())
        co_return co_await stuck("no device");
    const QString name = toQString(first.front().device.shownName());
    m_hand.type(name.section(u' ', 0, 0).toLower());
    OUTPOST_CO_CHECK(co_await m_hand.until([this] { return m_app.palette()->count() > 0; }, "waited for the device"));
    OUTPOST_CO_CHECK(co_await picture("palette-device", "The palette finds a device"));
    m_hand.key(Qt::Key_Down);
    m_hand.key(Qt::Key_Return);
    co_return co_await m_hand.until([this, name] { return m_app.device()->name() == name; },
                                    "waited for the device that the palette found");
}

Task<void> Tour::devicePage()
{
    auto* device = m_app.device();
    OUTPOST_CO_CHECK(co_await press("Name and note"));
    OUTPOST_CO_CHECK(co_await m_hand.waitFor("Your name for it"));
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    OUTPOST_CO_CHECK(co_await m_hand.fill(Hand::spellings("Your name for it"), QStringLiteral("Attic")));
    OUTPOST_CO_CHECK(co_await m_hand.fill(Hand::spellings("Note"), QStringLiteral("Key at the baker")));
    OUTPOST_CO_CHECK(co_await picture("device-rename", "A name and a note of one's own"));
    OUTPOST_CO_CHECK(co_await press("Save"));
    OUTPOST_CO_CHECK(co_await m_hand.until([device] { return device->name() == QStringLiteral("Attic"); },
                                           "waited for the new name"));
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    OUTPOST_CO_CHECK(co_await picture("device-renamed", "The device under its new name"));
    OUTPOST_CO_CHECK(co_await press("Connection"));
    OUTPOST_CO_CHECK(co_await press("Read its Wi-Fi"));
    // Most are far away; in some worlds this one stands beside the computer.
    OUTPOST_CO_CHECK(co_await m_hand.until(
        [device] {
            return !device->nearbyBusy() && (!device->nearbyError().isEmpty() || !device->wifiText().isEmpty());
        },
        "waited for the device or for its absence", kTourSlowMs));
    OUTPOST_CO_CHECK(co_await picture("device-away", "A device that is not beside the computer"));
    OUTPOST_CO_CHECK(co_await press("Overview"));
    co_return co_await placeDialog();
}

Task<void> Tour::placeDialog()
{
    auto* device = m_app.device();
    OUTPOST_CO_CHECK(co_await press("Change the place…"));
    OUTPOST_CO_CHECK(co_await m_hand.waitFor("Map to choose a place on"));
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    OUTPOST_CO_CHECK(co_await picture("place", "Where it stands now, before another place is chosen"));
    OUTPOST_CO_CHECK(co_await m_hand.fill(Hand::spellings("Place"), QStringLiteral("52.37512")));
    m_hand.key(Qt::Key_Return);
    OUTPOST_CO_CHECK(co_await m_hand.until([device] { return !device->placeError().isEmpty(); },
                                           "waited to be told that this is no place"));
    OUTPOST_CO_CHECK(co_await picture("place-error", "What is no place is refused with an example"));
    QQuickItem* map = m_hand.find(Hand::spellings("Map to choose a place on"));
    if (map == nullptr)
        co_return co_await stuck("no map");
    m_hand.clickAt(*map, {map->width() * 0.6, map->height() * 0.4});
    OUTPOST_CO_CHECK(co_await m_hand.until([device] { return device->chosen(); }, "waited for the clicked place"));
    const double clicked = device->chosenLatitude();
    OUTPOST_CO_CHECK(co_await picture("place-clicked", "A place that was clicked: one cell, and how far it is"));
    QGuiApplication::clipboard()->setText(QStringLiteral("geo:%1,%2").arg(kNorth).arg(kEast));
    OUTPOST_CO_CHECK(co_await press("Paste a place"));
    OUTPOST_CO_CHECK(co_await m_hand.until([device] { return std::abs(device->chosenLatitude() - kNorth) < 1e-6; },
                                           "waited for the pasted place"));
    if (std::abs(clicked - kNorth) < 1e-6)
        co_return co_await stuck("the click chose nothing");
    OUTPOST_CO_CHECK(co_await picture("place-pasted", "A pasted place; the map goes there"));
    OUTPOST_CO_CHECK(co_await press("See what it costs"));
    auto* act = device->act();
    OUTPOST_CO_CHECK(co_await m_hand.until(
        [act] { return act->stage() == CollectViewModel::Reviewing || act->stage() == CollectViewModel::Failed; },
        "waited for the review of the place", kTourSlowMs));
    OUTPOST_CO_CHECK(co_await picture("place-review", "What setting a place costs"));
    if (act->stage() == CollectViewModel::Failed)
        co_return co_await stuck("no review of a place: " + act->resultText().toStdString());
    OUTPOST_CO_CHECK(co_await press("Cancel"));
    co_return co_await m_hand.until([act] { return act->stage() == CollectViewModel::Idle; },
                                    "waited for the review to close");
}

Task<void> Tour::mapScreen()
{
    OUTPOST_CO_CHECK(co_await show("Map"));
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    const QModelIndex first = m_app.map()->markers()->index(0, 0);
    QString name;
    const auto roles = m_app.map()->markers()->roleNames();
    for (auto role = roles.begin(); role != roles.end(); ++role) {
        if (role.value() == "name")
            name = first.data(role.key()).toString();
    }
    OUTPOST_CO_CHECK(co_await m_hand.click(QStringList{name + QStringLiteral(", *")}));
    OUTPOST_CO_CHECK(co_await m_hand.until([this] { return !m_app.map()->selectedName().isEmpty(); },
                                           "waited for the card of a device"));
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    OUTPOST_CO_CHECK(co_await picture("map-card", "A device on the map, with its card"));
    OUTPOST_CO_CHECK(co_await press("List"));
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    OUTPOST_CO_CHECK(co_await picture("map-alone", "The map without the list"));
    co_return co_await press("List");
}

Task<void> Tour::earningsScreen()
{
    OUTPOST_CO_CHECK(co_await show("Earnings"));
    OUTPOST_CO_CHECK(co_await press("By device"));
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    OUTPOST_CO_CHECK(co_await picture("earnings-by-device", "The same by device"));
    OUTPOST_CO_CHECK(co_await press("Year"));
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    OUTPOST_CO_CHECK(co_await picture("earnings-year", "A year of earnings"));
    OUTPOST_CO_CHECK(co_await press("30 days"));
    OUTPOST_CO_CHECK(co_await press("By day"));
    // The system's own dialog asks for the file; what it answers is given here.
    const QString file = m_options.pictures.filePath(QStringLiteral("earnings.csv"));
    QFile::remove(file);
    m_app.earnings()->exportCsv(QUrl::fromLocalFile(file));
    OUTPOST_CO_CHECK(
        co_await m_hand.until([this] { return !m_app.earnings()->exportText().isEmpty(); }, "waited for the export"));
    QFile csv(file);
    if (!csv.open(QIODevice::ReadOnly) || !csv.readLine().startsWith("day,device,asset,amount") ||
        csv.readLine().count(',') < 4)
        co_return co_await stuck("the exported table has no rows");
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    co_return co_await picture("earnings-exported", "Exported to a table");
}

Task<void> Tour::walletScreen()
{
    OUTPOST_CO_CHECK(co_await show("Wallet"));
    OUTPOST_CO_CHECK(co_await press("What it is made of"));
    OUTPOST_CO_CHECK(co_await picture("wallet-parts", "What the wallet is made of"));
    OUTPOST_CO_CHECK(co_await m_hand.click(Hand::spellings("Receive"), QAccessible::Button));
    OUTPOST_CO_CHECK(co_await m_hand.waitFor("The receiving address as a QR code"));
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    OUTPOST_CO_CHECK(co_await picture("receive", "The receiving address as a QR code and as text"));
    OUTPOST_CO_CHECK(co_await press("Copy the address"));
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    if (QGuiApplication::clipboard()->text() != m_app.wallet()->address())
        co_return co_await stuck("the clipboard has not got the address");
    co_return co_await picture("copied", "A message takes room of its own, over nothing");
}

Task<void> Tour::settings()
{
    auto* settings = m_app.settings();
    OUTPOST_CO_CHECK(co_await show("Settings"));
    const int language = settings->language();
    const int theme = settings->theme();
    OUTPOST_CO_CHECK(co_await chooseIn("Language", language == 2 ? "English" : "Deutsch"));
    if (settings->language() == language)
        co_return co_await stuck("the language did not change");
    OUTPOST_CO_CHECK(co_await picture("settings-language", "Settings in the other language"));
    OUTPOST_CO_CHECK(co_await chooseIn("Language", language == 2 ? "Deutsch" : "English"));
    OUTPOST_CO_CHECK(co_await chooseIn("Light or dark", "Dark"));
    if (settings->theme() != kDark)
        co_return co_await stuck("the theme did not change");
    OUTPOST_CO_CHECK(co_await picture("settings-dark", "Settings in the dark"));
    OUTPOST_CO_CHECK(co_await chooseIn("Light or dark", theme == kDark ? "Dark" : "Light"));
    OUTPOST_CO_CHECK(co_await chooseIn("Currency", "Yen"));
    if (settings->currency() != kJpy)
        co_return co_await stuck("the currency did not change");
    OUTPOST_CO_CHECK(co_await m_hand.fill(Hand::spellings("Proxy"), QStringLiteral("gopher")));
    OUTPOST_CO_CHECK(co_await press("Save the proxy"));
    if (settings->proxyError().isEmpty())
        co_return co_await stuck("a proxy that is none was taken");
    OUTPOST_CO_CHECK(co_await picture("settings-proxy", "A proxy that is none, and how to write one"));
    OUTPOST_CO_CHECK(co_await m_hand.fill(Hand::spellings("Proxy"), {}));
    m_hand.key(Qt::Key_A, Qt::ControlModifier);
    m_hand.type(QStringLiteral("socks5://127.0.0.1:9"));
    OUTPOST_CO_CHECK(co_await press("Save the proxy"));
    OUTPOST_CO_CHECK(co_await m_hand.waitFor("Password for the proxy"));
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    const QStringList proxyName = Hand::spellings("Name for the proxy");
    OUTPOST_CO_CHECK(co_await m_hand.fill(proxyName, QStringLiteral("fleet")));
    m_hand.key(Qt::Key_Tab);
    Q_EMIT settings->changed(); // as at every reading
    const QQuickItem* typed = m_hand.find(proxyName, QAccessible::EditableText);
    if (typed == nullptr || typed->property("text").toString() != QStringLiteral("fleet"))
        co_return co_await stuck("a name that was typed and not sent yet is gone");
    OUTPOST_CO_CHECK(co_await picture("settings-proxy-login", "A proxy, and how to sign in there"));
    OUTPOST_CO_CHECK(co_await m_hand.fill(Hand::spellings("Proxy"), {}));
    m_hand.key(Qt::Key_A, Qt::ControlModifier);
    m_hand.key(Qt::Key_Backspace);
    OUTPOST_CO_CHECK(co_await press("Save the proxy"));
    if (!settings->proxy().isEmpty())
        co_return co_await stuck("the proxy stayed");
    OUTPOST_CO_CHECK(co_await chooseIn("Lock after", "30 min"));
    if (settings->lockMinutes() != 30)
        co_return co_await stuck("the time to the lock did not change");
    OUTPOST_CO_CHECK(co_await show("Home"));
    OUTPOST_CO_CHECK(co_await synced());
    OUTPOST_CO_CHECK(co_await m_hand.until([this] { return m_app.home()->monthAmount().contains(QChar(0x00a5)); },
                                           "waited for figures in yen"));
    OUTPOST_CO_CHECK(co_await picture("home-yen", "Home in another currency, which has no decimals"));
    OUTPOST_CO_CHECK(co_await show("Settings"));
    co_return co_await chooseIn("Currency", "Euro");
}

Task<void> Tour::records()
{
    auto* records = m_app.records();
    OUTPOST_CO_CHECK(co_await show("Settings"));
    OUTPOST_CO_CHECK(co_await press("Export the records…"));
    OUTPOST_CO_CHECK(co_await m_hand.waitFor("Password of the file"));
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    OUTPOST_CO_CHECK(co_await m_hand.fill(Hand::spellings("Password of the file"), QLatin1String(kTourPassword)));
    OUTPOST_CO_CHECK(co_await picture("records-export", "A password for the file with the records"));
    // The system's own dialog asks for the file; what it answers is given here, with the fields of this one.
    auto* first = qobject_cast<SecretInput*>(m_window.activeFocusItem());
    m_hand.key(Qt::Key_Tab);
    m_hand.key(Qt::Key_Tab);
    auto* second = qobject_cast<SecretInput*>(m_window.activeFocusItem());
    if (first == nullptr || second == nullptr || first == second)
        co_return co_await stuck("Tab does not lead from one password to the other");
    m_hand.type(QLatin1String(kTourPassword));
    const QString file = m_options.pictures.filePath(QStringLiteral("records.outpost"));
    QFile::remove(file);
    records->exportTo(QUrl::fromLocalFile(file), first, second);
    OUTPOST_CO_CHECK(co_await m_hand.until([records] { return !records->busy(); },
                                           "waited for the export of the records", kTourSlowMs));
    if (!records->error().isEmpty() || records->devices() == 0 || !QFile::exists(file))
        co_return co_await stuck("the records were not exported: " + records->error().toStdString());
    m_hand.key(Qt::Key_Escape);
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    OUTPOST_CO_CHECK(co_await picture("records-exported", "What is in the file with the records"));
    OUTPOST_CO_CHECK(co_await press("Import records…"));
    OUTPOST_CO_CHECK(co_await m_hand.fill(Hand::spellings("Password of the file"), QStringLiteral("not this one")));
    auto* only = qobject_cast<SecretInput*>(m_window.activeFocusItem());
    records->importFrom(QUrl::fromLocalFile(file), only);
    OUTPOST_CO_CHECK(
        co_await m_hand.until([records] { return !records->busy(); }, "waited for the refusal", kTourSlowMs));
    m_hand.key(Qt::Key_Escape);
    if (records->error().isEmpty())
        co_return co_await stuck("records were imported with a wrong password");
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    co_return co_await picture("records-refused", "A wrong password for the file");
}

Task<void> Tour::tiles()
{
    auto* tiles = m_app.tiles();
    OUTPOST_CO_CHECK(co_await show("Settings"));
    const QStringList field = Hand::spellings("Address of a server with map pictures");
    OUTPOST_CO_CHECK(co_await m_hand.fill(field, QStringLiteral("https://tiles.example.org/{z}/{x}/{y}.png")));
    OUTPOST_CO_CHECK(co_await press("Save the server with map pictures"));
    if (tiles->error().isEmpty() || tiles->isActive())
        co_return co_await stuck("the demo took a server that is not on this computer");
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    OUTPOST_CO_CHECK(co_await picture("settings-tiles-refused", "On the demo nothing leaves this computer"));
    if (m_options.argument.isEmpty())
        co_return Result<void>{};
    OUTPOST_CO_CHECK(co_await m_hand.fill(field, {}));
    m_hand.key(Qt::Key_A, Qt::ControlModifier);
    m_hand.type(m_options.argument);
    OUTPOST_CO_CHECK(co_await press("Save the server with map pictures"));
    OUTPOST_CO_CHECK(co_await m_hand.until([tiles] { return !tiles->proposedHost().isEmpty(); }, "waited to be asked"));
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    OUTPOST_CO_CHECK(co_await picture("settings-tiles-consent", "A tile server is asked only after this"));
    if (m_engine.hosts().isListed(tiles->proposedHost().toStdString()))
        co_return co_await stuck("the host was listed before it was agreed to");
    QStringList yes = Hand::spellings("Ask %1");
    for (QString& name : yes)
        name = name.arg(tiles->proposedHost());
    OUTPOST_CO_CHECK(co_await m_hand.click(yes));
    OUTPOST_CO_CHECK(co_await m_hand.until([tiles] { return tiles->isActive(); }, "waited for the tile server"));
    if (!m_engine.hosts().isListed(tiles->host().toStdString()))
        co_return co_await stuck("the tile server is not among the hosts");
    OUTPOST_CO_CHECK(co_await m_hand.fill(Hand::spellings("Credit on the map"), QStringLiteral("Tour tiles")));
    OUTPOST_CO_CHECK(co_await press("Save the credit on the map"));
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    OUTPOST_CO_CHECK(co_await picture("settings-tiles", "The tile server, and its place among the hosts"));
    OUTPOST_CO_CHECK(co_await show("Map"));
    OUTPOST_CO_CHECK(co_await m_hand.pause(1500));
    OUTPOST_CO_CHECK(co_await picture("map-tiles", "The map with pictures of a server"));
    // The test's server sends one colour that no theme has.
    const QImage seen = m_window.grabWindow();
    int coloured = 0;
    for (int x = 0; x < seen.width(); x += 8) {
        for (int y = 0; y < seen.height(); y += 8) {
            const QColor colour = seen.pixelColor(x, y);
            coloured += colour.red() > 200 && colour.blue() > 200 && colour.green() < 170 ? 1 : 0;
        }
    }
    if (coloured < 500)
        co_return co_await stuck("the pictures of the tile server are not on the map");
    tiles->propose({});
    if (tiles->isActive() || m_engine.hosts().isListed("127.0.0.1"))
        co_return co_await stuck("the tile server stayed after it was taken back");
    co_return Result<void>{};
}

Task<void> Tour::lockAndUnlock()
{
    auto* unlocking = m_app.unlock();
    m_hand.key(Qt::Key_L, Qt::ControlModifier);
    OUTPOST_CO_CHECK(co_await m_hand.waitFor("Unlock"));
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    OUTPOST_CO_CHECK(co_await picture("locked", "Locked"));
    OUTPOST_CO_CHECK(co_await m_hand.fill(Hand::spellings("Password"), QStringLiteral("wrong")));
    m_hand.key(Qt::Key_Return);
    OUTPOST_CO_CHECK(co_await m_hand.until([unlocking] { return !unlocking->busy() && !unlocking->error().isEmpty(); },
                                           "waited for the refusal", kTourSlowMs));
    OUTPOST_CO_CHECK(co_await picture("wrong-password", "A wrong password"));
    OUTPOST_CO_CHECK(co_await press("Forgotten password"));
    OUTPOST_CO_CHECK(co_await m_hand.waitFor("Restore a wallet"));
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    OUTPOST_CO_CHECK(co_await picture("forgotten", "A forgotten password leads to the recovery words"));
    OUTPOST_CO_CHECK(co_await press("Back", 2));
    co_return co_await unlock();
}

Task<void> Tour::unlock()
{
    auto* unlocking = m_app.unlock();
    OUTPOST_CO_CHECK(co_await m_hand.until(
        [this, unlocking] { return m_app.gate() == AppViewModel::Unlock && unlocking->waitSeconds() == 0; },
        "waited before the locked wallet", kTourSlowMs));
    OUTPOST_CO_CHECK(co_await m_hand.fill(Hand::spellings("Password"), QLatin1String(kTourPassword)));
    m_hand.key(Qt::Key_Return);
    co_return co_await m_hand.until([this] { return m_app.gate() == AppViewModel::Open; }, "waited for the open wallet",
                                    kTourSlowMs);
}

Task<void> Tour::unfinished()
{
    auto* wizard = m_app.wizard();
    OUTPOST_CO_CHECK(co_await checkDevice(false));
    const QString name = wizard->deviceName();
    OUTPOST_CO_CHECK(co_await press("Save and leave"));
    QStringList on = Hand::spellings("Continue with %1");
    for (QString& text : on)
        text = text.arg(name);
    OUTPOST_CO_CHECK(co_await m_hand.until([&] { return m_hand.find(on) != nullptr; },
                                           "waited for the row of what is not finished"));
    OUTPOST_CO_CHECK(co_await picture("devices-unfinished", "Devices: one is not set up to its end"));
    OUTPOST_CO_CHECK(co_await show("Home"));
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    OUTPOST_CO_CHECK(co_await picture("home-unfinished", "Home: one is not set up to its end"));
    OUTPOST_CO_CHECK(co_await m_hand.click(on));
    OUTPOST_CO_CHECK(co_await m_hand.until(
        [wizard, name] { return wizard->deviceName() == name && wizard->step() != WizardViewModel::Find; },
        "waited for the wizard to go on", kTourSlowMs));
    OUTPOST_CO_CHECK(co_await addressInWizard("wizard-address"));
    OUTPOST_CO_CHECK(co_await press("Save and leave"));
    QStringList forget = Hand::spellings("Forget what was begun with %1");
    for (QString& text : forget)
        text = text.arg(name);
    OUTPOST_CO_CHECK(co_await m_hand.click(forget));
    co_return co_await m_hand.until([wizard] { return wizard->unfinished()->count() == 0; },
                                    "waited for the row to go");
}

Task<void> Tour::stale()
{
    auto* control = m_engine.demoControl();
    if (control == nullptr)
        co_return co_await stuck("not on the demo");
    const auto order = [control](std::vector<std::string> faults) {
        return async::onPool([control, faults = std::move(faults)] {
            return faults.empty() ? control->clearFaults() : control->setFaults(faults);
        });
    };
    OUTPOST_CO_CHECK(co_await show("Home"));
    OUTPOST_CO_CHECK(co_await order({"http-500:*"}));
    m_app.refresh();
    OUTPOST_CO_CHECK(co_await m_hand.until([this] { return !m_app.home()->staleText().isEmpty(); },
                                           "waited to be told that the figures are old", kTourSlowMs));
    OUTPOST_CO_CHECK(co_await picture("home-stale", "Nobody answers: what was known stays, and says how old it is"));
    OUTPOST_CO_CHECK(co_await show("Wallet"));
    OUTPOST_CO_CHECK(
        co_await m_hand.until([this] { return !m_app.wallet()->loading(); }, "waited for the wallet", kTourSlowMs));
    m_app.wallet()->reload();
    OUTPOST_CO_CHECK(
        co_await m_hand.until([this] { return !m_app.wallet()->loading() && !m_app.wallet()->error().isEmpty(); },
                              "waited for the wallet's word about it", kTourSlowMs));
    OUTPOST_CO_CHECK(co_await picture("wallet-stale", "The wallet when nobody answers"));
    OUTPOST_CO_CHECK(co_await order({}));
    m_app.refresh();
    co_return co_await m_hand.until([this] { return m_app.home()->staleText().isEmpty(); },
                                    "waited for the network to be back", kTourSlowMs);
}

Task<void> Tour::closeWhileBusy()
{
    auto* act = m_app.collect();
    OUTPOST_CO_CHECK(co_await show("Home"));
    OUTPOST_CO_CHECK(co_await press("Collect…"));
    OUTPOST_CO_CHECK(co_await m_hand.until([act] { return act->stage() == CollectViewModel::Reviewing; },
                                           "waited for the review", kTourSlowMs));
    OUTPOST_CO_CHECK(co_await m_hand.click({act->confirmText()}));
    OUTPOST_CO_CHECK(co_await m_hand.until([this] { return m_app.hasPendingWork(); }, "waited for the work"));
    m_window.close();
    OUTPOST_CO_CHECK(co_await m_hand.waitFor("Something is still under way"));
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    OUTPOST_CO_CHECK(co_await picture("closing", "Closing while something is under way asks first"));
    OUTPOST_CO_CHECK(co_await press("Stay"));
    if (!m_window.isVisible())
        co_return co_await stuck("the window closed although work was pending");
    OUTPOST_CO_CHECK(co_await m_hand.until([act] { return act->stage() == CollectViewModel::Done; },
                                           "waited for the money", kTourSlowMs));
    OUTPOST_CO_CHECK(co_await press("Close"));
    OUTPOST_CO_CHECK(co_await synced());
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    co_return co_await picture("home-collected", "Home after collecting: nothing waits, and what happened");
}

Task<void> Tour::screens()
{
    m_silent = true;
    OUTPOST_CO_CHECK(co_await firstRun());
    m_silent = false;
    OUTPOST_CO_CHECK(co_await show("Home"));
    // A sum of money in the sentence: what collecting costs.
    OUTPOST_CO_CHECK(co_await m_hand.until(
        [this] {
            return !m_app.home()->monthAmount().isEmpty() && m_app.home()->readySentence().contains(QChar(0x20ac));
        },
        "waited for what collecting costs"));
    OUTPOST_CO_CHECK(co_await picture("home", "Home, with what collecting costs"));
    OUTPOST_CO_CHECK(co_await palette());
    OUTPOST_CO_CHECK(co_await devicePage());
    OUTPOST_CO_CHECK(co_await mapScreen());
    OUTPOST_CO_CHECK(co_await earningsScreen());
    OUTPOST_CO_CHECK(co_await walletScreen());
    OUTPOST_CO_CHECK(co_await settings());
    OUTPOST_CO_CHECK(co_await records());
    co_return co_await tiles();
}

Task<void> Tour::states()
{
    m_silent = true;
    OUTPOST_CO_CHECK(co_await firstRun());
    m_silent = false;
    OUTPOST_CO_CHECK(co_await show("Home"));
    OUTPOST_CO_CHECK(co_await lockAndUnlock());
    OUTPOST_CO_CHECK(co_await addressSearch());
    OUTPOST_CO_CHECK(co_await unfinished());
    OUTPOST_CO_CHECK(co_await stale());
    co_return co_await closeWhileBusy();
}

} // namespace outpost::app
