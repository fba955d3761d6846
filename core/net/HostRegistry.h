// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <map>
#include <mutex>

namespace outpost::net {

/// A host that Outpost may talk to, as Settings lists it.
struct HostEntry {
    std::string host;    ///< as HttpTarget::host spells it: lower case, no port; "unix:/path" for a socket
    std::string purpose; ///< translatable id of why
    std::string network; ///< folder name of the network that wants it; empty when it belongs to none
    friend bool operator==(const HostEntry&, const HostEntry&) = default;
};

/// Every host that Outpost may talk to. A request or a redirect to any other is refused with net.hostNotListed, so the
/// list in Settings is complete by construction. **Thread:** any.
class HostRegistry {
public:
    /// Takes the host out of an URL and lists it; the same host may serve several purposes. Errors: parseTarget's.
    Result<void> allowUrl(std::string_view url, std::string purpose, std::string network = {});
    void allow(HostEntry entry);
    /// All purposes of this host.
    void forget(const std::string& host);
    /// This purpose of the host; it stays listed where it serves others.
    void forget(const std::string& host, std::string_view purpose);
    bool isListed(const std::string& host) const;
    /// Sorted by host, then purpose.
    std::vector<HostEntry> entries() const;

private:
    mutable std::mutex m_mutex;
    std::multimap<std::string, HostEntry> m_entries;
};

} // namespace outpost::net
