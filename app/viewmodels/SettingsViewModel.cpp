// SPDX-License-Identifier: GPL-3.0-or-later
#include "SettingsViewModel.h"

#include "app/composition/Networks.h"
#include "app/format/Notice.h"
#include "app/format/Phrase.h"
#include "core/net/HttpTarget.h"
#include "core/net/NetErrors.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace outpost::app {

namespace {

constexpr const char* kCurrencyKey = "ui.currency";
constexpr const char* kLanguageKey = "ui.language";
constexpr const char* kThemeKey = "ui.theme";
constexpr const char* kContrastKey = "ui.contrast";
constexpr const char* kTextKey = "ui.text";
constexpr const char* kLockKey = "ui.lockMinutes";
constexpr const char* kProxyKey = "net.proxy";
constexpr std::size_t kLongestLogin = 255; // RFC 1929
// A connection by TCP to it is refused by the system itself: nothing leaves this computer, no name is looked up.
constexpr const char* kNobody = "255.255.255.255";
constexpr int kLanguages = 3;
constexpr int kThemes = 3;

Currency currencyOfSystem()
{
    const auto code = QLocale::system().currencySymbol(QLocale::CurrencyIsoCode).toStdString();
    return currencyFromCode(code).value_or(Currency::Eur);
}

/// Without its port: two ports of one host are one opinion.
std::string hostOf(const std::string& url)
{
    const auto target = net::parseTarget(url);
    return target ? target->host : url;
}

/// The address without the name and password that Outpost once kept in it. By its text: a password that is no good URL
/// must go as well.
QString withoutLogin(const QString& address)
{
    const qsizetype at = address.lastIndexOf(u'@');
    const qsizetype slashes = address.indexOf(QStringLiteral("://"));
    return at < 0 || slashes < 0 || at < slashes ? address : address.left(slashes + 3) + address.mid(at + 1);
}

} // namespace

std::filesystem::path ownNodeFile(const std::filesystem::path& worldHome)
{
    return worldHome / "endpoints.json";
}

SettingsViewModel::SettingsViewModel(Engine& engine, Format& format, QObject* parent)
    : QObject(parent), m_engine(engine), m_format(format), m_hosts(this)
{
    connect(&engine.sync(), &services::FleetSync::freshnessChanged, this, &SettingsViewModel::changed);
    connect(&engine.copies(), &services::StoreCopies::changed, this, &SettingsViewModel::changed);
    connect(&engine.wallets(), &services::WalletService::changed, this, &SettingsViewModel::changed);
    reload();
}

bool SettingsViewModel::canChangeNode() const
{
    const auto& config = m_engine.options().networkConfig;
    return !m_engine.isDemo() && (config.empty() || config == ownNodeFile(m_engine.worldHome()));
}

void SettingsViewModel::reload()
{
    std::vector<Row> rows;
    for (const net::HostEntry& entry : m_engine.hosts().entries()) {
        const QString host = entry.host.starts_with("unix:") ? tr("this computer") : toQString(entry.host);
        if (!rows.empty() && rows.back().key == toQString(entry.host)) {
            rows.back().note += QStringLiteral("; ") + Phrase::of(entry.purpose);
            continue;
        }
        rows.push_back({.key = toQString(entry.host), .title = host, .note = Phrase::of(entry.purpose)});
    }
    m_hosts.setRows(std::move(rows));
    Q_EMIT changed();
}

void SettingsViewModel::store(const char* key, const QString& value)
{
    // A choice that cannot be written down still counts until the end of this run.
    (void)m_engine.settings().set(key, value.toStdString());
    Q_EMIT changed();
}

Future<void> SettingsViewModel::load()
{
    return m_engine.settings().all().then(
        this, [this](const Result<std::map<std::string, std::string>>& read) -> Result<void> {
            const auto text = [&](const char* key) {
                if (!read || !read->contains(key))
                    return QString();
                return toQString(read->at(key));
            };
            const auto number = [&](const char* key, int fallback, int least, int most) {
                bool ok = false;
                const int value = text(key).toInt(&ok);
                return ok && value >= least && value <= most ? value : fallback;
            };
            m_format.setCurrency(currencyFromCode(text(kCurrencyKey).toStdString()).value_or(currencyOfSystem()));
            m_language = number(kLanguageKey, 0, 0, kLanguages - 1);
            m_theme = number(kThemeKey, 0, 0, kThemes - 1);
            m_highContrast = text(kContrastKey) == u'1';
            m_textPercent = number(kTextKey, 100, 100, 200);
            m_lockMinutes = number(kLockKey, 10, 1, 240);
            m_engine.wallets().setIdleLimit(std::chrono::minutes(m_lockMinutes));
            const QString kept = text(kProxyKey);
            m_proxy = withoutLogin(kept);
            if (!read || !readProxy(m_proxy))
                closeProxy();
            else if (m_proxy != kept)
                store(kProxyKey, m_proxy);
            if (canChangeNode() && m_engine.hasOverriddenEndpoints()) {
                m_ownNode = toQString(m_engine.addresses().rpc.front());
                // Files of earlier versions may name a former own node, or the same one again, as the second opinion.
                const auto& rpc = m_engine.addresses().rpc;
                const auto isBuiltIn = [&](const std::string& node) {
                    return std::ranges::any_of(m_engine.builtInAddresses().rpc, [&](const std::string& builtIn) {
                        return hostOf(builtIn) == hostOf(node);
                    });
                };
                if (std::none_of(rpc.begin() + 1, rpc.end(), isBuiltIn)) {
                    if (!writeOwnNode(rpc.front(), false))
                        m_nodeError = tr("The second opinion of your node could not be put back. Save it again.");
                }
            }
            Q_EMIT changed();
            if (!read)
                return std::unexpected(read.error());
            return {};
        });
}

void SettingsViewModel::setCurrency(int currency)
{
    if (currency == this->currency() || currency < 0 || currency > static_cast<int>(Currency::Jpy))
        return;
    m_format.setCurrency(static_cast<Currency>(currency));
    store(kCurrencyKey, toQString(currencyCode(m_format.currency())));
    Q_EMIT currencyChanged();
}

void SettingsViewModel::setLanguage(int language)
{
    if (language == m_language || language < 0 || language >= kLanguages)
        return;
    store(kLanguageKey, QString::number(language));
    overrideLanguage(language);
}

void SettingsViewModel::overrideLanguage(int language)
{
    m_language = language;
    Q_EMIT changed();
    Q_EMIT languageChanged(language);
}

void SettingsViewModel::setTheme(int theme)
{
    if (theme == m_theme || theme < 0 || theme >= kThemes)
        return;
    store(kThemeKey, QString::number(theme));
    overrideTheme(theme);
}

void SettingsViewModel::overrideTheme(int theme)
{
    m_theme = theme;
    Q_EMIT changed();
}

void SettingsViewModel::setHighContrast(bool on)
{
    if (on == m_highContrast)
        return;
    m_highContrast = on;
    store(kContrastKey, on ? QStringLiteral("1") : QStringLiteral("0"));
}

void SettingsViewModel::setTextPercent(int percent)
{
    if (percent == m_textPercent || percent < 100 || percent > 200)
        return;
    m_textPercent = percent;
    store(kTextKey, QString::number(percent));
}

void SettingsViewModel::setLockMinutes(int minutes)
{
    if (minutes == m_lockMinutes || minutes < 1 || minutes > 240)
        return;
    m_lockMinutes = minutes;
    m_engine.wallets().setIdleLimit(std::chrono::minutes(minutes));
    store(kLockKey, QString::number(minutes));
}

QString SettingsViewModel::copyNotice() const
{
    const auto& problem = m_engine.copies().problem();
    return problem ? Notice::copyFailed(*problem).text : QString();
}

QString SettingsViewModel::copyNoticeDetail() const
{
    const auto& problem = m_engine.copies().problem();
    return problem ? Notice::copyFailed(*problem).detail : QString();
}

QString SettingsViewModel::newestCopy() const
{
    const auto newest = m_engine.database().newestBackup();
    return newest ? m_format.dateTime(*newest) : Format::unknown();
}

QString SettingsViewModel::version() const
{
    return QCoreApplication::applicationVersion();
}

Result<void> SettingsViewModel::writeOwnNode(const std::string& url, bool hasIndex)
{
    // The host that comes with Outpost stays as the second opinion, also when the last own node is in its place now.
    QJsonArray nodes{toQString(url)};
    for (const std::string& builtIn : m_engine.builtInAddresses().rpc) {
        if (nodes.size() < 2 && hostOf(builtIn) != hostOf(url))
            nodes.append(toQString(builtIn));
    }
    QJsonObject addresses{{QStringLiteral("rpc"), nodes}};
    if (hasIndex)
        addresses.insert(QStringLiteral("das"), QJsonArray{toQString(url)});
    const QByteArray json = QJsonDocument(QJsonObject{{toQString(primaryNetwork().id), addresses}}).toJson();
    return writeFileAtomically(
        m_engine.files(), ownNodeFile(m_engine.worldHome()),
        ByteSpan(reinterpret_cast<const std::uint8_t*>(json.constData()), static_cast<std::size_t>(json.size())));
}

Task<void> SettingsViewModel::probeNode(QPointer<SettingsViewModel> self, std::string url)
{
    OUTPOST_CO_CHECK(self->m_engine.hosts().allowUrl(url, "purpose.chain", primaryNetwork().id));
    const int number = ++self->m_lastProbe;
    ++self->m_probes;
    net::JsonRpcClient::Endpoint endpoint{.url = url};
    endpoint.attempts = 1;
    ledger::SolanaRpc node(self->m_engine.http(), self->m_engine.clock(), endpoint);
    // Anybody's devices: whether there is an answer at all is what counts.
    ledger::AssetQuery query;
    query.owner = solana::PublicKey();
    const auto page = co_await node.searchAssets(query, 1, 1);
    if (!self)
        co_return fail(outpost::errors::kCancelled);
    --self->m_probes;
    if (number != self->m_lastProbe)
        co_return Result<void>{}; // another node was written down meanwhile
    const QString counts = tr("Counts from the next start.");
    const auto& index = self->m_engine.builtInAddresses().das;
    const QString usual = index.empty() ? QString() : toQString(hostOf(index.front()));
    if (page) {
        const auto written = self->writeOwnNode(url, true);
        if (!written)
            self->m_nodeError = ErrorText::of(written.error()).message;
        else
            self->m_nodeNote = counts + u' ' + tr("This node also lists devices, so it is asked for them.");
    } else if (page.error().is(outpost::errors::kNetRpcError)) {
        //: %1: name of a host
        self->m_nodeNote =
            counts + u' ' + tr("This node does not list devices; %1 goes on being asked for them.").arg(usual);
    } else {
        const ErrorText text = ErrorText::of(page.error());
        self->m_nodeNote = counts + u' ' + text.message + u' ' +
                           tr("Until it is saved again, %1 is asked for your devices.").arg(usual);
    }
    Q_EMIT self->changed();
    co_return Result<void>{};
}

void SettingsViewModel::setOwnNode(const QString& url)
{
    if (!canChangeNode())
        return;
    const QString wanted = url.trimmed();
    m_nodeError.clear();
    m_nodeNote.clear();
    ++m_lastProbe; // what an earlier probe says is about another address
    if (wanted.isEmpty()) {
        const auto removed = m_engine.files().removeFile(ownNodeFile(m_engine.worldHome()));
        if (!removed && !removed.error().is(outpost::errors::kFileNotFound))
            m_nodeError = ErrorText::of(removed.error()).message;
    } else if (const auto target = net::parseTarget(wanted.toStdString()); !target) {
        const ErrorText text = ErrorText::of(target.error());
        m_nodeError = text.message + u' ' + text.action;
    } else if (const auto written = writeOwnNode(wanted.toStdString(), false); !written) {
        m_nodeError = ErrorText::of(written.error()).message;
    }
    if (m_nodeError.isEmpty()) {
        m_ownNode = wanted;
        m_nodeNote = tr("Counts from the next start.");
        if (!wanted.isEmpty())
            (void)async::toFuture(probeNode(this, wanted.toStdString())); // tells its outcome in the note
    }
    Q_EMIT changed();
}

bool SettingsViewModel::proxyWantsLogin() const
{
    return std::ranges::any_of(m_engine.sync().freshness().behind,
                               [](const auto& behind) { return behind.second.is(outpost::errors::kNetProxyLogin); });
}

/// Going direct would show everybody what the person wanted to send through a proxy.
void SettingsViewModel::closeProxy()
{
    m_proxy.clear();
    m_proxySettings = {.kind = net::ProxySettings::Kind::Http, .host = kNobody, .port = 1};
    m_engine.curl().setProxy(m_proxySettings);
    m_proxyClosed = true;
    m_proxyError =
        tr("The stored proxy cannot be read, so Outpost connects to nobody. Write it again, or save it empty "
           "for none.");
}

/// A name or password in the address would be stored with it, and is refused.
bool SettingsViewModel::readProxy(const QString& text)
{
    net::ProxySettings settings;
    if (!text.isEmpty()) {
        const QUrl url(text, QUrl::StrictMode);
        const bool socks = url.scheme() == QStringLiteral("socks5");
        if (!url.isValid() || url.host().isEmpty() || url.port() < 1 || !url.userInfo().isEmpty() ||
            (!socks && url.scheme() != QStringLiteral("http")))
            return false;
        settings.kind = socks ? net::ProxySettings::Kind::Socks5 : net::ProxySettings::Kind::Http;
        settings.host = url.host().toStdString();
        settings.port = url.port();
    }
    // A login is for the proxy that it was typed for.
    if (settings.host == m_proxySettings.host && settings.port == m_proxySettings.port) {
        settings.user = m_proxySettings.user;
        settings.password = m_proxySettings.password;
    }
    m_proxySettings = settings;
    m_proxyClosed = false;
    m_engine.curl().setProxy(std::move(settings));
    return true;
}

void SettingsViewModel::setProxy(const QString& text)
{
    const QString wanted = text.trimmed();
    if (!readProxy(wanted)) {
        m_proxyError = wanted.contains(u'@') ? tr("Leave the name and the password out; there are fields for them.")
                                             : tr("Write it like socks5://127.0.0.1:9050.");
        Q_EMIT changed();
        return;
    }
    m_proxyError.clear();
    m_proxy = wanted;
    store(kProxyKey, wanted);
}

void SettingsViewModel::setProxyLogin(const QString& user, SecretInput* password)
{
    if (password == nullptr || m_proxyClosed)
        return;
    const std::string name = user.trimmed().toStdString();
    SecureBytes secret = password->copy();
    password->wipe();
    if (name.size() > kLongestLogin || secret.size() > kLongestLogin) {
        m_proxyError = ErrorText::of(Error(outpost::errors::kTooLong)).message;
        Q_EMIT changed();
        return;
    }
    m_proxyError.clear();
    m_proxySettings.user = name;
    m_proxySettings.password =
        name.empty() ? nullptr : std::make_shared<const SecureBytes>(std::move(secret)); // shared with requests
    m_engine.curl().setProxy(m_proxySettings);
    Q_EMIT changed();
}

} // namespace outpost::app
