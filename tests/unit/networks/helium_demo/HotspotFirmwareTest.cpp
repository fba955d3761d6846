// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/demo/HotspotFirmware.h"

#include "core/base/Encoding.h"
#include "core/codec/Protobuf.h"
#include "core/networks/helium/demo/AddGateway.h"

#include <gtest/gtest.h>

using namespace outpost;
using namespace outpost::heliumdemo;
using namespace std::chrono_literals;

namespace {

using Style = HotspotFirmware::Style;

HotspotFirmware::Profile profileOf(Style style)
{
    HotspotFirmware::Profile profile;
    profile.style = style;
    profile.key = DeviceKey::fromSeed(DeviceKey::Kind::EccCompact, Bytes(32, 4));
    profile.onboardingKey = profile.key.address();
    profile.mac = "0242AC11BEEF";
    profile.firmware = "2023.04.06.0";
    profile.variant = "Indoor";
    profile.air = {{"hotspot-wifi", false}, {"tacos", true}};
    return profile;
}

HotspotFirmware reference()
{
    return HotspotFirmware(profileOf(Style::Reference), {});
}

HotspotFirmware nebra()
{
    return HotspotFirmware(profileOf(Style::Nebra), {});
}

std::string textAt(HotspotFirmware& device, std::string_view uuid, std::chrono::milliseconds now = 0ms)
{
    const auto reading = device.read(uuid, now);
    return reading ? std::string(asText(reading->value)) : "(nothing)";
}

Bytes wifi(std::string_view ssid, std::string_view passphrase)
{
    return codec::ProtobufWriter().text(1, ssid).text(2, passphrase).done();
}

Bytes addGatewayRequest(std::string_view owner)
{
    return codec::ProtobufWriter().text(1, owner).text(4, owner).done();
}

std::string ownerAddress()
{
    return DeviceKey::fromSeed(DeviceKey::Kind::Ed25519, Bytes(32, 9)).address();
}

std::vector<std::string> told(const HotspotFirmware::Writing& writing)
{
    std::vector<std::string> states;
    for (const auto& notification : writing.notifications)
        if (notification.uuid == gatt::kWifiConnect)
            states.emplace_back(asText(notification.value));
    return states;
}

} // namespace

TEST(DemoFirmware, ThePublishedWifiRequestIsUnderstood)
{
    auto device = reference();
    const Bytes request = *fromBase64("Cgxob3RzcG90LXdpZmkSDiFjaWxhbnRybzE5ODMh"); // proto-ble's own example
    const auto writing = device.write(gatt::kWifiConnect, request, 0ms);
    EXPECT_TRUE(writing.accepted);
    EXPECT_EQ(told(writing), (std::vector<std::string>{"connecting", "connected"}));
}

TEST(DemoFirmware, ScannedNetworksAreThePublishedBytes)
{
    auto device = reference();
    EXPECT_EQ(toBase64(device.read(gatt::kWifiServices, 0ms)->value), "Cgxob3RzcG90LXdpZmkKBXRhY29z");
}

TEST(DemoFirmware, JoiningGoesThroughConnectingAndChangesTheNetwork)
{
    auto device = reference();
    EXPECT_EQ(textAt(device, gatt::kWifiConnect), "init");
    device.write(gatt::kWifiConnect, wifi("hotspot-wifi", "correct horse"), 0ms);
    EXPECT_EQ(textAt(device, gatt::kWifiConnect, 100ms), "connecting");
    EXPECT_EQ(textAt(device, gatt::kWifiSsid, 100ms), "");
    EXPECT_FALSE(device.isOnline(100ms));
    EXPECT_EQ(textAt(device, gatt::kWifiConnect, 3s), "connected");
    EXPECT_EQ(textAt(device, gatt::kWifiSsid, 3s), "hotspot-wifi");
    EXPECT_TRUE(device.isOnline(3s));
    EXPECT_EQ(toBase64(device.read(gatt::kWifiConfigured, 3s)->value), "Cgxob3RzcG90LXdpZmk=");
}

TEST(DemoFirmware, AWrongPassphraseIsInvalid)
{
    auto device = reference();
    EXPECT_EQ(told(device.write(gatt::kWifiConnect, wifi("hotspot-wifi", "wrong password"), 0ms)).back(), "invalid");
    EXPECT_EQ(textAt(device, gatt::kWifiConnect, 3s), "invalid");
    EXPECT_FALSE(device.isOnline(3s));
}

TEST(DemoFirmware, APassphraseTooShortForWpaIsInvalid)
{
    auto device = reference();
    EXPECT_EQ(told(device.write(gatt::kWifiConnect, wifi("hotspot-wifi", "short"), 0ms)).back(), "invalid");
}

TEST(DemoFirmware, APassphraseIsRefusedWhileTheFaultLasts)
{
    auto device = reference();
    device.refusePassphrases(true);
    EXPECT_EQ(told(device.write(gatt::kWifiConnect, wifi("hotspot-wifi", "correct horse"), 0ms)).back(), "invalid");
}

TEST(DemoFirmware, ANetworkThatIsNotInTheAirIsNotFound)
{
    auto device = reference();
    EXPECT_EQ(told(device.write(gatt::kWifiConnect, wifi("elsewhere", "correct horse"), 0ms)).back(), "not_found");
}

TEST(DemoFirmware, AnOpenNetworkNeedsNoPassphraseOnTheReference)
{
    auto device = reference();
    EXPECT_EQ(told(device.write(gatt::kWifiConnect, wifi("tacos", ""), 0ms)).back(), "connected");
}

TEST(DemoFirmware, NebraIgnoresAnEmptyPassphraseWithoutAWord)
{
    auto device = nebra();
    const auto writing = device.write(gatt::kWifiConnect, wifi("tacos", ""), 0ms);
    EXPECT_TRUE(writing.accepted);
    EXPECT_TRUE(writing.notifications.empty());
    EXPECT_FALSE(device.isOnline(10s));
}

TEST(DemoFirmware, NebraSaysErrorOnceASecondUntilItIsConnected)
{
    auto device = nebra();
    const auto states = told(device.write(gatt::kWifiConnect, wifi("hotspot-wifi", "correct horse"), 0ms));
    EXPECT_EQ(states, (std::vector<std::string>{"error", "error", "connected", "connected"}));
    EXPECT_EQ(textAt(device, gatt::kWifiConnect, 100ms), "error");
    EXPECT_EQ(textAt(device, gatt::kWifiConnect, 3s), "connected");
}

TEST(DemoFirmware, ASecondAttemptWhileOneRunsIsAlready)
{
    auto device = reference();
    device.write(gatt::kWifiConnect, wifi("hotspot-wifi", "correct horse"), 0ms);
    EXPECT_EQ(told(device.write(gatt::kWifiConnect, wifi("tacos", ""), 100ms)), std::vector<std::string>{"already"});
    EXPECT_EQ(textAt(device, gatt::kWifiSsid, 3s), "hotspot-wifi");
}

TEST(DemoFirmware, BytesThatAreNoRequestAreBadArguments)
{
    auto device = reference();
    EXPECT_EQ(told(device.write(gatt::kWifiConnect, *fromHex("ffff"), 0ms)), std::vector<std::string>{"badargs"});
    EXPECT_EQ(told(device.write(gatt::kWifiConnect, {}, 0ms)), std::vector<std::string>{"badargs"});
}

TEST(DemoFirmware, AListThatDoesNotFitAnAttributeIsHalved)
{
    auto profile = profileOf(Style::Reference);
    profile.air.clear();
    for (int i = 0; i < 40; ++i)
        profile.air.push_back({std::format("Wohnheim Nord Etage {:02}", i), false});
    HotspotFirmware device(profile, {});
    const Bytes value = device.read(gatt::kWifiServices, 0ms)->value;
    EXPECT_LE(value.size(), 512u);
    EXPECT_EQ(value.size(), 20 * 24u) << "twenty of forty names of twenty-two bytes";
}

TEST(DemoFirmware, OneNameTooLongForAnAttributeIsAnError)
{
    auto profile = profileOf(Style::Reference);
    profile.air = {{std::string(600, 'x'), false}};
    HotspotFirmware device(profile, {});
    EXPECT_EQ(textAt(device, gatt::kWifiServices), "error");
}

TEST(DemoFirmware, NamesOfNetworksKeepTheirBytesOnTheReferenceAndAreFilteredByNebra)
{
    for (const Style style : {Style::Reference, Style::Nebra}) {
        auto profile = profileOf(style);
        profile.air = {{"B\xfcro", false}, {"plain", false}};
        HotspotFirmware device(profile, {});
        const std::string value = textAt(device, gatt::kWifiServices);
        EXPECT_EQ(value.find("B\xfcro") != std::string::npos, style == Style::Reference);
        EXPECT_NE(value.find("plain"), std::string::npos);
    }
}

TEST(DemoFirmware, DiagnosticsWaitFirst)
{
    auto device = reference();
    EXPECT_EQ(textAt(device, gatt::kDiagnostics), "wait");
    const std::string value = textAt(device, gatt::kDiagnostics, 1s);
    const Bytes entry = codec::ProtobufWriter().text(1, "connected").text(2, "no").done();
    EXPECT_TRUE(value.starts_with(std::string(asText(codec::ProtobufWriter().element(1, entry).done()))));
    EXPECT_NE(value.find("2023.04.06.0"), std::string::npos);
    device.disconnected();
    EXPECT_EQ(textAt(device, gatt::kDiagnostics, 2s), "wait");
}

TEST(DemoFirmware, TheReferenceSignsWhileItIsWrittenTo)
{
    auto device = reference();
    EXPECT_EQ(textAt(device, gatt::kAddGateway), "init");
    device.write(gatt::kAddGateway, addGatewayRequest(ownerAddress()), 0ms);
    const auto txn = AddGateway::parseEnvelope(device.read(gatt::kAddGateway, 0ms)->value);
    ASSERT_TRUE(txn.has_value());
    EXPECT_EQ(addressOf(txn->owner), ownerAddress());
    EXPECT_EQ(addressOf(txn->payer), ownerAddress());
    EXPECT_EQ(addressOf(txn->gateway), textAt(device, gatt::kPublicKey));
    EXPECT_TRUE(verifies(txn->gateway, txn->signedPart(), txn->gatewaySignature));
    EXPECT_EQ(txn->fee + txn->stakingFee, 0u);
}

TEST(DemoFirmware, NebraSignsWhileItIsRead)
{
    auto device = nebra();
    device.write(gatt::kAddGateway, addGatewayRequest(ownerAddress()), 0ms);
    const auto reading = device.read(gatt::kAddGateway, 0ms);
    EXPECT_GE(reading->takes, 500ms);
    EXPECT_TRUE(AddGateway::parseEnvelope(reading->value).has_value());
}

TEST(DemoFirmware, StaleFirmwareWaitsForever)
{
    auto profile = profileOf(Style::Reference);
    profile.isStale = true;
    HotspotFirmware device(profile, {});
    device.write(gatt::kAddGateway, addGatewayRequest(ownerAddress()), 0ms);
    EXPECT_EQ(textAt(device, gatt::kAddGateway, 1s), "wait");
    EXPECT_EQ(textAt(device, gatt::kAddGateway, 10min), "wait");
}

TEST(DemoFirmware, ASolanaAddressForAnOwnerIsBadArguments)
{
    auto device = reference();
    device.write(gatt::kAddGateway, addGatewayRequest("J2xccRtuG43drESLYznHhLhQkLTdfepcKYbiQ9BsJVaf"), 0ms);
    EXPECT_EQ(textAt(device, gatt::kAddGateway), "badargs");
}

TEST(DemoFirmware, AssertingAPlaceIsObsolete)
{
    auto device = reference();
    EXPECT_TRUE(device.write(gatt::kAssertLocation, asBytes("x"), 0ms).accepted);
    EXPECT_EQ(textAt(device, gatt::kAssertLocation), "error");
}

TEST(DemoFirmware, TheLightsOfNebraCannotBeWritten)
{
    auto device = nebra();
    EXPECT_FALSE(device.write(gatt::kLights, asBytes("on"), 0ms).accepted);
    EXPECT_EQ(textAt(device, gatt::kLights), "false");
    auto other = reference();
    EXPECT_TRUE(other.write(gatt::kLights, asBytes("on"), 0ms).accepted);
    EXPECT_EQ(textAt(other, gatt::kLights), "on");
}

TEST(DemoFirmware, RemovingTheJoinedNetworkTakesItOffline)
{
    HotspotFirmware device(profileOf(Style::Reference), {"hotspot-wifi", {"hotspot-wifi"}, std::nullopt});
    EXPECT_TRUE(device.isOnline(0ms));
    device.write(gatt::kWifiRemove, *fromBase64("Cgxob3RzcG90LXdpZmk="), 0ms);
    EXPECT_FALSE(device.isOnline(0ms));
    EXPECT_EQ(textAt(device, gatt::kWifiConfigured), "");
}

TEST(DemoFirmware, NamesAreThoseOfTheStyles)
{
    EXPECT_EQ(reference().advertisedName(), "Helium Hotspot BEEF");
    EXPECT_EQ(nebra().advertisedName(), "Nebra Indoor Hotspot 11BEEF");
}

TEST(DemoFirmware, OnlyNebraHasASoftwareVersion)
{
    auto one = reference();
    auto other = nebra();
    EXPECT_FALSE(one.read(gatt::kSoftwareVersion, 0ms).has_value());
    EXPECT_EQ(textAt(other, gatt::kSoftwareVersion), "2023.04.06.0");
}

TEST(DemoFirmware, AValueLongerThanAnAttributeIsRefused)
{
    auto device = reference();
    EXPECT_FALSE(device.write(gatt::kWifiConnect, Bytes(513, 1), 0ms).accepted);
}
