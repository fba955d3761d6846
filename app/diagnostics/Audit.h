// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/diagnostics/Hand.h"

#include <QImage>

namespace outpost::app {

/// What somebody who cannot see, has no pointer or needs large text would stumble over in the window as it is now. Each
/// finding is a line for a message; an empty list is a pass. **Thread:** GUI.
class Audit {
public:
    Audit(QQuickWindow& window, Hand& hand) : m_window(window), m_hand(hand) {}

    /// Whatever takes focus or a press, and has no name for a screen reader.
    QStringList unnamed() const;
    /// Texts that leave their place, are cut by an edge, lie over each other, and controls that cannot be reached.
    /// `elided`: texts that were shortened count too.
    QStringList crowded(bool elided) const;
    /// Presses Tab until the focus is where it began: each control must be met, and be seen to have the focus.
    /// errors::kTourStuck with what was not.
    Task<void> walkByTab(QString where);

private:
    QQuickWindow& m_window;
    Hand& m_hand;
};

} // namespace outpost::app
