// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wallet/Password.h"

#include <span>

namespace outpost::wallet {

/// Below this many bits a new vault refuses a password.
inline constexpr int kMinPasswordBits = 50;

/// How hard a password is to guess, in bits, as zxcvbn estimates it offline from its word lists and patterns (tables in
/// the library; nothing leaves the computer). `familiar` words, such as the wallet's name, count as known to the
/// guesser. Longer passwords are judged by their first 64 bytes. Takes up to a few milliseconds. Pure; **Thread:** any.
int passwordBits(const Password& password, std::span<const std::string> familiar = {});

/// errors::kPasswordTooWeak; args: the bits it has and the bits it needs.
Result<void> checkPasswordStrength(const Password& password, std::span<const std::string> familiar = {});

} // namespace outpost::wallet
