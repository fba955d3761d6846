// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wallet/Mnemonic.h"

#include "core/base/Encoding.h"
#include "core/wallet/Password.h"
#include "core/wallet/WordList.h"

#include <openssl/evp.h>

#include <algorithm>

namespace outpost::wallet {

namespace {

constexpr std::size_t kMaxText = 2048;
constexpr int kMaxWords = 24;
constexpr int kSeedRounds = 2048;

bool isSpace(std::uint8_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Word indices in secure memory, two bytes each.
class Indices {
public:
    Indices() : m_memory(kMaxWords * sizeof(std::uint16_t)) {}

    int size() const { return m_size; }
    std::uint16_t operator[](int i) const { return data()[i]; }
    void set(int i, std::uint16_t v) { data()[i] = v; }
    void push(std::uint16_t v) { data()[m_size++] = v; }

private:
    std::uint16_t* data() { return reinterpret_cast<std::uint16_t*>(m_memory.data()); }
    const std::uint16_t* data() const { return reinterpret_cast<const std::uint16_t*>(m_memory.data()); }

    SecureBytes m_memory;
    int m_size = 0;
};

unsigned standardChecksum(ByteSpan entropy)
{
    auto digest = sha256(entropy);
    const unsigned bits = static_cast<unsigned>(entropy.size()) * 8 / 32;
    const unsigned checksum = digest[0] >> (8 - bits);
    SecureBytes::zero(digest.data(), digest.size());
    return checksum;
}

/// Eleven bits of entropy and checksum, as BIP-39 numbers words.
std::uint16_t indexAt(ByteSpan entropy, unsigned checksum, int word)
{
    unsigned index = 0;
    for (int bit = word * 11; bit < word * 11 + 11; ++bit) {
        const int entropyBits = static_cast<int>(entropy.size()) * 8;
        const int checksumBits = entropyBits / 32;
        const unsigned value = bit < entropyBits
                                   ? static_cast<unsigned>(entropy[static_cast<std::size_t>(bit / 8)]) >> (7 - bit % 8)
                                   : checksum >> (checksumBits - 1 - (bit - entropyBits));
        index = index << 1 | (value & 1);
    }
    return static_cast<std::uint16_t>(index);
}

/// Splits the indices into entropy and its checksum bits.
SecureBytes entropyOf(const Indices& indices, unsigned& checksum)
{
    const int totalBits = indices.size() * 11;
    const int checksumBits = totalBits / 33;
    SecureBytes entropy(static_cast<std::size_t>((totalBits - checksumBits) / 8));
    checksum = 0;
    for (int bit = 0; bit < totalBits; ++bit) {
        const unsigned value = static_cast<unsigned>(indices[bit / 11]) >> (10 - bit % 11) & 1;
        if (bit < totalBits - checksumBits) {
            std::uint8_t& byte = entropy.data()[bit / 8];
            byte = static_cast<std::uint8_t>(byte | value << (7 - bit % 8));
        } else
            checksum = checksum << 1 | value;
    }
    return entropy;
}

bool hasRightChecksum(const Indices& indices)
{
    unsigned checksum = 0;
    const SecureBytes entropy = entropyOf(indices, checksum);
    return checksum == standardChecksum(entropy.span());
}

/// One letter added, dropped or changed, or two neighbours exchanged.
bool looksAlike(std::string_view a, std::string_view b)
{
    if (a.size() > b.size())
        std::swap(a, b);
    if (b.size() - a.size() > 1)
        return false;
    const auto [atA, atB] = std::mismatch(a.begin(), a.end(), b.begin());
    const std::string_view restA(atA, a.end());
    const std::string_view restB(atB, b.end());
    if (restA.size() < restB.size())
        return restA == restB.substr(1);
    if (restA.empty())
        return false;
    if (restA.substr(1) == restB.substr(1))
        return true;
    return restA.size() >= 2 && restA[0] == restB[1] && restA[1] == restB[0] && restA.substr(2) == restB.substr(2);
}

/// Positions (from 1) where a look-alike word, or an exchange with the next word, would make the checksum right.
std::string suspects(Indices& indices)
{
    std::string positions;
    const auto& words = englishWords();
    for (int i = 0; i < indices.size(); ++i) {
        const std::uint16_t given = indices[i];
        bool found = false;
        for (std::uint16_t other = 0; other < words.size() && !found; ++other) {
            if (other != given && looksAlike(words[given], words[other])) {
                indices.set(i, other);
                found = hasRightChecksum(indices);
            }
        }
        indices.set(i, given);
        if (!found && i + 1 < indices.size() && indices[i + 1] != given) {
            indices.set(i, indices[i + 1]);
            indices.set(i + 1, given);
            found = hasRightChecksum(indices);
            indices.set(i + 1, indices[i]);
            indices.set(i, given);
        }
        if (found)
            positions += (positions.empty() ? "" : ", ") + std::to_string(i + 1);
    }
    return positions;
}

Result<std::uint16_t> wordIndex(ByteSpan token, int position)
{
    const auto unknown = [&] { return fail(errors::kWordUnknown, "not in the list", {std::to_string(position)}); };
    auto text = normalized(token);
    if (!text)
        return unknown();
    for (std::uint8_t& c : text->writable())
        c = c >= 'A' && c <= 'Z' ? static_cast<std::uint8_t>(c + 32) : c;
    const std::string_view word = asText(text->span());
    if (const auto index = findWord(word))
        return *index;
    if (!completions(word, 1).empty())
        return fail(errors::kWordAmbiguous, "too short to tell", {std::to_string(position)});
    return unknown();
}

} // namespace

Result<Mnemonic> Mnemonic::generate(SecureRng& rng, int wordCount)
{
    if (wordCount != 12 && wordCount != 24)
        return fail(errors::kWordCount, "new wallets have 12 or 24 words", {std::to_string(wordCount)});
    SecureBytes entropy(wordCount == 12 ? 16 : 32);
    rng.fill(entropy.writable());
    return Mnemonic(std::move(entropy), WordsChecksum::Standard);
}

Result<Mnemonic> Mnemonic::fromEntropy(ByteSpan entropy, WordsChecksum checksum)
{
    const bool isLengthValid = entropy.size() >= 16 && entropy.size() <= 32 && entropy.size() % 4 == 0;
    if (!isLengthValid || (checksum == WordsChecksum::Zero && entropy.size() != 16) ||
        (checksum != WordsChecksum::Zero && checksum != WordsChecksum::Standard))
        return fail(errors::kWordCount, "entropy of this length has no words");
    return Mnemonic(SecureBytes(entropy), checksum);
}

Result<Mnemonic> Mnemonic::parse(ByteSpan text)
{
    if (text.size() > kMaxText)
        return fail(errors::kWordCount, "text too long");
    int count = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        count += !isSpace(text[i]) && (i == 0 || isSpace(text[i - 1])) ? 1 : 0;
    if (count < 12 || count > kMaxWords || count % 3 != 0)
        return fail(errors::kWordCount, "number of words", {std::to_string(count)});

    Indices indices;
    for (auto at = text.begin(); indices.size() < count;) {
        at = std::find_if_not(at, text.end(), isSpace);
        const auto end = std::find_if(at, text.end(), isSpace);
        OUTPOST_TRY(const std::uint16_t index, wordIndex(ByteSpan(at, end), indices.size() + 1));
        indices.push(index);
        at = end;
    }
    unsigned checksum = 0;
    SecureBytes entropy = entropyOf(indices, checksum);
    if (checksum == standardChecksum(entropy.span()))
        return Mnemonic(std::move(entropy), WordsChecksum::Standard);
    if (count == 12 && checksum == 0)
        return Mnemonic(std::move(entropy), WordsChecksum::Zero);
    return fail(errors::kWordsChecksum, "checksum does not match", {suspects(indices)});
}

std::string_view Mnemonic::word(int index) const
{
    const unsigned checksum = m_checksum == WordsChecksum::Zero ? 0 : standardChecksum(m_entropy.span());
    return englishWords()[indexAt(m_entropy.span(), checksum, index)];
}

SecureBytes Mnemonic::sentence() const
{
    std::size_t length = 0;
    for (int i = 0; i < wordCount(); ++i)
        length += word(i).size() + (i > 0 ? 1 : 0);
    SecureBytes text(length);
    std::uint8_t* out = text.data();
    for (int i = 0; i < wordCount(); ++i) {
        if (i > 0)
            *out++ = ' ';
        const std::string_view w = word(i);
        out = std::copy(w.begin(), w.end(), out);
    }
    return text;
}

Result<SecureBytes> Mnemonic::seed(ByteSpan passphrase) const
{
    return seedFromSentence(sentence().span(), passphrase);
}

Result<SecureBytes> seedFromSentence(ByteSpan sentence, ByteSpan passphrase)
{
    constexpr std::string_view kPrefix = "mnemonic";
    OUTPOST_TRY(const SecureBytes text, normalized(sentence));
    OUTPOST_TRY(const SecureBytes extra, normalized(passphrase));
    const SecureBytes salt = SecureBytes(asBytes(kPrefix)).joined(extra.span());
    SecureBytes out(64);
    if (PKCS5_PBKDF2_HMAC(reinterpret_cast<const char*>(text.data()), static_cast<int>(text.size()), salt.data(),
                          static_cast<int>(salt.size()), kSeedRounds, EVP_sha512(), static_cast<int>(out.size()),
                          out.data()) != 1)
        return fail(errors::kInternal, "PBKDF2 failed");
    return out;
}

} // namespace outpost::wallet
