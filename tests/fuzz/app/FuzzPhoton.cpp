// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/geocoding/Photon.h"
#include "core/base/Encoding.h"

#include <cmath>
#include <cstdlib>

using namespace outpost;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto found = photon::parseReply(ByteSpan(data, size));
    if (!found)
        return 0;
    if (found->size() > photon::kMaxResults)
        std::abort();
    for (const photon::Address& address : *found) {
        if (photon::title(address).empty() || !isUtf8(photon::title(address)) || !isUtf8(photon::area(address)))
            std::abort();
        if (!(std::abs(address.point.latitude) <= 90 && std::abs(address.point.longitude) <= 180))
            std::abort();
    }
    return 0;
}
