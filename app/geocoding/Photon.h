// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Bytes.h"
#include "core/domain/Device.h"

namespace outpost::photon {

// The protocol of Photon, a search server over OpenStreetMap: GET BASE?q=TEXT&limit=N&lang=LL answers a GeoJSON
// FeatureCollection (https://github.com/komoot/photon/blob/master/docs/api-v1.md). Pure; **Thread:** any.

inline constexpr std::size_t kMaxReplyBytes = 256 << 10;
inline constexpr std::size_t kMaxResults = 20;

/// What the coordinates are those of, by Photon's layers: of a town it is only the middle.
enum class Kind { House, Street, Quarter, Town, Region, Other };
std::string_view kindName(Kind kind); ///< "house", "street", "quarter", "town", "region", "other"

/// One result. All text is plain, one line and capped; what the server does not say is empty.
struct Address {
    Kind kind = Kind::Other;
    std::string name; ///< of a building, a street, a town
    std::string number;
    std::string street;
    std::string postcode;
    std::string district;
    std::string city;
    std::string county;
    std::string state;
    std::string country;
    std::string countryCode; ///< two letters
    GeoPoint point;
};

/// What a list shows: its name, or street and number in the country's order.
std::string title(const Address& address);
/// The rest of it, without what the title has said.
std::string area(const Address& address);

/// The results of a reply, in the server's order, at most `maxResults`. A feature that is not as documented, has no
/// name at all or lies off the globe is left out. Errors: kCodecTooLong, kCodecNotJson; kCodecShape when it is no
/// FeatureCollection, or when none of its features could be read.
Result<std::vector<Address>> parseReply(ByteSpan body, std::size_t maxResults = kMaxResults);

} // namespace outpost::photon
