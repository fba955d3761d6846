// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/ble/HotspotProtocol.h"

#include "core/base/Encoding.h"
#include "core/links/LinkErrors.h"
#include "core/networks/helium/ble/HotspotErrors.h"
#include "core/networks/helium/protocol/Address.h"
#include "core/networks/helium/protocol/AnimalName.h"

#include <QPointer>

namespace outpost::helium {

using namespace std::chrono_literals;
using links::GattClient;

namespace {

// Firmwares answer within these times or not at all (helium/react-native-helium and the web tool of 2026 use the same).
constexpr auto kWifiTimeout = 60s;
constexpr auto kSignTimeout = 60s;
constexpr auto kPollEvery = 500ms;
constexpr auto kDiagnosticsTimeout = 20s;

/// A device object may go while a coroutine waits; every step looks again.
using Device = QPointer<GattClient>;

Task<Bytes> readValue(Device device, const char* characteristic, CancelToken cancel,
                      const char* service = gatt::kService)
{
    if (device.isNull())
        co_return fail(errors::kLinkLost);
    auto value = co_await device->read(service, characteristic, std::move(cancel));
    if (value && value->size() > kMaxGattValue)
        co_return fail(errors::kHotspotNonsense, "value over 512 bytes");
    co_return value;
}

/// A value that may be missing: absent when the firmware has no such characteristic or refuses it; a lost link is an
/// error.
Task<std::string> readOptionalText(Device device, const char* characteristic, CancelToken cancel,
                                   const char* service = gatt::kService)
{
    if (device.isNull())
        co_return fail(errors::kLinkLost);
    if (!device->hasCharacteristic(service, characteristic))
        co_return std::string();
    auto value = co_await readValue(device, characteristic, std::move(cancel), service);
    if (!value)
        co_return value.error().is(errors::kLinkLost) || value.error().is(errors::kCancelled)
            ? Result<std::string>(std::unexpected(std::move(value.error())))
            : Result<std::string>(std::string());
    co_return plainText(asText(*value), 64);
}

Result<std::string> addressText(const std::string& text)
{
    OUTPOST_TRY(const auto address, HotspotKey::parse(text));
    (void)address;
    return text;
}

Task<networks::LocalIdentity> identifyTask(Device device, CancelToken cancel)
{
    networks::LocalIdentity identity;
    OUTPOST_CO_TRY(const std::string key, co_await readOptionalText(device, gatt::kPublicKey, cancel));
    if (key.empty() || key == "unknown" || key == "init")
        co_return fail(errors::kHotspotNotReady, "public key: " + key);
    const auto checked = addressText(key);
    if (!checked)
        co_return fail(errors::kHotspotNonsense, "public key is not an address");
    identity.publicKey = *checked;
    identity.id = DeviceId("helium:" + identity.publicKey);
    identity.name = animalTitle(identity.publicKey);
    OUTPOST_CO_TRY(const std::string onboarding, co_await readOptionalText(device, gatt::kOnboardingKey, cancel));
    identity.registrationKey = addressText(onboarding).value_or(identity.publicKey);
    OUTPOST_CO_TRY(identity.serial, co_await readOptionalText(device, gatt::kMac, cancel));
    OUTPOST_CO_TRY(identity.maker,
                   co_await readOptionalText(device, gatt::kManufacturer, cancel, gatt::kDeviceInformation));
    OUTPOST_CO_TRY(identity.firmware,
                   co_await readOptionalText(device, gatt::kFirmware, cancel, gatt::kDeviceInformation));
    if (device.isNull())
        co_return fail(errors::kLinkLost);
    identity.style = device->hasCharacteristic(gatt::kService, gatt::kSoftwareVersion) ? "nebra" : "reference";
    if (identity.firmware.empty()) {
        OUTPOST_CO_TRY(identity.firmware, co_await readOptionalText(device, gatt::kSoftwareVersion, cancel));
    }
    co_return identity;
}

Task<networks::WifiStatus> wifiTask(Device device, CancelToken cancel)
{
    networks::WifiStatus status;
    OUTPOST_CO_TRY(status.current, co_await readValue(device, gatt::kWifiSsid, cancel));
    if (asText(status.current) == "init")
        status.current.clear();
    OUTPOST_CO_TRY(const std::string ethernet, co_await readOptionalText(device, gatt::kEthernetOnline, cancel));
    if (ethernet == "true" || ethernet == "false")
        status.ethernetOnline = ethernet == "true";
    std::vector<Bytes> saved;
    if (!device.isNull() && device->hasCharacteristic(gatt::kService, gatt::kWifiConfigured)) {
        auto value = co_await readValue(device, gatt::kWifiConfigured, cancel);
        if (value)
            saved = decodeWifiServices(*value).value_or(std::vector<Bytes>{});
    }
    OUTPOST_CO_TRY(const Bytes list, co_await readValue(device, gatt::kWifiServices, cancel));
    if (isStatusWord(list)) // "error": a single name too long for the value, or the scan failed
        co_return status;
    const auto names = decodeWifiServices(list);
    if (!names)
        co_return fail(errors::kHotspotNonsense, "Wi-Fi list: " + names.error().detail);
    for (const Bytes& name : *names)
        status.networks.push_back({name, std::find(saved.begin(), saved.end(), name) != saved.end()});
    co_return status;
}

std::optional<Error> wifiFailure(WifiState state)
{
    switch (state) {
    case WifiState::WrongPassphrase:
        return Error(errors::kHotspotWifiWrongPassphrase);
    case WifiState::NotFound:
        return Error(errors::kHotspotWifiNotFound);
    case WifiState::TimedOut:
        return std::move(Error(errors::kHotspotWifiTimeout).canRetry());
    case WifiState::Failed:
        return std::move(Error(errors::kHotspotWifiFailed).canRetry());
    case WifiState::Refused:
        return Error(errors::kHotspotNonsense, "badargs");
    case WifiState::Working:
    case WifiState::Connected:
        break;
    }
    return std::nullopt;
}

Task<void> joinTask(Device device, Bytes ssid, std::shared_ptr<SecureBytes> passphrase, const Clock* clock,
                    Delay* delay, CancelToken cancel)
{
    if (ssid.empty() || ssid.size() > 32)
        co_return fail(errors::kHotspotWifiNotFound, "SSID length");
    if (passphrase->isEmpty())
        co_return fail(errors::kHotspotWifiOpenNetwork);
    if (device.isNull())
        co_return fail(errors::kLinkLost);

    // Notifications come early, late or never, depending on the firmware; the value is polled as well. Word seen last
    // wins.
    auto notified = std::make_shared<std::optional<WifiState>>();
    const auto connection = QObject::connect(device.get(), &GattClient::notified, device.get(),
                                             [notified](const std::string& characteristic, const Bytes& value) {
                                                 if (characteristic == gatt::kWifiConnect)
                                                     *notified = parseWifiState(value);
                                             });
    const auto disconnect = qScopeGuard([&connection] { QObject::disconnect(connection); });
    (void)co_await device->subscribe(gatt::kService, gatt::kWifiConnect, cancel); // polling does without
    if (device.isNull())
        co_return fail(errors::kLinkLost);

    // What was notified before the write is about an earlier attempt.
    *notified = std::nullopt;
    Bytes message = encodeWifiConnect(ssid, passphrase->span());
    passphrase->wipe();
    auto written = co_await device->write(gatt::kService, gatt::kWifiConnect, message, cancel);
    SecureBytes::zero(message.data(), message.size());
    if (!written)
        co_return written;

    const auto deadline = clock->monotonic() + kWifiTimeout;
    while (clock->monotonic() < deadline) {
        WifiState state = WifiState::Working;
        if (*notified) {
            state = **notified;
        } else {
            OUTPOST_CO_TRY(const Bytes value, co_await readValue(device, gatt::kWifiConnect, cancel));
            state = parseWifiState(value);
        }
        if (state == WifiState::Connected)
            co_return Result<void>{};
        if (auto error = wifiFailure(state))
            co_return fail(std::move(*error));
        *notified = std::nullopt;
        OUTPOST_CO_CHECK(co_await delay->after(kPollEvery, cancel));
    }
    co_return fail(std::move(Error(errors::kHotspotWifiTimeout).canRetry()));
}

Task<networks::LocalDiagnostics> diagnosticsTask(Device device, const Clock* clock, Delay* delay, CancelToken cancel)
{
    const auto deadline = clock->monotonic() + kDiagnosticsTimeout;
    while (true) {
        OUTPOST_CO_TRY(const Bytes value, co_await readValue(device, gatt::kDiagnostics, cancel));
        if (!isStatusWord(value)) {
            auto pairs = decodeDiagnostics(value);
            if (!pairs)
                co_return fail(errors::kHotspotNonsense, "diagnostics: " + pairs.error().detail);
            OUTPOST_CO_TRY(const std::string firmware,
                           co_await readOptionalText(device, gatt::kFirmware, cancel, gatt::kDeviceInformation));
            auto lamps = lampsFromDiagnostics(*pairs, firmware, clock->now());
            co_return networks::LocalDiagnostics{std::move(*pairs), std::move(lamps)};
        }
        // "wait": not gathered yet; "unknown": the firmware could not.
        if (asText(value) == "unknown" || clock->monotonic() >= deadline)
            co_return fail(std::move(Error(errors::kHotspotNotReady, std::string(asText(value))).canRetry()));
        OUTPOST_CO_CHECK(co_await delay->after(kPollEvery, cancel));
    }
}

Task<Bytes> signTask(Device device, std::string owner, std::string payer, const Clock* clock, Delay* delay,
                     CancelToken cancel)
{
    if (device.isNull())
        co_return fail(errors::kLinkLost);
    OUTPOST_CO_CHECK(co_await device->write(gatt::kService, gatt::kAddGateway, encodeAddGateway(owner, payer), cancel));
    const auto deadline = clock->monotonic() + kSignTimeout;
    std::string lastWord;
    while (clock->monotonic() < deadline) {
        OUTPOST_CO_TRY(const Bytes value, co_await readValue(device, gatt::kAddGateway, cancel));
        if (!isStatusWord(value))
            co_return value;
        lastWord = asText(value);
        if (lastWord == "unknown" || lastWord == "badargs" || lastWord == "gw_not_found" ||
            lastWord.starts_with("grpc") || lastWord == "error")
            co_return fail(errors::kHotspotStaleFirmware, "add gateway: " + lastWord);
        OUTPOST_CO_CHECK(co_await delay->after(kPollEvery, cancel));
    }
    // "wait" that never ends is what firmwares from before 2023 answer.
    co_return fail(lastWord == "wait" ? errors::kHotspotStaleFirmware : errors::kHotspotSignTimeout, lastWord);
}

Lamp lamp(Lamp::Kind kind, Lamp::State state, std::string sentence, std::vector<std::string> args, Time at)
{
    return {kind, state, std::move(sentence), std::move(args), "lamp.source.diagnostics", at};
}

} // namespace

std::vector<Lamp> lampsFromDiagnostics(const std::vector<std::pair<std::string, std::string>>& values,
                                       const std::string& firmware, Time at)
{
    const auto find = [&](std::string_view key) -> std::optional<std::string> {
        const auto it = std::find_if(values.begin(), values.end(), [&](const auto& pair) { return pair.first == key; });
        return it == values.end() || it->second.empty() ? std::nullopt : std::optional(it->second);
    };
    std::vector<Lamp> lamps;

    const std::string version = firmware.empty() ? find("fw").value_or("") : firmware;
    const auto disk = find("disk");
    if (disk == "read-only")
        lamps.push_back(lamp(Lamp::Kind::Process, Lamp::State::Bad, "lamp.process.diskReadOnly", {version}, at));
    else if (disk == "ok")
        lamps.push_back(lamp(Lamp::Kind::Process, Lamp::State::Good, "lamp.process.firmwareDiskOk", {version}, at));
    else if (!version.empty())
        lamps.push_back(lamp(Lamp::Kind::Process, Lamp::State::Good, "lamp.process.firmware", {version}, at));

    const auto connected = find("connected");
    const std::string ip = find("ip").value_or("none");
    if (connected == "yes")
        lamps.push_back(lamp(Lamp::Kind::Network, Lamp::State::Good, "lamp.network.connected", {ip}, at));
    else if (connected == "no" && ip == "none")
        lamps.push_back(lamp(Lamp::Kind::Network, Lamp::State::Bad, "lamp.network.noAddress", {}, at));
    else if (connected == "no")
        lamps.push_back(lamp(Lamp::Kind::Network, Lamp::State::Bad, "lamp.network.notConnected", {ip}, at));
    return lamps;
}

std::vector<links::Uuid> HotspotProtocol::serviceUuids() const
{
    return {gatt::kService};
}

bool HotspotProtocol::recognises(const links::Advertisement& advertisement) const
{
    // By the service only: makers give their hotspots names of their own.
    return std::find(advertisement.services.begin(), advertisement.services.end(), gatt::kService) !=
           advertisement.services.end();
}

Future<networks::LocalIdentity> HotspotProtocol::identify(GattClient& device, CancelToken cancel)
{
    return async::toFuture(identifyTask(&device, std::move(cancel)));
}

Future<networks::WifiStatus> HotspotProtocol::wifi(GattClient& device, CancelToken cancel)
{
    return async::toFuture(wifiTask(&device, std::move(cancel)));
}

Future<void> HotspotProtocol::joinWifi(GattClient& device, Bytes ssid, std::shared_ptr<SecureBytes> passphrase,
                                       CancelToken cancel)
{
    return async::toFuture(
        joinTask(&device, std::move(ssid), std::move(passphrase), &m_clock, &m_delay, std::move(cancel)));
}

Future<networks::LocalDiagnostics> HotspotProtocol::diagnostics(GattClient& device, CancelToken cancel)
{
    return async::toFuture(diagnosticsTask(&device, &m_clock, &m_delay, std::move(cancel)));
}

Future<Bytes> HotspotProtocol::signAddGateway(GattClient& device, std::string owner, std::string payer,
                                              CancelToken cancel)
{
    return async::toFuture(
        signTask(&device, std::move(owner), std::move(payer), &m_clock, &m_delay, std::move(cancel)));
}

} // namespace outpost::helium
