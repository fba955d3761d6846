// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Context.h"

#include "app/format/ErrorText.h"
#include "app/format/Phrase.h"
#include "core/services/ServiceErrors.h"
#include "core/wallet/WalletErrors.h"

#include <cstdio>

namespace outpost::cli {

namespace {

constexpr std::uint64_t kMaxSecretFile = 16u << 10;

std::string assetSymbol(const Context& context, const AssetId& id)
{
    const Asset* asset = context.engine.earnings().asset(id);
    return asset != nullptr ? asset->symbol : id.str();
}

} // namespace

void Context::progress(const std::string& line) const
{
    std::fprintf(stderr, "%s\n", line.c_str());
}

StepTeller::StepTeller(const Context& context)
    : m_connection(QObject::connect(&context.engine.runner(), &services::OperationRunner::progress, &context.engine,
                                    [context](const services::Progress& progress) {
                                        context.progress(std::format("step {} of {}: {}", progress.step + 1,
                                                                     progress.steps,
                                                                     app::Phrase::of(progress.activity).toStdString()));
                                    }))
{}

Result<std::shared_ptr<SecureBytes>> readSecretFile(const Context& context, const std::string& file)
{
    OUTPOST_TRY(Bytes content, context.engine.files().read(file, kMaxSecretFile));
    auto secret = std::make_shared<SecureBytes>(wallet::withoutLineEnd(content));
    SecureBytes::zero(content.data(), content.size());
    return secret;
}

Result<std::shared_ptr<wallet::Password>> readPassword(const Context& context, const std::string& file,
                                                       const std::string& prompt)
{
    if (file.empty() && !hasTerminal())
        return fail(app::errors::kUsage, "no terminal; name a file", {"--password-file"});
    auto secret = file.empty() ? askTerminal(prompt) : readSecretFile(context, file);
    if (!secret)
        return std::unexpected(std::move(secret.error()));
    OUTPOST_TRY(wallet::Password password, wallet::Password::create((*secret)->span()));
    return std::make_shared<wallet::Password>(std::move(password));
}

Result<std::shared_ptr<wallet::Password>> readNewPassword(const Context& context, const std::string& file,
                                                          const std::string& prompt)
{
    auto password = readPassword(context, file, prompt);
    if (!password || !file.empty())
        return password;
    OUTPOST_TRY(const auto again, readPassword(context, {}, "The same again: "));
    if (!std::ranges::equal((*password)->bytes(), again->bytes()))
        return fail(outpost::errors::kPasswordsDiffer);
    return password;
}

Task<WalletId> unlock(Context context)
{
    auto& wallets = context.engine.wallets();
    const auto* current = wallets.current();
    if (current == nullptr)
        co_return fail(outpost::errors::kNoWallet);
    const WalletId id = current->id;
    if (current->unlocked || current->watchOnly)
        co_return id;
    OUTPOST_CO_TRY(auto password, readPassword(context, context.global.passwordFile, "Password: "));
    OUTPOST_CO_CHECK(co_await wallets.unlock(id, std::move(password)));
    co_return id;
}

Json sentenceJson(const Context& context, const solana::Sentence& sentence)
{
    const app::Format format(QLocale::c(), context.global.currency);
    const auto assets = context.engine.assets();
    return {{"id", sentence.id}, {"says", app::Phrase::of(sentence, format, assets).toStdString()}};
}

Json errorJson(const Error& error)
{
    const auto words = app::ErrorText::of(error);
    return {
        {"code", error.code.name}, {"message", words.message.toStdString()}, {"action", words.action.toStdString()}};
}

Json refusalJson(const Error& error)
{
    return {{"error", errorJson(error)}};
}

Json behindJson(const std::string& source, const Error& error)
{
    return {{"source", source},
            {"code", error.code.name},
            {"message", app::ErrorText::of(error).message.toStdString()},
            {"detail", error.detail}};
}

Result<DeviceId> deviceId(const Context& context, const std::string& text)
{
    const std::size_t colon = text.find(':');
    const networks::Network* network =
        colon == std::string::npos ? nullptr : context.engine.network(NetworkId(text.substr(0, colon)));
    if (network == nullptr || !network->isDeviceKey(std::string_view(text).substr(colon + 1)))
        return fail(app::errors::kNotADeviceId, "device id", {plainText(text, 80)});
    return DeviceId(text);
}

Json timeJson(Time time)
{
    return std::format("{:%FT%TZ}", std::chrono::floor<std::chrono::seconds>(time));
}

Json dayJson(std::int32_t day)
{
    return std::format("{:%F}", std::chrono::sys_days(std::chrono::days(day)));
}

Json amountJson(const Context& context, const Amount& amount, const std::vector<Price>& prices)
{
    const Asset* asset = context.engine.earnings().asset(amount.asset);
    const int decimals = asset != nullptr ? asset->decimals : 0;
    Json json{{"asset", assetSymbol(context, amount.asset)},
              {"base", amount.base.toString()},
              {"decimals", decimals},
              {"text", decimalText(amount.base, decimals)},
              {"fiat", nullptr}};
    const auto price =
        std::find_if(prices.begin(), prices.end(), [&](const Price& p) { return p.asset == amount.asset; });
    if (price == prices.end())
        return json;
    if (const auto value = valueOf(amount, decimals, *price)) {
        json["fiat"] = {{"currency", currencyCode(value->currency)},
                        {"text", moneyText(value->minor, value->currency)},
                        {"source", value->source},
                        {"asOf", timeJson(value->asOf)}};
    }
    return json;
}

std::string moneyText(Int128 minor, Currency currency)
{
    const auto places = static_cast<std::size_t>(currencyDecimals(currency));
    std::string text = decimalText(minor, currencyDecimals(currency));
    if (places > 0 && !text.contains('.'))
        text += '.';
    const std::size_t behind = places > 0 ? text.size() - text.find('.') - 1 : 0;
    return text.append(places - behind, '0');
}

Json worthJson(const Context& context, const services::Worth& worth, Currency currency)
{
    Json amounts = Json::array();
    for (const Amount& amount : worth.amounts)
        amounts.push_back(amountJson(context, amount, {}));
    Json json{{"amounts", std::move(amounts)}, {"fiat", nullptr}};
    if (worth.minor) {
        json["fiat"] = {{"currency", currencyCode(currency)}, {"text", moneyText(*worth.minor, currency)}};
        if (worth.priceAsOf) {
            json["fiat"]["source"] = worth.priceSource;
            json["fiat"]["asOf"] = timeJson(*worth.priceAsOf);
        }
    }
    return json;
}

Json costJson(const Context& context, const CostLine& line, const std::vector<Price>& prices)
{
    constexpr std::array<const char*, 6> kinds{"networkFee",        "priorityFee",     "oneTimeDeposit",
                                               "refundableDeposit", "registrationFee", "placeFee"};
    return {{"kind", kinds.at(static_cast<std::size_t>(line.kind))},
            {"kindSays", app::Phrase::of(line.kind).toStdString()},
            {"amount", amountJson(context, line.amount, prices)},
            {"paidBy", line.paidBy.empty() ? Json("this wallet") : Json(line.paidBy)},
            {"count", line.count}};
}

Json deviceJson(const Device& device)
{
    constexpr std::array<const char*, 4> states{"working", "check", "offline", "notSetUp"};
    Json json{{"id", device.id.str()},
              {"network", device.network.str()},
              {"name", device.shownName()},
              {"networkName", device.name},
              {"note", device.note},
              {"kind", device.kind},
              {"status", states.at(static_cast<std::size_t>(device.status))},
              {"statusSays", app::Phrase::of(device.status).toStdString()},
              {"problem", device.problem.empty() ? Json() : Json(device.problem)},
              {"city", device.city.empty() ? Json() : Json(device.city)},
              {"place", nullptr},
              {"lastSeen", device.lastSeen ? timeJson(*device.lastSeen) : Json()}};
    if (device.place) {
        json["place"] = {
            {"latitude", device.place->centre.latitude},
            {"longitude", device.place->centre.longitude},
            {"cell", std::format("{:x}", device.place->cell)},
            {"elevationMetres", device.place->elevationMetres ? Json(*device.place->elevationMetres) : Json()},
            {"gainTenthDbi", device.place->gainTenthDbi ? Json(*device.place->gainTenthDbi) : Json()}};
    }
    return json;
}

Json operationJson(const Context& context, const Operation& operation, const std::vector<Price>& prices)
{
    Json steps = Json::array();
    for (const OperationStep& step : operation.steps) {
        const std::string phrase = "step." + step.kind.substr(step.kind.rfind('.') + 1);
        Json entry{{"kind", step.kind},
                   {"kindSays", app::Phrase::of(phrase).toStdString()},
                   {"state", stateName(step.state)},
                   {"stateSays", app::Phrase::of(step.state).toStdString()}};
        if (const auto device = step.data.find("device"); device != step.data.end())
            entry["device"] = device->second;
        if (const auto error = step.data.find("error"); error != step.data.end())
            entry["error"] = error->second;
        steps.push_back(std::move(entry));
    }
    Json receive = Json::array();
    for (const Amount& amount : operation.receive)
        receive.push_back(amountJson(context, amount, prices));
    Json cost = Json::array();
    for (const CostLine& line : operation.cost) {
        if (!line.covered)
            cost.push_back(costJson(context, line, prices));
    }
    Json json{{"id", operation.id.str()},
              {"kind", operation.kind},
              {"kindSays", app::Phrase::of(operation.title, operation.titleArgs).toStdString()},
              {"subject", operation.subject},
              {"state", stateName(operation.state)},
              {"stateSays", app::Phrase::of(operation.state).toStdString()},
              {"steps", std::move(steps)},
              {"receive", std::move(receive)},
              {"cost", std::move(cost)},
              {"signature", operation.signature.empty() ? Json() : Json(operation.signature)},
              {"createdAt", timeJson(operation.createdAt)},
              {"updatedAt", timeJson(operation.updatedAt)},
              {"error", nullptr}};
    if (!operation.errorCode.empty()) {
        json["error"] = errorJson(Error(ErrorCode{operation.errorCode}, operation.errorDetail, operation.errorArgs));
        json["error"]["retryable"] = operation.retryable;
    }
    return json;
}

Task<void> giveStarter(Context context)
{
    const auto* current = context.engine.wallets().current();
    if (!context.engine.isDemo() || current == nullptr || current->watchOnly)
        co_return Result<void>{};
    if (current->addresses.empty()) // the records were lost, and the wallet's file knows its addresses
        OUTPOST_CO_CHECK(co_await unlock(context));
    OUTPOST_CO_CHECK(co_await context.engine.giveStarter());
    co_return Result<void>{};
}

Task<Json> refresh(Context context)
{
    app::Engine& engine = context.engine;
    if (engine.wallets().current() == nullptr)
        co_return fail(outpost::errors::kNoWallet);
    // After the records were lost only the wallet's own file still knows its addresses.
    if (engine.wallets().current()->addresses.empty())
        OUTPOST_CO_CHECK(co_await unlock(context));
    context.progress("Reading the networks ...");
    auto prices = co_await engine.refreshPrices(context.cancel);
    OUTPOST_CO_CHECK(co_await engine.sync().refresh(context.global.currency, context.cancel));
    Json behind = Json::array();
    if (!prices)
        behind.push_back(behindJson("prices", prices.error()));
    for (const auto& [what, error] : engine.sync().freshness().behind)
        behind.push_back(behindJson(what, error));
    co_return behind;
}

} // namespace outpost::cli
