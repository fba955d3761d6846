// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/serve/DemoEndpoints.h"

#include "core/base/Encoding.h"

#include <sys/un.h>
#include <unistd.h>

#include <cstdlib>
#include <format>

namespace outpost::sim {

std::string DemoEndpoints::base(std::string_view host) const
{
    std::string encoded;
    for (const char c : socket.string()) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '.' || c == '_' || c == '~';
        encoded += plain ? std::string(1, c) : std::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return "http+unix://" + encoded + "/@" + std::string(host);
}

DemoEndpoints demoEndpoints(const std::filesystem::path& home)
{
    std::error_code ignored;
    std::filesystem::path absolute = std::filesystem::weakly_canonical(home, ignored);
    if (absolute.empty())
        absolute = std::filesystem::absolute(home, ignored);
    DemoEndpoints out;
    out.clockFile = absolute / "clock";
    out.socket = absolute / "demo.sock";
    if (out.socket.string().size() < sizeof(sockaddr_un::sun_path))
        return out;
    const char* runtime = std::getenv("XDG_RUNTIME_DIR");
    const std::filesystem::path base = runtime && *runtime ? runtime : "/tmp";
    const std::string name = toHex(sha256(asBytes(absolute.string()))).substr(0, 16);
    out.socket = base / std::format("outpost-demo-{}-{}", ::getuid(), name) / "demo.sock";
    return out;
}

} // namespace outpost::sim
