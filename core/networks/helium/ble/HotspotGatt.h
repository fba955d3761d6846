// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Bytes.h"
#include "core/base/Error.h"

#include <string>
#include <utility>
#include <vector>

namespace outpost::helium {

// The values of the hotspot's Bluetooth service, as bytes. Pure; fuzzed. Source: helium/gateway-config (reference
// firmware), NebraLtd/hm-config, docs.helium.com "hotspot-ble-services".

namespace gatt {
inline constexpr const char* kService = "0fda92b2-44a2-4af2-84f5-fa682baa2b8d";
inline constexpr const char* kWifiConnect = "398168aa-0111-4ec0-b1fa-171671270608";
inline constexpr const char* kMac = "9c4314f2-8a0c-45fd-a58d-d4a7e64c3a57";
inline constexpr const char* kWifiSsid = "7731de63-bc6a-4100-8ab1-89b2356b038b";
inline constexpr const char* kWifiServices = "d7515033-7e7b-45be-803f-c8737b171a29";
inline constexpr const char* kPublicKey = "0a852c59-50d3-4492-bfd3-22fe58a24f01";
inline constexpr const char* kAddGateway = "df3b16ca-c985-4da2-a6d2-9b9b9abdb858";
inline constexpr const char* kOnboardingKey = "d083b2bd-be16-4600-b397-61512ca2f5ad";
inline constexpr const char* kDiagnostics = "b833d34f-d871-422c-bf9e-8e6ec117d57e";
inline constexpr const char* kEthernetOnline = "e5866bd6-0288-4476-98ca-ef7da6b4d289";
inline constexpr const char* kWifiConfigured = "e125bda4-6fb8-11ea-bc55-0242ac130003";
/// Only one firmware family has it, which tells its style.
inline constexpr const char* kSoftwareVersion = "c0b64050-697d-463a-a33f-70c4825731f8";

inline constexpr const char* kDeviceInformation = "0000180a-0000-1000-8000-00805f9b34fb";
inline constexpr const char* kManufacturer = "00002a29-0000-1000-8000-00805f9b34fb";
inline constexpr const char* kSerial = "00002a25-0000-1000-8000-00805f9b34fb";
inline constexpr const char* kFirmware = "00002a26-0000-1000-8000-00805f9b34fb";
} // namespace gatt

/// The attribute protocol gives no value more than this.
inline constexpr std::size_t kMaxGattValue = 512;

Bytes encodeWifiConnect(ByteSpan ssid, ByteSpan passphrase);
/// SSIDs as bytes, strongest first. errors::kCodecInvalid and kin for anything else.
Result<std::vector<Bytes>> decodeWifiServices(ByteSpan value);
/// Pairs in the order sent, plain and capped.
Result<std::vector<std::pair<std::string, std::string>>> decodeDiagnostics(ByteSpan value);
/// Owner and payer are addresses in the network's own spelling; amount and fee are zero and therefore not on the wire.
Bytes encodeAddGateway(std::string_view owner, std::string_view payer);

enum class WifiState { Working, Connected, WrongPassphrase, NotFound, TimedOut, Failed, Refused };
/// What the WiFi Connect characteristic says. `error` counts as Working: one firmware family answers it for every state
/// that it has no word for, connecting included.
WifiState parseWifiState(ByteSpan value);

/// The Add Gateway value is an ASCII word until the signed blob is there: under 20 bytes, letters and underscores.
bool isStatusWord(ByteSpan value);

} // namespace outpost::helium
