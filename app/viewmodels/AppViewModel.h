// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AddressViewModel.h"
#include "CollectViewModel.h"
#include "DataViewModel.h"
#include "DeviceViewModel.h"
#include "DevicesViewModel.h"
#include "EarningsViewModel.h"
#include "FirstRunViewModel.h"
#include "HomeViewModel.h"
#include "MapTiles.h"
#include "MapViewModel.h"
#include "NoticesViewModel.h"
#include "RowListModel.h"
#include "SettingsViewModel.h"
#include "UnlockViewModel.h"
#include "WalletViewModel.h"
#include "WizardViewModel.h"

#include "app/platform/AddressClipboard.h"

#include <set>

namespace outpost::app {

/// The root of what QML sees: which door stands open, what the frame shows, and the view-models of the screens, which
/// it owns. Keeps the data fresh. **Thread:** GUI.
class AppViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    // One line per view-model.
    Q_PROPERTY(outpost::app::HomeViewModel* home READ home CONSTANT FINAL)
    Q_PROPERTY(outpost::app::DevicesViewModel* devices READ devices CONSTANT FINAL)
    Q_PROPERTY(outpost::app::DeviceViewModel* device READ device CONSTANT FINAL)
    Q_PROPERTY(outpost::app::MapViewModel* map READ map CONSTANT FINAL)
    Q_PROPERTY(outpost::app::MapTiles* tiles READ tiles CONSTANT FINAL)
    Q_PROPERTY(outpost::app::AddressViewModel* addresses READ addresses CONSTANT FINAL)
    Q_PROPERTY(outpost::app::EarningsViewModel* earnings READ earnings CONSTANT FINAL)
    Q_PROPERTY(outpost::app::CollectViewModel* collect READ collect CONSTANT FINAL)
    Q_PROPERTY(outpost::app::FirstRunViewModel* firstRun READ firstRun CONSTANT FINAL)
    Q_PROPERTY(outpost::app::NoticesViewModel* notices READ notices CONSTANT FINAL)
    Q_PROPERTY(outpost::app::SettingsViewModel* settings READ settings CONSTANT FINAL)
    Q_PROPERTY(outpost::app::DataViewModel* records READ records CONSTANT FINAL)
    Q_PROPERTY(outpost::app::UnlockViewModel* unlock READ unlock CONSTANT FINAL)
    Q_PROPERTY(outpost::app::WalletViewModel* wallet READ wallet CONSTANT FINAL)
    Q_PROPERTY(outpost::app::WizardViewModel* wizard READ wizard CONSTANT FINAL)

    Q_PROPERTY(Gate gate READ gate NOTIFY gateChanged FINAL)
    Q_PROPERTY(bool isDemo READ isDemo CONSTANT FINAL)
    Q_PROPERTY(bool ownEndpoints READ ownEndpoints CONSTANT FINAL)
    Q_PROPERTY(bool hasWallet READ hasWallet NOTIFY frameChanged FINAL)
    Q_PROPERTY(bool unlocked READ unlocked NOTIFY frameChanged FINAL)
    Q_PROPERTY(QString freshness READ freshness NOTIFY frameChanged FINAL)
    Q_PROPERTY(QString freshnessDetail READ freshnessDetail NOTIFY frameChanged FINAL)
    /// As StatusMark: 0 good, 1 something is behind, 4 nothing known yet.
    Q_PROPERTY(int freshnessStatus READ freshnessStatus NOTIFY frameChanged FINAL)
    Q_PROPERTY(QString timeToLock READ timeToLock NOTIFY frameChanged FINAL)
    Q_PROPERTY(QString attentionBadge READ attentionBadge NOTIFY frameChanged FINAL)
    Q_PROPERTY(QString resumeNotice READ resumeNotice NOTIFY frameChanged FINAL)
    Q_PROPERTY(bool resumeFailed READ resumeFailed NOTIFY frameChanged FINAL)
    Q_PROPERTY(bool hasPendingWork READ hasPendingWork NOTIFY frameChanged FINAL)
    Q_PROPERTY(outpost::app::RowListModel* palette READ palette CONSTANT FINAL)

public:
    enum Gate { Starting = 0, FirstRun, Unlock, Open };
    Q_ENUM(Gate)

    AppViewModel(Engine& engine, Format& format, QObject* parent = nullptr);

    HomeViewModel* home() { return &m_home; }
    DevicesViewModel* devices() { return &m_devices; }
    DeviceViewModel* device() { return &m_device; }
    MapViewModel* map() { return &m_map; }
    MapTiles* tiles() { return &m_tiles; }
    AddressViewModel* addresses() { return &m_addresses; }
    EarningsViewModel* earnings() { return &m_earnings; }
    CollectViewModel* collect() { return &m_collect; }
    FirstRunViewModel* firstRun() { return &m_firstRun; }
    NoticesViewModel* notices() { return &m_notices; }
    SettingsViewModel* settings() { return &m_settings; }
    DataViewModel* records() { return &m_records; }
    UnlockViewModel* unlock() { return &m_unlock; }
    WalletViewModel* wallet() { return &m_wallet; }
    WizardViewModel* wizard() { return &m_wizard; }

    Gate gate() const { return m_gate; }
    bool isDemo() const { return m_engine.isDemo(); }
    bool ownEndpoints() const { return m_engine.hasOverriddenEndpoints(); }
    bool hasWallet() const { return m_engine.wallets().current() != nullptr; }
    bool unlocked() const { return m_engine.wallets().isUnlocked(); }
    QString freshness() const;
    QString freshnessDetail() const;
    int freshnessStatus() const;
    QString timeToLock() const;
    QString attentionBadge() const;
    QString resumeNotice() const { return m_resumeNotice; }
    bool resumeFailed() const { return m_resumeFailed; }
    bool hasPendingWork() const { return m_engine.runner().hasRunning(); }
    RowListModel* palette() { return &m_palette; }

    /// Call once, when QML is loaded.
    void start();
    /// Somebody touched keyboard or mouse.
    Q_INVOKABLE void activity() { m_engine.wallets().activity(); }
    Q_INVOKABLE void lock();
    Q_INVOKABLE void refresh();
    Q_INVOKABLE void copyText(const QString& text);
    Q_INVOKABLE void dismissResumeNotice();
    /// To the first page, for a window that was opened without a wallet.
    Q_INVOKABLE void beginFirstRun();
    /// Devices whose name, place or id has these words, for the palette.
    Q_INVOKABLE void searchDevices(const QString& text);
    /// Has every view-model spell its figures anew (slot or invokable "reload", where it has one).
    void respell();

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void gateChanged();
    void frameChanged();
    /// A line at the bottom of the window; kinds as Banner's.
    void toast(const QString& text, int kind);
    /// The frame should show this screen ("home", "devices", "device" with its id ...).
    void navigationRequested(const QString& target, const QString& argument);

private:
    void open(Gate gate);
    void chooseGate();
    void entered();
    void resume();
    void countAttention();

    Engine& m_engine;
    Format& m_format;
    // One line per view-model.
    HomeViewModel m_home;
    DevicesViewModel m_devices;
    DeviceViewModel m_device;
    MapViewModel m_map;
    MapTiles m_tiles;
    AddressViewModel m_addresses;
    EarningsViewModel m_earnings;
    CollectViewModel m_collect;
    FirstRunViewModel m_firstRun;
    NoticesViewModel m_notices;
    SettingsViewModel m_settings;
    DataViewModel m_records;
    UnlockViewModel m_unlock;
    WalletViewModel m_wallet;
    WizardViewModel m_wizard;

    AddressClipboard m_clipboard;
    RowListModel m_palette;
    QTimer m_tick;
    QTimer m_refresh;
    Gate m_gate = Starting;
    bool m_support = false;
    bool m_resumed = false;
    bool m_resuming = false;
    std::set<OperationId> m_resumeTold;
    QString m_resumeNotice;
    bool m_resumeFailed = false;
    std::int64_t m_attention = 0;
};

} // namespace outpost::app
