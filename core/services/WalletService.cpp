// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/WalletService.h"

#include "core/services/ServiceErrors.h"
#include "core/wallet/WalletErrors.h"

#include <QPointer>

#include <nlohmann/json.hpp>

#include <map>

namespace outpost::services {

using namespace std::chrono_literals;
using wallet::DerivationScheme;
using wallet::FileWallet;
using wallet::Mnemonic;
using wallet::Password;

namespace {

constexpr std::string_view kSettingsPrefix = "wallet.";
constexpr std::string_view kCurrentKey = "wallets.current";

std::string entryToJson(const WalletEntry& entry)
{
    nlohmann::json addresses = nlohmann::json::array();
    for (const Address& address : entry.addresses)
        addresses.push_back(address.str());
    nlohmann::json j{{"name", entry.name}, {"addresses", addresses}};
    if (entry.backupVerifiedAt)
        j["backupVerifiedAt"] = toUnixMillis(*entry.backupVerifiedAt);
    if (entry.createdAt)
        j["createdAt"] = toUnixMillis(*entry.createdAt);
    return j.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// What was noted about a locked wallet; a damaged note only costs the name until the next unlock.
void readNote(WalletEntry& entry, const std::string& text)
{
    const auto j = nlohmann::json::parse(text, nullptr, false);
    if (!j.is_object())
        return;
    if (const auto name = j.find("name"); name != j.end() && name->is_string())
        entry.name = name->get<std::string>();
    if (const auto list = j.find("addresses"); list != j.end() && list->is_array()) {
        for (const auto& address : *list) {
            if (address.is_string())
                entry.addresses.emplace_back(address.get<std::string>());
        }
    }
    if (const auto at = j.find("backupVerifiedAt"); at != j.end() && at->is_number_integer())
        entry.backupVerifiedAt = fromUnixMillis(at->get<std::int64_t>());
    if (const auto at = j.find("createdAt"); at != j.end() && at->is_number_integer())
        entry.createdAt = fromUnixMillis(at->get<std::int64_t>());
}

} // namespace

WalletService::WalletService(Ports ports, std::filesystem::path directory, wallet::World world, wallet::KdfFloor floor,
                             std::vector<DerivationScheme> schemes)
    : m_ports(ports),
      m_directory(std::move(directory)),
      m_world(world),
      m_floor(floor),
      m_schemes(std::move(schemes)),
      m_lock(ports.clock)
{
    if (m_world == wallet::World::Demo) {
        for (DerivationScheme& scheme : m_schemes)
            scheme.path = scheme.path.inDemoBranch();
        std::erase_if(m_schemes, [](const auto& s) { return s.kind == wallet::SchemeKind::RawEntropySeed; });
    }
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (const auto reason = m_lock.tick())
            lock(*reason);
    });
    m_tick.start(1s);
}

WalletService::~WalletService()
{
    for (Opened& opened : m_opened) {
        if (opened.file)
            opened.file->lock();
    }
}

wallet::VaultEnvironment WalletService::environment() const
{
    return {m_ports.files, m_ports.rng, m_ports.clock, m_world, m_floor};
}

std::filesystem::path WalletService::vaultPath(const WalletId& id) const
{
    return m_directory / (id.str() + ".vault");
}

Future<void> WalletService::load()
{
    return async::toFuture(loadAll());
}

Task<void> WalletService::loadAll()
{
    const QPointer<WalletService> guard(this);
    OUTPOST_CO_CHECK(m_ports.files.makeDirectories(m_directory));
    // Without the notes the wallets are still there: each tells its name and addresses when it is opened.
    const auto read = co_await m_ports.settings.all();
    if (!guard)
        co_return fail(errors::kCancelled);
    const std::map<std::string, std::string> notes = read ? *read : std::map<std::string, std::string>();
    const auto files = m_ports.files.list(m_directory);
    m_opened.clear();
    m_unreadable.clear();
    for (const FileInfo& file : files ? *files : std::vector<FileInfo>()) {
        Opened opened;
        opened.entry.id = WalletId(file.path.stem().string());
        if (file.path.extension() == ".vault") {
            opened.file = std::make_shared<FileWallet>(environment(), file.path);
            if (const auto note = notes.find(std::string(kSettingsPrefix) + opened.entry.id.str()); note != notes.end())
                readNote(opened.entry, note->second);
        } else if (file.path.extension() == ".watch") {
            auto watched = wallet::loadWatchOnly(m_ports.files, file.path, m_world);
            if (!watched) {
                // One damaged file must not hide the others; it is told, and stays for whoever can mend it.
                watched.error().args = {file.path.string()};
                m_unreadable.push_back(std::move(watched.error()));
                continue;
            }
            opened.watched = std::move(*watched);
            opened.entry.watchOnly = true;
            refresh(opened);
        } else {
            continue;
        }
        m_opened.push_back(std::move(opened));
    }
    const auto current = notes.find(std::string(kCurrentKey));
    m_current = current == notes.end() ? WalletId() : WalletId(current->second);
    if (find(m_current) == nullptr)
        m_current = m_opened.empty() ? WalletId() : m_opened.front().entry.id;
    publish();
    if (!files)
        co_return std::unexpected(files.error());
    if (!read)
        co_return std::unexpected(read.error());
    co_return Result<void>{};
}

WalletService::Opened* WalletService::find(const WalletId& id)
{
    const auto it = std::find_if(m_opened.begin(), m_opened.end(), [&](const Opened& o) { return o.entry.id == id; });
    return it == m_opened.end() ? nullptr : &*it;
}

void WalletService::refresh(Opened& opened)
{
    WalletEntry& entry = opened.entry;
    if (opened.watched) {
        entry.name = opened.watched->name;
        entry.createdAt = opened.watched->createdAt;
        entry.addresses.clear();
        for (const auto& watched : opened.watched->addresses)
            entry.addresses.push_back(watched.address);
        return;
    }
    entry.unlocked = opened.file->isUnlocked();
    if (const auto info = opened.file->info()) {
        entry.name = info->name;
        entry.createdAt = info->createdAt;
        entry.backupVerifiedAt = info->backupVerifiedAt;
        entry.addresses.clear();
        for (const auto& account : info->accounts)
            entry.addresses.push_back(account.address());
    }
}

void WalletService::publish()
{
    m_entries.clear();
    for (Opened& opened : m_opened) {
        refresh(opened);
        m_entries.push_back(opened.entry);
    }
    Q_EMIT changed();
}

void WalletService::remember(const WalletEntry& entry)
{
    // A note for the time while it is locked; when it cannot be written, the name is missing until the next unlock.
    (void)m_ports.settings.set(std::string(kSettingsPrefix) + entry.id.str(), entryToJson(entry));
}

void WalletService::rememberCurrent()
{
    // When it cannot be written, the next run asks about the first wallet.
    (void)m_ports.settings.set(std::string(kCurrentKey), m_current.str());
}

void WalletService::adopt(Opened opened)
{
    m_current = opened.entry.id;
    refresh(opened);
    const bool unlocked = opened.entry.unlocked;
    m_opened.push_back(std::move(opened));
    if (unlocked)
        m_lock.unlocked();
    publish();
    remember(*current());
    rememberCurrent();
}

const WalletEntry* WalletService::current() const
{
    const auto it = std::find_if(m_entries.begin(), m_entries.end(), [&](const auto& e) { return e.id == m_current; });
    return it == m_entries.end() ? nullptr : &*it;
}

Result<void> WalletService::setCurrent(const WalletId& id)
{
    OUTPOST_CHECK(useForThisRun(id));
    rememberCurrent();
    return {};
}

Result<void> WalletService::useForThisRun(const WalletId& id)
{
    if (find(id) == nullptr)
        return fail(errors::kNoWallet, id.str());
    m_current = id;
    publish();
    return {};
}

Result<Address> WalletService::currentAddress() const
{
    const WalletEntry* entry = current();
    if (entry == nullptr || entry->addresses.empty())
        return fail(errors::kNoWallet);
    return entry->addresses.front();
}

Future<WalletId> WalletService::createFrom(std::string name, std::shared_ptr<Password> password,
                                           std::shared_ptr<Mnemonic> words, std::vector<DerivationScheme> schemes,
                                           bool verified)
{
    struct Made {
        WalletId id;
        std::shared_ptr<FileWallet> file;
    };
    // Everything that takes time, without touching this object.
    auto work = [env = environment(), directory = m_directory, name, password, words, schemes,
                 verified]() -> Result<Made> {
        OUTPOST_CHECK(wallet::checkPasswordStrength(*password, std::span(&name, 1)));
        OUTPOST_TRY(auto accounts, wallet::scanCandidates(*words, {}, schemes));
        if (accounts.empty())
            return fail(errors::kDerivationImpossible);
        wallet::WalletInfo info;
        info.id = wallet::newWalletId(env.rng);
        info.name = name;
        info.accounts = std::move(accounts);
        info.createdAt = env.clock.now();
        if (verified)
            info.backupVerifiedAt = info.createdAt;
        OUTPOST_TRY(const wallet::KdfParams params, wallet::calibratedKdf(env.clock, env.floor));
        const WalletId id = info.id;
        OUTPOST_TRY(auto file, FileWallet::create(env, directory / (id.str() + ".vault"), *password,
                                                  {std::move(info), words->clone()}, params));
        return Made{id, std::shared_ptr<FileWallet>(std::move(file))};
    };
    return async::toFuture([](QPointer<WalletService> self, QFuture<Result<Made>> making) -> Task<WalletId> {
        OUTPOST_CO_TRY(Made made, co_await making);
        if (!self)
            co_return fail(errors::kCancelled);
        Opened opened;
        opened.entry.id = made.id;
        opened.file = std::move(made.file);
        self->adopt(std::move(opened));
        co_return made.id;
    }(this, async::onPool(std::move(work))));
}

Future<WalletId> WalletService::create(std::string name, std::shared_ptr<Password> password, int wordCount)
{
    auto words = Mnemonic::generate(m_ports.rng, wordCount);
    if (!words)
        return async::failed<WalletId>(std::move(words.error()));
    return createFrom(std::move(name), std::move(password), std::make_shared<Mnemonic>(std::move(*words)),
                      {m_schemes.front()}, false);
}

Result<std::vector<FoundAccount>> WalletService::scan(const Mnemonic& words) const
{
    OUTPOST_TRY(const auto accounts, wallet::scanCandidates(words, {}, m_schemes));
    std::vector<FoundAccount> found;
    for (const auto& account : accounts)
        found.push_back({account.scheme, account.address(), account.publicKey});
    return found;
}

Result<std::vector<FoundAccount>> WalletService::candidates(const WalletId& id)
{
    OUTPOST_TRY(const Mnemonic secret, words(id));
    OUTPOST_TRY(auto found, scan(secret));
    const auto info = find(id)->file->info();
    for (const auto& account : info ? info->accounts : std::vector<wallet::Account>()) {
        const bool known = std::any_of(found.begin(), found.end(),
                                       [&](const FoundAccount& f) { return f.address == account.address(); });
        if (!known)
            found.push_back({account.scheme, account.address(), account.publicKey});
    }
    return found;
}

Future<WalletId> WalletService::import(std::string name, std::shared_ptr<Password> password,
                                       std::shared_ptr<Mnemonic> words, std::vector<DerivationScheme> schemes)
{
    // Words that guard real money must never be typed where nothing is real.
    if (m_world == wallet::World::Demo)
        return async::failed<WalletId>(Error(errors::kDemoImportRefused));
    if (schemes.empty())
        schemes = {m_schemes.front()};
    // Who types the words has them.
    return createFrom(std::move(name), std::move(password), std::move(words), std::move(schemes), true);
}

Future<WalletId> WalletService::watch(std::string name, std::vector<wallet::WatchedAddress> addresses)
{
    wallet::WatchOnlyWallet watched{.id = wallet::newWalletId(m_ports.rng),
                                    .name = std::move(name),
                                    .world = m_world,
                                    .addresses = std::move(addresses),
                                    .createdAt = m_ports.clock.now()};
    if (auto saved = wallet::saveWatchOnly(m_ports.files, m_directory / (watched.id.str() + ".watch"), watched); !saved)
        return async::failed<WalletId>(std::move(saved.error()));
    Opened opened;
    opened.entry.id = watched.id;
    opened.entry.watchOnly = true;
    opened.watched = watched;
    adopt(std::move(opened));
    return async::ready<WalletId>(watched.id);
}

bool WalletService::hasOtherCopy(const WalletId& id) const
{
    const auto copies = wallet::Vault::copies(m_ports.files, vaultPath(id));
    if (!copies || copies->empty())
        return false;
    const auto saved = m_ports.files.read(copies->front().path, wallet::kMaxVaultSize);
    const auto now = m_ports.files.read(vaultPath(id), wallet::kMaxVaultSize);
    return saved && (!now || *now != *saved);
}

Future<wallet::VaultCopy> WalletService::restoreFromCopy(WalletId id, std::shared_ptr<Password> password)
{
    const Opened* opened = find(id);
    if (opened == nullptr || !opened->file)
        return async::failed<wallet::VaultCopy>(Error(opened == nullptr ? errors::kNoWallet : errors::kWatchOnly));
    auto work = [env = environment(), path = vaultPath(id), password]() -> Result<wallet::VaultCopy> {
        OUTPOST_TRY(const auto copies, wallet::Vault::copies(env.files, path));
        Error newest(errors::kVaultDamaged, "there is no copy", {path.string()});
        for (const wallet::VaultCopy& copy : copies) {
            const auto restored = wallet::Vault::restoreCopy(env, copy, path, *password);
            if (restored)
                return copy;
            if (&copy == &copies.front())
                newest = restored.error();
        }
        return fail(std::move(newest));
    };
    return async::toFuture([](QPointer<WalletService> self, QFuture<Result<wallet::VaultCopy>> restoring,
                              WalletId which, std::shared_ptr<Password> secret) -> Task<wallet::VaultCopy> {
        OUTPOST_CO_TRY(wallet::VaultCopy copy, co_await restoring);
        if (!self)
            co_return fail(errors::kCancelled);
        OUTPOST_CO_CHECK(co_await self->unlock(which, std::move(secret)));
        co_return copy;
    }(this, async::onPool(std::move(work)), id, password));
}

Future<void> WalletService::unlock(WalletId id, std::shared_ptr<Password> password)
{
    Opened* opened = find(id);
    if (opened == nullptr || !opened->file)
        return async::failed<void>(Error(opened == nullptr ? errors::kNoWallet : errors::kWatchOnly));
    auto work = async::onPool([file = opened->file, password] { return file->unlock(*password); });
    return async::toFuture(
        [](QPointer<WalletService> self, QFuture<Result<void>> opening, WalletId which) -> Task<void> {
            OUTPOST_CO_CHECK(co_await opening);
            if (!self)
                co_return fail(errors::kCancelled);
            self->m_current = which;
            self->m_lock.unlocked();
            self->publish();
            if (const WalletEntry* entry = self->current())
                self->remember(*entry);
            co_return Result<void>{};
        }(this, std::move(work), std::move(id)));
}

void WalletService::lock(wallet::LockReason reason)
{
    if (!isUnlocked())
        return;
    (void)m_lock.lockNow();
    for (Opened& opened : m_opened) {
        if (opened.file)
            opened.file->lock();
    }
    publish();
    Q_EMIT locked(reason);
}

namespace {
/// Runs blocking work on a wallet and tells the service when it is done.
template <class F> Future<void> withWallet(QPointer<WalletService> self, F work, std::function<void()> then)
{
    return async::toFuture(
        [](QPointer<WalletService> guard, QFuture<Result<void>> working, std::function<void()> after) -> Task<void> {
            OUTPOST_CO_CHECK(co_await working);
            if (guard)
                after();
            co_return Result<void>{};
        }(std::move(self), async::onPool(std::move(work)), std::move(then)));
}
} // namespace

Future<void> WalletService::rename(WalletId id, std::string name)
{
    Opened* opened = find(id);
    if (opened == nullptr)
        return async::failed<void>(Error(errors::kNoWallet));
    if (opened->watched) {
        opened->watched->name = std::move(name);
        auto saved = wallet::saveWatchOnly(m_ports.files, m_directory / (id.str() + ".watch"), *opened->watched);
        publish();
        return async::ready<void>(std::move(saved));
    }
    return withWallet(
        this, [file = opened->file, name] { return file->rename(name); },
        [this, id] {
            publish();
            if (Opened* renamed = find(id))
                remember(renamed->entry);
        });
}

Future<void> WalletService::changePassword(WalletId id, std::shared_ptr<Password> from, std::shared_ptr<Password> to)
{
    Opened* opened = find(id);
    if (opened == nullptr || !opened->file)
        return async::failed<void>(Error(opened == nullptr ? errors::kNoWallet : errors::kWatchOnly));
    return withWallet(
        this,
        [file = opened->file, from, to, name = opened->entry.name, env = environment()]() -> Result<void> {
            OUTPOST_CHECK(wallet::checkPasswordStrength(*to, std::span(&name, 1)));
            OUTPOST_TRY(const auto params, wallet::calibratedKdf(env.clock, env.floor));
            return file->changePassword(*from, *to, params);
        },
        [this] { publish(); });
}

Future<void> WalletService::keepAddresses(WalletId id, std::vector<DerivationScheme> schemes)
{
    Opened* opened = find(id);
    if (opened == nullptr || !opened->file)
        return async::failed<void>(Error(opened == nullptr ? errors::kNoWallet : errors::kWatchOnly));
    return withWallet(
        this, [file = opened->file, schemes = std::move(schemes)] { return file->keepAccounts(schemes); },
        [this, id] {
            publish();
            if (Opened* kept = find(id))
                remember(kept->entry);
        });
}

Result<Mnemonic> WalletService::words(const WalletId& id)
{
    Opened* opened = find(id);
    if (opened == nullptr || !opened->file)
        return fail(opened == nullptr ? errors::kNoWallet : errors::kWatchOnly);
    return opened->file->words();
}

wallet::BackupCheck WalletService::newBackupCheck(int wordCount)
{
    return {m_ports.rng, wordCount};
}

Future<void> WalletService::confirmBackup(WalletId id)
{
    Opened* opened = find(id);
    if (opened == nullptr || !opened->file)
        return async::failed<void>(Error(opened == nullptr ? errors::kNoWallet : errors::kWatchOnly));
    return withWallet(
        this, [file = opened->file, now = m_ports.clock.now()] { return file->recordBackupVerified(now); },
        [this, id] {
            publish();
            if (Opened* verified = find(id))
                remember(verified->entry);
        });
}

Result<void> WalletService::requireVerifiedBackup() const
{
    const WalletEntry* entry = current();
    if (entry == nullptr)
        return fail(errors::kNoWallet);
    if (!entry->watchOnly && !entry->backupVerifiedAt)
        return fail(errors::kBackupNotVerified);
    return {};
}

Result<std::shared_ptr<wallet::Signer>> WalletService::signerFor(const Address& address) const
{
    bool mayBeLocked = false;
    bool isWatched = false;
    for (const Opened& opened : m_opened) {
        const auto& list = opened.entry.addresses;
        const bool has = std::find(list.begin(), list.end(), address) != list.end();
        if (!opened.file) {
            isWatched = isWatched || has;
        } else if (!opened.file->isUnlocked()) {
            mayBeLocked = mayBeLocked || has || list.empty();
        } else if (has) {
            return opened.file->signer(address);
        }
    }
    // A watched entry says that there is no key here, which a locked file may know better.
    if (mayBeLocked)
        return fail(errors::kWalletLocked, address.str());
    if (isWatched)
        return std::make_shared<wallet::WatchOnlySigner>(address);
    return fail(errors::kNoWallet, address.str());
}

void WalletService::activity()
{
    m_lock.activity();
}

void WalletService::setIdleLimit(std::chrono::milliseconds idle)
{
    m_lock.setSettings({.idle = idle, .onSleep = true, .onSessionLock = true});
}

std::optional<std::chrono::milliseconds> WalletService::timeToLock() const
{
    return m_lock.timeLeft();
}

bool WalletService::isUnlocked() const
{
    return std::any_of(m_opened.begin(), m_opened.end(),
                       [](const Opened& o) { return o.file && o.file->isUnlocked(); });
}

} // namespace outpost::services
