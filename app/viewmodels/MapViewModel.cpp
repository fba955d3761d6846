// SPDX-License-Identifier: GPL-3.0-or-later
#include "MapViewModel.h"

#include "HomeViewModel.h"

#include "app/format/ErrorText.h"
#include "app/format/Phrase.h"

#include <cmath>

namespace outpost::app {

namespace {
constexpr std::size_t kMostCells = 1'000'000;
constexpr int kUnknownStatus = 4; // StatusMark.Unknown
} // namespace

MapViewModel::MapViewModel(Engine& engine, Format& format, QObject* parent)
    : ScreenViewModel(engine, format, parent),
      m_markers({"key", "name", "latitude", "longitude", "status", "place", "shape"}, nullptr)
{}

networks::Coverage* MapViewModel::coverage() const
{
    for (networks::Network* network : engine().networks()) {
        if (network->coverage() != nullptr)
            return network->coverage();
    }
    return nullptr;
}

bool MapViewModel::hasCoverage() const
{
    return coverage() != nullptr;
}

void MapViewModel::load()
{
    if (engine().wallets().current() != nullptr)
        loadCells();
    engine().devices().all().then(this, [this](const Result<std::vector<Device>>& devices) {
        if (!devices) {
            setFailed(devices.error());
            return;
        }
        QList<QVariantList> rows;
        for (const Device& device : *devices) {
            if (!device.place)
                continue;
            QString place = device.city.empty() ? format().coordinates(device.place->centre) : toQString(device.city);
            const int shape = markerShape(device);
            if (shape != 0) // the list says in words what the sign on the map looks like
                place += QStringLiteral(" · ") + Phrase::of(device.kind);
            rows.append({toQString(device.id.str()), shownName(device), device.place->centre.latitude,
                         device.place->centre.longitude, static_cast<int>(device.status), place, shape});
        }
        m_markers.setRows(rows);
        const auto missing = static_cast<int>(std::ssize(*devices) - rows.size());
        m_withoutPlace = missing > 0 ? tr("%n device(s) without a place", nullptr, missing) : QString();
        if (devices->empty())
            setEmpty();
        else
            setPhase(Ready);
        Q_EMIT changed();
        if (!m_selected.isEmpty())
            select(m_selected);
    });
}

void MapViewModel::loadCells()
{
    networks::Coverage* source = coverage();
    if (m_cellsAsked || source == nullptr)
        return;
    m_cellsAsked = true;
    source->cells(kMostCells, {}).then(this, [this](const Result<Known<std::vector<networks::CoverageCell>>>& cells) {
        if (cells) {
            showCells(*cells);
            return;
        }
        m_cellsAsked = false; // asked again with the next reading
        m_coverageText = ErrorText::of(cells.error()).message;
        Q_EMIT changed();
    });
}

void MapViewModel::showCells(const Known<std::vector<networks::CoverageCell>>& cells)
{
    if (!cells.hasValue()) {
        m_coverageText = tr("The network publishes no cells now");
        Q_EMIT changed();
        return;
    }
    int most = 1;
    for (const auto& cell : *cells.value)
        most = std::max(most, cell.devices);
    std::vector<map::MapCell> drawn;
    drawn.reserve(cells.value->size());
    // By the logarithm: one busy cell would make all others look empty.
    // gate: allow float-money - how dark a cell is drawn
    const double full = std::log1p(most);
    for (const auto& cell : *cells.value)
        // gate: allow float-money - how dark a cell is drawn
        drawn.push_back({cell.cell, static_cast<float>(std::log1p(cell.devices) / full)});
    m_cells.setCells(std::move(drawn));
    m_mostInCell = format().count(most);
    //: Below a map. %1 counts cells, %2 is a time.
    m_coverageText =
        tr("%1 cells · as of %2").arg(format().count(std::ssize(*cells.value)), format().dateTime(cells.asOf));
    Q_EMIT changed();
}

void MapViewModel::select(const QString& key)
{
    m_selected = key;
    if (key.isEmpty()) {
        Q_EMIT selectedChanged();
        return;
    }
    store::DeviceQuery query;
    query.text = key.toStdString();
    engine().devices().page(query, 0, 1).then(this, [this, key](const Result<std::vector<store::DeviceRow>>& rows) {
        if (m_selected == key && rows && !rows->empty())
            showSelected(rows->front());
    });
}

void MapViewModel::showSelected(const store::DeviceRow& row)
{
    const Device& device = row.device;
    m_name = shownName(device);
    m_status = static_cast<int>(device.status);
    QStringList note{Phrase::of(device.kind)};
    if (device.lastSeen)
        //: %1 a time, for example "3 min ago".
        note << tr("seen %1").arg(format().ago(engine().clock().now(), *device.lastSeen));
    m_note = note.join(QStringLiteral(" · "));
    const bool setUp = device.status != DeviceStatus::NotSetUp;
    m_month = row.monthMinor ? format().moneyMinor(Int128(*row.monthMinor), currency()) : QString();
    const QString payout = payoutOf(device);
    m_ready = row.readyMinor && payout.isEmpty() ? format().moneyMinor(Int128(*row.readyMinor), currency()) : QString();
    m_readyUnknown = !payout.isEmpty() ? payout : setUp ? tr("Not known yet") : tr("It does not earn yet");
    m_trouble = device.problem.empty() ? QString() : Phrase::of(device.problem);
    if (m_status > kUnknownStatus)
        m_status = kUnknownStatus;
    Q_EMIT selectedChanged();
}

} // namespace outpost::app
