// SPDX-License-Identifier: GPL-3.0-or-later
#include "DevicesViewModel.h"

namespace outpost::app {

namespace {
constexpr int kTypingMs = 150;
constexpr int kLongestText = 200;
} // namespace

DevicesViewModel::DevicesViewModel(Engine& engine, Format& format, QObject* parent)
    : ScreenViewModel(engine, format, parent), m_devices(engine.devices(), format, engine.clock(), nullptr)
{
    m_devices.setPayout([this](const Device& device) { return payoutOf(device); });
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingMs);
    connect(&m_typing, &QTimer::timeout, this, &DevicesViewModel::apply);
    connect(&m_devices, &PagedDeviceModel::failed, this, [this](const Error& error) { setFailed(error); });
    connect(&m_devices, &PagedDeviceModel::loaded, this, &DevicesViewModel::count);
}

store::DeviceQuery DevicesViewModel::query() const
{
    store::DeviceQuery query;
    query.text = m_text.left(kLongestText).toStdString();
    if (m_status >= 0)
        query.status = static_cast<DeviceStatus>(m_status);
    query.sort = static_cast<store::DeviceQuery::Sort>(m_sort);
    query.descending = m_descending;
    return query;
}

void DevicesViewModel::load()
{
    if (m_loaded)
        m_devices.refresh();
    else
        apply();
    m_loaded = true;
}

void DevicesViewModel::apply()
{
    m_devices.setQuery(query());
}

void DevicesViewModel::count()
{
    engine().devices().counts(query()).then(this, [this](const Result<store::DeviceCounts>& counts) {
        if (!counts) {
            setFailed(counts.error());
            return;
        }
        m_counts = *counts;
        if (m_counts.all == 0 && m_text.isEmpty())
            setEmpty();
        else
            setPhase(Ready);
        Q_EMIT countsChanged();
    });
}

void DevicesViewModel::setText(const QString& text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_typing.start();
    Q_EMIT queryChanged();
}

void DevicesViewModel::setStatus(int status)
{
    if (status == m_status || status < -1 || status > 3)
        return;
    m_status = status;
    apply();
    Q_EMIT queryChanged();
}

void DevicesViewModel::sortBy(int column)
{
    if (column < 0 || column > static_cast<int>(store::DeviceQuery::Sort::Month))
        return;
    // Money and times are asked for largest first.
    m_descending = column == m_sort ? !m_descending : column >= static_cast<int>(store::DeviceQuery::Sort::LastSeen);
    m_sort = column;
    apply();
    Q_EMIT queryChanged();
}

void DevicesViewModel::select(const QString& key, bool selected)
{
    if (m_selection.contains(key) == selected || key.isEmpty())
        return;
    if (selected)
        m_selection.append(key);
    else
        m_selection.removeAll(key);
    Q_EMIT selectionChanged();
}

void DevicesViewModel::clearSelection()
{
    if (m_selection.isEmpty())
        return;
    m_selection.clear();
    Q_EMIT selectionChanged();
}

} // namespace outpost::app
