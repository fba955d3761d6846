// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/world/SimWorld.h"

#include "core/base/Encoding.h"
#include "core/sim/programs/Builtins.h"
#include "core/sim/rpc/LedgerJson.h"

#include <format>

namespace outpost::sim {

namespace {

constexpr std::int64_t kConfirmedMillis = 1'000;
constexpr std::int64_t kFinalizedMillis = 13'000;
constexpr std::int64_t kRememberMillis = 20'000;
constexpr std::int64_t kDayMillis = 86'400'000;
constexpr std::int64_t kRefreshMillis = 60'000;
constexpr std::uint64_t kFirstSlot = 380'000'000;

std::int64_t lagOf(Commitment commitment)
{
    switch (commitment) {
    case Commitment::Processed:
        return 0;
    case Commitment::Confirmed:
        return kConfirmedMillis;
    case Commitment::Finalized:
        return kFinalizedMillis;
    }
    return 0;
}

[[noreturn]] void giveUp(const char* why)
{
    std::fprintf(stderr, "demo world: %s\n", why);
    std::abort();
}

Bytes labelled(std::string_view label, std::uint64_t seed, std::uint64_t number)
{
    Bytes out = toBytes(asBytes(label));
    for (int i = 0; i < 8; ++i)
        out.push_back(static_cast<std::uint8_t>(seed >> (8 * i)));
    for (int i = 0; i < 8; ++i)
        out.push_back(static_cast<std::uint8_t>(number >> (8 * i)));
    return out;
}

} // namespace

std::optional<Commitment> commitmentFromName(std::string_view name)
{
    if (name == "processed" || name == "recent")
        return Commitment::Processed;
    if (name == "confirmed" || name == "single" || name == "singleGossip")
        return Commitment::Confirmed;
    if (name == "finalized" || name == "max" || name == "root")
        return Commitment::Finalized;
    return std::nullopt;
}

std::string_view commitmentName(Commitment commitment)
{
    switch (commitment) {
    case Commitment::Processed:
        return "processed";
    case Commitment::Confirmed:
        return "confirmed";
    case Commitment::Finalized:
        return "finalized";
    }
    return "";
}

SimWorld::SimWorld(std::filesystem::path directory, WorldOptions options,
                   std::vector<std::unique_ptr<demo::Demo>> networks)
    : m_directory(std::move(directory)),
      m_options(std::move(options)),
      m_networks(std::move(networks)),
      m_prices(0, Time())
{}

SimWorld::~SimWorld() = default;

Result<std::unique_ptr<SimWorld>> SimWorld::open(const std::filesystem::path& directory, WorldOptions options,
                                                 std::vector<std::unique_ptr<demo::Demo>> networks)
{
    std::unique_ptr<SimWorld> world(new SimWorld(directory, std::move(options), std::move(networks)));
    world->m_speed = std::clamp(world->m_options.speed, 0.001, 100'000.0);
    for (const auto& order : world->m_options.faults)
        world->m_faults.add(order);
    OUTPOST_TRY(world->m_storage, Storage::open(directory / "world.sqlite"));
    const bool isNew = !world->m_storage->setting("seed").has_value();
    OUTPOST_CHECK(isNew ? world->create() : world->load());
    return world;
}

std::int64_t SimWorld::realMillis() const
{
    if (m_options.realMillis)
        return m_options.realMillis();
    return toUnixMillis(SystemClock().now());
}

void SimWorld::installPrograms()
{
    m_programs = builtinPrograms();
    for (const auto& network : m_networks) {
        for (auto& program : network->programs())
            m_programs.push_back(std::move(program));
    }
    for (const auto& program : m_programs) {
        m_programById.emplace(program->id(), program.get());
        if (find(program->id()))
            continue;
        const auto* builtin = dynamic_cast<const BuiltinProgram*>(program.get());
        const bool isNative = builtin && builtin->isNative();
        setAccount(program->id(),
                   Account{rentMinimum(36), isNative ? ids::kNativeLoader : ids::kUpgradeableLoader, Bytes(36), true});
    }
    m_prices = Prices(m_seed, m_createdAt);
    m_prices.add({"solana", ids::kNativeMint.text(), 152'000'000'000, 0.035, 9});
    for (const auto& network : m_networks) {
        for (const auto& asset : network->quotedAssets())
            m_prices.add(asset);
    }
}

Result<void> SimWorld::create()
{
    m_seed = m_options.seed;
    m_devices = m_options.devices;
    m_anchorReal = realMillis();
    m_anchorDemo = m_options.startTime ? toUnixMillis(*m_options.startTime) : m_anchorReal;
    m_createdAt = fromUnixMillis(m_anchorDemo);
    m_lastDay = m_anchorDemo / kDayMillis;
    m_pretendNow = m_anchorDemo;
    writing();
    m_storage->putSetting("seed", m_seed);
    m_storage->putSetting("createdAt", m_anchorDemo);
    if (m_devices)
        m_storage->putSetting("devices", *m_devices);
    installPrograms();
    createMint({ids::kNativeMint, 9, Pubkey(), std::nullopt});
    airdrop(keypair("faucet").key, 1'000'000'000'000'000);
    for (const auto& network : m_networks)
        network->populate(*this);
    m_lastRefresh = m_anchorDemo;
    m_pretendNow.reset();
    saveClock();
    return end();
}

Result<void> SimWorld::load()
{
    m_accounts.clear();
    m_past.clear();
    m_assets.clear();
    m_assetById.clear();
    m_leaves.clear();
    m_memory.clear();
    m_statuses.clear();
    m_programById.clear();
    const auto number = [&](const char* name) {
        const auto value = m_storage->setting(name);
        return value && value->is_number() ? value->get<std::int64_t>() : 0;
    };
    m_seed = static_cast<std::uint64_t>(number("seed"));
    m_createdAt = fromUnixMillis(number("createdAt"));
    if (m_storage->setting("devices"))
        m_devices = static_cast<int>(number("devices"));
    m_lastDay = number("lastDay");
    // While nobody served the world, its time went on at the pace of real time.
    m_anchorReal = realMillis();
    m_anchorDemo = number("clockDemo") + std::max<std::int64_t>(0, m_anchorReal - number("clockReal"));
    m_lastRefresh = 0;

    OUTPOST_CHECK(m_storage->eachAccount(
        [&](const Pubkey& key, Account account) { m_accounts.emplace(key, std::move(account)); }));
    OUTPOST_CHECK(m_storage->eachMemory([&](std::string network, std::string key, Json value) {
        m_memory[std::move(network)].insert_or_assign(std::move(key), std::move(value));
    }));
    OUTPOST_CHECK(m_storage->eachAsset([&](Asset asset) {
        m_assetById.emplace(asset.id, m_assets.size());
        m_assets.push_back(std::move(asset));
    }));
    OUTPOST_CHECK(m_storage->eachLeaf([&](const LeafChange& leaf) {
        if (LeafIndex* index = leafIndex(leaf.tree))
            index->set(leaf.index, leaf.leaf);
    }));
    OUTPOST_CHECK(m_storage->eachStatus(
        [&](const Signature& signature, Storage::Status status) { m_statuses.emplace(signature, std::move(status)); }));
    installPrograms();
    saveClock();
    return end();
}

void SimWorld::writing()
{
    if (m_isWriting)
        return;
    m_isWriting = true;
    if (auto begun = m_storage->begin(); !begun)
        m_writeFailure = begun.error();
}

void SimWorld::saveClock()
{
    writing();
    m_storage->putSetting("clockDemo", nowMillis());
    m_storage->putSetting("clockReal", realMillis());
    m_storage->putSetting("lastDay", m_lastDay);
}

Result<void> SimWorld::begin(const std::string& host)
{
    m_faults.setHost(host);
    m_isServing = true;
    const std::int64_t today = nowMillis() / kDayMillis;
    if (m_lastDay < today) {
        // A demo that slept for years wakes up with the last 400 days only.
        m_lastDay = std::max(m_lastDay, today - 400);
        while (m_lastDay < today) {
            ++m_lastDay;
            m_pretendNow = m_lastDay * kDayMillis;
            for (const auto& network : m_networks)
                network->newDay(*this, m_lastDay);
        }
        m_pretendNow.reset();
        saveClock();
    }
    if (nowMillis() - m_lastRefresh >= kRefreshMillis) {
        m_lastRefresh = nowMillis();
        for (const auto& network : m_networks)
            network->refresh(*this);
        saveClock();
    }
    return {};
}

Result<void> SimWorld::end()
{
    m_isServing = false;
    if (!m_isWriting)
        return {};
    m_isWriting = false;
    auto done = m_writeFailure ? Result<void>(fail(*m_writeFailure)) : m_storage->commit();
    m_writeFailure.reset();
    if (!done) {
        // What is in memory is ahead of what is on disk: go back.
        const Error why = done.error();
        (void)load();
        return fail(why);
    }
    return {};
}

void SimWorld::abandon()
{
    m_isServing = false;
    m_pretendNow.reset();
    if (!m_isWriting)
        return;
    m_isWriting = false;
    m_storage->rollback();
    (void)load();
}

// ---- time

std::int64_t SimWorld::nowMillis() const
{
    if (m_pretendNow)
        return *m_pretendNow;
    const std::int64_t passed = std::max<std::int64_t>(0, realMillis() - m_anchorReal);
    return m_anchorDemo + static_cast<std::int64_t>(static_cast<double>(passed) * m_speed);
}

Time SimWorld::now() const
{
    return fromUnixMillis(nowMillis());
}

void SimWorld::setSpeed(double speed)
{
    m_anchorDemo = nowMillis();
    m_anchorReal = realMillis();
    m_speed = std::clamp(speed, 0.001, 100'000.0);
}

std::string SimWorld::clockText() const
{
    const std::int64_t skew = m_faults.has(demo::Fault::ClockSkew) ? 17 * 60'000 : 0;
    return std::format("{} {} {} {}\n", nowMillis(), realMillis(), m_speed, skew);
}

void SimWorld::advance(std::chrono::milliseconds demoTime)
{
    if (demoTime.count() <= 0)
        return;
    m_anchorDemo = nowMillis() + demoTime.count();
    m_anchorReal = realMillis();
    saveClock();
}

std::uint64_t SimWorld::slotAt(std::int64_t demoMillis) const
{
    const std::int64_t passed = std::max<std::int64_t>(0, demoMillis - toUnixMillis(m_createdAt));
    return kFirstSlot + m_seed % 1000 * 1000 + 1000 + static_cast<std::uint64_t>(passed / kSlotMillis);
}

std::int64_t SimWorld::timeOfSlot(std::uint64_t slot) const
{
    const std::uint64_t first = kFirstSlot + m_seed % 1000 * 1000 + 1000;
    return toUnixMillis(m_createdAt) +
           (static_cast<std::int64_t>(slot) - static_cast<std::int64_t>(first)) * kSlotMillis;
}

std::uint64_t SimWorld::slot(Commitment commitment) const
{
    // Before the world's first slot there is history enough to lag behind.
    const std::int64_t at = nowMillis() - lagOf(commitment);
    const std::int64_t created = toUnixMillis(m_createdAt);
    if (at >= created)
        return slotAt(at);
    return slotAt(created) - static_cast<std::uint64_t>((created - at) / kSlotMillis);
}

ChainClock SimWorld::chainClock() const
{
    const std::uint64_t slot = slotAt(nowMillis());
    return {nowMillis() / 1000, slot, slot / 432'000};
}

Pubkey SimWorld::blockhashOf(std::uint64_t slot) const
{
    return Pubkey{sha256(labelled("outpost demo block", m_seed, slot))};
}

Pubkey SimWorld::genesisHash() const
{
    return Pubkey{sha256(labelled("outpost demo genesis", m_seed, 0))};
}

std::optional<std::uint64_t> SimWorld::recentBlockhash(const Pubkey& hash) const
{
    const std::uint64_t current = slotAt(nowMillis());
    const std::uint64_t oldest = current - kBlockhashLife;
    if (m_hashes.size() > 4096 || m_hashesTo < oldest)
        m_hashes.clear();
    if (m_hashes.empty()) {
        m_hashesFrom = oldest;
        m_hashesTo = oldest;
    }
    for (; m_hashesTo <= current; ++m_hashesTo)
        m_hashes.emplace(blockhashOf(m_hashesTo), m_hashesTo);
    while (m_hashesFrom > oldest) {
        --m_hashesFrom;
        m_hashes.emplace(blockhashOf(m_hashesFrom), m_hashesFrom);
    }
    const auto found = m_hashes.find(hash);
    if (found == m_hashes.end() || found->second < oldest)
        return std::nullopt;
    return found->second;
}

Pubkey SimWorld::latestBlockhash() const
{
    return blockhashOf(slotAt(nowMillis()));
}

bool SimWorld::isRecentSlot(std::uint64_t slot) const
{
    const std::uint64_t current = slotAt(nowMillis());
    return slot < current && current - slot <= 512;
}

// ---- accounts

const Account* SimWorld::find(const Pubkey& key) const
{
    const auto found = m_accounts.find(key);
    return found == m_accounts.end() ? nullptr : &found->second;
}

Program* SimWorld::program(const Pubkey& id) const
{
    const auto found = m_programById.find(id);
    return found == m_programById.end() ? nullptr : found->second;
}

const Account* SimWorld::accountAt(const Pubkey& key, Commitment commitment) const
{
    const std::int64_t at = nowMillis() - lagOf(commitment);
    if (const auto past = m_past.find(key); commitment != Commitment::Processed && past != m_past.end()) {
        for (const auto& version : past->second) {
            if (version.until > at)
                return version.account.lamports == 0 ? nullptr : &version.account;
        }
    }
    return find(key);
}

std::vector<std::pair<Pubkey, const Account*>> SimWorld::tokenAccountsOf(const Pubkey& owner,
                                                                         Commitment commitment) const
{
    std::vector<std::pair<Pubkey, const Account*>> out;
    const auto consider = [&](const Pubkey& key) {
        const Account* held = accountAt(key, commitment);
        const auto view = held ? tokenAccount(*held) : std::nullopt;
        if (view && view->owner == owner)
            out.emplace_back(key, held);
    };
    for (const auto& [key, stored] : m_accounts) {
        if (stored.owner == ids::kToken)
            consider(key);
    }
    for (const auto& [key, versions] : m_past) {
        if (!m_accounts.contains(key))
            consider(key);
    }
    std::ranges::sort(out, {}, [](const auto& entry) { return entry.first; });
    return out;
}

void SimWorld::setAccount(const Pubkey& key, Account account)
{
    writing();
    m_storage->putAccount(key, account);
    const std::int64_t at = nowMillis();
    auto& past = m_past[key];
    const Account* before = find(key);
    past.push_back({at, before ? *before : Account()});
    while (past.front().until < at - kRememberMillis)
        past.pop_front();
    if (account.lamports == 0)
        m_accounts.erase(key);
    else
        m_accounts.insert_or_assign(key, std::move(account));
    if (m_past.size() > 50'000)
        std::erase_if(m_past, [&](const auto& entry) { return entry.second.back().until < at - kRememberMillis; });
}

void SimWorld::airdrop(const Pubkey& key, std::uint64_t lamports)
{
    const Account* held = find(key);
    Account account = held ? *held : Account();
    account.lamports += lamports;
    setAccount(key, std::move(account));
}

void SimWorld::createMint(const demo::MintSpec& mint)
{
    Bytes data(82);
    putLe(data, 0, mint.mintAuthority.isZero() ? 0 : 1, 4);
    std::ranges::copy(mint.mintAuthority.bytes, data.begin() + 4);
    data[44] = static_cast<std::uint8_t>(mint.decimals);
    data[45] = 1;
    if (mint.freezeAuthority) {
        data[46] = 1;
        std::ranges::copy(mint.freezeAuthority->bytes, data.begin() + 50);
    }
    setData(mint.key, ids::kToken, std::move(data));
}

void SimWorld::issueTokens(const Pubkey& mint, const Pubkey& owner, std::uint64_t amount)
{
    const Account* stored = find(mint);
    if (!stored || !tokenMint(*stored))
        giveUp("tokens were issued of a mint that does not exist");
    Account mintAccount = *stored;
    putLe(mintAccount.data, 36, getLe(mintAccount.data, 36, 8) + amount, 8);
    setAccount(mint, std::move(mintAccount));
    const Pubkey key = associatedTokenAddress(owner, mint);
    const Account* held = find(key);
    if (held && tokenAccount(*held)) {
        Account account = *held;
        putLe(account.data, 64, getLe(account.data, 64, 8) + amount, 8);
        setAccount(key, std::move(account));
        return;
    }
    Bytes data(165);
    std::ranges::copy(mint.bytes, data.begin());
    std::ranges::copy(owner.bytes, data.begin() + 32);
    putLe(data, 64, amount, 8);
    data[108] = 1;
    setData(key, ids::kToken, std::move(data));
}

// ---- compressed assets

void SimWorld::createTree(const demo::TreeSpec& tree)
{
    const Pubkey authority = findProgramAddress({tree.key.bytes}, ids::kBubblegum).key;
    setData(tree.key, ids::kCompression, MerkleTree::create(tree, authority, slotAt(nowMillis())));
    // Bubblegum's TreeConfig: creator, delegate, capacity, minted, public, decompressible.
    Bytes config = toBytes(anchorAccountDiscriminator("TreeConfig"));
    config.insert(config.end(), tree.creator.bytes.begin(), tree.creator.bytes.end());
    config.insert(config.end(), tree.creator.bytes.begin(), tree.creator.bytes.end());
    config.resize(96);
    putLe(config, 72, std::uint64_t{1} << tree.depth, 8);
    setData(authority, ids::kBubblegum, std::move(config));
}

LeafIndex* SimWorld::leafIndex(const Pubkey& tree) const
{
    const auto found = m_leaves.find(tree);
    if (found != m_leaves.end())
        return found->second.get();
    const Account* account = find(tree);
    const auto view = account ? MerkleTree::openReadOnly(account->data) : std::unexpected(TreeError::InvalidTree);
    if (!view)
        return nullptr;
    auto& leaves = const_cast<SimWorld*>(this)->m_leaves; // NOLINT: made on first use
    return leaves.emplace(tree, std::make_unique<LeafIndex>(view->depth())).first->second.get();
}

void SimWorld::putLeaf(const LeafChange& change)
{
    writing();
    m_storage->putLeaf(change);
    if (LeafIndex* index = leafIndex(change.tree))
        index->set(change.index, change.leaf);
}

void SimWorld::putAsset(Asset asset)
{
    writing();
    m_storage->putAsset(asset);
    const auto [entry, isNew] = m_assetById.emplace(asset.id, m_assets.size());
    if (isNew)
        m_assets.push_back(std::move(asset));
    else
        m_assets[entry->second] = std::move(asset);
}

Asset SimWorld::mintCompressed(const NewAsset& wanted)
{
    const Account* stored = find(wanted.tree);
    if (!stored)
        giveUp("a compressed asset was minted into a tree that does not exist");
    Account account = *stored;
    auto tree = MerkleTree::open(account.data);
    if (!tree)
        giveUp("a compressed asset was minted into something that is no tree");
    Asset minted = describe(wanted, tree->nextIndex());
    if (!tree->append(leafHash(minted)))
        giveUp("a compressed asset was minted into a full tree");
    minted.sequence = tree->sequence();
    minted.indexedAt = now();
    putLeaf({wanted.tree, minted.index, leafHash(minted)});
    setAccount(wanted.tree, std::move(account));
    putAsset(minted);
    return minted;
}

std::optional<Asset> SimWorld::asset(const Pubkey& id) const
{
    const auto found = m_assetById.find(id);
    if (found == m_assetById.end())
        return std::nullopt;
    return m_assets[found->second];
}

const Asset* SimWorld::indexedAsset(const Pubkey& id) const
{
    const auto found = m_assetById.find(id);
    if (found == m_assetById.end() || m_assets[found->second].indexedAt > now())
        return nullptr;
    return &m_assets[found->second];
}

std::vector<Asset> SimWorld::assetsOf(const Pubkey& owner) const
{
    std::vector<Asset> out;
    std::ranges::copy_if(m_assets, std::back_inserter(out),
                         [&](const Asset& a) { return a.owner == owner && !a.burnt; });
    return out;
}

Pubkey SimWorld::treeRoot(const Pubkey& tree) const
{
    const Account* account = find(tree);
    const auto view = account ? MerkleTree::openReadOnly(account->data) : std::unexpected(TreeError::InvalidTree);
    return view ? view->root() : Pubkey();
}

std::vector<Pubkey> SimWorld::treeProof(const Pubkey& tree, std::uint32_t index) const
{
    const LeafIndex* leaves = leafIndex(tree);
    if (!leaves || index >= leaves->size())
        return {};
    return leaves->proof(index);
}

std::vector<Pubkey> SimWorld::trimmedProof(const Pubkey& tree, std::uint32_t index) const
{
    std::vector<Pubkey> proof = treeProof(tree, index);
    const Account* account = find(tree);
    const auto view = account ? MerkleTree::openReadOnly(account->data) : std::unexpected(TreeError::InvalidTree);
    if (view && proof.size() >= static_cast<std::size_t>(view->canopyDepth()))
        proof.resize(proof.size() - static_cast<std::size_t>(view->canopyDepth()));
    return proof;
}

// ---- memory

std::optional<Json> SimWorld::recall(std::string_view network, std::string_view key) const
{
    const auto area = m_memory.find(network);
    if (area == m_memory.end())
        return std::nullopt;
    const auto found = area->second.find(key);
    if (found == area->second.end())
        return std::nullopt;
    return found->second;
}

void SimWorld::remember(std::string_view network, std::string_view key, Json value)
{
    writing();
    m_storage->putMemory(std::string(network), std::string(key), value);
    if (value.is_null())
        m_memory[std::string(network)].erase(std::string(key));
    else
        m_memory[std::string(network)].insert_or_assign(std::string(key), std::move(value));
}

std::vector<std::string> SimWorld::remembered(std::string_view network, std::string_view keyPrefix) const
{
    std::vector<std::string> out;
    const auto area = m_memory.find(network);
    if (area == m_memory.end())
        return out;
    for (auto it = area->second.lower_bound(keyPrefix); it != area->second.end() && it->first.starts_with(keyPrefix);
         ++it)
        out.push_back(it->first);
    return out;
}

Keypair SimWorld::keypair(std::string_view label) const
{
    return Keypair::fromSeed(Random(m_seed, "keypair." + std::string(label)).bytes32());
}

// ---- transactions

void SimWorld::apply(const Outcome& outcome)
{
    for (const auto& [key, account] : outcome.changed)
        setAccount(key, account);
    if (outcome.error)
        return;
    for (const auto& leaf : outcome.leaves)
        putLeaf(leaf);
    for (Asset asset : outcome.assets) {
        if (const auto known = m_assetById.find(asset.id); known != m_assetById.end()) {
            asset.indexedAt = m_assets[known->second].indexedAt;
        } else {
            Random delay(m_seed, "index." + asset.id.text());
            asset.indexedAt = m_isServing ? fromUnixMillis(nowMillis() + delay.between(2'000, 4'000)) : now();
        }
        putAsset(std::move(asset));
    }
}

Processed SimWorld::process(const ParsedTransaction& transaction, ByteSpan wire)
{
    Processed out;
    const auto refused = [&out](const char* why) {
        out.outcome.error = TransactionError::of(why);
        return out;
    };
    out.signature = transaction.signatures.at(0);
    for (std::size_t i = 0; i < transaction.signatures.size(); ++i) {
        if (!verifySignature(transaction.message.keys[i], transaction.messageBytes, transaction.signatures[i]))
            return refused("SignatureFailure");
    }
    if (!recentBlockhash(transaction.message.blockhash))
        return refused("BlockhashNotFound");
    if (m_statuses.contains(out.signature))
        return refused("AlreadyProcessed");
    out.outcome = runTransaction(transaction, *this);
    if (!out.outcome.isRecorded)
        return out;
    writing();
    apply(out.outcome);
    StoredTransaction entry;
    entry.signature = out.signature;
    entry.slot = slotAt(nowMillis());
    entry.atMillis = nowMillis();
    entry.wire = toBytes(wire);
    entry.error = out.outcome.error ? out.outcome.error->toJson() : Json();
    entry.meta = metaJson(out.outcome);
    for (const auto& instruction : transaction.message.instructions) {
        if (out.outcome.keys[instruction.program] == ids::kMemo && isUtf8(asText(instruction.data)))
            entry.memo = std::format("[{}] {}", instruction.data.size(), asText(instruction.data));
    }
    entry.keys = out.outcome.keys;
    m_storage->putTransaction(entry);
    m_statuses.emplace(entry.signature, Storage::Status{entry.slot, entry.atMillis, entry.error});
    return out;
}

Outcome SimWorld::dryRun(ParsedTransaction transaction, SimulationOptions options) const
{
    Outcome out;
    const auto refused = [&out](const char* why) {
        out.error = TransactionError::of(why);
        return out;
    };
    if (options.verifySignatures) {
        for (std::size_t i = 0; i < transaction.signatures.size(); ++i) {
            if (!verifySignature(transaction.message.keys[i], transaction.messageBytes, transaction.signatures[i]))
                return refused("SignatureFailure");
        }
    }
    if (options.replaceBlockhash)
        transaction.message.blockhash = latestBlockhash();
    else if (!recentBlockhash(transaction.message.blockhash))
        return refused("BlockhashNotFound");
    if (m_statuses.contains(transaction.signatures.at(0)))
        return refused("AlreadyProcessed");
    return runTransaction(transaction, *this);
}

Result<std::string> SimWorld::submit(const std::vector<Instruction>& instructions, const std::vector<Keypair>& signers)
{
    if (signers.empty())
        return fail(errors::kInternal, "a transaction needs somebody who pays");
    // Equal transactions within one slot would have one signature, so each takes another blockhash.
    const Pubkey blockhash = blockhashOf(slotAt(nowMillis()) - m_submitted++ % 100);
    const Bytes wire = signedTransaction(compileMessage(signers.front().key, instructions, blockhash), signers);
    OUTPOST_TRY(const ParsedTransaction parsed, parseTransaction(wire));
    const Processed done = process(parsed, wire);
    if (done.outcome.error) {
        std::string why = done.outcome.error->text();
        for (const auto& line : done.outcome.logs)
            why += "\n" + line;
        return fail(errors::kInternal, why);
    }
    return toBase58(done.signature);
}

std::optional<std::string> SimWorld::simulate(ByteSpan transaction)
{
    const auto parsed = parseTransaction(transaction);
    if (!parsed)
        return parsed.error().detail;
    const Outcome out = dryRun(*parsed, {});
    if (!out.error)
        return std::nullopt;
    std::string why = out.error->toJson().dump();
    for (std::size_t i = out.logs.size() > 8 ? out.logs.size() - 8 : 0; i < out.logs.size(); ++i)
        why += "\n" + out.logs[i];
    return why;
}

std::optional<SimWorld::StatusNow> SimWorld::status(const Signature& signature) const
{
    const auto found = m_statuses.find(signature);
    if (found == m_statuses.end())
        return std::nullopt;
    StatusNow out;
    out.slot = found->second.slot;
    out.error = found->second.error;
    const std::int64_t age = nowMillis() - found->second.atMillis;
    if (age >= kFinalizedMillis)
        out.commitment = Commitment::Finalized;
    else if (age >= kConfirmedMillis)
        out.commitment = Commitment::Confirmed;
    if (out.commitment != Commitment::Finalized)
        out.confirmations = static_cast<int>(std::min<std::int64_t>(31, age / kSlotMillis));
    return out;
}

// ---- wallets

Result<bool> SimWorld::starter(const Pubkey& wallet)
{
    const std::string key = "starter." + wallet.text();
    if (recall("sim", key))
        return false;
    remember("sim", key, true);
    for (const auto& network : m_networks)
        OUTPOST_CHECK(network->starter(*this, wallet));
    return true;
}

Result<std::string> SimWorld::sendFromFaucet(const Pubkey& to, std::uint64_t lamports)
{
    const Keypair faucet = keypair("faucet");
    return submit({make::systemTransfer(faucet.key, to, lamports)}, {faucet});
}

std::vector<EarningSample> SimWorld::history(const Pubkey& wallet)
{
    std::vector<EarningSample> out;
    for (const auto& network : m_networks) {
        auto part = network->history(*this, wallet);
        std::ranges::move(part, std::back_inserter(out));
    }
    return out;
}

} // namespace outpost::sim
