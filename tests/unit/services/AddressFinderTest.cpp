// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/AddressFinder.h"

#include "core/net/NetErrors.h"
#include "tests/support/Await.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace outpost::test {
namespace {

using networks::Holdings;
using services::AddressReport;
using services::FoundAccount;

const AssetId kCoin("coin");
const AssetId kToken("token");

/// Knows by address what is there; what it is told not to know fails.
class ScriptedNetwork final : public networks::Network,
                              private networks::Account,
                              private networks::Balances,
                              private networks::Directory {
public:
    NetworkId id() const override { return NetworkId("net"); }
    std::string title() const override { return "Net"; }
    std::vector<Asset> assets() const override { return {}; }
    std::span<const networks::NetworkText> texts() const override { return {}; }
    networks::Account* account() override { return this; }
    networks::Balances* balances() override { return this; }
    networks::Directory* directory() override { return this; }

    std::map<Address, int> coins;
    std::map<Address, int> tokens;
    std::map<Address, int> devices;
    std::set<Address> unlisted; ///< whose devices nobody tells
    bool away = false;
    int asked = 0; ///< for devices

private:
    std::vector<wallet::DerivationScheme> schemes() const override { return {}; }
    Address addressOf(ByteSpan) const override { return {}; }
    Result<Address> parseAddress(std::string_view text) const override { return Address(std::string(text)); }
    Future<std::vector<Holdings>> holdings(std::vector<Address> owners, CancelToken) override
    {
        std::vector<Holdings> list;
        for (const Address& owner : owners) {
            Holdings one;
            if (away) {
                one.coin.state = Knowledge::Unreachable;
                one.tokens.state = Knowledge::Unreachable;
            } else {
                one.coin = Known<Amount>::known({kCoin, Int128(coins[owner])}, "source", {});
                std::vector<Amount> amounts;
                if (tokens[owner] > 0)
                    amounts.push_back({kToken, Int128(tokens[owner])});
                one.tokens = Known<std::vector<Amount>>::known(std::move(amounts), "source", {});
            }
            list.push_back(std::move(one));
        }
        return async::ready<std::vector<Holdings>>(std::move(list));
    }
    Future<std::vector<Device>> devicesOf(Address owner, CancelToken) override
    {
        ++asked;
        if (unlisted.contains(owner))
            return async::failed<std::vector<Device>>(Error(errors::kNetUnreachable));
        return async::ready<std::vector<Device>>(std::vector<Device>(static_cast<std::size_t>(devices[owner])));
    }
};

/// Devices of an account in a cloud, whoever asks.
class CloudNetwork final : public networks::Network, private networks::Directory, private networks::Session {
public:
    NetworkId id() const override { return NetworkId("cloud"); }
    std::string title() const override { return "Cloud"; }
    std::vector<Asset> assets() const override { return {}; }
    std::span<const networks::NetworkText> texts() const override { return {}; }
    networks::Directory* directory() override { return this; }
    networks::Session* session() override { return this; }

private:
    Future<std::vector<Device>> devicesOf(Address, CancelToken) override
    {
        return async::ready<std::vector<Device>>(std::vector<Device>(4));
    }
    networks::SessionState state() const override { return {}; }
    Future<void> signIn(std::string, std::shared_ptr<SecureBytes>, CancelToken) override
    {
        return async::ready<void>({});
    }
    void signOut() override {}
};

class AddressFinderTest : public ::testing::Test {
protected:
    AddressReport find()
    {
        std::vector<FoundAccount> accounts;
        for (const char* name : {"standard", "one", "two", "three", "four", "five"})
            accounts.push_back({.scheme = {.id = name, .kind = {}, .curve = {}, .path = {}},
                                .address = Address(name),
                                .publicKey = {}});
        auto found = await(services::findUse({&cloud, &net}, accounts));
        EXPECT_TRUE(found);
        return found.value_or(AddressReport());
    }
    std::vector<std::string> proposed(const AddressReport& report)
    {
        std::vector<std::string> names;
        for (const std::size_t i : report.proposed)
            names.push_back(report.addresses[i].account.address.str());
        return names;
    }
    using Names = std::vector<std::string>;

    ScriptedNetwork net;
    CloudNetwork cloud;
};

TEST_F(AddressFinderTest, DevicesCountBeforeTokensAndTokensBeforeCoins)
{
    net.coins = {{Address("one"), 900}, {Address("five"), 901}};
    net.tokens = {{Address("two"), 1}, {Address("four"), 2}};
    net.devices = {{Address("three"), 1}};
    const auto report = find();
    EXPECT_EQ(proposed(report), (Names{"three", "four", "two", "five", "one"}));
    EXPECT_TRUE(report.anyInUse);
    EXPECT_TRUE(report.complete);
}

TEST_F(AddressFinderTest, MoreDevicesCountMore)
{
    net.devices = {{Address("one"), 2}, {Address("two"), 30}};
    net.tokens = {{Address("one"), 1000}};
    EXPECT_EQ(proposed(find()), (Names{"two", "one"}));
}

TEST_F(AddressFinderTest, WhereNothingIsTheStandardOneIsProposed)
{
    const auto report = find();
    EXPECT_EQ(proposed(report), Names{"standard"});
    EXPECT_FALSE(report.anyInUse);
    EXPECT_TRUE(report.complete);
    EXPECT_EQ(report.addresses.front().devices.value, 0);
}

TEST_F(AddressFinderTest, WithoutAnAnswerNothingIsZeroAndNobodyIsAskedAgainForEachAddress)
{
    net.away = true;
    net.devices = {{Address("two"), 3}};
    const auto report = find();
    EXPECT_EQ(proposed(report), Names{"standard"});
    EXPECT_FALSE(report.complete);
    EXPECT_EQ(net.asked, 0);
    for (const auto& use : report.addresses) {
        EXPECT_FALSE(use.coin.hasValue() || use.tokens.hasValue() || use.devices.hasValue());
        EXPECT_EQ(use.devices.state, Knowledge::Unreachable);
    }
}

TEST_F(AddressFinderTest, AnAddressWhoseDevicesNobodyToldMakesTheAnswerIncomplete)
{
    net.coins = {{Address("one"), 1}};
    net.unlisted = {Address("two")};
    const auto report = find();
    EXPECT_FALSE(report.complete);
    EXPECT_EQ(proposed(report), Names{"one"});
    EXPECT_FALSE(report.addresses[2].isKnown());
    EXPECT_FALSE(report.addresses[2].isInUse());
}

TEST_F(AddressFinderTest, DevicesOfAnAccountInACloudMakeNoAddressUsed)
{
    EXPECT_FALSE(find().anyInUse);
}

TEST_F(AddressFinderTest, WhatIsCancelledIsNoAnswer)
{
    CancelToken cancel;
    cancel.cancel();
    const auto found =
        await(services::findUse({&net}, {{.scheme = {}, .address = Address("one"), .publicKey = {}}}, cancel));
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().code, errors::kCancelled);
}

} // namespace
} // namespace outpost::test
