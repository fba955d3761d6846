// SPDX-License-Identifier: GPL-3.0-or-later
// Words, passwords, paths and watch-only files as a person or a file gives them.
#include "core/wallet/DerivationPath.h"
#include "core/wallet/Mnemonic.h"
#include "core/wallet/Password.h"
#include "core/wallet/PasswordStrength.h"
#include "core/wallet/WatchOnly.h"
#include "tests/fuzz/Splice.h"

#include <cstdlib>

using namespace outpost;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr std::string_view kWatchOnly =
    R"({"format":"outpost-watch-only","version":1,"id":"0011223344556677","name":"Roof","demo":false,)"
    R"("createdAt":1795338000000,"addresses":[{"network":"example","address":"5A7p6pFZPtkq","label":"one"}]})";

void watchOnly(ByteSpan file)
{
    for (const wallet::World world : {wallet::World::Real, wallet::World::Demo}) {
        const auto watched = wallet::decodeWatchOnly(file, world);
        if (!watched)
            continue;
        const auto json = wallet::encodeWatchOnly(*watched);
        if (!json || wallet::decodeWatchOnly(asBytes(*json), world) != *watched)
            std::abort();
    }
}

} // namespace

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
    watchOnly(input);
    watchOnly(asBytes(fuzz::spliced(kWatchOnly, input)));
    return 0;
}
