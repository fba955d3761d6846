// SPDX-License-Identifier: GPL-3.0-or-later
// A million cells over one country, their colours changing each second, in a window of 1280 x 800. Frame intervals as
// the person sees them: from one swap to the next, while the map is still and while it is moved. Meant for a display
// with OpenGL (Xvfb with llvmpipe does); says so where there is none.
#include "app/map/CellLayerItem.h"
#include "tests/bench/app/Display.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQuickWindow>
#include <QSGRendererInterface>

#include <h3api.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace outpost::map;

namespace {

constexpr int kResolution = 9;
constexpr int kRings = 577; // 3 k (k + 1) + 1 cells: 1,000,519
constexpr int kSeconds = 10;
constexpr double kWarmUpMs = 2000;
constexpr double kBudgetMs = 1000.0 / 60;

std::vector<MapCell> country()
{
    const LatLng centre{degsToRads(51.2), degsToRads(10.4)};
    H3Index middle = 0;
    latLngToCell(&centre, kResolution, &middle);
    std::int64_t size = 0;
    maxGridDiskSize(kRings, &size);
    std::vector<H3Index> disk(static_cast<std::size_t>(size));
    gridDisk(middle, kRings, disk.data());
    std::vector<MapCell> cells;
    cells.reserve(disk.size());
    for (const H3Index cell : disk) {
        if (cell != 0)
            cells.push_back({cell, static_cast<float>(cell >> 20 & 0xff) / 255.0F});
    }
    return cells;
}

/// The same cells in other colours.
std::vector<MapCell> recoloured(std::vector<MapCell> cells, int second)
{
    for (MapCell& cell : cells)
        cell.weight = static_cast<float>(((cell.cell >> 20) + static_cast<std::uint64_t>(second) * 37) & 0xff) / 255.0F;
    return cells;
}

struct Intervals {
    std::vector<double> ms;
    double at(double share) const
    {
        if (ms.empty())
            return 0;
        std::vector<double> sorted = ms;
        std::sort(sorted.begin(), sorted.end());
        return sorted[std::min(sorted.size() - 1,
                               static_cast<std::size_t>(share * static_cast<double>(sorted.size())))];
    }
};

void print(const char* what, const Intervals& intervals)
{
    std::printf("map, 1,000,000 cells, %s: %zu frames, median %.1f ms, 99th percentile %.1f ms (budget %.1f ms), worst "
                "%.1f ms\n",
                what, intervals.ms.size(), intervals.at(0.5), intervals.at(0.99), kBudgetMs, intervals.at(1));
}

} // namespace

int main(int argc, char** argv)
{
    const outpost::bench::Display display;
    QGuiApplication app(argc, argv);
    QQuickWindow window;
    window.resize(1280, 800);
    MapCamera camera;
    camera.setViewport(QSizeF(1280, 800));
    CellSource source;
    CellLayerItem layer(window.contentItem());
    layer.setSize(QSizeF(1280, 800));
    layer.setCamera(&camera);
    layer.setSource(&source);
    camera.fit(49.6, 8.0, 52.8, 12.8, 0, 8);
    const std::vector<MapCell> cells = country();
    source.setCells(cells);

    Intervals still;
    Intervals moving;
    QElapsedTimer clock;
    QElapsedTimer frame;
    bool arranged = false;
    int second = 0;
    // Colours are made on this thread's spare time in the program, too: where they come from is not what is measured.
    std::vector<std::vector<MapCell>> frames;
    for (int i = 1; i <= 3; ++i)
        frames.push_back(recoloured(cells, i));
    QObject::connect(&layer, &CellLayerItem::cellsChanged, &app, [&] {
        if (!std::exchange(arranged, layer.cellCount() > 0) && arranged)
            clock.start();
    });
    QObject::connect(&window, &QQuickWindow::frameSwapped, &app, [&] {
        const double interval = frame.isValid() ? static_cast<double>(frame.nsecsElapsed()) / 1e6 : 0;
        frame.start();
        window.update();
        if (!arranged)
            return;
        const auto ms = static_cast<double>(clock.elapsed()) - kWarmUpMs;
        if (ms < 0)
            return;
        const bool isMoving = ms > kSeconds * 500.0;
        (isMoving ? moving : still).ms.push_back(interval);
        if (isMoving)
            camera.panBy(std::sin(ms / 700.0) * 3, std::cos(ms / 900.0) * 2);
        if (const int now = static_cast<int>(ms / 1000) + 1; now != second) {
            second = now;
            source.setCells(frames[static_cast<std::size_t>(second % 3)]);
        }
        if (ms > kSeconds * 1000.0)
            app.quit();
    });
    window.show();
    const int code = QGuiApplication::exec();
    const bool software = window.rendererInterface()->graphicsApi() == QSGRendererInterface::Software;
    if (software)
        std::printf("no OpenGL here: drawn by the software renderer, to which the budget does not apply\n");
    std::printf("cells drawn: %d of %d (at least 20,000)\n", layer.drawnCount(), layer.cellCount());
    print("still", still);
    print("moving", moving);
    return code;
}
