// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Context.h"
#include "app/format/ErrorText.h"
#include "core/codec/Csv.h"
#include "core/net/HttpStatus.h"
#include "core/services/ServiceCheck.h"
#include "core/services/ServiceErrors.h"
#include "core/store/StoreErrors.h"

#include <csignal>
#include <thread>

namespace outpost::cli::systemCommands {

namespace {

bool canBeTriedAgain(const Operation& operation)
{
    return operation.state == OperationState::Failed || operation.state == OperationState::Expired ||
           operation.state == OperationState::PartlyDone;
}

/// What would be gone on with. Steps that are done cost nothing any more, so that what was approved is the most that
/// can still be paid.
Json resumePlan(const Context& context, const std::vector<Operation>& due, const std::vector<Price>& prices)
{
    Json operations = Json::array();
    Json atMost = Json::array();
    for (const Operation& operation : due) {
        operations.push_back(operationJson(context, operation, prices));
        for (const CostLine& line : operation.cost) {
            if (!line.covered)
                atMost.push_back(costJson(context, line, prices));
        }
    }
    return Json{{"operations", std::move(operations)},
                {"youPayAtMost", std::move(atMost)},
                {"committed", false},
                {"next", due.empty() ? "nothing is unfinished" : "add --commit to go on with it"}};
}

} // namespace

Task<Json> fleetList(Context context, std::string text, int limit)
{
    store::DeviceQuery query;
    query.text = text;
    OUTPOST_CO_TRY(const auto rows, co_await context.engine.devices().page(query, 0, limit));
    OUTPOST_CO_TRY(const auto counts, co_await context.engine.devices().counts(query));
    Json devices = Json::array();
    for (const auto& row : rows)
        devices.push_back(deviceJson(row.device));
    co_return Json{{"count", counts.all},           {"working", counts.byStatus[0]},  {"check", counts.byStatus[1]},
                   {"offline", counts.byStatus[2]}, {"notSetUp", counts.byStatus[3]}, {"devices", std::move(devices)}};
}

Task<Json> fleetExport(Context context, std::string file)
{
    OUTPOST_CO_TRY(const auto devices, co_await context.engine.devices().all());
    codec::CsvWriter csv;
    for (const char* title : {"id", "name", "nickname", "note", "kind", "city", "latitude", "longitude", "cell"})
        csv.text(title);
    csv.endRow();
    for (const Device& device : devices) {
        csv.text(device.id.str())
            .text(device.name)
            .text(device.nickname)
            .text(device.note)
            .text(device.kind)
            .text(device.city)
            .number(device.place ? std::format("{:.6f}", device.place->centre.latitude) : std::string())
            .number(device.place ? std::format("{:.6f}", device.place->centre.longitude) : std::string())
            .text(device.place ? std::format("{:x}", device.place->cell) : std::string());
        csv.endRow();
    }
    OUTPOST_CO_CHECK(context.engine.files().writeNew(file, asBytes(csv.content())));
    co_return Json{{"file", file}, {"rows", devices.size()}};
}

Task<Json> operations(Context context, bool openOnly)
{
    OUTPOST_CO_TRY(const auto list,
                   co_await context.engine.journal().list(
                       {.kind = {}, .subject = {}, .openOnly = openOnly, .topLevelOnly = true, .limit = 500}));
    OUTPOST_CO_TRY(const auto prices, co_await context.engine.prices().latest(context.global.currency));
    Json out = Json::array();
    for (const Operation& operation : list)
        out.push_back(operationJson(context, operation, prices));
    co_return Json{{"operations", std::move(out)}};
}

Task<Json> operation(Context context, std::string id)
{
    OUTPOST_CO_TRY(const auto found, co_await context.engine.journal().find(OperationId(id)));
    OUTPOST_CO_TRY(const auto children, co_await context.engine.journal().children(found.id));
    OUTPOST_CO_TRY(const auto log, co_await context.engine.journal().log(found.id));
    OUTPOST_CO_TRY(const auto prices, co_await context.engine.prices().latest(context.global.currency));
    Json transactions = Json::array();
    for (const Operation& child : children)
        transactions.push_back(operationJson(context, child, prices));
    Json events = Json::array();
    for (const auto& entry : log)
        events.push_back({{"at", timeJson(entry.at)}, {"event", entry.event}, {"state", stateName(entry.state)}});
    co_return Json{{"operation", operationJson(context, found, prices)},
                   {"transactions", std::move(transactions)},
                   {"log", std::move(events)}};
}

Task<Json> resume(Context context, std::string id)
{
    OUTPOST_CO_TRY(const auto prices, co_await context.engine.prices().latest(context.global.currency));
    std::optional<Operation> named;
    if (!id.empty()) {
        OUTPOST_CO_TRY(named, co_await context.engine.journal().find(OperationId(id)));
    }
    if (!context.global.commit) {
        std::vector<Operation> due;
        if (!named) {
            OUTPOST_CO_TRY(due, co_await context.engine.runner().open());
        } else if (!isFinal(named->state) || canBeTriedAgain(*named)) {
            due.push_back(std::move(*named));
        }
        co_return resumePlan(context, due, prices);
    }
    OUTPOST_CO_CHECK(co_await unlock(context));
    const StepTeller teller(context);
    Json out = Json::array();
    if (named) {
        auto result = canBeTriedAgain(*named) ? co_await context.engine.runner().retry(named->id, context.cancel)
                                              : co_await context.engine.runner().resume(named->id, context.cancel);
        if (!result)
            co_return std::unexpected(std::move(result.error()));
        out.push_back(operationJson(context, *result, prices));
    } else {
        OUTPOST_CO_TRY(const auto results, co_await context.engine.acts().resumeAll(context.cancel));
        for (const Operation& operation : results)
            out.push_back(operationJson(context, operation, prices));
    }
    OUTPOST_CO_TRY(const auto open,
                   co_await context.engine.journal().list(
                       {.kind = {}, .subject = {}, .openOnly = true, .topLevelOnly = true, .limit = 1000}));
    // What is still open is worked on elsewhere, or waits.
    co_return Json{{"operations", std::move(out)}, {"stillOpen", open.size()}, {"committed", true}};
}

Task<Json> cancel(Context context, std::string id)
{
    OUTPOST_CO_TRY(const auto operation, co_await context.engine.runner().cancel(OperationId(id)));
    co_return Json{{"operation", operationJson(context, operation, {})}};
}

Task<Json> networks(Context context)
{
    Json list = Json::array();
    for (networks::Network* network : context.engine.networks()) {
        Json can = Json::array();
        const auto add = [&](const char* name, bool has) {
            if (has)
                can.push_back(name);
        };
        add("account", network->account() != nullptr);
        add("directory", network->directory() != nullptr);
        add("onboarding", network->onboarding() != nullptr);
        add("earnings", network->earnings() != nullptr);
        add("health", network->health() != nullptr);
        add("session", network->session() != nullptr);
        add("collecting", network->collecting() != nullptr);
        add("coverage", network->coverage() != nullptr);
        add("local", network->localProtocol() != nullptr);
        list.push_back({{"id", network->id().str()}, {"title", network->title()}, {"can", std::move(can)}});
    }
    Json hosts = Json::array();
    for (const auto& entry : context.engine.hosts().entries())
        hosts.push_back({{"host", entry.host}, {"purpose", entry.purpose}});
    co_return Json{{"networks", std::move(list)}, {"hosts", std::move(hosts)}};
}

Task<Json> networkCheck(Context context, std::string report)
{
    app::Engine& engine = context.engine;
    using State = services::ServiceOutcome::State;
    const auto stateName = [](State state) {
        return state == State::Good ? "ok" : state == State::Unreachable ? "unreachable" : "differs";
    };
    const auto tell = [context, stateName](const services::ServiceOutcome& one) {
        context.progress(std::format("{} {}: {}", one.host, one.probe.id, stateName(one.state)));
    };
    OUTPOST_CO_TRY(const auto outcomes, co_await services::checkServices(engine.http(), engine.clock(),
                                                                         engine.serviceProbes(), tell, context.cancel));
    Json checks = Json::array();
    int unreachable = 0;
    int differing = 0;
    for (const services::ServiceOutcome& one : outcomes) {
        unreachable += one.state == State::Unreachable ? 1 : 0;
        differing += one.state == State::Differs ? 1 : 0;
        Json differences = Json::array();
        for (const auto& difference : one.differences)
            differences.push_back(
                {{"field", difference.path}, {"expected", difference.expected}, {"found", difference.found}});
        checks.push_back({{"host", one.host},
                          {"purpose", one.probe.purpose},
                          {"check", one.probe.id},
                          {"asked", one.asked},
                          {"state", stateName(one.state)},
                          {"status", one.status == 0 ? Json() : Json(one.status)},
                          {"tookMs", one.took.count()},
                          {"differences", std::move(differences)},
                          {"said", one.said.empty() || one.state == State::Good ? Json() : Json(one.said)}});
    }
    Json json{{"at", timeJson(engine.clock().now())},
              {"version", OUTPOST_VERSION},
              {"allGood", unreachable + differing == 0},
              {"asked", outcomes.size()},
              {"unreachable", unreachable},
              {"differing", differing},
              {"checks", std::move(checks)}};
    if (engine.isDemo())
        json["demo"] = "Demo, not real money"; // in the file as well
    if (!report.empty())
        OUTPOST_CO_CHECK(
            engine.files().writeNew(report, asBytes(json.dump(2, ' ', false, Json::error_handler_t::replace))));
    co_return json;
}

Task<Json> dataVerify(Context context)
{
    auto& db = context.engine.database();
    OUTPOST_CO_TRY(const std::string verdict, co_await db.read([](store::Sql& sql) -> Result<std::string> {
        OUTPOST_TRY(auto check, sql.prepare("PRAGMA integrity_check(10)"));
        OUTPOST_TRY(const bool row, check->step());
        return row ? check->text(0) : std::string("no answer");
    }));
    const store::OpenReport report = db.report();
    Json json{{"ok", verdict == "ok"}, {"detail", verdict}, {"recovered", report.recovered}};
    if (report.recovered) {
        json["damagedFile"] = report.damagedFile.string();
        json["restoredFrom"] = report.recoveredFrom.empty() ? Json() : Json(report.recoveredFrom.string());
        json["mayBeMissingSince"] = report.recoveredAsOf ? timeJson(*report.recoveredAsOf) : Json();
    }
    if (verdict != "ok") // a copy of it would push out a good one
        co_return fail(outpost::errors::kStoreDamaged, verdict);
    const auto backup = co_await db.backup();
    json["backup"] = backup ? Json(backup->string()) : Json();
    if (!backup) // the records are whole all the same
        json["error"] = errorJson(backup.error());
    Json copies = Json::array();
    for (const store::StoreCopy& copy : db.backups())
        copies.push_back({{"file", copy.file.string()}, {"madeAt", timeJson(copy.madeAt)}});
    json["copies"] = std::move(copies);
    co_return json;
}

Task<Json> dataExport(Context context, std::string file)
{
    OUTPOST_CO_TRY(auto password, readNewPassword(context, context.global.passwordFile, "Password for the file: "));
    context.progress("Writing the data file ...");
    OUTPOST_CO_TRY(const auto done, co_await context.engine.dataTransfer().exportTo(file, std::move(password)));
    co_return Json{{"file", file},
                   {"bytes", done.bytes},
                   {"devices", done.taken.devices},
                   {"sampledMonths", done.taken.months},
                   {"prices", done.taken.prices},
                   {"activity", done.taken.activities},
                   {"operations", done.taken.operations},
                   {"unfinishedLeftOut", done.taken.unfinished}};
}

Task<Json> dataImport(Context context, std::string file)
{
    OUTPOST_CO_TRY(auto password, readPassword(context, context.global.passwordFile, "Password of the file: "));
    context.progress("Reading the data file ...");
    OUTPOST_CO_TRY(const auto added, co_await context.engine.dataTransfer().importFrom(file, std::move(password)));
    co_return Json{{"file", file},
                   {"added",
                    {{"devices", added.devices},
                     {"labels", added.labels},
                     {"sampledMonths", added.months},
                     {"prices", added.prices},
                     {"activity", added.activities},
                     {"operations", added.operations},
                     {"settings", added.settings}}},
                   {"contradictions", added.contradictions}};
}

Task<Json> demoAdvance(Context context, int days)
{
    if (!context.engine.isDemo())
        co_return fail(app::errors::kUsage, "only with --demo", {"--demo"});
    const sim::DemoEndpoints endpoints = context.engine.demoHost()->endpoints();
    for (int day = 0; day < days; ++day) {
        OUTPOST_CO_CHECK(co_await async::onPool([endpoints] { return sim::DemoControl(endpoints).advance(1); }));
        // A console that had been open would have sampled every day.
        if (context.engine.wallets().current() != nullptr)
            (void)co_await context.engine.sync().refresh(context.global.currency, context.cancel);
    }
    OUTPOST_CO_TRY(const std::string state,
                   co_await async::onPool([endpoints] { return sim::DemoControl(endpoints).state(); }));
    co_return Json{{"advancedDays", days}, {"demo", Json::parse(state, nullptr, false)}};
}

Task<Json> demoServe(Context context, int port)
{
    if (!context.engine.isDemo())
        co_return fail(app::errors::kUsage, "only with --demo", {"--demo"});
    OUTPOST_CO_TRY(const auto address, context.engine.demoHost()->serveTcp(port));
    const Json json{
        {"url", address.url}, {"port", address.port}, {"token", address.token}, {"note", "Demo, not real money"}};
    std::fprintf(stdout, "%s\n", json.dump(context.global.json ? -1 : 2).c_str());
    std::fflush(stdout);
    // Serves until it is told to stop; SIGINT and SIGTERM end the process.
    while (co_await context.engine.delay().after(std::chrono::hours(24), context.cancel)) {
    }
    co_return json;
}

} // namespace outpost::cli::systemCommands
