// SPDX-License-Identifier: GPL-3.0-or-later
#include "AppViewModel.h"

#include "app/format/ErrorText.h"
#include "app/format/Phrase.h"

#include <QMetaMethod>

namespace outpost::app {

namespace {
constexpr std::chrono::seconds kRefreshEvery(60);
constexpr std::int64_t kFound = 8;
constexpr int kGood = 0;
constexpr int kBehind = 1;
constexpr int kUnknown = 4;
constexpr int kToastInfo = 0;
constexpr int kToastBad = 2;
} // namespace

AppViewModel::AppViewModel(Engine& engine, Format& format, QObject* parent)
    : QObject(parent),
      m_engine(engine),
      m_format(format),
      // One line per view-model.
      m_home(engine, format, this),
      m_devices(engine, format, this),
      m_device(engine, format, this),
      m_map(engine, format, this),
      m_tiles(engine, this),
      m_addresses(engine, format, this),
      m_earnings(engine, format, this),
      m_collect(engine, format, this),
      m_firstRun(engine, format, this),
      m_notices(engine, format, this),
      m_settings(engine, format, this),
      m_records(engine, this),
      m_unlock(engine, format, this),
      m_wallet(engine, format, this),
      m_wizard(engine, format, this),
      //
      m_clipboard(this),
      m_palette(this)
{
    connect(&engine.wallets(), &services::WalletService::changed, this, &AppViewModel::frameChanged);
    connect(&engine.wallets(), &services::WalletService::locked, this, [this](wallet::LockReason reason) {
        m_unlock.reset(Phrase::of(reason));
        open(Unlock);
    });
    connect(&engine.sync(), &services::FleetSync::freshnessChanged, this, &AppViewModel::frameChanged);
    connect(&engine.sync(), &services::FleetSync::changed, this, &AppViewModel::countAttention);
    // The network answers: what waited for it goes on.
    connect(&engine.sync(), &services::FleetSync::changed, this, [this] {
        if (m_resumed && m_engine.sync().freshness().behind.empty())
            resume();
    });
    connect(&engine.runner(), &services::OperationRunner::finished, this, &AppViewModel::refresh);
    connect(&engine.runner(), &services::OperationRunner::progress, this, &AppViewModel::frameChanged);
    connect(&m_unlock, &UnlockViewModel::unlocked, this, &AppViewModel::entered);
    connect(&m_unlock, &UnlockViewModel::restoreRequested, this, [this] {
        m_firstRun.choose(FirstRunViewModel::Restore);
        open(FirstRun);
    });
    connect(&m_firstRun, &FirstRunViewModel::finished, this, [this] {
        m_support = false;
        chooseGate();
    });
    connect(&m_firstRun, &FirstRunViewModel::supportRequested, this, [this] {
        m_support = true;
        open(Open);
        Q_EMIT navigationRequested(QStringLiteral("wizard"), {});
    });
    connect(&m_wallet, &WalletViewModel::copyRequested, this, &AppViewModel::copyText);
    connect(&m_collect, &CollectViewModel::copyRequested, this, &AppViewModel::copyText);
    connect(&m_wallet, &WalletViewModel::backupRequested, this, [this] {
        m_firstRun.choose(FirstRunViewModel::Words);
        open(FirstRun);
    });
    connect(&m_wallet, &WalletViewModel::addressesRequested, this, [this] {
        m_firstRun.chooseAddresses();
        open(FirstRun);
    });
    connect(&m_wizard, &WizardViewModel::gateRequested, this, [this](const QString& gate) {
        m_firstRun.choose(gate == u"backup" ? FirstRunViewModel::Words : FirstRunViewModel::Choose);
        open(FirstRun);
    });
    connect(&m_settings, &SettingsViewModel::currencyChanged, this, [this] {
        respell();
        refresh();
    });
    connect(&m_tiles, &MapTiles::hostsChanged, &m_settings, &SettingsViewModel::reload);
    connect(&m_addresses, &AddressViewModel::hostsChanged, &m_settings, &SettingsViewModel::reload);
    m_tick.setInterval(std::chrono::seconds(1));
    connect(&m_tick, &QTimer::timeout, this, &AppViewModel::frameChanged);
    m_refresh.setInterval(kRefreshEvery);
    connect(&m_refresh, &QTimer::timeout, this, &AppViewModel::refresh);
}

void AppViewModel::start()
{
    m_tick.start();
    m_tiles.load().then(this, [](const Result<void>&) {});     // without it the map is the offline one
    m_addresses.load().then(this, [](const Result<void>&) {}); // without it consent is asked for once more
    m_engine.start().then(this, [this](const Result<void>& started) {
        if (!started) {
            const ErrorText text = ErrorText::of(started.error());
            Q_EMIT toast(text.message + u' ' + text.action, kToastBad);
        }
        if (const auto& unreadable = m_engine.wallets().unreadable(); !unreadable.empty())
            Q_EMIT toast(ErrorText::listed(unreadable), kToastBad);
        chooseGate();
    });
}

void AppViewModel::open(Gate gate)
{
    if (gate == m_gate)
        return;
    m_gate = gate;
    Q_EMIT gateChanged();
    Q_EMIT frameChanged();
}

void AppViewModel::chooseGate()
{
    const auto* entry = m_engine.wallets().current();
    if (entry == nullptr)
        open(FirstRun);
    else if (entry->watchOnly || entry->unlocked)
        entered();
    else
        open(Unlock);
}

void AppViewModel::entered()
{
    open(Open);
    m_notices.reload();
    m_wallet.reload();
    m_wizard.refreshUnfinished();
    m_refresh.start();
    // An address that is only watched is somebody else's: the demo gives it nothing.
    if (!m_engine.isDemo() || m_wallet.watchOnly()) {
        refresh();
        resume();
        return;
    }
    m_engine.giveStarter().then(this, [this](const Result<bool>& given) {
        if (!given) {
            const ErrorText text = ErrorText::of(given.error());
            Q_EMIT toast(text.message + u' ' + text.action, kToastBad);
        } else if (*given) {
            Q_EMIT toast(tr("Your demo wallet has got its devices and some demo money."), kToastInfo);
        }
        refresh();
        resume();
    });
}

void AppViewModel::resume()
{
    if (m_resuming || !unlocked())
        return;
    m_resuming = true;
    // What is done beside a device is taken up once; while the program runs its own screen does that.
    auto resuming = std::exchange(m_resumed, true) ? m_engine.acts().resumeCollecting() : m_engine.acts().resumeAll();
    resuming.then(this, [this](const Result<std::vector<Operation>>& resumed) {
        m_resuming = false;
        if (!resumed || resumed->empty())
            return;
        QStringList parts;
        for (const Operation& operation : *resumed) {
            const bool told = m_resumeTold.contains(operation.id);
            if (told && !isFinal(operation.state))
                continue; // still waiting, as was said before
            m_resumeTold.insert(operation.id);
            m_resumeFailed = m_resumeFailed || operation.state == OperationState::Failed ||
                             operation.state == OperationState::Expired;
            //: %1: an act that was under way when Outpost was closed; %2: how it stands now
            parts += tr("%1: %2").arg(Phrase::of(operation.title, operation.titleArgs), Phrase::of(operation.state));
        }
        if (parts.isEmpty())
            return;
        m_resumeNotice = parts.join(QStringLiteral(" \u00b7 "));
        Q_EMIT frameChanged();
    });
}

void AppViewModel::dismissResumeNotice()
{
    m_resumeNotice.clear();
    Q_EMIT frameChanged();
}

void AppViewModel::lock()
{
    m_engine.wallets().lock();
}

void AppViewModel::beginFirstRun()
{
    m_firstRun.choose(FirstRunViewModel::Choose);
    open(FirstRun);
}

void AppViewModel::refresh()
{
    if (m_gate != Open || !hasWallet())
        return;
    m_notices.reload();
    const Currency currency = m_format.currency();
    m_engine.refreshPrices().then(this, [this, currency](const Result<void>& refreshed) {
        m_engine.sync().notePrices(refreshed);
        (void)m_engine.sync().refresh(currency); // the outcome is told by its freshness
    });
}

void AppViewModel::countAttention()
{
    m_engine.devices().counts({}).then(this, [this](const Result<store::DeviceCounts>& counts) {
        if (!counts)
            return;
        m_attention = counts->byStatus[static_cast<std::size_t>(DeviceStatus::Check)] +
                      counts->byStatus[static_cast<std::size_t>(DeviceStatus::Offline)];
        Q_EMIT frameChanged();
    });
}

QString AppViewModel::attentionBadge() const
{
    return m_attention > 0 ? m_format.count(m_attention) : QString();
}

QString AppViewModel::freshness() const
{
    const services::Freshness& fresh = m_engine.sync().freshness();
    if (!hasWallet())
        return {};
    if (fresh.behind.empty()) {
        if (fresh.lastGood)
            //: %1: for instance "12 s ago"
            return tr("Up to date \u00b7 %1").arg(m_format.ago(m_engine.clock().now(), *fresh.lastGood));
        return fresh.refreshing ? tr("Asking the network") : tr("Not asked yet");
    }
    //: %1: which source, for instance "prices"
    return tr("Behind: %1").arg(Phrase::of(fresh.behind.front().first));
}

QString AppViewModel::freshnessDetail() const
{
    QStringList lines;
    for (const auto& [what, error] : m_engine.sync().freshness().behind)
        lines += Phrase::of(what) + QStringLiteral(": ") + ErrorText::of(error).message;
    return lines.join(u'\n');
}

int AppViewModel::freshnessStatus() const
{
    const services::Freshness& fresh = m_engine.sync().freshness();
    if (!fresh.behind.empty())
        return kBehind;
    return fresh.lastGood ? kGood : kUnknown;
}

QString AppViewModel::timeToLock() const
{
    const auto left = m_engine.wallets().timeToLock();
    //: %1: for instance "9 min"
    return left ? tr("Locks in %1").arg(m_format.duration(*left)) : QString();
}

void AppViewModel::copyText(const QString& text)
{
    m_clipboard.copy(text);
    Q_EMIT toast(tr("Copied. The clipboard is cleared in 30 seconds."), kToastInfo);
}

void AppViewModel::searchDevices(const QString& text)
{
    if (text.trimmed().isEmpty() || m_gate != Open) {
        m_palette.setRows({});
        return;
    }
    store::DeviceQuery query;
    query.text = text.trimmed().toStdString();
    m_engine.devices().page(query, 0, kFound).then(this, [this](const Result<std::vector<store::DeviceRow>>& found) {
        std::vector<Row> rows;
        if (found) {
            for (const store::DeviceRow& row : *found)
                rows.push_back({.key = toQString(row.device.id.str()),
                                .title = shownName(row.device),
                                .note = toQString(row.device.city),
                                .level = static_cast<int>(row.device.status)});
        }
        m_palette.setRows(std::move(rows));
    });
}

void AppViewModel::respell()
{
    for (QObject* child : children()) {
        const int reload = child->metaObject()->indexOfMethod("reload()");
        if (reload >= 0)
            child->metaObject()->method(reload).invoke(child, Qt::DirectConnection);
    }
    m_settings.reload();
    Q_EMIT frameChanged();
}

bool AppViewModel::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        activity();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace outpost::app
