// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Bytes.h"
#include "core/base/Clock.h"
#include "core/base/Error.h"

#include <filesystem>

namespace outpost {

struct FileInfo {
    std::filesystem::path path;
    std::uint64_t size = 0;
    Time modified;
    bool isDirectory = false;
    bool isLink = false;
};

/// The files that must survive a crash: the vault, its copies, settings, exports. Blocking; **Thread:** any.
/// Errors: errors::kFileNotFound, kFileExists, kFileDenied, kDiskFull, kTooLong, kFileFailed.
/// The tests' MemoryFileSystem forgets what was not synced, as a power loss does.
class FileSystem {
public:
    virtual ~FileSystem() = default;
    /// Whole content; kTooLong when the file is larger than `maxBytes`. Follows links.
    virtual Result<Bytes> read(const std::filesystem::path& path, std::uint64_t maxBytes) = 0;
    /// Creates a file that must not exist (a link counts as existing), mode 0600, writes all and syncs it.
    /// On failure nothing is left behind.
    virtual Result<void> writeNew(const std::filesystem::path& path, ByteSpan content) = 0;
    /// Replaces the target in one step.
    virtual Result<void> rename(const std::filesystem::path& from, const std::filesystem::path& to) = 0;
    virtual Result<void> syncDirectory(const std::filesystem::path& directory) = 0;
    /// One file; never a directory. A missing file is not an error.
    virtual Result<void> removeFile(const std::filesystem::path& path) = 0;
    /// Mode 0700 for those it makes; each is synced into the folder that holds it, so that it survives a power loss.
    virtual Result<void> makeDirectories(const std::filesystem::path& directory) = 0;
    /// Sorted by name.
    virtual Result<std::vector<FileInfo>> list(const std::filesystem::path& directory) = 0;
};

/// Temp file beside the target, write, sync, rename, sync the directory: the old or the new content, never a mixture.
Result<void> writeFileAtomically(FileSystem& fs, const std::filesystem::path& path, ByteSpan content);

class PosixFileSystem final : public FileSystem {
public:
    Result<Bytes> read(const std::filesystem::path& path, std::uint64_t maxBytes) override;
    Result<void> writeNew(const std::filesystem::path& path, ByteSpan content) override;
    Result<void> rename(const std::filesystem::path& from, const std::filesystem::path& to) override;
    Result<void> syncDirectory(const std::filesystem::path& directory) override;
    Result<void> removeFile(const std::filesystem::path& path) override;
    Result<void> makeDirectories(const std::filesystem::path& directory) override;
    Result<std::vector<FileInfo>> list(const std::filesystem::path& directory) override;
};

} // namespace outpost
