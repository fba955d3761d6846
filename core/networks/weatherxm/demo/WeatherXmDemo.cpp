// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/weatherxm/demo/WeatherXmDemo.h"

#include "core/networks/weatherxm/demo/StationService.h"

namespace outpost::weatherxmdemo {

namespace {

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
    // Everything about a station follows from the seed and the day.
    void populate(demo::World&) override {}
    void newDay(demo::World&, std::int64_t) override {}
    Result<void> starter(demo::World&, const demo::Pubkey&) override { return {}; }
};

} // namespace

std::unique_ptr<demo::Demo> makeDemo()
{
    return std::make_unique<WeatherXmDemo>();
}

} // namespace outpost::weatherxmdemo
