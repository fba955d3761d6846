// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/ledger/Runtime.h"

#include <filesystem>

struct sqlite3;
struct sqlite3_stmt;

namespace outpost::sim {

using Signature = std::array<std::uint8_t, 64>;

/// A transaction in the ledger's history. `meta` is what getTransaction answers as "meta".
struct StoredTransaction {
    Signature signature{};
    std::uint64_t slot = 0;
    std::int64_t atMillis = 0; ///< demo time
    Bytes wire;
    Json error; ///< null when it succeeded
    Json meta;
    std::string memo; ///< of the memo program, empty when none
    std::vector<Pubkey> keys;
};

/// The demo world on disk: one SQLite file of its own kind, which is refused when it is anything else. Everything
/// between begin() and commit() is written or not written as a whole, and a killed process loses nothing committed.
/// **Thread:** the world's. Errors: errors::kFileFailed (also for a file that is not a demo world), kDiskFull.
class Storage {
public:
    static Result<std::unique_ptr<Storage>> open(const std::filesystem::path& file);
    ~Storage();
    Storage(const Storage&) = delete;
    Storage& operator=(const Storage&) = delete;

    Result<void> begin();
    Result<void> commit();
    void rollback();

    // Failures of single writes are remembered and reported by commit().
    void putSetting(const std::string& key, const Json& value);
    void putAccount(const Pubkey& key, const Account& account);                            ///< zero lamports: removed
    void putMemory(const std::string& network, const std::string& key, const Json& value); ///< null: removed
    void putAsset(const Asset& asset);
    void putLeaf(const LeafChange& leaf);
    void putTransaction(const StoredTransaction& transaction);

    std::optional<Json> setting(const std::string& key);
    Result<void> eachAccount(const std::function<void(const Pubkey&, Account)>& visit);
    Result<void> eachMemory(const std::function<void(std::string, std::string, Json)>& visit);
    Result<void> eachAsset(const std::function<void(Asset)>& visit);
    Result<void> eachLeaf(const std::function<void(const LeafChange&)>& visit);
    struct Status {
        std::uint64_t slot = 0;
        std::int64_t atMillis = 0;
        Json error;
    };
    Result<void> eachStatus(const std::function<void(const Signature&, Status)>& visit);
    std::optional<StoredTransaction> transaction(const Signature& signature);
    /// Newest first, older than `before` and newer than `until` where given.
    std::vector<StoredTransaction> transactionsOf(const Pubkey& key, const std::optional<Signature>& before,
                                                  const std::optional<Signature>& until, std::size_t limit);

private:
    explicit Storage(sqlite3* db);
    class Query;
    Result<void> execute(const char* sql);
    sqlite3_stmt* statement(const char* sql);
    void write(sqlite3_stmt* statement);
    std::int64_t sequenceOf(const Signature& signature);
    Error lastError() const;

    sqlite3* m_db;
    std::unordered_map<const char*, sqlite3_stmt*> m_statements; ///< by the literal's address
    std::optional<Error> m_failure;
};

} // namespace outpost::sim
