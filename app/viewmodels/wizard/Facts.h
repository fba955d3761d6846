// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/wizard/State.h"

namespace outpost::app::wizard {

/// "Check it": what the device and the network say about it, and whether it can join. **Thread:** GUI.
class Facts {
    Q_DECLARE_TR_FUNCTIONS(outpost::app::WizardViewModel)
public:
    Facts(State& state, QObject* parent);

    /// Roles: title value unknownReason.
    WizardRows& rows() { return m_rows; }
    QString verdict() const;
    bool verdictGood() const { return m_state.isUsable() && !m_state.offer->alreadyRegistered; }
    /// Fills the state's offer; a failure is shown.
    Task<void> examine();
    void show();
    void reset() { m_rows.set({}); }

private:
    State& m_state;
    WizardRows m_rows;
};

} // namespace outpost::app::wizard
