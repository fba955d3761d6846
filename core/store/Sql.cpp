// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Sql.h"

#include "core/store/StoreErrors.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

namespace outpost::store {

namespace {

std::unexpected<Error> sqlError(sqlite3* db, int code)
{
    ErrorCode kind = errors::kStoreFailed;
    switch (code & 0xFF) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        kind = errors::kStoreDamaged;
        break;
    case SQLITE_FULL:
    case SQLITE_IOERR:
        kind = errors::kStoreFull;
        break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
        kind = errors::kStoreReadOnly;
        break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        kind = errors::kStoreBusy;
        break;
    default:
        break;
    }
    return fail(kind, db != nullptr ? sqlite3_errmsg(db) : sqlite3_errstr(code));
}

} // namespace

Statement::~Statement()
{
    sqlite3_reset(m_stmt);
    sqlite3_clear_bindings(m_stmt);
}

Statement& Statement::bind(std::int64_t value)
{
    if (m_error == SQLITE_OK)
        m_error = sqlite3_bind_int64(m_stmt, m_next, value);
    ++m_next;
    return *this;
}

Statement& Statement::bind(std::string_view value)
{
    if (m_error == SQLITE_OK)
        m_error = sqlite3_bind_text64(m_stmt, m_next, value.data() != nullptr ? value.data() : "", value.size(),
                                      SQLITE_TRANSIENT, SQLITE_UTF8);
    ++m_next;
    return *this;
}

Statement& Statement::bind(ByteSpan value)
{
    if (m_error == SQLITE_OK)
        m_error = value.empty() ? sqlite3_bind_zeroblob(m_stmt, m_next, 0)
                                : sqlite3_bind_blob64(m_stmt, m_next, value.data(), value.size(), SQLITE_TRANSIENT);
    ++m_next;
    return *this;
}

Statement& Statement::bindNull()
{
    if (m_error == SQLITE_OK)
        m_error = sqlite3_bind_null(m_stmt, m_next);
    ++m_next;
    return *this;
}

Result<bool> Statement::step()
{
    if (m_error != SQLITE_OK)
        return sqlError(m_db, m_error);
    const int code = sqlite3_step(m_stmt);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return sqlError(m_db, code);
}

Result<void> Statement::run()
{
    while (true) {
        OUTPOST_TRY(const bool row, step());
        if (!row)
            return {};
    }
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_stmt, column);
}

std::string Statement::text(int column) const
{
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(m_stmt, column));
    return data == nullptr ? std::string{}
                           : std::string(data, static_cast<std::size_t>(sqlite3_column_bytes(m_stmt, column)));
}

Bytes Statement::blob(int column) const
{
    const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(m_stmt, column));
    return data == nullptr ? Bytes{} : Bytes(data, data + sqlite3_column_bytes(m_stmt, column));
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_stmt, column) == SQLITE_NULL;
}

Result<std::unique_ptr<Sql>> Sql::open(const std::filesystem::path& path, Mode mode)
{
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    if (mode == Mode::ReadWrite) {
        // SQLite would create the file with the process's umask; it holds where a person lives.
        const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (fd < 0)
            return fail(errors::kStoreReadOnly, "cannot open the store for writing", {path.string()});
        ::close(fd);
        flags |= SQLITE_OPEN_READWRITE;
    } else {
        flags |= SQLITE_OPEN_READONLY;
    }
    sqlite3* raw = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &raw, flags, nullptr);
    std::unique_ptr<Sql> sql(new Sql(raw));
    if (code != SQLITE_OK)
        return sqlError(raw, code);
    sqlite3_busy_timeout(raw, 5000); // another process of ours may be writing
    sqlite3_limit(raw, SQLITE_LIMIT_LENGTH, 256 << 20);
    return sql;
}

Sql::~Sql()
{
    for (auto& [text, stmt] : m_statements)
        sqlite3_finalize(stmt);
    sqlite3_close_v2(m_db);
}

Result<std::unique_ptr<Statement>> Sql::prepare(std::string_view sql)
{
    auto it = m_statements.find(sql);
    if (it == m_statements.end() || sqlite3_stmt_busy(it->second) != 0) {
        sqlite3_stmt* stmt = nullptr;
        const int code = sqlite3_prepare_v3(m_db, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                            &stmt, nullptr);
        if (code != SQLITE_OK)
            return sqlError(m_db, code);
        if (it != m_statements.end()) // a nested use of the same text: finalized with the connection under its own key
            it = m_statements.emplace(std::string(sql) + " --" + std::to_string(m_statements.size()), stmt).first;
        else
            it = m_statements.emplace(std::string(sql), stmt).first;
    }
    return std::make_unique<Statement>(m_db, it->second);
}

Result<void> Sql::exec(const std::string& sql)
{
    const int code = sqlite3_exec(m_db, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return sqlError(m_db, code);
    return {};
}

Result<std::int64_t> Sql::scalar(std::string_view sql)
{
    OUTPOST_TRY(auto statement, prepare(sql));
    OUTPOST_TRY(const bool row, statement->step());
    return row ? statement->integer(0) : 0;
}

std::int64_t Sql::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_db);
}

int Sql::changes() const
{
    return sqlite3_changes(m_db);
}

} // namespace outpost::store
