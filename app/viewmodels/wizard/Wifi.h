// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/wizard/State.h"

namespace outpost::app::wizard {

/// "Internet": the networks that the device sees, and joining one. Names are bytes. **Thread:** GUI.
class Wifi {
    Q_DECLARE_TR_FUNCTIONS(outpost::app::WizardViewModel)
public:
    Wifi(State& state, QObject* parent);

    /// Roles: name note.
    WizardRows& rows() { return m_rows; }
    bool isKnown() const { return m_status.has_value(); }
    bool online() const;
    QString connection() const;
    int chosen() const { return m_chosen; }
    void choose(int row);
    QString chosenName() const;
    bool hasChoice() const { return chosenNetwork() != nullptr; }
    bool joining() const { return m_joining; }

    Task<void> read();
    /// Joins the chosen one; nothing happens where none is chosen or one is being joined.
    void join(std::shared_ptr<SecureBytes> secret);
    void show();
    void reset();

private:
    Task<void> joinTask(Bytes ssid, std::shared_ptr<SecureBytes> secret);
    const networks::WifiNetwork* chosenNetwork() const;

    State& m_state;
    WizardRows m_rows;
    std::optional<networks::WifiStatus> m_status;
    bool m_joining = false;
    int m_chosen = -1;
};

} // namespace outpost::app::wizard
