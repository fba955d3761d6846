// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/weatherxm/client/WeatherXmNetwork.h"

#include "core/domain/Cells.h"

#include <set>

namespace outpost::weatherxm {

using networks::DeviceReport;
using networks::Reading;

namespace {

// The reward token on Arbitrum One, and the same token on Solana, by which one price service is asked.
constexpr const char* kToken = "arbitrum:0xB6093B61544572Ab42A0E43AF08aBaFD41bf25A6";
constexpr const char* kSolanaMint = "wxmJYe17a2oGJZJ1wDe6ZyRKUKmrLj2pJsavEdTVhPP";
constexpr const char* kCoinGecko = "weatherxm-network";

constexpr const char* kSource = "source.stationCloud";
constexpr const char* kIdPrefix = "weatherxm:";
constexpr const char* kLowBattery = "low";
/// Stations send every few minutes; the app calls one silent that sent nothing for an hour or more.
constexpr auto kFreshWeather = std::chrono::hours(1);

AssetId token()
{
    return AssetId(kToken);
}

std::string stationIdOf(const Device& device)
{
    const std::string_view id = device.id.str();
    return id.starts_with(kIdPrefix) ? std::string(id.substr(std::string_view(kIdPrefix).size())) : std::string();
}

struct Shown {
    std::string_view measure;
    const char* what;
    const char* unit;
    int decimals;
};
constexpr Shown kShown[] = {
    {"temperature", "reading.temperature", "°C", 1},
    {"humidity", "reading.humidity", "%", 0},
    {"wind_speed", "reading.wind", "m/s", 1},
    {"wind_gust", "reading.gust", "m/s", 1},
    {"pressure", "reading.pressure", "hPa", 1},
    {"precipitation", "reading.rain", "mm/h", 1},
    {"solar_irradiance", "reading.sunlight", "W/m²", 0},
};

Lamp lamp(Lamp::Kind kind, Lamp::State state, std::string sentence, std::vector<std::string> args,
          std::optional<Time> asOf)
{
    return {kind, state, std::move(sentence), std::move(args), kSource, asOf};
}

std::optional<Lamp> firmwareLamp(const Station& station, Time now)
{
    if (station.firmware.empty())
        return std::nullopt;
    const bool waits = !station.assignedFirmware.empty() && station.assignedFirmware != station.firmware;
    if (waits)
        return lamp(Lamp::Kind::Process, Lamp::State::Warn, "weatherxm.firmwareWaits",
                    {station.firmware, station.assignedFirmware}, now);
    return lamp(Lamp::Kind::Process, Lamp::State::Good, "weatherxm.firmware", {station.firmware}, now);
}

std::optional<Lamp> radioLamp(const Station& station, const std::optional<StationInfo>& info, Time now)
{
    if (station.battery == kLowBattery || (info && info->gatewayBattery == kLowBattery))
        return lamp(Lamp::Kind::RadioAndKey, Lamp::State::Warn, "weatherxm.batteryLow", {}, now);
    if (info && info->stationDbm)
        return lamp(Lamp::Kind::RadioAndKey, Lamp::State::Good,
                    station.battery.empty() ? "weatherxm.stationHeard" : "weatherxm.batteryOkHeard",
                    {std::to_string(*info->stationDbm)}, now);
    if (!station.battery.empty())
        return lamp(Lamp::Kind::RadioAndKey, Lamp::State::Good, "weatherxm.batteryOk", {}, now);
    return std::nullopt;
}

std::optional<Lamp> networkLamp(const Station& station)
{
    if (!station.isActive)
        return std::nullopt;
    if (!*station.isActive)
        return lamp(Lamp::Kind::Network, Lamp::State::Bad, "weatherxm.sendsNothing", {}, station.lastActivity);
    if (!station.placeDoubt.empty())
        return lamp(Lamp::Kind::Network, Lamp::State::Warn, "weatherxm.sendsPlaceDoubted", {}, station.lastActivity);
    return lamp(Lamp::Kind::Network, Lamp::State::Good, "weatherxm.sends", {}, station.lastActivity);
}

Known<std::vector<Reading>> readingsOf(const Station& station, Time now)
{
    using Readings = Known<std::vector<Reading>>;
    if (!station.weather || station.weather->measures.empty())
        return Readings::without(Knowledge::NotOffered, kSource, now);
    std::vector<Reading> list;
    for (const Shown& shown : kShown) {
        const auto& measures = station.weather->measures;
        const auto found =
            std::find_if(measures.begin(), measures.end(), [&](const Measure& m) { return m.name == shown.measure; });
        if (found != measures.end())
            list.push_back({shown.what, found->value, shown.unit, shown.decimals});
    }
    auto readings = Readings::known(std::move(list), kSource, station.weather->at);
    if (now - station.weather->at > kFreshWeather)
        readings.state = Knowledge::Stale;
    return readings;
}

Task<std::vector<Device>> devicesTask(StationCloud cloud, CancelToken cancel)
{
    OUTPOST_CO_TRY(const auto stations, co_await cloud.stations(cancel));
    // Where rewards go is another call; without it the list is whole all the same.
    std::optional<std::string> wallet;
    if (auto address = co_await cloud.wallet(std::move(cancel)))
        wallet = std::move(*address);
    std::vector<Device> devices;
    for (const Station& station : stations) {
        if (station.isOwned)
            devices.push_back(deviceOf(station, wallet));
    }
    co_return devices;
}

Task<std::vector<EarningSample>> sampleTask(StationCloud cloud, Time now, std::vector<Device> devices,
                                            CancelToken cancel)
{
    std::set<std::string> wanted;
    for (const Device& device : devices)
        wanted.insert(stationIdOf(device));
    OUTPOST_CO_TRY(const auto stations, co_await cloud.stations(std::move(cancel)));
    std::vector<EarningSample> samples;
    for (const Station& station : stations) {
        if (station.isOwned && station.lifetime && wanted.contains(station.id))
            samples.push_back({DeviceId(kIdPrefix + station.id), {token(), *station.lifetime}, now, kSource});
    }
    co_return samples;
}

Task<DeviceReport> reportTask(StationCloud cloud, Time now, std::string id, CancelToken cancel)
{
    OUTPOST_CO_TRY(const Station station, co_await cloud.station(id, cancel));
    std::optional<StationInfo> info;
    if (auto details = co_await cloud.info(id, std::move(cancel)))
        info = std::move(*details);
    co_return reportOf(station, info, now);
}

} // namespace

Device deviceOf(const Station& station, const std::optional<std::string>& wallet)
{
    Device device;
    device.id = DeviceId(kIdPrefix + station.id);
    device.network = NetworkId("weatherxm");
    device.owner = Address(wallet.value_or(std::string()));
    device.name = station.name;
    device.kind = "weather.station";
    device.city = station.city;
    device.lastSeen = station.lastActivity;
    if (station.point)
        device.place = Place{station.cell.value_or(0), *station.point, std::nullopt, std::nullopt};
    else if (station.cell)
        if (const auto centre = cellCentre(*station.cell))
            device.place = Place{*station.cell, *centre, std::nullopt, std::nullopt};
    device.status = DeviceStatus::Check;
    if (!station.isActive)
        device.problem = "weatherxm.activityUnknown";
    else if (!*station.isActive) {
        device.status = DeviceStatus::Offline;
        device.problem = "weatherxm.silent";
    } else if (wallet && wallet->empty())
        device.problem = "weatherxm.noWallet";
    else if (!station.placeDoubt.empty())
        device.problem = "weatherxm.placeDoubted";
    else if (station.battery == kLowBattery)
        device.problem = "weatherxm.batteryLowProblem";
    else
        device.status = DeviceStatus::Working;
    return device;
}

DeviceReport reportOf(const Station& station, const std::optional<StationInfo>& info, Time now)
{
    DeviceReport report;
    for (auto& one : {firmwareLamp(station, now), radioLamp(station, info, now), networkLamp(station)}) {
        if (one)
            report.lamps.push_back(*one);
    }
    report.readings = readingsOf(station, now);
    return report;
}

WeatherXmNetwork::WeatherXmNetwork(Ports ports, std::string cloud, std::optional<Credentials> known)
    : m_clock(ports.clock), m_cloudBase(cloud), m_cloud(ports.http, ports.clock, std::move(cloud), std::move(known))
{}

std::vector<networks::ServiceProbe> WeatherXmNetwork::probes() const
{
    if (m_cloudBase.empty())
        return {};
    // Without a token: what everybody may know is that it is wanted.
    return {{"cloud.devices",
             "purpose.directory",
             m_cloudBase + "/api/v1/me/devices",
             {},
             {{401, "code string\nmessage string"}}}};
}

std::vector<Asset> WeatherXmNetwork::assets() const
{
    return {{token(), "WXM", "WeatherXM", kTokenDecimals}};
}

std::vector<networks::PriceIds> WeatherXmNetwork::priceIds() const
{
    return {{token(), kCoinGecko, kSolanaMint, std::nullopt}};
}

Future<std::vector<Device>> WeatherXmNetwork::devicesOf(Address, CancelToken cancel)
{
    return async::toFuture(devicesTask(m_cloud, std::move(cancel)));
}

Future<std::vector<EarningSample>> WeatherXmNetwork::sample(std::vector<Device> devices, CancelToken cancel)
{
    return async::toFuture(sampleTask(m_cloud, m_clock.now(), std::move(devices), std::move(cancel)));
}

Future<DeviceReport> WeatherXmNetwork::report(Device device, CancelToken cancel)
{
    return async::toFuture(reportTask(m_cloud, m_clock.now(), stationIdOf(device), std::move(cancel)));
}

networks::SessionState WeatherXmNetwork::state() const
{
    return {m_cloud.isSignedIn(), m_cloud.account(), false};
}

Future<void> WeatherXmNetwork::signIn(std::string account, std::shared_ptr<SecureBytes> password, CancelToken cancel)
{
    return m_cloud.signIn({std::move(account), std::move(password)}, std::move(cancel));
}

void WeatherXmNetwork::signOut()
{
    m_cloud.signOut();
}

} // namespace outpost::weatherxm
