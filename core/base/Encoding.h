// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Bytes.h"
#include "core/base/Error.h"

#include <array>

namespace outpost {

// Text spellings of bytes. Decoders refuse anything but the canonical alphabet, look at the length before anything else
// and answer errors::kMalformed or errors::kTooLong. Pure; **Thread:** any.

std::string toHex(ByteSpan bytes);                                            ///< lower case
Result<Bytes> fromHex(std::string_view text, std::size_t maxBytes = 1 << 20); ///< either case, no prefix

std::string toBase64(ByteSpan bytes);                                             ///< RFC 4648, with padding
Result<Bytes> fromBase64(std::string_view text, std::size_t maxBytes = 16 << 20); ///< padding required

/// Bitcoin alphabet. Quadratic, hence the low default cap.
std::string toBase58(ByteSpan bytes);
Result<Bytes> fromBase58(std::string_view text, std::size_t maxBytes = 256);
/// base58 with four bytes of double SHA-256 behind the payload.
std::string toBase58Check(ByteSpan payload);
Result<Bytes> fromBase58Check(std::string_view text, std::size_t maxBytes = 256);

std::array<std::uint8_t, 32> sha256(ByteSpan bytes);
std::array<std::uint8_t, 64> sha512(ByteSpan bytes);

/// True for well-formed UTF-8 (no surrogates, no over-long forms).
bool isUtf8(std::string_view text);
/// Remote text made safe to show: well-formed UTF-8, no control or bidirectional formatting characters, one line, at
/// most `maxCodePoints` (an ellipsis marks a cut).
std::string plainText(std::string_view remote, std::size_t maxCodePoints = 80);

} // namespace outpost
