// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Journal.h"

#include "core/store/ProcessName.h"
#include "core/store/StoreErrors.h"

#include <nlohmann/json.hpp>

namespace outpost::store {

namespace {

using nlohmann::json;

json amountToJson(const Amount& amount)
{
    return {{"asset", amount.asset.str()}, {"base", amount.base.toString()}};
}

Result<Amount> amountFromJson(const json& j)
{
    OUTPOST_TRY(const Int128 base, Int128::parse(j.value("base", std::string{})));
    return Amount{AssetId(j.value("asset", std::string{})), base};
}

Result<Operation> readRow(const Statement& row)
{
    auto operation = operationFromJson(row.text(0));
    if (!operation)
        return operation;
    operation->state = static_cast<OperationState>(row.integer(1));
    operation->signedBytes = row.blob(2);
    return operation;
}

/// No other one that is open may have the key.
Result<void> mustBeOnly(Sql& sql, const Operation& operation)
{
    OUTPOST_TRY(auto duplicate, sql.prepare("SELECT 1 FROM operations WHERE idempotency = ?1 AND ?1 <> '' AND id <> ?2 "
                                            "AND state NOT IN (7, 8, 9, 10, 11, 12)"));
    OUTPOST_TRY(
        const bool exists,
        duplicate->bind(std::string_view(operation.idempotencyKey)).bind(std::string_view(operation.id.str())).step());
    if (exists)
        return fail(errors::kStoreDuplicate, operation.idempotencyKey);
    return {};
}

Result<void> insert(Sql& sql, const Operation& operation, Time now)
{
    OUTPOST_CHECK(mustBeOnly(sql, operation));
    OUTPOST_TRY(auto add, sql.prepare("INSERT INTO operations (id, parent, kind, subject, state, idempotency, body, "
                                      "signed_bytes, created_at, updated_at) VALUES (?,?,?,?,?,?,?,?,?,?)"));
    return add->bind(std::string_view(operation.id.str()))
        .bind(std::string_view(operation.parent.str()))
        .bind(std::string_view(operation.kind))
        .bind(std::string_view(operation.subject))
        .bind(static_cast<std::int64_t>(operation.state))
        .bind(std::string_view(operation.idempotencyKey))
        .bind(std::string_view(operationToJson(operation)))
        .bind(ByteSpan(operation.signedBytes))
        .bind(toUnixMillis(now))
        .bind(toUnixMillis(now))
        .run();
}

Result<void> logEvent(Sql& sql, const OperationId& id, Time now, std::string_view event, OperationState state,
                      std::string_view detail)
{
    OUTPOST_TRY(auto add, sql.prepare("INSERT INTO operation_log (operation, at, event, state, detail) "
                                      "VALUES (?,?,?,?,?)"));
    return add->bind(std::string_view(id.str()))
        .bind(toUnixMillis(now))
        .bind(event)
        .bind(static_cast<std::int64_t>(state))
        .bind(detail.substr(0, 2000))
        .run();
}

Result<OperationState> storedState(Sql& sql, const OperationId& id)
{
    OUTPOST_TRY(auto find, sql.prepare("SELECT state FROM operations WHERE id = ?"));
    OUTPOST_TRY(const bool row, find->bind(std::string_view(id.str())).step());
    if (!row)
        return fail(errors::kStoreNotFound, "no such operation", {id.str()});
    return static_cast<OperationState>(find->integer(0));
}

Result<void> update(Sql& sql, const Operation& operation, Time now)
{
    OUTPOST_TRY(auto change, sql.prepare("UPDATE operations SET state = ?, body = ?, signed_bytes = ?, updated_at = ? "
                                         "WHERE id = ?"));
    return change->bind(static_cast<std::int64_t>(operation.state))
        .bind(std::string_view(operationToJson(operation)))
        .bind(ByteSpan(operation.signedBytes))
        .bind(toUnixMillis(now))
        .bind(std::string_view(operation.id.str()))
        .run();
}

} // namespace

std::string operationToJson(const Operation& operation)
{
    json steps = json::array();
    for (const OperationStep& step : operation.steps)
        steps.push_back({{"kind", step.kind}, {"state", static_cast<int>(step.state)}, {"data", step.data}});
    json receive = json::array();
    for (const Amount& amount : operation.receive)
        receive.push_back(amountToJson(amount));
    json cost = json::array();
    for (const CostLine& line : operation.cost) {
        cost.push_back({{"kind", static_cast<int>(line.kind)},
                        {"amount", amountToJson(line.amount)},
                        {"paidBy", line.paidBy},
                        {"count", line.count},
                        {"covered", line.covered}});
    }
    return json{{"id", operation.id.str()},
                {"parent", operation.parent.str()},
                {"kind", operation.kind},
                {"subject", operation.subject},
                {"wallet", operation.wallet.str()},
                {"title", operation.title},
                {"titleArgs", operation.titleArgs},
                {"steps", std::move(steps)},
                {"receive", std::move(receive)},
                {"cost", std::move(cost)},
                {"idempotencyKey", operation.idempotencyKey},
                {"signature", operation.signature},
                {"expiresAfter", operation.expiresAfter},
                {"errorCode", operation.errorCode},
                {"errorDetail", operation.errorDetail},
                {"errorArgs", operation.errorArgs},
                {"retryable", operation.retryable},
                {"createdAt", toUnixMillis(operation.createdAt)},
                {"updatedAt", toUnixMillis(operation.updatedAt)}}
        .dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<Operation> operationFromJson(std::string_view text)
{
    if (text.size() > (16u << 20))
        return fail(errors::kTooLong, "operation record");
    const json j = json::parse(text, nullptr, false);
    if (!j.is_object())
        return fail(errors::kStoreDamaged, "operation record is not an object");
    try { // nlohmann reports a wrong type by exception; it ends here
        Operation o;
        o.id = OperationId(j.at("id").get<std::string>());
        o.parent = OperationId(j.at("parent").get<std::string>());
        o.kind = j.at("kind").get<std::string>();
        o.subject = j.at("subject").get<std::string>();
        o.wallet = Address(j.at("wallet").get<std::string>());
        o.title = j.at("title").get<std::string>();
        o.titleArgs = j.at("titleArgs").get<std::vector<std::string>>();
        for (const json& step : j.at("steps")) {
            const int state = step.at("state").get<int>();
            if (state < 0 || state > static_cast<int>(OperationState::PartlyDone))
                return fail(errors::kStoreDamaged, "operation step state");
            o.steps.push_back({step.at("kind").get<std::string>(), static_cast<OperationState>(state),
                               step.at("data").get<std::map<std::string, std::string>>()});
        }
        for (const json& amount : j.at("receive")) {
            OUTPOST_TRY(Amount parsed, amountFromJson(amount));
            o.receive.push_back(std::move(parsed));
        }
        for (const json& line : j.at("cost")) {
            OUTPOST_TRY(Amount parsed, amountFromJson(line.at("amount")));
            const int kind = line.at("kind").get<int>();
            if (kind < 0 || kind > static_cast<int>(CostLine::Kind::PlaceFee))
                return fail(errors::kStoreDamaged, "cost kind");
            o.cost.push_back({static_cast<CostLine::Kind>(kind), std::move(parsed),
                              line.at("paidBy").get<std::string>(), line.at("count").get<int>(),
                              line.at("covered").get<bool>()});
        }
        o.idempotencyKey = j.at("idempotencyKey").get<std::string>();
        o.signature = j.at("signature").get<std::string>();
        o.expiresAfter = j.at("expiresAfter").get<std::uint64_t>();
        o.errorCode = j.at("errorCode").get<std::string>();
        o.errorDetail = j.at("errorDetail").get<std::string>();
        o.errorArgs = j.at("errorArgs").get<std::vector<std::string>>();
        o.retryable = j.at("retryable").get<bool>();
        o.createdAt = fromUnixMillis(j.at("createdAt").get<std::int64_t>());
        o.updatedAt = fromUnixMillis(j.at("updatedAt").get<std::int64_t>());
        return o;
    } catch (const json::exception& e) {
        return fail(errors::kStoreDamaged, e.what());
    }
}

Journal::Journal(Database& db, const Clock& clock, std::string process)
    : m_db(db), m_clock(clock), m_process(std::move(process))
{}

Future<void> Journal::add(Operation operation)
{
    std::vector<Operation> one;
    one.push_back(std::move(operation));
    return addAll(std::move(one));
}

Future<void> Journal::addAll(std::vector<Operation> operations)
{
    return m_db.write([this, operations = std::move(operations)](Sql& sql) mutable -> Result<void> {
        const Time now = m_clock.now();
        for (Operation& operation : operations) {
            operation.createdAt = now;
            operation.updatedAt = now;
            OUTPOST_CHECK(insert(sql, operation, now));
            OUTPOST_CHECK(logEvent(sql, operation.id, now, "add", operation.state, {}));
        }
        for (const Operation& operation : operations)
            Q_EMIT changed(operation.id);
        return {};
    });
}

Future<Operation> Journal::find(OperationId id)
{
    // The writer's connection, so that a caller sees what it has just handed in.
    return m_db.write([id = std::move(id)](Sql& sql) -> Result<Operation> {
        OUTPOST_TRY(auto query, sql.prepare("SELECT body, state, signed_bytes FROM operations WHERE id = ?"));
        OUTPOST_TRY(const bool row, query->bind(std::string_view(id.str())).step());
        if (!row)
            return fail(errors::kStoreNotFound, "no such operation", {id.str()});
        return readRow(*query);
    });
}

Future<std::vector<Operation>> Journal::list(OperationFilter filter)
{
    return m_db.write([filter = std::move(filter)](Sql& sql) -> Result<std::vector<Operation>> {
        OUTPOST_TRY(auto query,
                    sql.prepare("SELECT body, state, signed_bytes FROM operations WHERE (?1 = '' OR kind = ?1) AND "
                                "(?2 = '' OR subject = ?2) AND (?3 = 0 OR state NOT IN (7, 8, 9, 10, 11, 12)) AND "
                                "(?4 = 0 OR parent = '') ORDER BY updated_at DESC LIMIT ?5"));
        query->bind(std::string_view(filter.kind))
            .bind(std::string_view(filter.subject))
            .bind(std::int64_t{filter.openOnly})
            .bind(std::int64_t{filter.topLevelOnly})
            .bind(std::int64_t{filter.limit});
        std::vector<Operation> found;
        while (true) {
            OUTPOST_TRY(const bool row, query->step());
            if (!row)
                return found;
            OUTPOST_TRY(Operation operation, readRow(*query));
            found.push_back(std::move(operation));
        }
    });
}

Future<std::vector<Operation>> Journal::children(OperationId parent)
{
    return m_db.write([parent = std::move(parent)](Sql& sql) -> Result<std::vector<Operation>> {
        OUTPOST_TRY(auto query, sql.prepare("SELECT body, state, signed_bytes FROM operations WHERE parent = ? "
                                            "ORDER BY created_at, id"));
        query->bind(std::string_view(parent.str()));
        std::vector<Operation> found;
        while (true) {
            OUTPOST_TRY(const bool row, query->step());
            if (!row)
                return found;
            OUTPOST_TRY(Operation operation, readRow(*query));
            found.push_back(std::move(operation));
        }
    });
}

Future<Operation> Journal::advance(Operation operation, OperationEvent event, std::string detail,
                                   std::optional<Activity> told)
{
    return m_db.write([this, operation = std::move(operation), event, detail = std::move(detail),
                       told = std::move(told)](Sql& sql) mutable -> Result<Operation> {
        OUTPOST_TRY(const OperationState from, storedState(sql, operation.id));
        const auto to = nextState(from, event);
        if (!to)
            return fail(errors::kStoreBadTransition, std::format("{} in state {}", eventName(event), stateName(from)));
        if (event == OperationEvent::Retry) // the same may have been begun anew meanwhile
            OUTPOST_CHECK(mustBeOnly(sql, operation));
        const Time now = m_clock.now();
        operation.state = *to;
        operation.updatedAt = now;
        OUTPOST_CHECK(update(sql, operation, now));
        OUTPOST_CHECK(logEvent(sql, operation.id, now, eventName(event), *to, detail));
        if (told)
            OUTPOST_CHECK(writeActivity(sql, *told, IfKnown::Replace));
        Q_EMIT changed(operation.id);
        return std::move(operation);
    });
}

Future<void> Journal::save(Operation operation)
{
    return m_db.write([this, operation = std::move(operation)](Sql& sql) mutable -> Result<void> {
        OUTPOST_TRY(operation.state, storedState(sql, operation.id));
        operation.updatedAt = m_clock.now();
        OUTPOST_CHECK(update(sql, operation, operation.updatedAt));
        Q_EMIT changed(operation.id);
        return {};
    });
}

Future<std::vector<LogEntry>> Journal::log(OperationId id)
{
    return m_db.write([id = std::move(id)](Sql& sql) -> Result<std::vector<LogEntry>> {
        OUTPOST_TRY(auto query, sql.prepare("SELECT at, event, state, detail FROM operation_log WHERE operation = ? "
                                            "ORDER BY num"));
        query->bind(std::string_view(id.str()));
        std::vector<LogEntry> entries;
        while (true) {
            OUTPOST_TRY(const bool row, query->step());
            if (!row)
                return entries;
            entries.push_back({fromUnixMillis(query->integer(0)), query->text(1),
                               static_cast<OperationState>(query->integer(2)), query->text(3)});
        }
    });
}

Future<void> Journal::lease(OperationId id, std::chrono::seconds duration)
{
    return m_db.write([this, id = std::move(id), duration](Sql& sql) -> Result<void> {
        const Time now = m_clock.now();
        OUTPOST_TRY(auto held, sql.prepare("SELECT lease_owner, lease_until FROM operations WHERE id = ?"));
        OUTPOST_TRY(const bool row, held->bind(std::string_view(id.str())).step());
        if (!row)
            return fail(errors::kStoreNotFound, "no such operation", {id.str()});
        const std::string owner = held->text(0);
        const std::int64_t until = held->integer(1);
        const bool isOpen = owner.empty() || owner == m_process;
        // A lease from far in the future was written under another clock (a demo that was advanced): it does not bind.
        const bool binds = until > toUnixMillis(now) && until <= toUnixMillis(now + std::chrono::hours(1));
        if (!isOpen && binds && !hasEnded(owner))
            return fail(errors::kStoreLeased, "leased by another process", {id.str()});
        OUTPOST_TRY(auto take, sql.prepare("UPDATE operations SET lease_owner = ?, lease_until = ? WHERE id = ?"));
        return take->bind(std::string_view(m_process))
            .bind(toUnixMillis(now + duration))
            .bind(std::string_view(id.str()))
            .run();
    });
}

Future<void> Journal::release(OperationId id)
{
    return m_db.write([this, id = std::move(id)](Sql& sql) -> Result<void> {
        OUTPOST_TRY(auto drop, sql.prepare("UPDATE operations SET lease_owner = '', lease_until = 0 WHERE id = ? AND "
                                           "lease_owner = ?"));
        return drop->bind(std::string_view(id.str())).bind(std::string_view(m_process)).run();
    });
}

} // namespace outpost::store
