// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Int128.h"
#include "core/chain/solana/Message.h"
#include "core/chain/solana/TokenAccounts.h"

/// What a Solana node answers, by its JSON-RPC documentation (https://solana.com/docs/rpc) and the Digital Asset
/// Standard API (github.com/metaplex-foundation/digital-asset-standard-api). All of it is one server's word.
namespace outpost::ledger {

using solana::Blockhash;
using solana::PublicKey;
using solana::Signature;

/// How sure the cluster is: seen by this node, voted for by two thirds, irreversible.
enum class Commitment { Processed = 0, Confirmed = 1, Finalized = 2 };

struct LatestBlockhash {
    Blockhash hash;
    std::uint64_t lastValidBlockHeight = 0;
    std::uint64_t slot = 0;
};

struct AccountInfo {
    PublicKey owner; ///< the program it belongs to
    std::uint64_t lamports = 0;
    Bytes data;
    bool isExecutable = false;
    friend bool operator==(const AccountInfo&, const AccountInfo&) = default;
};

/// Accounts in the order in which they were asked for; nothing where there is none.
struct AccountsAt {
    std::uint64_t slot = 0; ///< of the answer; of the oldest one when it took several
    std::vector<std::optional<AccountInfo>> accounts;
};

struct TokenHolding {
    PublicKey account;
    std::uint64_t lamports = 0;
    solana::TokenAccount token;
};

struct SignatureStatus {
    std::uint64_t slot = 0;
    Commitment level = Commitment::Processed;
    /// The error it landed with, as the node wrote it (JSON, capped); nothing when it succeeded.
    std::optional<std::string> failure;
};

struct SignatureInfo {
    Signature signature;
    std::uint64_t slot = 0;
    std::optional<Time> at;
    std::optional<std::string> failure;
};

struct TokenBalance {
    std::uint32_t accountIndex = 0;
    PublicKey mint;
    std::optional<PublicKey> owner;
    Int128 amount; ///< base units
    int decimals = 0;
};

/// A transaction that landed, with what it did.
struct TransactionRecord {
    std::uint64_t slot = 0;
    std::optional<Time> at;
    Bytes transaction;     ///< in wire form
    std::uint64_t fee = 0; ///< lamports
    std::optional<std::string> failure;
    std::vector<std::uint64_t> lamportsBefore; ///< by account index: static, looked up for writing, for reading
    std::vector<std::uint64_t> lamportsAfter;
    std::vector<TokenBalance> tokensBefore;
    std::vector<TokenBalance> tokensAfter;
    std::vector<PublicKey> loadedWritable;
    std::vector<PublicKey> loadedReadonly;
    std::vector<std::string> logs;
};

struct SimulateOptions {
    std::vector<PublicKey> accounts = {}; ///< whose state after the transaction is wanted
    std::optional<std::uint64_t> minContextSlot = {};
    bool replaceBlockhash = false; ///< simulate on the node's newest one
};

struct SimulationReply {
    std::uint64_t slot = 0;
    std::optional<std::string> failure;
    std::vector<std::string> logs;
    std::uint64_t units = 0;                          ///< compute units used
    std::vector<std::optional<AccountInfo>> accounts; ///< empty when it failed
};

struct EpochInfo {
    std::uint64_t epoch = 0;
    std::uint64_t absoluteSlot = 0;
    std::uint64_t blockHeight = 0;
};

struct PrioritizationFee {
    std::uint64_t slot = 0;
    std::uint64_t microLamports = 0; ///< per compute unit
    friend bool operator==(const PrioritizationFee&, const PrioritizationFee&) = default;
};

// --- Digital assets

using Hash32 = std::array<std::uint8_t, 32>;

struct AssetCreator {
    PublicKey address;
    bool verified = false;
    int share = 0; ///< percent
};

/// A single thing that can be owned: a (compressed) NFT. Texts are plain and capped.
struct DigitalAsset {
    struct Compression {
        Hash32 dataHash{};
        Hash32 creatorHash{};
        Hash32 assetHash{};
        PublicKey tree;
        std::uint64_t seq = 0;
        std::uint64_t leafId = 0;
    };
    PublicKey id;
    std::string interface; ///< as the index names its kind
    PublicKey owner;
    std::optional<PublicKey> delegate;
    bool isFrozen = false;
    bool isBurnt = false;
    std::optional<Compression> compression; ///< nothing for an ordinary NFT
    std::vector<AssetCreator> creators;
    std::optional<PublicKey> collection;
    std::string name;
    std::string symbol;
    std::string jsonUri;
    /// Traits by name, values as text; members of other types are left out.
    std::vector<std::pair<std::string, std::string>> attributes;
};

struct AssetProof {
    Hash32 root{};
    std::vector<PublicKey> proof; ///< from the leaf upwards, canopy included
    std::uint64_t nodeIndex = 0;
    Hash32 leaf{};
    PublicKey tree;
};

struct AssetQuery {
    std::optional<PublicKey> owner = {};
    std::optional<PublicKey> creator = {};
    bool creatorVerified = true;
    std::optional<PublicKey> collection = {};
    std::string tokenType = {}; ///< empty: the index's default; "fungible" shows position NFTs on some indexes
};

struct AssetPage {
    std::uint64_t total = 0; ///< as claimed; some indexes give that of the page
    std::uint64_t page = 0;
    std::vector<DigitalAsset> items;
};

} // namespace outpost::ledger
