// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Database.h"

#include "core/store/StoreErrors.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <system_error>

namespace outpost::store {

namespace fsys = std::filesystem;

namespace {

std::string timestamp(Time at)
{
    return std::format("{:%Y%m%dT%H%M%S}", std::chrono::floor<std::chrono::seconds>(at));
}

constexpr std::string_view kCopyPrefix = "store-";
constexpr std::string_view kCopySuffix = ".db";
constexpr std::string_view kTempSuffix = ".new";
constexpr std::chrono::hours kTempIsStale{1};
// Clocks are set right by a little; only what lies further ahead was made while one was wrong.
constexpr std::chrono::hours kClockMayBeOff{24};

std::optional<Time> timeInName(const fsys::path& file)
{
    std::istringstream in(file.stem().string().substr(kCopyPrefix.size()));
    std::chrono::sys_seconds at;
    in >> std::chrono::parse("%Y%m%dT%H%M%S", at);
    if (in.fail())
        return std::nullopt;
    return Time(at);
}

std::vector<StoreCopy> copiesNewestFirst(const fsys::path& directory, Time now)
{
    std::vector<StoreCopy> copies;
    std::error_code ec;
    for (fsys::directory_iterator it(directory, ec), end; !ec && it != end; it.increment(ec)) {
        const std::string name = it->path().filename().string();
        if (!name.starts_with(kCopyPrefix) || !name.ends_with(kCopySuffix))
            continue;
        if (const auto at = timeInName(it->path()))
            copies.push_back({it->path(), *at});
    }
    std::ranges::sort(copies, std::ranges::greater(), &StoreCopy::madeAt);
    // Made while the clock was wrong: how old they are nobody knows.
    std::ranges::stable_partition(copies, [&](const StoreCopy& copy) { return copy.madeAt <= now + kClockMayBeOff; });
    return copies;
}

/// What a program left that ended while it made a copy. One that is being made elsewhere is younger.
void removeStaleTemps(const fsys::path& directory)
{
    std::error_code ec;
    std::vector<fsys::path> stale;
    for (fsys::directory_iterator it(directory, ec), end; !ec && it != end; it.increment(ec)) {
        const std::string name = it->path().filename().string();
        std::error_code unknown;
        const auto written = it->last_write_time(unknown);
        if (name.starts_with(kCopyPrefix) && name.ends_with(kTempSuffix) && !unknown &&
            written < fsys::file_time_type::clock::now() - kTempIsStale)
            stale.push_back(it->path());
    }
    for (const fsys::path& file : stale)
        fsys::remove(file, ec);
}

/// To the disk: SQLite does not do that for VACUUM INTO. With `flags` of open(2).
Result<void> sync(const fsys::path& path, int flags)
{
    const int fd = ::open(path.c_str(), flags | O_CLOEXEC);
    const bool synced = fd >= 0 && ::fsync(fd) == 0;
    const int reason = errno;
    if (fd >= 0)
        ::close(fd);
    if (!synced)
        return fail(reason == ENOSPC || reason == EIO ? errors::kStoreFull : errors::kStoreFailed,
                    std::generic_category().message(reason), {path.string()});
    return {};
}

Result<void> vacuumInto(Sql& sql, const fsys::path& target)
{
    std::error_code ec;
    const fsys::path directory = target.parent_path();
    fsys::create_directories(directory, ec);
    fsys::permissions(directory, fsys::perms::owner_all, ec);
    removeStaleTemps(directory);
    // Another program may make one in the same second.
    const fsys::path temp = std::format("{}.{}{}", target.string(), ::getpid(), kTempSuffix);
    const auto write = [&]() -> Result<void> {
        fsys::remove(temp, ec);
        // SQLite takes an empty file, and would make one that others may read.
        const int fd = ::open(temp.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (fd < 0)
            return fail(errno == ENOSPC ? errors::kStoreFull : errors::kStoreReadOnly,
                        std::generic_category().message(errno), {directory.string()});
        ::close(fd);
        OUTPOST_TRY(auto statement, sql.prepare("VACUUM INTO ?"));
        OUTPOST_CHECK(statement->bind(std::string_view(temp.string())).run());
        OUTPOST_CHECK(sync(temp, O_RDONLY));
        fsys::rename(temp, target, ec);
        if (ec)
            return fail(errors::kStoreFailed, ec.message());
        return sync(directory, O_RDONLY | O_DIRECTORY);
    };
    auto written = write();
    if (!written)
        fsys::remove(temp, ec);
    return written;
}

struct CopyOrder {
    fsys::path directory;
    int keep = 0;
    Time now;
};

/// Makes a copy and removes what is one too many.
Result<fsys::path> makeCopy(Sql& sql, const CopyOrder& order)
{
    // The newest is found by its name, also after the clock was set back a little.
    Time at = order.now;
    if (const auto earlier = copiesNewestFirst(order.directory, order.now); !earlier.empty()) {
        const Time newest = earlier.front().madeAt;
        if (newest >= std::chrono::floor<std::chrono::seconds>(at) && newest <= at + kClockMayBeOff)
            at = newest + std::chrono::seconds(1);
    }
    const fsys::path target = order.directory / std::format("{}{}{}", kCopyPrefix, timestamp(at), kCopySuffix);
    OUTPOST_CHECK(vacuumInto(sql, target));
    const auto copies = copiesNewestFirst(order.directory, order.now);
    std::error_code ec;
    for (auto i = static_cast<std::size_t>(order.keep); i < copies.size(); ++i)
        fsys::remove(copies[i].file, ec);
    return target;
}

// How a recovery is written down, in the settings.
constexpr std::string_view kDamagedKey = "store.recovered.damaged";
constexpr std::string_view kFromKey = "store.recovered.from";
constexpr std::string_view kAsOfKey = "store.recovered.asOf";
constexpr std::string_view kForget = "DELETE FROM settings WHERE key IN "
                                     "('store.recovered.damaged', 'store.recovered.from', 'store.recovered.asOf')";

Result<void> rememberRecovery(Sql& sql, const OpenReport& report)
{
    OUTPOST_CHECK(sql.exec(std::string(kForget))); // an earlier one, from the copy
    const auto put = [&](std::string_view key, const std::string& value) -> Result<void> {
        OUTPOST_TRY(auto insert, sql.prepare("INSERT OR REPLACE INTO settings (key, value) VALUES (?,?)"));
        return insert->bind(key).bind(std::string_view(value)).run();
    };
    OUTPOST_CHECK(put(kDamagedKey, report.damagedFile.string()));
    if (!report.recoveredFrom.empty())
        OUTPOST_CHECK(put(kFromKey, report.recoveredFrom.string()));
    if (report.recoveredAsOf)
        OUTPOST_CHECK(put(kAsOfKey, std::to_string(toUnixMillis(*report.recoveredAsOf))));
    return {};
}

Result<void> recallRecovery(Sql& sql, OpenReport& report)
{
    OUTPOST_TRY(auto rows, sql.prepare("SELECT key, value FROM settings WHERE key LIKE 'store.recovered.%'"));
    while (true) {
        OUTPOST_TRY(const bool row, rows->step());
        if (!row)
            return {};
        const std::string value = rows->text(1);
        if (rows->text(0) == kDamagedKey) {
            report.recovered = true;
            report.damagedFile = value;
        } else if (rows->text(0) == kFromKey) {
            report.recoveredFrom = value;
        } else if (rows->text(0) == kAsOfKey) {
            std::int64_t at = 0;
            if (std::from_chars(value.data(), value.data() + value.size(), at).ec == std::errc())
                report.recoveredAsOf = fromUnixMillis(at);
        }
    }
}

/// Programs that start at the same moment make, migrate and mend a store one after the other. Let go when this ends, or
/// the process does.
class OpeningLock {
public:
    explicit OpeningLock(const fsys::path& store)
        : m_fd(::open((store.string() + ".opening").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600))
    {
        if (m_fd >= 0) // without it, as in a folder that nobody may write to, opening tells what is wrong
            (void)::flock(m_fd, LOCK_EX);
    }
    ~OpeningLock()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    OpeningLock(const OpeningLock&) = delete;
    OpeningLock& operator=(const OpeningLock&) = delete;

private:
    int m_fd;
};

/// Opens one file completely, as far as damage can be seen quickly.
Result<std::unique_ptr<Sql>> openChecked(const fsys::path& file)
{
    OUTPOST_TRY(auto sql, Sql::open(file, Sql::Mode::ReadWrite));
    OUTPOST_CHECK(sql->exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"));
    std::error_code ec;
    // A whole check of a gigabyte would take longer than a person waits; there the structure is checked as it is read.
    if (fsys::file_size(file, ec) < (64u << 20)) {
        OUTPOST_TRY(auto check, sql->prepare("PRAGMA quick_check(1)"));
        OUTPOST_TRY(const bool row, check->step());
        if (row && check->text(0) != "ok")
            return fail(errors::kStoreDamaged, check->text(0));
    }
    return sql;
}

} // namespace

void Database::Worker::run()
{
    while (true) {
        UniqueFunction<void(Sql&)> work;
        {
            std::unique_lock lock(mutex);
            wake.wait(lock, [this] { return stopping || !queue.empty(); });
            if (queue.empty())
                return;
            work = std::move(queue.front());
            queue.pop_front();
        }
        work(*sql);
    }
}

void Database::Worker::stop()
{
    {
        const std::scoped_lock lock(mutex);
        stopping = true;
    }
    wake.notify_one();
    if (thread.joinable())
        thread.join();
}

Result<std::unique_ptr<Database>> Database::open(Options options, const Clock& clock)
{
    std::unique_ptr<Database> db(new Database(std::move(options), clock));
    const Options& o = db->m_options;
    std::error_code ec;
    fsys::create_directories(o.file.parent_path(), ec);
    if (ec)
        return fail(errors::kStoreReadOnly, ec.message(), {o.file.parent_path().string()});
    const OpeningLock lock(o.file);
    db->m_report.created = !fsys::exists(o.file, ec) || fsys::file_size(o.file, ec) == 0;

    const auto openAndMigrate = [&](const fsys::path& file) -> Result<std::unique_ptr<Sql>> {
        OUTPOST_TRY(auto sql, openChecked(file));
        OUTPOST_TRY(const std::int64_t version, sql->scalar("PRAGMA user_version"));
        if (version > 0 && version < schemaVersion())
            OUTPOST_CHECK(makeCopy(*sql, {o.backups, o.keepBackups, clock.now()}));
        OUTPOST_CHECK(migrate(*sql, o.demo));
        return sql;
    };

    auto sql = openAndMigrate(o.file);
    if (!sql && sql.error().is(errors::kStoreDamaged)) {
        db->m_report.recovered = true;
        db->m_report.damagedFile = o.file.string() + ".damaged-" + timestamp(clock.now());
        fsys::rename(o.file, db->m_report.damagedFile, ec);
        if (ec)
            return fail(errors::kStoreReadOnly, ec.message(), {o.file.string()});
        for (const char* suffix : {"-wal", "-shm"})
            fsys::remove(o.file.string() + suffix, ec);
        for (const auto& [copy, madeAt] : copiesNewestFirst(o.backups, clock.now())) {
            fsys::copy_file(copy, o.file, fsys::copy_options::overwrite_existing, ec);
            if (ec)
                continue;
            sql = openAndMigrate(o.file);
            if (sql) {
                db->m_report.recoveredFrom = copy;
                db->m_report.recoveredAsOf = madeAt;
                break;
            }
            fsys::remove(o.file, ec);
        }
        if (!sql)
            sql = openAndMigrate(o.file); // no good copy: start anew, the networks are asked again
    }
    if (!sql)
        return std::unexpected(std::move(sql.error()));
    if (db->m_report.recovered)
        (void)rememberRecovery(**sql, db->m_report); // where it cannot be written, at least this run tells it
    else
        OUTPOST_CHECK(recallRecovery(**sql, db->m_report));

    db->m_writer.sql = std::move(*sql);
    for (Worker& reader : db->m_readers) {
        OUTPOST_TRY(reader.sql, Sql::open(o.file, Sql::Mode::ReadOnly));
    }
    db->m_writer.thread = std::thread([&w = db->m_writer] { w.run(); });
    for (Worker& reader : db->m_readers)
        reader.thread = std::thread([&reader] { reader.run(); });
    return db;
}

Database::~Database()
{
    close();
}

void Database::close()
{
    m_writer.stop();
    for (Worker& reader : m_readers)
        reader.stop();
}

OpenReport Database::report() const
{
    const std::scoped_lock lock(m_reportMutex);
    return m_report;
}

Future<void> Database::dismissRecovery()
{
    return write([this](Sql& sql) -> Result<void> {
        OUTPOST_CHECK(sql.exec(std::string(kForget)));
        const std::scoped_lock lock(m_reportMutex);
        OpenReport forgotten;
        forgotten.created = m_report.created;
        m_report = std::move(forgotten);
        return {};
    });
}

Future<fsys::path> Database::backup()
{
    {
        const std::scoped_lock lock(m_writer.mutex);
        if (m_writer.stopping)
            return async::failed<fsys::path>(Error(outpost::errors::kCancelled));
    }
    return async::onPool([file = m_options.file, order = CopyOrder{m_options.backups, m_options.keepBackups,
                                                                   m_clock.now()}]() -> Result<fsys::path> {
        OUTPOST_TRY(const auto sql, Sql::open(file, Sql::Mode::ReadOnly));
        return makeCopy(*sql, order);
    });
}

std::vector<StoreCopy> Database::backups() const
{
    return copiesNewestFirst(m_options.backups, m_clock.now());
}

std::optional<Time> Database::newestBackup() const
{
    const Time now = m_clock.now();
    const auto copies = copiesNewestFirst(m_options.backups, now);
    return copies.empty() || copies.front().madeAt > now + kClockMayBeOff ? std::nullopt
                                                                          : std::optional(copies.front().madeAt);
}

} // namespace outpost::store
