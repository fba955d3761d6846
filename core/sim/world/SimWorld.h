// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/ledger/LeafIndex.h"
#include "core/sim/world/Faults.h"
#include "core/sim/world/Prices.h"
#include "core/sim/world/Storage.h"

namespace outpost::sim {

struct WorldOptions {
    std::uint64_t seed = 1;     ///< of a new world; an existing one keeps its own
    double speed = 1;           ///< demo seconds per real second, 0.001 to 100000
    std::optional<int> devices; ///< of a new world
    std::vector<FaultOrder> faults;
    std::optional<Time> startTime; ///< demo time of a new world; otherwise the real time
    /// Real time in milliseconds since 1970; otherwise the computer's. Tests bring their own.
    std::function<std::int64_t()> realMillis;
};

enum class Commitment { Processed, Confirmed, Finalized };
std::optional<Commitment> commitmentFromName(std::string_view name);
std::string_view commitmentName(Commitment commitment);

/// What became of a transaction handed to the ledger.
struct Processed {
    Signature signature{};
    Outcome outcome; ///< with the error, if any
};

/// The demo world. **Thread:** one at a time; Router has the lock.
class SimWorld final : public demo::World, private Bank {
public:
    /// Makes the world in an empty directory, else opens the one that is there. errors::kFileFailed, kDiskFull.
    static Result<std::unique_ptr<SimWorld>> open(const std::filesystem::path& directory, WorldOptions options,
                                                  std::vector<std::unique_ptr<demo::Demo>> networks);
    ~SimWorld() override;

    // Around everything that is asked of the world. begin() lets days pass that are due; end() makes durable what
    // changed, and on failure the world is as it was before begin().
    Result<void> begin(const std::string& host = {});
    Result<void> end();
    void abandon();

    /// Executes a transaction as one that came over the network. The caller has parsed it.
    Processed process(const ParsedTransaction& transaction, ByteSpan wire);
    struct SimulationOptions {
        bool verifySignatures = false;
        bool replaceBlockhash = false;
    };
    Outcome dryRun(ParsedTransaction transaction, SimulationOptions options) const;

    // Time.
    double speed() const { return m_speed; }
    void setSpeed(double speed);
    std::string clockText() const; ///< for DemoClock: demo millis, real millis, speed, skew in millis
    void advance(std::chrono::milliseconds demoTime);
    std::uint64_t slotAt(std::int64_t demoMillis) const;
    std::uint64_t slot(Commitment commitment) const;
    std::uint64_t blockHeight(std::uint64_t slot) const { return slot - kSkippedSlots; }
    std::int64_t timeOfSlot(std::uint64_t slot) const; ///< demo millis
    Pubkey blockhashOf(std::uint64_t slot) const;
    /// The slot of a blockhash that is at most 150 blocks old.
    std::optional<std::uint64_t> recentBlockhash(const Pubkey& hash) const;
    Pubkey genesisHash() const;

    // Looking at the past.
    const Account* accountAt(const Pubkey& key, Commitment commitment) const;
    std::vector<std::pair<Pubkey, const Account*>> tokenAccountsOf(const Pubkey& owner, Commitment commitment) const;
    struct StatusNow {
        std::uint64_t slot = 0;
        Json error;
        Commitment commitment = Commitment::Processed;
        std::optional<int> confirmations; ///< nothing once finalised
    };
    std::optional<StatusNow> status(const Signature& signature) const;
    Storage& storage() { return *m_storage; }
    const std::vector<Asset>& allAssets() const { return m_assets; }
    /// The asset if the indexer knows it by now.
    const Asset* indexedAsset(const Pubkey& id) const;

    const Prices& prices() const { return m_prices; }
    FaultBoard& faults() { return m_faults; }
    const std::vector<std::unique_ptr<demo::Demo>>& networks() const { return m_networks; }

    /// Lets every network give this wallet its starter, once; false when it had it already.
    Result<bool> starter(const Pubkey& wallet);
    std::vector<EarningSample> history(const Pubkey& wallet);
    /// Lamports from the world's own purse by a transaction like any other; its signature.
    Result<std::string> sendFromFaucet(const Pubkey& to, std::uint64_t lamports);

    // demo::World
    std::uint64_t seed() const override { return m_seed; }
    std::optional<int> wantedDevices() const override { return m_devices; }
    Keypair keypair(std::string_view label) const override;
    Time now() const override;
    Time createdAt() const override { return m_createdAt; }
    ChainClock chainClock() const override;
    bool takeFault(demo::Fault fault) override { return m_faults.take(fault); }
    bool hasFault(demo::Fault fault) const override { return m_faults.has(fault); }
    const Account* account(const Pubkey& key) const override { return find(key); }
    void setAccount(const Pubkey& key, Account account) override;
    std::uint64_t rentExemptMinimum(std::size_t dataSize) const override { return rentMinimum(dataSize); }
    void airdrop(const Pubkey& key, std::uint64_t lamports) override;
    void createMint(const demo::MintSpec& mint) override;
    void issueTokens(const Pubkey& mint, const Pubkey& owner, std::uint64_t amount) override;
    void createTree(const demo::TreeSpec& tree) override;
    Asset mintCompressed(const NewAsset& asset) override;
    std::optional<Asset> asset(const Pubkey& id) const override;
    std::vector<Asset> assetsOf(const Pubkey& owner) const override;
    Pubkey treeRoot(const Pubkey& tree) const override;
    std::vector<Pubkey> treeProof(const Pubkey& tree, std::uint32_t index) const override;
    std::vector<Pubkey> trimmedProof(const Pubkey& tree, std::uint32_t index) const override;
    Pubkey latestBlockhash() const override;
    Result<std::string> submit(const std::vector<Instruction>& instructions,
                               const std::vector<Keypair>& signers) override;
    std::optional<std::string> simulate(ByteSpan transaction) override;
    std::uint64_t priceNanoUsd(std::string_view id, Time at) const override { return m_prices.nanoUsd(id, at); }
    using World::priceNanoUsd;
    std::optional<Json> recall(std::string_view network, std::string_view key) const override;
    void remember(std::string_view network, std::string_view key, Json value) override;
    std::vector<std::string> remembered(std::string_view network, std::string_view keyPrefix) const override;

    static constexpr std::uint64_t kBlockhashLife = 150;
    static constexpr std::int64_t kSlotMillis = 400;

private:
    SimWorld(std::filesystem::path directory, WorldOptions options, std::vector<std::unique_ptr<demo::Demo>> networks);
    static constexpr std::uint64_t kSkippedSlots = 21'500'000; ///< slots without a block since the chain began

    Result<void> create();
    Result<void> load();
    void installPrograms();
    void saveClock();
    void writing();
    void apply(const Outcome& outcome);
    void putAsset(Asset asset);
    void putLeaf(const LeafChange& change);
    std::int64_t nowMillis() const;
    std::int64_t realMillis() const;
    LeafIndex* leafIndex(const Pubkey& tree) const;

    // Bank
    const Account* find(const Pubkey& key) const override;
    Program* program(const Pubkey& id) const override;
    ChainClock clock() const override { return chainClock(); }
    bool isRecentSlot(std::uint64_t slot) const override;

    std::filesystem::path m_directory;
    WorldOptions m_options;
    std::vector<std::unique_ptr<demo::Demo>> m_networks;
    std::vector<std::unique_ptr<Program>> m_programs;
    std::unordered_map<Pubkey, Program*> m_programById;
    std::unique_ptr<Storage> m_storage;
    bool m_isWriting = false;
    std::optional<Error> m_writeFailure; ///< a write transaction that could not begin; end() answers it
    bool m_isServing = false;            ///< between begin() and end()

    std::uint64_t m_seed = 0;
    std::optional<int> m_devices;
    double m_speed = 1;
    std::int64_t m_anchorDemo = 0; ///< demo millis at m_anchorReal
    std::int64_t m_anchorReal = 0;
    std::optional<std::int64_t> m_pretendNow; ///< while days are caught up
    std::int64_t m_lastDay = 0;
    std::int64_t m_lastRefresh = 0;
    Time m_createdAt;

    std::unordered_map<Pubkey, Account> m_accounts;
    struct Past {
        std::int64_t until = 0; ///< demo millis
        Account account;
    };
    std::unordered_map<Pubkey, std::deque<Past>> m_past; ///< of the last seconds, for lagging commitments
    std::vector<Asset> m_assets;
    std::unordered_map<Pubkey, std::size_t> m_assetById;
    std::map<Pubkey, std::unique_ptr<LeafIndex>> m_leaves;
    std::map<std::string, std::map<std::string, Json, std::less<>>, std::less<>> m_memory;
    std::map<Signature, Storage::Status> m_statuses;
    mutable std::unordered_map<Pubkey, std::uint64_t> m_hashes; ///< blockhashes by hash
    mutable std::uint64_t m_hashesFrom = 0;
    mutable std::uint64_t m_hashesTo = 0;
    std::uint64_t m_submitted = 0;
    Prices m_prices;
    FaultBoard m_faults;
};

} // namespace outpost::sim
