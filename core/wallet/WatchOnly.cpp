// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wallet/WatchOnly.h"

#include "core/base/Encoding.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace outpost::wallet {

namespace {

using Json = nlohmann::json;

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

/// The text under a name, or an error; JSON from a file may have any shape.
Result<std::string> textOf(const Json& object, const char* name)
{
    const auto it = object.find(name);
    if (it == object.end() || !it->is_string())
        return damaged(std::string("field ") + name);
    return it->get<std::string>();
}

Result<std::int64_t> integerOf(const Json& object, const char* name)
{
    const auto it = object.find(name);
    if (it == object.end() || !it->is_number_integer())
        return damaged(std::string("field ") + name);
    return it->get<std::int64_t>();
}

/// The parser is recursive: depth is looked at before it runs.
bool isShallow(ByteSpan json)
{
    int depth = 0;
    for (const std::uint8_t c : json) {
        if (c == '[' || c == '{')
            ++depth;
        else if (c == ']' || c == '}')
            --depth;
        if (depth > 16)
            return false;
    }
    return true;
}

} // namespace

Result<std::string> encodeWatchOnly(const WatchOnlyWallet& wallet)
{
    OUTPOST_CHECK(check(wallet));
    Json addresses = Json::array();
    for (const WatchedAddress& watched : wallet.addresses)
        addresses.push_back(
            {{"network", watched.network.str()}, {"address", watched.address.str()}, {"label", watched.label}});
    const Json json{{"format", kFormat},
                    {"version", kVersion},
                    {"demo", wallet.world == World::Demo},
                    {"id", wallet.id.str()},
                    {"name", wallet.name},
                    {"createdAt", toUnixMillis(wallet.createdAt)},
                    {"addresses", std::move(addresses)}};
    return json.dump(2) + '\n';
}

Result<WatchOnlyWallet> decodeWatchOnly(ByteSpan bytes, World expected)
{
    if (bytes.size() > kMaxFile || !isShallow(bytes))
        return damaged("file size or depth");
    const Json json = Json::parse(bytes.begin(), bytes.end(), nullptr, false);
    if (!json.is_object())
        return damaged("not a JSON object");
    OUTPOST_TRY(const std::string format, textOf(json, "format"));
    OUTPOST_TRY(const std::int64_t version, integerOf(json, "version"));
    if (format != kFormat || version < 1)
        return damaged("format");
    if (version > kVersion)
        return fail(errors::kVaultTooNew, "watch-only version");
    const auto demo = json.find("demo");
    if (demo == json.end() || !demo->is_boolean())
        return damaged("field demo");
    WatchOnlyWallet wallet;
    wallet.world = demo->get<bool>() ? World::Demo : World::Real;
    if (wallet.world != expected)
        return fail(wallet.world == World::Demo ? errors::kVaultIsDemo : errors::kVaultIsReal,
                    "wallet of the other world");
    OUTPOST_TRY(std::string id, textOf(json, "id"));
    wallet.id = WalletId(std::move(id));
    OUTPOST_TRY(wallet.name, textOf(json, "name"));
    OUTPOST_TRY(const std::int64_t createdAt, integerOf(json, "createdAt"));
    wallet.createdAt = fromUnixMillis(createdAt);
    const auto addresses = json.find("addresses");
    if (addresses == json.end() || !addresses->is_array())
        return damaged("field addresses");
    for (const Json& entry : *addresses) {
        if (!entry.is_object())
            return damaged("field addresses");
        WatchedAddress watched;
        OUTPOST_TRY(std::string network, textOf(entry, "network"));
        OUTPOST_TRY(std::string address, textOf(entry, "address"));
        OUTPOST_TRY(watched.label, textOf(entry, "label"));
        watched.network = NetworkId(std::move(network));
        watched.address = Address(std::move(address));
        wallet.addresses.push_back(std::move(watched));
    }
    OUTPOST_CHECK(check(wallet));
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
