// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Encoding.h"
#include "core/codec/ByteWriter.h"
#include "core/networks/helium/demo/Cast.h"
#include "core/networks/helium/demo/DeviceBook.h"
#include "core/networks/helium/demo/HeliumDemo.h"
#include "core/networks/helium/demo/Populate.h"
#include "core/networks/helium/demo/Programs.h"
#include "core/networks/helium/demo/Services.h"
#include "core/sim/world/SimWorld.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace outpost::heliumdemo {

/// A demo world of this network in a temporary folder, on a clock of the test's own, with one wallet that has its
/// starter.
class DemoWorld : public testing::Test {
protected:
    void SetUp() override { open(1); }
    void TearDown() override
    {
        m_world.reset();
        std::filesystem::remove_all(m_folder);
    }

    void open(std::uint64_t seed, std::optional<int> devices = std::nullopt)
    {
        m_world.reset();
        std::string pattern = (std::filesystem::temp_directory_path() / "outpost-demo-XXXXXX").string();
        m_folder = mkdtemp(pattern.data());
        sim::WorldOptions options;
        options.seed = seed;
        options.devices = devices;
        options.startTime = fromUnixSeconds(1'795'338'000); // 22 November 2026, 09:00
        options.realMillis = [this] { return m_real; };
        std::vector<std::unique_ptr<demo::Demo>> networks;
        networks.push_back(makeDemo());
        auto opened = sim::SimWorld::open(m_folder, options, std::move(networks));
        ASSERT_TRUE(opened.has_value()) << opened.error().detail;
        m_world = std::move(*opened);
    }

    sim::SimWorld& world() { return *m_world; }

    void withStarter()
    {
        const auto given = world().starter(user().key);
        ASSERT_TRUE(given.has_value()) << given.error().detail;
        ASSERT_TRUE(*given);
        pass(std::chrono::seconds(30)); // the indexer takes a moment
    }

    void pass(std::chrono::milliseconds time)
    {
        m_real += time.count();
        ASSERT_TRUE(world().begin().has_value());
        ASSERT_TRUE(world().end().has_value());
    }
    void days(int count)
    {
        world().advance(std::chrono::hours(24 * count));
        pass(std::chrono::seconds(1));
    }

    static Keypair named(std::string_view label) { return Keypair::fromSeed(sha256(asBytes(label))); }
    static Keypair user() { return named("the user"); }

    sim::Outcome run(const std::vector<Instruction>& instructions, const std::vector<Keypair>& signers)
    {
        m_real += 400; // a slot, so that equal transactions differ
        const Bytes wire = demo::signedTransaction(
            demo::compileMessage(signers.front().key, instructions, world().latestBlockhash()), signers);
        const auto parsed = demo::parseTransaction(wire);
        if (!parsed) {
            ADD_FAILURE() << "a transaction of " << wire.size() << " bytes: " << parsed.error().detail;
            return {};
        }
        return world().process(*parsed, wire).outcome;
    }
    /// "" when it worked, else the program's code ("2006") or the error's name, of the instruction at `index`.
    std::string codeOf(const sim::Outcome& outcome, std::size_t index = 0)
    {
        if (!outcome.error)
            return {};
        if (outcome.error->instruction && *outcome.error->instruction != index)
            return "at instruction " + std::to_string(*outcome.error->instruction) + ": " + outcome.error->text();
        if (!outcome.error->instruction)
            return outcome.error->text();
        return outcome.error->inner.name.empty() ? std::to_string(outcome.error->inner.code)
                                                 : outcome.error->inner.name;
    }
    static std::string logsOf(const sim::Outcome& outcome)
    {
        std::string all;
        for (const std::string& line : outcome.logs)
            all += line + "\n";
        return all;
    }

    // The starter's devices, in order of stock.
    StockDevice stock(int index) { return stockDevice(world(), 0, index); }
    KeyToAsset entityOf(const DeviceKey& key)
    {
        const auto entity = KeyToAsset::decode(*world().account(keyToAssetOf(key.entityKey())));
        EXPECT_TRUE(entity.has_value());
        return *entity;
    }
    demo::Asset assetOf(const DeviceKey& key) { return *world().asset(entityOf(key).asset); }
    IotInfo infoOf(const DeviceKey& key) { return *IotInfo::decode(*world().account(iotInfoOf(key.entityKey()))); }
    std::optional<Recipient> recipientState(const Pubkey& asset)
    {
        const Account* account = world().account(recipientOf(asset));
        return account ? Recipient::decode(*account) : std::nullopt;
    }

    Bytes leafArgs(const demo::Asset& asset)
    {
        return codec::ByteWriter()
            .bytes(asset.dataHash.span())
            .bytes(asset.creatorHash.span())
            .bytes(world().treeRoot(asset.tree).span())
            .u32(asset.index)
            .done();
    }
    void addProof(Instruction& instruction, const demo::Asset& asset)
    {
        for (const Pubkey& node : world().trimmedProof(asset.tree, asset.index))
            instruction.accounts.push_back({node, false, false});
    }
    static Bytes data(std::string_view hexDiscriminator, ByteSpan arguments = {})
    {
        Bytes all = *fromHex(hexDiscriminator);
        all.insert(all.end(), arguments.begin(), arguments.end());
        return all;
    }
    static AccountMeta ro(const Pubkey& key) { return {key, false, false}; }
    static AccountMeta rw(const Pubkey& key) { return {key, false, true}; }
    static AccountMeta sro(const Pubkey& key) { return {key, true, false}; }
    static AccountMeta srw(const Pubkey& key) { return {key, true, true}; }

    std::int64_t m_real = 1'795'338'000'000;

private:
    std::filesystem::path m_folder;
    std::unique_ptr<sim::SimWorld> m_world;
};

} // namespace outpost::heliumdemo
