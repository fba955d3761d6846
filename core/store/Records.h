// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/Amount.h"
#include "core/store/Database.h"

namespace outpost::store {

/// Preferences and small bookmarks, as text. Never secrets.
class Settings {
public:
    explicit Settings(Database& db) : m_db(db) {}
    Future<std::map<std::string, std::string>> all();
    Future<void> set(std::string key, std::string value);

private:
    Database& m_db;
};

/// Prices as they were seen: the only source of past prices.
class Prices {
public:
    explicit Prices(Database& db) : m_db(db) {}
    Future<void> add(std::vector<Price> prices);
    Future<std::vector<Price>> latest(Currency currency);
    /// The newest price at or before a moment, not older than `maxAge`; nothing when there is none.
    Future<std::optional<Price>> at(AssetId asset, Currency currency, Time when, std::chrono::hours maxAge);

private:
    Database& m_db;
};

/// Something that happened and is worth a sentence: collected, sent, received, went offline, registered.
struct Activity {
    Time at;
    std::string kind;    ///< translatable id
    std::string subject; ///< device or account it is about
    std::vector<std::string> args;
    std::vector<Amount> in;
    std::vector<Amount> out;
    std::string uniqueKey; ///< the same event read twice is stored once
};

/// What happens to an activity whose uniqueKey is in the store.
enum class IfKnown { Keep, Replace };
/// For repositories that write it together with something else. **Thread:** the store's writer.
Result<void> writeActivity(Sql& sql, const Activity& activity, IfKnown ifKnown);

class Activities {
public:
    explicit Activities(Database& db) : m_db(db) {}
    Future<void> add(std::vector<Activity> activities);
    /// Newest first.
    Future<std::vector<Activity>> page(std::string subject, std::int64_t offset, std::int64_t limit);

private:
    Database& m_db;
};

} // namespace outpost::store
