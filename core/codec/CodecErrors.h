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
inline constexpr ErrorCode kCodecNotAnAmount{"codec.notAnAmount", ExitClass::Usage};
/// More digits behind the point than the asset has: args = {the most digits}.
inline constexpr ErrorCode kCodecTooPrecise{"codec.tooPrecise", ExitClass::Usage};
inline constexpr ErrorCode kCodecNotAPlace{"codec.notAPlace", ExitClass::Usage};
inline constexpr ErrorCode kCodec[] = {kCodecTruncated,   kCodecTrailing,   kCodecInvalid,
                                       kCodecTooLong,     kCodecNotJson,    kCodecShape,
                                       kCodecNotAnAmount, kCodecTooPrecise, kCodecNotAPlace};

} // namespace outpost::errors
