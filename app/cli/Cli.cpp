// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Completion.h"
#include "app/cli/Context.h"
#include "app/format/ErrorText.h"

#include <QCoreApplication>
#include <QTimer>
#include <QTranslator>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <csignal>
#include <iostream>

namespace outpost::cli {

namespace {

/// The one JSON document of a command that failed.
void printError(const Error& error, const Json& warnings)
{
    Json json = refusalJson(error);
    if (!warnings.empty())
        json["warnings"] = warnings;
    std::cout << json.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

/// What needs the person whatever the command was, in words.
void tell(const Json& warnings)
{
    for (const Json& warning : warnings)
        std::cerr << warning.value("message", "") << '\n' << warning.value("action", "") << '\n';
}

int report(const Error& error, bool json, const Json& warnings)
{
    const auto words = app::ErrorText::of(error);
    if (json)
        printError(error, warnings);
    std::cerr << words.message.toStdString() << '\n';
    if (!words.action.isEmpty())
        std::cerr << words.action.toStdString() << '\n';
    tell(warnings);
    return static_cast<int>(error.code.exit);
}

std::vector<std::string> currencyCodes()
{
    std::vector<std::string> codes;
    for (const Currency currency : services::kCurrencies)
        codes.emplace_back(currencyCode(currency));
    return codes;
}

class Program {
public:
    Program() : m_app("The console's engine on the command line: wallets, devices, earnings.", "outpostctl")
    {
        declare();
    }

    int run(int argc, char** argv)
    {
        try {
            m_app.parse(argc, argv);
        } catch (const CLI::ParseError& e) {
            const int code = m_app.exit(e, std::cout, std::cerr);
            if (code == 0)
                return 0;
            // Parsing ended before the flag was taken over, and a script still wants its one document.
            if (std::any_of(argv, argv + argc, [](const char* word) { return std::string_view(word) == "--json"; }))
                printError(Error(app::errors::kUsage, e.what(), {e.what()}), {});
            return static_cast<int>(ExitClass::Usage);
        }
        if (m_completion) {
            std::cout << bashCompletion(m_app);
            return 0;
        }
        if (!m_command) {
            std::cout << m_app.help();
            return static_cast<int>(ExitClass::Usage);
        }
        m_global.currency = currencyFromCode(m_global.currencyText).value_or(Currency::Eur); // checked in parsing
        auto engine = app::Engine::create(m_global.engine);
        if (!engine)
            return report(engine.error(), m_global.json, {});
        for (networks::Network* network : (*engine)->networks())
            app::ErrorText::addNetworkTexts(network->texts());
        return execute(**engine);
    }

private:
    int execute(app::Engine& engine)
    {
        int code = static_cast<int>(ExitClass::Internal);
        Context context{engine, m_global, {}};
        s_cancel = context.cancel;
        std::signal(SIGINT,
                    [](int) { QMetaObject::invokeMethod(qApp, [] { s_cancel.cancel(); }, Qt::QueuedConnection); });
        QTimer::singleShot(0, &engine, [&] {
            auto future = async::toFuture([](Context c, Program* self) -> Task<Json> {
                auto result = co_await self->answer(c);
                self->m_warnings = (co_await warnings(c)).value_or(Json::array());
                co_return result;
            }(context, this));
            future.then(&engine, [&](Result<Json> result) {
                code = result ? finish(engine, std::move(*result)) : report(result.error(), m_global.json, m_warnings);
                const bool seen = result.has_value() && m_showsRecovery;
                async::toFuture(tidyUp(&engine, seen)).then(&engine, [](const Result<void>&) {
                    QCoreApplication::quit();
                });
            });
        });
        QCoreApplication::exec();
        engine.wallets().lock();
        return code;
    }

    Task<Json> answer(Context c)
    {
        OUTPOST_CO_CHECK(co_await c.engine.start());
        if (!c.global.walletId.empty())
            OUTPOST_CO_CHECK(c.engine.wallets().useForThisRun(WalletId(c.global.walletId)));
        if (m_asksNetwork)
            OUTPOST_CO_CHECK(co_await giveStarter(c));
        co_return co_await m_command(c);
    }

    /// After the answer is out, for what nobody waits for.
    static Task<void> tidyUp(app::Engine* engine, bool recoverySeen)
    {
        if (recoverySeen)
            (void)co_await engine->database().dismissRecovery(); // told again where it cannot be written
        (void)co_await engine->copies().makeIfDue();             // what failed is in the log and in data verify
        co_return Result<void>{};
    }

    int finish(app::Engine& engine, Json json)
    {
        if (!json.contains("committed"))
            json["committed"] = false;
        if (engine.isDemo())
            json["demo"] = "Demo, not real money";
        if (engine.hasOverriddenEndpoints())
            json["endpoints"] = "overridden by --network-config";
        if (m_global.json) {
            if (!m_warnings.empty())
                json["warnings"] = m_warnings;
            std::cout << json.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
        } else {
            Json shown = json;
            shown.erase("committed"); // the words say it
            shown.erase("error");     // it goes to standard error
            printForPeople(std::move(shown), std::cout);
        }
        std::cout.flush();
        for (const Json& failure : failuresIn(json))
            std::cerr << failure.value("message", "") << '\n' << failure.value("action", "") << '\n';
        tell(m_warnings);
        return exitCodeOf(json);
    }

    CLI::App* noun(const std::string& name, const std::string& text)
    {
        CLI::App* sub = m_app.add_subcommand(name, text);
        sub->require_subcommand(1);
        sub->fallthrough();
        return sub;
    }
    CLI::App* verb(CLI::App* parent, const std::string& name, const std::string& text, Command command)
    {
        CLI::App* sub = parent->add_subcommand(name, text);
        sub->fallthrough();
        sub->final_callback([this, command] { m_command = command; });
        return sub;
    }
    /// A verb about what the wallet has on a network: on the demo a new wallet has its starter by then.
    CLI::App* networkVerb(CLI::App* parent, const std::string& name, const std::string& text, Command command)
    {
        CLI::App* sub = verb(parent, name, text, {});
        sub->final_callback([this, command] {
            m_command = command;
            m_asksNetwork = true;
        });
        return sub;
    }

    void declare();
    void declareWallet();
    void declareDevice();
    void declareMoney();
    void declareSystem();

    CLI::App m_app;
    Global m_global;
    Command m_command;
    bool m_asksNetwork = false;
    bool m_showsRecovery = false;
    Json m_warnings = Json::array();
    bool m_completion = false;
    static inline CancelToken s_cancel;

    walletCommands::Create m_create;
    walletCommands::Import m_import;
    walletCommands::Watch m_watch;
    deviceCommands::Wifi m_wifi;
    deviceCommands::PlaceOptions m_place;
    std::string m_text;
    std::string m_file;
    std::string m_id;
    std::vector<std::string> m_devices;
    bool m_all = false;
    bool m_openOnly = false;
    int m_activityLimit = 50;
    int m_seconds = 4;
    int m_historyDays = 30;
    int m_exportDays = 366;
    int m_coverageLimit = 100'000;
    int m_listLimit = 1000;
    int m_advanceDays = 1;
    int m_port = 0;
};

void Program::declare()
{
    m_app.set_version_flag("--version", "outpostctl " OUTPOST_VERSION);
    m_app.fallthrough();
    auto& e = m_global.engine;
    m_app.add_option("--home", e.home, "Folder of all data (default: the system's place for user data)");
    m_app.add_flag("--demo", e.demo, "Use the demo network: nothing in it is real money");
    m_app.add_option("--seed", e.seed, "Demo: the world to make");
    m_app.add_option("--speed", e.speed, "Demo: demo seconds per second")->check(CLI::Range(0.001, 100000.0));
    m_app.add_option("--devices", e.devices, "Demo: devices of a new wallet")->check(CLI::Range(0, 100000));
    m_app.add_option("--fault", e.faults, "Demo: make something go wrong, NAME or NAME:COUNT");
    m_app.add_option("--network-config", e.networkConfig, "JSON file with service addresses of your own");
    m_app.add_flag("--json", m_global.json, "Print one JSON document");
    m_app.add_flag("--commit", m_global.commit, "Really do it; without this the plan and its cost are printed");
    m_app.add_option("--password-file", m_global.passwordFile, "File that holds the wallet's password");
    m_app.add_option("--wallet", m_global.walletId, "Which wallet, by the id that wallet list prints");
    m_app.add_option("--currency", m_global.currencyText, "EUR, USD, GBP or JPY")
        ->transform(CLI::IsMember(currencyCodes(), CLI::ignore_case));
    m_app.add_flag("--completion", m_completion, "Print a completion script for bash");
    m_app.option_defaults()->always_capture_default();
    m_app.require_subcommand(0, 1);
    declareWallet();
    declareDevice();
    declareMoney();
    declareSystem();
}

void Program::declareWallet()
{
    using namespace walletCommands;
    CLI::App* w = noun("wallet", "Keys and money on this computer");
    auto* c = verb(w, "create", "Make a wallet; its recovery words go into a new file",
                   [this](Context x) { return create(x, m_create); });
    c->add_option("--name", m_create.name, "How lists call it");
    c->add_option("--words", m_create.words, "12 or 24")->check(CLI::IsMember({12, 24}));
    c->add_option("--words-out", m_create.wordsOut, "File for the words; must not exist")->required();
    auto* i = verb(w, "import", "Restore a wallet from its recovery words (not on the demo)",
                   [this](Context x) { return import(x, m_import); });
    i->add_option("--name", m_import.name, "How lists call it");
    i->add_option("--words-file", m_import.wordsFile, "File that holds the words")->required();
    i->add_option("--path", m_import.paths,
                  "Which address to keep, by the path or scheme that 'found' prints; the first receives (default: "
                  "those in use)");
    i->add_option("--scheme", m_import.scheme, "The same as --path, once");
    i->add_flag("--look-only", m_import.lookOnly, "Only print what is found");
    auto* a = verb(w, "watch", "Only look at addresses; no key, no password",
                   [this](Context x) { return watch(x, m_watch); });
    a->add_option("--name", m_watch.name, "How lists call it");
    a->add_option("address", m_watch.addresses, "Addresses")->required();
    networkVerb(w, "addresses", "What is at each address that the wallet's words give; with --path, which it has",
                [this](Context x) { return addresses(x, m_devices); })
        ->add_option("--path", m_devices, "Address to keep, by its path; those not named go, the first receives");
    verb(w, "list", "Wallets of this home", [](Context x) { return list(x); });
    verb(w, "show", "The wallet's addresses and state", [](Context x) { return show(x); });
    verb(w, "rename", "Call the wallet something else", [this](Context x) { return rename(x, m_text); })
        ->add_option("name", m_text, "The new name")
        ->required();
    verb(w, "restore", "Put the newest copy back where the wallet's file is damaged",
         [](Context x) { return restore(x); });
    networkVerb(w, "balance", "What the wallet holds, read from the network", [](Context x) { return balance(x); });
    verb(w, "receive", "The receiving address, once the words were checked", [](Context x) { return receive(x); });
    auto* act =
        verb(w, "activity", "What happened, newest first", [this](Context x) { return activity(x, m_activityLimit); });
    act->add_option("--limit", m_activityLimit, "How many")->check(CLI::Range(1, 10000));
    auto* v = verb(w, "verify-backup", "Prove that the recovery words are written down",
                   [this](Context x) { return verifyBackup(x, m_file); });
    v->add_option("--words-file", m_file, "Demo only: file that holds the words; without it some are asked for");
    auto* p = verb(w, "passwd", "Change the password", [](Context x) { return passwd(x); });
    p->add_option("--new-password-file", m_global.newPasswordFile, "File that holds the new password");
    verb(w, "decode", "Explain a transaction (base64) without asking anybody",
         [this](Context x) { return decode(x, m_file); })
        ->add_option("file", m_file, "File, or - for standard input")
        ->required();
}

void Program::declareDevice()
{
    using namespace deviceCommands;
    CLI::App* d = noun("device", "Devices beside this computer and on the network");
    auto* s = verb(d, "scan", "Look for devices over Bluetooth", [this](Context x) { return scan(x, m_seconds); });
    s->add_option("--seconds", m_seconds, "How long")->check(CLI::Range(1, 30));
    const auto id = [this](CLI::App* sub) {
        sub->add_option("id", m_id, "Device, as scan or list print it")->required();
    };
    id(verb(d, "show", "What is known of a device", [this](Context x) { return show(x, m_id); }));
    auto* r = verb(d, "rename", "Give a device a name of your own",
                   [this](Context x) { return label(x, m_id, m_text, std::nullopt); });
    id(r);
    r->add_option("name", m_text, "The name; empty for the network's")->required();
    auto* n = verb(d, "note", "Write a note about a device",
                   [this](Context x) { return label(x, m_id, std::nullopt, m_text); });
    id(n);
    n->add_option("text", m_text, "The note")->required();
    auto* w = verb(d, "wifi", "Networks that a device sees; with --ssid and --commit join one",
                   [this](Context x) { return wifi(x, m_wifi); });
    w->add_option("id", m_wifi.id, "Device, as scan prints it")->required();
    w->add_option("--ssid", m_wifi.ssid, "Network to join; hex:... for names that are not text");
    w->add_option("--passphrase-file", m_wifi.passphraseFile, "File that holds the Wi-Fi password");
    id(verb(d, "diagnose", "Ask a device how it is", [this](Context x) { return diagnose(x, m_id); }));
    const auto place = [this](CLI::App* sub) {
        sub->add_option("id", m_place.id, "Device, as scan or list print it")->required();
        sub->add_option("--lat", m_place.latitude, "Latitude in degrees")->check(CLI::Range(-90.0, 90.0));
        sub->add_option("--lon", m_place.longitude, "Longitude in degrees")->check(CLI::Range(-180.0, 180.0));
        sub->add_option("--place", m_place.place, "A place as text: coordinates or a map link");
        sub->add_option("--address", m_place.address, "An address to look for; taken when there is exactly one");
        sub->add_option("--search-host", m_place.searchHost, "Server that may be asked for it, in this run");
        sub->add_option("--gain", m_place.gain, "Antenna in dBi");
        sub->add_option("--elevation", m_place.elevation, "Metres above ground")->check(CLI::Range(-500, 10000));
    };
    place(networkVerb(d, "onboard", "Register a device", [this](Context x) { return onboard(x, m_place); }));
    place(networkVerb(d, "locate", "Set the place of a registered device",
                      [this](Context x) { return locate(x, m_place); }));
    id(verb(d, "forget", "Drop a device from this computer's list", [this](Context x) { return forget(x, m_id); }));
}

void Program::declareMoney()
{
    using namespace moneyCommands;
    CLI::App* e = noun("earnings", "What devices earned, and collecting it");
    networkVerb(e, "summary", "This month, and what is ready to collect", [](Context x) { return summary(x); });
    auto* h = verb(e, "history", "Earnings by day, as sampled",
                   [this](Context x) { return history(x, m_devices, m_historyDays); });
    h->add_option("--days", m_historyDays, "How many days back")->check(CLI::Range(1, 4000));
    h->add_option("--device", m_devices, "Only these devices");
    auto* c = networkVerb(e, "claim", "Collect what is ready", [this](Context x) { return claim(x, m_devices); });
    auto* which = c->add_option_group("which");
    which->add_flag("--all", m_all, "From all devices");
    which->add_option("--device", m_devices, "From these devices");
    which->require_option(1);
    auto* x = verb(e, "export", "Earnings by day as CSV",
                   [this](Context ctx) { return exportCsv(ctx, m_file, m_exportDays); });
    x->add_option("file", m_file, "New file")->required();
    x->add_option("--days", m_exportDays, "How many days back")->check(CLI::Range(1, 4000));
    CLI::App* p = noun("price", "Prices that figures are shown with");
    verb(p, "show", "Newest prices with source and age", [](Context ctx) { return prices(ctx); });
    CLI::App* v = noun("coverage", "Where a network has devices");
    verb(v, "cells", "Cells that have a device", [this](Context ctx) { return coverage(ctx, m_coverageLimit); })
        ->add_option("--limit", m_coverageLimit, "Devices to read at most")
        ->check(CLI::Range(1, 2000000));
}

void Program::declareSystem()
{
    using namespace systemCommands;
    CLI::App* f = noun("fleet", "All devices");
    auto* l = verb(f, "list", "Devices with counts", [this](Context x) { return fleetList(x, m_text, m_listLimit); });
    l->add_option("--search", m_text, "Words that must occur");
    l->add_option("--limit", m_listLimit, "How many")->check(CLI::Range(1, 1000000));
    verb(f, "export", "Devices as CSV", [this](Context x) { return fleetExport(x, m_file); })
        ->add_option("file", m_file, "New file")
        ->required();
    CLI::App* o = noun("op", "What was done to chains, clouds and devices");
    verb(o, "list", "Operations, newest first", [this](Context x) {
        return operations(x, m_openOnly);
    })->add_flag("--open", m_openOnly, "Only unfinished ones");
    verb(o, "show", "One operation with its transactions and log", [this](Context x) { return operation(x, m_id); })
        ->add_option("id", m_id, "Operation")
        ->required();
    networkVerb(o, "resume", "Go on with what is unfinished, or try a failed one again", [this](Context x) {
        return resume(x, m_id);
    })->add_option("id", m_id, "Operation (default: all unfinished)");
    verb(o, "cancel", "Give up one that has not reached the outside", [this](Context x) { return cancel(x, m_id); })
        ->add_option("id", m_id, "Operation")
        ->required();
    CLI::App* n = noun("network", "Networks and their services");
    verb(n, "list", "Networks, what they can do, and every host", [](Context x) { return networks(x); });
    verb(n, "check", "Ask every service read-only and compare the answers with what is expected", [this](Context x) {
        return networkCheck(x, m_file);
    })->add_option("--report", m_file, "New file for the report");
    CLI::App* d = noun("data", "The store on this computer");
    verb(d, "verify", "Check the store and make a copy", [this](Context x) {
        m_showsRecovery = true;
        return dataVerify(x);
    });
    verb(d, "export", "Everything but keys into one encrypted file",
         [this](Context x) { return dataExport(x, m_file); })
        ->add_option("file", m_file, "New file; --password-file or the prompt gives its password")
        ->required();
    verb(d, "import", "Add what such a file holds to this computer's records",
         [this](Context x) { return dataImport(x, m_file); })
        ->add_option("file", m_file, "File of data export")
        ->required();
    CLI::App* m = noun("demo", "The demo network");
    networkVerb(m, "advance", "Let days pass on the demo", [this](Context x) { return demoAdvance(x, m_advanceDays); })
        ->add_option("--days", m_advanceDays, "How many")
        ->check(CLI::Range(1, 400));
    verb(m, "serve", "Serve the demo to other programs on this computer",
         [this](Context x) { return demoServe(x, m_port); })
        ->add_option("--port", m_port, "Port on 127.0.0.1; 0 for any")
        ->check(CLI::Range(0, 65535));
}

} // namespace

int run(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("outpostctl"));
    // English, whatever the system speaks: scripts read it. For its plurals only.
    QTranslator english;
    if (english.load(QStringLiteral(":/i18n/outpost_en.qm")))
        QCoreApplication::installTranslator(&english);
    return Program().run(argc, argv);
}

} // namespace outpost::cli
