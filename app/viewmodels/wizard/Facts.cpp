// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/wizard/Facts.h"

#include "app/format/Phrase.h"

namespace outpost::app::wizard {

Facts::Facts(State& state, QObject* parent) : m_state(state), m_rows({"title", "value", "unknownReason"}, parent) {}

QString Facts::verdict() const
{
    if (!m_state.offer)
        return {};
    if (m_state.mine())
        return tr("This device is yours already.");
    if (!m_state.offer->problem.empty())
        return Phrase::of(m_state.offer->problem);
    if (m_state.makerPays())
        //: %1 is the maker of the device.
        return tr("It can be registered. %1 pays for it.").arg(shownText(m_state.offer->maker));
    return tr("It can be registered. You pay for it.");
}

Task<void> Facts::examine()
{
    const auto guard = m_state.guard();
    m_state.offer.reset();
    show();
    // Without a wallet it can be set up, not registered: what it says of itself is all there is.
    if (m_state.engine.wallets().current() == nullptr) {
        m_state.setBusy({});
        co_return Result<void>{};
    }
    //: %1 is a device's name.
    m_state.setBusy(tr("Asking %1 and the network about it").arg(m_state.deviceName()));
    const DeviceId device = m_state.device;
    auto offer = co_await m_state.engine.acts().examine(device, m_state.cancel);
    if (!guard || device != m_state.device)
        co_return fail(outpost::errors::kCancelled);
    if (!offer) {
        show();
        m_state.showError(offer.error());
        co_return fail(offer.error());
    }
    m_state.name = offer->device.name;
    m_state.offer = std::move(*offer);
    show();
    m_state.setBusy({});
    co_return Result<void>{};
}

void Facts::show()
{
    QList<WizardRows::Row> rows;
    const auto add = [&](const QString& title, const std::string& value, const QString& reason) {
        rows.append({title, shownText(value), reason});
    };
    const auto& offer = m_state.offer;
    const networks::LocalIdentity* identity =
        offer ? &offer->device : m_state.engine.nearby().identityOf(m_state.device);
    if (identity != nullptr) {
        const QString silent = tr("This device does not say.");
        add(tr("Name"), identity->name, silent);
        add(tr("Maker"), offer && !offer->maker.empty() ? offer->maker : identity->maker, silent);
        add(tr("Firmware"), identity->firmware, silent);
        add(tr("Serial number"), identity->serial, silent);
        rows.append({tr("Device key"), Format::shortAddress(Address(identity->publicKey)), silent});
    }
    if (offer) {
        const bool registered = offer->alreadyRegistered || !offer->owner.empty();
        rows.append({tr("Registered"), registered ? tr("Yes") : tr("No"), QString()});
        if (!offer->owner.empty())
            rows.append(
                {tr("Owner"), m_state.mine() ? tr("You") : Format::shortAddress(Address(offer->owner)), QString()});
    }
    m_rows.set(std::move(rows));
}

} // namespace outpost::app::wizard
