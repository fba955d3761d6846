// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/diagnostics/Audit.h"

#include <algorithm>
#include <set>

namespace outpost::app {

namespace {

constexpr int kMaxDepth = 120;
constexpr int kMostStops = 300;
constexpr double kTouching = 3; // pixels by which neighbours may meet: the empty rim of their lines
constexpr int kFrameMs = 60;

const std::set<QAccessible::Role>& pressed()
{
    static const std::set<QAccessible::Role> roles{
        QAccessible::Button, QAccessible::CheckBox,     QAccessible::RadioButton, QAccessible::ComboBox,
        QAccessible::Link,   QAccessible::EditableText, QAccessible::PageTab,     QAccessible::ButtonMenu};
    return roles;
}

template <class Visit> void walk(QAccessibleInterface* node, int depth, const Visit& visit)
{
    if (node == nullptr || !node->isValid() || depth > kMaxDepth)
        return;
    visit(node);
    for (int i = 0; i < node->childCount(); ++i)
        walk(node->child(i), depth + 1, visit);
}

bool isSeen(const QQuickItem* item)
{
    if (item == nullptr || item->width() <= 0 || item->height() <= 0)
        return false;
    for (; item != nullptr; item = item->parentItem()) {
        if (!item->isVisible() || item->opacity() < 0.05)
            return false;
    }
    return true;
}

bool isInside(const QQuickItem* item, const QQuickItem* ancestor)
{
    for (; item != nullptr; item = item->parentItem()) {
        if (item == ancestor)
            return true;
    }
    return false;
}

bool hasControls(const QQuickItem* item)
{
    if (QAccessibleInterface* node = QAccessible::queryAccessibleInterface(const_cast<QQuickItem*>(item));
        node != nullptr && pressed().contains(node->role()))
        return true;
    const auto children = item->childItems();
    return std::any_of(children.begin(), children.end(), hasControls);
}

/// The window's content, or the topmost popup that lies over it; what only tells (a tool tip) is none.
QQuickItem* topLayer(QQuickWindow& window)
{
    QQuickItem* top = window.contentItem();
    const std::function<void(QQuickItem*)> look = [&](QQuickItem* item) {
        for (QQuickItem* child : item->childItems()) {
            if (child->inherits("QQuickPopupItem") && isSeen(child) && hasControls(child))
                top = child;
            else if (child->inherits("QQuickOverlay") || child->inherits("QQuickRootItem"))
                look(child);
        }
    };
    look(window.contentItem());
    return top;
}

QRectF sceneRect(const QQuickItem* item)
{
    return item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
}

/// What the item's ancestors leave to be seen of a rectangle; one who scrolls lets all of its content be seen in time.
/// `now`: only what is seen without scrolling.
QRectF uncut(const QQuickItem* item, QRectF rect, bool& scrolls, bool now = false)
{
    scrolls = false;
    for (const QQuickItem* up = item->parentItem(); up != nullptr; up = up->parentItem()) {
        if (!up->clip())
            continue;
        const QRectF frame = sceneRect(up);
        if (!now && up->inherits("QQuickFlickable")) {
            scrolls = true;
            rect.setLeft(std::max(rect.left(), frame.left()));
            rect.setRight(std::min(rect.right(), frame.right()));
        } else {
            rect = rect.intersected(frame);
        }
    }
    return rect;
}

/// Where the letters of a text are.
QRectF inkOf(const QQuickItem* text)
{
    const double width = std::min(text->property("contentWidth").toDouble(), text->width());
    const double height = std::min(text->property("contentHeight").toDouble(), text->height());
    const int across = text->property("effectiveHorizontalAlignment").toInt();
    const int down = text->property("verticalAlignment").toInt();
    const double x = across == Qt::AlignRight     ? text->width() - width
                     : across == Qt::AlignHCenter ? (text->width() - width) / 2
                                                  : 0;
    const double y = down == Qt::AlignBottom    ? text->height() - height
                     : down == Qt::AlignVCenter ? (text->height() - height) / 2
                                                : 0;
    return text->mapRectToScene(QRectF(x, y, width, height));
}

bool meet(const QRectF& a, const QRectF& b)
{
    const QRectF both = a.intersected(b);
    return both.width() > kTouching && both.height() > kTouching;
}

QString nameOf(const QQuickItem* item)
{
    QAccessibleInterface* node = QAccessible::queryAccessibleInterface(const_cast<QQuickItem*>(item));
    QString name = node != nullptr ? node->text(QAccessible::Name) : QString();
    return name.isEmpty() ? QString::fromLatin1(item->metaObject()->className()) : name;
}

/// The item looks different now; what it stands in may have scrolled meanwhile.
bool changed(const QImage& before, const QRectF& stood, const QImage& after, const QRectF& stands)
{
    const auto around = [](const QRectF& place) { return place.toAlignedRect().adjusted(-6, -6, 6, 6); };
    return before.copy(around(stood)) != after.copy(around(stands));
}

} // namespace

QStringList Audit::unnamed() const
{
    QStringList found;
    walk(QAccessible::queryAccessibleInterface(&m_window), 0, [&](QAccessibleInterface* node) {
        const auto* item = qobject_cast<QQuickItem*>(node->object());
        const bool takes = pressed().contains(node->role()) || node->state().focusable;
        if (takes && isSeen(item) && node->text(QAccessible::Name).trimmed().isEmpty())
            found.append(QStringLiteral("no name: %1 in %2")
                             .arg(QLatin1String(item->metaObject()->className()),
                                  item->parentItem() ? nameOf(item->parentItem()) : QString()));
    });
    // What takes the focus and is not in the tree at all has no name either.
    const std::function<void(QQuickItem*)> look = [&](QQuickItem* item) {
        if (!item->isVisible())
            return;
        if (item->activeFocusOnTab() && isSeen(item) && item->isEnabled() && !item->inherits("QQuickFlickable") &&
            nameOf(item) == QLatin1String(item->metaObject()->className()))
            found.append(QStringLiteral("takes focus without a name: ") + nameOf(item));
        for (QQuickItem* child : item->childItems())
            look(child);
    };
    look(m_window.contentItem());
    found.removeDuplicates();
    return found;
}

QStringList Audit::crowded(bool elided) const
{
    struct Shown {
        const QQuickItem* item;
        QRectF ink;
        QString text;
    };
    QStringList found;
    std::vector<Shown> texts;
    const QRectF window(0, 0, m_window.width(), m_window.height());
    const std::function<void(QQuickItem*)> look = [&](QQuickItem* item) {
        if (!item->isVisible() || item->opacity() < 0.05)
            return;
        const QString text = item->inherits("QQuickText") ? item->property("text").toString() : QString();
        if (!text.trimmed().isEmpty() && item->width() > 0) {
            bool scrolls = false;
            const QRectF ink = inkOf(item);
            const QRectF seen = uncut(item, ink, scrolls);
            const QString name = text.left(60);
            if (item->property("contentWidth").toDouble() > item->width() + 1.5)
                found.append(QStringLiteral("wider than its place: ") + name);
            if (item->property("contentHeight").toDouble() > item->height() + 2.5)
                found.append(QStringLiteral("higher than its place: ") + name);
            if (elided && item->property("truncated").toBool())
                found.append(QStringLiteral("shortened: ") + name);
            if (seen.width() + 1.5 < ink.width() || (seen.height() + 1.5 < ink.height() && seen.height() > 0))
                found.append(QStringLiteral("cut off: ") + name);
            if (ink.left() < -1 || ink.right() > window.right() + 1 || (!scrolls && ink.bottom() > window.bottom() + 1))
                found.append(QStringLiteral("outside the window: ") + name);
            if (const QRectF here = uncut(item, ink, scrolls, true); !here.isEmpty())
                texts.push_back({item, here, name});
        }
        for (QQuickItem* child : item->childItems())
            look(child);
    };
    QQuickItem* layer = topLayer(m_window);
    look(layer);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        for (std::size_t j = i + 1; j < texts.size(); ++j) {
            if (meet(texts[i].ink, texts[j].ink))
                found.append(QStringLiteral("over each other: %1 / %2").arg(texts[i].text, texts[j].text));
        }
    }
    walk(QAccessible::queryAccessibleInterface(&m_window), 0, [&](QAccessibleInterface* node) {
        const auto* item = qobject_cast<QQuickItem*>(node->object());
        if (!pressed().contains(node->role()) || !isSeen(item) || !isInside(item, layer))
            return;
        bool scrolls = false;
        const QRectF whole = sceneRect(item);
        const QRectF seen = uncut(item, whole, scrolls);
        const bool out = whole.left() < -1 || whole.right() > window.right() + 1 ||
                         (!scrolls && (whole.top() < -1 || whole.bottom() > window.bottom() + 1));
        if (out || seen.width() + 1.5 < whole.width())
            found.append(QStringLiteral("cannot be reached: ") + node->text(QAccessible::Name));
    });
    found.removeDuplicates();
    return found;
}

Task<void> Audit::walkByTab(QString where)
{
    QQuickItem* layer = topLayer(m_window);
    std::set<const QQuickItem*> met;
    QStringList problems;
    QQuickItem* before = nullptr;
    QRectF stood;
    QImage picture;
    m_hand.key(Qt::Key_Tab);
    QQuickItem* const first = m_window.activeFocusItem();
    for (int stops = 0;; ++stops) {
        if (stops > kMostStops) {
            problems.append(QStringLiteral("Tab does not come round"));
            break;
        }
        OUTPOST_CO_CHECK(co_await m_hand.pause(kFrameMs));
        QQuickItem* item = m_window.activeFocusItem();
        const QImage now = m_window.grabWindow();
        if (before != nullptr && isSeen(before) && !changed(picture, stood, now, sceneRect(before)))
            problems.append(QStringLiteral("focus is not seen: ") + nameOf(before));
        if (item == nullptr || (stops > 0 && item == first))
            break;
        if (!isInside(item, layer))
            problems.append(QStringLiteral("focus went behind what is open: ") + nameOf(item));
        for (const QQuickItem* up = item; up != nullptr; up = up->parentItem())
            met.insert(up);
        before = item;
        stood = sceneRect(item);
        picture = now;
        m_hand.key(Qt::Key_Tab);
    }
    walk(QAccessible::queryAccessibleInterface(&m_window), 0, [&](QAccessibleInterface* node) {
        const auto* item = qobject_cast<QQuickItem*>(node->object());
        if (!pressed().contains(node->role()) || !isSeen(item) || !item->isEnabled() || !isInside(item, layer))
            return;
        // In a row the row takes the focus; of a group of choices and of tabs the arrows lead to the others.
        bool led = node->role() == QAccessible::PageTab || node->role() == QAccessible::RadioButton;
        for (const QQuickItem* up = item->parentItem(); up != nullptr && !led; up = up->parentItem())
            led = up->inherits("QQuickItemView") || up->inherits("QQuickTabBar");
        if (!led && !met.contains(item))
            problems.append(QStringLiteral("Tab does not lead to: ") + node->text(QAccessible::Name));
    });
    problems.removeDuplicates();
    if (!problems.isEmpty())
        co_return fail(errors::kTourMismatch,
                       (where + QStringLiteral(": ") + problems.join(QStringLiteral(" | "))).toStdString());
    co_return Result<void>{};
}

} // namespace outpost::app
