// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/ble/HotspotGatt.h"

#include "core/base/Encoding.h"
#include "core/codec/CodecErrors.h"
#include "core/codec/Protobuf.h"

#include <algorithm>

namespace outpost::helium {

namespace {

using codec::ProtobufField;
using codec::ProtobufReader;
using codec::ProtobufWriter;

constexpr std::size_t kMaxPairs = 64;

} // namespace

Bytes encodeWifiConnect(ByteSpan ssid, ByteSpan passphrase)
{
    return ProtobufWriter().bytes(1, ssid).bytes(2, passphrase).done();
}

Result<std::vector<Bytes>> decodeWifiServices(ByteSpan value)
{
    if (value.size() > kMaxGattValue)
        return fail(errors::kTooLong, "Wi-Fi list");
    std::vector<Bytes> names;
    ProtobufReader reader(value);
    while (true) {
        OUTPOST_TRY(const auto field, reader.next());
        if (!field)
            return names;
        if (field->number == 1 && field->wire == ProtobufField::Wire::Bytes && !field->bytes.empty())
            names.push_back(toBytes(field->bytes));
    }
}

Result<std::vector<std::pair<std::string, std::string>>> decodeDiagnostics(ByteSpan value)
{
    if (value.size() > kMaxGattValue)
        return fail(errors::kTooLong, "diagnostics");
    std::vector<std::pair<std::string, std::string>> pairs;
    ProtobufReader reader(value);
    while (true) {
        OUTPOST_TRY(const auto entry, reader.next());
        if (!entry)
            return pairs;
        if (entry->number != 1 || entry->wire != ProtobufField::Wire::Bytes)
            continue;
        std::pair<std::string, std::string> pair;
        ProtobufReader inner(entry->bytes);
        while (true) {
            OUTPOST_TRY(const auto field, inner.next());
            if (!field)
                break;
            if (field->wire == ProtobufField::Wire::Bytes && (field->number == 1 || field->number == 2))
                (field->number == 1 ? pair.first : pair.second) = plainText(asText(field->bytes));
        }
        if (pairs.size() == kMaxPairs)
            return fail(errors::kTooLong, "more diagnostics than a hotspot has");
        pairs.push_back(std::move(pair));
    }
}

Bytes encodeAddGateway(std::string_view owner, std::string_view payer)
{
    return ProtobufWriter().text(1, owner).text(4, payer).done();
}

WifiState parseWifiState(ByteSpan value)
{
    const std::string_view word = asText(value);
    if (word == "connected")
        return WifiState::Connected;
    if (word == "invalid")
        return WifiState::WrongPassphrase;
    if (word == "not_found")
        return WifiState::NotFound;
    if (word == "timeout")
        return WifiState::TimedOut;
    if (word == "failed")
        return WifiState::Failed;
    if (word == "badargs")
        return WifiState::Refused;
    return WifiState::Working; // init, connecting, already, error, and words of firmwares to come
}

bool isStatusWord(ByteSpan value)
{
    return value.size() < 20 &&
           std::all_of(
               value.begin(), value.end(),
               [](std::uint8_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ' '; });
}

} // namespace outpost::helium
