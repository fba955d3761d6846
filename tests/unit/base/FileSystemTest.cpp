// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FileSystem.h"

#include "tests/support/MemoryFileSystem.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>

namespace outpost {
namespace {

namespace fsys = std::filesystem;

Bytes bytesOf(std::string_view text)
{
    return toBytes(asBytes(text));
}

class PosixFiles : public ::testing::Test {
protected:
    void SetUp() override
    {
        std::string pattern = (fsys::temp_directory_path() / "outpost-files-XXXXXX").string();
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        dir = pattern;
    }
    void TearDown() override
    {
        std::error_code ignored;
        fsys::permissions(dir, fsys::perms::owner_all, ignored);
        fsys::remove_all(dir, ignored);
    }
    static unsigned modeOf(const fsys::path& path)
    {
        struct stat st{};
        return ::lstat(path.c_str(), &st) == 0 ? st.st_mode & 0777u : 0u;
    }
    PosixFileSystem files;
    fsys::path dir;
};

TEST_F(PosixFiles, WritesAPrivateFileAndReadsItBack)
{
    ASSERT_TRUE(files.writeNew(dir / "a", asBytes("content")));
    EXPECT_EQ(*files.read(dir / "a", 100), bytesOf("content"));
    EXPECT_EQ(modeOf(dir / "a"), 0600u);
}

TEST_F(PosixFiles, EmptyFileIsAFile)
{
    ASSERT_TRUE(files.writeNew(dir / "a", {}));
    EXPECT_EQ(*files.read(dir / "a", 0), Bytes());
}

TEST_F(PosixFiles, ReadRefusesMoreThanAllowed)
{
    ASSERT_TRUE(files.writeNew(dir / "a", Bytes(200'000, 1)));
    EXPECT_EQ(files.read(dir / "a", 200'000)->size(), 200'000u);
    EXPECT_EQ(files.read(dir / "a", 199'999).error().code, errors::kTooLong);
    EXPECT_EQ(files.read("/dev/zero", 1000).error().code, errors::kTooLong);
}

TEST_F(PosixFiles, ReadingAMissingFileOrAFolderFails)
{
    EXPECT_EQ(files.read(dir / "none", 10).error().code, errors::kFileNotFound);
    EXPECT_EQ(files.read(dir / "none" / "deeper", 10).error().code, errors::kFileNotFound);
    EXPECT_EQ(files.read(dir, 10).error().code, errors::kFileFailed);
}

TEST_F(PosixFiles, WriteNewNeverReplaces)
{
    ASSERT_TRUE(files.writeNew(dir / "a", asBytes("old")));
    EXPECT_EQ(files.writeNew(dir / "a", asBytes("new")).error().code, errors::kFileExists);
    EXPECT_EQ(*files.read(dir / "a", 10), bytesOf("old"));
}

TEST_F(PosixFiles, WriteNewDoesNotFollowALink)
{
    fsys::create_symlink(dir / "elsewhere", dir / "link");
    EXPECT_EQ(files.writeNew(dir / "link", asBytes("x")).error().code, errors::kFileExists);
    EXPECT_FALSE(fsys::exists(dir / "elsewhere"));
}

TEST_F(PosixFiles, FailedWriteLeavesNothing)
{
    // A limit on the size of files stands in for the full disk; its signal is ignored so that write() answers.
    const auto before = std::signal(SIGXFSZ, SIG_IGN);
    rlimit old{};
    ::getrlimit(RLIMIT_FSIZE, &old);
    const rlimit small{.rlim_cur = 1000, .rlim_max = old.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto result = files.writeNew(dir / "big", Bytes(100'000, 1));
    ::setrlimit(RLIMIT_FSIZE, &old);
    std::signal(SIGXFSZ, before);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, errors::kDiskFull);
    EXPECT_FALSE(fsys::exists(dir / "big"));
}

TEST_F(PosixFiles, NamesThatCannotBeAreErrors)
{
    EXPECT_EQ(files.writeNew(dir / "no-such-folder" / "a", asBytes("x")).error().code, errors::kFileNotFound);
    EXPECT_EQ(files.read(std::string(5000, 'x'), 10).error().code, errors::kFileFailed) << "name too long";
}

TEST_F(PosixFiles, DeniedFolderIsSaidAsSuch)
{
    // Linux lets nobody create anything in /sys, not even root.
    EXPECT_EQ(files.writeNew("/sys/outpost-test", asBytes("x")).error().code, errors::kFileDenied);
    EXPECT_EQ(files.makeDirectories("/sys/outpost-test").error().code, errors::kFileDenied);
}

TEST_F(PosixFiles, RenameReplacesInOneStep)
{
    ASSERT_TRUE(files.writeNew(dir / "a", asBytes("new")));
    ASSERT_TRUE(files.writeNew(dir / "b", asBytes("old")));
    ASSERT_TRUE(files.rename(dir / "a", dir / "b"));
    EXPECT_FALSE(fsys::exists(dir / "a"));
    EXPECT_EQ(*files.read(dir / "b", 10), bytesOf("new"));
    EXPECT_EQ(files.rename(dir / "a", dir / "c").error().code, errors::kFileNotFound);
    ASSERT_TRUE(files.syncDirectory(dir));
}

TEST_F(PosixFiles, RemoveTakesOneFileAndNeverAFolder)
{
    ASSERT_TRUE(files.writeNew(dir / "a", asBytes("x")));
    EXPECT_TRUE(files.removeFile(dir / "a"));
    EXPECT_TRUE(files.removeFile(dir / "a")) << "a missing one is fine";
    ASSERT_TRUE(files.makeDirectories(dir / "sub"));
    EXPECT_FALSE(files.removeFile(dir / "sub"));
    EXPECT_TRUE(fsys::is_directory(dir / "sub"));
}

TEST_F(PosixFiles, MakesPrivateFoldersOnTheWay)
{
    ASSERT_TRUE(files.makeDirectories(dir / "x" / "y" / "z"));
    ASSERT_TRUE(files.makeDirectories(dir / "x" / "y" / "z")) << "again is fine";
    EXPECT_EQ(modeOf(dir / "x"), 0700u);
    EXPECT_EQ(modeOf(dir / "x" / "y" / "z"), 0700u);
    ASSERT_TRUE(files.writeNew(dir / "x" / "file", {}));
    EXPECT_EQ(files.makeDirectories(dir / "x" / "file").error().code, errors::kFileExists);
    EXPECT_FALSE(files.makeDirectories(dir / "x" / "file" / "below"));
}

TEST_F(PosixFiles, ListsByNameWithKinds)
{
    ASSERT_TRUE(files.writeNew(dir / "b", asBytes("12345")));
    ASSERT_TRUE(files.makeDirectories(dir / "a"));
    fsys::create_symlink(dir / "b", dir / "c");
    const auto listed = files.list(dir);
    ASSERT_TRUE(listed);
    ASSERT_EQ(listed->size(), 3u);
    EXPECT_TRUE((*listed)[0].isDirectory);
    EXPECT_EQ((*listed)[1].size, 5u);
    EXPECT_TRUE((*listed)[2].isLink);
    EXPECT_EQ(files.list(dir / "none").error().code, errors::kFileNotFound);
}

TEST_F(PosixFiles, SyncingWhatIsNoFolderFails)
{
    EXPECT_EQ(files.syncDirectory(dir / "none").error().code, errors::kFileNotFound);
    ASSERT_TRUE(files.writeNew(dir / "a", {}));
    EXPECT_FALSE(files.syncDirectory(dir / "a"));
}

TEST_F(PosixFiles, AtomicWriteReplacesAndLeavesNoTemporary)
{
    ASSERT_TRUE(writeFileAtomically(files, dir / "a", asBytes("one")));
    ASSERT_TRUE(files.writeNew(dir / "a.new", asBytes("left by a crash")));
    ASSERT_TRUE(writeFileAtomically(files, dir / "a", asBytes("two")));
    EXPECT_EQ(*files.read(dir / "a", 10), bytesOf("two"));
    EXPECT_EQ(files.list(dir)->size(), 1u);
}

TEST(AtomicWrite, OldOrNewContentAfterAnyCrash)
{
    using test::FileFault;
    using test::Survival;
    for (const FileFault fault : {FileFault::CrashBefore, FileFault::CrashMiddle, FileFault::CrashAfter}) {
        for (const Survival survival : {Survival::Everything, Survival::OnlySynced, Survival::Some}) {
            for (int call = 1; call <= 5; ++call) {
                test::MemoryFileSystem disk;
                disk.put("/w/a", asBytes("old"));
                disk.faultAt(call, fault);
                const auto result = writeFileAtomically(disk, "/w/a", asBytes("new"));
                const bool isDone = result.has_value();
                disk.faultAt(0, FileFault::Fail);
                if (disk.hasCrashed())
                    disk.restart(survival, static_cast<unsigned>(call));
                else
                    disk.restart(Survival::OnlySynced);
                const Bytes content = disk.content("/w/a");
                if (isDone)
                    EXPECT_EQ(content, bytesOf("new")) << call;
                else
                    EXPECT_TRUE(content == bytesOf("old") || content == bytesOf("new")) << call;
            }
        }
    }
}

TEST(AtomicWrite, RefusedRenameLeavesTheOldContent)
{
    test::MemoryFileSystem disk;
    disk.put("/w/a", asBytes("old"));
    disk.faultAt(3, test::FileFault::DiskFull);
    EXPECT_EQ(writeFileAtomically(disk, "/w/a", asBytes("new")).error().code, errors::kDiskFull);
    EXPECT_EQ(disk.content("/w/a"), bytesOf("old"));
    EXPECT_FALSE(disk.exists("/w/a.new"));
}

} // namespace
} // namespace outpost
