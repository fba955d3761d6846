// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/demo/HotspotDevice.h"

#include "core/base/Encoding.h"
#include "core/networks/helium/demo/Cast.h"
#include "core/networks/helium/demo/DeviceBook.h"

namespace outpost::heliumdemo {

namespace {

using namespace std::chrono_literals;
using demo::GattReply;

std::string memoryKey(std::size_t index)
{
    return "radio/" + std::string(radios()[index].id);
}

// Names of networks are bytes; JSON wants UTF-8.
std::string spelled(std::string_view ssid)
{
    return toHex(asBytes(ssid));
}

std::string unspelled(const Json& hex)
{
    const auto bytes = fromHex(hex.get<std::string>());
    return bytes ? std::string(asText(*bytes)) : std::string();
}

HotspotFirmware::Saved recalled(const World& world, std::size_t index)
{
    const auto stored = world.recall(kNetwork, memoryKey(index));
    if (!stored)
        return radioFactoryState(index);
    HotspotFirmware::Saved saved;
    saved.ssid = unspelled(stored->at("ssid"));
    for (const Json& ssid : stored->at("configured"))
        saved.configured.push_back(unspelled(ssid));
    if (stored->contains("attempt")) {
        const Json& attempt = stored->at("attempt");
        saved.attempt =
            HotspotFirmware::Attempt{unspelled(attempt.at("ssid")), attempt.at("outcome").get<std::string>(),
                                     std::chrono::milliseconds(attempt.at("ends").get<std::int64_t>())};
    }
    return saved;
}

void keep(World& world, std::size_t index, const HotspotFirmware::Saved& saved)
{
    if (saved == recalled(world, index))
        return;
    Json configured = Json::array();
    for (const std::string& ssid : saved.configured)
        configured.push_back(spelled(ssid));
    Json stored{{"ssid", spelled(saved.ssid)}, {"configured", configured}};
    if (saved.attempt)
        stored["attempt"] = {{"ssid", spelled(saved.attempt->ssid)},
                             {"outcome", saved.attempt->outcome},
                             {"ends", saved.attempt->ends.count()}};
    world.remember(kNetwork, memoryKey(index), stored);
}

class HotspotDevice final : public demo::DemoDevice {
public:
    explicit HotspotDevice(std::size_t index) : m_index(index) {}

    std::string id() const override { return std::string(radios()[m_index].id); }

    demo::RadioAdvertisement advertisement(World& world) override
    {
        demo::RadioAdvertisement heard;
        heard.name = firmware(world).advertisedName();
        heard.services = {std::string(gatt::kService)};
        heard.rssiDbm = radios()[m_index].rssiDbm + static_cast<int>(toUnixSeconds(world.now()) / 3 % 5) - 2;
        return heard;
    }

    std::vector<demo::GattCharacteristic> characteristics() const override
    {
        std::vector<demo::GattCharacteristic> list;
        for (const auto& entry : HotspotFirmware::table(radios()[m_index].style))
            list.push_back(
                {std::string(entry.service), std::string(entry.uuid), entry.canRead, entry.canWrite, entry.canNotify});
        return list;
    }

    GattReply connected(World& world) override
    {
        firmware(world).disconnected(); // whatever a lost connection left behind
        GattReply reply;
        reply.delay = 200ms;
        return reply;
    }

    void disconnected(World& world) override { firmware(world).disconnected(); }

    GattReply read(World& world, const std::string& characteristic) override
    {
        HotspotFirmware& device = firmware(world);
        const auto reading = device.read(characteristic, now(world));
        keep(world, m_index, device.saved(now(world)));
        if (!reading)
            return GattReply::refused();
        GattReply reply = GattReply::ok(reading->value);
        reply.delay = reading->takes;
        return reply;
    }

    GattReply write(World& world, const std::string& characteristic, ByteSpan value) override
    {
        HotspotFirmware& device = firmware(world);
        const bool isWifi = characteristic == gatt::kWifiConnect;
        device.refusePassphrases(isWifi && world.takeFault(demo::Fault::WrongWifiPassword));
        const auto writing = device.write(characteristic, value, now(world));
        keep(world, m_index, device.saved(now(world)));
        if (!writing.accepted)
            return GattReply::refused();
        GattReply reply;
        // The reference signs before it acknowledges.
        const bool signs =
            characteristic == gatt::kAddGateway && device.profile().style == HotspotFirmware::Style::Reference;
        reply.delay = signs ? 600ms : 40ms;
        for (const auto& told : writing.notifications)
            reply.notifications.push_back({std::string(told.uuid), told.value, told.after});
        return reply;
    }

    GattReply subscribed(World& world, const std::string& characteristic) override
    {
        for (const auto& entry : firmware(world).characteristics())
            if (entry.uuid == characteristic && entry.canNotify)
                return GattReply::ok();
        return GattReply::refused();
    }

private:
    static std::chrono::milliseconds now(const World& world)
    {
        return std::chrono::milliseconds(toUnixMillis(world.now()));
    }

    HotspotFirmware& firmware(const World& world)
    {
        HotspotFirmware::Saved saved = recalled(world, m_index);
        if (!m_firmware || m_seed != world.seed())
            m_firmware = std::make_unique<HotspotFirmware>(radioProfile(world, m_index), std::move(saved));
        else
            m_firmware->restore(std::move(saved));
        m_seed = world.seed();
        return *m_firmware;
    }

    std::size_t m_index;
    std::uint64_t m_seed = 0;
    std::unique_ptr<HotspotFirmware> m_firmware; ///< made at first use, when the seed is known
};

} // namespace

std::unique_ptr<demo::DemoDevice> hotspotDevice(std::size_t index)
{
    return std::make_unique<HotspotDevice>(index);
}

bool isRadioOnline(World& world, std::size_t index)
{
    HotspotFirmware firmware(radioProfile(world, index), recalled(world, index));
    return firmware.isOnline(std::chrono::milliseconds(toUnixMillis(world.now())));
}

} // namespace outpost::heliumdemo
