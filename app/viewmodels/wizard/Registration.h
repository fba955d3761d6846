// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/wizard/Costs.h"
#include "app/viewmodels/wizard/PlaceChooser.h"
#include "app/viewmodels/wizard/Wifi.h"

namespace outpost::app::wizard {

/// "Review and register": what is read before one agrees, the operation, its progress, and what the network says
/// afterwards. Goes on by itself when money that was missing has arrived. **Thread:** GUI.
class Registration {
    Q_DECLARE_TR_FUNCTIONS(outpost::app::WizardViewModel)
public:
    struct Parts {
        Costs& costs;
        const PlaceChooser& place;
        const Wifi& wifi;
    };
    Registration(State& state, Parts parts, QObject* parent);

    /// Roles: text level.
    WizardRows& sentences() { return m_sentences; }
    /// Roles: title note stepState.
    WizardRows& progress() { return m_progress; }
    /// Roles: title value unknownReason.
    WizardRows& result() { return m_result; }
    const OperationId& operation() const { return m_operation; }
    bool started() const { return !m_operation.isEmpty() && m_state.step == Review; }
    bool isReviewed() const { return m_review.has_value(); }
    bool isArmed() const { return m_armed; } ///< waits for money
    std::function<void()> onFinished;

    Task<void> review();
    Task<void> start();
    /// An operation of an earlier run, or one that failed.
    void takeUp(OperationId operation);
    void tryAgain();
    void showProgress();
    void disarm() { m_armed = false; }
    /// For another device; an operation that runs goes on without being shown.
    void reset();

private:
    Task<void> resume(bool retry);
    Task<void> readBack();
    Task<void> awaitMoney();
    void showReview();
    void take(const Result<Operation>& result);
    void onEnough();

    State& m_state;
    Parts m_parts;
    WizardRows m_sentences;
    WizardRows m_progress;
    WizardRows m_result;
    std::optional<services::ActReview> m_review;
    std::vector<OperationStep> m_steps;
    OperationId m_operation;
    std::size_t m_step = 0;
    QString m_activity;
    int m_round = 0;         ///< counts the devices; what was asked for one says nothing about the next
    bool m_starting = false; ///< the next operation that starts is this device's
    bool m_failed = false;
    bool m_elsewhere = false; ///< the operation runs, and not for us
    bool m_armed = false;     ///< begins by itself when the money is there
};

} // namespace outpost::app::wizard
