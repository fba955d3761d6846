// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/MemoryFileSystem.h"

#include <algorithm>

namespace outpost::test {

namespace fsys = std::filesystem;

namespace {

fsys::path clean(const fsys::path& path)
{
    const fsys::path normal = path.lexically_normal();
    return normal.has_filename() || normal == normal.root_path() ? normal : normal.parent_path();
}

std::unexpected<Error> error(ErrorCode code, const fsys::path& path)
{
    return fail(code, "scripted or missing", {path.string()});
}

} // namespace

MemoryFileSystem::MemoryFileSystem(const Clock* clock) : m_clock(clock)
{
    const auto root = std::make_shared<Node>();
    root->isDirectory = true;
    m_live["/"] = root;
    m_durable["/"] = root;
}

Time MemoryFileSystem::now() const
{
    return m_clock != nullptr ? m_clock->now() : fromUnixSeconds(1'790'000'000);
}

Result<MemoryFileSystem::Go> MemoryFileSystem::begin(std::string call)
{
    if (m_crashed)
        return error(errors::kFileFailed, "crashed");
    m_log.push_back(std::move(call));
    if (++m_calls != m_faultAt)
        return Go::On;
    switch (m_fault) {
    case FileFault::Fail:
        return error(errors::kFileFailed, m_log.back());
    case FileFault::DiskFull:
        return error(errors::kDiskFull, m_log.back());
    case FileFault::Denied:
        return error(errors::kFileDenied, m_log.back());
    case FileFault::CrashBefore:
        m_crashed = true;
        return error(errors::kFileFailed, m_log.back());
    case FileFault::CrashMiddle:
        m_crashed = true;
        return Go::Middle;
    case FileFault::CrashAfter:
        return Go::On;
    }
    return Go::On;
}

Result<void> MemoryFileSystem::end()
{
    if (m_calls == m_faultAt && m_fault == FileFault::CrashAfter) {
        m_crashed = true;
        return error(errors::kFileFailed, "crashed");
    }
    return {};
}

void MemoryFileSystem::apply(Entries& entries, const Change& change)
{
    for (const auto& [path, node] : change.entries) {
        if (node != nullptr)
            entries[path] = node;
        else
            entries.erase(path);
    }
}

void MemoryFileSystem::change(Change change)
{
    apply(m_live, change);
    m_pending.push_back(std::move(change));
}

Result<Bytes> MemoryFileSystem::read(const fsys::path& given, std::uint64_t maxBytes)
{
    const std::scoped_lock lock(m_mutex);
    const fsys::path path = clean(given);
    OUTPOST_TRY(const Go go, begin("read " + path.string()));
    if (go == Go::Middle)
        return error(errors::kFileFailed, path);
    const auto it = m_live.find(path);
    if (it == m_live.end() || it->second->isDirectory)
        return error(errors::kFileNotFound, path);
    if (it->second->content.size() > maxBytes)
        return error(errors::kTooLong, path);
    OUTPOST_CHECK(end());
    return it->second->content;
}

Result<void> MemoryFileSystem::writeNew(const fsys::path& given, ByteSpan content)
{
    const std::scoped_lock lock(m_mutex);
    const fsys::path path = clean(given);
    OUTPOST_TRY(const Go go, begin("writeNew " + path.string()));
    if (m_readOnly)
        return error(errors::kFileDenied, path);
    if (!m_live.contains(path.parent_path()))
        return error(errors::kFileNotFound, path);
    if (m_live.contains(path))
        return error(errors::kFileExists, path);
    const auto node = std::make_shared<Node>();
    node->content = toBytes(go == Go::Middle ? content.first(content.size() / 2) : content);
    node->modified = now();
    change({.entries = {{path, node}}});
    return go == Go::Middle ? error(errors::kFileFailed, path) : end();
}

Result<void> MemoryFileSystem::rename(const fsys::path& from, const fsys::path& to)
{
    const std::scoped_lock lock(m_mutex);
    OUTPOST_TRY(const Go go, begin("rename " + from.string() + " " + to.string()));
    if (go == Go::Middle)
        return error(errors::kFileFailed, from);
    if (m_readOnly)
        return error(errors::kFileDenied, to);
    const auto it = m_live.find(clean(from));
    if (it == m_live.end() || !m_live.contains(clean(to).parent_path()))
        return error(errors::kFileNotFound, from);
    change({.entries = {{clean(to), it->second}, {clean(from), nullptr}}});
    return end();
}

Result<void> MemoryFileSystem::syncDirectory(const fsys::path& given)
{
    const std::scoped_lock lock(m_mutex);
    const fsys::path directory = clean(given);
    OUTPOST_TRY(const Go go, begin("syncDirectory " + directory.string()));
    if (go == Go::Middle)
        return error(errors::kFileFailed, directory);
    if (!m_live.contains(directory))
        return error(errors::kFileNotFound, directory);
    std::erase_if(m_pending, [&](const Change& pending) {
        const bool isHere = pending.entries.front().first.parent_path() == directory;
        if (isHere)
            apply(m_durable, pending);
        return isHere;
    });
    return end();
}

Result<void> MemoryFileSystem::removeFile(const fsys::path& given)
{
    const std::scoped_lock lock(m_mutex);
    const fsys::path path = clean(given);
    OUTPOST_TRY(const Go go, begin("removeFile " + path.string()));
    if (go == Go::Middle)
        return error(errors::kFileFailed, path);
    const auto it = m_live.find(path);
    if (it == m_live.end())
        return end();
    if (m_readOnly || it->second->isDirectory)
        return error(errors::kFileDenied, path);
    change({.entries = {{path, nullptr}}});
    return end();
}

Result<void> MemoryFileSystem::makeDirectories(const fsys::path& given)
{
    const std::scoped_lock lock(m_mutex);
    const fsys::path directory = clean(given);
    OUTPOST_TRY(const Go go, begin("makeDirectories " + directory.string()));
    if (go == Go::Middle)
        return error(errors::kFileFailed, directory);
    fsys::path sofar;
    for (const auto& part : directory) {
        sofar /= part;
        const auto it = m_live.find(sofar);
        if (it != m_live.end() && it->second->isDirectory)
            continue;
        if (it != m_live.end())
            return error(errors::kFileExists, sofar);
        if (m_readOnly)
            return error(errors::kFileDenied, sofar);
        const auto node = std::make_shared<Node>();
        node->isDirectory = true;
        node->modified = now();
        m_live[sofar] = node;
        m_durable[sofar] = node;
    }
    return end();
}

Result<std::vector<FileInfo>> MemoryFileSystem::list(const fsys::path& given)
{
    const std::scoped_lock lock(m_mutex);
    const fsys::path directory = clean(given);
    OUTPOST_TRY(const Go go, begin("list " + directory.string()));
    if (go == Go::Middle)
        return error(errors::kFileFailed, directory);
    const auto it = m_live.find(directory);
    if (it == m_live.end() || !it->second->isDirectory)
        return error(errors::kFileNotFound, directory);
    std::vector<FileInfo> files;
    for (const auto& [path, node] : m_live) {
        if (path.parent_path() == directory && path != directory)
            files.push_back({.path = path,
                             .size = node->content.size(),
                             .modified = node->modified,
                             .isDirectory = node->isDirectory,
                             .isLink = false});
    }
    OUTPOST_CHECK(end());
    return files;
}

void MemoryFileSystem::faultAt(int call, FileFault fault)
{
    const std::scoped_lock lock(m_mutex);
    m_calls = 0;
    m_faultAt = call;
    m_fault = fault;
    m_log.clear();
}

void MemoryFileSystem::setReadOnly(bool readOnly)
{
    const std::scoped_lock lock(m_mutex);
    m_readOnly = readOnly;
}

int MemoryFileSystem::calls() const
{
    const std::scoped_lock lock(m_mutex);
    return m_calls;
}

bool MemoryFileSystem::hasCrashed() const
{
    const std::scoped_lock lock(m_mutex);
    return m_crashed;
}

std::vector<std::string> MemoryFileSystem::log() const
{
    const std::scoped_lock lock(m_mutex);
    return m_log;
}

void MemoryFileSystem::restart(Survival survival, unsigned seed)
{
    const std::scoped_lock lock(m_mutex);
    for (const Change& pending : m_pending) {
        seed = seed * 1'103'515'245u + 12'345u; // a fixed sequence, so that a failing seed can be run again
        const bool isSome = survival == Survival::Some && (seed >> 16 & 1) != 0;
        if (survival == Survival::Everything || isSome)
            apply(m_durable, pending);
    }
    // What lies in a folder that did not survive is gone with it.
    std::erase_if(m_durable, [&](const auto& entry) {
        for (fsys::path up = entry.first.parent_path(); up != up.parent_path(); up = up.parent_path()) {
            if (!m_durable.contains(up))
                return true;
        }
        return false;
    });
    m_live = m_durable;
    m_pending.clear();
    m_crashed = false;
    m_calls = 0;
    m_faultAt = 0;
    m_log.clear();
}

void MemoryFileSystem::put(const fsys::path& given, ByteSpan content)
{
    const std::scoped_lock lock(m_mutex);
    const fsys::path path = clean(given);
    fsys::path sofar;
    for (const auto& part : path.parent_path()) {
        sofar /= part;
        if (!m_live.contains(sofar)) {
            const auto node = std::make_shared<Node>();
            node->isDirectory = true;
            m_live[sofar] = node;
        }
        m_durable[sofar] = m_live[sofar];
    }
    const auto node = std::make_shared<Node>();
    node->content = toBytes(content);
    node->modified = now();
    m_live[path] = node;
    m_durable[path] = node;
}

void MemoryFileSystem::setModified(const fsys::path& path, Time when)
{
    const std::scoped_lock lock(m_mutex);
    if (const auto it = m_live.find(clean(path)); it != m_live.end())
        it->second->modified = when;
}

bool MemoryFileSystem::exists(const fsys::path& path) const
{
    const std::scoped_lock lock(m_mutex);
    return m_live.contains(clean(path));
}

Bytes MemoryFileSystem::content(const fsys::path& path) const
{
    const std::scoped_lock lock(m_mutex);
    const auto it = m_live.find(clean(path));
    return it == m_live.end() ? Bytes() : it->second->content;
}

std::vector<fsys::path> MemoryFileSystem::all() const
{
    const std::scoped_lock lock(m_mutex);
    std::vector<fsys::path> paths;
    for (const auto& [path, node] : m_live)
        paths.push_back(path);
    return paths;
}

} // namespace outpost::test
