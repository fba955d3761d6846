// SPDX-License-Identifier: GPL-3.0-or-later
// The console. What it is told on the command line, it builds and shows; all else is in app/ and core/.
#include "app/composition/Engine.h"
#include "app/diagnostics/Tour.h"
#include "app/format/ErrorText.h"
#include "app/viewmodels/AppViewModel.h"
#include "core/net/HttpTarget.h"

#include <QGuiApplication>
#include <QLibraryInfo>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTranslator>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <filesystem>

namespace {

using namespace outpost;

enum Language { AsSystem = 0, English = 1, German = 2 };

struct Options {
    app::EngineOptions engine;
    std::string language;
    std::string theme;
    std::string tour;
    std::string script = "journey";
    std::string scriptArgument;
    bool selfTest = false;
};

void addOptions(CLI::App& line, Options& options)
{
    line.add_option("--home", options.engine.home, "folder of wallets and records");
    line.add_flag("--demo", options.engine.demo, "the demo network: no real money, nothing leaves this computer");
    line.add_option("--seed", options.engine.seed, "demo: which of the worlds");
    line.add_option("--speed", options.engine.speed, "demo: how fast its time runs")->check(CLI::Range(0.0, 1e6));
    line.add_option("--devices", options.engine.devices, "demo: number of devices")->check(CLI::Range(0, 100000));
    line.add_option("--fault", options.engine.faults, "demo: what goes wrong; may be repeated");
    line.add_option("--network-config", options.engine.networkConfig, "file with addresses of network services")
        ->check(CLI::ExistingFile);
    line.add_option("--language", options.language, "language of this run")->check(CLI::IsMember({"de", "en"}));
    line.add_option("--tour", options.tour,
                    "go through the demo by itself and save a picture of each step in this folder");
    // For the tests: which way to go, and what that way needs.
    line.add_option("--tour-script", options.script)->group("");
    line.add_option("--tour-argument", options.scriptArgument)->group("");
    line.add_flag("--self-test", options.selfTest, "open every screen on the demo and look for warnings");
    line.add_option("--theme", options.theme, "look of this run")->check(CLI::IsMember({"light", "dark"}));
}

/// The texts of one language, replaced when the person chooses another.
class Languages {
public:
    explicit Languages(app::Format& format) : m_format(format) {}
    void use(int choice)
    {
        const QLocale system = QLocale::system();
        const bool german = choice == German || (choice == AsSystem && system.language() == QLocale::German);
        const QLocale::Language language = german ? QLocale::German : QLocale::English;
        // Figures follow the system where it speaks the same language: its territory knows best.
        m_format.setLocale(system.language() == language ? system : QLocale(language));
        QLocale::setDefault(m_format.locale());
        const QString name = german ? QStringLiteral("de") : QStringLiteral("en");
        QCoreApplication::removeTranslator(&m_own);
        if (m_own.load(QStringLiteral(":/i18n/outpost_") + name + QStringLiteral(".qm")))
            QCoreApplication::installTranslator(&m_own);
        QCoreApplication::removeTranslator(&m_qt);
        if (m_qt.load(QStringLiteral("qtbase_") + name, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            QCoreApplication::installTranslator(&m_qt);
    }

private:
    app::Format& m_format;
    QTranslator m_own;
    QTranslator m_qt;
};

/// The node that the person chose in Settings, unless the command line says otherwise.
void useOwnNode(app::EngineOptions& options)
{
    if (options.demo || !options.networkConfig.empty())
        return;
    std::filesystem::path home = options.home;
    if (home.empty())
        home =
            std::filesystem::path(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation).toStdString()) /
            "outpost";
    const std::filesystem::path file = app::ownNodeFile(std::filesystem::absolute(home) / "real");
    std::error_code ignored;
    if (std::filesystem::is_regular_file(file, ignored))
        options.networkConfig = file;
}

/// Nothing that is asked for leaves this computer. What was earned lies at addresses that its own network names.
bool staysHere(app::Engine& engine)
{
    return std::ranges::all_of(engine.hosts().entries(), [](const net::HostEntry& entry) {
        const auto target = net::parseTarget("http://" + entry.host);
        return entry.purpose == "purpose.rewards" || (target && target->isLocal());
    });
}

/// A tour is on the demo, in a home that nobody else uses, with time running faster.
bool prepareTour(Options& options, bool restoring, const QTemporaryDir& home)
{
    constexpr double kSpeed = 4;
    app::Tour::watchWarnings();
    // Words are restored on the real network only; its addresses then are those of a file.
    options.engine.demo = !restoring;
    if (options.engine.home.empty())
        options.engine.home = home.path().toStdString();
    if (options.engine.speed == 1)
        options.engine.speed = kSpeed;
    if (options.language.empty())
        options.language = "en";
    return home.isValid() && (options.tour.empty() || QDir().mkpath(QString::fromStdString(options.tour)));
}

int refuse(const Error& error)
{
    const app::ErrorText text = app::ErrorText::of(error);
    std::fprintf(stderr, "%s %s\n", qUtf8Printable(text.message), qUtf8Printable(text.action));
    return static_cast<int>(error.code.exit);
}

} // namespace

int main(int argc, char** argv)
{
    Options options;
    CLI::App line("Outpost: console and wallet for people who run physical network devices", "outpost");
    line.set_version_flag("--version", OUTPOST_VERSION);
    addOptions(line, options);
    try {
        line.parse(argc, argv);
    } catch (const CLI::ParseError& error) { // CLI11 speaks in exceptions; they end here
        const int answer = line.exit(error);
        return answer == 0 ? 0 : static_cast<int>(ExitClass::Usage);
    }

    QGuiApplication::setApplicationName(QStringLiteral("outpost"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Outpost"));
    QGuiApplication::setApplicationVersion(QStringLiteral(OUTPOST_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.outpost.Outpost"));
    // Every control is drawn by Outpost itself; a desktop's own style must not be mixed in.
    qputenv("QT_QUICK_CONTROLS_STYLE", "Basic");
    QGuiApplication gui(argc, argv);

    const std::optional<app::Tour::Script> script =
        options.selfTest ? app::Tour::Script::EveryScreen : app::Tour::scriptNamed(options.script);
    if (!script)
        return static_cast<int>(ExitClass::Usage);
    const bool touring = options.selfTest || !options.tour.empty();
    const bool restoring = touring && *script == app::Tour::Script::Restore;
    if (restoring && (!options.engine.home.empty() || options.engine.networkConfig.empty()))
        return refuse(Error(app::errors::kUsage, {}, {"--tour-script restore: with --network-config, without --home"}));
    const QTemporaryDir tourHome;
    if (touring && !prepareTour(options, restoring, tourHome)) {
        std::fputs("The folder for the pictures cannot be made.\n", stderr);
        return static_cast<int>(ExitClass::Storage);
    }

    app::Format format(QLocale::system());
    Languages languages(format);
    languages.use(options.language == "de" ? German : options.language == "en" ? English : AsSystem);

    options.engine.exclusive = true;
    useOwnNode(options.engine);
    auto engine = app::Engine::create(std::move(options.engine));
    if (!engine)
        return refuse(engine.error());
    if (restoring && !staysHere(**engine))
        return refuse(Error(app::errors::kUsage, {}, {"--tour-script restore: only addresses of this computer"}));
    for (const networks::Network* network : (*engine)->networks())
        app::ErrorText::addNetworkTexts(network->texts());

    app::AppViewModel app(**engine, format);
    QQmlApplicationEngine qml;
    QObject::connect(app.settings(), &app::SettingsViewModel::languageChanged, &app, [&](int language) {
        languages.use(language);
        qml.retranslate();
        app.respell();
    });
    gui.installEventFilter(&app);
    std::unique_ptr<app::Tour> tour;
    // Settings before the first picture, so that nothing flickers.
    app.settings()->load().then(&app, [&](const Result<void>&) {
        if (!options.language.empty())
            app.settings()->overrideLanguage(options.language == "de" ? German : English);
        else if (app.settings()->language() != AsSystem)
            app.settings()->overrideLanguage(app.settings()->language());
        if (!options.theme.empty())
            app.settings()->overrideTheme(options.theme == "dark" ? 2 : 1);
        qml.setInitialProperties({{QStringLiteral("app"), QVariant::fromValue(&app)}});
        qml.loadFromModule("Outpost.Shell", "Main");
        if (qml.rootObjects().isEmpty()) {
            QCoreApplication::exit(static_cast<int>(ExitClass::Internal));
            return;
        }
        if (auto* window = qobject_cast<QQuickWindow*>(qml.rootObjects().constFirst()); touring && window != nullptr) {
            tour = std::make_unique<app::Tour>(
                **engine, app, *window,
                app::Tour::Options{.script = *script,
                                   .pictures = QDir(QString::fromStdString(options.tour)),
                                   .argument = QString::fromStdString(options.scriptArgument)});
            tour->start();
        }
        app.start();
    });
    return QGuiApplication::exec();
}
