// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/diagnostics/Hand.h"

#include <QCoreApplication>
#include <QCoro/QCoroTimer>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPointer>

namespace outpost::app {

using namespace std::chrono_literals;

namespace {

constexpr int kLookEveryMs = 40;
constexpr int kMaxDepth = 120;

/// Translations are filed under the component that says them.
const QStringList& components()
{
    static const QStringList names = [] {
        QStringList found;
        QDirIterator files(QStringLiteral(":/qt/qml/Outpost"), {QStringLiteral("*.qml")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext())
            found.append(files.nextFileInfo().completeBaseName());
        return found;
    }();
    return names;
}

bool matches(const QString& name, const QStringList& wanted)
{
    return std::any_of(wanted.begin(), wanted.end(), [&](const QString& text) {
        return text.endsWith(u'*') ? name.startsWith(QStringView(text).chopped(1)) : name == text;
    });
}

template <class Visit> bool walk(QAccessibleInterface* node, int depth, const Visit& visit)
{
    if (node == nullptr || !node->isValid() || depth > kMaxDepth)
        return false;
    if (visit(node))
        return true;
    for (int i = 0; i < node->childCount(); ++i) {
        if (walk(node->child(i), depth + 1, visit))
            return true;
    }
    return false;
}

QQuickItem* itemOf(QAccessibleInterface* node)
{
    auto* item = qobject_cast<QQuickItem*>(node->object());
    return item != nullptr && item->isVisible() && item->width() > 0 && item->height() > 0 ? item : nullptr;
}

} // namespace

Hand::Hand(QQuickWindow& window) : m_window(window)
{
    QAccessible::setActive(true);
}

QStringList Hand::spellings(const char* text)
{
    QStringList all;
    for (const QString& component : components()) {
        const QString words = QCoreApplication::translate(component.toUtf8().constData(), text);
        if (!all.contains(words))
            all.append(words);
    }
    for (const char* model : {"outpost::app::WizardViewModel", "outpost::app::CollectViewModel"}) {
        const QString words = QCoreApplication::translate(model, text);
        if (!all.contains(words))
            all.append(words);
    }
    return all;
}

QQuickItem* Hand::find(const QStringList& names, std::optional<QAccessible::Role> role) const
{
    QQuickItem* found = nullptr;
    QQuickItem* disabled = nullptr;
    walk(QAccessible::queryAccessibleInterface(&m_window), 0, [&](QAccessibleInterface* node) {
        QQuickItem* item = itemOf(node);
        if (item == nullptr || (role && node->role() != *role) || !matches(node->text(QAccessible::Name), names))
            return false;
        if (!item->isEnabled()) {
            disabled = item;
            return false;
        }
        found = item;
        // A heading or a label may have the same name as what is pressed: go on looking for that.
        return node->role() != QAccessible::StaticText && node->role() != QAccessible::Heading &&
               node->role() != QAccessible::Grouping && node->role() != QAccessible::List &&
               node->role() != QAccessible::Pane && node->role() != QAccessible::Graphic;
    });
    return found != nullptr ? found : disabled;
}

QStringList Hand::visibleNames() const
{
    QStringList names;
    walk(QAccessible::queryAccessibleInterface(&m_window), 0, [&](QAccessibleInterface* node) {
        if (itemOf(node) != nullptr && !node->text(QAccessible::Name).isEmpty())
            names.append(QStringLiteral("%1 (%2)").arg(node->text(QAccessible::Name)).arg(int(node->role())));
        return false;
    });
    names.removeDuplicates();
    return names;
}

Task<void> Hand::pause(int ms)
{
    QTimer timer;
    timer.setSingleShot(true);
    timer.start(ms);
    co_await timer;
    co_return Result<void>{};
}

Task<void> Hand::until(std::function<bool()> condition, std::string what, int limitMs)
{
    QElapsedTimer elapsed;
    elapsed.start();
    while (!condition()) {
        if (elapsed.hasExpired(limitMs))
            co_return fail(errors::kTourStuck,
                           what + "; visible: " + visibleNames().join(QStringLiteral(" | ")).toStdString());
        OUTPOST_CO_CHECK(co_await pause(kLookEveryMs));
    }
    co_return Result<void>{};
}

Task<void> Hand::waitFor(const char* text, int limitMs)
{
    return until([this, names = spellings(text)] { return find(names) != nullptr; }, std::string("waited for: ") + text,
                 limitMs);
}

void Hand::bringIntoView(QQuickItem& item) const
{
    for (QQuickItem* area = item.parentItem(); area != nullptr; area = area->parentItem()) {
        if (!area->inherits("QQuickFlickable"))
            continue;
        const QRectF spot = item.mapRectToItem(area, item.boundingRect());
        const double wanted = area->property("contentY").toDouble() +
                              (spot.bottom() > area->height() ? spot.bottom() - area->height() + 16 : 0) +
                              (spot.top() < 0 ? spot.top() - 16 : 0);
        const double most = std::max(0.0, area->property("contentHeight").toDouble() - area->height());
        area->setProperty("contentY", std::clamp(wanted, 0.0, most));
    }
}

Task<void> Hand::click(QStringList names, int limitMs)
{
    QQuickItem* item = nullptr;
    OUTPOST_CO_CHECK(co_await until(
        [&] {
            item = find(names);
            return item != nullptr && item->isEnabled();
        },
        "waited to press: " + names.value(0).toStdString(), limitMs));
    bringIntoView(*item);
    OUTPOST_CO_CHECK(co_await pause(kLookEveryMs));
    item = find(names); // a list may have been made anew meanwhile
    if (item == nullptr)
        co_return fail(errors::kTourStuck, "gone before it was pressed: " + names.value(0).toStdString());
    clickAt(*item, item->boundingRect().center());
    co_return co_await pause(kLookEveryMs);
}

Task<void> Hand::click(QStringList names, QAccessible::Role role)
{
    QQuickItem* item = nullptr;
    OUTPOST_CO_CHECK(co_await until(
        [&] {
            item = find(names, role);
            return item != nullptr && item->isEnabled();
        },
        "waited to press: " + names.value(0).toStdString()));
    co_return co_await pressOn(*item);
}

Task<void> Hand::pressOn(QQuickItem& item)
{
    const QPointer<QQuickItem> there(&item);
    bringIntoView(item);
    OUTPOST_CO_CHECK(co_await pause(kLookEveryMs));
    if (there == nullptr)
        co_return fail(errors::kTourStuck, "gone before it was pressed");
    clickAt(*there, there->boundingRect().center());
    co_return co_await pause(kLookEveryMs);
}

void Hand::clickAt(QQuickItem& item, QPointF at)
{
    const QPointF spot = item.mapToScene(at);
    const QPointF global = m_window.mapToGlobal(spot);
    const auto send = [&](QEvent::Type type, Qt::MouseButton button, Qt::MouseButtons buttons) {
        QMouseEvent event(type, spot, spot, global, button, buttons, Qt::NoModifier);
        event.setTimestamp(m_time);
        QCoreApplication::sendEvent(&m_window, &event);
    };
    m_time += 1000; // far enough apart not to be a double click
    send(QEvent::MouseMove, Qt::NoButton, Qt::NoButton);
    m_time += 30;
    send(QEvent::MouseButtonPress, Qt::LeftButton, Qt::LeftButton);
    m_time += 60;
    send(QEvent::MouseButtonRelease, Qt::LeftButton, Qt::NoButton);
}

void Hand::key(int key, Qt::KeyboardModifiers modifiers, const QString& text)
{
    for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, key, modifiers, text);
        m_time += 20;
        event.setTimestamp(m_time);
        QCoreApplication::sendEvent(&m_window, &event);
    }
}

void Hand::type(const QString& text)
{
    for (const QChar letter : text)
        key(letter.toUpper().unicode(), {}, QString(letter)); // Qt's codes of letters are their own
}

QQuickItem* Hand::field(const QStringList& names) const
{
    if (QQuickItem* direct = find(names, QAccessible::EditableText))
        return direct;
    // The label of a field that a screen reader is told nothing of: what takes text right below it.
    const QQuickItem* label = find(names);
    if (label == nullptr)
        return nullptr;
    const QPointF from = label->mapToScene({0, label->height()});
    QQuickItem* best = nullptr;
    double distance = 100;
    const std::function<void(QQuickItem*)> look = [&](QQuickItem* item) {
        if (!item->isVisible())
            return;
        const bool takesSecrets = std::string_view(item->metaObject()->className()).contains("SecretInput");
        if (takesSecrets || item->flags().testFlag(QQuickItem::ItemAcceptsInputMethod)) {
            const double below = item->mapToScene({0, 0}).y() - from.y();
            if (below > -item->height() && std::abs(below) < distance) {
                distance = std::abs(below);
                best = item;
            }
        }
        for (QQuickItem* child : item->childItems())
            look(child);
    };
    look(m_window.contentItem());
    return best;
}

Task<void> Hand::fill(QStringList names, QString text)
{
    OUTPOST_CO_CHECK(co_await until([&] { return field(names) != nullptr; },
                                    "waited for the field: " + names.value(0).toStdString()));
    bringIntoView(*field(names));
    OUTPOST_CO_CHECK(co_await pause(kLookEveryMs));
    QQuickItem* item = field(names);
    if (item == nullptr)
        co_return fail(errors::kTourStuck, "the field is gone: " + names.value(0).toStdString());
    clickAt(*item, item->boundingRect().center());
    OUTPOST_CO_CHECK(co_await pause(kLookEveryMs));
    type(text);
    co_return co_await pause(kLookEveryMs);
}

} // namespace outpost::app
