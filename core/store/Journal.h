// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/Operation.h"
#include "core/store/Database.h"
#include "core/store/Records.h"

#include <QObject>

namespace outpost::store {

struct OperationFilter {
    std::string kind;    ///< empty: any
    std::string subject; ///< empty: any
    bool openOnly = false;
    bool topLevelOnly = true;
    int limit = 200;
};

struct LogEntry {
    Time at;
    std::string event;
    OperationState state;
    std::string detail;
};

/// Everything Outpost does to a chain, a cloud or a device, written down before it is done. Each call is durable when
/// its future finishes. A state changes only by an event that the table in core/domain/Operation.h allows.
/// Errors: store.*. **Thread:** any; the signal is emitted on the store's thread, connect it queued.
class Journal : public QObject {
    Q_OBJECT
public:
    /// `process`: processName(), whose leases end with it; any other text holds its leases until they run out.
    Journal(Database& db, const Clock& clock, std::string process);

    /// store.duplicate when an open operation has the same idempotency key.
    Future<void> add(Operation operation);
    Future<void> addAll(std::vector<Operation> operations); ///< a parent with its children, all or none
    Future<Operation> find(OperationId id);
    Future<std::vector<Operation>> list(OperationFilter filter);
    Future<std::vector<Operation>> children(OperationId parent);
    /// Writes every field of `operation` except its state, which `event` moves on from the stored state. `told` becomes
    /// part of the activities together with it, or, where its uniqueKey is known, what is told under that key.
    Future<Operation> advance(Operation operation, OperationEvent event, std::string detail = {},
                              std::optional<Activity> told = {});
    /// Writes the fields (steps, expiry ...) and leaves the state.
    Future<void> save(Operation operation);
    Future<std::vector<LogEntry>> log(OperationId id);

    /// Takes or renews the right to work on an operation; store.leased when another process has it and lives, or cannot
    /// be told to have ended.
    Future<void> lease(OperationId id, std::chrono::seconds duration);
    Future<void> release(OperationId id);

Q_SIGNALS:
    void changed(const outpost::OperationId& id);

private:
    Database& m_db;
    const Clock& m_clock;
    std::string m_process;
};

/// The stored form of everything but state and signed bytes; fuzzed, because a file may be damaged.
std::string operationToJson(const Operation& operation);
Result<Operation> operationFromJson(std::string_view json);

} // namespace outpost::store
