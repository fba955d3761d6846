// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <filesystem>

namespace outpost::sim {

/// Where the demo world of a home is reached. A client uses base(HOST) in place of "https://HOST": the demo differs
/// from the real network in addresses and in nothing else.
struct DemoEndpoints {
    std::filesystem::path socket;
    std::filesystem::path clockFile;

    /// "http+unix://<socket, percent-encoded>/@HOST", without a slash at the end.
    std::string base(std::string_view host) const;
};

/// By name alone: nothing needs to be running. A home whose path is too long for a socket's address gets one in a
/// private directory under the system's temporary directory.
DemoEndpoints demoEndpoints(const std::filesystem::path& home);

} // namespace outpost::sim
