// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace outpost::errors {

inline constexpr ErrorCode kCodecTruncated{"codec.truncated", ExitClass::Refused};
inline constexpr ErrorCode kCodecTrailing{"codec.trailing", ExitClass::Refused};
inline constexpr ErrorCode kCodecInvalid{"codec.invalid", ExitClass::Refused};
inline constexpr ErrorCode kCodecTooLong{"codec.tooLong", ExitClass::Refused};
inline constexpr ErrorCode kCodecNotJson{"codec.notJson", ExitClass::Unreachable};
/// A JSON document without a member that was promised, or with one of another type: args = {member}.
inline constexpr ErrorCode kCodecShape{"codec.shape", ExitClass::Unreachable};
/// Text where a number belongs.
inline constexpr ErrorCode kCodecNotANumber{"codec.notANumber", ExitClass::Unreachable};
inline constexpr ErrorCode kCodecNotAPlace{"codec.notAPlace", ExitClass::Usage};
inline constexpr ErrorCode kCodec[] = {kCodecTruncated, kCodecTrailing, kCodecInvalid,    kCodecTooLong,
                                       kCodecNotJson,   kCodecShape,    kCodecNotANumber, kCodecNotAPlace};

} // namespace outpost::errors
