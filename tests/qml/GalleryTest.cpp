// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Gallery/GalleryRun.h"

#include <QAccessible>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <set>

using outpost::qml::GalleryRun;

namespace {

constexpr double kTarget = 32;

const std::set<QAccessible::Role> kInteractive{
    QAccessible::Button,   QAccessible::CheckBox, QAccessible::RadioButton, QAccessible::EditableText,
    QAccessible::ComboBox, QAccessible::Link,     QAccessible::MenuItem,    QAccessible::PageTab,
    QAccessible::Slider,   QAccessible::Chart,    QAccessible::ButtonMenu,  QAccessible::ColumnHeader};

bool isShown(const QQuickItem* item)
{
    for (; item != nullptr; item = item->parentItem()) {
        if (!item->isVisible())
            return false;
    }
    return true;
}

// A name for a failure message: the type and where it is.
std::string whereIs(const QObject* object)
{
    std::string path;
    for (const auto* item = qobject_cast<const QQuickItem*>(object); item != nullptr; item = item->parentItem())
        path += std::string(item->metaObject()->className()) + " < ";
    return path.substr(0, 300);
}

template <typename Visit> void walk(QAccessibleInterface* node, const Visit& visit, int depth = 0)
{
    if (node == nullptr || depth > 64)
        return;
    visit(node);
    for (int i = 0; i < node->childCount(); ++i)
        walk(node->child(i), visit, depth + 1);
}

struct GalleryAccessTest : testing::Test {
    QQuickView view;

    void SetUp() override
    {
        QAccessible::setActive(true);
        view.setResizeMode(QQuickView::SizeRootObjectToView);
        view.setInitialProperties({{QStringLiteral("single"), true}});
        view.loadFromModule("Outpost.Gallery", "Gallery");
        ASSERT_NE(view.rootObject(), nullptr);
        view.resize(1080, 2000);
        view.rootObject()->setSize({1080, 2000});
        view.show();
    }

    QStringList pages() const { return view.rootObject()->property("pages").toStringList(); }

    QAccessibleInterface* open(const QString& page)
    {
        view.rootObject()->setProperty("page", page);
        // Two frames: the page before goes after the first, and what opens over this one is laid out.
        for (int i = 0; i < 2; ++i) {
            QSignalSpy frame(&view, &QQuickWindow::frameSwapped);
            view.update();
            EXPECT_TRUE(frame.wait());
        }
        return QAccessible::queryAccessibleInterface(&view);
    }
};

} // namespace

TEST(GalleryTest, EveryPageInEveryLookWithoutAWarning)
{
    EXPECT_EQ(GalleryRun().save({}, {}, {}), 0);
}

TEST(GalleryTest, WritesOnePictureForEachLook)
{
    const QTemporaryDir folder;
    ASSERT_TRUE(folder.isValid());
    ASSERT_EQ(GalleryRun().save(folder.path() + QStringLiteral("/pictures"), QStringLiteral("Buttons"), {}), 0);
    for (const QString& look : GalleryRun::looks()) {
        const QImage image(folder.path() + QStringLiteral("/pictures/Buttons-%1.png").arg(look));
        EXPECT_EQ(image.width(), 1080) << look.toStdString();
    }
}

TEST(GalleryTest, UnknownPageFails)
{
    EXPECT_NE(GalleryRun().save({}, QStringLiteral("NoSuch"), QStringLiteral("light")), 0);
}

TEST_F(GalleryAccessTest, EveryInteractiveItemHasAName)
{
    int found = 0;
    for (const QString& page : pages()) {
        walk(open(page), [&](QAccessibleInterface* node) {
            const auto* item = qobject_cast<QQuickItem*>(node->object());
            if (!kInteractive.contains(node->role()) || item == nullptr || !isShown(item))
                return;
            ++found;
            EXPECT_FALSE(node->text(QAccessible::Name).isEmpty())
                << page.toStdString() << ": " << whereIs(node->object());
        });
    }
    EXPECT_GT(found, 100);
}

TEST_F(GalleryAccessTest, EveryTargetIsLargeEnough)
{
    int found = 0;
    for (const QString& page : pages()) {
        walk(open(page), [&](QAccessibleInterface* node) {
            const auto* item = qobject_cast<QQuickItem*>(node->object());
            if (!kInteractive.contains(node->role()) || item == nullptr || !isShown(item) || item->width() <= 0)
                return;
            ++found;
            EXPECT_GE(item->height(), kTarget) << page.toStdString() << ": " << whereIs(item);
            EXPECT_GE(item->width(), kTarget) << page.toStdString() << ": " << whereIs(item);
        });
    }
    EXPECT_GT(found, 100);
}

TEST_F(GalleryAccessTest, NothingOverflowsSidewaysAtDoubleText)
{
    view.rootObject()->setProperty("textScale", 2.0);
    for (const QString& page : pages()) {
        walk(open(page), [&](QAccessibleInterface* node) {
            const auto* item = qobject_cast<QQuickItem*>(node->object());
            if (!kInteractive.contains(node->role()) || item == nullptr || !isShown(item))
                return;
            EXPECT_LE(item->mapToScene(QPointF(item->width(), 0)).x(), 1080 + 1)
                << page.toStdString() << ": " << node->text(QAccessible::Name).toStdString();
        });
    }
}
