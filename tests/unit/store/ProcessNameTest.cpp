// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ProcessName.h"

#include "tests/unit/store/ChildProcess.h"

#include <gtest/gtest.h>

namespace outpost::test {
namespace {

TEST(ProcessName, AProcessThatLivesHasNotEnded)
{
    EXPECT_FALSE(store::hasEnded(store::processName()));
    const ChildProcess child;
    EXPECT_NE(child.name(), store::processName());
    EXPECT_FALSE(store::hasEnded(child.name()));
}

TEST(ProcessName, AProcessThatWasKilledHasEndedBeforeAndAfterItIsReaped)
{
    ChildProcess child;
    child.kill();
    EXPECT_TRUE(store::hasEnded(child.name())) << "nobody has asked for its exit code yet";
    child.reap();
    EXPECT_TRUE(store::hasEnded(child.name()));
}

TEST(ProcessName, AnotherProcessWithTheSameNumberIsNotTheOneThatHadIt)
{
    std::string name = store::processName();
    const auto start = name.find(' ') + 1;
    name.replace(start, name.find(' ', start) - start, "1");
    EXPECT_TRUE(store::hasEnded(name));
}

TEST(ProcessName, WhatCannotBeToldHasNotEnded)
{
    const std::string mine = store::processName();
    const auto boot = mine.find(' ', mine.find(' ') + 1) + 1;
    EXPECT_FALSE(store::hasEnded("99999999 1 00000000-0000-0000-0000-000000000000" + mine.substr(mine.find(' ', boot))))
        << "another boot may be another computer";
    EXPECT_FALSE(store::hasEnded("99999999 1 " + mine.substr(boot, mine.find(' ', boot) - boot) + " pid:[1]"))
        << "another namespace";
    for (const char* other : {"", "4711", "console", "-1 1 a b", "0 0 0 0"})
        EXPECT_FALSE(store::hasEnded(other)) << other;
}

} // namespace
} // namespace outpost::test
