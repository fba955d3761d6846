// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Context.h"
#include "app/format/ErrorText.h"
#include "app/format/Phrase.h"
#include "core/codec/Csv.h"
#include "core/domain/Cells.h"
#include "core/services/ServiceErrors.h"

namespace outpost::cli::moneyCommands {

Task<Json> summary(Context context)
{
    OUTPOST_CO_TRY(Json behind, co_await refresh(context));
    const Currency currency = context.global.currency;
    OUTPOST_CO_TRY(const auto home, co_await context.engine.earnings().home(currency));
    OUTPOST_CO_TRY(const auto ready, co_await context.engine.earnings().ready(currency));
    const auto fiat = [&](const std::optional<Int128>& minor) -> Json {
        if (!minor)
            return nullptr;
        return {{"currency", currencyCode(currency)}, {"text", moneyText(*minor, currency)}};
    };
    Json devices = Json::array();
    for (const auto& [claimable, worth] : ready) {
        devices.push_back({{"device", claimable.device.str()},
                           {"ready", worthJson(context, worth, currency)},
                           {"source", claimable.source},
                           {"asOf", timeJson(claimable.asOf)}});
    }
    // Devices that earn and have nothing to collect here.
    Json elsewhere = Json::array();
    for (networks::Network* network : context.engine.networks()) {
        const std::string payout = network->earnings() != nullptr ? network->earnings()->payout() : std::string();
        if (payout.empty())
            continue;
        OUTPOST_CO_TRY(const auto known, co_await context.engine.devices().all(network->id()));
        for (const Device& device : known)
            elsewhere.push_back(
                {{"device", device.id.str()}, {"how", payout}, {"says", app::Phrase::of(payout).toStdString()}});
    }
    co_return Json{{"month",
                    {{"from", dayJson(home.monthStart)},
                     {"to", dayJson(home.today)},
                     {"earned", worthJson(context, home.month.total, currency)},
                     {"sameDaysOfMonthBefore", fiat(home.previousSameDaysMinor)},
                     {"perDay", fiat(home.perDayMinor)}}},
                   {"ready", worthJson(context, home.ready, currency)},
                   {"readyDevices", home.readyDevices},
                   {"devices", std::move(devices)},
                   {"collectedElsewhere", std::move(elsewhere)},
                   {"sampledSince", home.since ? dayJson(*home.since) : Json()},
                   {"behind", std::move(behind)}};
}

Task<Json> history(Context context, std::vector<std::string> devices, int days)
{
    std::vector<DeviceId> ids;
    for (const std::string& text : devices) {
        OUTPOST_CO_TRY(DeviceId id, deviceId(context, text));
        ids.push_back(std::move(id));
    }
    const std::int32_t today = context.engine.earnings().today();
    OUTPOST_CO_TRY(const auto range, co_await context.engine.earnings().days(std::move(ids), today - days + 1, today,
                                                                             context.global.currency));
    Json list = Json::array();
    for (const auto& day : range.days) {
        list.push_back({{"day", dayJson(day.day)},
                        {"earned", worthJson(context, day.worth, context.global.currency)},
                        {"complete", day.complete},
                        {"todaysPrice", day.todaysPrice}});
    }
    co_return Json{{"days", std::move(list)}, {"total", worthJson(context, range.total, context.global.currency)}};
}

Task<Json> claim(Context context, std::vector<std::string> devices)
{
    app::Engine& engine = context.engine;
    std::vector<DeviceId> ids;
    for (const std::string& text : devices) {
        OUTPOST_CO_TRY(DeviceId id, deviceId(context, text));
        ids.push_back(std::move(id));
    }
    OUTPOST_CO_CHECK(co_await unlock(context));
    OUTPOST_CO_CHECK(engine.wallets().requireVerifiedBackup());
    OUTPOST_CO_TRY(Json behind, co_await refresh(context));
    for (const DeviceId& id : ids)
        OUTPOST_CO_CHECK(co_await engine.devices().find(id));
    OUTPOST_CO_TRY(auto review, co_await engine.acts().reviewCollect(std::move(ids), context.cancel));
    OUTPOST_CO_TRY(const auto prices, co_await engine.prices().latest(context.global.currency));
    Json json;
    Json plan = operationJson(context, review.plan.operation, prices);
    json["youReceive"] = plan["receive"];
    json["youPay"] = plan["cost"];
    Json signs = Json::array();
    for (const auto& transaction : review.transactions) {
        Json sentences = Json::array();
        for (const auto& sentence : transaction.sentences)
            sentences.push_back(sentenceJson(context, sentence));
        signs.push_back({{"sentences", std::move(sentences)},
                         {"refused", transaction.refusal ? Json(transaction.refusal->code.name) : Json()},
                         {"refusedSays", transaction.refusal ? errorJson(*transaction.refusal)["message"] : Json()}});
    }
    json["transactions"] = std::move(signs);
    Json refused = Json::array(); // not counted above, and not tried
    for (const auto& [step, error] : review.refused)
        refused.push_back({{"code", error.code.name}, {"says", app::ErrorText::of(error).message.toStdString()}});
    json["refused"] = std::move(refused);
    json["twoSources"] = review.twoSources;
    Json leftOut = Json::array();
    for (const auto& left : review.plan.leftOut)
        leftOut.push_back({{"device", left.device.str()},
                           {"reason", left.reason},
                           {"says", app::Phrase::of(left.reason, left.args).toStdString()}});
    json["leftOut"] = std::move(leftOut);
    json["behind"] = std::move(behind);
    json["committed"] = context.global.commit;
    if (!context.global.commit) {
        json["next"] = "add --commit to collect";
        co_return json;
    }
    const StepTeller teller(context);
    auto operation = co_await engine.acts().start(std::move(review), context.cancel);
    if (!operation)
        co_return std::unexpected(std::move(operation.error()));
    json["operation"] = operationJson(context, *operation, prices);
    co_return json;
}

Task<Json> exportCsv(Context context, std::string file, int days)
{
    const std::int32_t today = context.engine.earnings().today();
    OUTPOST_CO_TRY(const auto assets, co_await context.engine.series().assets());
    codec::CsvWriter csv;
    for (const char* title : {"day", "device", "asset", "amount", "complete"})
        csv.text(title);
    csv.endRow();
    std::int64_t rows = 0;
    for (const AssetId& id : assets) {
        const Asset* asset = context.engine.earnings().asset(id);
        OUTPOST_CO_TRY(const auto list,
                       co_await context.engine.series().daysOf({}, id, today - days + 1, today, today));
        for (const EarningDay& day : list) {
            csv.text(dayJson(day.day).get<std::string>())
                .text(day.device.str())
                .text(asset != nullptr ? asset->symbol : id.str())
                .number(decimalText(day.amount.base, asset != nullptr ? asset->decimals : 0))
                .text(day.complete ? "yes" : "no");
            csv.endRow();
            ++rows;
        }
    }
    OUTPOST_CO_CHECK(context.engine.files().writeNew(file, asBytes(csv.content())));
    co_return Json{{"file", file}, {"rows", rows}};
}

Task<Json> prices(Context context)
{
    const auto refreshed = co_await context.engine.refreshPrices(context.cancel);
    OUTPOST_CO_TRY(const auto latest, co_await context.engine.prices().latest(context.global.currency));
    Json list = Json::array();
    for (const Price& price : latest) {
        const Asset* asset = context.engine.earnings().asset(price.asset);
        list.push_back({{"asset", asset != nullptr ? asset->symbol : price.asset.str()},
                        {"currency", currencyCode(price.currency)},
                        {"price", decimalText(price.nano, 9)},
                        {"source", price.source},
                        {"asOf", timeJson(price.asOf)}});
    }
    Json json{{"prices", std::move(list)}, {"behind", nullptr}};
    if (!refreshed) {
        json["behind"] = refreshed.error().code.name;
        json["behindSays"] = errorJson(refreshed.error())["message"];
    }
    co_return json;
}

Task<Json> coverage(Context context, int limit)
{
    for (networks::Network* network : context.engine.networks()) {
        if (network->coverage() == nullptr)
            continue;
        OUTPOST_CO_TRY(const auto cells,
                       co_await network->coverage()->cells(static_cast<std::size_t>(limit), context.cancel));
        Json list = Json::array();
        for (const auto& cell : cells.value.value_or(std::vector<networks::CoverageCell>{}))
            list.push_back({{"cell", cellText(cell.cell)}, {"devices", cell.devices}});
        co_return Json{{"network", network->id().str()},
                       {"source", cells.source},
                       {"asOf", timeJson(cells.asOf)},
                       {"cells", std::move(list)}};
    }
    co_return fail(outpost::errors::kNotOffered);
}

} // namespace outpost::cli::moneyCommands
