// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Int128.h"
#include "core/codec/CodecErrors.h"

namespace outpost::codec {

/// "12.5" with 8 decimals -> 1250000000. Digits, one point, nothing else: no sign, exponent, separators or blanks.
/// Never rounds. Errors: kCodecNotAnAmount, kCodecTooPrecise, kOverflow.
Result<Int128> parseAmountText(std::string_view text, int decimals);

/// The reverse: all decimals when `keepZeros`, otherwise without zeroes at the end. Point as decimal mark, no
/// separators; app/format spells amounts for people.
std::string amountText(Int128 baseUnits, int decimals, bool keepZeros = false);

/// A JSON number, with sign and exponent, scaled by 10^decimals and rounded half to even: for prices, which others
/// publish with as many digits as they like. Errors: kCodecNotAnAmount, kOverflow.
Result<Int128> scaledNumber(std::string_view jsonNumber, int decimals);

} // namespace outpost::codec
