// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/ledger/MerkleTree.h"
#include "core/sim/ledger/TransactionError.h"

#include <deque>
#include <unordered_map>

namespace outpost::sim {

/// Lamports below which an account of that size may not stay: two years of rent, Solana's constants.
inline std::uint64_t rentMinimum(std::size_t dataSize)
{
    return (128 + static_cast<std::uint64_t>(dataSize)) * 3480 * 2;
}

/// What a transaction runs on. **Thread:** the world's.
class Bank {
public:
    virtual ~Bank() = default;
    virtual const Account* find(const Pubkey& key) const = 0;
    virtual Program* program(const Pubkey& id) const = 0;
    virtual ChainClock clock() const = 0;
    virtual bool isRecentSlot(std::uint64_t slot) const = 0; ///< still in the slot hashes (512 of them)
    virtual std::optional<Asset> asset(const Pubkey& id) const = 0;
};

struct LeafChange {
    Pubkey tree;
    std::uint32_t index = 0;
    Pubkey leaf;
};

struct InnerInstruction {
    std::size_t outer = 0;
    std::uint8_t program = 0; ///< index into the transaction's keys
    std::vector<std::uint8_t> accounts;
    Bytes data;
    int height = 2;
};

struct TokenBalance {
    std::size_t account = 0;
    Pubkey mint;
    Pubkey owner;
    std::uint64_t amount = 0;
    int decimals = 0;
};

struct Outcome {
    std::optional<TransactionError> error;
    bool isRecorded = false; ///< it is in the ledger, its fee is paid; false when refused outright
    std::uint64_t fee = 0;
    std::uint64_t units = 0;
    std::vector<std::string> logs;
    std::vector<InnerInstruction> inner;
    std::vector<Pubkey> keys; ///< the message's, then those loaded writable, then those loaded read-only
    std::vector<bool> writable;
    std::size_t loadedWritable = 0;
    std::size_t loadedReadonly = 0;
    std::vector<std::uint64_t> before;
    std::vector<std::uint64_t> after;
    std::vector<TokenBalance> tokensBefore;
    std::vector<TokenBalance> tokensAfter;
    std::vector<std::pair<Pubkey, Account>> changed; ///< what the ledger now holds; zero lamports: gone
    std::vector<std::pair<Pubkey, Account>> loaded;  ///< every account as it would be, for simulations
    std::vector<Asset> assets;                       ///< new or changed
    std::vector<LeafChange> leaves;
};

/// What the compute-budget instructions of a transaction ask for.
struct BudgetRequest {
    std::uint32_t unitLimit = 0;
    std::uint64_t unitPrice = 0; ///< micro-lamports per unit
    std::uint64_t priorityFee() const;
};
std::expected<BudgetRequest, TransactionError> budgetOf(const ParsedMessage& message);
/// 5000 lamports for every signature, those checked by the Ed25519 program included, and the priority fee.
std::expected<std::uint64_t, TransactionError> feeOf(const ParsedMessage& message);

/// Executes everything behind the checks of signature, age and repetition: lookups, locks, fee, loading, instructions,
/// rent.
Outcome runTransaction(const ParsedTransaction& transaction, const Bank& bank);

/// What the engine's own programs may do beyond a network's.
class BuiltinContext : public ProgramContext {
public:
    virtual bool isRecentSlot(std::uint64_t slot) const = 0;
    virtual std::optional<Asset> asset(const Pubkey& id) const = 0;
    virtual void recordAsset(const Asset& asset) = 0;
    virtual void recordLeaf(const LeafChange& change) = 0;
    virtual bool isTransactionSigner(const Pubkey& key) const = 0;
    /// Replaces a leaf by way of the compression program, with its log lines.
    virtual Execution replaceLeaf(const Pubkey& tree, const Pubkey& root, const Pubkey& oldLeaf, const Pubkey& newLeaf,
                                  std::uint32_t index, std::span<const Pubkey> proof) = 0;
    /// The data of another instruction of the transaction, as the Ed25519 program may refer to.
    virtual std::optional<ByteSpan> instructionData(std::size_t index) const = 0;
};

/// A program of the engine. `logsUnits` is false for those that the validator runs natively.
class BuiltinProgram : public Program {
public:
    Execution execute(ProgramContext& context) final { return run(static_cast<BuiltinContext&>(context)); }
    virtual Execution run(BuiltinContext& context) = 0;
    virtual bool isNative() const { return false; }
    /// True for what the validator checks without a program's log lines.
    virtual bool isSilent() const { return false; }
};

} // namespace outpost::sim
