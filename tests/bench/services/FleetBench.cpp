// SPDX-License-Identifier: GPL-3.0-or-later
// What a refresh reckons for 10,000 devices with four months of samples, and for how long the window stands still
// meanwhile.
#include "core/services/DeviceHealth.h"
#include "core/services/EarningsService.h"
#include "tests/support/Await.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

using namespace outpost;

namespace {

constexpr int kDevices = 10'000;
constexpr int kDays = 120;
const AssetId kAsset("solana:token");

std::int32_t monthOf(std::int32_t day)
{
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
    return static_cast<int>(date.year()) * 12 + static_cast<std::int32_t>(static_cast<unsigned>(date.month())) - 1;
}

std::vector<DeviceId> fill(store::Database& db, std::int32_t today)
{
    store::Devices devices(db);
    std::vector<DeviceId> ids;
    for (int first = 0; first < kDevices; first += 500) {
        std::vector<Device> list;
        for (int i = first; i < first + 500; ++i) {
            Device device;
            device.id = DeviceId(std::format("net:{:08x}", i * 2654435761u));
            device.network = NetworkId("net");
            device.name = std::format("Device {}", i);
            ids.push_back(device.id);
            list.push_back(std::move(device));
        }
        (void)test::await(devices.upsert(std::move(list)));
    }
    // Packed as Series would, without its check of each sample.
    std::map<std::int32_t, std::vector<store::SeriesPoint>> months;
    for (std::int32_t day = today - kDays; day <= today; ++day)
        months[monthOf(day)].push_back({std::int64_t{day} * 86'400 + 600, Int128((day - 10'000) * 30'000'000LL)});
    (void)test::await(db.write([&](store::Sql& sql) -> Result<void> {
        OUTPOST_CHECK(sql.exec("INSERT INTO names (num, text) VALUES (1, '" + kAsset.str() + "'), (2, 'source')"));
        for (const auto& [month, points] : months) {
            OUTPOST_TRY(auto put,
                        sql.prepare("INSERT INTO series (device, asset, month, source, data) SELECT num, 1, ?, "
                                    "2, ? FROM devices"));
            OUTPOST_CHECK(put->bind(std::int64_t{month})
                              .bind(ByteSpan(store::packSeries(store::monthStartOfNumber(month), points)))
                              .run());
        }
        return {};
    }));
    return ids;
}

/// Runs it to its end; how long it took, and the longest time for which no other event was served.
template <class Start> void timed(const char* name, const Start& start)
{
    QElapsedTimer whole;
    QElapsedTimer since;
    double longest = 0;
    QTimer pulse;
    pulse.setInterval(1);
    QObject::connect(&pulse, &QTimer::timeout, &pulse, [&] {
        longest = std::max(longest, static_cast<double>(since.nsecsElapsed()) / 1e6);
        since.restart();
    });
    whole.start();
    since.start();
    pulse.start();
    const auto result = test::await(start(), 300'000);
    longest = std::max(longest, static_cast<double>(since.nsecsElapsed()) / 1e6);
    std::printf("%-8s %8.1f ms, longest stall %6.1f ms, budget 33 ms%s\n", name,
                static_cast<double>(whole.nsecsElapsed()) / 1e6, longest, result ? "" : ", FAILED");
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication qt(argc, argv);
    const QTemporaryDir directory;
    const std::filesystem::path home(directory.path().toStdString());
    const SystemClock clock;
    auto db = store::Database::open({.file = home / "store.db", .backups = home / "backups"}, clock);
    if (!db)
        return 1;
    store::Series series(**db);
    store::Devices devices(**db);
    store::Prices prices(**db);
    store::Activities activities(**db);
    services::EarningsService earnings({series, devices, prices, activities, clock}, {{kAsset, "TOK", "Token", 8}});
    const std::int32_t today = earnings.today();
    const auto ids = fill(**db, today);
    (void)test::await(prices.add({{kAsset, Currency::Eur, 2'000'000'000, "bench", clock.now()}}));
    timed("figures", [&] { return earnings.refreshFigures(Currency::Eur); });
    timed("health", [&] { return services::assessDevices(series, ids, today); });
    timed("days", [&] { return series.daysOf({ids.front()}, kAsset, today - 30, today, today); });
    return 0;
}
