// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/CodecErrors.h"

#include <string_view>

namespace outpost::codec {

/// Degrees in WGS 84; latitude -90..90, longitude -180..180.
struct PlaceText {
    double latitude = 0;
    double longitude = 0;
};

/// A place as people paste it: "52.37512, 4.88398", with decimal commas, with N/S/E/W, in degrees, minutes and seconds,
/// a geo: URI (RFC 5870), or a link of a common map service that carries coordinates. Latitude comes first
/// unless letters say otherwise. Nothing is looked up. Error: kCodecNotAPlace.
Result<PlaceText> parsePlace(std::string_view text);

} // namespace outpost::codec
