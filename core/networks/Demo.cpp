// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/Demo.h"

namespace outpost::demo {

namespace {

struct FaultName {
    Fault fault;
    std::string_view name;
};

constexpr FaultName kFaults[] = {
    {Fault::DeviceDropMidWrite, "device-drop-mid-write"},
    {Fault::WrongWifiPassword, "wrong-wifi-password"},
    {Fault::RpcTimeoutAfterAccept, "rpc-timeout-after-accept"},
    {Fault::BlockhashExpires, "blockhash-expires"},
    {Fault::OracleDisagrees, "oracle-disagrees"},
    {Fault::PriceFeedGone, "price-feed-gone"},
    {Fault::Http429, "http-429"},
    {Fault::Http500, "http-500"},
    {Fault::HttpGarbage, "http-garbage"},
    {Fault::Http10Mb, "http-10mb"},
    {Fault::ClockSkew, "clock-skew"},
};

} // namespace

std::string_view faultName(Fault fault)
{
    for (const auto& entry : kFaults) {
        if (entry.fault == fault)
            return entry.name;
    }
    return {};
}

std::optional<Fault> faultFromName(std::string_view name)
{
    for (const auto& entry : kFaults) {
        if (entry.name == name)
            return entry.fault;
    }
    return std::nullopt;
}

std::span<const Fault> allFaults()
{
    static const std::vector<Fault> all = [] {
        std::vector<Fault> faults;
        for (const auto& entry : kFaults)
            faults.push_back(entry.fault);
        return faults;
    }();
    return all;
}

void World::setData(const Pubkey& key, const Pubkey& owner, Bytes data)
{
    const std::uint64_t lamports = rentExemptMinimum(data.size());
    setAccount(key, Account{lamports, owner, std::move(data), false});
}

std::uint64_t World::tokenBalance(const Pubkey& mint, const Pubkey& owner) const
{
    const Account* held = account(associatedTokenAddress(owner, mint));
    const auto view = held ? tokenAccount(*held) : std::nullopt;
    return view ? view->amount : 0;
}

Json parsedJson(std::string_view text)
{
    // Copying and writing a value go down by the call stack, so a few hundred thousand brackets would end the process.
    constexpr int kDeepest = 64;
    bool isTooDeep = false;
    const auto look = [&isTooDeep](int depth, Json::parse_event_t, Json&) {
        isTooDeep = isTooDeep || depth > kDeepest;
        return !isTooDeep;
    };
    Json value = Json::parse(text, look, false);
    return isTooDeep ? Json(Json::value_t::discarded) : value;
}

Json DemoHttpRequest::json() const
{
    Json value = parsedJson(body);
    return value.is_discarded() ? Json() : value;
}

std::string DemoHttpRequest::queryValue(const std::string& name) const
{
    const auto found = query.find(name);
    return found == query.end() ? std::string() : found->second;
}

std::string DemoHttpRequest::header(const std::string& name) const
{
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
}

} // namespace outpost::demo
