// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/helium/demo/Addresses.h"

namespace outpost::heliumdemo {

inline constexpr std::string_view kNetwork = "helium";

/// What the demo's reward oracles know of a device that has been registered. What it earned in its life is not stored:
/// it follows from the seed, the device and the days on which it was online.
struct DeviceRecord {
    /// Days since 1970, from the first to the one before `to`.
    struct Span {
        static constexpr std::int64_t kOpen = 1'000'000;
        std::int64_t from = 0;
        std::int64_t to = kOpen;
        friend bool operator==(const Span&, const Span&) = default;
    };
    std::string address;     ///< the device's own, base58
    std::uint64_t daily = 0; ///< bones on an ordinary day
    std::vector<Span> online;

    bool isOnline() const { return !online.empty() && online.back().to == Span::kOpen; }
};

/// Devices by address, in what the world remembers. **Thread:** the world's.
class DeviceBook {
public:
    explicit DeviceBook(World& world) : m_world(world) {}

    std::optional<DeviceRecord> find(const std::string& address) const;
    void put(const DeviceRecord& record);
    std::vector<std::string> addresses() const; ///< sorted

    /// Bones earned in all days before this one.
    std::uint64_t lifetime(const DeviceRecord& record, std::int64_t day) const;
    /// The same for an address; 0 for one that never earned.
    std::uint64_t lifetime(const std::string& address) const;
    /// Bones on one day when online.
    std::uint64_t earnedOn(const DeviceRecord& record, std::int64_t day) const;
    /// The lifetime at the start of each day from `first` to `last`, in one pass.
    std::vector<std::uint64_t> lifetimes(const DeviceRecord& record, std::int64_t first, std::int64_t last) const;

    /// Devices whose registration was asked for, to be looked after at the next midnight.
    void announce(const std::string& address);
    std::vector<std::string> announced() const;

private:
    World& m_world;
};

} // namespace outpost::heliumdemo
