// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wallet/Vault.h"

#include "core/base/Encoding.h"

#include <algorithm>
#include <charconv>

namespace outpost::wallet {

namespace fsys = std::filesystem;

namespace {

constexpr std::string_view kTempSuffix = ".new";
constexpr std::chrono::hours kTempIsStale{1};
constexpr std::uint64_t kMaxCopyNumber = 999'999'999'999;

fsys::path directoryOf(const fsys::path& path)
{
    return path.has_parent_path() ? path.parent_path() : fsys::path(".");
}
fsys::path backupsOf(const fsys::path& path)
{
    return directoryOf(path) / "backups";
}

std::string dateStamp(const Clock& clock)
{
    return std::format("{:%Y%m%dT%H%M%SZ}", std::chrono::floor<std::chrono::seconds>(clock.now()));
}

/// Adds the file's name to errors that speak of a file.
std::unexpected<Error> about(Error error, const fsys::path& path)
{
    if (error.args.empty())
        error.args = {path.string()};
    return std::unexpected(std::move(error));
}

struct Parsed {
    VaultHeader header;
    SecureBytes key;
    WalletContent content;
};

Result<VaultHeader> acceptHeader(const VaultEnvironment& environment, ByteSpan file)
{
    OUTPOST_TRY(VaultHeader header, parseVaultHeader(file));
    if (header.world != environment.world)
        return fail(header.world == World::Demo ? errors::kVaultIsDemo : errors::kVaultIsReal,
                    "vault of the other world");
    OUTPOST_CHECK(checkKdf(header.kdf, environment.floor));
    return header;
}

Result<Parsed> openBytes(const VaultEnvironment& environment, ByteSpan file, const Password& password)
{
    OUTPOST_TRY(const VaultHeader header, acceptHeader(environment, file));
    OUTPOST_TRY(SecureBytes key, deriveVaultKey(password, header.salt, header.kdf));
    OUTPOST_TRY(const SecureBytes plain, unsealVault(file, header, key));
    OUTPOST_TRY(WalletContent content, decodeContent(plain.span(), header.world));
    return Parsed{header, std::move(key), std::move(content)};
}

Result<Bytes> readVault(FileSystem& files, const fsys::path& path)
{
    auto file = files.read(path, kMaxVaultSize);
    if (!file && file.error().is(errors::kFileNotFound))
        return fail(errors::kVaultMissing, "no such file", {path.string()});
    if (!file && file.error().is(errors::kTooLong))
        return fail(errors::kVaultDamaged, "file size", {path.string()});
    return file;
}

/// "<name>.<number>.<date>" with or without something behind it, or nothing for any other file.
std::optional<VaultCopy> parseCopyName(const fsys::path& file, const std::string& vaultName)
{
    const std::string name = file.filename().string();
    if (!name.starts_with(vaultName + '.'))
        return std::nullopt;
    const std::string_view rest = std::string_view(name).substr(vaultName.size() + 1);
    VaultCopy copy{.path = file, .number = 0, .savedAt = {}};
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), copy.number);
    if (error != std::errc() || end == rest.data() + rest.size() || *end != '.' || copy.number > kMaxCopyNumber)
        return std::nullopt;
    copy.savedAt = std::string(end + 1, rest.data() + rest.size());
    return copy;
}

bool isDate(std::string_view text)
{
    return text.size() == 16 && text[8] == 'T' && text[15] == 'Z';
}

/// Everything in `backups` that carries a number of this vault, the highest number first.
Result<std::vector<VaultCopy>> numberedFiles(FileSystem& files, const fsys::path& path)
{
    auto listed = files.list(backupsOf(path));
    if (!listed && listed.error().is(errors::kFileNotFound))
        return std::vector<VaultCopy>();
    if (!listed)
        return std::unexpected(std::move(listed.error()));
    std::vector<VaultCopy> found;
    for (const FileInfo& info : *listed) {
        if (auto copy = parseCopyName(info.path, path.filename().string()); copy && !info.isDirectory)
            found.push_back(std::move(*copy));
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const VaultCopy& a, const VaultCopy& b) { return a.number > b.number; });
    return found;
}

/// Writes a copy with the next number. The folder's entry is synced with it.
Result<fsys::path> addCopy(const VaultEnvironment& environment, const fsys::path& path, ByteSpan file,
                           std::string_view suffix)
{
    const fsys::path backups = backupsOf(path);
    OUTPOST_CHECK(environment.files.makeDirectories(backups));
    OUTPOST_TRY(const auto existing, numberedFiles(environment.files, path));
    const std::uint64_t number = existing.empty() ? 1 : existing.front().number + 1;
    const fsys::path copy =
        backups / std::format("{}.{:06}.{}{}", path.filename().string(), number, dateStamp(environment.clock), suffix);
    OUTPOST_CHECK(environment.files.writeNew(copy, file));
    if (auto synced = environment.files.syncDirectory(backups); !synced) {
        std::ignore = environment.files.removeFile(copy);
        return std::unexpected(std::move(synced.error()));
    }
    return copy;
}

/// Tidying after the vault is safe: a failure here loses nothing and is tried again with the next save.
void tidy(FileSystem& files, const fsys::path& path)
{
    const auto copies = Vault::copies(files, path);
    for (std::size_t i = Vault::kCopies; copies && i < copies->size(); ++i)
        std::ignore = files.removeFile((*copies)[i].path);
}

/// Temporary files that a crash left. Those of a save that runs elsewhere right now are younger than an hour by the
/// file system's own clock, which `own`, just written, tells.
void removeStaleTemps(FileSystem& files, const fsys::path& path, const fsys::path& own)
{
    const auto listed = files.list(directoryOf(path));
    if (!listed)
        return;
    const auto mine = std::find_if(listed->begin(), listed->end(),
                                   [&](const FileInfo& info) { return info.path.filename() == own.filename(); });
    if (mine == listed->end())
        return;
    const std::string prefix = path.filename().string() + '.';
    for (const FileInfo& info : *listed) {
        const std::string name = info.path.filename().string();
        if (name.starts_with(prefix) && name.ends_with(kTempSuffix) && !info.isDirectory &&
            info.modified < mine->modified - kTempIsStale)
            std::ignore = files.removeFile(info.path);
    }
}

fsys::path tempFor(const VaultEnvironment& environment, const fsys::path& path)
{
    std::array<std::uint8_t, 6> unique{};
    environment.rng.fill(unique);
    return path.string() + '.' + toHex(unique) + std::string(kTempSuffix);
}

} // namespace

Vault::Vault(const VaultEnvironment& environment, fsys::path path, VaultHeader header, SecureBytes key,
             WalletContent content)
    : m_environment(environment),
      m_path(std::move(path)),
      m_header(header),
      m_key(std::move(key)),
      m_content(std::move(content))
{}

Result<Vault> Vault::create(const VaultEnvironment& environment, const fsys::path& path, const Password& password,
                            WalletContent content, const KdfParams& params)
{
    OUTPOST_CHECK(checkKdf(params, environment.floor));
    OUTPOST_CHECK(checkWalletInfo(content.info, environment.world));
    OUTPOST_CHECK(environment.files.makeDirectories(directoryOf(path)));
    VaultHeader header{.world = environment.world, .kdf = params, .salt = {}, .nonce = {}};
    environment.rng.fill(header.salt);
    OUTPOST_TRY(SecureBytes key, deriveVaultKey(password, header.salt, params));
    Vault vault(environment, path, header, std::move(key), std::move(content));
    OUTPOST_CHECK(vault.write(vault.m_content.info, header, vault.m_key, false));
    return vault;
}

Result<Vault> Vault::open(const VaultEnvironment& environment, const fsys::path& path, const Password& password)
{
    OUTPOST_TRY(const Bytes file, readVault(environment.files, path));
    auto parsed = openBytes(environment, file, password);
    if (!parsed)
        return about(std::move(parsed.error()), path);
    Vault vault(environment, path, parsed->header, std::move(parsed->key), std::move(parsed->content));
    vault.m_digest = sha256(file);
    return vault;
}

Result<void> Vault::write(const WalletInfo& info, VaultHeader header, const SecureBytes& key, bool mustExist)
{
    FileSystem& files = m_environment.files;
    const auto isUntouched = [&]() -> Result<void> {
        const auto current = readVault(files, m_path);
        if (!current && current.error().is(errors::kVaultMissing))
            return mustExist ? Result<void>(std::unexpected(current.error())) : Result<void>();
        if (!mustExist)
            return fail(errors::kVaultExists, "the file exists", {m_path.string()});
        if (!current)
            return std::unexpected(current.error());
        if (sha256(*current) != m_digest)
            return fail(errors::kVaultChangedOnDisk, "saved by another process", {m_path.string()});
        return {};
    };
    OUTPOST_CHECK(isUntouched());
    OUTPOST_TRY(const SecureBytes plain, encodeContent(info, m_content.words, header.world));
    m_environment.rng.fill(header.nonce);
    const Bytes file = sealVault(header, plain, key);

    const fsys::path temp = tempFor(m_environment, m_path);
    const auto prepare = [&]() -> Result<fsys::path> {
        OUTPOST_CHECK(files.writeNew(temp, file));
        OUTPOST_TRY(const Bytes readBack, files.read(temp, kMaxVaultSize));
        OUTPOST_TRY(const VaultHeader readHeader, acceptHeader(m_environment, readBack));
        OUTPOST_TRY(const SecureBytes readPlain, unsealVault(readBack, readHeader, key));
        if (!plain.equals(readPlain.span()))
            return fail(errors::kFileFailed, "read back differently", {temp.string()});
        removeStaleTemps(files, m_path, temp);
        OUTPOST_TRY(fsys::path copy, addCopy(m_environment, m_path, file, ""));
        OUTPOST_CHECK(isUntouched()); // again, right before it is replaced
        return copy;
    };
    const auto copy = prepare();
    const auto placed = copy ? files.rename(temp, m_path) : Result<void>(std::unexpected(copy.error()));
    if (!placed) {
        std::ignore = files.removeFile(temp);
        if (copy)
            std::ignore = files.removeFile(*copy); // it never became the vault
        return placed;
    }
    m_digest = sha256(file);
    m_header = header;
    OUTPOST_CHECK(files.syncDirectory(directoryOf(m_path)));
    tidy(files, m_path);
    return {};
}

Result<void> Vault::save(WalletInfo info)
{
    const auto before = m_digest;
    auto written = write(info, m_header, m_key, true);
    if (m_digest != before) // in place, even if the folder could not be synced
        m_content.info = std::move(info);
    return written;
}

Result<void> Vault::confirm(const Password& password) const
{
    OUTPOST_TRY(const SecureBytes key, deriveVaultKey(password, m_header.salt, m_header.kdf));
    if (!m_key.equals(key.span()))
        return fail(errors::kWrongPassword, "not the password of this vault", {m_path.string()});
    return {};
}

Result<void> Vault::changePassword(const Password& current, const Password& next, const KdfParams& params)
{
    OUTPOST_CHECK(checkKdf(params, m_environment.floor));
    OUTPOST_CHECK(confirm(current));
    VaultHeader header = m_header;
    header.kdf = params;
    m_environment.rng.fill(header.salt);
    OUTPOST_TRY(SecureBytes key, deriveVaultKey(next, header.salt, params));
    const auto before = m_digest;
    auto written = write(m_content.info, header, key, true);
    if (m_digest != before) // in place, even if the folder could not be synced
        m_key = std::move(key);
    return written;
}

Result<std::vector<VaultCopy>> Vault::copies(FileSystem& files, const fsys::path& path)
{
    OUTPOST_TRY(auto found, numberedFiles(files, path));
    std::erase_if(found, [](const VaultCopy& copy) { return !isDate(copy.savedAt); });
    return found;
}

Result<void> Vault::restoreCopy(const VaultEnvironment& environment, const VaultCopy& copy, const fsys::path& path,
                                const Password& password)
{
    FileSystem& files = environment.files;
    OUTPOST_TRY(const Bytes file, readVault(files, copy.path));
    if (auto opened = openBytes(environment, file, password); !opened)
        return about(std::move(opened.error()), copy.path);
    const auto current = readVault(files, path);
    if (current) {
        OUTPOST_CHECK(addCopy(environment, path, *current, ".replaced"));
    } else if (!current.error().is(errors::kVaultMissing) && !current.error().is(errors::kVaultDamaged))
        return std::unexpected(current.error());
    return writeFileAtomically(files, path, file);
}

} // namespace outpost::wallet
