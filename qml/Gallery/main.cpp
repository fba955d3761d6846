// SPDX-License-Identifier: GPL-3.0-or-later
// The gallery of controls and components: opens a window, or with --save DIR draws every page in every theme and
// writes pictures. Any QML warning makes it fail.
#include "GalleryRun.h"

#include <QCommandLineParser>
#include <QGuiApplication>

int main(int argc, char** argv)
{
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("outpost_gallery"));
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption save(QStringLiteral("save"), QStringLiteral("Write a picture of every page to DIR."),
                                  QStringLiteral("DIR"));
    const QCommandLineOption page(QStringLiteral("page"), QStringLiteral("Only this page."), QStringLiteral("NAME"));
    const QCommandLineOption look(QStringLiteral("look"),
                                  QStringLiteral("Only this look: light, dark, contrast, contrast-dark, large."),
                                  QStringLiteral("LOOK"));
    parser.addOptions({save, page, look});
    parser.process(app);

    outpost::qml::GalleryRun run;
    if (!parser.isSet(save))
        return run.show(parser.value(page));
    return run.save(parser.value(save), parser.value(page), parser.value(look));
}
