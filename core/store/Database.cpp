// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Database.h"

#include "core/store/StoreErrors.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

namespace outpost::store {

namespace fsys = std::filesystem;

namespace {

std::string timestamp(Time at)
{
    return std::format("{:%Y%m%dT%H%M%S}", std::chrono::floor<std::chrono::seconds>(at));
}

std::vector<fsys::path> backupsNewestFirst(const fsys::path& directory)
{
    std::vector<fsys::path> files;
    std::error_code ec;
    for (fsys::directory_iterator it(directory, ec), end; !ec && it != end; it.increment(ec)) {
        const std::string name = it->path().filename().string();
        if (name.starts_with("store-") && name.ends_with(".db"))
            files.push_back(it->path());
    }
    std::sort(files.rbegin(), files.rend()); // the date is in the name
    return files;
}

std::optional<Time> timeInName(const fsys::path& file)
{
    std::istringstream in(file.stem().string().substr(std::string_view("store-").size()));
    std::chrono::sys_seconds at;
    in >> std::chrono::parse("%Y%m%dT%H%M%S", at);
    if (in.fail())
        return std::nullopt;
    return Time(at);
}

Result<void> vacuumInto(Sql& sql, const fsys::path& target)
{
    std::error_code ec;
    fsys::create_directories(target.parent_path(), ec);
    fsys::permissions(target.parent_path(), fsys::perms::owner_all, ec);
    const fsys::path temp = target.string() + ".new";
    fsys::remove(temp, ec);
    OUTPOST_TRY(auto statement, sql.prepare("VACUUM INTO ?"));
    OUTPOST_CHECK(statement->bind(std::string_view(temp.string())).run());
    ::chmod(temp.c_str(), 0600);
    fsys::rename(temp, target, ec);
    if (ec)
        return fail(errors::kStoreFailed, ec.message());
    return {};
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
            OUTPOST_CHECK(vacuumInto(*sql, o.backups / ("store-" + timestamp(clock.now()) + ".db")));
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
        for (const fsys::path& copy : backupsNewestFirst(o.backups)) {
            fsys::copy_file(copy, o.file, fsys::copy_options::overwrite_existing, ec);
            if (ec)
                continue;
            sql = openAndMigrate(o.file);
            if (sql) {
                db->m_report.recoveredFrom = copy;
                db->m_report.recoveredAsOf = timeInName(copy);
                break;
            }
            fsys::remove(o.file, ec);
        }
        if (!sql)
            sql = openAndMigrate(o.file); // no good copy: start anew, the networks are asked again
    }
    if (!sql)
        return std::unexpected(std::move(sql.error()));

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

Future<fsys::path> Database::backup()
{
    // Not inside a transaction: VACUUM refuses that.
    return post(m_writer, [this](Sql& sql) -> Result<fsys::path> {
        const fsys::path target = m_options.backups / ("store-" + timestamp(m_clock.now()) + ".db");
        OUTPOST_CHECK(vacuumInto(sql, target));
        const auto files = backupsNewestFirst(m_options.backups);
        std::error_code ec;
        for (std::size_t i = static_cast<std::size_t>(m_options.keepBackups); i < files.size(); ++i)
            fsys::remove(files[i], ec);
        return target;
    });
}

std::optional<Time> Database::newestBackup() const
{
    const auto files = backupsNewestFirst(m_options.backups);
    return files.empty() ? std::nullopt : timeInName(files.front());
}

} // namespace outpost::store
