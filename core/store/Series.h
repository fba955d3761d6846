// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/Earning.h"
#include "core/store/Database.h"

namespace outpost::store {

/// One stored sample of a lifetime total: the last one of its UTC day.
struct SeriesPoint {
    std::int64_t at = 0; ///< seconds since 1970
    Int128 lifetime;
    friend bool operator==(const SeriesPoint&, const SeriesPoint&) = default;
};

/// The first second of a month that is counted as year times 12 plus month from 0.
std::int64_t monthStartOfNumber(std::int64_t number);

/// The packed form of one device's month: a version byte, then for each point the distance in time and in value from
/// the one before (first: from `base`), as unsigned varints. A lifetime total never decreases, so the distances are
/// positive.
Bytes packSeries(std::int64_t monthStart, const std::vector<SeriesPoint>& points);
/// store.damaged for anything that packSeries does not write.
Result<std::vector<SeriesPoint>> unpackSeries(std::int64_t monthStart, ByteSpan packed);

/// Differences of consecutive points as daily earnings. A gap of several days is spread evenly over them, the remainder
/// on the last, and marked incomplete; so is the newest day.
std::vector<EarningDay> daysFromPoints(const DeviceId& device, const AssetId& asset,
                                       const std::vector<SeriesPoint>& points, std::int32_t today);

struct IngestReport {
    int stored = 0;
    int decreased = 0; ///< samples refused because a lifetime total went down; the source disagrees with itself
    int unknownDevice = 0;
};

/// What devices earned, as sampled. **Thread:** any; results arrive on the store's threads. Errors: store.*.
class Series {
public:
    explicit Series(Database& db) : m_db(db) {}

    Future<IngestReport> ingest(std::vector<EarningSample> samples);
    /// Daily earnings of one device between two days (both included), oldest first.
    Future<std::vector<EarningDay>> days(DeviceId device, AssetId asset, std::int32_t from, std::int32_t to,
                                         std::int32_t today);
    /// The same for several devices in one read; empty `devices` means every device.
    Future<std::vector<EarningDay>> daysOf(std::vector<DeviceId> devices, AssetId asset, std::int32_t from,
                                           std::int32_t to, std::int32_t today);
    /// Assets of which there is at least one sample.
    Future<std::vector<AssetId>> assets();
    /// The first sampled day, for "since DATE".
    Future<std::optional<std::int32_t>> firstDay();
    Future<void> setClaimables(std::vector<Claimable> claimables); ///< replaces what those devices had
    Future<std::vector<Claimable>> claimables();

private:
    Database& m_db;
};

} // namespace outpost::store
