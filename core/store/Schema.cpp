// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Database.h"
#include "core/store/StoreErrors.h"

namespace outpost::store {

namespace {

// Forward only. A script, once released, is never changed; the next one corrects it.
constexpr const char* kMigrations[] = {
    R"sql(
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE devices (
    num INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, network TEXT NOT NULL, owner TEXT NOT NULL,
    name TEXT NOT NULL, nickname TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL,
    cell INTEGER, latitude REAL, longitude REAL, elevation INTEGER, gain INTEGER,
    city TEXT NOT NULL DEFAULT '', status INTEGER NOT NULL, problem TEXT NOT NULL DEFAULT '',
    last_seen INTEGER, added_at INTEGER, watch_only INTEGER NOT NULL DEFAULT 0, network_data TEXT NOT NULL DEFAULT '',
    shown TEXT NOT NULL, search TEXT NOT NULL,
    ready_minor INTEGER NOT NULL DEFAULT 0, month_minor INTEGER NOT NULL DEFAULT 0, previous_minor INTEGER NOT NULL DEFAULT 0);
CREATE INDEX devices_shown ON devices (shown COLLATE NOCASE, num);
CREATE INDEX devices_status ON devices (status, num);
CREATE INDEX devices_seen ON devices (last_seen, num);
CREATE INDEX devices_ready ON devices (ready_minor, num);
CREATE INDEX devices_month ON devices (month_minor, num);
CREATE TABLE names (num INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
CREATE TABLE series (
    device INTEGER NOT NULL, asset INTEGER NOT NULL, month INTEGER NOT NULL, source INTEGER NOT NULL,
    data BLOB NOT NULL, PRIMARY KEY (device, asset, month)) WITHOUT ROWID;
CREATE TABLE claimables (
    device INTEGER NOT NULL, asset INTEGER NOT NULL, base TEXT NOT NULL, source TEXT NOT NULL, as_of INTEGER NOT NULL,
    PRIMARY KEY (device, asset)) WITHOUT ROWID;
CREATE TABLE prices (
    asset INTEGER NOT NULL, currency INTEGER NOT NULL, at INTEGER NOT NULL, nano TEXT NOT NULL, source TEXT NOT NULL,
    PRIMARY KEY (asset, currency, at)) WITHOUT ROWID;
CREATE TABLE operations (
    id TEXT PRIMARY KEY, parent TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, state INTEGER NOT NULL,
    idempotency TEXT NOT NULL, body TEXT NOT NULL, signed_bytes BLOB NOT NULL, created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL, lease_owner TEXT NOT NULL DEFAULT '', lease_until INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX operations_parent ON operations (parent);
CREATE INDEX operations_state ON operations (state, updated_at);
CREATE UNIQUE INDEX operations_key ON operations (idempotency)
    WHERE idempotency <> '' AND state NOT IN (7, 8, 9, 10, 11, 12);
CREATE TABLE operation_log (
    num INTEGER PRIMARY KEY, operation TEXT NOT NULL, at INTEGER NOT NULL, event TEXT NOT NULL, state INTEGER NOT NULL,
    detail TEXT NOT NULL);
CREATE INDEX operation_log_operation ON operation_log (operation, num);
CREATE TABLE activity (
    num INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, body TEXT NOT NULL,
    unique_key TEXT NOT NULL UNIQUE);
CREATE INDEX activity_at ON activity (at);
)sql",
    // What a device earned can be unknown, which is not zero.
    R"sql(
DROP INDEX devices_ready;
DROP INDEX devices_month;
ALTER TABLE devices DROP COLUMN ready_minor;
ALTER TABLE devices DROP COLUMN month_minor;
ALTER TABLE devices DROP COLUMN previous_minor;
ALTER TABLE devices ADD COLUMN ready_minor INTEGER;
ALTER TABLE devices ADD COLUMN month_minor INTEGER;
ALTER TABLE devices ADD COLUMN previous_minor INTEGER;
CREATE INDEX devices_ready ON devices (ready_minor, num);
CREATE INDEX devices_month ON devices (month_minor, num);
)sql",
};

// Tells the two worlds' files apart in SQLite's own header field ("OPst", "OPdm").
constexpr std::int64_t kRealMagic = 0x4F507374;
constexpr std::int64_t kDemoMagic = 0x4F50646D;

} // namespace

int schemaVersion()
{
    return static_cast<int>(std::size(kMigrations));
}

Result<void> migrate(Sql& sql, bool demo)
{
    OUTPOST_TRY(const std::int64_t magic, sql.scalar("PRAGMA application_id"));
    OUTPOST_TRY(const std::int64_t version, sql.scalar("PRAGMA user_version"));
    const std::int64_t expected = demo ? kDemoMagic : kRealMagic;
    if (magic != expected && !(magic == 0 && version == 0)) {
        return magic == kRealMagic || magic == kDemoMagic ? fail(errors::kStoreWrongWorld, "store of the other world")
                                                          : fail(errors::kStoreDamaged, "not a store of this program");
    }
    if (version > schemaVersion())
        return fail(errors::kStoreTooNew, "schema " + std::to_string(version));
    for (std::int64_t next = version; next < schemaVersion(); ++next) {
        OUTPOST_CHECK(sql.exec("BEGIN IMMEDIATE"));
        auto done = sql.exec(std::string(kMigrations[next]) + "PRAGMA user_version = " + std::to_string(next + 1) +
                             "; PRAGMA application_id = " + std::to_string(expected) + "; COMMIT");
        if (!done) {
            (void)sql.exec("ROLLBACK");
            return done;
        }
    }
    return {};
}

} // namespace outpost::store
