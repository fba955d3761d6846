// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/Capabilities.h"
#include "core/networks/weatherxm/client/StationCloud.h"

namespace outpost::weatherxm {

/// The network as the rest of the program sees it: stations of an account in the network's cloud, what they measure and
/// what they earned. It only reads. Earnings are credited to an address on a chain of which Outpost has no keys, and
/// are collected in the network's own app, so that there is nothing to collect here. The references must outlive it.
/// **Thread:** GUI.
class WeatherXmNetwork final : public networks::Network,
                               private networks::Directory,
                               private networks::Earnings,
                               private networks::Health,
                               private networks::Session {
public:
    struct Ports {
        HttpClient& http;
        const Clock& clock;
    };
    /// `cloud` is the base address from the descriptor.
    WeatherXmNetwork(Ports ports, std::string cloud, std::optional<Credentials> known = std::nullopt);

    NetworkId id() const override { return NetworkId("weatherxm"); }
    std::string title() const override { return "WeatherXM"; }
    std::vector<Asset> assets() const override;
    std::vector<networks::PriceIds> priceIds() const override;
    std::span<const networks::NetworkText> texts() const override;
    networks::Directory* directory() override { return this; }
    networks::Earnings* earnings() override { return this; }
    networks::Health* health() override { return this; }
    networks::Session* session() override { return this; }
    std::vector<networks::ServiceProbe> probes() const override;

private:
    Future<std::vector<Device>> devicesOf(Address owner, CancelToken cancel) override;
    Future<std::vector<EarningSample>> sample(std::vector<Device> devices, CancelToken cancel) override;
    std::string payout() const override { return "weatherxm.payout"; }
    Future<networks::DeviceReport> report(Device device, CancelToken cancel) override;
    networks::SessionState state() const override;
    Future<void> signIn(std::string account, std::shared_ptr<SecureBytes> password, CancelToken cancel) override;
    void signOut() override;

    const Clock& m_clock;
    const std::string m_cloudBase;
    StationCloud m_cloud;
};

/// What the list shows of a station. `wallet` is where the account's rewards go: empty for nowhere, nothing when that
/// could not be read. Pure.
Device deviceOf(const Station& station, const std::optional<std::string>& wallet);
/// The lamps and readings of a station; `info` is missing when its details could not be read. Pure.
networks::DeviceReport reportOf(const Station& station, const std::optional<StationInfo>& info, Time now);

} // namespace outpost::weatherxm
