// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wallet/Password.h"

#include <utf8proc.h>

#include <algorithm>

namespace outpost::wallet {

namespace {

constexpr std::size_t kMaxBytesIn = 4096;
constexpr std::size_t kMaxBytesOut = 16384;

} // namespace

Result<SecureBytes> normalized(ByteSpan utf8)
{
    if (utf8.size() > kMaxBytesIn)
        return fail(errors::kPasswordTooLong, "text too long");
    if (std::all_of(utf8.begin(), utf8.end(), [](std::uint8_t b) { return b < 0x80; }))
        return SecureBytes(utf8); // NFKD leaves ASCII alone
    constexpr auto kNfkd = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT);
    const auto* text = utf8.data();
    const auto length = static_cast<utf8proc_ssize_t>(utf8.size());
    const utf8proc_ssize_t count = utf8proc_decompose(text, length, nullptr, 0, kNfkd);
    if (count < 0)
        return fail(errors::kPasswordNotText, "not UTF-8");
    if (static_cast<std::size_t>(count) > kMaxBytesOut / 4)
        return fail(errors::kPasswordTooLong, "text too long when decomposed");
    SecureBytes codePoints(static_cast<std::size_t>(count) * sizeof(utf8proc_int32_t));
    auto* codes = reinterpret_cast<utf8proc_int32_t*>(codePoints.data());
    if (utf8proc_decompose(text, length, codes, count, kNfkd) != count)
        return fail(errors::kPasswordNotText, "not UTF-8");
    SecureBytes out(static_cast<std::size_t>(count) * 4);
    std::size_t used = 0;
    for (utf8proc_ssize_t i = 0; i < count; ++i)
        used += static_cast<std::size_t>(utf8proc_encode_char(codes[i], out.data() + used));
    out.truncate(used);
    return out;
}

ByteSpan withoutLineEnd(ByteSpan content)
{
    if (content.empty() || content.back() != '\n')
        return content;
    content = content.first(content.size() - 1);
    return !content.empty() && content.back() == '\r' ? content.first(content.size() - 1) : content;
}

Result<Password> Password::create(ByteSpan utf8)
{
    if (utf8.empty())
        return fail(errors::kPasswordEmpty, "empty password");
    OUTPOST_TRY(SecureBytes bytes, normalized(utf8));
    return Password(std::move(bytes));
}

Result<Password> Password::fromFileContent(ByteSpan content)
{
    return create(withoutLineEnd(content));
}

} // namespace outpost::wallet
