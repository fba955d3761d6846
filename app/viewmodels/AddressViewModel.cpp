// SPDX-License-Identifier: GPL-3.0-or-later
#include "AddressViewModel.h"

#include "app/format/ErrorText.h"

#include <QClipboard>
#include <QGuiApplication>

namespace outpost::app {

AddressViewModel::AddressViewModel(Engine& engine, Format& format, QObject* parent)
    : QObject(parent), m_engine(engine), m_format(format), m_results(this)
{
    connect(&engine.addressSearch(), &AddressSearch::changed, this, &AddressViewModel::hostsChanged);
    connect(&engine.addressSearch(), &AddressSearch::changed, this, &AddressViewModel::changed);
}

AddressViewModel::~AddressViewModel()
{
    m_cancel.cancel();
}

QString AddressViewModel::host() const
{
    return toQString(m_engine.addressSearch().host());
}

QString AddressViewModel::consentText() const
{
    const QString host = m_proposedHost.isEmpty() ? this->host() : m_proposedHost;
    //: %1: the name of a host on the internet
    const QString text = tr("%1 learns what you type, and so where a device may stand, together with the internet "
                            "address of this computer or of your proxy. You can take it back in Settings.")
                             .arg(host);
    const bool played = m_engine.isDemo() && (m_proposed.empty() || m_proposed == AddressSearch::kPublicServer);
    return played ? text + u' ' + tr("On the demo this computer answers in its place, and nothing leaves it.") : text;
}

QString AddressViewModel::credit() const
{
    return m_engine.addressSearch().isPlayed() ? tr("Streets and numbers are made up for the demo.")
                                               //: Whose data it is; the name stays as it is.
                                               : tr("Data: OpenStreetMap contributors");
}

QString AddressViewModel::server() const
{
    if (!m_proposed.empty() && m_state == Idle)
        return toQString(m_proposed);
    return m_engine.addressSearch().consent() == AddressSearch::Consent::Off
               ? QString()
               : toQString(m_engine.addressSearch().server());
}

QString AddressViewModel::settingText() const
{
    switch (m_engine.addressSearch().consent()) {
    case AddressSearch::Consent::Off:
        return tr("Switched off: a place is typed as coordinates, pasted as a link or clicked on the map.");
    case AddressSearch::Consent::NotAsked:
        //: %1: the name of a host on the internet
        return tr("%1 is asked when you look for an address and agree to it. Empty for never.").arg(host());
    default:
        //: %1: the name of a host on the internet
        return tr("%1 is asked for the addresses that you look for. Empty for never.").arg(host());
    }
}

Future<void> AddressViewModel::load()
{
    return m_engine.addressSearch().load();
}

bool AddressViewModel::enter(const QString& text)
{
    if (!AddressSearch::isAddress(text) || m_engine.addressSearch().consent() == AddressSearch::Consent::Off) {
        close();
        return false;
    }
    m_query = text.trimmed();
    if (m_engine.addressSearch().consent() == AddressSearch::Consent::NotAsked) {
        m_proposed = m_engine.addressSearch().server();
        m_proposedHost = host();
        show(Consent);
    } else {
        search();
    }
    return true;
}

QString AddressViewModel::addressInClipboard() const
{
    const QString text = QGuiApplication::clipboard()->text().left(AddressSearch::kLongestText + 1).simplified();
    const bool off = m_engine.addressSearch().consent() == AddressSearch::Consent::Off;
    return !off && AddressSearch::isAddress(text) ? text : QString();
}

void AddressViewModel::allow()
{
    if (m_proposed.empty())
        return;
    const std::string server = std::exchange(m_proposed, {});
    m_proposedHost.clear();
    const bool waits = m_state == Consent;
    if (const auto agreed = m_engine.addressSearch().agree(server); !agreed) {
        const ErrorText text = ErrorText::of(agreed.error());
        show(waits ? Failed : m_state, text.message, text.action);
        return;
    }
    if (waits)
        search();
    else
        Q_EMIT changed();
}

void AddressViewModel::tryAgain()
{
    if (m_state == Failed || m_state == Nothing)
        search();
}

void AddressViewModel::search()
{
    m_cancel.cancel();
    m_cancel = CancelToken();
    show(Searching, tr("Looking for “%1”").arg(m_query));
    m_engine.addressSearch()
        .find(m_query, m_format.locale(), m_cancel)
        .then(this, [this, cancel = m_cancel](const Result<std::vector<FoundPlace>>& found) {
            if (cancel.isCancelled())
                return;
            if (!found) {
                const ErrorText text = ErrorText::of(found.error());
                show(Failed, text.message, text.action);
                return;
            }
            m_found = *found;
            reload();
            if (m_found.empty()) {
                const ErrorText text =
                    ErrorText::of(Error(outpost::errors::kAddressNothingFound, {}, {m_engine.addressSearch().host()}));
                show(Nothing, text.message, tr("Write less of it, such as street and town, or click the map."));
            } else {
                //: How many places an address may mean; %1 the host that says so.
                show(Found, tr("%n place(s) from %1", nullptr, static_cast<int>(m_found.size())).arg(host()));
            }
        });
}

void AddressViewModel::choose(int row)
{
    if (m_state != Found || row < 0 || row >= std::ssize(m_found))
        return;
    const GeoPoint point = m_found[static_cast<std::size_t>(row)].point;
    close();
    Q_EMIT chosen(point.latitude, point.longitude);
}

void AddressViewModel::close()
{
    m_cancel.cancel();
    m_proposed.clear();
    m_proposedHost.clear();
    m_found.clear();
    m_results.setRows({});
    m_query.clear();
    show(Idle);
}

void AddressViewModel::propose(const QString& server)
{
    const std::string wanted = server.trimmed().toStdString();
    m_serverError.clear();
    if (wanted.empty()) {
        close();
        m_engine.addressSearch().switchOff();
        return;
    }
    const auto host = m_engine.addressSearch().hostOf(wanted);
    if (!host) { // said before anything changes: what was typed stays to be mended
        const ErrorText text = ErrorText::of(host.error());
        m_serverError = text.message + u' ' + text.action;
        close();
        return;
    }
    close();
    m_proposed = wanted;
    m_proposedHost = toQString(*host);
    Q_EMIT changed();
    Q_EMIT consentNeeded();
}

void AddressViewModel::reload()
{
    std::vector<Row> rows;
    for (const FoundPlace& place : m_found)
        rows.push_back({.key = QString::number(rows.size()),
                        .title = place.title,
                        .note = place.area,
                        .amountNote = kindOf(place.kind)});
    m_results.setRows(std::move(rows));
    Q_EMIT changed();
}

QString AddressViewModel::kindOf(const QString& kind) const
{
    if (kind == u"house")
        //: What was found for an address: the house itself.
        return tr("House");
    if (kind == u"street")
        //: What was found for an address: somewhere on that street.
        return tr("Street");
    if (kind == u"quarter")
        //: What was found for an address: the middle of a quarter of a town.
        return tr("Quarter");
    if (kind == u"town")
        //: What was found for an address: the middle of a town.
        return tr("Town");
    if (kind == u"region")
        //: What was found for an address: the middle of a region or a country.
        return tr("Region");
    return {};
}

void AddressViewModel::show(State state, const QString& message, const QString& action)
{
    m_state = state;
    m_message = message;
    m_action = action;
    Q_EMIT changed();
}

} // namespace outpost::app
