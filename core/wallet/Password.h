// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/SecureBytes.h"
#include "core/wallet/WalletErrors.h"

namespace outpost::wallet {

/// Unicode NFKD of a UTF-8 text, in secure memory throughout, so that the same password typed on two keyboards gives
/// the same bytes. errors::kPasswordNotText, kPasswordTooLong (more than 4 KiB in or 16 KiB out). Pure.
Result<SecureBytes> normalized(ByteSpan utf8);

/// The text of a password or words file without its line end: exactly one trailing "\n" or "\r\n" is cut, nothing else.
ByteSpan withoutLineEnd(ByteSpan content);

/// A vault password, normalised (NFKD, UTF-8). Move-only. **Thread:** any, one at a time.
class Password {
public:
    /// errors::kPasswordEmpty, kPasswordNotText, kPasswordTooLong. The source stays with the caller, who wipes it.
    static Result<Password> create(ByteSpan utf8);
    /// As create(), after cutting one line end.
    static Result<Password> fromFileContent(ByteSpan content);

    ByteSpan bytes() const { return m_bytes.span(); }
    Password clone() const { return Password(m_bytes.clone()); }

private:
    explicit Password(SecureBytes bytes) : m_bytes(std::move(bytes)) {}
    SecureBytes m_bytes;
};

} // namespace outpost::wallet
