// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/ledger/Runtime.h"

#include "core/base/Encoding.h"
#include "core/sim/ledger/Lookups.h"

#include <format>
#include <set>

namespace outpost::sim {

namespace {

constexpr int kMaxHeight = 5;
constexpr std::size_t kLogBytes = 10'000;
constexpr std::size_t kMaxLocks = 64;

struct Loaded {
    Pubkey key;
    Account account;
    bool signer = false;
    bool writable = false;
};

class Machine;

/// One running instruction.
class Frame final : public BuiltinContext {
public:
    Frame(Machine& machine, const Pubkey& program, std::vector<AccountMeta> metas, std::vector<std::size_t> where,
          ByteSpan data, int height)
        : m_machine(machine),
          m_program(program),
          m_metas(std::move(metas)),
          m_where(std::move(where)),
          m_data(data),
          m_height(height)
    {}

    const Pubkey& programId() const override { return m_program; }
    std::span<const AccountMeta> accounts() const override { return m_metas; }
    ByteSpan data() const override { return m_data; }
    const Account& read(std::size_t index) const override;
    Account& edit(std::size_t index) override;
    std::optional<std::size_t> indexOf(const Pubkey& key) const override;
    Execution invoke(const Instruction& instruction, const std::vector<std::vector<Bytes>>& signerSeeds = {}) override;
    std::span<const Instruction> transactionInstructions() const override;
    std::size_t currentInstruction() const override;
    ChainClock clock() const override;
    std::uint64_t rentExemptMinimum(std::size_t dataSize) const override { return rentMinimum(dataSize); }
    void log(std::string_view text) override;
    void logData(ByteSpan data) override;
    void consume(std::uint64_t units) override;
    Execution verifyLeaf(const Pubkey& tree, const Pubkey& root, const Pubkey& leaf, std::uint32_t index,
                         std::span<const Pubkey> proof) override;
    Executed<Asset> mintCompressed(const NewAsset& asset) override;
    Execution createDerived(std::size_t payer, std::size_t index, std::uint64_t space,
                            const std::vector<Bytes>& seeds) override;

    bool isRecentSlot(std::uint64_t slot) const override;
    std::optional<Asset> asset(const Pubkey& id) const override;
    void recordAsset(const Asset& asset) override;
    void recordLeaf(const LeafChange& change) override;
    bool isTransactionSigner(const Pubkey& key) const override;
    Execution replaceLeaf(const Pubkey& tree, const Pubkey& root, const Pubkey& oldLeaf, const Pubkey& newLeaf,
                          std::uint32_t index, std::span<const Pubkey> proof) override;
    std::optional<ByteSpan> instructionData(std::size_t index) const override;

    void snapshot();
    /// The rules of the runtime, against the last snapshot.
    Execution verify() const;

private:
    friend class Machine;
    /// Lets something happen under another program's name: rules first, log lines around it, then a new snapshot.
    template <class F> Execution within(const Pubkey& program, std::string_view name, std::uint64_t units, F&& work);

    Machine& m_machine;
    Pubkey m_program;
    std::vector<AccountMeta> m_metas;
    std::vector<std::size_t> m_where; ///< index of each meta in the transaction's accounts
    ByteSpan m_data;
    int m_height;
    int m_extraHeight = 0;                                    ///< of the pseudo-calls in within()
    std::map<std::size_t, std::pair<Account, bool>> m_before; ///< by transaction index: account and writability here
};

/// One running transaction.
class Machine {
public:
    Machine(const Bank& onBank, std::vector<Loaded> loaded, std::vector<Instruction> all, std::uint64_t limit)
        : bank(onBank), accounts(std::move(loaded)), instructions(std::move(all)), unitLimit(limit)
    {}

    void line(std::string text)
    {
        if (truncated)
            return;
        if (logSize + text.size() >= kLogBytes) {
            truncated = true;
            logs.emplace_back("Log truncated");
            return;
        }
        logSize += text.size();
        logs.push_back(std::move(text));
    }

    std::optional<std::size_t> find(const Pubkey& key) const
    {
        for (std::size_t i = 0; i < accounts.size(); ++i) {
            if (accounts[i].key == key)
                return i;
        }
        return std::nullopt;
    }

    Execution call(const Pubkey& program, std::vector<AccountMeta> metas, std::vector<std::size_t> where, ByteSpan data,
                   int height);

    const Bank& bank;
    std::vector<Loaded> accounts;
    std::vector<Instruction> instructions;
    std::size_t current = 0;
    std::uint64_t unitLimit;
    std::uint64_t units = 0;
    std::vector<std::string> logs;
    std::size_t logSize = 0;
    bool truncated = false;
    std::vector<Pubkey> stack;
    std::vector<InnerInstruction> inner;
    std::vector<Asset> assets;
    std::vector<LeafChange> leaves;
};

Execution Machine::call(const Pubkey& program, std::vector<AccountMeta> metas, std::vector<std::size_t> where,
                        ByteSpan data, int height)
{
    if (height > kMaxHeight)
        return refuse("CallDepth");
    // A program may call itself directly, and not by way of another.
    if (!stack.empty() && stack.back() != program && std::ranges::find(stack, program) != stack.end())
        return refuse("ReentrancyNotAllowed");
    Program* const code = bank.program(program);
    const auto* builtin = dynamic_cast<const BuiltinProgram*>(code);
    const bool isSilent = builtin && builtin->isSilent();
    if (!isSilent)
        line(std::format("Program {} invoke [{}]", program.text(), height));
    const auto failed = [&](const InstructionError& why) -> Execution {
        if (!isSilent)
            line(std::format("Program {} failed: {}", program.text(), instructionErrorText(why)));
        return std::unexpected(why);
    };
    if (!code) {
        line("Program log: not simulated: the demo ledger does not run this program");
        return failed(InstructionError::named("UnsupportedProgramId"));
    }
    const std::uint64_t unitsBefore = units;
    units += code->baseUnits();
    stack.push_back(program);
    Frame frame(*this, program, std::move(metas), std::move(where), data, height);
    frame.snapshot();
    Execution done = code->execute(frame);
    if (done)
        done = frame.verify();
    stack.pop_back();
    const bool exceeded = units > unitLimit;
    if (exceeded) {
        units = unitLimit;
        done = refuse("ComputationalBudgetExceeded");
    }
    if (!builtin || !builtin->isNative())
        line(std::format("Program {} consumed {} of {} compute units", program.text(), units - unitsBefore,
                         unitLimit - unitsBefore));
    if (!done)
        return failed(done.error());
    if (!isSilent)
        line(std::format("Program {} success", program.text()));
    return {};
}

void Frame::snapshot()
{
    m_before.clear();
    for (std::size_t i = 0; i < m_where.size(); ++i) {
        const auto [entry, isNew] = m_before.try_emplace(m_where[i], m_machine.accounts[m_where[i]].account, false);
        entry->second.second |= m_metas[i].writable;
    }
}

Execution Frame::verify() const
{
    Int128 before;
    Int128 after;
    for (const auto& [index, was] : m_before) {
        const Account& pre = was.first;
        const bool writable = was.second;
        const Account& post = m_machine.accounts[index].account;
        const bool own = pre.owner == m_program;
        if (pre.owner != post.owner &&
            (!writable || !own || pre.executable || std::ranges::any_of(post.data, [](auto b) { return b != 0; })))
            return refuse("ModifiedProgramId");
        if (!own && post.lamports < pre.lamports)
            return refuse("ExternalAccountLamportSpend");
        if (!writable && post.lamports != pre.lamports)
            return refuse("ReadonlyLamportChange");
        if (pre.data.size() != post.data.size() && !own)
            return refuse("AccountDataSizeChanged");
        if (pre.data != post.data) {
            if (!writable)
                return refuse("ReadonlyDataModified");
            if (!own)
                return refuse("ExternalAccountDataModified");
        }
        // Cannot overflow: at most 256 numbers of 64 bits.
        before = *before.plus(Int128::fromUnsigned(pre.lamports));
        after = *after.plus(Int128::fromUnsigned(post.lamports));
    }
    if (before != after)
        return refuse("UnbalancedInstruction");
    return {};
}

const Account& Frame::read(std::size_t index) const
{
    return m_machine.accounts[m_where.at(index)].account;
}

Account& Frame::edit(std::size_t index)
{
    return m_machine.accounts[m_where.at(index)].account;
}

std::optional<std::size_t> Frame::indexOf(const Pubkey& key) const
{
    for (std::size_t i = 0; i < m_metas.size(); ++i) {
        if (m_metas[i].key == key)
            return i;
    }
    return std::nullopt;
}

Execution Frame::invoke(const Instruction& instruction, const std::vector<std::vector<Bytes>>& signerSeeds)
{
    if (auto sound = verify(); !sound)
        return sound;
    consume(1000);
    std::vector<Pubkey> derived;
    for (const auto& seeds : signerSeeds) {
        const auto key = createProgramAddress(seeds, m_program);
        if (!key)
            return refuse("InvalidSeeds");
        derived.push_back(*key);
    }
    std::vector<AccountMeta> metas;
    std::vector<std::size_t> where;
    InnerInstruction record{m_machine.current, 0, {}, instruction.data, m_height + 1};
    for (const auto& wanted : instruction.accounts) {
        const auto here = indexOf(wanted.key);
        if (!here) {
            m_machine.line(std::format("Instruction references an unknown account {}", wanted.key.text()));
            return refuse("MissingAccount");
        }
        bool mayWrite = false;
        bool mayWriteOrSign = std::ranges::find(derived, wanted.key) != derived.end();
        for (const auto& mine : m_metas) {
            if (mine.key == wanted.key) {
                mayWrite |= mine.writable;
                mayWriteOrSign |= mine.signer;
            }
        }
        if (wanted.writable && !mayWrite) {
            m_machine.line(std::format("{}'s writable privilege escalated", wanted.key.text()));
            return refuse("PrivilegeEscalation");
        }
        if (wanted.signer && !mayWriteOrSign) {
            m_machine.line(std::format("{}'s signer privilege escalated", wanted.key.text()));
            return refuse("PrivilegeEscalation");
        }
        metas.push_back(wanted);
        where.push_back(m_where[*here]);
        record.accounts.push_back(static_cast<std::uint8_t>(m_where[*here]));
    }
    // The same key named twice in one call has the rights of both.
    for (auto& a : metas) {
        for (const auto& b : metas) {
            if (a.key == b.key) {
                a.signer |= b.signer;
                a.writable |= b.writable;
            }
        }
    }
    const auto program = m_machine.find(instruction.program);
    if (!program) {
        m_machine.line(std::format("Unknown program {}", instruction.program.text()));
        return refuse("MissingAccount");
    }
    record.program = static_cast<std::uint8_t>(*program);
    m_machine.inner.push_back(record);
    auto done = m_machine.call(instruction.program, std::move(metas), std::move(where), instruction.data, m_height + 1);
    if (done)
        snapshot();
    return done;
}

template <class F> Execution Frame::within(const Pubkey& program, std::string_view name, std::uint64_t units, F&& work)
{
    if (m_extraHeight == 0) {
        if (auto sound = verify(); !sound)
            return sound;
    }
    ++m_extraHeight;
    const int height = m_height + m_extraHeight;
    m_machine.line(std::format("Program {} invoke [{}]", program.text(), height));
    m_machine.line(std::format("Program log: Instruction: {}", name));
    const std::uint64_t before = m_machine.units;
    m_machine.units += units;
    const Execution done = work();
    --m_extraHeight;
    if (!done) {
        m_machine.line(std::format("Program {} failed: {}", program.text(), instructionErrorText(done.error())));
        return done;
    }
    const std::uint64_t room = m_machine.unitLimit > before ? m_machine.unitLimit - before : 0;
    m_machine.line(
        std::format("Program {} consumed {} of {} compute units", program.text(), m_machine.units - before, room));
    m_machine.line(std::format("Program {} success", program.text()));
    if (m_extraHeight == 0)
        snapshot();
    return {};
}

std::span<const Instruction> Frame::transactionInstructions() const
{
    return m_machine.instructions;
}
std::size_t Frame::currentInstruction() const
{
    return m_machine.current;
}
ChainClock Frame::clock() const
{
    return m_machine.bank.clock();
}
void Frame::log(std::string_view text)
{
    m_machine.units += 100;
    m_machine.line("Program log: " + std::string(text));
}
void Frame::logData(ByteSpan data)
{
    m_machine.line("Program data: " + toBase64(data));
}
void Frame::consume(std::uint64_t units)
{
    m_machine.units += units;
}
bool Frame::isRecentSlot(std::uint64_t slot) const
{
    return m_machine.bank.isRecentSlot(slot);
}
bool Frame::isTransactionSigner(const Pubkey& key) const
{
    const auto index = m_machine.find(key);
    return index && m_machine.accounts[*index].signer;
}
std::optional<ByteSpan> Frame::instructionData(std::size_t index) const
{
    if (index >= m_machine.instructions.size())
        return std::nullopt;
    return ByteSpan(m_machine.instructions[index].data);
}

std::optional<Asset> Frame::asset(const Pubkey& id) const
{
    for (auto it = m_machine.assets.rbegin(); it != m_machine.assets.rend(); ++it) {
        if (it->id == id)
            return *it;
    }
    return m_machine.bank.asset(id);
}
void Frame::recordAsset(const Asset& asset)
{
    m_machine.assets.push_back(asset);
}
void Frame::recordLeaf(const LeafChange& change)
{
    m_machine.leaves.push_back(change);
}

namespace {

InstructionError treeError(ProgramContext& context, TreeError error)
{
    const auto code = static_cast<std::uint32_t>(error);
    switch (error) {
    case TreeError::InvalidTree:
        context.log(anchorErrorLog("IncorrectAccountType", code, "Account provided has incorrect account type"));
        break;
    case TreeError::ProofRefused:
        context.log(anchorErrorLog("ConcurrentMerkleTreeError", code, "Concurrent merkle tree error"));
        break;
    case TreeError::IndexOutOfBounds:
        context.log(
            anchorErrorLog("LeafIndexOutOfBounds", code, "Leaf index of concurrent merkle tree is out of bounds"));
        break;
    }
    return InstructionError::custom(code);
}

} // namespace

Execution Frame::verifyLeaf(const Pubkey& tree, const Pubkey& root, const Pubkey& leaf, std::uint32_t index,
                            std::span<const Pubkey> proof)
{
    const auto at = indexOf(tree);
    if (!at)
        return refuse("MissingAccount");
    return within(ids::kCompression, "VerifyLeaf", 6'000 + 450 * proof.size(), [&]() -> Execution {
        const Account& account = read(*at);
        if (account.owner != ids::kCompression)
            return refuse("IncorrectProgramId");
        const auto view = MerkleTree::openReadOnly(account.data);
        if (!view)
            return std::unexpected(treeError(*this, view.error()));
        if (const auto done = view->verify(root, leaf, index, proof); !done)
            return std::unexpected(treeError(*this, done.error()));
        return {};
    });
}

Execution Frame::replaceLeaf(const Pubkey& tree, const Pubkey& root, const Pubkey& oldLeaf, const Pubkey& newLeaf,
                             std::uint32_t index, std::span<const Pubkey> proof)
{
    const auto at = indexOf(tree);
    if (!at)
        return refuse("MissingAccount");
    if (!m_metas[*at].writable)
        return refuse("PrivilegeEscalation");
    return within(ids::kCompression, "ReplaceLeaf", 8'000 + 900 * proof.size(), [&]() -> Execution {
        Account& account = edit(*at);
        if (account.owner != ids::kCompression)
            return refuse("IncorrectProgramId");
        auto view = MerkleTree::open(account.data);
        if (!view)
            return std::unexpected(treeError(*this, view.error()));
        if (const auto done = view->replace(root, oldLeaf, newLeaf, index, proof); !done)
            return std::unexpected(treeError(*this, done.error()));
        recordLeaf({tree, index, newLeaf});
        return {};
    });
}

Executed<Asset> Frame::mintCompressed(const NewAsset& wanted)
{
    const auto at = indexOf(wanted.tree);
    if (!at)
        return std::unexpected(InstructionError::named("MissingAccount"));
    if (!m_metas[*at].writable)
        return std::unexpected(InstructionError::named("PrivilegeEscalation"));
    Asset minted;
    const auto done = within(ids::kBubblegum, "MintToCollectionV1", 30'000, [&]() -> Execution {
        return within(ids::kCompression, "Append", 12'000, [&]() -> Execution {
            Account& account = edit(*at);
            if (account.owner != ids::kCompression)
                return refuse("IncorrectProgramId");
            auto view = MerkleTree::open(account.data);
            if (!view)
                return std::unexpected(treeError(*this, view.error()));
            minted = describe(wanted, view->nextIndex());
            if (const auto appended = view->append(leafHash(minted)); !appended)
                return std::unexpected(treeError(*this, appended.error()));
            minted.sequence = view->sequence();
            recordLeaf({wanted.tree, minted.index, leafHash(minted)});
            recordAsset(minted);
            return {};
        });
    });
    if (!done)
        return std::unexpected(done.error());
    return minted;
}

Execution Frame::createDerived(std::size_t payer, std::size_t index, std::uint64_t space,
                               const std::vector<Bytes>& seeds)
{
    const Pubkey& key = m_metas.at(index).key;
    const std::uint64_t minimum = rentMinimum(space);
    const std::uint64_t held = read(index).lamports;
    if (held == 0)
        return invoke(make::systemCreateAccount(m_metas.at(payer).key, key, minimum, space, m_program), {seeds});
    // Somebody sent lamports to the address before: fill up, allocate and assign instead.
    if (held < minimum) {
        if (auto done = invoke(make::systemTransfer(m_metas.at(payer).key, key, minimum - held)); !done)
            return done;
    }
    Instruction allocate{ids::kSystem, {{key, true, true}}, {8, 0, 0, 0}};
    for (int i = 0; i < 8; ++i)
        allocate.data.push_back(static_cast<std::uint8_t>(space >> (8 * i)));
    if (auto done = invoke(allocate, {seeds}); !done)
        return done;
    Instruction assign{ids::kSystem, {{key, true, true}}, {1, 0, 0, 0}};
    assign.data.insert(assign.data.end(), m_program.bytes.begin(), m_program.bytes.end());
    return invoke(assign, {seeds});
}

/// Accounts that no transaction may write: the validator's own programs and the sysvars.
bool isReserved(const Pubkey& key)
{
    static const std::set<Pubkey> reserved = [] {
        std::set<Pubkey> keys{ids::kSystem,
                              ids::kComputeBudget,
                              ids::kLookupTable,
                              ids::kEd25519,
                              ids::kSecp256k1,
                              ids::kNativeLoader,
                              ids::kUpgradeableLoader,
                              ids::kLoader2,
                              ids::kSysvarClock,
                              ids::kSysvarRent,
                              ids::kSysvarSlotHashes,
                              ids::kSysvarInstructions,
                              ids::kSysvarRecentBlockhashes};
        for (const char* text :
             {"BPFLoader1111111111111111111111111111111111", "Config1111111111111111111111111111111111111",
              "Feature111111111111111111111111111111111111", "Stake11111111111111111111111111111111111111",
              "StakeConfig11111111111111111111111111111111", "Vote111111111111111111111111111111111111111",
              "LoaderV411111111111111111111111111111111111", "SysvarEpochRewards1111111111111111111111111",
              "SysvarEpochSchedu1e111111111111111111111111", "SysvarFees111111111111111111111111111111111",
              "SysvarLastRestartS1ot1111111111111111111111", "SysvarRewards111111111111111111111111111111",
              "SysvarS1otHistory11111111111111111111111111", "SysvarStakeHistory1111111111111111111111111",
              "Sysvar1111111111111111111111111111111111111"}) {
            if (const auto found = Pubkey::fromText(text))
                keys.insert(*found);
        }
        return keys;
    }();
    return reserved.contains(key);
}

std::vector<TokenBalance> tokenBalances(const std::vector<Loaded>& accounts, const Bank& bank)
{
    std::vector<TokenBalance> out;
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        const auto held = tokenAccount(accounts[i].account);
        if (!held)
            continue;
        const Account* mint = bank.find(held->mint);
        const auto view = mint ? tokenMint(*mint) : std::nullopt;
        out.push_back({i, held->mint, held->owner, held->amount, view ? view->decimals : 0});
    }
    return out;
}

std::optional<TransactionError> payFee(Loaded& payer, std::uint64_t fee)
{
    Account& account = payer.account;
    if (account.lamports == 0)
        return TransactionError::of("AccountNotFound");
    if (account.owner != ids::kSystem || !account.data.empty())
        return TransactionError::of("InvalidAccountForFee");
    if (account.lamports < fee)
        return TransactionError::of("InsufficientFundsForFee");
    const bool wasExempt = account.lamports >= rentMinimum(0);
    const std::uint64_t rest = account.lamports - fee;
    if (rest != 0 && rest < rentMinimum(0) && wasExempt) {
        auto error = TransactionError::of("InsufficientFundsForRent");
        error.account = 0;
        return error;
    }
    account.lamports = rest;
    return std::nullopt;
}

/// An account may be empty or rent-exempt; one that was neither may stay so if it does not grow and gains nothing.
bool rentAllows(const Account& before, const Account& after)
{
    if (after.lamports == 0 || after.lamports >= rentMinimum(after.data.size()))
        return true;
    const bool wasPaying = before.lamports != 0 && before.lamports < rentMinimum(before.data.size());
    return wasPaying && before.data.size() == after.data.size() && after.lamports <= before.lamports;
}

void finish(Outcome& out, const std::vector<Loaded>& accounts, const Bank& bank)
{
    out.tokensAfter = tokenBalances(accounts, bank);
    for (const auto& loaded : accounts) {
        out.after.push_back(loaded.account.lamports);
        Account account = loaded.account;
        if (account.lamports == 0)
            account = Account();
        out.loaded.emplace_back(loaded.key, account);
        const Account* stored = bank.find(loaded.key);
        if (loaded.writable && (stored ? *stored : Account()) != account)
            out.changed.emplace_back(loaded.key, account);
    }
}

} // namespace

std::uint64_t BudgetRequest::priorityFee() const
{
    const Int128::Native micro = static_cast<Int128::Native>(unitPrice) * unitLimit + 999'999;
    const Int128::Native fee = micro / 1'000'000;
    return fee > static_cast<Int128::Native>(UINT64_MAX) ? UINT64_MAX : static_cast<std::uint64_t>(fee);
}

std::expected<BudgetRequest, TransactionError> budgetOf(const ParsedMessage& message)
{
    BudgetRequest out;
    std::set<std::uint8_t> seen;
    std::optional<std::uint32_t> limit;
    std::uint64_t standard = 0;
    for (std::size_t i = 0; i < message.instructions.size(); ++i) {
        const auto& instruction = message.instructions[i];
        const Pubkey& program = message.keys[instruction.program];
        const bool isNative = program == ids::kSystem || program == ids::kComputeBudget || program == ids::kEd25519 ||
                              program == ids::kSecp256k1 || program == ids::kUpgradeableLoader ||
                              program == ids::kLoader2;
        standard += isNative ? 3'000 : 200'000;
        if (program != ids::kComputeBudget)
            continue;
        const auto invalid = [&] {
            return std::unexpected(TransactionError::at(i, InstructionError::named("InvalidInstructionData")));
        };
        const Bytes& data = instruction.data;
        if (data.empty() || data[0] < 1 || data[0] > 4)
            return invalid();
        const std::size_t size = data[0] == 3 ? 8 : 4;
        if (data.size() < 1 + size)
            return invalid();
        std::uint64_t value = 0;
        for (std::size_t byte = 0; byte < size; ++byte)
            value |= static_cast<std::uint64_t>(data[1 + byte]) << (8 * byte);
        if (!seen.insert(data[0]).second) {
            auto error = TransactionError::of("DuplicateInstruction");
            error.instruction = i;
            return std::unexpected(error);
        }
        if (data[0] == 1 && (value < 32 * 1024 || value > 256 * 1024 || value % 1024 != 0))
            return invalid();
        if (data[0] == 2)
            limit = static_cast<std::uint32_t>(value);
        if (data[0] == 3)
            out.unitPrice = value;
        if (data[0] == 4 && value == 0)
            return std::unexpected(TransactionError::of("InvalidLoadedAccountsDataSizeLimit"));
    }
    out.unitLimit = std::min<std::uint32_t>(
        limit.value_or(static_cast<std::uint32_t>(std::min<std::uint64_t>(standard, 1'400'000))), 1'400'000);
    return out;
}

std::expected<std::uint64_t, TransactionError> feeOf(const ParsedMessage& message)
{
    const auto budget = budgetOf(message);
    if (!budget)
        return std::unexpected(budget.error());
    std::uint64_t signatures = message.requiredSignatures;
    for (const auto& instruction : message.instructions) {
        const Pubkey& program = message.keys[instruction.program];
        if ((program == ids::kEd25519 || program == ids::kSecp256k1) && !instruction.data.empty())
            signatures += instruction.data[0];
    }
    const std::uint64_t base = 5'000 * signatures;
    const std::uint64_t priority = budget->priorityFee();
    return priority > UINT64_MAX - base ? UINT64_MAX : base + priority;
}

Outcome runTransaction(const ParsedTransaction& transaction, const Bank& bank)
{
    const ParsedMessage& message = transaction.message;
    Outcome out;
    const auto refused = [&out](TransactionError error) {
        out.error = std::move(error);
        return out;
    };

    const auto lookups = resolveLookups(message, bank);
    if (!lookups)
        return refused(lookups.error());
    out.keys = message.keys;
    out.keys.insert(out.keys.end(), lookups->writable.begin(), lookups->writable.end());
    out.keys.insert(out.keys.end(), lookups->readonly.begin(), lookups->readonly.end());
    out.loadedWritable = lookups->writable.size();
    out.loadedReadonly = lookups->readonly.size();
    if (out.keys.size() > kMaxLocks)
        return refused(TransactionError::of("TooManyAccountLocks"));
    if (std::set<Pubkey>(out.keys.begin(), out.keys.end()).size() != out.keys.size())
        return refused(TransactionError::of("AccountLoadedTwice"));

    const auto budget = budgetOf(message);
    if (!budget)
        return refused(budget.error());
    out.fee = *feeOf(message);

    const bool hasLoader = std::ranges::find(out.keys, ids::kUpgradeableLoader) != out.keys.end();
    std::set<std::size_t> called;
    for (const auto& instruction : message.instructions)
        called.insert(instruction.program);
    std::vector<Loaded> accounts;
    for (std::size_t i = 0; i < out.keys.size(); ++i) {
        const Account* stored = bank.find(out.keys[i]);
        bool writable =
            i < message.keys.size() ? message.isHeaderWritable(i) : i < message.keys.size() + out.loadedWritable;
        writable = writable && !isReserved(out.keys[i]) && (!called.contains(i) || hasLoader);
        out.writable.push_back(writable);
        accounts.push_back({out.keys[i], stored ? *stored : Account(), message.isSigner(i), writable});
        out.before.push_back(accounts.back().account.lamports);
    }
    out.tokensBefore = tokenBalances(accounts, bank);

    if (auto error = payFee(accounts[0], out.fee))
        return refused(*error);
    out.isRecorded = true;
    const Loaded paid = accounts[0];

    std::vector<Instruction> instructions;
    for (const auto& compiled : message.instructions) {
        Instruction instruction{out.keys[compiled.program], {}, compiled.data};
        for (const auto index : compiled.accounts)
            instruction.accounts.push_back({out.keys[index], accounts[index].signer, accounts[index].writable});
        instructions.push_back(std::move(instruction));
    }

    Machine machine(bank, accounts, std::move(instructions), budget->unitLimit);
    const auto fails = [&](TransactionError error) {
        // Nothing of it happened, but the fee is gone.
        out.error = std::move(error);
        out.logs = machine.logs;
        out.units = machine.units;
        out.inner = machine.inner;
        std::vector<Loaded> untouched = accounts;
        untouched[0] = paid;
        finish(out, untouched, bank);
        return out;
    };

    for (const auto& instruction : message.instructions) {
        const Account& program = accounts[instruction.program].account;
        if (program.lamports == 0) {
            machine.line("Program log: not simulated: the demo ledger does not have program " +
                         out.keys[instruction.program].text());
            return fails(TransactionError::of("ProgramAccountNotFound"));
        }
        if (!program.executable)
            return fails(TransactionError::of("InvalidProgramForExecution"));
    }
    for (std::size_t i = 0; i < message.instructions.size(); ++i) {
        machine.current = i;
        const auto& compiled = message.instructions[i];
        const std::vector<std::size_t> where(compiled.accounts.begin(), compiled.accounts.end());
        const auto done =
            machine.call(out.keys[compiled.program], machine.instructions[i].accounts, where, compiled.data, 1);
        if (!done)
            return fails(TransactionError::at(i, done.error()));
    }
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        // The fee payer is compared with what it held after the fee.
        const Account& before = i == 0 ? paid.account : accounts[i].account;
        if (machine.accounts[i].writable && !rentAllows(before, machine.accounts[i].account)) {
            auto error = TransactionError::of("InsufficientFundsForRent");
            error.account = i;
            return fails(error);
        }
    }
    out.logs = std::move(machine.logs);
    out.units = machine.units;
    out.inner = std::move(machine.inner);
    out.assets = std::move(machine.assets);
    out.leaves = std::move(machine.leaves);
    finish(out, machine.accounts, bank);
    return out;
}

} // namespace outpost::sim
