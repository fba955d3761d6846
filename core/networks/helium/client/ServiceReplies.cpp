// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/client/ServiceReplies.h"

#include "core/base/Encoding.h"
#include "core/domain/Cells.h"
#include "core/networks/helium/client/ClientErrors.h"
#include "core/networks/helium/protocol/ProtocolErrors.h"

namespace outpost::helium {

using codec::Json;

namespace {

constexpr std::size_t kMaxTransactions = 8;
constexpr std::size_t kMaxTransactionBytes = 1232;

std::unexpected<Error> shape(const std::string& host, const Error& cause)
{
    return fail(std::move(Error(errors::kHeliumServiceShape, cause.detail, {host}).causedBy(cause)));
}

/// A transaction as one of the three ways these servers write bytes: numbers, Node's Buffer, or base64.
Result<Bytes> readBytes(const Json& value)
{
    if (value.isString()) {
        OUTPOST_TRY(const std::string text, value.string(4096));
        return fromBase64(text, kMaxTransactionBytes);
    }
    const Json list = value.isObject() ? value["data"] : value;
    OUTPOST_TRY(const auto items, list.array(kMaxTransactionBytes));
    Bytes bytes;
    for (const Json& item : items) {
        OUTPOST_TRY(const std::uint64_t number, item.uint());
        if (number > 255)
            return fail(errors::kMalformed, "not a byte");
        bytes.push_back(static_cast<std::uint8_t>(number));
    }
    return bytes;
}

Result<std::uint64_t> readBaseUnits(const Json& value)
{
    OUTPOST_TRY(const Int128 amount, value.intText());
    return amount.toUint64();
}

} // namespace

Result<std::optional<RegistryRecord>> parseRegistryRecord(const Json& reply, const std::string& host)
{
    const Json maker = reply["data"]["maker"];
    if (!maker.isObject())
        return std::nullopt;
    const auto name = maker.stringAt("name", 200);
    const auto address = maker.stringAt("address", 100);
    if (!name || !address)
        return shape(host, name ? address.error() : name.error());
    RegistryRecord record;
    record.makerName = plainText(*name, 40);
    record.makerAddress = *address;
    record.locationNonceLimit =
        static_cast<std::uint32_t>(std::min<std::uint64_t>(maker.uintAt("locationNonceLimit").value_or(0), 1000));
    return record;
}

Result<std::vector<Bytes>> parseBuiltTransactions(const Json& reply, const std::string& host)
{
    const auto list = reply["data"]["solanaTransactions"].array(kMaxTransactions);
    if (!list)
        return shape(host, list.error());
    std::vector<Bytes> transactions;
    for (const Json& item : *list) {
        auto bytes = readBytes(item);
        if (!bytes)
            return shape(host, bytes.error());
        transactions.push_back(std::move(*bytes));
    }
    return transactions;
}

Result<Bytes> parseVerifiedTransaction(const Json& reply, const std::string& host)
{
    const auto text = reply.stringAt("transaction", 2 * kMaxTransactionBytes);
    if (!text)
        return shape(host, text.error());
    auto bytes = fromHex(*text, kMaxTransactionBytes);
    if (!bytes)
        return shape(host, bytes.error());
    return bytes;
}

Result<std::map<std::string, std::uint64_t>> parseLifetimeRewards(const Json& reply, std::span<const std::string> keys,
                                                                  const std::string& host)
{
    const Json rewards = reply["currentRewards"];
    if (!rewards.isObject())
        return shape(host, Error(errors::kMalformed, "currentRewards is no object"));
    std::map<std::string, std::uint64_t> totals;
    for (const std::string& key : keys) {
        const Json value = rewards[std::string_view(key)];
        if (!value.hasValue())
            continue;
        const auto amount = readBaseUnits(value);
        if (!amount)
            return shape(host, amount.error());
        totals[key] = *amount;
    }
    return totals;
}

Result<OracleStatement> parseOracleStatement(const Json& reply, const std::string& host)
{
    const Json first = reply["messages"][std::size_t{0}];
    const auto oracle = reply.stringAt("oracle", 64);
    const auto serialized = first.stringAt("serialized", 1024);
    const auto signature = first.stringAt("signature", 256);
    if (!oracle || !serialized || !signature)
        return shape(host, !oracle ? oracle.error() : !serialized ? serialized.error() : signature.error());
    const auto oracleKey = PublicKey::fromBase58(*oracle);
    const auto message = fromBase64(*serialized, 512);
    const auto signatureBytes = fromBase64(*signature, 64);
    if (!oracleKey || !message || !signatureBytes)
        return shape(host, Error(errors::kMalformed, "key, message or signature"));
    const auto signed64 = solana::Signature::fromBytes(*signatureBytes);
    if (!signed64 || !signed64->verifies(*message, *oracleKey))
        return fail(errors::kHeliumBadOracleMessage, "signature does not verify", {host});
    OracleStatement statement;
    OUTPOST_TRY(statement.message, OracleMessage::parse(*message));
    statement.oracle = *oracleKey;
    statement.signature = *signed64;
    return statement;
}

std::vector<EntityPlace> parsePlaces(const Json& reply)
{
    std::vector<EntityPlace> places;
    for (const Json& hotspot : reply["hotspots"].items()) {
        EntityPlace place;
        place.keyToAsset = hotspot.stringAt("key_to_asset_key", 64).value_or(std::string());
        place.city = plainText(hotspot["hotspot_infos"]["iot"].stringAt("city", 200).value_or(std::string()), 40);
        if (!place.keyToAsset.empty())
            places.push_back(std::move(place));
    }
    return places;
}

Result<CoveragePage> parseCoveragePage(const Json& reply, const std::string& host)
{
    const auto items = reply["items"].array(100'000);
    if (!items)
        return shape(host, items.error());
    CoveragePage page;
    for (const Json& item : *items) {
        const auto latitude = item.realAt("lat");
        const auto longitude = item.realAt("long");
        if (latitude && longitude && isValidPoint({*latitude, *longitude}))
            page.rows.push_back({{*latitude, *longitude}});
    }
    const auto next = reply["cursor"].string(256);
    // A cursor goes back into an address: only what needs no escaping.
    if (next && next->find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=.") ==
                    std::string::npos)
        page.nextCursor = *next;
    return page;
}

} // namespace outpost::helium
