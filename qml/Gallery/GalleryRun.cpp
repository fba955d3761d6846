// SPDX-License-Identifier: GPL-3.0-or-later
#include "GalleryRun.h"

#include "app/map/WorldOutlineItem.h"

#include <QDir>
#include <QGuiApplication>
#include <QQmlEngine>
#include <QQmlError>
#include <QQuickItem>
#include <QQuickView>

#include <memory>

namespace outpost::qml {

namespace {

constexpr QSize kWindow(1280, 800);
constexpr int kPageWidth = 1080;
constexpr int kMaxPageHeight = 6000;

struct Look {
    QString name;
    bool dark = false;
    bool contrast = false;
    double scale = 1.0;
};

QList<Look> allLooks()
{
    return {{QStringLiteral("light")},
            {QStringLiteral("dark"), true},
            {QStringLiteral("contrast"), false, true},
            {QStringLiteral("contrast-dark"), true, true},
            {QStringLiteral("large"), false, false, 2.0}};
}

bool isBlank(const QImage& image)
{
    const QRgb first = image.pixel(0, 0);
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3) {
            if (image.pixel(x, y) != first)
                return false;
        }
    }
    return true;
}

std::unique_ptr<QQuickView> makeView(bool single, const QString& page, int* warnings)
{
    auto view = std::make_unique<QQuickView>();
    QObject::connect(view->engine(), &QQmlEngine::warnings, view.get(), [warnings](const QList<QQmlError>& list) {
        *warnings += static_cast<int>(list.size());
        for (const QQmlError& error : list)
            qWarning("%s", qUtf8Printable(error.toString()));
    });
    view->setResizeMode(QQuickView::SizeRootObjectToView);
    view->setInitialProperties({{QStringLiteral("single"), single}, {QStringLiteral("page"), page}});
    view->loadFromModule("Outpost.Gallery", "Gallery");
    return view;
}

} // namespace

QStringList GalleryRun::looks()
{
    QStringList names;
    for (const Look& look : allLooks())
        names.append(look.name);
    return names;
}

int GalleryRun::show(const QString& page)
{
    int warnings = 0;
    const auto view = makeView(false, page, &warnings);
    if (view->rootObject() == nullptr)
        return 1;
    view->resize(kWindow);
    view->setTitle(QStringLiteral("Outpost gallery"));
    view->show();
    const int code = QGuiApplication::exec();
    return code != 0 ? code : (warnings > 0 ? 1 : 0);
}

int GalleryRun::save(const QString& folder, const QString& page, const QString& look)
{
    if (!folder.isEmpty() && !QDir().mkpath(folder)) {
        qWarning("cannot make the folder %s", qUtf8Printable(folder));
        return 1;
    }
    map::WorldOutlineItem::preload();
    int failures = 0;
    const auto view = makeView(true, page, &failures);
    QQuickItem* root = view->rootObject();
    if (root == nullptr)
        return 1;
    const QStringList pages = page.isEmpty() ? root->property("pages").toStringList() : QStringList{page};
    for (const Look& each : allLooks()) {
        if (!look.isEmpty() && look != each.name)
            continue;
        root->setProperty("dark", each.dark);
        root->setProperty("contrast", each.contrast);
        root->setProperty("textScale", each.scale);
        for (const QString& name : pages) {
            root->setProperty("page", name);
            // The window tells its content of a new size only with a later event, hence both.
            view->resize(kPageWidth, kWindow.height());
            root->setSize(QSizeF(kPageWidth, kWindow.height()));
            view->show();
            view->grabWindow();
            const int height = qBound(400, qCeil(root->property("pageHeight").toReal()), kMaxPageHeight);
            view->resize(kPageWidth, height);
            root->setSize(QSizeF(kPageWidth, height));
            view->grabWindow();
            const QImage image = view->grabWindow();
            if (image.isNull() || isBlank(image)) {
                qWarning("page %s is blank in %s", qUtf8Printable(name), qUtf8Printable(each.name));
                ++failures;
            } else if (!folder.isEmpty() && !image.save(QStringLiteral("%1/%2-%3.png").arg(folder, name, each.name))) {
                qWarning("cannot write into %s", qUtf8Printable(folder));
                ++failures;
            }
        }
    }
    return failures > 0 ? 1 : 0;
}

} // namespace outpost::qml
