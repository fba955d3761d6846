// SPDX-License-Identifier: GPL-3.0-or-later
// What a hotspot says over Bluetooth, what the network's services answer, and what the store keeps about a device. The
// first byte chooses; its upper half says whether the rest is a whole document or a piece of a good one.
#include "core/base/Encoding.h"
#include "core/domain/Cells.h"
#include "core/networks/helium/ble/HotspotGatt.h"
#include "core/networks/helium/ble/HotspotProtocol.h"
#include "core/networks/helium/client/ClaimFlow.h"
#include "core/networks/helium/client/ServiceReplies.h"
#include "tests/fuzz/Splice.h"

#include <cstdlib>

using namespace outpost;
using namespace outpost::helium;

namespace {

const std::string kHost = "service.example";
const std::string kKeys[] = {"112abc", "113def"};

constexpr std::string_view kRegistry =
    R"({"code":200,"data":{"id":7,"maker":{"id":3,"name":"Maker One","address":"13abc","locationNonceLimit":2}}})";
constexpr std::string_view kBuilt =
    R"({"data":{"solanaTransactions":[[1,0,255],{"type":"Buffer","data":[1,2,3]},"AQIDBA=="]}})";
constexpr std::string_view kVerified = R"({"transaction":"01ff00aabb"})";
constexpr std::string_view kRewards = R"({"currentRewards":{"112abc":"184467440737095516","113def":12}})";
constexpr std::string_view kStatement =
    R"({"oracle":"5A7p6pFZPtkqxVyT5hYQdJ8fGJJMeXHRYx1pWfHQQvgf","messages":[{"serialized":"AQID","signature":"AQID"}]})";
constexpr std::string_view kPlaces =
    R"({"hotspots":[{"key_to_asset_key":"abc","hotspot_infos":{"iot":{"city":"Bern"}}},{"hotspot_infos":{}}]})";
constexpr std::string_view kCoverage =
    R"({"cursor":"100","items":[{"lat":46.9,"long":7.4},{"lat":null,"long":null},{"lat":91,"long":7e9}]})";
constexpr std::string_view kData =
    R"({"key":"2NEpo7TZRRrLZSi2U","asset":"5A7p6pFZPtkqxVyT5hYQdJ8fGJJMeXHRYx1pWfHQQvgf"})";

void check(bool holds)
{
    if (!holds)
        std::abort();
}

bool isShowable(const std::string& text, std::size_t most)
{
    return plainText(text, most) == text;
}

void device(ByteSpan bytes)
{
    if (const auto names = decodeWifiServices(bytes)) {
        for (const Bytes& name : *names)
            check(!name.empty() && name.size() <= kMaxGattValue);
    }
    if (const auto pairs = decodeDiagnostics(bytes)) {
        check(pairs->size() <= 64);
        for (const auto& [name, value] : *pairs)
            check(isShowable(name, 80) && isShowable(value, 80));
        const auto lamps = lampsFromDiagnostics(*pairs, plainText(asText(bytes), 64), fromUnixSeconds(1'795'338'000));
        check(lamps.size() <= 2);
    }
    // A word never counts as a signed registration, and what joins never counts as a failure.
    if (parseWifiState(bytes) != WifiState::Working)
        check(isStatusWord(bytes));
}

void services(unsigned which, std::string_view document)
{
    const auto json = codec::parseJson(document, 1u << 20);
    if (!json)
        return;
    switch (which) {
    case 1:
        if (const auto record = parseRegistryRecord(*json, kHost); record && *record) {
            check(isShowable((*record)->makerName, 40));
            check((*record)->locationNonceLimit <= 1000);
        }
        break;
    case 2:
        if (const auto transactions = parseBuiltTransactions(*json, kHost)) {
            check(transactions->size() <= 8);
            for (const Bytes& transaction : *transactions)
                check(transaction.size() <= 1232);
        }
        break;
    case 3:
        if (const auto transaction = parseVerifiedTransaction(*json, kHost))
            check(transaction->size() <= 1232);
        break;
    case 4:
        if (const auto totals = parseLifetimeRewards(*json, kKeys, kHost)) {
            for (const auto& [key, total] : *totals)
                check(key == kKeys[0] || key == kKeys[1]);
        }
        break;
    case 5:
        // Nobody here has an oracle's key.
        check(!parseOracleStatement(*json, kHost));
        break;
    case 6:
        for (const EntityPlace& place : parsePlaces(*json))
            check(!place.keyToAsset.empty() && isShowable(place.city, 40));
        break;
    default:
        if (const auto page = parseCoveragePage(*json, kHost)) {
            for (const CoverageRow& row : page->rows)
                check(isValidPoint(row.point));
            check(page->nextCursor.find_first_of("&?#/% \r\n") == std::string::npos);
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const ByteSpan rest(data + 1, size - 1);
    const bool isPiece = data[0] >= 128;
    constexpr std::string_view kGood[] = {kRegistry, kBuilt, kVerified, kRewards, kStatement, kPlaces, kCoverage};
    const unsigned which = data[0] % 9;
    if (which == 0) {
        device(rest);
    } else if (which == 8) {
        const std::string text = isPiece ? fuzz::spliced(kData, rest) : std::string(asText(rest));
        if (const auto kept = HotspotData::fromJson(text)) {
            const auto again = HotspotData::fromJson(kept->toJson());
            check(again && again->entityKey == kept->entityKey && again->asset == kept->asset);
        }
    } else {
        services(which, isPiece ? fuzz::spliced(kGood[which - 1], rest) : std::string(asText(rest)));
    }
    return 0;
}
