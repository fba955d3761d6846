// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/wizard/State.h"

namespace outpost::app::wizard {

/// What registering costs, in money and in the network's own amounts, what the wallet holds of it, and what is missing.
/// Asks the network again every few seconds while something is. **Thread:** GUI.
class Costs {
    Q_DECLARE_TR_FUNCTIONS(outpost::app::WizardViewModel)
public:
    Costs(State& state, QObject* parent);

    /// Roles: title amount unknownReason; what the person does not pay is in it.
    WizardRows& rows() { return m_rows; }
    /// Roles: title amount; only what the person pays.
    WizardRows& pays() { return m_pays; }
    QString total() const { return m_total; }
    QString totalReason() const;
    QString walletNote() const { return m_walletNote; }
    QString missing() const { return m_missing; } ///< empty: enough is there, or nothing was asked yet
    QString address() const { return m_address; } ///< where to send it
    std::function<void()> onEnough;               ///< asked again, and nothing is missing
    std::function<bool()> isAwaited;              ///< something goes on when the money is there

    /// Of the state's offer, or of `lines` for an operation that has begun.
    Task<void> price();
    void take(std::vector<CostLine> lines) { m_lines = std::move(lines); }
    Task<void> readBalances();
    void watch() { m_timer.start(); }
    void unwatch();
    void reset();

private:
    Task<void> spellLines(std::vector<CostLine> lines);
    Task<void> compare(Address address);

    State& m_state;
    WizardRows m_rows;
    WizardRows m_pays;
    std::vector<CostLine> m_lines;
    QString m_total;
    QString m_walletNote;
    QString m_missing;
    QString m_address;
    QTimer m_timer;
};

} // namespace outpost::app::wizard
