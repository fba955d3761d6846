// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wallet/WordList.h"

#include <algorithm>
#include <span>

namespace outpost::wallet {

// WordListEnglish.cpp is written by CMake from resources/wordlists/bip39-english.txt.
extern const std::array<std::string_view, 2048> kEnglishWords;

namespace {

std::span<const std::string_view> wordsWithPrefix(std::string_view prefix)
{
    const auto& words = englishWords();
    const auto first = std::lower_bound(words.begin(), words.end(), prefix);
    const auto last =
        std::find_if(first, words.end(), [&](std::string_view word) { return !word.starts_with(prefix); });
    return {first, last};
}

} // namespace

const std::array<std::string_view, 2048>& englishWords()
{
    return kEnglishWords;
}

std::optional<std::uint16_t> findWord(std::string_view typed)
{
    const auto candidates = wordsWithPrefix(typed);
    if (typed.empty() || candidates.empty())
        return std::nullopt;
    if (candidates.front() != typed && (typed.size() < 4 || candidates.size() > 1))
        return std::nullopt;
    return static_cast<std::uint16_t>(candidates.data() - englishWords().data());
}

std::vector<std::string_view> completions(std::string_view typed, std::size_t max)
{
    if (typed.empty())
        return {};
    const auto candidates = wordsWithPrefix(typed);
    const auto shown = candidates.first(std::min(max, candidates.size()));
    return {shown.begin(), shown.end()};
}

} // namespace outpost::wallet
