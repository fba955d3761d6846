// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/ByteReader.h"
#include "core/codec/Csv.h"
#include "core/codec/Decimal.h"
#include "core/codec/Json.h"
#include "core/codec/Place.h"
#include "core/codec/Protobuf.h"

#include <cstdlib>

using namespace outpost;

namespace {

void walkProtobuf(ByteSpan message, int depth)
{
    codec::ProtobufReader in(message);
    for (;;) {
        const auto field = in.next();
        if (!field || !*field)
            return;
        if ((*field)->wire == codec::ProtobufField::Wire::Bytes && depth < 8)
            walkProtobuf((*field)->bytes, depth + 1);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const ByteSpan bytes(data, size);
    const std::string_view text = asText(bytes);
    if (const auto json = codec::parseJson(bytes)) {
        const std::string again = json->toText();
        const auto back = codec::parseJson(again);
        if (!back || back->toText() != again)
            std::abort();
    }
    walkProtobuf(bytes, 0);
    (void)codec::scaledNumber(text, 9);
    if (const auto place = codec::parsePlace(text)) {
        if (!(place->latitude >= -90 && place->latitude <= 90 && place->longitude >= -180 && place->longitude <= 180))
            std::abort();
    }
    codec::CsvWriter csv;
    csv.text(text).number(text).endRow();

    codec::ByteReader in(bytes);
    while (in.ok() && in.left() > 0) {
        switch (in.u8() % 6) {
        case 0:
            in.compactU16();
            break;
        case 1:
            (void)in.string(64);
            break;
        case 2:
            (void)in.count(4);
            break;
        case 3:
            (void)in.optional<std::uint64_t>();
            break;
        case 4:
            (void)in.array<7>();
            break;
        default:
            in.u64();
        }
    }
    return 0;
}
