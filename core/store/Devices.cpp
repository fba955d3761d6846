// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Devices.h"

#include "core/store/StoreErrors.h"

#include <sstream>
#include <unordered_set>

namespace outpost::store {

namespace {

constexpr std::string_view kColumns =
    "id, network, owner, name, nickname, note, kind, cell, latitude, longitude, elevation, gain, city, status, "
    "problem, "
    "last_seen, added_at, watch_only, network_data, ready_minor, month_minor, previous_minor";

std::string lower(std::string text)
{
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

std::string searchText(const std::string& name, const std::string& nickname, const std::string& note,
                       const std::string& city, const std::string& id)
{
    return lower(name + '\n' + nickname + '\n' + note + '\n' + city + '\n' + id);
}

void bindOptional(Statement& s, const std::optional<std::int64_t>& value)
{
    if (value)
        s.bind(*value);
    else
        s.bindNull();
}

std::optional<Time> optionalTime(const Statement& s, int column)
{
    return s.isNull(column) ? std::nullopt : std::optional(fromUnixMillis(s.integer(column)));
}

DeviceRow readRow(const Statement& s)
{
    DeviceRow row;
    Device& d = row.device;
    d.id = DeviceId(s.text(0));
    d.network = NetworkId(s.text(1));
    d.owner = Address(s.text(2));
    d.name = s.text(3);
    d.nickname = s.text(4);
    d.note = s.text(5);
    d.kind = s.text(6);
    if (!s.isNull(7)) {
        Place place;
        place.cell = static_cast<std::uint64_t>(s.integer(7));
        // Stored as micro-degrees in INTEGER affinity would lose nothing that a map shows; REAL keeps what came.
        // gate: allow float-money - degrees
        place.centre = {std::strtod(s.text(8).c_str(), nullptr), std::strtod(s.text(9).c_str(), nullptr)};
        if (!s.isNull(10))
            place.elevationMetres = static_cast<std::int32_t>(s.integer(10));
        if (!s.isNull(11))
            place.gainTenthDbi = static_cast<std::int32_t>(s.integer(11));
        d.place = place;
    }
    d.city = s.text(12);
    d.status = static_cast<DeviceStatus>(s.integer(13));
    d.problem = s.text(14);
    d.lastSeen = optionalTime(s, 15);
    d.addedAt = optionalTime(s, 16);
    d.watchOnly = s.integer(17) != 0;
    d.networkData = s.text(18);
    const auto figure = [&](int column) { return s.isNull(column) ? std::nullopt : std::optional(s.integer(column)); };
    row.readyMinor = figure(19);
    row.monthMinor = figure(20);
    row.previousMinor = figure(21);
    return row;
}

Result<void> upsertOne(Sql& sql, const Device& d)
{
    OUTPOST_TRY(
        auto put,
        sql.prepare(
            "INSERT INTO devices (id, network, owner, name, nickname, note, kind, cell, latitude, longitude, "
            "elevation, gain, city, "
            "status, problem, last_seen, added_at, watch_only, network_data, shown, search) "
            "VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,"
            "CASE ?5 WHEN '' THEN ?4 ELSE ?5 END, ?20) "
            "ON CONFLICT (id) DO UPDATE SET network = ?2, owner = ?3, name = ?4, kind = ?7, cell = ?8, latitude = ?9, "
            "longitude = ?10, elevation = ?11, gain = ?12, city = ?13, status = ?14, problem = ?15, "
            "last_seen = coalesce(?16, last_seen), added_at = coalesce(added_at, ?17), watch_only = ?18, network_data "
            "= ?19, "
            "shown = CASE nickname WHEN '' THEN ?4 ELSE nickname END, "
            "search = ?20 || char(10) || nickname || char(10) || note"));
    put->bind(std::string_view(d.id.str()))
        .bind(std::string_view(d.network.str()))
        .bind(std::string_view(d.owner.str()))
        .bind(std::string_view(d.name))
        .bind(std::string_view(d.nickname))
        .bind(std::string_view(d.note))
        .bind(std::string_view(d.kind));
    if (d.place) {
        put->bind(static_cast<std::int64_t>(d.place->cell))
            .bind(std::string_view(std::format("{:.7f}", d.place->centre.latitude)))
            .bind(std::string_view(std::format("{:.7f}", d.place->centre.longitude)));
        bindOptional(*put, d.place->elevationMetres);
        bindOptional(*put, d.place->gainTenthDbi);
    } else {
        put->bindNull().bindNull().bindNull().bindNull().bindNull();
    }
    put->bind(std::string_view(d.city)).bind(static_cast<std::int64_t>(d.status)).bind(std::string_view(d.problem));
    bindOptional(*put, d.lastSeen.transform(toUnixMillis));
    bindOptional(*put, d.addedAt.transform(toUnixMillis));
    put->bind(std::int64_t{d.watchOnly})
        .bind(std::string_view(d.networkData))
        .bind(std::string_view(searchText(d.name, d.nickname, d.note, d.city, d.id.str())));
    return put->run();
}

struct Where {
    std::string sql = " WHERE 1";
    std::vector<std::string> texts;
    std::vector<std::int64_t> numbers;
};

Where whereOf(const DeviceQuery& query, bool withStatus)
{
    Where where;
    std::istringstream words(lower(query.text.substr(0, 200)));
    for (std::string word; words >> word && where.texts.size() < 8;) {
        where.sql += " AND instr(search, ?) > 0";
        where.texts.push_back(word);
    }
    if (query.network) {
        where.sql += " AND network = ?";
        where.texts.push_back(query.network->str());
    }
    if (withStatus && query.status) {
        where.sql += " AND status = ?";
        where.numbers.push_back(static_cast<std::int64_t>(*query.status));
    }
    return where;
}

void bindWhere(Statement& s, const Where& where)
{
    for (const std::string& text : where.texts)
        s.bind(std::string_view(text));
    for (const std::int64_t number : where.numbers)
        s.bind(number);
}

std::string orderOf(const DeviceQuery& query)
{
    constexpr std::array<std::string_view, 5> columns{"shown COLLATE NOCASE", "status", "last_seen", "ready_minor",
                                                      "month_minor"};
    const std::string direction = query.descending ? " DESC" : "";
    return " ORDER BY " + std::string(columns.at(static_cast<std::size_t>(query.sort))) + direction + ", num" +
           direction;
}

/// A device that nobody samples any more would keep its last month for ever.
Result<void> dropOtherFigures(Sql& sql, const std::vector<DeviceFigures>& figures)
{
    std::unordered_set<std::string_view> listed;
    for (const DeviceFigures& f : figures)
        listed.insert(f.id.str());
    std::vector<std::int64_t> others; // read first: rows that change while they are read might come again
    {
        OUTPOST_TRY(auto known, sql.prepare("SELECT num, id FROM devices WHERE ready_minor IS NOT NULL OR month_minor "
                                            "IS NOT NULL OR previous_minor IS NOT NULL"));
        while (true) {
            OUTPOST_TRY(const bool more, known->step());
            if (!more)
                break;
            if (!listed.contains(known->text(1)))
                others.push_back(known->integer(0));
        }
    }
    for (const std::int64_t num : others) {
        OUTPOST_TRY(auto drop, sql.prepare("UPDATE devices SET ready_minor = NULL, month_minor = NULL, previous_minor "
                                           "= NULL WHERE num = ?"));
        OUTPOST_CHECK(drop->bind(num).run());
    }
    return {};
}

Result<void> mustChange(Sql& sql, const DeviceId& id)
{
    if (sql.changes() == 0)
        return fail(errors::kStoreNotFound, "no such device", {id.str()});
    return {};
}

} // namespace

Future<void> Devices::upsert(std::vector<Device> devices)
{
    return m_db.write([devices = std::move(devices)](Sql& sql) -> Result<void> {
        for (const Device& device : devices)
            OUTPOST_CHECK(upsertOne(sql, device));
        return {};
    });
}

Future<void> Devices::setLabels(DeviceId id, std::string nickname, std::string note)
{
    return m_db.write([id = std::move(id), nickname = std::move(nickname),
                       note = std::move(note)](Sql& sql) -> Result<void> {
        OUTPOST_TRY(auto set,
                    sql.prepare("UPDATE devices SET nickname = ?2, note = ?3, "
                                "shown = CASE ?2 WHEN '' THEN name ELSE ?2 END, "
                                "search = lower(name || char(10) || ?2 || char(10) || ?3 || char(10) || city || "
                                "char(10) || id) WHERE id = ?1"));
        OUTPOST_CHECK(
            set->bind(std::string_view(id.str())).bind(std::string_view(nickname)).bind(std::string_view(note)).run());
        return mustChange(sql, id);
    });
}

Future<void> Devices::setStatus(DeviceId id, DeviceStatus status, std::string problem, std::optional<Time> lastSeen)
{
    return m_db.write([id = std::move(id), status, problem = std::move(problem), lastSeen](Sql& sql) -> Result<void> {
        OUTPOST_TRY(auto set,
                    sql.prepare("UPDATE devices SET status = ?, problem = ?, last_seen = coalesce(?, last_seen) "
                                "WHERE id = ?"));
        set->bind(static_cast<std::int64_t>(status)).bind(std::string_view(problem));
        bindOptional(*set, lastSeen.transform(toUnixMillis));
        OUTPOST_CHECK(set->bind(std::string_view(id.str())).run());
        return mustChange(sql, id);
    });
}

Future<void> Devices::setFigures(std::vector<DeviceFigures> figures)
{
    return m_db.write([figures = std::move(figures)](Sql& sql) -> Result<void> {
        OUTPOST_CHECK(dropOtherFigures(sql, figures));
        for (const DeviceFigures& f : figures) {
            OUTPOST_TRY(auto set, sql.prepare("UPDATE devices SET ready_minor = ?, month_minor = ?, previous_minor = ? "
                                              "WHERE id = ?"));
            for (const auto& figure : {f.readyMinor, f.monthMinor, f.previousMinor})
                bindOptional(*set, figure);
            OUTPOST_CHECK(set->bind(std::string_view(f.id.str())).run());
        }
        return {};
    });
}

Future<void> Devices::forget(DeviceId id)
{
    return m_db.write([id = std::move(id)](Sql& sql) -> Result<void> {
        OUTPOST_TRY(auto drop, sql.prepare("DELETE FROM devices WHERE id = ?"));
        OUTPOST_CHECK(drop->bind(std::string_view(id.str())).run());
        return mustChange(sql, id);
    });
}

Future<Device> Devices::find(DeviceId id)
{
    return m_db.write([id = std::move(id)](Sql& sql) -> Result<Device> {
        OUTPOST_TRY(auto query, sql.prepare("SELECT " + std::string(kColumns) + " FROM devices WHERE id = ?"));
        OUTPOST_TRY(const bool row, query->bind(std::string_view(id.str())).step());
        if (!row)
            return fail(errors::kStoreNotFound, "no such device", {id.str()});
        return readRow(*query).device;
    });
}

Future<std::int64_t> Devices::count(DeviceQuery query)
{
    return m_db.read([query = std::move(query)](Sql& sql) -> Result<std::int64_t> {
        const Where where = whereOf(query, true);
        OUTPOST_TRY(auto select, sql.prepare("SELECT count(*) FROM devices" + where.sql));
        bindWhere(*select, where);
        OUTPOST_CHECK(select->step());
        return select->integer(0);
    });
}

Future<std::vector<DeviceRow>> Devices::page(DeviceQuery query, std::int64_t offset, std::int64_t limit)
{
    return m_db.read([query = std::move(query), offset, limit](Sql& sql) -> Result<std::vector<DeviceRow>> {
        const Where where = whereOf(query, true);
        OUTPOST_TRY(auto select, sql.prepare("SELECT " + std::string(kColumns) + " FROM devices" + where.sql +
                                             orderOf(query) + " LIMIT ? OFFSET ?"));
        bindWhere(*select, where);
        select->bind(limit).bind(offset);
        std::vector<DeviceRow> rows;
        while (true) {
            OUTPOST_TRY(const bool more, select->step());
            if (!more)
                return rows;
            rows.push_back(readRow(*select));
        }
    });
}

Future<DeviceCounts> Devices::counts(DeviceQuery query)
{
    return m_db.read([query = std::move(query)](Sql& sql) -> Result<DeviceCounts> {
        const Where where = whereOf(query, false);
        OUTPOST_TRY(auto select, sql.prepare("SELECT status, count(*) FROM devices" + where.sql + " GROUP BY status"));
        bindWhere(*select, where);
        DeviceCounts counts;
        while (true) {
            OUTPOST_TRY(const bool more, select->step());
            if (!more)
                return counts;
            const auto status = static_cast<std::size_t>(select->integer(0));
            if (status < counts.byStatus.size())
                counts.byStatus[status] = select->integer(1);
            counts.all += select->integer(1);
        }
    });
}

Future<std::vector<Device>> Devices::all(std::optional<NetworkId> network)
{
    return m_db.read([network = std::move(network)](Sql& sql) -> Result<std::vector<Device>> {
        OUTPOST_TRY(auto select, sql.prepare("SELECT " + std::string(kColumns) +
                                             " FROM devices WHERE ?1 = '' OR network = ?1 ORDER BY num"));
        select->bind(std::string_view(network ? network->str() : std::string{}));
        std::vector<Device> devices;
        while (true) {
            OUTPOST_TRY(const bool more, select->step());
            if (!more)
                return devices;
            devices.push_back(readRow(*select).device);
        }
    });
}

} // namespace outpost::store
