// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Database.h"

namespace outpost::store {

/// What was taken out of a store.
struct Taken {
    Bytes content;
    std::int64_t devices = 0;
    std::int64_t months = 0; ///< of samples: one per device, asset and month
    std::int64_t prices = 0;
    std::int64_t activities = 0;
    std::int64_t operations = 0;
    /// Not taken: on two computers one act might be gone on with, or tried again, twice.
    std::int64_t unfinished = 0;
};

/// What an import added; what was there already is not counted.
struct Merged {
    std::int64_t devices = 0;
    std::int64_t labels = 0; ///< names and notes given to devices that had none here
    std::int64_t months = 0;
    std::int64_t prices = 0;
    std::int64_t activities = 0;
    std::int64_t operations = 0;
    std::int64_t settings = 0;
    /// Months of samples in which the two computers contradict each other: this one's stayed.
    std::int64_t contradictions = 0;
};

/// Takes everything out of a store that the networks cannot give again, and merges it into another. Neither keys nor
/// what belongs to one computer alone (leases, wallets' notes) is taken. **Thread:** any; results arrive on the store's
/// threads.
class Transfer {
public:
    /// More content than this is neither written nor read.
    static constexpr std::size_t kMaxContent = std::size_t{1} << 30;

    explicit Transfer(Database& db) : m_db(db) {}

    /// One consistent state. `settings`: beginnings of the keys that go along. store.*, base.tooLong.
    Future<Taken> take(std::vector<std::string> settings);
    /// All or nothing, in one transaction: other writers wait for it, seconds where there is much. What is here wins
    /// over what comes; nothing is doubled. errors::kMalformed for content that take() does not write, store.tooNew for
    /// that of a later version; store.damaged is about what is here.
    Future<Merged> merge(Bytes content, std::vector<std::string> settings);

private:
    Database& m_db;
};

/// What merge() does inside its transaction, which the caller rolls back when this fails. Fuzzed.
Result<Merged> mergeContent(Sql& sql, ByteSpan content, const std::vector<std::string>& settings);

} // namespace outpost::store
