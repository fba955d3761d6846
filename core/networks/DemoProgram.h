// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/networks/DemoTransaction.h"

namespace outpost::demo {

struct Account {
    std::uint64_t lamports = 0;
    Pubkey owner; ///< the program that may change it; zero is the System program
    Bytes data;
    bool executable = false;
    friend bool operator==(const Account&, const Account&) = default;
};

/// Why a program refused, in the words of Solana's JSON-RPC: {"Custom": 6000} or a name such as "InvalidAccountData".
struct InstructionError {
    std::string name; ///< empty for a custom code
    std::uint32_t code = 0;

    static InstructionError custom(std::uint32_t code) { return {{}, code}; }
    static InstructionError named(std::string name) { return {std::move(name), 0}; }
    friend bool operator==(const InstructionError&, const InstructionError&) = default;
};
using Execution = std::expected<void, InstructionError>;
template <class T> using Executed = std::expected<T, InstructionError>;

inline std::unexpected<InstructionError> refuse(std::uint32_t customCode)
{
    return std::unexpected(InstructionError::custom(customCode));
}
inline std::unexpected<InstructionError> refuse(std::string name)
{
    return std::unexpected(InstructionError::named(std::move(name)));
}

/// The chain's clock as programs see it.
struct ChainClock {
    std::int64_t unixSeconds = 0;
    std::uint64_t slot = 0;
    std::uint64_t epoch = 0; ///< the chain's, not a network's
};

struct Creator {
    Pubkey address;
    bool verified = false;
    std::uint8_t share = 0;
    friend bool operator==(const Creator&, const Creator&) = default;
};

/// A compressed NFT to be minted: what goes into its hashes and what an indexer answers for it.
struct NewAsset {
    Pubkey tree;
    Pubkey owner;
    Pubkey delegate; ///< zero: the owner
    std::string name;
    std::string symbol;
    std::string uri;
    std::uint16_t sellerFeeBasisPoints = 0;
    std::vector<Creator> creators;
    Pubkey collection; ///< zero: none
};

/// A compressed NFT as the indexer knows it. The leaf in the tree is leafHash(asset).
struct Asset {
    Pubkey id;
    Pubkey tree;
    std::uint32_t index = 0; ///< of the leaf; also its nonce
    Pubkey owner;
    Pubkey delegate; ///< equals the owner when nothing is delegated
    Pubkey dataHash;
    Pubkey creatorHash;
    std::string name;
    std::string symbol;
    std::string uri;
    std::vector<Creator> creators;
    Pubkey collection;
    bool burnt = false;
    std::uint64_t sequence = 0; ///< of the tree, at the last change
    Time indexedAt;             ///< the indexer does not know it earlier
};

/// Keccak of Bubblegum's leaf schema version 1: 01, id, owner, delegate, nonce, data hash, creator hash.
Pubkey leafHash(const Pubkey& id, const Pubkey& owner, const Pubkey& delegate, std::uint64_t nonce,
                const Pubkey& dataHash, const Pubkey& creatorHash);
Pubkey leafHash(const Asset& asset);
/// The id of the asset at a leaf: derived of Bubblegum from "asset", tree and nonce.
Pubkey assetId(const Pubkey& tree, std::uint64_t nonce);
/// Everything of the future asset but its place in the tree.
Asset describe(const NewAsset& asset, std::uint32_t index);

/// What one instruction may see and do. The engine checks as the runtime does: only writable accounts change, only the
/// owning program changes data or takes lamports, no lamports appear or vanish, an account must end rent-exempt.
/// References to accounts stay valid until execute() returns, also across invoke(). **Thread:** the world's.
class ProgramContext {
public:
    virtual ~ProgramContext() = default;

    virtual const Pubkey& programId() const = 0;
    /// In the order of the instruction; `signer` is true as well for addresses that a caller signed for by seeds.
    virtual std::span<const AccountMeta> accounts() const = 0;
    virtual ByteSpan data() const = 0;

    /// By position in accounts(), which must exist. An account that does not exist is empty and owned by System.
    virtual const Account& read(std::size_t index) const = 0;
    /// The same, to be changed; rules are checked when the instruction ends or calls another.
    virtual Account& edit(std::size_t index) = 0;
    /// Position of a key in accounts(), if there.
    virtual std::optional<std::size_t> indexOf(const Pubkey& key) const = 0;

    /// Calls another program. Each inner vector of signerSeeds names one derived address of this program (bump
    /// included) that signs.
    virtual Execution invoke(const Instruction& instruction,
                             const std::vector<std::vector<Bytes>>& signerSeeds = {}) = 0;

    /// The transaction's own instructions, as the instructions sysvar shows them, and which of them runs.
    virtual std::span<const Instruction> transactionInstructions() const = 0;
    virtual std::size_t currentInstruction() const = 0;

    virtual ChainClock clock() const = 0;
    virtual std::uint64_t rentExemptMinimum(std::size_t dataSize) const = 0;
    /// "Program log: TEXT".
    virtual void log(std::string_view text) = 0;
    /// "Program data: BASE64".
    virtual void logData(ByteSpan data) = 0;
    /// Adds to the compute units of the transaction.
    virtual void consume(std::uint64_t units) = 0;

    // Compressed trees, on the tree's account in its real layout. The tree must be among accounts(), writable where it
    // changes.

    /// What every program with a proof asks of the compression program: is this leaf there under this root? `proof` is
    /// leaf to root without what the canopy holds, as appended accounts bring it. Refuses with the compression
    /// program's codes.
    virtual Execution verifyLeaf(const Pubkey& tree, const Pubkey& root, const Pubkey& leaf, std::uint32_t index,
                                 std::span<const Pubkey> proof) = 0;
    /// Mints through Bubblegum: appends the leaf, and the indexer learns of the asset some seconds later.
    virtual Executed<Asset> mintCompressed(const NewAsset& asset) = 0;

    // Ready-made steps most programs need.

    /// Creates the account at accounts()[index] by paying from accounts()[payer] (a signer) through System; the account
    /// is an address derived from `seeds` (bump included). "already in use" (System's Custom 0) when it exists.
    virtual Execution createDerived(std::size_t payer, std::size_t index, std::uint64_t space,
                                    const std::vector<Bytes>& seeds) = 0;
};

/// A program of the demo ledger. Stateless: everything lasting is in accounts. **Thread:** the world's.
class Program {
public:
    virtual ~Program() = default;
    virtual Pubkey id() const = 0;
    virtual Execution execute(ProgramContext& context) = 0;
    /// Compute units that a run costs apart from what it calls or adds with consume().
    virtual std::uint64_t baseUnits() const { return 20'000; }
};

/// The message of an Anchor error as a log line: "AnchorError occurred. Error Code: NAME. Error Number: N. Error
/// Message: TEXT."
std::string anchorErrorLog(std::string_view name, std::uint32_t number, std::string_view message);

/// Parts of an SPL token account and a mint, read from their bytes; nothing when the length or owner is wrong.
struct TokenAccountView {
    Pubkey mint;
    Pubkey owner;
    std::uint64_t amount = 0;
    bool frozen = false;
};
std::optional<TokenAccountView> tokenAccount(const Account& account);
struct MintView {
    std::optional<Pubkey> mintAuthority;
    std::uint64_t supply = 0;
    int decimals = 0;
    std::optional<Pubkey> freezeAuthority;
};
std::optional<MintView> tokenMint(const Account& account);

} // namespace outpost::demo
