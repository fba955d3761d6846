// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/wizard/Wifi.h"

#include "core/base/Encoding.h"

namespace outpost::app::wizard {

namespace {

constexpr std::size_t kMostSsid = 32;

bool isText(const Bytes& ssid)
{
    const std::string raw(asText(ssid));
    return plainText(raw, kMostSsid) == raw;
}

/// A network's name as a person reads it: text when it is text, else its bytes.
QString ssidText(const Bytes& ssid)
{
    return !ssid.empty() && isText(ssid) ? shownText(asText(ssid)) : toQString(toHex(ssid));
}

} // namespace

Wifi::Wifi(State& state, QObject* parent) : m_state(state), m_rows({"name", "note"}, parent) {}

bool Wifi::online() const
{
    return m_status && (!m_status->current.empty() || m_status->ethernetOnline.value_or(false));
}

QString Wifi::connection() const
{
    if (!m_status)
        return {};
    if (!m_status->current.empty())
        //: %1 is the name of a Wi-Fi network.
        return tr("Connected to %1").arg(ssidText(m_status->current));
    if (m_status->ethernetOnline.value_or(false))
        return tr("Online by cable");
    return tr("Not online yet. Choose a Wi-Fi network, or plug in a network cable.");
}

void Wifi::choose(int row)
{
    if (m_chosen == row || m_joining)
        return;
    m_chosen = row;
    m_state.clearProblem();
    m_state.changed();
}

const networks::WifiNetwork* Wifi::chosenNetwork() const
{
    if (!m_status || m_chosen < 0 || m_chosen >= std::ssize(m_status->networks))
        return nullptr;
    return &m_status->networks[static_cast<std::size_t>(m_chosen)];
}

QString Wifi::chosenName() const
{
    const auto* network = chosenNetwork();
    return network ? ssidText(network->ssid) : QString();
}

Task<void> Wifi::read()
{
    const auto guard = m_state.guard();
    m_state.setBusy(tr("Asking the device for the networks it sees"));
    auto status = co_await m_state.engine.nearby().wifi(m_state.device, m_state.cancel);
    if (!guard)
        co_return Result<void>{};
    if (!status) {
        m_state.showError(status.error());
        co_return Result<void>{};
    }
    m_status = std::move(*status);
    m_chosen = -1;
    show();
    m_state.setBusy({});
    co_return Result<void>{};
}

void Wifi::show()
{
    QList<WizardRows::Row> rows;
    if (m_status) {
        for (const networks::WifiNetwork& network : m_status->networks) {
            QString note;
            if (network.ssid == m_status->current)
                note = tr("Connected");
            else if (!isText(network.ssid))
                note = tr("A name that is not text, shown as its bytes");
            else if (network.saved)
                note = tr("Known to the device");
            rows.append({ssidText(network.ssid), note});
        }
    }
    m_rows.set(std::move(rows));
}

void Wifi::join(std::shared_ptr<SecureBytes> secret)
{
    const auto* network = chosenNetwork();
    if (network != nullptr && !m_joining)
        async::toFuture(joinTask(network->ssid, std::move(secret)));
}

Task<void> Wifi::joinTask(Bytes ssid, std::shared_ptr<SecureBytes> secret)
{
    const auto guard = m_state.guard();
    m_joining = true;
    //: %1 is the name of a Wi-Fi network.
    m_state.setBusy(tr("The device joins %1; this usually takes 10 to 20 seconds").arg(ssidText(ssid)));
    const auto joined =
        co_await m_state.engine.nearby().joinWifi(m_state.device, ssid, std::move(secret), m_state.cancel);
    if (!guard)
        co_return Result<void>{};
    m_joining = false;
    if (!joined) {
        m_state.showError(joined.error());
        co_return Result<void>{};
    }
    if (m_status)
        m_status->current = ssid;
    m_chosen = -1;
    show();
    m_state.setBusy({});
    co_return Result<void>{};
}

void Wifi::reset()
{
    m_status.reset();
    m_chosen = -1;
    m_joining = false;
    m_rows.set({});
}

} // namespace outpost::app::wizard
