// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Database.h"
#include "tests/support/Await.h"
#include "tests/support/FakeClock.h"

#include <QTemporaryDir>

namespace outpost::test {

/// A store in a folder of its own, gone afterwards.
class StoreTest : public ::testing::Test {
protected:
    store::Database::Options options(bool demo = false) const
    {
        const std::filesystem::path root = folder.path().toStdString();
        return {.file = root / "store.db", .backups = root / "backups", .demo = demo, .keepBackups = 3};
    }
    std::unique_ptr<store::Database> openStore()
    {
        auto db = store::Database::open(options(), clock);
        EXPECT_TRUE(db.has_value()) << (db ? "" : db.error().detail);
        return db ? std::move(*db) : nullptr;
    }

    QTemporaryDir folder;
    FakeClock clock;
};

} // namespace outpost::test
