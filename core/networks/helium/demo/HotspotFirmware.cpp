// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/demo/HotspotFirmware.h"

#include "core/base/Encoding.h"
#include "core/codec/Protobuf.h"
#include "core/networks/helium/demo/AddGateway.h"

namespace outpost::heliumdemo {

namespace {

using namespace std::chrono_literals;
using Millis = HotspotFirmware::Millis;

constexpr std::size_t kAttributeLimit = 512;
constexpr Millis kJoining = 2500ms;
constexpr Millis kNebraTick = 1000ms;

Bytes ascii(std::string_view text)
{
    return toBytes(asBytes(text));
}

/// The texts of a message, by field number; nothing for bytes that are no message.
std::optional<std::vector<std::pair<std::uint32_t, std::string>>> texts(ByteSpan message)
{
    std::vector<std::pair<std::uint32_t, std::string>> found;
    codec::ProtobufReader reader(message);
    while (true) {
        const auto field = reader.next();
        if (!field)
            return std::nullopt;
        if (!*field)
            return found;
        if ((*field)->wire == codec::ProtobufField::Wire::Bytes)
            found.emplace_back((*field)->number, std::string(asText((*field)->bytes)));
    }
}

std::string textOf(const std::vector<std::pair<std::uint32_t, std::string>>& fields, std::uint32_t number)
{
    for (const auto& [n, text] : fields)
        if (n == number)
            return text;
    return {};
}

template <class Range> Bytes services(const Range& names, std::size_t count)
{
    codec::ProtobufWriter writer;
    for (std::size_t i = 0; i < count; ++i)
        writer.element(1, asBytes(names[i]));
    return writer.done();
}

std::vector<HotspotFirmware::Characteristic> tableOf(HotspotFirmware::Style style)
{
    const bool nebra = style == HotspotFirmware::Style::Nebra;
    using namespace gatt;
    std::vector<HotspotFirmware::Characteristic> table = {
        {kService, kWifiConnect, true, true, true, "WiFi Connect"},
        {kService, kMac, true, false, false, "MAC Address"},
        {kService, kWifiSsid, true, false, !nebra, "WiFi SSID"},
        {kService, kWifiServices, true, false, false, "WiFi Services"},
        {kService, kPublicKey, true, false, false, "Public Key"},
        {kService, kAddGateway, true, true, true, "Add Gateway"},
        {kService, kAssertLocation, true, true, true, "Assert Location"},
        {kService, kLights, true, !nebra, !nebra, "Lights"},
        {kService, kOnboardingKey, true, false, false, "Onboarding Key"},
        {kService, kDiagnostics, true, false, false, "Diagnostics"},
        {kService, kEthernetOnline, true, false, false, "Ethernet Online"},
        {kService, kWifiRemove, false, true, false, "WiFi Remove"},
        {kService, kWifiConfigured, true, false, false, "WiFi Configured Services"},
        {kDeviceInformation, kManufacturer, true, false, false, ""},
        {kDeviceInformation, kSerial, true, false, false, ""},
        {kDeviceInformation, kFirmware, true, false, false, ""},
    };
    if (nebra)
        table.push_back({kService, kSoftwareVersion, true, false, false, "Software Version"});
    return table;
}

bool isPrintableAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7f; });
}

} // namespace

HotspotFirmware::HotspotFirmware(Profile profile, Saved saved)
    : m_profile(std::move(profile)), m_saved(std::move(saved)), m_gatewayValue(ascii("init"))
{}

const std::vector<HotspotFirmware::Characteristic>& HotspotFirmware::table(Style style)
{
    static const std::vector<Characteristic> reference = tableOf(Style::Reference);
    static const std::vector<Characteristic> nebra = tableOf(Style::Nebra);
    return style == Style::Nebra ? nebra : reference;
}

std::string HotspotFirmware::advertisedName() const
{
    const std::string& mac = m_profile.mac;
    if (m_profile.style == Style::Nebra)
        return std::format("Nebra {} Hotspot {}", m_profile.variant, mac.substr(6));
    return "Helium Hotspot " + mac.substr(8);
}

std::optional<HotspotFirmware::Reading> HotspotFirmware::read(std::string_view uuid, Millis now)
{
    settle(now);
    const bool nebra = m_profile.style == Style::Nebra;
    const auto entry = std::ranges::find(characteristics(), uuid, &Characteristic::uuid);
    if (entry == characteristics().end() || !entry->canRead)
        return std::nullopt;
    using namespace gatt;
    if (uuid == kWifiConnect)
        return Reading{ascii(wifiState()), 40ms};
    if (uuid == kMac)
        return Reading{ascii(m_profile.mac), 40ms};
    if (uuid == kWifiSsid)
        return Reading{ascii(m_saved.ssid), 40ms};
    if (uuid == kWifiServices)
        return Reading{scanned(), nebra ? 1500ms : 80ms}; // Nebra looks around anew on every read
    if (uuid == kPublicKey)
        return Reading{ascii(m_profile.key.address()), 40ms};
    if (uuid == kAddGateway) {
        if (nebra && !m_gatewayRequest.empty()) { // signs while the value is read
            m_gatewayValue = gatewayAnswer(m_gatewayRequest);
            m_gatewayRequest.clear();
            return Reading{m_gatewayValue, 900ms};
        }
        return Reading{m_gatewayValue, 40ms};
    }
    if (uuid == kAssertLocation)
        return Reading{ascii(m_assert), 40ms};
    if (uuid == kLights)
        return Reading{ascii(nebra ? "false" : m_lights), 40ms};
    if (uuid == kOnboardingKey)
        return Reading{ascii(m_profile.onboardingKey), 40ms};
    if (uuid == kDiagnostics)
        return Reading{diagnostics(now), 80ms};
    if (uuid == kEthernetOnline)
        return Reading{ascii(m_profile.hasCable ? "true" : "false"), 40ms};
    if (uuid == kWifiConfigured)
        return Reading{configured(), 60ms};
    if (uuid == kSoftwareVersion)
        return Reading{ascii(m_profile.firmware), 40ms};
    if (uuid == kManufacturer)
        return Reading{ascii(nebra ? "Nebra LTD." : "Helium"), 40ms};
    if (uuid == kSerial)
        return Reading{ascii(m_profile.serial), 40ms};
    return Reading{ascii(m_profile.firmware), 40ms};
}

HotspotFirmware::Writing HotspotFirmware::write(std::string_view uuid, ByteSpan value, Millis now)
{
    settle(now);
    const auto entry = std::ranges::find(characteristics(), uuid, &Characteristic::uuid);
    if (entry == characteristics().end() || !entry->canWrite || value.size() > kAttributeLimit)
        return {};
    if (uuid == gatt::kWifiConnect)
        return {true, connect(value, now)};
    if (uuid == gatt::kWifiRemove)
        remove(value);
    else if (uuid == gatt::kAddGateway)
        addGateway(value);
    else if (uuid == gatt::kAssertLocation)
        m_assert = "error"; // obsolete since 2022-04-14: places are asserted on the chain
    else if (uuid == gatt::kLights)
        m_lights = asText(value) == "on" ? "on" : "off";
    return {true, {}};
}

void HotspotFirmware::disconnected()
{
    m_hasGathered = false;
    m_gatewayValue = ascii("init");
    m_gatewayRequest.clear();
    if (!m_saved.attempt)
        m_wifiValue = "init";
}

bool HotspotFirmware::isOnline(Millis now)
{
    settle(now);
    return m_profile.hasCable || !m_saved.ssid.empty();
}

const HotspotFirmware::Saved& HotspotFirmware::saved(Millis now)
{
    settle(now);
    return m_saved;
}

void HotspotFirmware::settle(Millis now)
{
    if (!m_saved.attempt || now < m_saved.attempt->ends)
        return;
    const Attempt attempt = *std::exchange(m_saved.attempt, std::nullopt);
    m_wifiValue = attempt.outcome;
    if (attempt.outcome != "connected")
        return;
    m_saved.ssid = attempt.ssid;
    std::erase(m_saved.configured, attempt.ssid);
    m_saved.configured.insert(m_saved.configured.begin(), attempt.ssid);
}

std::string HotspotFirmware::wifiState() const
{
    if (!m_saved.attempt)
        return m_wifiValue;
    // Nebra maps every state of NetworkManager but two to "error", even those on the way to success.
    return m_profile.style == Style::Nebra ? "error" : "connecting";
}

std::vector<HotspotFirmware::Notification> HotspotFirmware::connect(ByteSpan value, Millis now)
{
    const bool nebra = m_profile.style == Style::Nebra;
    const auto say = [&](std::string_view state) {
        m_wifiValue = state;
        return std::vector<Notification>{{gatt::kWifiConnect, ascii(state), 10ms}};
    };
    const auto fields = texts(value);
    if (!fields || textOf(*fields, 1).empty())
        return say(nebra ? "error" : "badargs");
    const std::string ssid = textOf(*fields, 1);
    const std::string passphrase = textOf(*fields, 2);
    if (nebra && passphrase.empty())
        return {};         // this firmware cannot join open networks and does not say so
    if (m_saved.attempt) { // the attempt goes on; only the writer is told
        if (nebra)
            return {};
        return {{gatt::kWifiConnect, ascii("already"), 10ms}};
    }
    const std::string outcome = outcomeOf(ssid, passphrase);
    m_saved.attempt = Attempt{ssid, outcome, now + kJoining};
    std::vector<Notification> told;
    if (nebra) { // repeats its state once a second to whoever listens, whether it has changed or not
        for (Millis at = kNebraTick; at <= kJoining + 2 * kNebraTick; at += kNebraTick)
            told.push_back({gatt::kWifiConnect, ascii(at < kJoining ? "error" : outcome), at});
        return told;
    }
    told.push_back({gatt::kWifiConnect, ascii("connecting"), 10ms});
    told.push_back({gatt::kWifiConnect, ascii(outcome), kJoining});
    if (outcome == "connected")
        told.push_back({gatt::kWifiSsid, ascii(ssid), kJoining});
    return told;
}

std::string HotspotFirmware::outcomeOf(const std::string& ssid, const std::string& passphrase) const
{
    const auto heard = std::ranges::find(m_profile.air, ssid, &AirNetwork::ssid);
    if (heard == m_profile.air.end())
        return m_profile.style == Style::Nebra ? "invalid" : "not_found";
    if (heard->open)
        return "connected";
    // The routers of the demo accept any passphrase that WPA allows, except those with "wrong" in them.
    std::string lower = passphrase;
    for (char& c : lower)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool right = !m_refusePassphrases && passphrase.size() >= 8 && passphrase.size() <= 63 &&
                       lower.find("wrong") == std::string::npos;
    return right ? "connected" : "invalid";
}

void HotspotFirmware::remove(ByteSpan value)
{
    const auto fields = texts(value);
    if (!fields)
        return;
    const std::string ssid = textOf(*fields, 1);
    std::erase(m_saved.configured, ssid);
    if (m_saved.ssid == ssid)
        m_saved.ssid.clear();
}

void HotspotFirmware::addGateway(ByteSpan value)
{
    if (m_profile.isStale) { // waits for a service that is not there any more
        m_gatewayValue = ascii("wait");
        return;
    }
    if (m_profile.style == Style::Nebra) {
        m_gatewayRequest = toBytes(value);
        m_gatewayValue = ascii("processing");
        return;
    }
    m_gatewayValue = gatewayAnswer(value); // no notification: the reference sends them unreliably, so clients read
}

Bytes HotspotFirmware::gatewayAnswer(ByteSpan request) const
{
    const auto fields = texts(request);
    if (!fields)
        return ascii("badargs");
    const auto owner = binaryOf(textOf(*fields, 1));
    const auto payer = binaryOf(textOf(*fields, 4));
    if (!owner || !payer)
        return ascii("badargs");
    AddGateway txn;
    txn.owner = *owner;
    txn.payer = *payer;
    txn.gateway = m_profile.key.binary();
    txn.gatewaySignature = m_profile.key.sign(txn.signedPart());
    return txn.envelope();
}

Bytes HotspotFirmware::scanned() const
{
    std::vector<std::string> names;
    for (const AirNetwork& network : m_profile.air)
        if (m_profile.style == Style::Reference || isPrintableAscii(network.ssid))
            names.push_back(network.ssid);
    std::size_t count = names.size();
    Bytes value = services(names, count);
    while (value.size() > kAttributeLimit && count > 1)
        value = services(names, count /= 2); // the reference halves the list until it fits an attribute
    return value.size() > kAttributeLimit ? ascii("error") : value;
}

Bytes HotspotFirmware::configured() const
{
    return services(m_saved.configured, m_saved.configured.size());
}

Bytes HotspotFirmware::diagnostics(Millis now)
{
    if (!std::exchange(m_hasGathered, true))
        return ascii("wait"); // starts to gather when first asked
    const bool online = isOnline(now);
    const std::string ip = m_profile.hasCable ? "192.168.1.23" : online ? "192.168.1.57" : "";
    const std::pair<std::string_view, std::string> entries[] = {
        {"connected", online ? "yes" : "no"},
        {"disk", "ok"},
        {"eth", m_profile.mac},
        {"fw", m_profile.firmware},
        {"height", m_profile.isStale ? "0" : "unavailable"},
        {"ip", ip.empty() && m_profile.style == Style::Reference ? "none" : ip},
        {"wifi", m_profile.mac.substr(0, 11) + (m_profile.mac.back() == 'F' ? "0" : "F")},
    };
    codec::ProtobufWriter writer;
    for (const auto& [name, text] : entries)
        writer.element(1, codec::ProtobufWriter().text(1, name).text(2, text).done());
    return writer.done();
}

} // namespace outpost::heliumdemo
