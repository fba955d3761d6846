// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace outpost {

/// A text that names something, with a type of its own so that a device's id cannot be passed as a wallet's.
template <class Tag> class Id {
public:
    Id() = default;
    explicit Id(std::string value) : m_value(std::move(value)) {}

    const std::string& str() const { return m_value; }
    bool isEmpty() const { return m_value.empty(); }
    friend auto operator<=>(const Id&, const Id&) = default;
    friend bool operator==(const Id&, const Id&) = default;

private:
    std::string m_value;
};

} // namespace outpost

template <class Tag> struct std::hash<outpost::Id<Tag>> {
    std::size_t operator()(const outpost::Id<Tag>& id) const noexcept { return std::hash<std::string>{}(id.str()); }
};
