// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/wizard/State.h"

namespace outpost::app::wizard {

/// What was chosen for devices that are not registered yet, in the store under "wizard.<device>": one can leave at any
/// step and go on another day. **Thread:** GUI.
class Unfinished {
    Q_DECLARE_TR_FUNCTIONS(outpost::app::WizardViewModel)
public:
    struct Choices {
        std::string name;
        int step = Check;
        std::optional<GeoPoint> pin;
        QString gain;
        QString height;
        OperationId operation; ///< empty: not begun
    };

    Unfinished(State& state, QObject* parent);

    /// Roles: deviceId name note.
    WizardRows& rows() { return m_rows; }
    Task<void> load();
    void show();
    const Choices* find(const DeviceId& device) const;
    void keep(const DeviceId& device, Choices choices);
    /// Finished: out of the list at once, out of the store without waiting.
    void drop(const DeviceId& device);
    /// The person does not want to go on.
    Task<void> forget(DeviceId device);

private:
    State& m_state;
    WizardRows m_rows;
    std::map<DeviceId, Choices> m_choices;
};

} // namespace outpost::app::wizard
