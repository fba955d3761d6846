// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/weatherxm/demo/WeatherXmDemo.h"

#include "core/codec/Decimal.h"
#include "core/networks/weatherxm/demo/StationService.h"
#include "core/networks/weatherxm/demo/Stations.h"

namespace outpost::weatherxmdemo {

namespace {

constexpr int kSampledDays = 180;
constexpr std::int64_t kSampledAt = 6 * 3600; // seconds into the day
constexpr int kTokenDecimals = 18;
constexpr const char* kToken = "arbitrum:0xB6093B61544572Ab42A0E43AF08aBaFD41bf25A6";

class WeatherXmDemo final : public demo::Demo {
public:
    std::string network() const override { return "weatherxm"; }
    std::vector<std::unique_ptr<demo::Program>> programs() override { return {}; }
    std::vector<std::unique_ptr<demo::HttpService>> services() override
    {
        std::vector<std::unique_ptr<demo::HttpService>> all;
        all.push_back(stationService());
        return all;
    }
    std::vector<std::unique_ptr<demo::DemoDevice>> devices() override { return {}; }
    std::vector<demo::QuotedAsset> quotedAssets() const override
    {
        // The reward token; the mint is that of the same token on Solana, by which Jupiter quotes it.
        return {{"weatherxm-network", "wxmJYe17a2oGJZJ1wDe6ZyRKUKmrLj2pJsavEdTVhPP", 38'900'000, 0.03, 9}};
    }
    // Everything about a station follows from the seed and the day.
    void populate(demo::World&) override {}
    void newDay(demo::World&, std::int64_t) override {}
    Result<void> starter(demo::World&, const demo::Pubkey&) override { return {}; }
    std::vector<EarningSample> history(demo::World& world, const demo::Pubkey&) override
    {
        std::vector<EarningSample> samples;
        const std::int64_t made = toUnixSeconds(world.createdAt()) / 86'400;
        for (const Station& station : stations(world)) {
            Int128 total = rewardBefore(world, station, made - kSampledDays);
            for (std::int64_t day = made - kSampledDays; day < world.day(); ++day) {
                // The cloud's own figure, spelled as it spells it: a later one must not be below it by a rounding.
                const auto said = codec::scaledNumber(demo::Json(tokensOf(total)).dump(), kTokenDecimals);
                samples.push_back({DeviceId("weatherxm:" + station.id),
                                   {AssetId(kToken), said.value_or(Int128())},
                                   fromUnixSeconds(day * 86'400 + kSampledAt),
                                   "source.stationCloud"});
                total = total.plus(Int128::fromUnsigned(rewardOn(world, station, day))).value_or(total);
            }
        }
        return samples;
    }
};

} // namespace

std::unique_ptr<demo::Demo> makeDemo()
{
    return std::make_unique<WeatherXmDemo>();
}

} // namespace outpost::weatherxmdemo
