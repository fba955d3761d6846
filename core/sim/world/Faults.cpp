// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/world/Faults.h"

#include <charconv>

namespace outpost::sim {

Result<FaultOrder> FaultOrder::parse(std::string_view text)
{
    FaultOrder order;
    if (text.size() > 200)
        return fail(errors::kTooLong, "the name of a fault is shorter");
    if (const auto at = text.find('@'); at != std::string_view::npos) {
        order.host = std::string(text.substr(at + 1));
        text = text.substr(0, at);
    }
    if (const auto colon = text.find(':'); colon != std::string_view::npos) {
        const std::string_view count = text.substr(colon + 1);
        if (count == "*") {
            order.count = -1;
        } else {
            const auto [end, code] = std::from_chars(count.data(), count.data() + count.size(), order.count);
            if (code != std::errc() || end != count.data() + count.size() || order.count < 1)
                return fail(errors::kMalformed, "behind the colon stands how often, 1 or more");
        }
        text = text.substr(0, colon);
    }
    const auto fault = demo::faultFromName(text);
    if (!fault) {
        std::string names;
        for (const auto known : demo::allFaults())
            names += (names.empty() ? "" : ", ") + std::string(demo::faultName(known));
        return fail(errors::kMalformed, "there is no such fault; there are: " + names, {std::string(text)});
    }
    order.fault = *fault;
    return order;
}

std::string FaultOrder::text() const
{
    std::string out(demo::faultName(fault));
    out += count < 0 ? ":*" : ":" + std::to_string(count);
    return host.empty() ? out : out + "@" + host;
}

void FaultBoard::add(const FaultOrder& order)
{
    std::erase_if(m_orders,
                  [&](const FaultOrder& known) { return known.fault == order.fault && known.host == order.host; });
    m_orders.push_back(order);
}

bool FaultBoard::matches(const FaultOrder& order, demo::Fault fault) const
{
    return order.fault == fault && (order.host.empty() || order.host == m_host);
}

bool FaultBoard::take(demo::Fault fault)
{
    for (auto it = m_orders.begin(); it != m_orders.end(); ++it) {
        if (!matches(*it, fault))
            continue;
        if (it->count > 0 && --it->count == 0)
            m_orders.erase(it);
        return true;
    }
    return false;
}

bool FaultBoard::has(demo::Fault fault) const
{
    return std::ranges::any_of(m_orders, [&](const FaultOrder& order) { return matches(order, fault); });
}

std::vector<std::string> FaultBoard::texts() const
{
    std::vector<std::string> out;
    for (const auto& order : m_orders)
        out.push_back(order.text());
    return out;
}

} // namespace outpost::sim
