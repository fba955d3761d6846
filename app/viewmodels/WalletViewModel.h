// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RowListModel.h"

#include "app/composition/Engine.h"
#include "app/format/Format.h"

namespace outpost::app {

/// What the current wallet holds, where it receives, and what happened. **Thread:** GUI.
class WalletViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by AppViewModel")
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(QString address READ address NOTIFY changed FINAL)
    Q_PROPERTY(bool hasWallet READ hasWallet NOTIFY changed FINAL)
    Q_PROPERTY(bool watchOnly READ watchOnly NOTIFY changed FINAL)
    /// The wallet's words are at hand, so that its other addresses can be looked for.
    Q_PROPERTY(bool canChooseAddresses READ canChooseAddresses NOTIFY changed FINAL)
    Q_PROPERTY(bool backupVerified READ backupVerified NOTIFY changed FINAL)
    Q_PROPERTY(bool loading READ loading NOTIFY changed FINAL)
    Q_PROPERTY(bool stale READ stale NOTIFY changed FINAL)
    Q_PROPERTY(QString error READ error NOTIFY changed FINAL)
    Q_PROPERTY(QString errorAction READ errorAction NOTIFY changed FINAL)
    Q_PROPERTY(QString total READ total NOTIFY changed FINAL)
    Q_PROPERTY(QString totalUnknownReason READ totalUnknownReason NOTIFY changed FINAL)
    Q_PROPERTY(QString priceNote READ priceNote NOTIFY changed FINAL)
    /// What is missing for fees, as a sentence; empty when there is enough or nobody knows.
    Q_PROPERTY(QString fundsNotice READ fundsNotice NOTIFY changed FINAL)
    Q_PROPERTY(outpost::app::RowListModel* balances READ balances CONSTANT FINAL)
    Q_PROPERTY(outpost::app::RowListModel* activities READ activities CONSTANT FINAL)

public:
    WalletViewModel(Engine& engine, Format& format, QObject* parent);

    QString name() const;
    QString address() const;
    bool hasWallet() const { return m_engine.wallets().current() != nullptr; }
    bool watchOnly() const;
    bool canChooseAddresses() const;
    bool backupVerified() const { return m_engine.wallets().requireVerifiedBackup().has_value(); }
    bool loading() const { return m_loading; }
    bool stale() const { return !m_error.isEmpty() && m_balances.count() > 0; }
    QString error() const { return m_error; }
    QString errorAction() const { return m_errorAction; }
    QString total() const { return m_total; }
    QString totalUnknownReason() const { return m_totalUnknownReason; }
    QString priceNote() const { return m_priceNote; }
    QString fundsNotice() const { return m_fundsNotice; }
    RowListModel* balances() { return &m_balances; }
    RowListModel* activities() { return &m_activities; }

    Q_INVOKABLE void reload();
    Q_INVOKABLE void copyAddress() { Q_EMIT copyRequested(address()); }
    Q_INVOKABLE void checkWords() { Q_EMIT backupRequested(); }
    Q_INVOKABLE void chooseAddresses() { Q_EMIT addressesRequested(); }

Q_SIGNALS:
    void changed();
    void copyRequested(const QString& text);
    void backupRequested();
    void addressesRequested();

private:
    struct Holdings {
        std::vector<std::pair<Asset, Amount>> amounts;
        std::vector<services::Worth> worths;
        services::Worth total;
        std::optional<Int128> missing; ///< of the chain's own coin, for one collection
        Int128 needed;
    };
    static Task<Holdings> read(QPointer<WalletViewModel> self);
    void show(const Result<Holdings>& read);
    void showActivities(const Result<std::vector<store::Activity>>& read);

    Engine& m_engine;
    Format& m_format;
    RowListModel m_balances;
    RowListModel m_activities;
    bool m_loading = false;
    bool m_again = false;
    QString m_shownAddress;
    QString m_error;
    QString m_errorAction;
    QString m_total;
    QString m_totalUnknownReason;
    QString m_priceNote;
    QString m_fundsNotice;
};

} // namespace outpost::app
