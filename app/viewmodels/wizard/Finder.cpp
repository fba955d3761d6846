// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/wizard/Finder.h"

#include "app/format/ErrorText.h"

namespace outpost::app::wizard {

Finder::Finder(State& state, QObject* parent)
    : m_state(state), m_rows({"linkId", "name", "note", "strength", "problem", "busy"}, parent)
{}

QString Finder::radioTitle() const
{
    switch (m_state.engine.nearby().radioState()) {
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

QString Finder::radioSentence() const
{
    switch (m_state.engine.nearby().radioState()) {
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

void Finder::scan()
{
    m_scanError.reset();
    if (const auto started = m_state.engine.nearby().startScan(); !started)
        m_scanError = started.error();
    show();
}

void Finder::show()
{
    QList<WizardRows::Row> rows;
    for (const services::Nearby& nearby : m_state.engine.nearby().found()) {
        const QString name = shownText(nearby.identity ? nearby.identity->name : nearby.advertisedName);
        QString note;
        for (networks::Network* network : m_state.engine.networks()) {
            if (network->id() == nearby.network)
                note = toQString(network->title());
        }
        if (nearby.identity)
            //: %1 the name under which a device advertises itself, %2 its network.
            note = tr("%1 · %2").arg(shownText(nearby.advertisedName), note);
        const QString problem = nearby.problem ? ErrorText::of(*nearby.problem).message : QString();
        rows.append({toQString(nearby.linkId), name.isEmpty() ? tr("Device without a name") : name, note,
                     nearby.rssiDbm == 0 ? QString() : m_state.format.dbm(nearby.rssiDbm), problem,
                     nearby.linkId == m_asking});
    }
    m_rows.set(std::move(rows));
}

Task<networks::LocalIdentity> Finder::identify(std::string linkId)
{
    const auto guard = m_state.guard();
    m_asking = linkId;
    m_state.setBusy(tr("Asking the device who it is"));
    show();
    const auto identity = co_await m_state.engine.nearby().identify(linkId, m_state.cancel);
    if (!guard)
        co_return fail(outpost::errors::kCancelled);
    m_asking.clear();
    show();
    if (!identity) {
        m_state.showError(identity.error());
        co_return fail(identity.error());
    }
    m_state.engine.nearby().stopScan();
    m_state.link = linkId;
    co_return *identity;
}

} // namespace outpost::app::wizard
