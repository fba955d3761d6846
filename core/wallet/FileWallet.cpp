// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wallet/FileWallet.h"

#include <algorithm>
#include <functional>

namespace outpost::wallet {

/// Holds m_work through a slow call. lock() does not wait for such a call, so what it wanted wiped is wiped here at the
/// end, and once more after letting go, for a lock() that came in between.
class FileWallet::Work {
public:
    explicit Work(FileWallet& wallet) : m_wallet(wallet) { m_wallet.m_work.lock(); }
    ~Work()
    {
        while (true) {
            if (m_wallet.m_lockWanted)
                m_wallet.m_vault.reset();
            const bool isEmpty = m_wallet.m_vault == nullptr;
            m_wallet.m_work.unlock();
            if (isEmpty || !m_wallet.m_lockWanted || !m_wallet.m_work.try_lock())
                return;
        }
    }
    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;

    /// errors::kLocked
    Result<Vault*> vault() const
    {
        if (m_wallet.m_vault == nullptr || m_wallet.m_lockWanted)
            return fail(errors::kLocked, "wallet is locked", {m_wallet.m_path.string()});
        return m_wallet.m_vault.get();
    }

private:
    FileWallet& m_wallet;
};

FileWallet::FileWallet(const VaultEnvironment& environment, std::filesystem::path path)
    : m_environment(environment),
      m_path(std::move(path)),
      m_keyring(std::make_shared<Keyring>()),
      m_tries(environment.files, environment.clock, m_path.string() + ".tries")
{}

Result<std::unique_ptr<FileWallet>> FileWallet::create(const VaultEnvironment& environment,
                                                       const std::filesystem::path& path, const Password& password,
                                                       WalletContent content, const KdfParams& params,
                                                       ByteSpan passphrase)
{
    auto wallet = std::make_unique<FileWallet>(environment, path);
    OUTPOST_CHECK(Keyring().unlock(content.info, content.words, passphrase)); // before a file is made
    OUTPOST_TRY(Vault vault, Vault::create(environment, path, password, std::move(content), params));
    {
        const Work work(*wallet);
        wallet->m_lockWanted = false;
        OUTPOST_CHECK(wallet->openKeys(std::make_unique<Vault>(std::move(vault)), passphrase));
    }
    return wallet;
}

std::optional<WalletInfo> FileWallet::info() const
{
    const std::scoped_lock lock(m_infoMutex);
    return m_info;
}

void FileWallet::publishInfo()
{
    const std::scoped_lock lock(m_infoMutex);
    m_info = m_vault->info();
}

Result<void> FileWallet::openKeys(std::unique_ptr<Vault> vault, ByteSpan passphrase)
{
    OUTPOST_CHECK(m_keyring->unlock(vault->info(), vault->words(), passphrase));
    m_vault = std::move(vault);
    publishInfo();
    if (!m_lockWanted)
        return {};
    m_keyring->lock(); // lock() was called after unlocking had begun
    return fail(errors::kLocked, "locked while unlocking", {m_path.string()});
}

Result<void> FileWallet::tryPassword(const std::function<Result<void>()>& attempt)
{
    OUTPOST_CHECK(m_tries.check());
    auto result = attempt();
    if (result)
        m_tries.recordRight();
    else if (result.error().is(errors::kWrongPassword) || result.error().is(errors::kWrongPassphrase))
        m_tries.recordWrong();
    return result;
}

Result<void> FileWallet::unlock(const Password& password, ByteSpan passphrase)
{
    const Work work(*this);
    m_lockWanted = false;
    return tryPassword([&]() -> Result<void> {
        OUTPOST_TRY(Vault vault, Vault::open(m_environment, m_path, password));
        return openKeys(std::make_unique<Vault>(std::move(vault)), passphrase);
    });
}

void FileWallet::lock()
{
    m_lockWanted = true;
    m_keyring->lock();
    if (m_work.try_lock()) {
        m_vault.reset();
        m_work.unlock();
    }
}

Result<void> FileWallet::changeInfo(const Work& work, const std::function<Result<void>(WalletInfo&)>& change)
{
    OUTPOST_TRY(Vault* const vault, work.vault());
    WalletInfo info = vault->info();
    OUTPOST_CHECK(change(info));
    OUTPOST_CHECK(vault->save(std::move(info)));
    publishInfo();
    return {};
}

Result<void> FileWallet::rename(std::string name)
{
    const Work work(*this);
    return changeInfo(work, [&](WalletInfo& info) -> Result<void> {
        info.name = std::move(name);
        return {};
    });
}

Result<void> FileWallet::labelAccount(const Address& address, std::string label)
{
    const Work work(*this);
    return changeInfo(work, [&](WalletInfo& info) -> Result<void> {
        const auto it = std::find_if(info.accounts.begin(), info.accounts.end(),
                                     [&](const Account& account) { return account.address() == address; });
        if (it == info.accounts.end())
            return fail(errors::kNoSuchAccount, "no such account", {address.str()});
        it->label = std::move(label);
        return {};
    });
}

Result<void> FileWallet::addAccount(const DerivationScheme& scheme, std::string label, ByteSpan passphrase)
{
    const Work work(*this);
    OUTPOST_TRY(Vault* const vault, work.vault());
    OUTPOST_TRY(const SecureBytes key, derivePrivateKey(vault->words(), passphrase, scheme));
    OUTPOST_TRY(Bytes publicKey, publicKeyOf(scheme.curve, key));
    const Account account{scheme, std::move(publicKey), std::move(label)};
    if (vault->info().account(account.address()) != nullptr)
        return {};
    OUTPOST_CHECK(changeInfo(work, [&](WalletInfo& info) -> Result<void> {
        info.accounts.push_back(account);
        return Keyring().unlock(info, vault->words(), passphrase); // a wrong passphrase shows here, before saving
    }));
    OUTPOST_CHECK(m_keyring->unlock(vault->info(), vault->words(), passphrase));
    if (m_lockWanted)
        m_keyring->lock();
    return {};
}

Result<void> FileWallet::keepAccounts(std::span<const DerivationScheme> schemes, ByteSpan passphrase)
{
    const Work work(*this);
    OUTPOST_TRY(Vault* const vault, work.vault());
    OUTPOST_TRY(auto accounts, scanCandidates(vault->words(), passphrase, schemes));
    if (accounts.empty())
        return fail(errors::kDerivationImpossible, "no account is left");
    for (Account& account : accounts) {
        if (const Account* known = vault->info().account(account.address()))
            account = *known;
    }
    OUTPOST_CHECK(changeInfo(work, [&](WalletInfo& info) -> Result<void> {
        info.accounts = std::move(accounts);
        return Keyring().unlock(info, vault->words(), passphrase); // a wrong passphrase shows here, before saving
    }));
    OUTPOST_CHECK(m_keyring->unlock(vault->info(), vault->words(), passphrase));
    if (m_lockWanted)
        m_keyring->lock();
    return {};
}

Result<void> FileWallet::recordBackupVerified(Time when)
{
    const Work work(*this);
    return changeInfo(work, [&](WalletInfo& info) -> Result<void> {
        info.backupVerifiedAt = when;
        return {};
    });
}

Result<void> FileWallet::changePassword(const Password& current, const Password& next, const KdfParams& params)
{
    const Work work(*this);
    OUTPOST_TRY(Vault* const vault, work.vault());
    return tryPassword([&] { return vault->changePassword(current, next, params); });
}

Result<Mnemonic> FileWallet::words()
{
    const Work work(*this);
    OUTPOST_TRY(Vault* const vault, work.vault());
    return vault->words().clone();
}

Result<void> FileWallet::confirmPassword(const Password& password)
{
    const Work work(*this);
    OUTPOST_TRY(Vault* const vault, work.vault());
    return tryPassword([&] { return vault->confirm(password); });
}

Result<std::shared_ptr<Signer>> FileWallet::signer(const Address& address) const
{
    const std::optional<WalletInfo> known = info();
    const Account* const account = known ? known->account(address) : nullptr;
    if (account == nullptr || account->scheme.curve != Curve::Ed25519)
        return fail(errors::kNoSuchAccount, "no such account", {address.str()});
    return std::make_shared<FileSigner>(m_keyring, m_environment.clock, account->publicKey, address);
}

} // namespace outpost::wallet
