// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/world/Storage.h"

#include <sqlite3.h>

namespace outpost::sim {

namespace {

constexpr int kApplicationId = 0x4f504457; // "OPDW": a demo world, and nothing a real home would hold
constexpr int kVersion = 1;

constexpr const char* kSchema = R"(
CREATE TABLE setting(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE account(key BLOB PRIMARY KEY, lamports INTEGER NOT NULL, owner BLOB NOT NULL, executable INTEGER NOT NULL,
    data BLOB NOT NULL);
CREATE TABLE memory(network TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY(network, key)) WITHOUT ROWID;
CREATE TABLE asset(id BLOB PRIMARY KEY, minted INTEGER NOT NULL, value TEXT NOT NULL);
CREATE TABLE leaf(tree BLOB NOT NULL, leaf_index INTEGER NOT NULL, hash BLOB NOT NULL, PRIMARY KEY(tree, leaf_index)) WITHOUT ROWID;
CREATE TABLE entry(sequence INTEGER PRIMARY KEY, signature BLOB NOT NULL UNIQUE, slot INTEGER NOT NULL, at INTEGER NOT NULL,
    wire BLOB NOT NULL, error TEXT NOT NULL, meta TEXT NOT NULL, memo TEXT NOT NULL);
CREATE TABLE entry_key(key BLOB NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY(key, sequence)) WITHOUT ROWID;
)";

Json assetJson(const Asset& asset)
{
    Json creators = Json::array();
    for (const auto& creator : asset.creators)
        creators.push_back({creator.address.text(), creator.verified, creator.share});
    return {{"tree", asset.tree.text()},
            {"index", asset.index},
            {"owner", asset.owner.text()},
            {"delegate", asset.delegate.text()},
            {"dataHash", asset.dataHash.text()},
            {"creatorHash", asset.creatorHash.text()},
            {"name", asset.name},
            {"symbol", asset.symbol},
            {"uri", asset.uri},
            {"creators", creators},
            {"collection", asset.collection.text()},
            {"burnt", asset.burnt},
            {"sequence", asset.sequence},
            {"indexedAt", toUnixMillis(asset.indexedAt)}};
}

Asset assetFrom(const Pubkey& id, const Json& json)
{
    const auto key = [&json](const char* name) { return pubkeyOf(json.at(name).get<std::string>()); };
    Asset asset;
    asset.id = id;
    asset.tree = key("tree");
    asset.index = json.at("index");
    asset.owner = key("owner");
    asset.delegate = key("delegate");
    asset.dataHash = key("dataHash");
    asset.creatorHash = key("creatorHash");
    asset.name = json.at("name");
    asset.symbol = json.at("symbol");
    asset.uri = json.at("uri");
    for (const auto& creator : json.at("creators"))
        asset.creators.push_back({pubkeyOf(creator.at(0).get<std::string>()), creator.at(1), creator.at(2)});
    asset.collection = key("collection");
    asset.burnt = json.at("burnt");
    asset.sequence = json.at("sequence");
    asset.indexedAt = fromUnixMillis(json.at("indexedAt"));
    return asset;
}

void bindBlob(sqlite3_stmt* statement, int at, ByteSpan bytes)
{
    // A null pointer would bind NULL, also for an empty blob.
    static constexpr std::uint8_t kNothing = 0;
    sqlite3_bind_blob64(statement, at, bytes.empty() ? &kNothing : bytes.data(), bytes.size(), SQLITE_TRANSIENT);
}

void bindText(sqlite3_stmt* statement, int at, const std::string& text)
{
    sqlite3_bind_text64(statement, at, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

ByteSpan blob(sqlite3_stmt* statement, int at)
{
    const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement, at));
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement, at))};
}

std::string text(sqlite3_stmt* statement, int at)
{
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement, at));
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement, at))};
}

template <std::size_t N> std::array<std::uint8_t, N> fixed(ByteSpan bytes)
{
    std::array<std::uint8_t, N> out{};
    std::copy_n(bytes.begin(), std::min(bytes.size(), N), out.begin());
    return out;
}

Pubkey keyOf(sqlite3_stmt* statement, int at)
{
    return Pubkey{fixed<32>(blob(statement, at))};
}

Json parsed(const std::string& value)
{
    Json json = Json::parse(value, nullptr, false);
    return json.is_discarded() ? Json() : json;
}

StoredTransaction transactionFrom(sqlite3_stmt* statement)
{
    StoredTransaction out;
    out.signature = fixed<64>(blob(statement, 0));
    out.slot = static_cast<std::uint64_t>(sqlite3_column_int64(statement, 1));
    out.atMillis = sqlite3_column_int64(statement, 2);
    out.wire = toBytes(blob(statement, 3));
    out.error = parsed(text(statement, 4));
    out.meta = parsed(text(statement, 5));
    out.memo = text(statement, 6);
    return out;
}

} // namespace

/// A statement in use; reset when it goes out of scope.
class Storage::Query {
public:
    explicit Query(sqlite3_stmt* statement) : m_statement(statement) {}
    ~Query() { sqlite3_reset(m_statement); }
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;
    sqlite3_stmt* operator*() const { return m_statement; }
    bool step() { return m_statement && (m_code = sqlite3_step(m_statement)) == SQLITE_ROW; }
    bool failed() const { return m_code != SQLITE_DONE; }

private:
    sqlite3_stmt* m_statement;
    int m_code = SQLITE_ERROR;
};

Storage::Storage(sqlite3* db) : m_db(db) {}

Storage::~Storage()
{
    for (const auto& [sql, prepared] : m_statements)
        sqlite3_finalize(prepared);
    sqlite3_close(m_db);
}

Error Storage::lastError() const
{
    const int code = sqlite3_errcode(m_db) & 0xff;
    return Error(code == SQLITE_FULL ? errors::kDiskFull : errors::kFileFailed, sqlite3_errmsg(m_db));
}

Result<void> Storage::execute(const char* sql)
{
    if (sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return fail(lastError());
    return {};
}

sqlite3_stmt* Storage::statement(const char* sql)
{
    sqlite3_stmt*& prepared = m_statements[sql];
    if (!prepared && sqlite3_prepare_v3(m_db, sql, -1, SQLITE_PREPARE_PERSISTENT, &prepared, nullptr) != SQLITE_OK)
        m_failure = lastError();
    return prepared;
}

void Storage::write(sqlite3_stmt* prepared)
{
    if (!prepared)
        return;
    if (sqlite3_step(prepared) != SQLITE_DONE && !m_failure)
        m_failure = lastError();
    sqlite3_reset(prepared);
}

Result<std::unique_ptr<Storage>> Storage::open(const std::filesystem::path& file)
{
    sqlite3* db = nullptr;
    const int code =
        sqlite3_open_v2(file.c_str(), &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOFOLLOW, nullptr);
    std::unique_ptr<Storage> storage(new Storage(db));
    if (code != SQLITE_OK)
        return fail(errors::kFileFailed, db ? sqlite3_errmsg(db) : "out of memory", {file.string()});
    sqlite3_busy_timeout(db, 5000);
    // A process that is killed loses nothing committed this way; only a power cut may lose the last moments.
    OUTPOST_CHECK(storage->execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA temp_store=MEMORY"));
    int application = 0;
    int version = 0;
    {
        Query query(storage->statement("PRAGMA application_id"));
        if (query.step())
            application = sqlite3_column_int(*query, 0);
    }
    {
        Query query(storage->statement("PRAGMA user_version"));
        if (query.step())
            version = sqlite3_column_int(*query, 0);
    }
    bool hasTables = false;
    {
        Query query(storage->statement("SELECT 1 FROM sqlite_master LIMIT 1"));
        hasTables = query.step();
    }
    if (!hasTables) {
        OUTPOST_CHECK(storage->execute("BEGIN"));
        OUTPOST_CHECK(storage->execute(kSchema));
        OUTPOST_CHECK(storage->execute("PRAGMA application_id=1330660439; PRAGMA user_version=1; COMMIT"));
    } else if (application != kApplicationId || version != kVersion) {
        return fail(errors::kFileFailed, "this file is not a demo world", {file.string()});
    }
    return storage;
}

Result<void> Storage::begin()
{
    m_failure.reset();
    return execute("BEGIN IMMEDIATE");
}

Result<void> Storage::commit()
{
    if (m_failure) {
        const Error failure = *m_failure;
        rollback();
        return fail(failure);
    }
    if (auto done = execute("COMMIT"); !done) {
        rollback();
        return done;
    }
    return {};
}

void Storage::rollback()
{
    m_failure.reset();
    if (sqlite3_get_autocommit(m_db) == 0)
        (void)execute("ROLLBACK");
}

void Storage::putSetting(const std::string& key, const Json& value)
{
    sqlite3_stmt* s = statement("INSERT OR REPLACE INTO setting VALUES(?,?)");
    bindText(s, 1, key);
    bindText(s, 2, value.dump());
    write(s);
}

void Storage::putAccount(const Pubkey& key, const Account& account)
{
    if (account.lamports == 0) {
        sqlite3_stmt* s = statement("DELETE FROM account WHERE key=?");
        bindBlob(s, 1, key.bytes);
        write(s);
        return;
    }
    sqlite3_stmt* s = statement("INSERT OR REPLACE INTO account VALUES(?,?,?,?,?)");
    bindBlob(s, 1, key.bytes);
    sqlite3_bind_int64(s, 2, static_cast<std::int64_t>(account.lamports));
    bindBlob(s, 3, account.owner.bytes);
    sqlite3_bind_int(s, 4, account.executable ? 1 : 0);
    bindBlob(s, 5, account.data);
    write(s);
}

void Storage::putMemory(const std::string& network, const std::string& key, const Json& value)
{
    sqlite3_stmt* s = statement(value.is_null() ? "DELETE FROM memory WHERE network=? AND key=?"
                                                : "INSERT OR REPLACE INTO memory VALUES(?,?,?)");
    bindText(s, 1, network);
    bindText(s, 2, key);
    if (!value.is_null())
        bindText(s, 3, value.dump());
    write(s);
}

void Storage::putAsset(const Asset& asset)
{
    sqlite3_stmt* s = statement(
        "INSERT INTO asset VALUES(?1,(SELECT count(*) FROM asset),?2) ON CONFLICT(id) DO UPDATE SET value=?2");
    bindBlob(s, 1, asset.id.bytes);
    bindText(s, 2, assetJson(asset).dump());
    write(s);
}

void Storage::putLeaf(const LeafChange& leaf)
{
    sqlite3_stmt* s = statement("INSERT OR REPLACE INTO leaf VALUES(?,?,?)");
    bindBlob(s, 1, leaf.tree.bytes);
    sqlite3_bind_int64(s, 2, leaf.index);
    bindBlob(s, 3, leaf.leaf.bytes);
    write(s);
}

void Storage::putTransaction(const StoredTransaction& transaction)
{
    sqlite3_stmt* s = statement("INSERT INTO entry(signature,slot,at,wire,error,meta,memo) VALUES(?,?,?,?,?,?,?)");
    bindBlob(s, 1, transaction.signature);
    sqlite3_bind_int64(s, 2, static_cast<std::int64_t>(transaction.slot));
    sqlite3_bind_int64(s, 3, transaction.atMillis);
    bindBlob(s, 4, transaction.wire);
    bindText(s, 5, transaction.error.dump());
    bindText(s, 6, transaction.meta.dump());
    bindText(s, 7, transaction.memo);
    write(s);
    const std::int64_t sequence = sqlite3_last_insert_rowid(m_db);
    for (const auto& key : transaction.keys) {
        sqlite3_stmt* link = statement("INSERT OR IGNORE INTO entry_key VALUES(?,?)");
        bindBlob(link, 1, key.bytes);
        sqlite3_bind_int64(link, 2, sequence);
        write(link);
    }
}

std::optional<Json> Storage::setting(const std::string& key)
{
    Query query(statement("SELECT value FROM setting WHERE key=?"));
    bindText(*query, 1, key);
    if (!query.step())
        return std::nullopt;
    return parsed(text(*query, 0));
}

Result<void> Storage::eachAccount(const std::function<void(const Pubkey&, Account)>& visit)
{
    Query query(statement("SELECT key,lamports,owner,executable,data FROM account"));
    while (query.step()) {
        Account account;
        account.lamports = static_cast<std::uint64_t>(sqlite3_column_int64(*query, 1));
        account.owner = keyOf(*query, 2);
        account.executable = sqlite3_column_int(*query, 3) != 0;
        account.data = toBytes(blob(*query, 4));
        visit(keyOf(*query, 0), std::move(account));
    }
    return query.failed() ? Result<void>(fail(lastError())) : Result<void>();
}

Result<void> Storage::eachMemory(const std::function<void(std::string, std::string, Json)>& visit)
{
    Query query(statement("SELECT network,key,value FROM memory"));
    while (query.step())
        visit(text(*query, 0), text(*query, 1), parsed(text(*query, 2)));
    return query.failed() ? Result<void>(fail(lastError())) : Result<void>();
}

Result<void> Storage::eachAsset(const std::function<void(Asset)>& visit)
{
    Query query(statement("SELECT id,value FROM asset ORDER BY minted"));
    try {
        while (query.step())
            visit(assetFrom(keyOf(*query, 0), parsed(text(*query, 1))));
    } catch (const Json::exception& e) {
        return fail(errors::kFileFailed, e.what());
    }
    return query.failed() ? Result<void>(fail(lastError())) : Result<void>();
}

Result<void> Storage::eachLeaf(const std::function<void(const LeafChange&)>& visit)
{
    Query query(statement("SELECT tree,leaf_index,hash FROM leaf ORDER BY tree,leaf_index"));
    while (query.step())
        visit({keyOf(*query, 0), static_cast<std::uint32_t>(sqlite3_column_int64(*query, 1)), keyOf(*query, 2)});
    return query.failed() ? Result<void>(fail(lastError())) : Result<void>();
}

Result<void> Storage::eachStatus(const std::function<void(const Signature&, Status)>& visit)
{
    Query query(statement("SELECT signature,slot,at,error FROM entry"));
    while (query.step()) {
        visit(fixed<64>(blob(*query, 0)), {static_cast<std::uint64_t>(sqlite3_column_int64(*query, 1)),
                                           sqlite3_column_int64(*query, 2), parsed(text(*query, 3))});
    }
    return query.failed() ? Result<void>(fail(lastError())) : Result<void>();
}

std::optional<StoredTransaction> Storage::transaction(const Signature& signature)
{
    Query query(statement("SELECT signature,slot,at,wire,error,meta,memo FROM entry WHERE signature=?"));
    bindBlob(*query, 1, signature);
    if (!query.step())
        return std::nullopt;
    return transactionFrom(*query);
}

std::int64_t Storage::sequenceOf(const Signature& signature)
{
    Query query(statement("SELECT sequence FROM entry WHERE signature=?"));
    bindBlob(*query, 1, signature);
    return query.step() ? sqlite3_column_int64(*query, 0) : -1;
}

std::vector<StoredTransaction> Storage::transactionsOf(const Pubkey& key, const std::optional<Signature>& before,
                                                       const std::optional<Signature>& until, std::size_t limit)
{
    std::vector<StoredTransaction> out;
    const std::int64_t below = before ? sequenceOf(*before) : INT64_MAX;
    const std::int64_t above = until ? sequenceOf(*until) : -1;
    Query query(statement(
        "SELECT e.signature,e.slot,e.at,e.wire,e.error,e.meta,e.memo FROM entry_key k JOIN entry e"
        " ON e.sequence=k.sequence WHERE k.key=? AND k.sequence<? AND k.sequence>? ORDER BY k.sequence DESC LIMIT ?"));
    bindBlob(*query, 1, key.bytes);
    sqlite3_bind_int64(*query, 2, below);
    sqlite3_bind_int64(*query, 3, above);
    sqlite3_bind_int64(*query, 4, static_cast<std::int64_t>(limit));
    while (query.step())
        out.push_back(transactionFrom(*query));
    return out;
}

} // namespace outpost::sim
