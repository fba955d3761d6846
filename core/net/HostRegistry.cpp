// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/HostRegistry.h"

#include "core/net/HttpTarget.h"

#include <algorithm>

namespace outpost::net {

Result<void> HostRegistry::allowUrl(std::string_view url, std::string purpose, std::string network)
{
    OUTPOST_TRY(const HttpTarget target, parseTarget(url));
    allow({target.host, std::move(purpose), std::move(network)});
    return {};
}

void HostRegistry::allow(HostEntry entry)
{
    const std::scoped_lock lock(m_mutex);
    const auto [first, last] = m_entries.equal_range(entry.host);
    if (std::any_of(first, last, [&](const auto& known) { return known.second == entry; }))
        return;
    std::string host = entry.host;
    m_entries.emplace(std::move(host), std::move(entry));
}

void HostRegistry::forget(const std::string& host)
{
    const std::scoped_lock lock(m_mutex);
    m_entries.erase(host);
}

void HostRegistry::forget(const std::string& host, std::string_view purpose)
{
    const std::scoped_lock lock(m_mutex);
    std::erase_if(m_entries, [&](const auto& known) { return known.first == host && known.second.purpose == purpose; });
}

bool HostRegistry::isListed(const std::string& host) const
{
    const std::scoped_lock lock(m_mutex);
    return m_entries.contains(host);
}

std::vector<HostEntry> HostRegistry::entries() const
{
    std::vector<HostEntry> out;
    {
        const std::scoped_lock lock(m_mutex);
        for (const auto& [host, entry] : m_entries)
            out.push_back(entry);
    }
    std::ranges::sort(out, {}, [](const HostEntry& e) { return std::tie(e.host, e.purpose, e.network); });
    return out;
}

} // namespace outpost::net
