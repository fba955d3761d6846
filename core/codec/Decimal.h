// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Int128.h"
#include "core/codec/CodecErrors.h"

namespace outpost::codec {

/// A JSON number, with sign and exponent, scaled by 10^decimals and rounded half to even: for prices, which others
/// publish with as many digits as they like. Errors: kCodecNotANumber, kOverflow.
Result<Int128> scaledNumber(std::string_view jsonNumber, int decimals);

} // namespace outpost::codec
