// SPDX-License-Identifier: GPL-3.0-or-later
// Words, passwords, paths and watch-only files as a person or a file gives them.
#include "core/wallet/DerivationPath.h"
#include "core/wallet/Mnemonic.h"
#include "core/wallet/Password.h"
#include "core/wallet/PasswordStrength.h"
#include "core/wallet/WatchOnly.h"

#include <cstdlib>

using namespace outpost;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const ByteSpan input(data, size);
    if (const auto words = wallet::Mnemonic::parse(input)) {
        const auto again = wallet::Mnemonic::parse(words->sentence().span());
        if (!again || !again->entropy().equals(words->entropy().span()))
            std::abort();
    }
    if (const auto password = wallet::Password::fromFileContent(input)) {
        const auto again = wallet::Password::create(password->bytes());
        if (again && asText(again->bytes()) != asText(password->bytes()))
            std::abort();
        std::ignore = wallet::passwordBits(*password);
    }
    if (const auto path = wallet::DerivationPath::parse(asText(input))) {
        if (wallet::DerivationPath::parse(path->toString()) != *path)
            std::abort();
    }
    if (const auto watched = wallet::decodeWatchOnly(input, wallet::World::Real)) {
        const auto json = wallet::encodeWatchOnly(*watched);
        if (!json || wallet::decodeWatchOnly(asBytes(*json), wallet::World::Real) != *watched)
            std::abort();
    }
    return 0;
}
