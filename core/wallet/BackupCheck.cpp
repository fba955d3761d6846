// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wallet/BackupCheck.h"

#include "core/wallet/WordList.h"

#include <algorithm>

namespace outpost::wallet {

namespace {

/// Uniform in [0, bound): values of the last, incomplete round are drawn again.
int drawBelow(SecureRng& rng, int bound)
{
    const unsigned usable = 256u - 256u % static_cast<unsigned>(bound);
    while (true) {
        std::array<std::uint8_t, 1> byte{};
        rng.fill(byte);
        if (byte[0] < usable)
            return byte[0] % bound;
    }
}

bool isSpace(std::uint8_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

SecureBytes trimmedLowerCase(ByteSpan text)
{
    while (!text.empty() && isSpace(text.front()))
        text = text.subspan(1);
    while (!text.empty() && isSpace(text.back()))
        text = text.first(text.size() - 1);
    SecureBytes out(text);
    for (std::uint8_t& c : out.writable())
        c = c >= 'A' && c <= 'Z' ? static_cast<std::uint8_t>(c + 32) : c;
    return out;
}

} // namespace

BackupCheck::BackupCheck(SecureRng& rng, int wordCount, int questions)
{
    std::vector<int> left;
    for (int i = 1; i <= wordCount; ++i)
        left.push_back(i);
    for (int i = 0; i < std::min(questions, wordCount); ++i) {
        const auto chosen = left.begin() + drawBelow(rng, static_cast<int>(left.size()));
        m_positions.push_back(*chosen);
        left.erase(chosen);
    }
    std::sort(m_positions.begin(), m_positions.end());
}

Result<void> BackupCheck::verify(const Mnemonic& words, std::span<const SecureBytes> answers) const
{
    for (std::size_t i = 0; i < m_positions.size(); ++i) {
        const int position = m_positions[i];
        const bool isRight = i < answers.size() && position <= words.wordCount() &&
                             trimmedLowerCase(answers[i].span()).equals(asBytes(words.word(position - 1)));
        if (!isRight)
            return fail(errors::kBackupCheckFailed, "word differs", {std::to_string(position)});
    }
    return {};
}

Result<void> BackupCheck::verifyAll(const Mnemonic& words, ByteSpan typed)
{
    OUTPOST_TRY(const Mnemonic given, Mnemonic::parse(typed));
    if (given.wordCount() != words.wordCount())
        return fail(errors::kBackupCheckFailed, "number of words differs", {std::to_string(given.wordCount())});
    for (int i = 0; i < words.wordCount(); ++i) {
        if (given.word(i) != words.word(i))
            return fail(errors::kBackupCheckFailed, "word differs", {std::to_string(i + 1)});
    }
    return {};
}

} // namespace outpost::wallet
