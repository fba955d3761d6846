// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/wizard/State.h"

namespace outpost::app::wizard {

/// "Find it": the state of the radio and the devices that it sees. **Thread:** GUI.
class Finder {
    Q_DECLARE_TR_FUNCTIONS(outpost::app::WizardViewModel)
public:
    Finder(State& state, QObject* parent);

    /// Roles: linkId name note strength problem busy.
    WizardRows& rows() { return m_rows; }
    QString radioTitle() const; ///< empty while the radio works
    QString radioSentence() const;

    void scan();
    void scanFailed(const Error& error) { m_scanError = error; }
    void show();
    /// Asks a device who it is; its failure is shown. errors::kCancelled when the wizard is gone.
    Task<networks::LocalIdentity> identify(std::string linkId);
    void reset() { m_asking.clear(); }

private:
    State& m_state;
    WizardRows m_rows;
    std::optional<Error> m_scanError;
    std::string m_asking; ///< link that is being identified
};

} // namespace outpost::app::wizard
