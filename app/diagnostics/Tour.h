// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/diagnostics/Hand.h"
#include "app/viewmodels/AppViewModel.h"

#include <QDir>
#include <QElapsedTimer>

namespace outpost::app {

/// Goes through the real window of the demo as a person would: keys and pointer at items found by their accessible
/// names. Asks the ledger whether what the window says is so, and ends the program: 0, or 70 after any warning, any
/// time-out, and whatever the ledger does not confirm. **Thread:** GUI.
class Tour final : public QObject {
    Q_OBJECT
public:
    enum class Script {
        Journey,     ///< from the first start to money collected and a device registered, a picture per step
        EveryScreen, ///< each screen in both languages and themes, for warnings only
    };
    struct Options {
        Script script = Script::Journey;
        QDir pictures;
    };

    Tour(Engine& engine, AppViewModel& app, QQuickWindow& window, Options options);
    ~Tour() override;

    /// Collects warnings of Qt and of QML from now on; call before anything is loaded.
    static void watchWarnings();
    void start();

private:
    Task<void> journey();
    Task<void> everyScreen();
    Task<void> firstRun();
    Task<void> collect();
    Task<void> addDevice();
    Task<void> darkPictures();
    Task<void> checkRegistered();
    Task<void> picture(const char* name, const char* caption);
    Task<void> show(const char* screen);
    Task<Int128> heldOf(AssetId asset);
    void end(const Result<void>& result);

    Engine& m_engine;
    AppViewModel& m_app;
    QQuickWindow& m_window;
    Options m_options;
    Hand m_hand;
    int m_pictures = 0;
    QElapsedTimer m_elapsed;
};

} // namespace outpost::app
