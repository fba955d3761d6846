// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RowListModel.h"

#include "app/composition/Engine.h"
#include "app/format/ErrorText.h"
#include "app/format/Format.h"
#include "app/platform/SecretInput.h"

#include <QPointer>

namespace outpost::app {

/// What a person can set, and what Outpost tells about itself. Choices are indexes into lists that the screen shows;
/// they are stored at once. **Thread:** GUI.
class SettingsViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by AppViewModel")
    Q_PROPERTY(int currency READ currency WRITE setCurrency NOTIFY changed FINAL)
    /// 0 as the system, 1 English, 2 German.
    Q_PROPERTY(int language READ language WRITE setLanguage NOTIFY changed FINAL)
    /// As Theme.mode: 0 as the system, 1 light, 2 dark.
    Q_PROPERTY(int theme READ theme WRITE setTheme NOTIFY changed FINAL)
    Q_PROPERTY(bool highContrast READ highContrast WRITE setHighContrast NOTIFY changed FINAL)
    Q_PROPERTY(int textPercent READ textPercent WRITE setTextPercent NOTIFY changed FINAL)
    Q_PROPERTY(int lockMinutes READ lockMinutes WRITE setLockMinutes NOTIFY changed FINAL)
    Q_PROPERTY(QString ownNode READ ownNode NOTIFY changed FINAL)
    Q_PROPERTY(QString nodeNote READ nodeNote NOTIFY changed FINAL)
    Q_PROPERTY(QString nodeError READ nodeError NOTIFY changed FINAL)
    Q_PROPERTY(bool nodeBusy READ nodeBusy NOTIFY changed FINAL)
    Q_PROPERTY(bool canChangeNode READ canChangeNode CONSTANT FINAL)
    Q_PROPERTY(QString proxy READ proxy NOTIFY changed FINAL)
    Q_PROPERTY(QString proxyError READ proxyError NOTIFY changed FINAL)
    /// Name for the proxy, until Outpost ends; empty where none was given. Its password is never told.
    Q_PROPERTY(QString proxyUser READ proxyUser NOTIFY changed FINAL)
    /// The proxy has turned a request down for want of a name and password, or of the right ones.
    Q_PROPERTY(bool proxyWantsLogin READ proxyWantsLogin NOTIFY changed FINAL)
    Q_PROPERTY(outpost::app::RowListModel* hosts READ hosts CONSTANT FINAL)
    Q_PROPERTY(bool memoryLockFailed READ memoryLockFailed NOTIFY changed FINAL)
    /// That the daily copy of the records failed, and why; empty while all is well.
    Q_PROPERTY(QString copyNotice READ copyNotice NOTIFY changed FINAL)
    Q_PROPERTY(QString copyNoticeDetail READ copyNoticeDetail NOTIFY changed FINAL)
    /// When the newest copy of the records was made; an em dash where there is none.
    Q_PROPERTY(QString newestCopy READ newestCopy NOTIFY changed FINAL)
    /// Which files of wallets could not be read, and why; empty when all could.
    Q_PROPERTY(QString walletNotice READ walletNotice NOTIFY changed FINAL)
    Q_PROPERTY(QString folder READ folder CONSTANT FINAL)
    Q_PROPERTY(QString version READ version CONSTANT FINAL)

public:
    SettingsViewModel(Engine& engine, Format& format, QObject* parent);

    int currency() const { return static_cast<int>(m_format.currency()); }
    void setCurrency(int currency);
    int language() const { return m_language; }
    void setLanguage(int language);
    int theme() const { return m_theme; }
    void setTheme(int theme);
    bool highContrast() const { return m_highContrast; }
    void setHighContrast(bool on);
    int textPercent() const { return m_textPercent; }
    void setTextPercent(int percent);
    int lockMinutes() const { return m_lockMinutes; }
    void setLockMinutes(int minutes);
    QString ownNode() const { return m_ownNode; }
    QString nodeNote() const { return m_nodeNote; }
    QString nodeError() const { return m_nodeError; }
    bool nodeBusy() const { return m_probes > 0; }
    bool canChangeNode() const;
    QString proxy() const { return m_proxy; }
    QString proxyError() const { return m_proxyError; }
    QString proxyUser() const { return toQString(m_proxySettings.user); }
    bool proxyWantsLogin() const;
    RowListModel* hosts() { return &m_hosts; }
    bool memoryLockFailed() const { return !SecureBytes::lockingWorks(); }
    QString copyNotice() const;
    QString copyNoticeDetail() const;
    QString newestCopy() const;
    QString walletNotice() const { return ErrorText::listed(m_engine.wallets().unreadable()); }
    QString folder() const { return QString::fromStdString(m_engine.worldHome().string()); }
    QString version() const;

    /// Empty goes back to the one that comes with Outpost; counts from the next start. The node is asked whether it has
    /// an index of devices; as long as it has not said so, the host that comes with Outpost is asked for them.
    Q_INVOKABLE void setOwnNode(const QString& url);
    /// "socks5://host:port", "http://host:port", or empty for none.
    Q_INVOKABLE void setProxy(const QString& text);
    /// Asked for once in each run and kept in memory only. The field is emptied; no name forgets both.
    Q_INVOKABLE void setProxyLogin(const QString& user, outpost::app::SecretInput* password);

    /// Reads what was stored; what the command line says is set afterwards and not stored.
    Future<void> load();
    void overrideLanguage(int language);
    void overrideTheme(int theme);
    void reload();

Q_SIGNALS:
    void changed();
    void languageChanged(int language);
    void currencyChanged();

private:
    void store(const char* key, const QString& value);
    Result<void> writeOwnNode(const std::string& url, bool hasIndex);
    static Task<void> probeNode(QPointer<SettingsViewModel> self, std::string url);
    bool readProxy(const QString& text);
    void closeProxy();

    Engine& m_engine;
    Format& m_format;
    RowListModel m_hosts;
    int m_language = 0;
    int m_theme = 0;
    bool m_highContrast = false;
    int m_textPercent = 100;
    int m_lockMinutes = 10;
    QString m_ownNode;
    QString m_nodeNote;
    QString m_nodeError;
    int m_probes = 0; ///< under way; only the last one's answer counts
    int m_lastProbe = 0;
    QString m_proxy;
    QString m_proxyError;
    bool m_proxyClosed = false; ///< what was stored cannot be read: nobody is asked
    net::ProxySettings m_proxySettings;
};

/// Where the person's own node is kept; the program hands it to the engine as network configuration when it is there.
std::filesystem::path ownNodeFile(const std::filesystem::path& worldHome);

} // namespace outpost::app
