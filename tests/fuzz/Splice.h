// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Bytes.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace outpost::fuzz {

/// A well-formed text with a piece of it replaced by the input, so that the search starts behind the outer shape. The
/// input's first two bytes say where and how much.
inline std::string spliced(std::string_view good, ByteSpan input)
{
    if (input.size() < 2)
        return std::string(good);
    const std::size_t from = good.size() * input[0] / 256;
    const std::size_t length = std::min<std::size_t>(input[1] % 64, good.size() - from);
    std::string out(good.substr(0, from));
    out.append(asText(input.subspan(2)));
    out.append(good.substr(from + length));
    return out;
}

} // namespace outpost::fuzz
