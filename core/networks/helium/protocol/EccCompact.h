// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Bytes.h"

namespace outpost::helium {

/// Verifies a DER signature (ECDSA, P-256, SHA-256) by a key of which only the 32-byte x coordinate is stored: the y
/// coordinate is the smaller of the two roots (github.com/helium/helium-crypto-rs, ecc_compact). False for a malformed
/// key or signature. Pure.
bool verifyEccCompact(ByteSpan x, ByteSpan message, ByteSpan derSignature);

} // namespace outpost::helium
