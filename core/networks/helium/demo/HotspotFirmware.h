// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/helium/demo/DeviceKey.h"

#include <chrono>
#include <optional>
#include <vector>

namespace outpost::heliumdemo {

// The GATT profile of hotspots: helium/gateway-config (the reference) and NebraLtd/hm-config. UUIDs in long form, lower
// case.
namespace gatt {
inline constexpr std::string_view kService = "0fda92b2-44a2-4af2-84f5-fa682baa2b8d";
inline constexpr std::string_view kWifiConnect = "398168aa-0111-4ec0-b1fa-171671270608";
inline constexpr std::string_view kMac = "9c4314f2-8a0c-45fd-a58d-d4a7e64c3a57";
inline constexpr std::string_view kWifiSsid = "7731de63-bc6a-4100-8ab1-89b2356b038b";
inline constexpr std::string_view kWifiServices = "d7515033-7e7b-45be-803f-c8737b171a29";
inline constexpr std::string_view kPublicKey = "0a852c59-50d3-4492-bfd3-22fe58a24f01";
inline constexpr std::string_view kAddGateway = "df3b16ca-c985-4da2-a6d2-9b9b9abdb858";
inline constexpr std::string_view kAssertLocation = "d435f5de-01a4-4e7d-84ba-dfd347f60275";
inline constexpr std::string_view kLights = "180efdef-7579-4b4a-b2df-72733b7fa2fe";
inline constexpr std::string_view kOnboardingKey = "d083b2bd-be16-4600-b397-61512ca2f5ad";
inline constexpr std::string_view kDiagnostics = "b833d34f-d871-422c-bf9e-8e6ec117d57e";
inline constexpr std::string_view kEthernetOnline = "e5866bd6-0288-4476-98ca-ef7da6b4d289";
inline constexpr std::string_view kWifiRemove = "8cc6e0b3-98c5-40cc-b1d8-692940e6994b";
inline constexpr std::string_view kWifiConfigured = "e125bda4-6fb8-11ea-bc55-0242ac130003";
inline constexpr std::string_view kSoftwareVersion = "c0b64050-697d-463a-a33f-70c4825731f8";
inline constexpr std::string_view kDeviceInformation = "0000180a-0000-1000-8000-00805f9b34fb";
inline constexpr std::string_view kManufacturer = "00002a29-0000-1000-8000-00805f9b34fb";
inline constexpr std::string_view kSerial = "00002a25-0000-1000-8000-00805f9b34fb";
inline constexpr std::string_view kFirmware = "00002a26-0000-1000-8000-00805f9b34fb";
} // namespace gatt

/// What the software in a hotspot does over Bluetooth, byte for byte: values, state machines and the quirks of its
/// style. It has no clock; every call is told the milliseconds since some start. **Thread:** one at a time.
class HotspotFirmware {
public:
    enum class Style { Reference, Nebra };
    using Millis = std::chrono::milliseconds;

    struct AirNetwork {
        std::string ssid; ///< bytes, not necessarily UTF-8
        bool open = false;
    };
    struct Profile {
        Style style = Style::Reference;
        DeviceKey key;
        std::string onboardingKey; ///< an address
        std::string mac;           ///< 12 hexadecimal digits, upper case
        std::string serial;
        std::string firmware;
        std::string variant;         ///< Nebra: "Indoor"
        bool isStale = false;        ///< firmware from before the move to Solana: never signs
        bool hasCable = false;       ///< online through Ethernet
        std::vector<AirNetwork> air; ///< what its radio hears, strongest first
    };
    /// An attempt to join a network, whose outcome is known to us and not yet to anybody else.
    struct Attempt {
        std::string ssid;
        std::string outcome;
        Millis ends{0};
        friend bool operator==(const Attempt&, const Attempt&) = default;
    };
    /// What outlives a connection.
    struct Saved {
        std::string ssid; ///< joined now; empty when none
        std::vector<std::string> configured;
        std::optional<Attempt> attempt;
        friend bool operator==(const Saved&, const Saved&) = default;
    };
    struct Characteristic {
        std::string_view service;
        std::string_view uuid;
        bool canRead = false;
        bool canWrite = false;
        bool canNotify = false;
        std::string_view description;
    };
    struct Reading {
        Bytes value;
        Millis takes{0}; ///< how long the device needs for the answer
    };
    struct Notification {
        std::string_view uuid;
        Bytes value;
        Millis after{0}; ///< from the call on
    };
    struct Writing {
        bool accepted = false;
        std::vector<Notification> notifications; ///< what a subscriber will be told because of it
    };

    HotspotFirmware(Profile profile, Saved saved);

    /// What a style offers, in order.
    static const std::vector<Characteristic>& table(Style style);

    std::string advertisedName() const;
    const std::vector<Characteristic>& characteristics() const { return table(m_profile.style); }
    /// Reading twice at once is the caller's mistake. Unknown or unreadable characteristics answer nothing.
    std::optional<Reading> read(std::string_view uuid, Millis now);
    /// Not accepted when there is nothing to write to.
    Writing write(std::string_view uuid, ByteSpan value, Millis now);
    /// Forgets what belongs to a connection.
    void disconnected();

    bool isOnline(Millis now);
    const Saved& saved(Millis now);
    /// Takes up what another process of the same device has left.
    void restore(Saved saved) { m_saved = std::move(saved); }
    const Profile& profile() const { return m_profile; }
    /// While set, every passphrase is wrong (a fault that a person may ask for).
    void refusePassphrases(bool refuse) { m_refusePassphrases = refuse; }

private:
    void settle(Millis now);
    std::string wifiState() const;
    std::vector<Notification> connect(ByteSpan value, Millis now);
    std::string outcomeOf(const std::string& ssid, const std::string& passphrase) const;
    void remove(ByteSpan value);
    void addGateway(ByteSpan value);
    Bytes gatewayAnswer(ByteSpan request) const;
    Bytes scanned() const;
    Bytes configured() const;
    Bytes diagnostics(Millis now);

    Profile m_profile;
    Saved m_saved;
    std::string m_wifiValue = "init";
    Bytes m_gatewayValue;
    Bytes m_gatewayRequest;
    std::string m_lights = "init";
    std::string m_assert = "init";
    bool m_hasGathered = false;
    bool m_refusePassphrases = false;
};

} // namespace outpost::heliumdemo
