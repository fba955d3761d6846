// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/Demo.h"

namespace outpost::sim {

/// A fault that is switched on: `--fault NAME[:COUNT][@HOST]`. Without a count it strikes once; `:*` means until
/// switched off.
struct FaultOrder {
    demo::Fault fault = demo::Fault::Http500;
    int count = 1;    ///< -1: without end
    std::string host; ///< only for requests to this host name; empty: any
    /// errors::kMalformed with the names there are.
    static Result<FaultOrder> parse(std::string_view text);
    std::string text() const;
};

/// Which faults are on. **Thread:** the world's.
class FaultBoard {
public:
    void add(const FaultOrder& order);
    void clear() { m_orders.clear(); }
    /// The host of the request being served, for faults that are about one host.
    void setHost(std::string host) { m_host = std::move(host); }
    bool take(demo::Fault fault);
    bool has(demo::Fault fault) const;
    std::vector<std::string> texts() const;

private:
    bool matches(const FaultOrder& order, demo::Fault fault) const;
    std::vector<FaultOrder> m_orders;
    std::string m_host;
};

} // namespace outpost::sim
