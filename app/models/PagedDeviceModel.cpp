// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/PagedDeviceModel.h"

#include "app/format/Phrase.h"

namespace outpost::app {

namespace {
constexpr std::size_t kPagesKept = 40;
}

PagedDeviceModel::PagedDeviceModel(store::Devices& devices, const Format& format, const Clock& clock, QObject* parent)
    : QAbstractListModel(parent), m_devices(devices), m_format(format), m_clock(clock)
{
    m_fetch.setSingleShot(true);
    m_fetch.setInterval(0);
    connect(&m_fetch, &QTimer::timeout, this, &PagedDeviceModel::fetchWanted);
}

void PagedDeviceModel::setQuery(store::DeviceQuery query)
{
    m_query = std::move(query);
    load(true);
}

void PagedDeviceModel::refresh()
{
    load(false);
}

void PagedDeviceModel::load(bool reset)
{
    const int generation = ++m_generation;
    m_asked.clear();
    m_devices.count(m_query).then(this, [this, generation, reset](const Result<std::int64_t>& count) {
        if (generation != m_generation)
            return;
        if (!count) {
            Q_EMIT failed(count.error());
            return;
        }
        const int total = static_cast<int>(std::min<std::int64_t>(*count, std::numeric_limits<int>::max()));
        m_devices.page(m_query, 0, kPageRows)
            .then(this, [this, generation, reset, total](const Result<std::vector<store::DeviceRow>>& rows) {
                if (generation != m_generation)
                    return;
                if (!rows) {
                    Q_EMIT failed(rows.error());
                    return;
                }
                if (reset) {
                    beginResetModel();
                    m_pages.clear();
                    m_wanted.clear();
                    m_count = total;
                    if (total > 0)
                        m_pages[0] = linesOf(*rows);
                    endResetModel();
                } else {
                    resize(total);
                    put(0, linesOf(*rows));
                    for (const auto& [page, lines] : m_pages) {
                        if (page > 0)
                            m_wanted.insert(page);
                    }
                    m_fetch.start();
                }
                Q_EMIT loaded();
            });
    });
}

void PagedDeviceModel::resize(int count)
{
    if (count > m_count) {
        beginInsertRows({}, m_count, count - 1);
        m_count = count;
        endInsertRows();
    } else if (count < m_count) {
        beginRemoveRows({}, count, m_count - 1);
        m_count = count;
        std::erase_if(m_pages, [&](const auto& entry) { return entry.first * kPageRows >= count; });
        endRemoveRows();
    }
}

void PagedDeviceModel::fetchWanted()
{
    for (const int page : std::exchange(m_wanted, {})) {
        if (page * kPageRows < m_count && m_asked.insert(page).second)
            fetch(page);
    }
}

void PagedDeviceModel::fetch(int page)
{
    const int generation = m_generation;
    m_devices.page(m_query, std::int64_t{page} * kPageRows, kPageRows)
        .then(this, [this, generation, page](const Result<std::vector<store::DeviceRow>>& rows) {
            if (generation != m_generation)
                return;
            m_asked.erase(page);
            if (rows)
                put(page, linesOf(*rows));
            else
                Q_EMIT failed(rows.error());
        });
}

void PagedDeviceModel::put(int page, Page lines)
{
    const int first = page * kPageRows;
    const int last = std::min(m_count, first + static_cast<int>(lines.size())) - 1;
    if (last < first)
        return;
    // The farthest page from what is looked at now goes first.
    if (m_pages.size() >= kPagesKept && !m_pages.contains(page)) {
        const auto front = m_pages.begin();
        const auto back = std::prev(m_pages.end());
        m_pages.erase(page - front->first > back->first - page ? front : back);
    }
    Page& place = m_pages[page];
    if (place == lines)
        return;
    place = std::move(lines);
    Q_EMIT dataChanged(index(first), index(last));
}

PagedDeviceModel::Line PagedDeviceModel::lineOf(const store::DeviceRow& row) const
{
    const Device& device = row.device;
    Line line;
    line.key = toQString(device.id.str());
    line.name = shownName(device);
    line.status = static_cast<int>(device.status);
    line.place = toQString(device.city);
    if (line.place.isEmpty() && device.place)
        line.place = m_format.coordinates(device.place->centre);
    if (device.lastSeen)
        line.lastSeen = m_format.ago(m_clock.now(), *device.lastSeen);
    if (m_payout)
        line.payout = m_payout(device);
    if (row.readyMinor && line.payout.isEmpty())
        line.ready = m_format.moneyMinor(Int128(*row.readyMinor), m_format.currency());
    if (row.monthMinor)
        line.month = m_format.moneyMinor(Int128(*row.monthMinor), m_format.currency());
    if (row.monthMinor && row.previousMinor.value_or(0) > 0) {
        const bool down = *row.monthMinor < *row.previousMinor;
        const QString change = m_format.percentChange(Int128(*row.monthMinor), Int128(*row.previousMinor));
        line.change = (down ? QStringLiteral("\u2212") : QStringLiteral("+")) + change;
        line.falls = *row.monthMinor < *row.previousMinor - *row.previousMinor / 10;
    }
    if (!device.problem.empty())
        line.problem = Phrase::of(device.problem);
    return line;
}

PagedDeviceModel::Page PagedDeviceModel::linesOf(const std::vector<store::DeviceRow>& rows) const
{
    Page page;
    page.reserve(rows.size());
    for (const store::DeviceRow& row : rows)
        page.push_back(lineOf(row));
    return page;
}

int PagedDeviceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_count;
}

QVariant PagedDeviceModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int number = index.row() / kPageRows;
    const auto page = m_pages.find(number);
    const auto offset = static_cast<std::size_t>(index.row() % kPageRows);
    const bool there = page != m_pages.end() && offset < page->second.size();
    if (!there && !m_asked.contains(number)) {
        m_wanted.insert(number);
        m_fetch.start();
    }
    if (role == LoadedRole)
        return there;
    static const Line empty;
    const Line& line = there ? page->second[offset] : empty;
    switch (role) {
    case KeyRole:
        return line.key;
    case Qt::DisplayRole:
    case NameRole:
        return line.name;
    case StatusRole:
        return there ? line.status : 4; // unknown
    case PlaceRole:
        return line.place;
    case LastSeenRole:
        return line.lastSeen;
    case ReadyRole:
        return line.ready;
    case MonthRole:
        return line.month;
    case ChangeRole:
        return line.change;
    case FallsRole:
        return line.falls;
    case ProblemRole:
        return line.problem;
    case PayoutRole:
        return line.payout;
    default:
        return {};
    }
}

QHash<int, QByteArray> PagedDeviceModel::roleNames() const
{
    return {{KeyRole, "key"},           {NameRole, "name"},       {StatusRole, "status"}, {PlaceRole, "place"},
            {LastSeenRole, "lastSeen"}, {ReadyRole, "ready"},     {MonthRole, "month"},   {ChangeRole, "change"},
            {FallsRole, "falls"},       {ProblemRole, "problem"}, {LoadedRole, "loaded"}, {PayoutRole, "payout"}};
}

} // namespace outpost::app
