// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Encoding.h"

#include <sodium.h>

#include <algorithm>

namespace outpost {

namespace {

constexpr std::string_view kBase58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

constexpr std::array<std::int8_t, 256> makeBase58Index()
{
    std::array<std::int8_t, 256> index{};
    index.fill(-1);
    for (std::size_t i = 0; i < kBase58.size(); ++i)
        index[static_cast<unsigned char>(kBase58[i])] = static_cast<std::int8_t>(i);
    return index;
}
constexpr auto kBase58Index = makeBase58Index();

std::array<std::uint8_t, 4> checksum(ByteSpan payload)
{
    const auto twice = sha256(sha256(payload));
    return {twice[0], twice[1], twice[2], twice[3]};
}

/// Decodes one code point; answers its length in bytes, or 0 when malformed.
std::size_t decodeUtf8(std::string_view s, char32_t& out)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) {
        out = lead;
        return 1;
    }
    const std::size_t length = lead >= 0xF0 && lead < 0xF5   ? 4
                               : lead >= 0xE0 && lead < 0xF0 ? 3
                               : lead >= 0xC2 && lead < 0xE0 ? 2
                                                             : 0;
    if (length == 0 || s.size() < length)
        return 0;
    char32_t code = lead & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80)
            return 0;
        code = (code << 6) | (byte(i) & 0x3Fu);
    }
    if ((length == 3 && code < 0x800) || (length == 4 && code < 0x10000) || code > 0x10FFFF ||
        (code >= 0xD800 && code <= 0xDFFF))
        return 0;
    out = code;
    return length;
}

bool isUnsafeToShow(char32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x00AD || c == 0x061C || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
           (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

} // namespace

std::string toHex(ByteSpan bytes)
{
    std::string out(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(out.data(), out.size(), bytes.data(), bytes.size());
    out.pop_back();
    return out;
}

Result<Bytes> fromHex(std::string_view text, std::size_t maxBytes)
{
    if (text.size() % 2 != 0)
        return fail(errors::kMalformed, "odd number of hex digits");
    if (text.size() / 2 > maxBytes)
        return fail(errors::kTooLong, "hex text too long");
    if (text.empty())
        return Bytes{}; // libsodium wants pointers that are not null
    Bytes out(text.size() / 2);
    std::size_t length = 0;
    const char* end = nullptr;
    if (sodium_hex2bin(out.data(), out.size(), text.data(), text.size(), nullptr, &length, &end) != 0 ||
        length != out.size() || end != text.data() + text.size())
        return fail(errors::kMalformed, "not hex");
    return out;
}

std::string toBase64(ByteSpan bytes)
{
    std::string out(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(out.data(), out.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    out.pop_back();
    return out;
}

Result<Bytes> fromBase64(std::string_view text, std::size_t maxBytes)
{
    if (text.size() / 4 * 3 > maxBytes + 2)
        return fail(errors::kTooLong, "base64 text too long");
    // libsodium 1.0.18 takes some bytes above 0x7F for letters of the alphabet.
    if (std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > 0x7F; }))
        return fail(errors::kMalformed, "not base64");
    Bytes out(text.size() / 4 * 3 + 3);
    std::size_t length = 0;
    const char* end = nullptr;
    if (sodium_base642bin(out.data(), out.size(), text.data(), text.size(), nullptr, &length, &end,
                          sodium_base64_VARIANT_ORIGINAL) != 0 ||
        end != text.data() + text.size())
        return fail(errors::kMalformed, "not base64");
    if (length > maxBytes)
        return fail(errors::kTooLong, "base64 text too long");
    out.resize(length);
    return out;
}

std::string toBase58(ByteSpan bytes)
{
    const auto firstNonZero = std::find_if(bytes.begin(), bytes.end(), [](std::uint8_t b) { return b != 0; });
    const auto zeros = static_cast<std::size_t>(firstNonZero - bytes.begin());
    std::vector<std::uint8_t> digits; // least significant first
    for (auto it = firstNonZero; it != bytes.end(); ++it) {
        unsigned carry = *it;
        for (auto& digit : digits) {
            carry += unsigned{digit} << 8;
            digit = static_cast<std::uint8_t>(carry % 58);
            carry /= 58;
        }
        for (; carry != 0; carry /= 58)
            digits.push_back(static_cast<std::uint8_t>(carry % 58));
    }
    std::string text(zeros, '1');
    for (auto it = digits.rbegin(); it != digits.rend(); ++it)
        text.push_back(kBase58[*it]);
    return text;
}

Result<Bytes> fromBase58(std::string_view text, std::size_t maxBytes)
{
    if (text.size() > maxBytes * 2)
        return fail(errors::kTooLong, "base58 text too long");
    const auto zeros = std::min(text.find_first_not_of('1'), text.size());
    Bytes value; // least significant first
    for (char c : text.substr(zeros)) {
        const int digit = kBase58Index[static_cast<unsigned char>(c)];
        if (digit < 0)
            return fail(errors::kMalformed, "not base58");
        unsigned carry = static_cast<unsigned>(digit);
        for (auto& byte : value) {
            carry += unsigned{byte} * 58;
            byte = static_cast<std::uint8_t>(carry & 0xFF);
            carry >>= 8;
        }
        for (; carry != 0; carry >>= 8)
            value.push_back(static_cast<std::uint8_t>(carry & 0xFF));
    }
    value.insert(value.end(), zeros, 0);
    if (value.size() > maxBytes)
        return fail(errors::kTooLong, "base58 value too long");
    std::reverse(value.begin(), value.end());
    return value;
}

std::string toBase58Check(ByteSpan payload)
{
    Bytes all = toBytes(payload);
    const auto sum = checksum(payload);
    all.insert(all.end(), sum.begin(), sum.end());
    return toBase58(all);
}

Result<Bytes> fromBase58Check(std::string_view text, std::size_t maxBytes)
{
    OUTPOST_TRY(Bytes all, fromBase58(text, maxBytes + 4));
    if (all.size() < 4)
        return fail(errors::kMalformed, "too short for a checksum");
    const ByteSpan payload(all.data(), all.size() - 4);
    const auto sum = checksum(payload);
    if (!std::equal(sum.begin(), sum.end(), all.end() - 4))
        return fail(errors::kMalformed, "checksum does not match");
    all.resize(all.size() - 4);
    return all;
}

std::array<std::uint8_t, 32> sha256(ByteSpan bytes)
{
    std::array<std::uint8_t, 32> out{};
    crypto_hash_sha256(out.data(), bytes.data(), bytes.size());
    return out;
}

std::array<std::uint8_t, 64> sha512(ByteSpan bytes)
{
    std::array<std::uint8_t, 64> out{};
    crypto_hash_sha512(out.data(), bytes.data(), bytes.size());
    return out;
}

bool isUtf8(std::string_view text)
{
    char32_t code = 0;
    while (!text.empty()) {
        const std::size_t n = decodeUtf8(text, code);
        if (n == 0)
            return false;
        text.remove_prefix(n);
    }
    return true;
}

std::string plainText(std::string_view remote, std::size_t maxCodePoints)
{
    std::string out;
    std::size_t count = 0;
    while (!remote.empty()) {
        char32_t code = 0;
        const std::size_t n = decodeUtf8(remote, code);
        const std::string_view piece = n == 0 ? std::string_view("\xEF\xBF\xBD") : remote.substr(0, n);
        const bool isSpace = n == 1 && (code == '\n' || code == '\t' || code == '\r');
        remote.remove_prefix(n == 0 ? 1 : n);
        if (n != 0 && !isSpace && isUnsafeToShow(code))
            continue;
        if (count == maxCodePoints) {
            out += "\xE2\x80\xA6";
            break;
        }
        out += isSpace ? std::string_view(" ") : piece;
        ++count;
    }
    return out;
}

} // namespace outpost
