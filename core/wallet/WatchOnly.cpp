// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wallet/WatchOnly.h"

#include "core/base/Encoding.h"
#include "core/codec/Json.h"

#include <algorithm>

namespace outpost::wallet {

namespace {

constexpr std::string_view kFormat = "outpost-watch-only";
constexpr int kVersion = 1;
constexpr std::uint64_t kMaxFile = 1024 * 1024;
constexpr std::size_t kMaxAddresses = 1000;
constexpr std::size_t kMaxText = 200;

std::unexpected<Error> invalid(std::string detail)
{
    return fail(errors::kWalletContentInvalid, std::move(detail));
}
std::unexpected<Error> damaged(std::string detail)
{
    return fail(errors::kVaultDamaged, std::move(detail));
}

bool isShowable(std::string_view text)
{
    return text.size() <= kMaxText && isUtf8(text) && plainText(text, kMaxText) == text;
}
bool isPrintableAscii(std::string_view text)
{
    return !text.empty() && text.size() <= kMaxText &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

Result<void> check(const WatchOnlyWallet& wallet)
{
    if (const auto id = fromHex(wallet.id.str(), 8); !id || id->size() != 8)
        return invalid("wallet id");
    if (wallet.name.empty() || !isShowable(wallet.name))
        return invalid("wallet name");
    if (wallet.addresses.empty() || wallet.addresses.size() > kMaxAddresses)
        return invalid("number of addresses");
    for (const WatchedAddress& watched : wallet.addresses) {
        if (!isPrintableAscii(watched.network.str()) || !isPrintableAscii(watched.address.str()) ||
            !isShowable(watched.label))
            return invalid("address");
    }
    return {};
}

Result<WatchOnlyWallet> readFields(const codec::Json& json)
{
    WatchOnlyWallet wallet;
    OUTPOST_TRY(std::string id, json.stringAt("id", kMaxText));
    wallet.id = WalletId(std::move(id));
    OUTPOST_TRY(wallet.name, json.stringAt("name", kMaxText));
    OUTPOST_TRY(const std::int64_t createdAt, json.integerAt("createdAt"));
    wallet.createdAt = fromUnixMillis(createdAt);
    OUTPOST_TRY(const auto addresses, json.arrayAt("addresses", kMaxAddresses));
    for (const codec::Json& entry : addresses) {
        WatchedAddress watched;
        OUTPOST_TRY(std::string network, entry.stringAt("network", kMaxText));
        OUTPOST_TRY(std::string address, entry.stringAt("address", kMaxText));
        OUTPOST_TRY(watched.label, entry.stringAt("label", kMaxText));
        watched.network = NetworkId(std::move(network));
        watched.address = Address(std::move(address));
        wallet.addresses.push_back(std::move(watched));
    }
    return wallet;
}

} // namespace

Result<std::string> encodeWatchOnly(const WatchOnlyWallet& wallet)
{
    OUTPOST_CHECK(check(wallet));
    codec::JsonArray addresses;
    for (const WatchedAddress& watched : wallet.addresses) {
        codec::JsonObject entry;
        entry.add("network", watched.network.str()).add("address", watched.address.str()).add("label", watched.label);
        addresses.add(entry);
    }
    codec::JsonObject json;
    json.add("format", kFormat)
        .add("version", kVersion)
        .add("demo", wallet.world == World::Demo)
        .add("id", wallet.id.str())
        .add("name", wallet.name)
        .add("createdAt", toUnixMillis(wallet.createdAt))
        .add("addresses", addresses);
    return json.text() + '\n';
}

Result<WatchOnlyWallet> decodeWatchOnly(ByteSpan bytes, World expected)
{
    const auto json =
        codec::parseJson(bytes, codec::JsonLimits{.maxBytes = kMaxFile, .maxDepth = 8, .maxValues = 10'000});
    const auto format = json ? json->stringAt("format") : Result<std::string>(std::unexpected(json.error()));
    if (!format || *format != kFormat)
        return damaged("not a watch-only file");
    const auto version = json->integerAt("version");
    if (!version || *version < 1)
        return damaged("version");
    if (*version > kVersion)
        return fail(errors::kVaultTooNew, "watch-only version");
    const auto isDemo = json->booleanAt("demo");
    if (!isDemo)
        return damaged("field demo");
    if (*isDemo != (expected == World::Demo))
        return fail(*isDemo ? errors::kVaultIsDemo : errors::kVaultIsReal, "wallet of the other world");
    auto wallet = readFields(*json);
    if (!wallet)
        return damaged(wallet.error().detail);
    wallet->world = expected;
    OUTPOST_CHECK(check(*wallet));
    return wallet;
}

Result<void> saveWatchOnly(FileSystem& files, const std::filesystem::path& path, const WatchOnlyWallet& wallet)
{
    OUTPOST_TRY(const std::string json, encodeWatchOnly(wallet));
    return writeFileAtomically(files, path, asBytes(json));
}

Result<WatchOnlyWallet> loadWatchOnly(FileSystem& files, const std::filesystem::path& path, World expected)
{
    auto content = files.read(path, kMaxFile);
    if (!content && content.error().is(errors::kFileNotFound))
        return fail(errors::kVaultMissing, "no such file", {path.string()});
    if (!content && content.error().is(errors::kTooLong))
        return fail(errors::kVaultDamaged, "file size", {path.string()});
    if (!content)
        return std::unexpected(std::move(content.error()));
    auto wallet = decodeWatchOnly(*content, expected);
    if (!wallet && wallet.error().args.empty())
        wallet.error().args = {path.string()};
    return wallet;
}

Result<Signature64> WatchOnlySigner::sign(const ApprovedMessage&)
{
    return fail(errors::kWatchOnly, "no key here", {m_address.str()});
}

} // namespace outpost::wallet
