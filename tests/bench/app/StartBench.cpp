// SPDX-License-Identifier: GPL-3.0-or-later
// Starts the real program with 10,000 devices in its store, in a window of 1280 x 800 drawn by llvmpipe, and measures
// the time until Home shows its figures and how much memory it has then (proportional set size). The file cache is
// warm from the second start on; no network is asked: every request ends at a proxy that is not there.
#include "app/composition/Engine.h"
#include "tests/bench/app/Display.h"
#include "tests/support/Await.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace outpost;

namespace {

constexpr int kDevices = 10'000;
constexpr int kChunk = 500;
constexpr int kDays = 10;
constexpr int kRuns = 5;
constexpr double kBudgetMs = 500;
constexpr double kBudgetMb = 220;
constexpr const char* kOwner = "9xQeWvG816bUx9EPjHmaT23yvVM2ZWbrrpZb9PusVFin";

/// A home as a person has it who watches a fleet: no password is asked for, Home is the first screen.
bool furnish(const std::filesystem::path& home)
{
    app::EngineOptions options;
    options.home = home;
    auto engine = app::Engine::create(std::move(options));
    if (!engine || !test::await((*engine)->start()))
        return false;
    const NetworkId network = (*engine)->networks().front()->id();
    const AssetId asset = (*engine)->assets().front().id;
    bool good = test::await((*engine)->wallets().watch("Fleet", {{network, Address(kOwner), {}}})).has_value() &&
                test::await((*engine)->settings().set("net.proxy", "socks5://127.0.0.1:1")).has_value();
    const Time now = (*engine)->clock().now();
    for (int first = 0; first < kDevices && good; first += kChunk) {
        std::vector<Device> devices;
        std::vector<EarningSample> samples;
        for (int i = first; i < first + kChunk; ++i) {
            Device device;
            device.id = DeviceId(network.str() + std::format(":{:08x}", static_cast<unsigned>(i) * 2654435761u));
            device.network = network;
            device.owner = Address(kOwner);
            device.name = std::format("Device {:05}", i);
            device.kind = "hotspot.lorawan";
            device.city = i % 3 == 0 ? "Utrecht" : "Amsterdam";
            device.status = i % 50 == 0 ? DeviceStatus::Offline : DeviceStatus::Working;
            device.place = Place{.cell = 0,
                                 .centre = {51.5 + (i % 100) * 0.02, 4.0 + (i / 100) * 0.03},
                                 .elevationMetres = {},
                                 .gainTenthDbi = {}};
            for (int day = 0; day < kDays; ++day)
                samples.push_back({device.id,
                                   {asset, Int128(1'000'000 + (day + 1) * (1000 + i))},
                                   now - std::chrono::days(kDays - day),
                                   "bench"});
            devices.push_back(std::move(device));
        }
        good = test::await((*engine)->devices().upsert(std::move(devices))).has_value() &&
               test::await((*engine)->series().ingest(std::move(samples))).has_value();
    }
    return good && test::await((*engine)->earnings().refreshFigures(Currency::Eur), 120'000).has_value();
}

struct Run {
    double usefulMs = 0; ///< from exec to the frame after Home's figures
    double firstMs = 0;  ///< from exec to any frame
    double pssMb = 0;
};

double pssOf(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/smaps_rollup").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith("Pss:"))
            return line.mid(4).trimmed().split(' ').constFirst().toDouble() / 1024;
    }
    return 0;
}

Run start(const QString& home)
{
    Run run;
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_LOGGING_RULES"),
                       QStringLiteral("outpost.screens.debug=true;qt.scenegraph.time.renderloop.debug=true"));
    environment.insert(QStringLiteral("QSG_RENDER_TIMING"), QStringLiteral("1"));
    environment.insert(QStringLiteral("QT_MESSAGE_PATTERN"), QStringLiteral("%{category}: %{message}"));
    environment.insert(QStringLiteral("HOME"), home);
    program.setProcessEnvironment(environment);
    program.setProcessChannelMode(QProcess::MergedChannels);
    QElapsedTimer timer;
    bool ready = false;
    QByteArray rest;
    QSignalSpy useful(&program, &QProcess::errorOccurred); // waited on below; its signal is not expected
    QObject::connect(&program, &QProcess::readyRead, &program, [&] {
        const double now = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        rest += program.readAll();
        for (qsizetype end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
            const QByteArray line = rest.first(end);
            rest.remove(0, end + 1);
            if (line.startsWith("outpost.screens") && line.contains("HomeViewModel phase=1"))
                ready = true;
            else if (line.startsWith("qt.scenegraph.time.renderloop")) {
                if (run.firstMs == 0)
                    run.firstMs = now;
                if (ready && run.usefulMs == 0)
                    run.usefulMs = now;
            }
        }
    });
    timer.start();
    program.start(QStringLiteral(OUTPOST_PROGRAM), {QStringLiteral("--home"), home});
    QSignalSpy read(&program, &QProcess::readyRead);
    while (run.usefulMs == 0 && read.wait(20'000)) {
    }
    // What comes in the seconds after is part of what the person pays for the open window.
    constexpr int kSettleMs = 3000;
    useful.wait(kSettleMs);
    run.pssMb = pssOf(program.processId());
    QSignalSpy ended(&program, &QProcess::finished);
    program.kill();
    if (ended.isEmpty())
        ended.wait(10'000);
    return run;
}

} // namespace

int main(int argc, char** argv)
{
    const bench::Display display;
    QCoreApplication app(argc, argv);
    const QTemporaryDir folder;
    const QString home = folder.filePath(QStringLiteral("home"));
    if (!furnish(home.toStdString())) {
        std::puts("the home could not be made");
        return 1;
    }
    std::vector<Run> runs;
    for (int i = 0; i < kRuns; ++i) {
        runs.push_back(start(home));
        const Run& run = runs.back();
        std::printf("start %d: first frame %.0f ms, useful frame %.0f ms, %.0f MB PSS\n", i + 1, run.firstMs,
                    run.usefulMs, run.pssMb);
    }
    const auto median = [&](double Run::* part) {
        std::ranges::sort(runs, {}, part);
        return runs[runs.size() / 2].*part;
    };
    const double useful = median(&Run::usefulMs);
    const double pss = median(&Run::pssMb);
    std::printf("start with %d devices: useful frame after %.0f ms (budget %.0f ms), %.0f MB PSS (budget %.0f MB)\n",
                kDevices, useful, kBudgetMs, pss, kBudgetMb);
    return useful > 0 ? 0 : 1;
}
