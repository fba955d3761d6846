// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/format/Format.h"
#include "core/store/Devices.h"

#include <QAbstractListModel>
#include <QTimer>

#include <functional>
#include <set>

namespace outpost::app {

/// The devices of a query, any number of them: sorted, filtered and cut into pages by the store, on its threads. Rows
/// that are not there yet are empty and come with dataChanged. **Thread:** GUI; data() reads memory only.
class PagedDeviceModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        KeyRole = Qt::UserRole + 1,
        NameRole,
        StatusRole, ///< as DeviceStatus
        PlaceRole,
        LastSeenRole,
        ReadyRole,
        MonthRole,
        ChangeRole,
        FallsRole, ///< true when the month is behind the one before by a tenth or more
        ProblemRole,
        LoadedRole,
        PayoutRole, ///< in words, where Outpost does not collect; else empty
    };
    Q_ENUM(Role)

    static constexpr int kPageRows = 100;

    PagedDeviceModel(store::Devices& devices, const Format& format, const Clock& clock, QObject* parent);

    /// In words, how a device's earnings are collected where Outpost does not: it then never has anything ready.
    void setPayout(std::function<QString(const Device&)> payout) { m_payout = std::move(payout); }

    /// Another query is another list: the model is reset when its first page is there.
    void setQuery(store::DeviceQuery query);
    const store::DeviceQuery& query() const { return m_query; }
    /// Reads the same rows again and tells what differs.
    void refresh();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void loaded(); ///< the first page of a query, or of a refresh, is there
    void failed(const outpost::Error& error);

private:
    struct Line {
        QString key, name, place, lastSeen, ready, month, change, problem, payout;
        int status = 0;
        bool falls = false;
        friend bool operator==(const Line&, const Line&) = default;
    };
    using Page = std::vector<Line>;

    Line lineOf(const store::DeviceRow& row) const;
    Page linesOf(const std::vector<store::DeviceRow>& rows) const;
    void load(bool reset);
    void fetchWanted();
    void fetch(int page);
    void put(int page, Page lines);
    void resize(int count);

    store::Devices& m_devices;
    const Format& m_format;
    const Clock& m_clock;
    store::DeviceQuery m_query;
    std::function<QString(const Device&)> m_payout;
    int m_count = 0;
    int m_generation = 0;
    std::map<int, Page> m_pages;
    mutable std::set<int> m_wanted; ///< noted while a view reads; fetched from the timer
    std::set<int> m_asked;
    mutable QTimer m_fetch;
};

} // namespace outpost::app
