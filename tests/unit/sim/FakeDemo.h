// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Encoding.h"
#include "core/networks/Demo.h"

namespace outpost::sim::test {

using namespace outpost::demo; // NOLINT

inline const Pubkey kRogue = Pubkey{sha256(asBytes("rogue program"))};
inline const Pubkey kMinter = Pubkey{sha256(asBytes("minter program"))};

/// Does what its first byte says, most of it forbidden: each rule of the runtime has its case.
class RogueProgram final : public Program {
public:
    Pubkey id() const override { return kRogue; }
    Execution execute(ProgramContext& ctx) override
    {
        switch (ctx.data().empty() ? 0 : ctx.data()[0]) {
        case 1: // takes lamports of an account that is another's
            ctx.edit(0).lamports -= 5;
            ctx.edit(1).lamports += 5;
            return {};
        case 2: // lamports out of nothing
            ctx.edit(0).lamports += 5;
            return {};
        case 3: // writes what another program owns
            ctx.edit(0).data.at(0) ^= 1;
            return {};
        case 4: // grows it
            ctx.edit(0).data.push_back(1);
            return {};
        case 5: // takes it over
            ctx.edit(0).owner = kRogue;
            return {};
        case 6: // calls with a signature it does not have
            return ctx.invoke(make::systemTransfer(ctx.accounts()[0].key, ctx.accounts()[1].key, 5));
        case 7: // signs for its own derived address, and pays from it
            return ctx.invoke(make::systemTransfer(ctx.accounts()[0].key, ctx.accounts()[1].key, 5),
                              {{toBytes(asBytes("purse")), {purse().bump}}});
        case 8: // calls itself for ever
            return ctx.invoke({kRogue, {{kRogue, false, false}}, {8}});
        case 9: // makes and fills an account of its own
            if (auto made = ctx.createDerived(0, 1, 10, {toBytes(asBytes("purse")), {purse().bump}}); !made)
                return made;
            ctx.edit(1).data[0] = 42;
            return {};
        case 10:
            ctx.log("too late");
            ctx.consume(10'000'000);
            return {};
        case 11: // looks at its neighbours
            ctx.log("instruction " + std::to_string(ctx.currentInstruction()) + " of " +
                    std::to_string(ctx.transactionInstructions().size()));
            return {};
        default:
            ctx.log(anchorErrorLog("Nothing", 6000, "nothing to do"));
            return refuse(6000);
        }
    }
    static ProgramAddress purse() { return findProgramAddress({asBytes("purse")}, kRogue); }
};

/// Mints a compressed asset to its second account and checks a leaf when told to.
class MinterProgram final : public Program {
public:
    Pubkey id() const override { return kMinter; }
    Execution execute(ProgramContext& ctx) override
    {
        if (ctx.data()[0] == 0) {
            NewAsset wanted;
            wanted.tree = ctx.accounts()[0].key;
            wanted.owner = ctx.accounts()[1].key;
            wanted.name = "thing";
            wanted.uri = "https://example.test/thing";
            wanted.creators = {{kMinter, true, 100}};
            const auto minted = ctx.mintCompressed(wanted);
            return minted ? Execution() : std::unexpected(minted.error());
        }
        const auto key = [&](std::size_t at) { return *Pubkey::fromBytes(ctx.data().subspan(at, 32)); };
        std::vector<Pubkey> proof;
        for (std::size_t i = 1; i < ctx.accounts().size(); ++i)
            proof.push_back(ctx.accounts()[i].key);
        return ctx.verifyLeaf(ctx.accounts()[0].key, key(1), key(33), ctx.data()[65], proof);
    }
};

/// Echoes requests, and trips when asked to.
class EchoService final : public HttpService {
public:
    std::vector<std::string> hosts() const override { return {"echo.example"}; }
    DemoHttpResponse handle(World& world, const DemoHttpRequest& request) override
    {
        if (request.path == "/trip") {
            world.remember("fake", "trip", true);
            throw std::runtime_error("tripped");
        }
        if (request.path == "/remember")
            world.remember("fake", "said", request.body);
        return DemoHttpResponse::ofJson(
            {{"path", request.path}, {"q", request.queryValue("q")}, {"body", request.body}});
    }
};

/// One service with a value to read and write, a slow one, and one that notifies.
class FakeDevice final : public DemoDevice {
public:
    std::string id() const override { return "C0:FF:EE:00:00:01"; }
    RadioAdvertisement advertisement(World& world) override
    {
        return {"Fake device", {kService}, -55, !world.recall("fake", "off").has_value()};
    }
    std::vector<GattCharacteristic> characteristics() const override
    {
        return {{kService, kValue, true, true, true}, {kService, kWriteOnly, false, true, false}};
    }
    GattReply connected(World&) override { return GattReply::ok(); }
    void disconnected(World& world) override { world.remember("fake", "left", true); }
    GattReply read(World& world, const std::string&) override
    {
        const auto value = world.recall("fake", "value");
        GattReply reply = GattReply::ok(toBytes(asBytes(value ? value->get<std::string>() : "init")));
        reply.delay = std::chrono::milliseconds(world.recall("fake", "slow") ? 300 : 0);
        return reply;
    }
    GattReply write(World& world, const std::string& characteristic, ByteSpan value) override
    {
        const std::string text(asText(value));
        if (text == "drop")
            return GattReply::dropped();
        if (characteristic == kWriteOnly)
            return GattReply::refused();
        world.remember("fake", "value", text);
        if (text == "slow")
            world.remember("fake", "slow", true);
        GattReply reply = GattReply::ok();
        reply.notifications.push_back({kValue, toBytes(asBytes("first")), std::chrono::milliseconds(0)});
        reply.notifications.push_back({kValue, toBytes(asBytes("second")), std::chrono::milliseconds(60)});
        return reply;
    }
    GattReply subscribed(World&, const std::string&) override { return GattReply::ok(); }

    inline static const std::string kService = "0fda92b2-44a2-4af2-84f5-fa682baa2b8d";
    inline static const std::string kValue = "398168aa-0111-4ec0-b1fa-171671270608";
    inline static const std::string kWriteOnly = "8cc6e0b3-98c5-40cc-b1d8-692940e6994b";
};

/// A network of the things above, which counts what it is asked.
class FakeDemo final : public Demo {
public:
    std::string network() const override { return "fake"; }
    std::vector<std::unique_ptr<Program>> programs() override
    {
        std::vector<std::unique_ptr<Program>> all;
        all.push_back(std::make_unique<RogueProgram>());
        all.push_back(std::make_unique<MinterProgram>());
        return all;
    }
    std::vector<std::unique_ptr<HttpService>> services() override
    {
        std::vector<std::unique_ptr<HttpService>> all;
        all.push_back(std::make_unique<EchoService>());
        return all;
    }
    std::vector<std::unique_ptr<DemoDevice>> devices() override
    {
        std::vector<std::unique_ptr<DemoDevice>> all;
        all.push_back(std::make_unique<FakeDevice>());
        return all;
    }
    std::vector<QuotedAsset> quotedAssets() const override
    {
        return {{"fake-coin", mint().text(), 2'500'000'000, 0.05, 8}};
    }
    void populate(World& world) override
    {
        world.createMint({mint(), 8, world.keypair("mint authority").key, std::nullopt});
        world.createTree({tree(), 5, 8, 2, world.keypair("tree").key});
        world.remember("fake", "days", 0);
    }
    void newDay(World& world, std::int64_t day) override
    {
        world.remember("fake", "days", world.recall("fake", "days")->get<int>() + 1);
        world.remember("fake", "last day", day);
        world.remember("fake", "time of last day", toUnixSeconds(world.now()));
    }
    Result<void> starter(World& world, const Pubkey& wallet) override
    {
        world.issueTokens(mint(), wallet, 77);
        return {};
    }
    std::vector<EarningSample> history(World& world, const Pubkey&) override
    {
        return {{DeviceId("fake:1"), Amount{AssetId("solana:" + mint().text()), Int128(5)}, world.now(), "fake"}};
    }
    static Pubkey mint() { return Pubkey{sha256(asBytes("fake mint"))}; }
    static Pubkey tree() { return Pubkey{sha256(asBytes("fake tree"))}; }
};

} // namespace outpost::sim::test
