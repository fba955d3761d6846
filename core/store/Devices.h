// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/Device.h"
#include "core/store/Database.h"

namespace outpost::store {

/// A device as a list shows it: with figures in the smallest unit of the currency they were last computed in, kept
/// here only so that lists can sort by them. Nothing where it is not known, which is not zero.
struct DeviceRow {
    Device device;
    std::optional<std::int64_t> readyMinor;
    std::optional<std::int64_t> monthMinor;
    std::optional<std::int64_t> previousMinor; ///< the same days of the month before
};

struct DeviceQuery {
    enum class Sort { Name = 0, Status = 1, LastSeen = 2, Ready = 3, Month = 4 };
    std::string text; ///< every word must occur in name, nickname, note, city or id; case-insensitive for ASCII
    std::optional<DeviceStatus> status;
    std::optional<NetworkId> network;
    Sort sort = Sort::Name;
    bool descending = false;
};

struct DeviceCounts {
    std::int64_t all = 0;
    std::array<std::int64_t, 4> byStatus{}; ///< by DeviceStatus
};

struct DeviceFigures {
    DeviceId id;
    std::optional<std::int64_t> readyMinor;
    std::optional<std::int64_t> monthMinor;
    std::optional<std::int64_t> previousMinor;
};

/// **Thread:** any; results arrive on the store's threads. Errors: store.*.
class Devices {
public:
    explicit Devices(Database& db) : m_db(db) {}

    /// Inserts or updates what a network knows; nickname and note of known devices stay.
    Future<void> upsert(std::vector<Device> devices);
    Future<void> setLabels(DeviceId id, std::string nickname, std::string note);
    Future<void> setStatus(DeviceId id, DeviceStatus status, std::string problem, std::optional<Time> lastSeen);
    /// Those of the whole fleet: what a device that is not listed had is unknown afterwards.
    Future<void> setFigures(std::vector<DeviceFigures> figures);
    Future<void> forget(DeviceId id);
    Future<Device> find(DeviceId id);
    Future<std::int64_t> count(DeviceQuery query);
    Future<std::vector<DeviceRow>> page(DeviceQuery query, std::int64_t offset, std::int64_t limit);
    Future<DeviceCounts> counts(DeviceQuery query); ///< the query's status is ignored
    Future<std::vector<Device>> all(std::optional<NetworkId> network = std::nullopt);

private:
    Database& m_db;
};

} // namespace outpost::store
