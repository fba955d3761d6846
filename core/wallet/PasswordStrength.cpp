// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wallet/PasswordStrength.h"

#include <zxcvbn.h>

#include <algorithm>
#include <array>

namespace outpost::wallet {

namespace {

constexpr std::size_t kJudged = 64; ///< zxcvbn's time grows faster than the square of the length

/// The estimator copies pieces of the password to its stack; what it leaves there is overwritten.
[[gnu::noinline]] void scrubStack()
{
    std::array<std::uint8_t, 64 * 1024> area;
    SecureBytes::zero(area.data(), area.size());
}

} // namespace

int passwordBits(const Password& password, std::span<const std::string> familiar)
{
    const ByteSpan bytes = password.bytes().first(std::min(password.bytes().size(), kJudged));
    if (std::find(bytes.begin(), bytes.end(), std::uint8_t{0}) != bytes.end())
        return 0; // the library stops at a NUL; no keyboard types one
    const SecureBytes text = SecureBytes(bytes).joined(std::array<std::uint8_t, 1>{0});
    std::vector<const char*> words;
    for (const std::string& word : familiar)
        words.push_back(word.c_str());
    words.push_back(nullptr);
    // gate: allow float-money - bits of entropy, not money
    const double bits = ZxcvbnMatch(reinterpret_cast<const char*>(text.data()), words.data(), nullptr);
    scrubStack();
    return static_cast<int>(std::clamp(bits, 0.0, 1000.0));
}

Result<void> checkPasswordStrength(const Password& password, std::span<const std::string> familiar)
{
    const int bits = passwordBits(password, familiar);
    if (bits >= kMinPasswordBits)
        return {};
    return fail(errors::kPasswordTooWeak, "easy to guess", {std::to_string(bits), std::to_string(kMinPasswordBits)});
}

} // namespace outpost::wallet
