// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/FileSystem.h"

#include <map>
#include <mutex>

namespace outpost::test {

/// What happens at one chosen call.
enum class FileFault {
    Fail,        ///< errors::kFileFailed, nothing done
    DiskFull,    ///< errors::kDiskFull, nothing done
    Denied,      ///< errors::kFileDenied, nothing done
    CrashBefore, ///< the process dies before the call does anything
    CrashMiddle, ///< ... in the middle: a file half written; other calls as CrashBefore
    CrashAfter,  ///< ... when the call has done its work
};

/// What a crash leaves of folder entries that were not synced.
enum class Survival {
    Everything, ///< the process was killed, the computer went on
    OnlySynced, ///< power loss, nothing of it reached the disk
    Some,       ///< power loss, some of it did: each unsynced change on its own, by the seed
};

/// A disk in memory that forgets what was not synced, as a power loss does: file content becomes durable by writeNew,
/// an entry in a folder (new file, new name, removal) by syncDirectory. Calls are counted and one can be made to fail
/// or to be the last before a crash; after a crash every call fails until restart(). **Thread:** any.
class MemoryFileSystem final : public FileSystem {
public:
    explicit MemoryFileSystem(const Clock* clock = nullptr);

    Result<Bytes> read(const std::filesystem::path& path, std::uint64_t maxBytes) override;
    Result<void> writeNew(const std::filesystem::path& path, ByteSpan content) override;
    Result<void> rename(const std::filesystem::path& from, const std::filesystem::path& to) override;
    Result<void> syncDirectory(const std::filesystem::path& directory) override;
    Result<void> removeFile(const std::filesystem::path& path) override;
    Result<void> makeDirectories(const std::filesystem::path& directory) override;
    Result<std::vector<FileInfo>> list(const std::filesystem::path& directory) override;

    /// The n-th call from now (from 1) meets the fault.
    void faultAt(int call, FileFault fault);
    void setReadOnly(bool readOnly);
    /// Calls since the last faultAt() or since construction.
    int calls() const;
    bool hasCrashed() const;
    /// Names of the calls, for a failing test's message.
    std::vector<std::string> log() const;
    /// The computer is up again.
    void restart(Survival survival, unsigned seed = 0);

    /// A durable file made behind the program's back, its folders included.
    void put(const std::filesystem::path& path, ByteSpan content);
    /// Gives a file another date.
    void setModified(const std::filesystem::path& path, Time when);
    bool exists(const std::filesystem::path& path) const;
    /// Empty when there is none.
    Bytes content(const std::filesystem::path& path) const;
    /// Files and folders below, full paths, sorted.
    std::vector<std::filesystem::path> all() const;

private:
    struct Node {
        Bytes content;
        Time modified;
        bool isDirectory = false;
    };
    using Entries = std::map<std::filesystem::path, std::shared_ptr<Node>>; ///< shared: both views name one file
    /// One unsynced change: each path gets this node, or loses its own.
    struct Change {
        std::vector<std::pair<std::filesystem::path, std::shared_ptr<Node>>> entries;
    };

    enum class Go { On, Middle };
    Result<Go> begin(std::string call);
    Result<void> end();
    void change(Change change);
    static void apply(Entries& entries, const Change& change);
    Time now() const;

    const Clock* m_clock;
    mutable std::mutex m_mutex;
    Entries m_live;
    Entries m_durable;
    std::vector<Change> m_pending;
    int m_calls = 0;
    int m_faultAt = 0;
    FileFault m_fault = FileFault::Fail;
    bool m_readOnly = false;
    bool m_crashed = false;
    std::vector<std::string> m_log;
};

} // namespace outpost::test
