// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wallet/TryLimiter.h"

#include <algorithm>
#include <charconv>
#include <format>

namespace outpost::wallet {

namespace {

constexpr std::uint32_t kFreeTries = 5;
constexpr std::chrono::milliseconds kFirstDelay = std::chrono::seconds(30);
constexpr std::chrono::milliseconds kLongestDelay = std::chrono::minutes(15);
constexpr std::string_view kHeading = "outpost-wrong-passwords 1 ";
constexpr std::uint64_t kMaxFile = 200;

} // namespace

TryLimiter::TryLimiter(FileSystem& files, const Clock& clock, std::filesystem::path path)
    : m_files(files), m_clock(clock), m_path(std::move(path))
{}

std::chrono::milliseconds TryLimiter::delayAfter(std::uint32_t wrongTries)
{
    if (wrongTries < kFreeTries)
        return std::chrono::milliseconds(0);
    const std::uint32_t doublings = std::min<std::uint32_t>(wrongTries - kFreeTries, 16);
    return std::min(kFirstDelay * (1u << doublings), kLongestDelay);
}

/// Takes over what is on disk when it differs from what we know: another process may have counted too.
void TryLimiter::load()
{
    const auto content = m_files.read(m_path, kMaxFile);
    const std::string_view text = content ? asText(*content) : std::string_view();
    std::uint32_t tries = 0;
    std::int64_t last = 0;
    if (text.starts_with(kHeading)) {
        const char* const end = text.data() + text.size();
        const auto first = std::from_chars(text.data() + kHeading.size(), end, tries);
        if (first.ec != std::errc() || first.ptr == end || *first.ptr != ' ' ||
            std::from_chars(first.ptr + 1, end, last).ec != std::errc())
            tries = 0;
    }
    if (tries == 0 || tries < m_wrongTries || (tries == m_wrongTries && last == m_lastWrong))
        return; // less than we know ourselves: the file could not be written, or was removed
    m_wrongTries = tries;
    m_lastWrong = last;
    const auto delay = delayAfter(tries);
    const std::int64_t now = toUnixMillis(m_clock.now());
    // A calendar that was set back, or far ahead and back again, costs one full wait, never more.
    const bool isPlausible = last >= 0 && last <= now;
    const std::chrono::milliseconds passed(isPlausible ? now - last : 0);
    m_until = m_clock.monotonic() + std::max(delay - passed, std::chrono::milliseconds(0));
}

Result<void> TryLimiter::check()
{
    load();
    const auto wait = m_until - m_clock.monotonic();
    if (delayAfter(m_wrongTries).count() == 0 || wait.count() <= 0)
        return {};
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait);
    Error error(errors::kTooManyTries, "wait before the next try", {std::to_string(seconds.count())});
    error.canRetry(wait);
    return fail(std::move(error));
}

void TryLimiter::recordWrong()
{
    load();
    ++m_wrongTries;
    m_lastWrong = toUnixMillis(m_clock.now());
    m_until = m_clock.monotonic() + delayAfter(m_wrongTries);
    const std::string line = std::format("{}{} {}\n", kHeading, m_wrongTries, m_lastWrong);
    // On a disk that cannot be written the wait holds for this process only.
    std::ignore = writeFileAtomically(m_files, m_path, asBytes(line));
}

void TryLimiter::recordRight()
{
    const bool hadWrong = m_wrongTries != 0;
    m_wrongTries = 0;
    m_lastWrong = 0;
    m_until = std::chrono::milliseconds(0);
    if (hadWrong)
        std::ignore = m_files.removeFile(m_path);
}

} // namespace outpost::wallet
