// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Database.h"

#include <QObject>

namespace outpost::services {

/// Sees to it that there is a copy of the store that is not older than a day: samples cannot be fetched again. A copy
/// that fails breaks nothing; the next look tries again. **Thread:** GUI; copies are made on the pool.
class StoreCopies final : public QObject {
    Q_OBJECT
public:
    static constexpr std::chrono::hours kOldest{24};
    static constexpr std::chrono::seconds kFirstLook{10}; ///< the start belongs to the person
    static constexpr std::chrono::hours kLookEvery{1};

    struct Ports {
        store::Database& database;
        const Clock& clock;
        Delay& delay;
    };
    explicit StoreCopies(Ports ports) : m_ports(ports) {}

    /// Looks soon, and then again and again until the delay ends. For programs that stay; call once.
    void start();
    /// Makes a copy when the newest is older than a day; true when it made one. Errors as Database::backup().
    Future<bool> makeIfDue();
    /// Why the last try of this run failed; nothing when it did not.
    const std::optional<Error>& problem() const { return m_problem; }

Q_SIGNALS:
    void changed();

private:
    bool isDue() const;
    Task<void> look();
    Task<bool> make();

    Ports m_ports;
    bool m_making = false;
    std::optional<Error> m_problem;
};

} // namespace outpost::services
