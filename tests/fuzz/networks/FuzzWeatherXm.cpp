// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/Cells.h"
#include "core/networks/weatherxm/client/StationReplies.h"

#include <cmath>
#include <cstdlib>

using namespace outpost;
using namespace outpost::weatherxm;

namespace {

void check(bool holds)
{
    if (!holds)
        std::abort();
}

/// What everybody behind the parser relies on.
void check(const Station& station)
{
    check(isStationId(station.id));
    check(station.name.size() <= 400 && station.city.size() <= 400);
    check(!station.point || isValidPoint(*station.point));
    check(!station.cell || isValidCell(*station.cell));
    check(!station.lifetime || !station.lifetime->isNegative());
    if (station.weather) {
        for (const Measure& measure : station.weather->measures)
            check(std::isfinite(measure.value));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const ByteSpan bytes(data, size);
    (void)parseCloudTime(asText(bytes));
    const auto json = codec::parseJson(bytes, 1u << 20);
    if (!json)
        return 0;
    if (const auto station = parseStation(*json))
        check(*station);
    if (const auto stations = parseStations(*json)) {
        check(stations->size() <= kMostStations);
        for (const Station& station : *stations)
            check(station);
    }
    (void)parseStationInfo(*json);
    if (const auto tokens = parseTokens(*json)) {
        check(!tokens->access.isEmpty());
        for (const std::uint8_t byte : tokens->access.span())
            check(byte > ' ' && byte < 0x7f);
    }
    if (const auto wallet = parseWallet(*json))
        check(wallet->empty() || wallet->size() == 42);
    return 0;
}
