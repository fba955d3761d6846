// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/helium/client/ClaimFlow.h"
#include "core/networks/helium/client/OnboardFlow.h"

namespace outpost::helium {

/// The network as the rest of the program sees it. Owns its parts; the references must outlive it. **Thread:** GUI.
class HeliumNetwork final : public networks::Network,
                            private networks::Account,
                            private networks::Balances,
                            private networks::Directory,
                            private networks::Earnings,
                            private networks::Coverage {
public:
    struct Ports {
        HttpClient& http;
        ledger::SolanaRpc& rpc;
        const Clock& clock;
        Delay& delay;
    };
    HeliumNetwork(Ports ports, ServiceUrls urls, NetworkKeys keys);

    NetworkId id() const override { return NetworkId("helium"); }
    std::string title() const override { return "Helium"; }
    std::vector<Asset> assets() const override;
    std::vector<networks::PriceIds> priceIds() const override;
    std::span<const networks::NetworkText> texts() const override;
    bool isDeviceKey(std::string_view key) const override { return HotspotKey::parse(key).has_value(); }
    void addDecoders(solana::DecoderRegistry& registry) const override;
    networks::Account* account() override { return this; }
    networks::Balances* balances() override { return this; }
    networks::Directory* directory() override { return this; }
    networks::Earnings* earnings() override { return this; }
    networks::Collecting* collecting() override { return &m_claim; }
    networks::Onboarding* onboarding() override { return &m_onboard; }
    networks::LocalProtocol* localProtocol() override { return &m_protocol; }
    networks::Coverage* coverage() override { return this; }
    std::vector<networks::Flow*> flows() override { return {&m_claim, &m_onboard, &m_place}; }
    std::vector<networks::ServiceProbe> probes() const override { return probesOf(m_services.urls()); }

private:
    std::vector<wallet::DerivationScheme> schemes() const override;
    Address addressOf(ByteSpan publicKey) const override;
    Result<Address> parseAddress(std::string_view text) const override;
    Future<std::vector<networks::Holdings>> holdings(std::vector<Address> owners, CancelToken cancel) override;
    Future<std::vector<Device>> devicesOf(Address owner, CancelToken cancel) override;
    Future<std::vector<EarningSample>> sample(std::vector<Device> devices, CancelToken cancel) override;
    Future<std::vector<Claimable>> claimable(std::vector<Device> devices, CancelToken cancel) override;
    Future<Known<std::vector<networks::CoverageCell>>> cells(std::size_t limit, CancelToken cancel) override;

    const Clock& m_clock;
    NetworkKeys m_keys;
    HeliumServices m_services;
    HeliumChain m_chain;
    HotspotProtocol m_protocol;
    ClaimFlow m_claim;
    OnboardFlow m_onboard;
    PlaceFlow m_place;
};

} // namespace outpost::helium
