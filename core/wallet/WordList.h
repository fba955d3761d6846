// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace outpost::wallet {

/// The English list of BIP-39: sorted, 2048 words, unique in their first four letters. Pure; **Thread:** any.
const std::array<std::string_view, 2048>& englishWords();

/// The word itself, or the one word that begins with at least four given letters; lower case only.
std::optional<std::uint16_t> findWord(std::string_view typed);

/// Up to `max` words that begin with the letters typed so far, for completion while typing.
std::vector<std::string_view> completions(std::string_view typed, std::size_t max = 6);

} // namespace outpost::wallet
