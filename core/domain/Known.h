// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <optional>
#include <string>
#include <utility>

namespace outpost {

/// How far a figure from outside can be trusted. Absent is not zero.
enum class Knowledge {
    NeverAsked = 0,
    Known = 1,
    Stale = 2,        ///< the last good value, older than it should be
    Unreachable = 3,  ///< the source did not answer; a last good value may be there
    ShapeChanged = 4, ///< the source answered something we do not understand
    NotOffered = 5,   ///< the source answers, and does not say this
};

/// A value with its source and time.
template <class T> struct Known {
    Knowledge state = Knowledge::NeverAsked;
    std::optional<T> value;
    std::string source; ///< shown to a person, for instance "device diagnostics"
    Time asOf;          ///< of the value, or of the last attempt when there is none

    static Known known(T v, std::string from, Time at) { return {Knowledge::Known, std::move(v), std::move(from), at}; }
    static Known without(Knowledge why, std::string from, Time at) { return {why, std::nullopt, std::move(from), at}; }
    bool hasValue() const { return value.has_value(); }
};

} // namespace outpost
