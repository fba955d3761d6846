// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/wizard/State.h"

namespace outpost::app::wizard {

/// "Place": a pin from the map, typed or pasted, the cell it falls into, gain and height of the antenna.
/// **Thread:** GUI.
class PlaceChooser {
    Q_DECLARE_TR_FUNCTIONS(outpost::app::WizardViewModel)
public:
    PlaceChooser(State& state, QObject* parent);

    /// Roles: key name latitude longitude status. The person's own devices.
    WizardRows& ownDevices() { return m_ownDevices; }
    const std::optional<services::PlaceChoice>& choice() const { return m_choice; }
    bool isGood() const { return m_choice && m_gainError.isEmpty() && m_heightError.isEmpty(); }
    outpost::Place place() const; ///< with gain and height
    int cellResolution() const;
    QString text() const { return m_text; }
    QString error() const { return m_error; }
    QString cellLine() const;
    QString gainText() const { return m_gainText; }
    QString gainError() const { return m_gainError; }
    QString gainHint() const;
    QString heightText() const { return m_heightText; }
    QString heightError() const { return m_heightError; }
    std::function<void()> onTyped; ///< a place that was typed or found has been taken

    Task<void> readOwnDevices();
    void pick(GeoPoint pin);
    void type(const QString& text);
    /// What a search found: as if it had been typed.
    void find(GeoPoint pin);
    void typeGain(const QString& text);
    void typeHeight(const QString& text);
    /// What was chosen another day.
    void take(const std::optional<GeoPoint>& pin, const QString& gain, const QString& height);
    void reset();

private:
    Task<void> choose(GeoPoint pin);
    void readGain(const QString& text);
    void readHeight(const QString& text);

    State& m_state;
    WizardRows m_ownDevices;
    std::optional<services::PlaceChoice> m_choice;
    bool m_typed = false; ///< the map should go there
    QString m_text;
    QString m_error;
    QString m_gainText;
    QString m_gainError;
    std::optional<std::int32_t> m_gain; ///< tenths of dBi
    QString m_heightText;
    QString m_heightError;
    std::optional<std::int32_t> m_height; ///< metres
};

} // namespace outpost::app::wizard
