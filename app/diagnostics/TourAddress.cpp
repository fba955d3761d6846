// SPDX-License-Identifier: GPL-3.0-or-later
// Looking for an address where a place is chosen: consent, results, nothing, failure, and how it is taken back.
#include "app/diagnostics/Tour.h"

namespace outpost::app {

namespace {

Task<void> wrong(std::string what)
{
    co_return fail(errors::kTourMismatch, std::move(what));
}

} // namespace

Task<void> Tour::lookFor(QString text)
{
    const QStringList field = Hand::spellings("Place");
    OUTPOST_CO_CHECK(co_await m_hand.fill(field, {}));
    m_hand.key(Qt::Key_A, Qt::ControlModifier);
    m_hand.type(text);
    m_hand.key(Qt::Key_Return);
    co_return co_await m_hand.until([this] { return m_app.addresses()->state() != AddressViewModel::Searching; },
                                    "waited for the search", kTourSlowMs);
}

Task<void> Tour::openPlaceDialog()
{
    OUTPOST_CO_TRY(const auto devices, co_await m_engine.devices().all());
    auto* device = m_app.device();
    for (const Device& one : devices) {
        Q_EMIT m_app.navigationRequested(QStringLiteral("device"), toQString(one.id.str()));
        OUTPOST_CO_CHECK(co_await m_hand.pause(2 * kTourSettleMs));
        if (device->hasPlace() && device->canSetPlace())
            break;
    }
    OUTPOST_CO_CHECK(co_await press("Change the place…"));
    OUTPOST_CO_CHECK(co_await m_hand.waitFor("Map to choose a place on"));
    co_return co_await m_hand.pause(kTourSettleMs);
}

Task<void> Tour::agreeToSearch()
{
    QStringList yes = Hand::spellings("Ask %1");
    for (QString& name : yes)
        name = name.arg(m_app.addresses()->host());
    OUTPOST_CO_CHECK(co_await m_hand.click(yes));
    co_return co_await m_hand.until([this] { return m_app.addresses()->state() == AddressViewModel::Found; },
                                    "waited for the places found", kTourSlowMs);
}

Task<void> Tour::addressSearch()
{
    auto* search = m_app.addresses();
    auto* device = m_app.device();
    OUTPOST_CO_CHECK(co_await openPlaceDialog());
    OUTPOST_CO_CHECK(co_await lookFor(QStringLiteral("Kerkstraat 12")));
    if (search->state() != AddressViewModel::Consent)
        co_return co_await wrong("an address was looked for without asking");
    OUTPOST_CO_CHECK(co_await picture("address-consent", "What is typed goes to a server only after this"));
    OUTPOST_CO_CHECK(co_await agreeToSearch());
    OUTPOST_CO_CHECK(co_await picture("address-found", "The places that an address may mean"));
    // By keys alone: down into the list, the second of it.
    m_hand.key(Qt::Key_Down);
    m_hand.key(Qt::Key_Down);
    OUTPOST_CO_CHECK(co_await picture("address-second", "The second of them, by the keyboard"));
    m_hand.key(Qt::Key_Return);
    OUTPOST_CO_CHECK(co_await m_hand.until([device] { return device->chosen(); }, "waited for the place found"));
    OUTPOST_CO_CHECK(co_await picture("address-chosen", "The place found, as the one cell that is recorded"));
    if (search->state() != AddressViewModel::Idle)
        co_return co_await wrong("the list stayed after a place was chosen");
    OUTPOST_CO_CHECK(co_await lookFor(QStringLiteral("Nirgendwo 7")));
    OUTPOST_CO_CHECK(co_await picture("address-nothing", "No such address, and what to do"));
    if (search->state() != AddressViewModel::Nothing)
        co_return co_await wrong("a place that is nowhere was found");
    auto* control = m_engine.demoControl();
    OUTPOST_CO_CHECK(
        co_await async::onPool([control] { return control->setFaults({"http-garbage:*@photon.komoot.io"}); }));
    OUTPOST_CO_CHECK(co_await lookFor(QStringLiteral("Kerkstraat 12")));
    OUTPOST_CO_CHECK(co_await async::onPool([control] { return control->clearFaults(); }));
    OUTPOST_CO_CHECK(co_await picture("address-failed", "A server that answers nonsense, and the way on"));
    if (search->state() != AddressViewModel::Failed)
        co_return co_await wrong("nonsense was taken for places");
    OUTPOST_CO_CHECK(co_await press("Try again"));
    OUTPOST_CO_CHECK(co_await m_hand.until([search] { return search->state() == AddressViewModel::Found; },
                                           "waited for the second try", kTourSlowMs));
    // Escape leaves what was found, and then the dialog.
    m_hand.key(Qt::Key_Escape);
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    if (search->state() != AddressViewModel::Idle || !m_hand.sees("Map to choose a place on"))
        co_return co_await wrong("Escape did not leave what was found, or left more");
    m_hand.key(Qt::Key_Escape);
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    if (m_hand.sees("Map to choose a place on"))
        co_return co_await wrong("Escape does not close the dialog");

    OUTPOST_CO_CHECK(co_await show("Settings"));
    const QStringList server = Hand::spellings("Server for addresses");
    OUTPOST_CO_CHECK(co_await m_hand.fill(server, {}));
    m_hand.key(Qt::Key_A, Qt::ControlModifier);
    m_hand.type(QStringLiteral("https://search.example.org/api/"));
    OUTPOST_CO_CHECK(co_await press("Save the server for addresses"));
    m_hand.key(Qt::Key_Tab); // what comes next brings the whole card into sight
    OUTPOST_CO_CHECK(co_await picture("settings-addresses", "On the demo only the played server is taken"));
    if (search->serverError().isEmpty() || m_engine.hosts().isListed("search.example.org"))
        co_return co_await wrong("the demo took a server that is not on this computer");
    OUTPOST_CO_CHECK(co_await m_hand.fill(server, {}));
    m_hand.key(Qt::Key_A, Qt::ControlModifier);
    m_hand.key(Qt::Key_Delete);
    OUTPOST_CO_CHECK(co_await press("Save the server for addresses"));
    m_hand.key(Qt::Key_Tab);
    OUTPOST_CO_CHECK(co_await picture("settings-addresses-off", "The search for addresses is switched off"));
    if (m_engine.addressSearch().consent() != AddressSearch::Consent::Off)
        co_return co_await wrong("the search was not switched off");
    OUTPOST_CO_CHECK(co_await m_hand.fill(server, QStringLiteral("https://photon.komoot.io/api/")));
    OUTPOST_CO_CHECK(co_await press("Save the server for addresses"));
    OUTPOST_CO_CHECK(
        co_await m_hand.until([search] { return !search->proposedHost().isEmpty(); }, "waited to be asked"));
    OUTPOST_CO_CHECK(co_await picture("settings-addresses-consent", "A server for addresses is asked only after this"));
    QStringList yes = Hand::spellings("Ask %1");
    for (QString& name : yes)
        name = name.arg(search->proposedHost());
    OUTPOST_CO_CHECK(co_await m_hand.click(yes));
    co_return co_await m_hand.until(
        [this] { return m_engine.addressSearch().consent() == AddressSearch::Consent::Given; },
        "waited for the search to be switched on");
}

Task<void> Tour::addressInWizard(const char* name)
{
    auto* wizard = m_app.wizard();
    wizard->goTo(WizardViewModel::PlaceStep);
    OUTPOST_CO_CHECK(co_await m_hand.waitFor("Map to choose the place on"));
    OUTPOST_CO_CHECK(co_await m_hand.pause(kTourSettleMs));
    OUTPOST_CO_CHECK(co_await lookFor(QStringLiteral("Hauptstraße 5")));
    if (m_app.addresses()->state() == AddressViewModel::Consent)
        OUTPOST_CO_CHECK(co_await agreeToSearch());
    OUTPOST_CO_CHECK(co_await picture((std::string(name) + "-found").c_str(), "Looking for an address in the wizard"));
    m_hand.key(Qt::Key_Down);
    m_hand.key(Qt::Key_Return);
    OUTPOST_CO_CHECK(co_await m_hand.until([wizard] { return wizard->hasPlace(); }, "waited for the place found"));
    co_return co_await picture((std::string(name) + "-chosen").c_str(), "The place found, in the wizard");
}

} // namespace outpost::app
