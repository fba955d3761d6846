// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Bytes.h"
#include "core/base/Error.h"
#include "core/base/Int128.h"

#include <filesystem>
#include <map>
#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace outpost::store {

/// One prepared statement on its way through its rows. Bind by position from 1, then step. Binding and stepping errors
/// are kept and answered by the next step().
class Statement {
public:
    Statement(sqlite3* db, sqlite3_stmt* stmt) : m_db(db), m_stmt(stmt) {}
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement(); ///< resets the statement for its next use

    Statement& bind(std::int64_t value);
    Statement& bind(std::string_view value);
    Statement& bind(ByteSpan value);
    Statement& bindNull();
    /// True when there is a row, false at the end.
    Result<bool> step();
    /// Steps to the end, ignoring rows.
    Result<void> run();

    std::int64_t integer(int column) const;
    std::string text(int column) const;
    Bytes blob(int column) const;
    bool isNull(int column) const;

private:
    sqlite3* m_db;
    sqlite3_stmt* m_stmt;
    int m_next = 1;
    int m_error = 0;
};

/// One connection to one SQLite file. **Thread:** one at a time.
class Sql {
public:
    enum class Mode { ReadWrite, ReadOnly };
    /// Creates the file with mode 0600 when it is missing (ReadWrite only).
    static Result<std::unique_ptr<Sql>> open(const std::filesystem::path& path, Mode mode);
    ~Sql();
    Sql(const Sql&) = delete;
    Sql& operator=(const Sql&) = delete;

    /// The statement stays prepared for the connection's life; `sql` must be a literal or otherwise live as long.
    Result<std::unique_ptr<Statement>> prepare(std::string_view sql);
    /// One or several statements without parameters.
    Result<void> exec(const std::string& sql);
    Result<std::int64_t> scalar(std::string_view sql);
    std::int64_t lastInsertId() const;
    int changes() const;

private:
    explicit Sql(sqlite3* db) : m_db(db) {}
    sqlite3* m_db;
    std::map<std::string, sqlite3_stmt*, std::less<>> m_statements;
};

} // namespace outpost::store
