// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/Async.h"
#include "core/base/Clock.h"
#include "core/base/UniqueFunction.h"
#include "core/store/Sql.h"

#include <array>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace outpost::store {

/// What happened when the store was opened. That it was recovered is written down and told by every later run, until a
/// person has seen it (Database::dismissRecovery()).
struct OpenReport {
    bool created = false;                ///< by this run
    bool recovered = false;              ///< the file was damaged and a copy took its place
    std::filesystem::path damagedFile;   ///< kept beside, for whoever wants to look
    std::filesystem::path recoveredFrom; ///< empty when there was no good copy and the store starts anew
    std::optional<Time> recoveredAsOf;   ///< what came after this is re-read from the networks; samples may be missing
};

/// One of the dated copies of a store.
struct StoreCopy {
    std::filesystem::path file;
    Time madeAt; ///< to the second
};

/// The store's file: WAL, one writer and two readers, each on its own thread. Work runs in the order it was handed in
/// (per thread). Files have mode 0600.
/// **Thread:** any may call; results arrive on the store's threads, so consume them with a context.
class Database {
public:
    struct Options {
        std::filesystem::path file;
        std::filesystem::path backups; ///< directory of the dated copies
        bool demo = false;             ///< a file of the other world is refused with store.wrongWorld
        int keepBackups = 3;
    };
    /// Blocking: opens, checks, migrates (after a copy), recovers from a copy when damaged.
    static Result<std::unique_ptr<Database>> open(Options options, const Clock& clock);
    ~Database();
    /// Finishes what was handed in; work that is handed in later answers errors::kCancelled without being run.
    void close();

    OpenReport report() const;
    /// A person has seen that the store was recovered: forgets it, here and for later runs.
    Future<void> dismissRecovery();
    const Options& options() const { return m_options; }

    /// Runs in one transaction on the writer's thread; rolled back when the function answers an error. Keep it under 20
    /// ms.
    template <class F> auto write(F work) -> QFuture<std::invoke_result_t<F, Sql&>>
    {
        return post(m_writer, [work = std::move(work)](Sql& sql) mutable { return transact(sql, work); });
    }
    template <class F> auto read(F work) -> QFuture<std::invoke_result_t<F, Sql&>>
    {
        return post(m_readers[m_nextReader++ % m_readers.size()], std::move(work));
    }
    /// A dated copy by VACUUM INTO, the oldest removed; once a day is enough. On the pool, by a connection of its own:
    /// reading and writing go on meanwhile. Leaves nothing behind when it fails (errors::kStoreFull ...).
    Future<std::filesystem::path> backup();
    /// Newest first. Those dated more than a day ahead, made while the clock was wrong, come last and go first.
    std::vector<StoreCopy> backups() const;
    /// The time of the newest copy, if any, but for those dated more than a day ahead.
    std::optional<Time> newestBackup() const;

private:
    struct Worker {
        std::unique_ptr<Sql> sql;
        std::mutex mutex;
        std::condition_variable wake;
        std::deque<UniqueFunction<void(Sql&)>> queue;
        bool stopping = false;
        std::thread thread;
        void run();
        void stop();
    };

    Database(Options options, const Clock& clock) : m_options(std::move(options)), m_clock(clock) {}

    template <class F> static auto transact(Sql& sql, F& work) -> std::invoke_result_t<F, Sql&>
    {
        if (auto begun = sql.exec("BEGIN IMMEDIATE"); !begun)
            return std::unexpected(std::move(begun.error()));
        auto result = work(sql);
        if (result) {
            if (auto done = sql.exec("COMMIT"); !done)
                result = std::unexpected(std::move(done.error()));
        }
        if (!result)
            (void)sql.exec("ROLLBACK"); // fails when SQLite has rolled back by itself
        return result;
    }

    template <class F> static auto post(Worker& worker, F work) -> QFuture<std::invoke_result_t<F, Sql&>>
    {
        using R = std::invoke_result_t<F, Sql&>;
        QPromise<R> promise;
        promise.start();
        auto future = promise.future();
        {
            const std::scoped_lock lock(worker.mutex);
            if (worker.stopping) {
                promise.addResult(fail(outpost::errors::kCancelled));
                promise.finish();
                return future;
            }
            worker.queue.emplace_back([promise = std::move(promise), work = std::move(work)](Sql& sql) mutable {
                promise.addResult(work(sql));
                promise.finish();
            });
        }
        worker.wake.notify_one();
        return future;
    }

    Options m_options;
    const Clock& m_clock;
    mutable std::mutex m_reportMutex;
    OpenReport m_report; ///< guarded by m_reportMutex
    Worker m_writer;
    std::array<Worker, 2> m_readers;
    std::atomic<unsigned> m_nextReader = 0;
};

/// Brings a store of any older version up to date; `version` is told for tests of old fixtures.
int schemaVersion();
Result<void> migrate(Sql& sql, bool demo);

} // namespace outpost::store
