// SPDX-License-Identifier: GPL-3.0-or-later
// Readings of 10,000 devices arriving at 10,000 a second for ten seconds, in batches of a tenth of a second, while a
// list of these devices is open on the GUI thread.
#include "app/models/PagedDeviceModel.h"
#include "tests/support/Await.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>

using namespace outpost;

namespace {

constexpr int kDevices = 10'000;
constexpr int kBatch = 1000;
constexpr int kBatches = 100;
constexpr int kBatchMs = 100;
constexpr double kBudgetPerSecond = 10'000;
constexpr double kStallBudgetMs = 33;

DeviceId id(int number)
{
    return DeviceId(std::format("net:{:08x}", static_cast<unsigned>(number) * 2654435761u));
}

void fill(store::Devices& devices)
{
    for (int first = 0; first < kDevices; first += kBatch) {
        std::vector<Device> list;
        for (int i = first; i < first + kBatch; ++i) {
            Device device;
            device.id = id(i);
            device.network = NetworkId("net");
            device.name = std::format("Device {:05}", i);
            list.push_back(std::move(device));
        }
        (void)test::await(devices.upsert(std::move(list)));
    }
}

std::vector<EarningSample> batch(int number, Time start)
{
    std::vector<EarningSample> samples;
    samples.reserve(kBatch);
    for (int i = 0; i < kBatch; ++i) {
        const int reading = number * kBatch + i;
        samples.push_back({id(reading % kDevices),
                           {AssetId("net:coin"), Int128(1000 + reading)},
                           start + std::chrono::seconds(number),
                           "bench"});
    }
    return samples;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QTemporaryDir folder;
    const SystemClock clock;
    const std::filesystem::path home(folder.path().toStdString());
    auto db = store::Database::open({.file = home / "store.db", .backups = home / "backups"}, clock);
    if (!db)
        return 1;
    store::Devices devices(**db);
    store::Series series(**db);
    fill(devices);
    app::Format format;
    app::PagedDeviceModel model(devices, format, clock, nullptr);
    QSignalSpy loaded(&model, &app::PagedDeviceModel::loaded);
    model.setQuery({});
    if (loaded.isEmpty())
        loaded.wait(60'000);

    // A stall of the GUI thread is what a beat of a few milliseconds misses.
    QElapsedTimer beat;
    double stall = 0;
    QTimer beats;
    beats.setTimerType(Qt::PreciseTimer);
    QObject::connect(&beats, &QTimer::timeout, &app, [&] {
        if (beat.isValid())
            stall = std::max(stall, static_cast<double>(beat.nsecsElapsed()) / 1e6);
        beat.start();
    });
    QTimer arrivals;
    int sent = 0;
    int stored = 0;
    QElapsedTimer total;
    double seconds = 0;
    const Time start = clock.now();
    QObject::connect(&arrivals, &QTimer::timeout, &app, [&] {
        if (sent == kBatches) {
            arrivals.stop();
            return;
        }
        series.ingest(batch(sent++, start)).then(&app, [&](const Result<store::IngestReport>& report) {
            stored += report ? report->stored : 0;
            model.refresh();
            if (sent == kBatches && stored >= kBatch * kBatches) {
                seconds = static_cast<double>(total.elapsed()) / 1000;
                QCoreApplication::quit();
            }
        });
    });
    QTimer::singleShot(120'000, &app, [] { QCoreApplication::exit(1); });
    beats.start(4);
    total.start();
    arrivals.start(kBatchMs);
    const int code = QCoreApplication::exec();
    std::printf(
        "ingest: %d readings in %.1f s, %.0f a second (asked for %.0f), worst GUI stall %.0f ms (budget %.0f ms)\n",
        stored, seconds, seconds > 0 ? stored / seconds : 0, kBudgetPerSecond, stall, kStallBudgetMs);
    return code;
}
