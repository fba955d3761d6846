// SPDX-License-Identifier: GPL-3.0-or-later
// The person's file of other addresses for a network (--network-config), as it is and as a piece of a good one.
#include "app/composition/Engine.h"
#include "tests/fuzz/Splice.h"

#include <cstdlib>

using namespace outpost;

namespace {

constexpr std::string_view kDescriptor =
    R"({"endpoints":{"rpc":["https://one.example/","https://two.example/"],"entities":"https://e.example",)"
    R"("onboarding":"https://o.example/api","eccVerifier":"https://v.example/verify","oracleHosts":["r.example"],)"
    R"("prices":{"coingecko":"https://c.example","jupiter":"https://j.example"}}})";
constexpr std::string_view kOverrides =
    R"({"example":{"rpc":["https://mine.example/"],"entities":"https://x.example","oracleHosts":["evil.example"],)"
    R"("prices":{"coingecko":"https://y.example"}}})";

void check(bool holds)
{
    if (!holds)
        std::abort();
}

void overrides(std::string_view file)
{
    const auto addresses = app::readAddresses(kDescriptor, "example", file);
    if (!addresses)
        return;
    // An allow-list never comes from the file, and nothing that was there is lost.
    check(addresses->oracleHosts == std::vector<std::string>{"r.example"});
    check(addresses->rpc.size() <= 8);
    check(addresses->entities.size() <= 512 && addresses->onboarding.size() <= 512);
    if (!addresses->overridden) {
        check(addresses->rpc.size() == 2 && addresses->entities == "https://e.example");
        check(addresses->coingecko == "https://c.example");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const ByteSpan input(data, size);
    overrides(asText(input));
    overrides(fuzz::spliced(kOverrides, input));
    std::ignore = app::readAddresses(asText(input), "example", kOverrides);
    return 0;
}
