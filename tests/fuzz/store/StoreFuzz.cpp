// SPDX-License-Identifier: GPL-3.0-or-later
// What a damaged store or a data file may hold: packed samples, an operation's record, the content of an import. The
// first byte chooses.
#include "core/store/Journal.h"
#include "core/store/Series.h"
#include "core/store/Transfer.h"

#include <unistd.h>

#include <cstdlib>

using namespace outpost;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

/// One store for the whole run; whatever an input changes is rolled back.
store::Sql& database()
{
    static const std::unique_ptr<store::Sql> sql = [] {
        const auto file =
            std::filesystem::temp_directory_path() / ("outpost-fuzz-" + std::to_string(::getpid()) + ".db");
        auto opened = store::Sql::open(file, store::Sql::Mode::ReadWrite);
        if (!opened || !(*opened)->exec("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF") ||
            !store::migrate(**opened, false))
            std::abort();
        std::filesystem::remove(file); // stays open
        return std::move(*opened);
    }();
    return *sql;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const ByteSpan input(data + 1, size - 1);
    switch (data[0] % 3) {
    case 0: {
        constexpr std::int64_t kMonth = 1'793'491'200; // 2026-11-01
        const auto points = store::unpackSeries(kMonth, input);
        // What is accepted says the same when it is written again.
        if (points && store::unpackSeries(kMonth, store::packSeries(kMonth, *points)) != *points)
            std::abort();
        break;
    }
    case 1: {
        const auto operation = store::operationFromJson(asText(input));
        if (operation && !store::operationFromJson(store::operationToJson(*operation)))
            std::abort();
        break;
    }
    default:
        if (!database().exec("BEGIN"))
            std::abort();
        std::ignore = store::mergeContent(database(), input, {"ui."});
        if (!database().exec("ROLLBACK"))
            std::abort();
    }
    return 0;
}
