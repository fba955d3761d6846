// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/SecureBytes.h"
#include "core/base/SecureRng.h"
#include "core/wallet/WalletErrors.h"

namespace outpost::wallet {

/// How the checksum bits in the last word came about. Persisted: never renumber.
enum class WordsChecksum : std::uint8_t {
    Standard = 1, ///< BIP-39
    Zero = 2,     ///< all zero: 12 words made by some early wallets. A person is warned: a typing mistake may hide.
};

/// The words that restore a wallet: BIP-39, English. Holds the entropy in secure memory. Move-only.
/// **Thread:** any, one at a time.
class Mnemonic {
public:
    /// `wordCount` is 12 or 24; errors::kWordCount otherwise.
    static Result<Mnemonic> generate(SecureRng& rng, int wordCount);
    /// 16, 20, 24, 28 or 32 bytes; a zero checksum needs 16. errors::kWordCount.
    static Result<Mnemonic> fromEntropy(ByteSpan entropy, WordsChecksum checksum = WordsChecksum::Standard);
    /// Words in any letter case with any white space between them, each whole or cut to at least four letters.
    /// errors::kWordCount, kWordUnknown, kWordAmbiguous, kWordsChecksum. Errors name positions (from 1), never words.
    static Result<Mnemonic> parse(ByteSpan text);

    int wordCount() const { return static_cast<int>(m_entropy.size() * 8 / 32 * 3); }
    WordsChecksum checksum() const { return m_checksum; }
    const SecureBytes& entropy() const { return m_entropy; }
    /// The word at 0 <= index < wordCount(), from the public list.
    std::string_view word(int index) const;
    /// The words with one space between them.
    SecureBytes sentence() const;
    /// seedFromSentence() of these words.
    Result<SecureBytes> seed(ByteSpan passphrase = {}) const;
    Mnemonic clone() const { return {m_entropy.clone(), m_checksum}; }

private:
    Mnemonic(SecureBytes entropy, WordsChecksum checksum) : m_entropy(std::move(entropy)), m_checksum(checksum) {}
    SecureBytes m_entropy;
    WordsChecksum m_checksum;
};

/// The 64-byte seed of BIP-39: PBKDF2-HMAC-SHA512, 2048 rounds, salt "mnemonic" and the passphrase; both texts are
/// normalised here. Two milliseconds. errors::kPasswordNotText, kPasswordTooLong.
Result<SecureBytes> seedFromSentence(ByteSpan sentence, ByteSpan passphrase);

} // namespace outpost::wallet
