// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/rpc/PriceServices.h"

namespace outpost::sim {

namespace {

using demo::DemoHttpRequest;
using demo::DemoHttpResponse;
using demo::Json;

constexpr std::size_t kMostIds = 100;

std::vector<std::string> listed(const std::string& text)
{
    std::vector<std::string> out;
    std::size_t from = 0;
    while (from <= text.size() && out.size() < kMostIds) {
        const std::size_t comma = std::min(text.find(',', from), text.size());
        if (comma > from)
            out.push_back(text.substr(from, comma - from));
        from = comma + 1;
    }
    return out;
}

/// A price as such services write it: a JSON number of about six significant digits.
Json priceNumber(std::uint64_t nano)
{
    std::uint64_t step = 1;
    for (std::uint64_t rest = nano; rest >= 1'000'000; rest /= 10)
        step *= 10;
    return static_cast<double>(nano / step * step) / 1e9;
}

std::uint64_t converted(std::uint64_t nanoUsd, std::uint64_t nanoPerUsd)
{
    const auto product = static_cast<Int128::Native>(nanoUsd) * nanoPerUsd / 1'000'000'000;
    return static_cast<std::uint64_t>(product);
}

class CoinGecko final : public demo::HttpService {
public:
    explicit CoinGecko(const Prices& prices) : m_prices(prices) {}
    std::vector<std::string> hosts() const override { return {"api.coingecko.com"}; }

    DemoHttpResponse handle(demo::World& world, const DemoHttpRequest& request) override
    {
        if (request.method != "GET" || request.path != "/api/v3/simple/price")
            return DemoHttpResponse::ofJson({{"error", "Incorrect path. Please check https://docs.coingecko.com/"}},
                                            404);
        if (request.queryValue("ids").empty() || request.queryValue("vs_currencies").empty())
            return DemoHttpResponse::ofJson({{"error", "Missing parameter ids or vs_currencies"}}, 422);
        Json out = Json::object();
        if (world.takeFault(demo::Fault::PriceFeedGone))
            return DemoHttpResponse::ofJson(out);
        const bool withTime = request.queryValue("include_last_updated_at") == "true";
        for (const auto& id : listed(request.queryValue("ids"))) {
            const std::uint64_t usd = m_prices.nanoUsd(id, world.now());
            if (usd == 0)
                continue;
            for (const auto& currency : listed(request.queryValue("vs_currencies"))) {
                if (const std::uint64_t rate = m_prices.nanoPerUsd(currency, world.now()))
                    out[id][currency] = priceNumber(converted(usd, rate));
            }
            if (withTime)
                out[id]["last_updated_at"] = toUnixSeconds(world.now()) / 60 * 60;
        }
        return DemoHttpResponse::ofJson(out);
    }

private:
    const Prices& m_prices;
};

class Jupiter final : public demo::HttpService {
public:
    explicit Jupiter(const Prices& prices) : m_prices(prices) {}
    std::vector<std::string> hosts() const override { return {"api.jup.ag"}; }

    DemoHttpResponse handle(demo::World& world, const DemoHttpRequest& request) override
    {
        if (request.method != "GET" || request.path != "/price/v3")
            return DemoHttpResponse::ofJson({{"code", 404}, {"message", "Route not found"}}, 404);
        const auto ids = listed(request.queryValue("ids"));
        if (ids.empty())
            return DemoHttpResponse::ofJson({{"code", 400}, {"message", "ids is required"}}, 400);
        Json out = Json::object();
        if (world.takeFault(demo::Fault::PriceFeedGone))
            return DemoHttpResponse::ofJson(out);
        for (const auto& mint : ids) {
            for (const auto& asset : m_prices.assets()) {
                if (asset.mint != mint)
                    continue;
                const std::uint64_t price = m_prices.nanoUsd(asset.id, world.now());
                const std::uint64_t before = m_prices.nanoUsd(asset.id, world.now() - std::chrono::hours(24));
                const double change =
                    before == 0 ? 0 : (static_cast<double>(price) / static_cast<double>(before) - 1) * 100;
                out[mint] = {{"usdPrice", priceNumber(price)},
                             {"blockId", world.chainClock().slot},
                             {"decimals", asset.decimals},
                             {"priceChange24h", change}};
            }
        }
        return DemoHttpResponse::ofJson(out);
    }

private:
    const Prices& m_prices;
};

} // namespace

std::unique_ptr<demo::HttpService> makeCoinGeckoService(const Prices& prices)
{
    return std::make_unique<CoinGecko>(prices);
}

std::unique_ptr<demo::HttpService> makeJupiterPriceService(const Prices& prices)
{
    return std::make_unique<Jupiter>(prices);
}

} // namespace outpost::sim
