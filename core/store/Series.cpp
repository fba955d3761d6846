// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Series.h"

#include "core/store/StoreErrors.h"

#include <unordered_map>

namespace outpost::store {

namespace {

using namespace std::chrono;

constexpr std::uint8_t kPackedVersion = 1;
constexpr std::int64_t kDay = 86'400;
constexpr std::size_t kMaxPointsPerMonth = 31;

std::int32_t dayOf(std::int64_t seconds)
{
    return static_cast<std::int32_t>(
        floor<days>(sys_seconds(std::chrono::seconds(seconds))).time_since_epoch().count());
}

std::int64_t monthStartOf(std::int64_t seconds)
{
    const year_month_day date(floor<days>(sys_seconds(std::chrono::seconds(seconds))));
    return std::int64_t{sys_days(date.year() / date.month() / 1).time_since_epoch().count()} * kDay;
}

std::int32_t monthNumber(std::int64_t monthStart)
{
    const year_month_day date(floor<days>(sys_seconds(std::chrono::seconds(monthStart))));
    return static_cast<int>(date.year()) * 12 + static_cast<std::int32_t>(static_cast<unsigned>(date.month())) - 1;
}

void putVarint(Bytes& out, Int128 value)
{
    auto rest = value.native();
    while (rest >= 0x80) {
        out.push_back(static_cast<std::uint8_t>(rest & 0x7F) | 0x80);
        rest >>= 7;
    }
    out.push_back(static_cast<std::uint8_t>(rest));
}

Result<Int128> takeVarint(ByteSpan& in)
{
    Int128::Native value = 0;
    for (int shift = 0; shift < 126; shift += 7) {
        if (in.empty())
            return fail(errors::kStoreDamaged, "series cut off");
        const std::uint8_t byte = in.front();
        in = in.subspan(1);
        value |= static_cast<Int128::Native>(byte & 0x7F) << shift;
        if ((byte & 0x80) == 0)
            return Int128::fromNative(value);
    }
    return fail(errors::kStoreDamaged, "series number too long");
}

/// Small numbers for texts that repeat on every row.
Result<std::int64_t> nameNumber(Sql& sql, const std::string& text)
{
    OUTPOST_TRY(auto find, sql.prepare("SELECT num FROM names WHERE text = ?"));
    OUTPOST_TRY(const bool row, find->bind(std::string_view(text)).step());
    if (row)
        return find->integer(0);
    OUTPOST_TRY(auto add, sql.prepare("INSERT INTO names (text) VALUES (?)"));
    OUTPOST_CHECK(add->bind(std::string_view(text)).run());
    return sql.lastInsertId();
}

Result<std::optional<std::int64_t>> deviceNumber(Sql& sql, const DeviceId& id)
{
    OUTPOST_TRY(auto find, sql.prepare("SELECT num FROM devices WHERE id = ?"));
    OUTPOST_TRY(const bool row, find->bind(std::string_view(id.str())).step());
    return row ? std::optional(find->integer(0)) : std::nullopt;
}

Result<std::vector<SeriesPoint>> loadMonth(Sql& sql, std::int64_t device, std::int64_t asset, std::int64_t monthStart)
{
    OUTPOST_TRY(auto find, sql.prepare("SELECT data FROM series WHERE device = ? AND asset = ? AND month = ?"));
    OUTPOST_TRY(const bool row, find->bind(device).bind(asset).bind(std::int64_t{monthNumber(monthStart)}).step());
    if (!row)
        return std::vector<SeriesPoint>{};
    return unpackSeries(monthStart, find->blob(0));
}

/// The newest point before a moment, from this or an earlier month.
Result<std::optional<SeriesPoint>> pointBefore(Sql& sql, std::int64_t device, std::int64_t asset, std::int64_t at)
{
    OUTPOST_TRY(auto find, sql.prepare("SELECT month, data FROM series WHERE device = ? AND asset = ? AND month <= ? "
                                       "ORDER BY month DESC LIMIT 2"));
    find->bind(device).bind(asset).bind(std::int64_t{monthNumber(monthStartOf(at))});
    while (true) {
        OUTPOST_TRY(const bool row, find->step());
        if (!row)
            return std::nullopt;
        OUTPOST_TRY(const auto points, unpackSeries(monthStartOfNumber(find->integer(0)), find->blob(1)));
        for (auto it = points.rbegin(); it != points.rend(); ++it) {
            if (it->at < at)
                return *it;
        }
    }
}

Result<void> storeMonth(Sql& sql, std::int64_t device, std::int64_t asset, std::int64_t monthStart, std::int64_t source,
                        const std::vector<SeriesPoint>& points)
{
    OUTPOST_TRY(auto put, sql.prepare("INSERT INTO series (device, asset, month, source, data) VALUES (?,?,?,?,?) "
                                      "ON CONFLICT (device, asset, month) DO UPDATE SET source = excluded.source, "
                                      "data = excluded.data"));
    return put->bind(device)
        .bind(asset)
        .bind(std::int64_t{monthNumber(monthStart)})
        .bind(source)
        .bind(ByteSpan(packSeries(monthStart, points)))
        .run();
}

Result<void> ingestOne(Sql& sql, const EarningSample& sample, IngestReport& report)
{
    OUTPOST_TRY(const auto device, deviceNumber(sql, sample.device));
    if (!device) {
        ++report.unknownDevice;
        return {};
    }
    OUTPOST_TRY(const std::int64_t asset, nameNumber(sql, sample.lifetime.asset.str()));
    OUTPOST_TRY(const std::int64_t source, nameNumber(sql, sample.source));
    const std::int64_t at = toUnixSeconds(sample.at);
    const std::int64_t monthStart = monthStartOf(at);
    OUTPOST_TRY(auto points, loadMonth(sql, *device, asset, monthStart));
    OUTPOST_TRY(const auto before, pointBefore(sql, *device, asset, at));
    if ((before && sample.lifetime.base < before->lifetime) || sample.lifetime.base.isNegative()) {
        ++report.decreased;
        return {};
    }
    const auto sameDay =
        std::find_if(points.begin(), points.end(), [&](const SeriesPoint& p) { return dayOf(p.at) == dayOf(at); });
    if (sameDay != points.end() && sameDay->at > at)
        return {}; // an older sample of a day that has a newer one
    if (sameDay != points.end())
        *sameDay = {at, sample.lifetime.base};
    else
        points.insert(std::upper_bound(points.begin(), points.end(), at,
                                       [](std::int64_t t, const SeriesPoint& p) { return t < p.at; }),
                      {at, sample.lifetime.base});
    for (std::size_t i = 1; i < points.size(); ++i) {
        if (points[i].lifetime < points[i - 1].lifetime) { // an older day filled in above a newer total
            ++report.decreased;
            return {};
        }
    }
    ++report.stored;
    return storeMonth(sql, *device, asset, monthStart, source, points);
}

} // namespace

std::int64_t monthStartOfNumber(std::int64_t number)
{
    const year_month_day date{year(static_cast<int>(number / 12)), month(static_cast<unsigned>(number % 12) + 1),
                              day(1)};
    return std::int64_t{sys_days(date).time_since_epoch().count()} * kDay;
}

Bytes packSeries(std::int64_t monthStart, const std::vector<SeriesPoint>& points)
{
    Bytes out{kPackedVersion};
    std::int64_t time = monthStart;
    Int128 value = 0;
    for (const SeriesPoint& point : points) {
        putVarint(out, point.at - time);
        putVarint(out, Int128::fromNative(point.lifetime.native() - value.native()));
        time = point.at;
        value = point.lifetime;
    }
    return out;
}

Result<std::vector<SeriesPoint>> unpackSeries(std::int64_t monthStart, ByteSpan packed)
{
    if (packed.empty() || packed.front() != kPackedVersion)
        return fail(errors::kStoreDamaged, "series version");
    packed = packed.subspan(1);
    std::vector<SeriesPoint> points;
    std::int64_t time = monthStart;
    Int128 value = 0;
    while (!packed.empty()) {
        if (points.size() == kMaxPointsPerMonth)
            return fail(errors::kStoreDamaged, "series too long");
        OUTPOST_TRY(const Int128 dt, takeVarint(packed));
        OUTPOST_TRY(const Int128 dv, takeVarint(packed));
        if (dt > Int128(31 * kDay) || (points.empty() ? dt.isNegative() : !dt.isPositive()))
            return fail(errors::kStoreDamaged, "series time");
        time += static_cast<std::int64_t>(dt.native());
        const auto sum = value.plus(dv);
        if (!sum || time >= monthStart + 31 * kDay)
            return fail(errors::kStoreDamaged, "series value");
        value = *sum;
        points.push_back({time, value});
    }
    return points;
}

std::vector<EarningDay> daysFromPoints(const DeviceId& device, const AssetId& asset,
                                       const std::vector<SeriesPoint>& points, std::int32_t today)
{
    std::vector<EarningDay> result;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const std::int32_t fromDay = dayOf(points[i - 1].at);
        const std::int32_t toDay = dayOf(points[i].at);
        const auto earned = points[i].lifetime.minus(points[i - 1].lifetime);
        if (toDay == fromDay || !earned || earned->isNegative())
            continue; // only one point a day is stored, and totals do not decrease; a damaged row must not show
                      // nonsense
        const std::int32_t span = toDay - fromDay;
        const Int128 share = Int128::fromNative(earned->native() / span);
        for (std::int32_t day = fromDay + 1; day <= toDay; ++day) {
            const Int128 part =
                day == toDay ? Int128::fromNative(earned->native() - share.native() * (span - 1)) : share;
            result.push_back({device, day, Amount{asset, part}, span == 1 && day != today});
        }
    }
    return result;
}

Future<IngestReport> Series::ingest(std::vector<EarningSample> samples)
{
    return m_db.write([samples = std::move(samples)](Sql& sql) -> Result<IngestReport> {
        IngestReport report;
        for (const EarningSample& sample : samples)
            OUTPOST_CHECK(ingestOne(sql, sample, report));
        return report;
    });
}

Future<std::vector<EarningDay>> Series::days(DeviceId device, AssetId asset, std::int32_t from, std::int32_t to,
                                             std::int32_t today)
{
    return daysOf({std::move(device)}, std::move(asset), from, to, today);
}

Future<std::vector<EarningDay>> Series::daysOf(std::vector<DeviceId> devices, AssetId asset, std::int32_t from,
                                               std::int32_t to, std::int32_t today)
{
    return m_db.read([devices = std::move(devices), asset = std::move(asset), from, to,
                      today](Sql& sql) -> Result<std::vector<EarningDay>> {
        const std::int64_t firstMonth = monthNumber(monthStartOf(std::int64_t{from} * kDay));
        const std::int64_t lastMonth = monthNumber(monthStartOf(std::int64_t{to} * kDay));
        // The month before is read too: its last point is what the first day is measured against.
        std::vector<EarningDay> result;
        // One device is found by the table's key, all are read in one pass: a query for both would always be the pass.
        constexpr std::string_view kOfAll =
            "SELECT d.id, s.month, s.data FROM series s JOIN names n ON n.num = s.asset JOIN devices d ON d.num = "
            "s.device WHERE n.text = ?1 AND s.month BETWEEN ?2 AND ?3 ORDER BY s.device, s.month";
        constexpr std::string_view kOfOne =
            "SELECT ?4, month, data FROM series WHERE device = (SELECT num FROM devices WHERE id = ?4) AND asset = "
            "(SELECT num FROM names WHERE text = ?1) AND month BETWEEN ?2 AND ?3 ORDER BY month";
        const auto collect = [&](const std::string& only) -> Result<void> {
            OUTPOST_TRY(auto query, sql.prepare(only.empty() ? kOfAll : kOfOne));
            query->bind(std::string_view(asset.str())).bind(firstMonth - 1).bind(lastMonth);
            if (!only.empty())
                query->bind(std::string_view(only));
            std::string current;
            std::vector<SeriesPoint> points;
            const auto flush = [&] {
                for (EarningDay& day : daysFromPoints(DeviceId(current), asset, points, today)) {
                    if (day.day >= from && day.day <= to)
                        result.push_back(std::move(day));
                }
                points.clear();
            };
            while (true) {
                OUTPOST_TRY(const bool more, query->step());
                if (!more)
                    break;
                const std::string id = query->text(0);
                if (id != current) {
                    flush();
                    current = id;
                }
                OUTPOST_TRY(const auto month, unpackSeries(monthStartOfNumber(query->integer(1)), query->blob(2)));
                points.insert(points.end(), month.begin(), month.end());
            }
            flush();
            return {};
        };
        if (devices.empty())
            OUTPOST_CHECK(collect({}));
        for (const DeviceId& device : devices)
            OUTPOST_CHECK(collect(device.str()));
        return result;
    });
}

Future<std::vector<AssetId>> Series::assets()
{
    return m_db.read([](Sql& sql) -> Result<std::vector<AssetId>> {
        OUTPOST_TRY(auto query, sql.prepare("SELECT text FROM names WHERE num IN (SELECT DISTINCT asset FROM series) "
                                            "ORDER BY text"));
        std::vector<AssetId> assets;
        while (true) {
            OUTPOST_TRY(const bool more, query->step());
            if (!more)
                return assets;
            assets.emplace_back(query->text(0));
        }
    });
}

Future<std::optional<std::int32_t>> Series::firstDay()
{
    return m_db.read([](Sql& sql) -> Result<std::optional<std::int32_t>> {
        OUTPOST_TRY(auto query, sql.prepare("SELECT month, data FROM series ORDER BY month LIMIT 50"));
        std::optional<std::int32_t> first;
        while (true) {
            OUTPOST_TRY(const bool more, query->step());
            if (!more)
                return first;
            OUTPOST_TRY(const auto points, unpackSeries(monthStartOfNumber(query->integer(0)), query->blob(1)));
            if (!points.empty() && (!first || dayOf(points.front().at) < *first))
                first = dayOf(points.front().at);
        }
    });
}

Future<void> Series::setClaimables(std::vector<Claimable> claimables)
{
    return m_db.write([claimables = std::move(claimables)](Sql& sql) -> Result<void> {
        for (const Claimable& c : claimables) {
            OUTPOST_TRY(const auto device, deviceNumber(sql, c.device));
            if (!device)
                continue;
            OUTPOST_TRY(const std::int64_t asset, nameNumber(sql, c.amount.asset.str()));
            OUTPOST_TRY(auto put, sql.prepare("INSERT OR REPLACE INTO claimables (device, asset, base, source, as_of) "
                                              "VALUES (?,?,?,?,?)"));
            OUTPOST_CHECK(put->bind(*device)
                              .bind(asset)
                              .bind(std::string_view(c.amount.base.toString()))
                              .bind(std::string_view(c.source))
                              .bind(toUnixMillis(c.asOf))
                              .run());
        }
        return {};
    });
}

Future<std::vector<Claimable>> Series::claimables()
{
    return m_db.write([](Sql& sql) -> Result<std::vector<Claimable>> {
        OUTPOST_TRY(auto query,
                    sql.prepare("SELECT d.id, n.text, c.base, c.source, c.as_of FROM claimables c JOIN devices d "
                                "ON d.num = c.device JOIN names n ON n.num = c.asset ORDER BY d.num"));
        std::vector<Claimable> found;
        while (true) {
            OUTPOST_TRY(const bool more, query->step());
            if (!more)
                return found;
            OUTPOST_TRY(const Int128 base, Int128::parse(query->text(2)));
            found.push_back({DeviceId(query->text(0)), Amount{AssetId(query->text(1)), base}, query->text(3),
                             fromUnixMillis(query->integer(4))});
        }
    });
}

} // namespace outpost::store
