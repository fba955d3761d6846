// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Context.h"
#include "app/format/Phrase.h"
#include "core/base/Encoding.h"
#include "core/codec/Place.h"
#include "core/domain/Cells.h"
#include "core/services/ServiceErrors.h"

namespace outpost::cli::deviceCommands {

namespace {

Json identityJson(const networks::LocalIdentity& identity)
{
    return {{"id", identity.id.str()},       {"name", identity.name},   {"serial", identity.serial},
            {"firmware", identity.firmware}, {"maker", identity.maker}, {"style", identity.style}};
}

Json ssidJson(const Bytes& ssid)
{
    // Names are bytes: text where they are text, and hex always, because that is what is sent back.
    return {{"text", isUtf8(asText(ssid)) ? Json(plainText(asText(ssid), 32)) : Json()}, {"hex", toHex(ssid)}};
}

Json candidateJson(const app::FoundPlace& place)
{
    return {{"title", place.title.toStdString()},
            {"area", place.area.toStdString()},
            {"kind", place.kind.toStdString()},
            {"latitude", place.point.latitude},
            {"longitude", place.point.longitude}};
}

/// Where the device is to stand. An address that means one place is taken, and told in `json` as "found".
/// One that means several is refused: `json` then is the refusal with the candidates, and there is no point.
Task<std::optional<GeoPoint>> pointOf(Context context, PlaceOptions options, std::shared_ptr<Json> json)
{
    using Point = std::optional<GeoPoint>;
    if (options.latitude && options.longitude)
        co_return Point(GeoPoint{*options.latitude, *options.longitude});
    if (!options.place.empty()) {
        OUTPOST_CO_TRY(const auto parsed, codec::parsePlace(options.place));
        co_return Point(GeoPoint{parsed.latitude, parsed.longitude});
    }
    if (options.address.empty())
        co_return fail(app::errors::kUsage, "a place is needed", {"--lat X --lon Y"});
    app::AddressSearch& search = context.engine.addressSearch();
    OUTPOST_CO_CHECK(co_await search.load());
    if (!options.searchHost.empty())
        OUTPOST_CO_CHECK(search.agreeForNow(options.searchHost));
    OUTPOST_CO_TRY(const auto found,
                   co_await search.find(QString::fromStdString(options.address), QLocale(), context.cancel));
    if (found.empty())
        co_return fail(outpost::errors::kAddressNothingFound, {}, {search.host()});
    if (found.size() == 1) {
        (*json)["found"] = candidateJson(found.front());
        co_return Point(found.front().point);
    }
    *json = refusalJson(Error(outpost::errors::kAddressSeveral, {}, {search.host(), std::to_string(found.size())}));
    Json candidates = Json::array();
    for (const app::FoundPlace& place : found)
        candidates.push_back(candidateJson(place));
    (*json)["candidates"] = std::move(candidates);
    co_return Point();
}

Json placeJson(const services::PlaceChoice& choice)
{
    Json json{{"cell", cellText(choice.place.cell)},
              {"latitude", choice.place.centre.latitude},
              {"longitude", choice.place.centre.longitude},
              {"metresFromPin", std::llround(choice.pinToCentreMetres)},
              {"cellMetresAcross", std::llround(choice.cellAcrossMetres)},
              {"ownDevicesWithin300m", choice.ownDevicesNear},
              {"movedMetres", choice.movedMetres ? Json(std::llround(*choice.movedMetres)) : Json()}};
    return json;
}

Task<Json> costOf(Context context, const Operation& operation)
{
    OUTPOST_CO_TRY(const auto prices, co_await context.engine.prices().latest(context.global.currency));
    Json cost = Json::array();
    for (const CostLine& line : operation.cost) {
        if (!line.covered)
            cost.push_back(costJson(context, line, prices));
    }
    co_return cost;
}

/// Shows the plan, and runs it when it was asked for.
Task<Json> finish(Context context, services::ActReview review, Json json)
{
    OUTPOST_CO_TRY(json["cost"], co_await costOf(context, review.plan.operation));
    json["committed"] = context.global.commit;
    if (!context.global.commit) {
        json["next"] = "add --commit to do it";
        co_return json;
    }
    OUTPOST_CO_CHECK(co_await unlock(context));
    const StepTeller teller(context);
    auto operation = co_await context.engine.acts().start(std::move(review), context.cancel);
    if (!operation)
        co_return std::unexpected(std::move(operation.error()));
    OUTPOST_CO_TRY(const auto prices, co_await context.engine.prices().latest(context.global.currency));
    json["operation"] = operationJson(context, *operation, prices);
    co_return json;
}

Json lampsJson(const std::vector<Lamp>& lamps)
{
    constexpr std::array<const char*, 5> kinds{"thisComputer", "process", "radioAndKey", "network", "earning"};
    constexpr std::array<const char*, 4> states{"good", "warn", "bad", "unknown"};
    Json list = Json::array();
    for (const Lamp& lamp : lamps) {
        list.push_back({{"lamp", kinds.at(static_cast<std::size_t>(lamp.kind))},
                        {"lampSays", app::Phrase::of(lamp.kind).toStdString()},
                        {"state", states.at(static_cast<std::size_t>(lamp.state))},
                        {"sentence", lamp.sentence},
                        {"says", app::Phrase::of(lamp.sentence, lamp.args).toStdString()},
                        {"source", lamp.source}});
    }
    return list;
}

/// What the network's services know of a device; null where they know nothing of how it is. That they do not answer
/// does not keep back what is stored.
Task<Json> reportOf(Context context, Device device)
{
    networks::Network* network = context.engine.network(device.network);
    if (network == nullptr || network->health() == nullptr)
        co_return Json();
    const auto report = co_await network->health()->report(std::move(device), context.cancel);
    if (!report)
        co_return Json{{"behind", report.error().code.name}, {"behindSays", errorJson(report.error())["message"]}};
    constexpr std::array<const char*, 6> states{"neverAsked",  "known",        "stale",
                                                "unreachable", "shapeChanged", "notOffered"};
    Json readings = Json::object();
    for (const auto& reading : report->readings.value.value_or(std::vector<networks::Reading>()))
        readings[reading.what] = {{"value", reading.value}, {"unit", reading.unit}};
    co_return Json{{"lamps", lampsJson(report->lamps)},
                   {"readings", std::move(readings)},
                   {"readingsAre", states.at(static_cast<std::size_t>(report->readings.state))},
                   {"source", report->readings.source},
                   {"asOf", report->readings.hasValue() ? timeJson(report->readings.asOf) : Json()}};
}

} // namespace

Task<Json> scan(Context context, int seconds)
{
    auto& nearby = context.engine.nearby();
    OUTPOST_CO_CHECK(nearby.startScan());
    context.progress("Looking for devices ...");
    OUTPOST_CO_CHECK(co_await context.engine.delay().after(std::chrono::seconds(seconds), context.cancel));
    nearby.stopScan();
    std::vector<std::string> links;
    for (const auto& found : nearby.found())
        links.push_back(found.linkId);
    for (const std::string& link : links) // one after the other; what cannot be asked says why
        (void)co_await nearby.identify(link, context.cancel);
    nearby.disconnectDevice();
    Json devices = Json::array();
    for (const auto& found : nearby.found()) {
        Json device{{"id", nullptr},
                    {"name", found.advertisedName},
                    {"signalDbm", found.rssiDbm == 0 ? Json() : Json(found.rssiDbm)},
                    {"link", found.linkId}};
        if (found.identity) {
            const Json identity = identityJson(*found.identity); // named: a temporary would end before the loop
            for (const auto& [key, value] : identity.items())
                device[key] = value;
        }
        if (found.problem) {
            device["problem"] = found.problem->code.name;
            device["problemSays"] = errorJson(*found.problem)["message"];
        }
        devices.push_back(std::move(device));
    }
    co_return Json{{"devices", std::move(devices)}};
}

Task<Json> show(Context context, std::string text)
{
    OUTPOST_CO_TRY(const DeviceId id, deviceId(context, text));
    OUTPOST_CO_TRY(const Device device, co_await context.engine.devices().find(id));
    const std::int32_t today = context.engine.earnings().today();
    OUTPOST_CO_TRY(const auto days,
                   co_await context.engine.earnings().days({device.id}, today - 29, today, context.global.currency));
    OUTPOST_CO_TRY(Json report, co_await reportOf(context, device));
    co_return Json{{"device", deviceJson(device)},
                   {"last30Days", worthJson(context, days.total, context.global.currency)},
                   {"network", std::move(report)}};
}

Task<Json> label(Context context, std::string text, std::optional<std::string> name, std::optional<std::string> note)
{
    OUTPOST_CO_TRY(const DeviceId id, deviceId(context, text));
    OUTPOST_CO_TRY(const Device device, co_await context.engine.devices().find(id));
    OUTPOST_CO_CHECK(co_await context.engine.devices().setLabels(
        device.id, plainText(name.value_or(device.nickname), 80), plainText(note.value_or(device.note), 1000)));
    OUTPOST_CO_TRY(const Device after, co_await context.engine.devices().find(device.id));
    co_return Json{{"device", deviceJson(after)}};
}

Task<Json> wifi(Context context, Wifi options)
{
    auto& nearby = context.engine.nearby();
    OUTPOST_CO_TRY(const DeviceId id, deviceId(context, options.id));
    OUTPOST_CO_TRY(const auto status, co_await nearby.wifi(id, context.cancel));
    Json list = Json::array();
    for (const auto& network : status.networks) {
        Json entry = ssidJson(network.ssid);
        entry["saved"] = network.saved;
        list.push_back(std::move(entry));
    }
    Json json{{"device", options.id},
              {"connectedTo", status.current.empty() ? Json() : ssidJson(status.current)},
              {"ethernetOnline", status.ethernetOnline ? Json(*status.ethernetOnline) : Json()},
              {"networks", std::move(list)},
              {"committed", false}};
    if (options.ssid.empty())
        co_return json;
    if (!context.global.commit) {
        json["next"] = "add --commit to give the device this network";
        co_return json;
    }
    OUTPOST_CO_TRY(auto passphrase, options.passphraseFile.empty()
                                        ? Result<std::shared_ptr<SecureBytes>>(std::make_shared<SecureBytes>())
                                        : readSecretFile(context, options.passphraseFile));
    const auto hexName = options.ssid.starts_with("hex:") ? fromHex(std::string_view(options.ssid).substr(4), 32)
                                                          : Result<Bytes>(toBytes(asBytes(options.ssid)));
    if (!hexName)
        co_return fail(app::errors::kUsage, "bad hex name", {options.ssid});
    context.progress("Giving the device its network; this takes up to a minute ...");
    OUTPOST_CO_CHECK(co_await nearby.joinWifi(id, *hexName, std::move(passphrase), context.cancel));
    OUTPOST_CO_TRY(const auto after, co_await nearby.wifi(id, context.cancel)); // read back
    json["connectedTo"] = after.current.empty() ? Json() : ssidJson(after.current);
    json["committed"] = true;
    co_return json;
}

Task<Json> diagnose(Context context, std::string text)
{
    OUTPOST_CO_TRY(const DeviceId id, deviceId(context, text));
    OUTPOST_CO_TRY(const auto result, co_await context.engine.nearby().diagnostics(id, context.cancel));
    Json values = Json::object();
    for (const auto& [key, value] : result.values)
        values[key] = value;
    co_return Json{{"device", id.str()}, {"lamps", lampsJson(result.lamps)}, {"values", std::move(values)}};
}

Task<Json> onboard(Context context, PlaceOptions options)
{
    app::Engine& engine = context.engine;
    OUTPOST_CO_TRY(const DeviceId id, deviceId(context, options.id));
    // Without a place the device is registered where it is told later.
    const bool hasPlace = options.latitude || !options.place.empty() || !options.address.empty();
    const auto told = std::make_shared<Json>(Json::object());
    std::optional<GeoPoint> point;
    if (hasPlace) {
        OUTPOST_CO_TRY(point, co_await pointOf(context, options, told));
        if (!point)
            co_return std::move(*told);
    }
    OUTPOST_CO_CHECK(co_await unlock(context));
    OUTPOST_CO_CHECK(engine.wallets().requireVerifiedBackup());
    (void)co_await engine.refreshPrices(context.cancel);
    OUTPOST_CO_TRY(auto offer, co_await engine.acts().examine(id, context.cancel));
    Json json{{"device", identityJson(offer.device)},
              {"alreadyRegistered", offer.alreadyRegistered},
              {"mode", offer.mode},
              {"maker", offer.maker.empty() ? Json() : Json(offer.maker)},
              {"problem", offer.problem.empty() ? Json() : Json(offer.problem)}};
    if (offer.alreadyRegistered || !offer.problem.empty()) {
        json["committed"] = false;
        if (offer.alreadyRegistered)
            json["next"] = "nothing was changed; device locate sets its place";
        co_return json;
    }
    json.update(*told);
    Place place;
    if (point) {
        OUTPOST_CO_TRY(const auto choice, co_await engine.acts().choosePlace(id, *point, offer.cellResolution));
        place = choice.place;
        json["place"] = placeJson(choice);
    }
    if (options.gain) {
        place.gainTenthDbi = static_cast<std::int32_t>(std::lround(*options.gain * 10));
        if (*place.gainTenthDbi < offer.minGainTenthDbi || *place.gainTenthDbi > offer.maxGainTenthDbi)
            co_return fail(app::errors::kUsage, "gain",
                           {std::format("--gain {} to {}", decimalText(offer.minGainTenthDbi, 1),
                                        decimalText(offer.maxGainTenthDbi, 1))});
    }
    place.elevationMetres = options.elevation;
    OUTPOST_CO_TRY(auto review, co_await engine.acts().reviewOnboard(std::move(offer), place));
    OUTPOST_CO_TRY(json, co_await finish(context, std::move(review), std::move(json)));
    if (context.global.commit) {
        OUTPOST_CO_CHECK(co_await engine.sync().refresh(context.global.currency, context.cancel));
        if (const auto device = co_await engine.devices().find(id))
            json["registered"] = deviceJson(*device);
        if (place.cell == 0)
            json["next"] = "device locate: it has no place yet";
    }
    co_return json;
}

Task<Json> locate(Context context, PlaceOptions options)
{
    app::Engine& engine = context.engine;
    OUTPOST_CO_TRY(const DeviceId id, deviceId(context, options.id));
    const auto told = std::make_shared<Json>(Json::object());
    OUTPOST_CO_TRY(const auto point, co_await pointOf(context, options, told));
    if (!point)
        co_return std::move(*told);
    OUTPOST_CO_CHECK(co_await unlock(context));
    OUTPOST_CO_CHECK(engine.wallets().requireVerifiedBackup()); // as the act itself will: a plan promises nothing else
    (void)co_await engine.refreshPrices(context.cancel);
    OUTPOST_CO_TRY(const Device before, co_await engine.devices().find(id));
    OUTPOST_CO_TRY(const auto choice, co_await engine.acts().choosePlace(id, *point, 12));
    Place place = choice.place;
    if (options.gain)
        place.gainTenthDbi = static_cast<std::int32_t>(std::lround(*options.gain * 10));
    place.elevationMetres = options.elevation;
    Json json{{"device", options.id}, {"before", deviceJson(before)["place"]}, {"place", placeJson(choice)}};
    json.update(*told);
    OUTPOST_CO_TRY(auto review, co_await engine.acts().reviewPlace(id, place, context.cancel));
    OUTPOST_CO_TRY(json, co_await finish(context, std::move(review), std::move(json)));
    if (context.global.commit) {
        OUTPOST_CO_CHECK(co_await engine.sync().refresh(context.global.currency, context.cancel));
        if (const auto after = co_await engine.devices().find(id))
            json["after"] = deviceJson(*after)["place"];
    }
    co_return json;
}

Task<Json> forget(Context context, std::string text)
{
    OUTPOST_CO_TRY(const DeviceId id, deviceId(context, text));
    OUTPOST_CO_CHECK(co_await context.engine.devices().forget(id));
    co_return Json{{"forgotten", id.str()}};
}

} // namespace outpost::cli::deviceCommands
