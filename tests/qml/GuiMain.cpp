// SPDX-License-Identifier: GPL-3.0-or-later
#include <QGuiApplication>
#include <QTemporaryDir>

#include <gmock/gmock.h>

// The main of tests that paint: a home of their own, no screen, Qt Quick's software renderer.
int main(int argc, char** argv)
{
    QTemporaryDir home;
    if (!home.isValid())
        return 70;
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"})
        qputenv(name, home.path().toLocal8Bit());
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!qEnvironmentVariableIsSet("QT_QUICK_BACKEND"))
        qputenv("QT_QUICK_BACKEND", "software");
    testing::InitGoogleMock(&argc, argv);
    QGuiApplication app(argc, argv);
    return RUN_ALL_TESTS();
}
