// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace outpost::qml {

// Opens the gallery, or draws all of it. Used by the outpost_gallery program and by `outpost --gallery`.
// **Thread:** GUI, with a QGuiApplication alive.
class GalleryRun {
public:
    // Opens a window and runs until it is closed; returns the exit code. An empty page opens the first.
    int show(const QString& page);

    // Draws every page (or the one named) in every look (or the one named) and writes PAGE-LOOK.png into folder,
    // which is made if missing. Returns 0, or 1 after a QML warning, a blank page or a file that cannot be
    // written. An empty folder draws without writing.
    int save(const QString& folder, const QString& page, const QString& look);

    static QStringList looks();
};

} // namespace outpost::qml
