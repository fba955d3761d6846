// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Transfer.h"

#include "core/codec/ByteReader.h"
#include "core/codec/ByteWriter.h"
#include "core/domain/Amount.h"
#include "core/domain/Cells.h"
#include "core/domain/Operation.h"
#include "core/store/Journal.h"
#include "core/store/Series.h"
#include "core/store/StoreErrors.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <unordered_map>
#include <utility>

namespace outpost::store {

namespace {

using codec::ByteReader;
using codec::ByteWriter;

constexpr std::uint16_t kVersion = 1;
// Sections in this order, each a tag, the number of rows, the rows. A row's fields stand one after the other; texts and
// bytes behind their length.
enum Section : std::uint8_t { kSettings = 1, kDevices, kSeries, kPrices, kActivities, kOperations, kEnd = 255 };

constexpr std::size_t kMaxText = 64u << 10;
constexpr std::size_t kMaxBody = 16u << 20; // an operation over 100,000 devices
constexpr std::size_t kMaxMonth = 4096;

/// Of the content that comes, and not of the store here, which would be store.damaged.
std::unexpected<Error> damaged(std::string what)
{
    return fail(errors::kMalformed, "data file: " + std::move(what));
}

/// What ended so that nothing can set it going again. What has a Retry stays where it is: on two computers it might be
/// done twice, and a foreign file's costs would count as approved.
bool isOver(OperationState state)
{
    return state == OperationState::Finalised || state == OperationState::Done || state == OperationState::Cancelled;
}

bool startsWithOne(const std::string& key, const std::vector<std::string>& beginnings)
{
    return std::any_of(beginnings.begin(), beginnings.end(), [&](const auto& b) { return key.starts_with(b); });
}

// --- taking

/// A section whose rows are counted while they are written.
template <class Row> Result<std::int64_t> section(ByteWriter& out, Section tag, Statement& query, const Row& writeRow)
{
    ByteWriter rows;
    std::int64_t count = 0;
    while (true) {
        OUTPOST_TRY(const bool more, query.step());
        if (!more)
            break;
        if (!writeRow(rows))
            continue;
        ++count;
        if (out.size() + rows.size() > Transfer::kMaxContent)
            return fail(errors::kTooLong, "more data than one file holds");
    }
    out.u8(tag).u32(static_cast<std::uint32_t>(count)).bytes(rows.view());
    return count;
}

void optionalInteger(ByteWriter& out, const Statement& row, int column)
{
    out.optional(row.isNull(column) ? std::optional<std::int64_t>() : std::optional(row.integer(column)));
}

Result<std::int64_t> takeDevices(Sql& sql, ByteWriter& out)
{
    OUTPOST_TRY(auto query, sql.prepare("SELECT id, network, owner, name, nickname, note, kind, city, problem, "
                                        "network_data, latitude, longitude, cell, elevation, gain, status, last_seen, "
                                        "added_at, watch_only FROM devices ORDER BY num"));
    return section(out, kDevices, *query, [&](ByteWriter& rows) {
        for (int column = 0; column < 12; ++column)
            rows.string(query->text(column));
        for (int column = 12; column < 19; ++column)
            optionalInteger(rows, *query, column);
        return true;
    });
}

/// An operation that is over, with its log; the others are counted.
Result<std::int64_t> takeOperations(Sql& sql, ByteWriter& out, std::int64_t& unfinished)
{
    OUTPOST_TRY(auto query, sql.prepare("SELECT id, parent, kind, subject, state, idempotency, body, signed_bytes, "
                                        "created_at, updated_at FROM operations ORDER BY created_at, id"));
    Result<void> logged;
    OUTPOST_TRY(const std::int64_t count, section(out, kOperations, *query, [&](ByteWriter& rows) {
                    const auto state = static_cast<OperationState>(query->integer(4));
                    if (!isOver(state)) {
                        unfinished += query->text(1).empty() ? 1 : 0;
                        return false;
                    }
                    for (int column = 0; column < 4; ++column)
                        rows.string(query->text(column));
                    rows.i64(query->integer(4)).string(query->text(5)).string(query->text(6));
                    rows.lengthPrefixed(query->blob(7)).i64(query->integer(8)).i64(query->integer(9));
                    ByteWriter entries;
                    std::uint32_t entryCount = 0;
                    logged = [&]() -> Result<void> {
                        OUTPOST_TRY(auto log, sql.prepare("SELECT at, event, state, detail FROM operation_log WHERE "
                                                          "operation = ? ORDER BY num"));
                        log->bind(std::string_view(query->text(0)));
                        while (true) {
                            OUTPOST_TRY(const bool more, log->step());
                            if (!more)
                                return {};
                            entries.i64(log->integer(0)).string(log->text(1)).i64(log->integer(2)).string(log->text(3));
                            ++entryCount;
                        }
                    }();
                    rows.u32(entryCount).bytes(entries.view());
                    return true;
                }));
    OUTPOST_CHECK(std::move(logged));
    return count;
}

Result<Taken> takeAll(Sql& sql, const std::vector<std::string>& settings)
{
    Taken taken;
    ByteWriter out;
    out.u16(kVersion);
    OUTPOST_TRY(auto keys, sql.prepare("SELECT key, value FROM settings ORDER BY key"));
    OUTPOST_CHECK(section(out, kSettings, *keys, [&](ByteWriter& rows) {
        if (!startsWithOne(keys->text(0), settings))
            return false;
        rows.string(keys->text(0)).string(keys->text(1));
        return true;
    }));
    OUTPOST_TRY(taken.devices, takeDevices(sql, out));
    OUTPOST_TRY(auto series, sql.prepare("SELECT d.id, a.text, s.text, m.month, m.data FROM series m JOIN devices d ON "
                                         "d.num = m.device JOIN names a ON a.num = m.asset JOIN names s ON s.num = "
                                         "m.source ORDER BY m.device, m.asset, m.month"));
    OUTPOST_TRY(taken.months, section(out, kSeries, *series, [&](ByteWriter& rows) {
                    rows.string(series->text(0)).string(series->text(1)).string(series->text(2));
                    rows.i64(series->integer(3)).lengthPrefixed(series->blob(4));
                    return true;
                }));
    OUTPOST_TRY(auto prices, sql.prepare("SELECT n.text, p.currency, p.at, p.nano, p.source FROM prices p JOIN names n "
                                         "ON n.num = p.asset ORDER BY p.asset, p.currency, p.at"));
    OUTPOST_TRY(taken.prices, section(out, kPrices, *prices, [&](ByteWriter& rows) {
                    rows.string(prices->text(0)).i64(prices->integer(1)).i64(prices->integer(2));
                    rows.string(prices->text(3)).string(prices->text(4));
                    return true;
                }));
    OUTPOST_TRY(auto activity, sql.prepare("SELECT at, kind, subject, body, unique_key FROM activity ORDER BY num"));
    OUTPOST_TRY(taken.activities, section(out, kActivities, *activity, [&](ByteWriter& rows) {
                    rows.i64(activity->integer(0));
                    for (int column = 1; column < 5; ++column)
                        rows.string(activity->text(column));
                    return true;
                }));
    OUTPOST_TRY(taken.operations, takeOperations(sql, out, taken.unfinished));
    out.u8(kEnd);
    taken.content = out.done();
    return taken;
}

// --- merging

/// The rows of the next section, which must have this tag. Each row has at least `leastBytes`.
Result<std::uint32_t> enter(ByteReader& in, Section tag, std::size_t leastBytes)
{
    if (in.u8() != tag)
        return damaged("section " + std::to_string(tag));
    const std::uint32_t rows = in.count(leastBytes);
    if (!in.ok())
        return damaged("count of section " + std::to_string(tag));
    return rows;
}

Result<void> stillGood(const ByteReader& in, const char* what)
{
    return in.ok() ? Result<void>{} : damaged(what);
}

Result<std::int64_t> nameNumber(Sql& sql, const std::string& text)
{
    OUTPOST_TRY(auto add, sql.prepare("INSERT OR IGNORE INTO names (text) VALUES (?)"));
    OUTPOST_CHECK(add->bind(std::string_view(text)).run());
    OUTPOST_TRY(auto find, sql.prepare("SELECT num FROM names WHERE text = ?"));
    OUTPOST_CHECK(find->bind(std::string_view(text)).step());
    return find->integer(0);
}

Result<void> mergeSettings(Sql& sql, ByteReader& in, const std::vector<std::string>& settings, Merged& merged)
{
    OUTPOST_TRY(const std::uint32_t rows, enter(in, kSettings, 8));
    for (std::uint32_t i = 0; i < rows; ++i) {
        const std::string key = in.string(kMaxText);
        const std::string value = in.string(kMaxText);
        OUTPOST_CHECK(stillGood(in, "setting"));
        if (!startsWithOne(key, settings))
            continue;
        OUTPOST_TRY(auto put, sql.prepare("INSERT OR IGNORE INTO settings (key, value) VALUES (?,?)"));
        OUTPOST_CHECK(put->bind(std::string_view(key)).bind(std::string_view(value)).run());
        merged.settings += sql.changes();
    }
    return {};
}

void bindOptional(Statement& statement, const std::optional<std::int64_t>& value)
{
    if (value)
        statement.bind(*value);
    else
        statement.bindNull();
}

std::optional<double> degrees(const std::string& text)
{
    double value = 0; // degrees
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    return problem == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// A whole place as the store writes one, or none at all.
bool isPlace(const std::string& latitude, const std::string& longitude, const std::optional<std::int64_t>& cell,
             const std::optional<std::int64_t>& elevation, const std::optional<std::int64_t>& gain)
{
    if (!cell)
        return latitude.empty() && longitude.empty() && !elevation && !gain;
    const auto north = degrees(latitude);
    const auto east = degrees(longitude);
    const auto fits = [](const std::optional<std::int64_t>& number) {
        return !number || std::in_range<std::int32_t>(*number);
    };
    return north && east && isValidPoint({*north, *east}) &&
           (*cell == 0 || isValidCell(static_cast<std::uint64_t>(*cell))) && fits(elevation) && fits(gain);
}

Result<void> mergeDevices(Sql& sql, ByteReader& in, Merged& merged)
{
    OUTPOST_TRY(const std::uint32_t rows, enter(in, kDevices, 12 * 4 + 7));
    for (std::uint32_t i = 0; i < rows; ++i) {
        std::array<std::string, 12> texts; // in the order of takeDevices()
        for (std::string& text : texts)
            text = in.string(kMaxText);
        std::array<std::optional<std::int64_t>, 7> numbers;
        for (auto& number : numbers)
            number = in.optional<std::int64_t>();
        OUTPOST_CHECK(stillGood(in, "device"));
        const auto& status = numbers[3];
        if (texts[0].empty() || !status || *status < 0 || *status > static_cast<int>(DeviceStatus::NotSetUp))
            return damaged("device");
        if (!isPlace(texts[10], texts[11], numbers[0], numbers[1], numbers[2]))
            return damaged("place");
        OUTPOST_TRY(
            auto add,
            sql.prepare("INSERT INTO devices (id, network, owner, name, nickname, note, kind, city, problem, "
                        "network_data, latitude, longitude, cell, elevation, gain, status, last_seen, added_at, "
                        "watch_only, shown, search) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,nullif(?11,''),"
                        "nullif(?12,''),?13,?14,?15,?16,?17,?18,coalesce(?19,0),"
                        "CASE ?5 WHEN '' THEN ?4 ELSE ?5 END,"
                        "lower(?4 || char(10) || ?5 || char(10) || ?6 || char(10) || ?8 || char(10) || ?1)) "
                        "ON CONFLICT (id) DO NOTHING"));
        for (const std::string& text : texts)
            add->bind(std::string_view(text));
        for (const auto& number : numbers)
            bindOptional(*add, number);
        OUTPOST_CHECK(add->run());
        if (sql.changes() == 1) {
            ++merged.devices;
            continue;
        }
        // Known here: what the networks say is newer; what the owner called it fills only what is empty.
        OUTPOST_TRY(auto label,
                    sql.prepare("UPDATE devices SET nickname = CASE nickname WHEN '' THEN ?2 ELSE nickname END, "
                                "note = CASE note WHEN '' THEN ?3 ELSE note END WHERE id = ?1 AND "
                                "((nickname = '' AND ?2 <> '') OR (note = '' AND ?3 <> ''))"));
        label->bind(std::string_view(texts[0])).bind(std::string_view(texts[4])).bind(std::string_view(texts[5]));
        OUTPOST_CHECK(label->run());
        if (sql.changes() == 0)
            continue;
        ++merged.labels;
        OUTPOST_TRY(
            auto shown,
            sql.prepare("UPDATE devices SET shown = CASE nickname WHEN '' THEN name ELSE nickname END, "
                        "search = lower(name || char(10) || nickname || char(10) || note || char(10) || city || "
                        "char(10) || id) WHERE id = ?"));
        OUTPOST_CHECK(shown->bind(std::string_view(texts[0])).run());
    }
    return {};
}

/// The points of both, one a day, the later of a day; nothing when a lifetime total would go down.
std::optional<std::vector<SeriesPoint>> united(std::vector<SeriesPoint> ours, const std::vector<SeriesPoint>& theirs)
{
    constexpr std::int64_t kDay = 86'400;
    std::map<std::int64_t, SeriesPoint> days;
    for (const auto* points : {&theirs, &std::as_const(ours)}) {
        for (const SeriesPoint& point : *points) {
            const auto [at, isNew] = days.try_emplace(point.at / kDay, point);
            if (!isNew && point.at >= at->second.at)
                at->second = point;
        }
    }
    std::vector<SeriesPoint> all;
    for (const auto& [day, point] : days) {
        if (!all.empty() && point.lifetime < all.back().lifetime)
            return std::nullopt;
        all.push_back(point);
    }
    return all;
}

Result<void> mergeSeries(Sql& sql, ByteReader& in, Merged& merged)
{
    OUTPOST_TRY(const std::uint32_t rows, enter(in, kSeries, 3 * 4 + 8 + 4));
    for (std::uint32_t i = 0; i < rows; ++i) {
        const std::string device = in.string(kMaxText);
        const std::string asset = in.string(kMaxText);
        const std::string source = in.string(kMaxText);
        const std::int64_t month = in.i64();
        const ByteSpan data = in.lengthPrefixed(kMaxMonth);
        OUTPOST_CHECK(stillGood(in, "samples"));
        constexpr std::int64_t kFirstYear = 1970;
        constexpr std::int64_t kLastYear = 9999;
        if (month < kFirstYear * 12 || month > kLastYear * 12)
            return damaged("month");
        const auto theirs = unpackSeries(monthStartOfNumber(month), data);
        if (!theirs)
            return damaged(theirs.error().detail);
        OUTPOST_TRY(auto find, sql.prepare("SELECT num FROM devices WHERE id = ?"));
        OUTPOST_TRY(const bool known, find->bind(std::string_view(device)).step());
        if (!known)
            return damaged("samples of a device that is not listed");
        const std::int64_t number = find->integer(0);
        OUTPOST_TRY(const std::int64_t assetNumber, nameNumber(sql, asset));
        OUTPOST_TRY(const std::int64_t sourceNumber, nameNumber(sql, source));
        OUTPOST_TRY(auto here, sql.prepare("SELECT data FROM series WHERE device = ? AND asset = ? AND month = ?"));
        OUTPOST_TRY(const bool exists, here->bind(number).bind(assetNumber).bind(month).step());
        Bytes packed = toBytes(data);
        if (exists) {
            const Bytes before = here->blob(0);
            OUTPOST_TRY(auto ours, unpackSeries(monthStartOfNumber(month), before));
            const auto both = united(std::move(ours), *theirs);
            if (!both) {
                ++merged.contradictions;
                continue;
            }
            packed = packSeries(monthStartOfNumber(month), *both);
            if (packed == before)
                continue;
        }
        OUTPOST_TRY(auto put, sql.prepare("INSERT INTO series (device, asset, month, source, data) VALUES (?,?,?,?,?) "
                                          "ON CONFLICT (device, asset, month) DO UPDATE SET data = excluded.data"));
        OUTPOST_CHECK(put->bind(number).bind(assetNumber).bind(month).bind(sourceNumber).bind(ByteSpan(packed)).run());
        ++merged.months;
    }
    return {};
}

Result<void> mergePrices(Sql& sql, ByteReader& in, Merged& merged)
{
    OUTPOST_TRY(const std::uint32_t rows, enter(in, kPrices, 3 * 4 + 16));
    for (std::uint32_t i = 0; i < rows; ++i) {
        const std::string asset = in.string(kMaxText);
        const std::int64_t currency = in.i64();
        const std::int64_t at = in.i64();
        const std::string nano = in.string(64);
        const std::string source = in.string(kMaxText);
        OUTPOST_CHECK(stillGood(in, "price"));
        if (currency < 0 || currency > static_cast<int>(Currency::Jpy) || !Int128::parse(nano))
            return damaged("price");
        OUTPOST_TRY(const std::int64_t assetNumber, nameNumber(sql, asset));
        OUTPOST_TRY(auto put, sql.prepare("INSERT OR IGNORE INTO prices (asset, currency, at, nano, source) VALUES "
                                          "(?,?,?,?,?)"));
        OUTPOST_CHECK(put->bind(assetNumber)
                          .bind(currency)
                          .bind(at)
                          .bind(std::string_view(nano))
                          .bind(std::string_view(source))
                          .run());
        merged.prices += sql.changes();
    }
    return {};
}

Result<void> mergeActivities(Sql& sql, ByteReader& in, Merged& merged)
{
    OUTPOST_TRY(const std::uint32_t rows, enter(in, kActivities, 8 + 4 * 4));
    for (std::uint32_t i = 0; i < rows; ++i) {
        const std::int64_t at = in.i64();
        const std::string kind = in.string(kMaxText);
        const std::string subject = in.string(kMaxText);
        const std::string body = in.string(kMaxBody);
        const std::string unique = in.string(kMaxText);
        OUTPOST_CHECK(stillGood(in, "activity"));
        if (!nlohmann::json::accept(body) || unique.empty())
            return damaged("activity");
        OUTPOST_TRY(auto put, sql.prepare("INSERT OR IGNORE INTO activity (at, kind, subject, body, unique_key) "
                                          "VALUES (?,?,?,?,?)"));
        OUTPOST_CHECK(put->bind(at)
                          .bind(std::string_view(kind))
                          .bind(std::string_view(subject))
                          .bind(std::string_view(body))
                          .bind(std::string_view(unique))
                          .run());
        merged.activities += sql.changes();
    }
    return {};
}

Result<void> mergeOperations(Sql& sql, ByteReader& in, Merged& merged)
{
    OUTPOST_TRY(const std::uint32_t rows, enter(in, kOperations, 8 * 4 + 3 * 8));
    for (std::uint32_t i = 0; i < rows; ++i) {
        std::array<std::string, 4> names; // id, parent, kind, subject
        for (std::string& name : names)
            name = in.string(kMaxText);
        const std::int64_t state = in.i64();
        const std::string idempotency = in.string(kMaxText);
        const std::string body = in.string(kMaxBody);
        const ByteSpan signedBytes = in.lengthPrefixed(kMaxText);
        const std::int64_t createdAt = in.i64();
        const std::int64_t updatedAt = in.i64();
        const std::uint32_t entries = in.count(8 + 4 + 8 + 4);
        OUTPOST_CHECK(stillGood(in, "operation"));
        const auto operation = operationFromJson(body);
        if (state < 0 || state > static_cast<int>(OperationState::PartlyDone) ||
            !isOver(static_cast<OperationState>(state)) || !operation || operation->id.str() != names[0])
            return damaged("operation");
        OUTPOST_TRY(auto put, sql.prepare("INSERT OR IGNORE INTO operations (id, parent, kind, subject, state, "
                                          "idempotency, body, signed_bytes, created_at, updated_at) VALUES "
                                          "(?,?,?,?,?,?,?,?,?,?)"));
        for (const std::string& name : names)
            put->bind(std::string_view(name));
        OUTPOST_CHECK(put->bind(state)
                          .bind(std::string_view(idempotency))
                          .bind(std::string_view(body))
                          .bind(signedBytes)
                          .bind(createdAt)
                          .bind(updatedAt)
                          .run());
        const bool isNew = sql.changes() == 1;
        merged.operations += isNew ? 1 : 0;
        for (std::uint32_t e = 0; e < entries; ++e) {
            const std::int64_t at = in.i64();
            const std::string event = in.string(kMaxText);
            const std::int64_t logState = in.i64();
            const std::string detail(asText(in.lengthPrefixed(kMaxText))); // cut by length, perhaps inside a letter
            OUTPOST_CHECK(stillGood(in, "log"));
            if (logState < 0 || logState > static_cast<int>(OperationState::PartlyDone))
                return damaged("log");
            if (!isNew)
                continue;
            OUTPOST_TRY(auto log, sql.prepare("INSERT INTO operation_log (operation, at, event, state, detail) VALUES "
                                              "(?,?,?,?,?)"));
            OUTPOST_CHECK(log->bind(std::string_view(names[0]))
                              .bind(at)
                              .bind(std::string_view(event))
                              .bind(logState)
                              .bind(std::string_view(detail))
                              .run());
        }
    }
    return {};
}

} // namespace

Future<Taken> Transfer::take(std::vector<std::string> settings)
{
    return m_db.read([settings = std::move(settings)](Sql& sql) -> Result<Taken> {
        OUTPOST_CHECK(sql.exec("BEGIN")); // one state, whatever is written meanwhile
        auto taken = takeAll(sql, settings);
        (void)sql.exec("ROLLBACK");
        return taken;
    });
}

Future<Merged> Transfer::merge(Bytes content, std::vector<std::string> settings)
{
    return m_db.write([content = std::move(content), settings = std::move(settings)](Sql& sql) {
        return mergeContent(sql, content, settings);
    });
}

Result<Merged> mergeContent(Sql& sql, ByteSpan content, const std::vector<std::string>& settings)
{
    if (content.size() > Transfer::kMaxContent)
        return damaged("size");
    ByteReader in(content);
    const std::uint16_t version = in.u16();
    OUTPOST_CHECK(stillGood(in, "version"));
    if (version > kVersion)
        return fail(errors::kStoreTooNew, "data file version " + std::to_string(version));
    if (version != kVersion)
        return damaged("version");
    Merged merged;
    OUTPOST_CHECK(mergeSettings(sql, in, settings, merged));
    OUTPOST_CHECK(mergeDevices(sql, in, merged));
    OUTPOST_CHECK(mergeSeries(sql, in, merged));
    OUTPOST_CHECK(mergePrices(sql, in, merged));
    OUTPOST_CHECK(mergeActivities(sql, in, merged));
    OUTPOST_CHECK(mergeOperations(sql, in, merged));
    if (in.u8() != kEnd || !in.atEnd())
        return damaged("end");
    return merged;
}

} // namespace outpost::store
