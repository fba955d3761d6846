// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wallet/WalletContent.h"

#include "core/base/Encoding.h"

#include <algorithm>
#include <cstring>

namespace outpost::wallet {

namespace {

constexpr std::uint16_t kContentVersion = 1;
constexpr std::size_t kPrefixSize = 6; ///< version and length
constexpr std::size_t kPadding = 4096;
constexpr std::size_t kMaxContent = 512 * 1024;
constexpr std::size_t kMaxAccounts = 1000;
constexpr std::size_t kMaxName = 200;
constexpr std::uint8_t kEnglish = 1;

/// Persisted: never renumber.
enum class Field : std::uint16_t {
    Id = 1,
    Name = 2,
    CreatedAt = 3,
    BackupVerifiedAt = 4,
    Words = 5,
    UsesPassphrase = 6,
    Account = 7,
};

/// Writes little-endian fields; without a target it only counts.
class Writer {
public:
    explicit Writer(std::uint8_t* target) : m_target(target) {}
    std::size_t size() const { return m_size; }

    void bytes(ByteSpan data)
    {
        if (m_target != nullptr && !data.empty())
            std::memcpy(m_target + m_size, data.data(), data.size());
        m_size += data.size();
    }
    template <class T> void number(T value)
    {
        std::array<std::uint8_t, sizeof(T)> raw{};
        for (std::size_t i = 0; i < raw.size(); ++i)
            raw[i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(value) >> (8 * i));
        bytes(raw);
    }
    void field(Field tag, ByteSpan value)
    {
        number(static_cast<std::uint16_t>(tag));
        number(static_cast<std::uint32_t>(value.size()));
        bytes(value);
    }
    void field(Field tag, std::int64_t value)
    {
        number(static_cast<std::uint16_t>(tag));
        number(std::uint32_t{8});
        number(value);
    }
    void sized(ByteSpan value)
    {
        number(static_cast<std::uint16_t>(value.size()));
        bytes(value);
    }

private:
    std::uint8_t* m_target;
    std::size_t m_size = 0;
};

/// Reads what Writer writes; after a short read every further one fails as well.
class Reader {
public:
    explicit Reader(ByteSpan data) : m_rest(data) {}
    bool isAtEnd() const { return m_rest.empty(); }
    bool isOk() const { return m_ok; }

    ByteSpan bytes(std::size_t size)
    {
        if (size > m_rest.size()) {
            m_ok = false;
            m_rest = {};
            return {};
        }
        const ByteSpan piece = m_rest.first(size);
        m_rest = m_rest.subspan(size);
        return piece;
    }
    template <class T> T number()
    {
        const ByteSpan raw = bytes(sizeof(T));
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < raw.size(); ++i)
            value |= std::uint64_t{raw[i]} << (8 * i);
        return static_cast<T>(value);
    }
    ByteSpan sized() { return bytes(number<std::uint16_t>()); }
    std::string text() { return std::string(asText(sized())); }

private:
    ByteSpan m_rest;
    bool m_ok = true;
};

std::unexpected<Error> invalid(std::string detail)
{
    return fail(errors::kWalletContentInvalid, std::move(detail));
}
std::unexpected<Error> damaged(std::string detail)
{
    return fail(errors::kVaultDamaged, std::move(detail));
}

bool isShowable(std::string_view text, std::size_t maxBytes)
{
    return text.size() <= maxBytes && isUtf8(text) && plainText(text, maxBytes) == text;
}

Result<void> checkAccount(const Account& account, World world)
{
    const DerivationScheme& scheme = account.scheme;
    if (scheme.id.empty() || !isShowable(scheme.id, 64) || !isShowable(account.label, kMaxName))
        return invalid("account text");
    if (scheme.curve != Curve::Ed25519 && scheme.curve != Curve::Secp256k1)
        return invalid("account curve");
    if (account.publicKey.size() != (scheme.curve == Curve::Ed25519 ? 32u : 33u))
        return invalid("account public key");
    if (scheme.kind == SchemeKind::RawEntropySeed) {
        if (world == World::Demo || !scheme.path.steps().empty())
            return invalid("raw entropy account");
        return {};
    }
    if (scheme.kind != SchemeKind::Path || scheme.path.steps().size() > DerivationPath::kMaxDepth)
        return invalid("account scheme");
    if (scheme.path.isInDemoBranch() != (world == World::Demo))
        return invalid("account of the other world");
    return {};
}

void writeContent(Writer& out, const WalletInfo& info, const Mnemonic& words)
{
    out.field(Field::Id, asBytes(info.id.str()));
    out.field(Field::Name, asBytes(info.name));
    out.field(Field::CreatedAt, toUnixMillis(info.createdAt));
    if (info.backupVerifiedAt)
        out.field(Field::BackupVerifiedAt, toUnixMillis(*info.backupVerifiedAt));
    out.number(static_cast<std::uint16_t>(Field::Words));
    out.number(static_cast<std::uint32_t>(2 + words.entropy().size()));
    out.number(kEnglish);
    out.number(static_cast<std::uint8_t>(words.checksum()));
    out.bytes(words.entropy().span());
    const std::array<std::uint8_t, 1> usesPassphrase{info.usesPassphrase ? std::uint8_t{1} : std::uint8_t{0}};
    out.field(Field::UsesPassphrase, usesPassphrase);
    for (const Account& account : info.accounts) {
        const std::string path = account.scheme.path.toString();
        out.number(static_cast<std::uint16_t>(Field::Account));
        out.number(static_cast<std::uint32_t>(2 + 4 * 2 + account.scheme.id.size() + path.size() +
                                              account.publicKey.size() + account.label.size()));
        out.number(static_cast<std::uint8_t>(account.scheme.kind));
        out.number(static_cast<std::uint8_t>(account.scheme.curve));
        out.sized(asBytes(account.scheme.id));
        out.sized(asBytes(path));
        out.sized(account.publicKey);
        out.sized(asBytes(account.label));
    }
}

Result<Account> readAccount(ByteSpan value)
{
    Reader in(value);
    Account account;
    account.scheme.kind = static_cast<SchemeKind>(in.number<std::uint8_t>());
    account.scheme.curve = static_cast<Curve>(in.number<std::uint8_t>());
    account.scheme.id = in.text();
    const std::string path = in.text();
    account.publicKey = toBytes(in.sized());
    account.label = in.text();
    if (!in.isOk() || !in.isAtEnd())
        return damaged("account field");
    OUTPOST_TRY(account.scheme.path, DerivationPath::parse(path));
    return account;
}

Result<Mnemonic> readWords(ByteSpan value)
{
    Reader in(value);
    const auto language = in.number<std::uint8_t>();
    const auto checksum = static_cast<WordsChecksum>(in.number<std::uint8_t>());
    if (!in.isOk())
        return damaged("words field");
    if (language != kEnglish)
        return fail(errors::kVaultTooNew, "language of the words");
    auto words = Mnemonic::fromEntropy(value.subspan(2), checksum);
    if (!words)
        return damaged("words field");
    return words;
}

/// One field of the body; unknown ones come from a later Outpost, which raises the version only for what is not
/// additive.
Result<void> readField(Field tag, ByteSpan value, WalletInfo& info, std::optional<Mnemonic>& words)
{
    Reader in(value);
    switch (tag) {
    case Field::Id:
        info.id = WalletId(std::string(asText(value)));
        return {};
    case Field::Name:
        info.name = std::string(asText(value));
        return {};
    case Field::CreatedAt:
        info.createdAt = fromUnixMillis(in.number<std::int64_t>());
        return in.isOk() && in.isAtEnd() ? Result<void>() : damaged("time field");
    case Field::BackupVerifiedAt:
        info.backupVerifiedAt = fromUnixMillis(in.number<std::int64_t>());
        return in.isOk() && in.isAtEnd() ? Result<void>() : damaged("time field");
    case Field::Words: {
        OUTPOST_TRY(words, readWords(value));
        return {};
    }
    case Field::UsesPassphrase: {
        const auto flag = in.number<std::uint8_t>();
        info.usesPassphrase = flag == 1;
        return in.isOk() && in.isAtEnd() && flag <= 1 ? Result<void>() : damaged("flag field");
    }
    case Field::Account: {
        OUTPOST_TRY(Account account, readAccount(value));
        info.accounts.push_back(std::move(account));
        return {};
    }
    }
    return fail(errors::kVaultTooNew, "unknown field");
}

} // namespace

const Account* WalletInfo::account(const Address& address) const
{
    const auto it = std::find_if(accounts.begin(), accounts.end(),
                                 [&](const Account& account) { return account.address() == address; });
    return it == accounts.end() ? nullptr : &*it;
}

WalletId newWalletId(SecureRng& rng)
{
    std::array<std::uint8_t, 8> raw{};
    rng.fill(raw);
    return WalletId(toHex(raw));
}

Result<void> checkWalletInfo(const WalletInfo& info, World world)
{
    if (const auto id = fromHex(info.id.str(), 8); !id || id->size() != 8)
        return invalid("wallet id");
    if (info.name.empty() || !isShowable(info.name, kMaxName))
        return invalid("wallet name");
    if (info.accounts.size() > kMaxAccounts)
        return invalid("number of accounts");
    for (const Account& account : info.accounts)
        OUTPOST_CHECK(checkAccount(account, world));
    return {};
}

Result<SecureBytes> encodeContent(const WalletInfo& info, const Mnemonic& words, World world)
{
    OUTPOST_CHECK(checkWalletInfo(info, world));
    Writer counter(nullptr);
    writeContent(counter, info, words);
    if (counter.size() > kMaxContent)
        return invalid("content too large");
    SecureBytes plain((kPrefixSize + counter.size() + kPadding - 1) / kPadding * kPadding);
    Writer out(plain.data());
    out.number(kContentVersion);
    out.number(static_cast<std::uint32_t>(counter.size()));
    writeContent(out, info, words);
    return plain;
}

Result<WalletContent> decodeContent(ByteSpan plain, World world)
{
    Reader prefix(plain);
    const auto version = prefix.number<std::uint16_t>();
    const auto size = prefix.number<std::uint32_t>();
    const ByteSpan content = prefix.bytes(size);
    if (prefix.isOk() && version > kContentVersion)
        return fail(errors::kVaultTooNew, "content version");
    if (!prefix.isOk() || version == 0 || size > kMaxContent || plain.size() % kPadding != 0)
        return damaged("content prefix");
    WalletInfo info;
    std::optional<Mnemonic> words;
    for (Reader in(content); !in.isAtEnd();) {
        const auto tag = static_cast<Field>(in.number<std::uint16_t>());
        const ByteSpan value = in.bytes(in.number<std::uint32_t>());
        if (!in.isOk())
            return damaged("field cut short");
        OUTPOST_CHECK(readField(tag, value, info, words));
    }
    if (!words)
        return damaged("no words");
    OUTPOST_CHECK(checkWalletInfo(info, world));
    return WalletContent{std::move(info), std::move(*words)};
}

} // namespace outpost::wallet
