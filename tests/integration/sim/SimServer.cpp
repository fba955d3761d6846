// SPDX-License-Identifier: GPL-3.0-or-later
// Serves the demo world of a home until it is killed: the process that the crash tests end without warning.
#include "core/sim/serve/DemoHost.h"
#include "tests/unit/sim/FakeDemo.h"

#include <cstdio>

int main(int argc, char** argv)
{
    if (argc != 2)
        return 2;
    outpost::sim::HostOptions options;
    options.world.seed = 7;
    auto host = outpost::sim::DemoHost::startOrAttach(argv[1], options, [] {
        std::vector<std::unique_ptr<outpost::demo::Demo>> networks;
        networks.push_back(std::make_unique<outpost::sim::test::FakeDemo>());
        return networks;
    });
    if (!host) {
        std::fprintf(stderr, "%s\n", host.error().detail.c_str());
        return 1;
    }
    std::puts((*host)->isServing() ? "serving" : "attached");
    std::fflush(stdout);
    while (std::getchar() != EOF) {
    }
    return 0;
}
