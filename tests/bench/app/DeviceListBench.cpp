// SPDX-License-Identifier: GPL-3.0-or-later
// The list of 100,000 devices: opening it from a file, one keystroke in the filter, sorting by money.
#include "app/models/PagedDeviceModel.h"
#include "tests/support/Await.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>

using namespace outpost;

namespace {

constexpr int kDevices = 100'000;
constexpr int kRuns = 5;

void fill(store::Devices& devices)
{
    constexpr int kChunk = 500;
    std::vector<store::DeviceFigures> figures;
    for (int first = 0; first < kDevices; first += kChunk) {
        std::vector<Device> list;
        for (int i = first; i < first + kChunk; ++i) {
            Device device;
            device.id = DeviceId(std::format("net:{:08x}", i * 2654435761u));
            device.network = NetworkId("net");
            device.name = std::format("Device {:06} {}", (i * 7919) % kDevices, i % 17 == 0 ? "Heron" : "Finch");
            device.city = i % 3 == 0 ? "Utrecht" : "Amsterdam";
            device.status = static_cast<DeviceStatus>(i % 50 == 0 ? 2 : 0);
            figures.push_back({device.id, (i * 31) % 1000, (i * 131) % 5000, (i * 17) % 5000});
            list.push_back(std::move(device));
        }
        (void)test::await(devices.upsert(std::move(list)));
    }
    (void)test::await(devices.setFigures(std::move(figures)));
}

/// Median of some runs, in milliseconds, until the first page of the query is there.
double timed(app::PagedDeviceModel& model, const std::vector<store::DeviceQuery>& queries)
{
    std::vector<double> times;
    for (int run = 0; run < kRuns; ++run) {
        for (const store::DeviceQuery& query : queries) {
            QSignalSpy loaded(&model, &app::PagedDeviceModel::loaded);
            QElapsedTimer timer;
            timer.start();
            model.setQuery(query);
            if (loaded.isEmpty()) // a quick store answers before anybody waits
                loaded.wait(60'000);
            times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication qt(argc, argv);
    const QTemporaryDir directory;
    const std::filesystem::path home(directory.path().toStdString());
    const SystemClock clock;
    const store::Database::Options options{.file = home / "store.db", .backups = home / "backups"};
    {
        auto db = store::Database::open(options, clock);
        if (!db)
            return 1;
        store::Devices devices(**db);
        fill(devices);
    }
    QElapsedTimer timer;
    timer.start();
    auto db = store::Database::open(options, clock);
    if (!db)
        return 1;
    store::Devices devices(**db);
    const app::Format format{QLocale(QLocale::English, QLocale::Ireland)};
    app::PagedDeviceModel model(devices, format, clock, nullptr);
    QSignalSpy loaded(&model, &app::PagedDeviceModel::loaded);
    model.setQuery({});
    if (loaded.isEmpty())
        loaded.wait(60'000);
    std::printf("open    %8.1f ms, budget 3000 ms, %d rows\n", static_cast<double>(timer.nsecsElapsed()) / 1e6,
                model.rowCount());

    std::vector<store::DeviceQuery> typed(3);
    typed[0].text = "h";
    typed[1].text = "her";
    typed[2].text = "heron utrecht";
    std::printf("filter  %8.1f ms, budget  100 ms (median of a keystroke)\n", timed(model, typed));

    std::vector<store::DeviceQuery> sorts(3);
    sorts[0].sort = store::DeviceQuery::Sort::Month;
    sorts[0].descending = true;
    sorts[1].sort = store::DeviceQuery::Sort::Name;
    sorts[2].sort = store::DeviceQuery::Sort::Ready;
    std::printf("sort    %8.1f ms, budget  250 ms (median)\n", timed(model, sorts));
    return 0;
}
