// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/Async.h"

#include <QAccessible>
#include <QPointF>
#include <QQuickItem>
#include <QQuickWindow>

namespace outpost::app {

namespace errors {
/// The window did not do in time what it should; the detail says what was waited for.
inline constexpr ErrorCode kTourStuck{"tour.stuck", ExitClass::Internal};
/// The ledger does not say what the window says.
inline constexpr ErrorCode kTourMismatch{"tour.mismatch", ExitClass::Internal};
} // namespace errors

/// A person at the window, as a program: finds items by what a screen reader would read out, and presses keys and
/// buttons there. **Thread:** GUI. Errors: kTourStuck.
class Hand {
public:
    explicit Hand(QQuickWindow& window);

    /// A text of the interface as it reads in the language in use; any component's translation of it counts.
    static QStringList spellings(const char* text);

    /// The visible item with one of these names; null when there is none. Reads the accessible tree, in its order. A
    /// name that ends in an asterisk needs only its beginning.
    QQuickItem* find(const QStringList& names, std::optional<QAccessible::Role> role = std::nullopt) const;
    bool sees(const char* text) const { return find(spellings(text)) != nullptr; }
    /// Names of everything visible that can be pressed, for a message about what is not there.
    QStringList visibleNames() const;

    Task<void> until(std::function<bool()> condition, std::string what, int limitMs = 20'000);
    Task<void> waitFor(const char* text, int limitMs = 20'000);
    Task<void> pause(int ms);
    /// Waits for the item, brings it into view and presses the pointer on it.
    Task<void> click(QStringList names, int limitMs = 20'000);
    Task<void> click(const char* text) { return click(spellings(text)); }
    Task<void> click(QStringList names, QAccessible::Role role);
    Task<void> pressOn(QQuickItem& item);
    void clickAt(QQuickItem& item, QPointF at);
    void key(int key, Qt::KeyboardModifiers modifiers = {}, const QString& text = {});
    void type(const QString& text);
    /// Clicks a field and types into it.
    Task<void> fill(QStringList names, QString text);

private:
    QQuickItem* field(const QStringList& names) const;
    void bringIntoView(QQuickItem& item) const;

    QQuickWindow& m_window;
    ulong m_time = 1000;
};

} // namespace outpost::app
