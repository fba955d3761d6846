// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FileSystem.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace outpost {

namespace fsys = std::filesystem;

namespace {

std::unexpected<Error> fileError(int number, const fsys::path& path, std::string_view what)
{
    ErrorCode code = errors::kFileFailed;
    switch (number) {
    case ENOENT:
    case ENOTDIR:
        code = errors::kFileNotFound;
        break;
    case EEXIST:
    case ELOOP:
        code = errors::kFileExists;
        break;
    case EACCES:
    case EPERM:
    case EROFS:
        code = errors::kFileDenied;
        break;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        code = errors::kDiskFull;
        break;
    default:
        break;
    }
    return fail(code, std::string(what) + ": " + std::strerror(number), {path.string()});
}

class Descriptor {
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return m_fd; }
    int release() { return std::exchange(m_fd, -1); }

private:
    int m_fd;
};

int writeAll(int fd, ByteSpan content)
{
    std::size_t done = 0;
    while (done < content.size()) {
        const ssize_t n = ::write(fd, content.data() + done, content.size() - done);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return errno;
        if (n == 0)
            return ENOSPC;
        done += static_cast<std::size_t>(n);
    }
    return 0;
}

} // namespace

Result<Bytes> PosixFileSystem::read(const fsys::path& path, std::uint64_t maxBytes)
{
    const Descriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (fd.get() < 0)
        return fileError(errno, path, "open");
    Bytes content;
    Bytes chunk(64 * 1024);
    while (true) {
        const ssize_t n = ::read(fd.get(), chunk.data(), chunk.size());
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return fileError(errno, path, "read");
        if (n == 0)
            return content;
        if (content.size() + static_cast<std::size_t>(n) > maxBytes)
            return fail(errors::kTooLong, "file larger than allowed", {path.string()});
        content.insert(content.end(), chunk.begin(), chunk.begin() + n);
    }
}

Result<void> PosixFileSystem::writeNew(const fsys::path& path, ByteSpan content)
{
    Descriptor fd(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (fd.get() < 0)
        return fileError(errno, path, "create");
    int error = writeAll(fd.get(), content);
    if (error == 0 && ::fsync(fd.get()) != 0)
        error = errno;
    if (::close(fd.release()) != 0 && error == 0)
        error = errno;
    if (error != 0) {
        ::unlink(path.c_str());
        return fileError(error, path, "write");
    }
    return {};
}

Result<void> PosixFileSystem::rename(const fsys::path& from, const fsys::path& to)
{
    if (::rename(from.c_str(), to.c_str()) != 0)
        return fileError(errno, to, "rename");
    return {};
}

Result<void> PosixFileSystem::syncDirectory(const fsys::path& directory)
{
    const Descriptor fd(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (fd.get() < 0)
        return fileError(errno, directory, "open directory");
    if (::fsync(fd.get()) != 0 && errno != EINVAL) // some file systems cannot sync a directory and say EINVAL
        return fileError(errno, directory, "sync directory");
    return {};
}

Result<void> PosixFileSystem::removeFile(const fsys::path& path)
{
    if (::unlink(path.c_str()) != 0 && errno != ENOENT)
        return fileError(errno, path, "remove");
    return {};
}

Result<void> PosixFileSystem::makeDirectories(const fsys::path& directory)
{
    fsys::path sofar;
    for (const auto& part : directory) {
        sofar /= part;
        if (sofar.empty())
            continue;
        if (::mkdir(sofar.c_str(), 0700) == 0) {
            // A folder that may be written but not read cannot be synced; it is usable all the same.
            const fsys::path parent = sofar.has_parent_path() ? sofar.parent_path() : fsys::path(".");
            if (auto synced = syncDirectory(parent); !synced && !synced.error().is(errors::kFileDenied))
                return synced;
            continue;
        }
        const int error = errno;
        struct stat st{};
        if (::stat(sofar.c_str(), &st) == 0 && S_ISDIR(st.st_mode))
            continue;
        return fileError(error, sofar, "make directory");
    }
    return {};
}

Result<std::vector<FileInfo>> PosixFileSystem::list(const fsys::path& directory)
{
    std::error_code ec;
    std::vector<FileInfo> files;
    for (fsys::directory_iterator it(directory, ec), end; !ec && it != end; it.increment(ec)) {
        struct stat st{};
        if (::lstat(it->path().c_str(), &st) != 0)
            continue; // gone between listing and looking
        files.push_back(
            {.path = it->path(),
             .size = static_cast<std::uint64_t>(st.st_size),
             .modified = fromUnixMillis(std::int64_t{st.st_mtim.tv_sec} * 1000 + st.st_mtim.tv_nsec / 1'000'000),
             .isDirectory = S_ISDIR(st.st_mode),
             .isLink = S_ISLNK(st.st_mode)});
    }
    if (ec)
        return fileError(ec.value(), directory, "list");
    std::sort(files.begin(), files.end(), [](const FileInfo& a, const FileInfo& b) { return a.path < b.path; });
    return files;
}

Result<void> writeFileAtomically(FileSystem& fs, const fsys::path& path, ByteSpan content)
{
    const fsys::path temp = path.string() + ".new";
    OUTPOST_CHECK(fs.removeFile(temp)); // left by a crash
    OUTPOST_CHECK(fs.writeNew(temp, content));
    if (auto renamed = fs.rename(temp, path); !renamed) {
        std::ignore = fs.removeFile(temp);
        return renamed;
    }
    return fs.syncDirectory(path.parent_path().empty() ? fsys::path(".") : path.parent_path());
}

} // namespace outpost
