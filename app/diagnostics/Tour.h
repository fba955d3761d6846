// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/diagnostics/Audit.h"
#include "app/viewmodels/AppViewModel.h"

#include <QDir>
#include <QElapsedTimer>

namespace outpost::app {

/// What the tour types where a password is asked for.
inline constexpr char kTourPassword[] = "quiet copper lantern 47";
inline constexpr int kTourSettleMs = 350; ///< longer than any animation
inline constexpr int kTourSlowMs = 120'000;

/// Goes through the real window of the demo as a person would: keys and pointer at items found by their accessible
/// names. Asks the ledger whether what the window says is so, and ends the program: 0, or 70 after any warning, any
/// time-out, and whatever the ledger does not confirm. **Thread:** GUI.
class Tour final : public QObject {
    Q_OBJECT
public:
    enum class Script {
        Journey,     ///< from the first start to money collected and a device registered, a picture per step
        EveryScreen, ///< each screen in both languages and themes, for warnings only
        Screens,     ///< what the journey passes by: every dialog and setting
        States,      ///< locked, an address looked for, not finished, behind, and closed with work under way
        Watch,       ///< an address that is only watched
        Support,     ///< no wallet at all
        Restore,     ///< a wallet from its words, on a network that answers nothing or little
        Interrupt,   ///< begins what costs something and waits to be ended from outside
        Resume,      ///< the start after that
        Mended,      ///< the start with damaged records, a damaged wallet and a file with recovery words
        Money,       ///< registering without the money for it: it waits, and goes on by itself
        LargeText,   ///< each screen with letters of twice their size: nothing cut, nothing over each other
        Keyboard,    ///< each screen by Tab, and a name for all that takes the focus
    };
    struct Options {
        Script script = Script::Journey;
        QDir pictures;
        /// What the script needs: Screens the address of a tile server, Restore the file with the words.
        QString argument;
    };
    /// The script of a name as the command line has it; "journey" is the one that --tour means.
    static std::optional<Script> scriptNamed(std::string_view name);

    Tour(Engine& engine, AppViewModel& app, QQuickWindow& window, Options options);
    ~Tour() override;

    /// Collects warnings of Qt and of QML from now on; call before anything is loaded.
    static void watchWarnings();
    void start();

private:
    Task<void> sensor();
    Task<void> journey();
    Task<void> everyScreen();
    Task<void> firstRun();
    // TourScreens.cpp
    Task<void> screens();
    Task<void> states();
    Task<void> palette();
    Task<void> devicePage();
    Task<void> placeDialog();
    Task<void> mapScreen();
    Task<void> earningsScreen();
    Task<void> walletScreen();
    Task<void> settings();
    Task<void> records();
    Task<void> tiles();
    Task<void> lockAndUnlock();
    Task<void> unfinished();
    Task<void> stale();
    Task<void> closeWhileBusy();
    // TourAddress.cpp
    Task<void> addressSearch();
    Task<void> addressInWizard(const char* name);
    Task<void> openPlaceDialog();
    Task<void> lookFor(QString text);
    Task<void> agreeToSearch();
    // TourStarts.cpp
    Task<void> watch();
    Task<void> support();
    Task<void> restore();
    Task<void> addressesFound();
    Task<void> interrupt();
    Task<void> resume();
    Task<void> mended();
    Task<void> largeText();
    Task<void> keyboard();
    Task<void> eachScreen(std::function<Task<void>(QString)> visit);
    Task<void> makeWallet();
    Task<void> unlock();
    Task<void> money();
    Task<void> checkDevice(bool selfPaid);
    Task<void> toReview();
    Task<void> nearbyDevice();
    Task<void> chooseIn(const char* combo, const char* option);
    Task<void> press(const char* text, int times = 1);
    Task<void> synced();
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
    Audit m_audit;
    bool m_silent = false; ///< no pictures of what another script shows
    int m_pictures = 0;
    QElapsedTimer m_elapsed;
};

} // namespace outpost::app
