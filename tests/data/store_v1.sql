-- SPDX-License-Identifier: GPL-3.0-or-later
-- A store as the first schema wrote it, with one device.
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
PRAGMA user_version = 1;
PRAGMA application_id = 1330672500;
INSERT INTO devices (id, network, owner, name, nickname, kind, status, shown, search)
    VALUES ('net:roof', 'net', 'owner', 'Quiet Oak Heron', 'Roof', 'hotspot.data', 0, 'Roof', 'quiet oak heron');
