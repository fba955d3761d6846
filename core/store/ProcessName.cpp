// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ProcessName.h"

#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <format>
#include <fstream>
#include <optional>
#include <sstream>
#include <vector>

namespace outpost::store {

namespace {

std::string firstLine(const std::string& path)
{
    std::ifstream in(path);
    std::string line;
    std::getline(in, line);
    return line;
}

struct Stat {
    char state = '?';
    std::string start; ///< clock ticks since the boot
};

std::optional<Stat> statOf(std::string_view number)
{
    const std::string line = firstLine(std::format("/proc/{}/stat", number));
    // The second field is the program's name in parentheses and may hold anything; the rest counts from its end.
    const auto end = line.rfind(')');
    if (end == std::string::npos)
        return std::nullopt;
    std::istringstream rest(line.substr(end + 1));
    Stat stat;
    rest >> stat.state;
    constexpr int kStateField = 3;
    constexpr int kStartField = 22;
    for (int field = kStateField; field < kStartField; ++field)
        rest >> stat.start;
    return rest ? std::optional(stat) : std::nullopt;
}

/// What a number means here: the boot, and the namespace as a link names it ("pid:[4026531836]").
std::string surroundings()
{
    char link[64];
    const auto length = ::readlink("/proc/self/ns/pid", link, sizeof link);
    const std::string boot = firstLine("/proc/sys/kernel/random/boot_id");
    if (length <= 0 || boot.empty())
        return {};
    return boot + ' ' + std::string(link, static_cast<std::size_t>(length));
}

} // namespace

std::string processName()
{
    const std::string number = std::to_string(::getpid());
    const auto stat = statOf("self");
    const std::string here = surroundings();
    return stat && !here.empty() ? number + ' ' + stat->start + ' ' + here : number;
}

bool hasEnded(std::string_view processName)
{
    std::istringstream in{std::string(processName)};
    std::string number;
    std::string start;
    std::string boot;
    std::string space;
    if (!(in >> number >> start >> boot >> space) || boot + ' ' + space != surroundings())
        return false;
    pid_t pid = 0;
    const auto [end, ec] = std::from_chars(number.data(), number.data() + number.size(), pid);
    if (ec != std::errc{} || end != number.data() + number.size() || pid <= 0)
        return false;
    if (::kill(pid, 0) != 0 && errno == ESRCH)
        return true;
    const auto stat = statOf(number);
    if (!stat) // there, and hidden from us
        return false;
    return stat->start != start || stat->state == 'Z' || stat->state == 'X';
}

} // namespace outpost::store
