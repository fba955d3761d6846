// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/Engine.h"

#include <nlohmann/json.hpp>

namespace outpost::cli {

using Json = nlohmann::ordered_json;

/// What every command may have been given.
struct Global {
    app::EngineOptions engine;
    bool json = false;
    bool commit = false;
    std::string passwordFile;
    std::string newPasswordFile;
    std::string walletId;
    Currency currency = Currency::Eur;
    std::string currencyText = "EUR";
};

/// What a command works with. `progress` writes a line for a person to standard error, never to the document.
struct Context {
    app::Engine& engine;
    const Global& global;
    CancelToken cancel;

    void progress(const std::string& line) const;
};

/// Tells each step of what runs, in words, until it goes out of scope.
class StepTeller {
public:
    explicit StepTeller(const Context& context);
    ~StepTeller() { QObject::disconnect(m_connection); }
    StepTeller(const StepTeller&) = delete;
    StepTeller& operator=(const StepTeller&) = delete;

private:
    QMetaObject::Connection m_connection;
};

/// Every command answers one JSON document; an error is written by the caller.
using Command = std::function<Task<Json>(Context)>;

/// One line from the terminal without echo, straight into secure memory. app.noTerminal when nobody can be asked,
/// base.cancelled on Ctrl+C.
Result<std::shared_ptr<SecureBytes>> askTerminal(const std::string& prompt);
/// Whether this process has a terminal to ask on.
bool hasTerminal();
/// The password from the named file (exactly one line end cut), or asked for on the terminal. app.usage when there is
/// neither.
/// A password that is chosen now. Typed, it is asked for twice: nobody sees it, and a slip would lock for good.
/// data.passwordsDiffer.
Result<std::shared_ptr<wallet::Password>> readNewPassword(const Context& context, const std::string& file,
                                                          const std::string& prompt);
Result<std::shared_ptr<wallet::Password>> readPassword(const Context& context, const std::string& file,
                                                       const std::string& prompt);
/// A secret text from a file, cut like a password.
Result<std::shared_ptr<SecureBytes>> readSecretFile(const Context& context, const std::string& file);
/// Unlocks the wallet named by --wallet, or the current one.
Task<WalletId> unlock(Context context);

// JSON of domain values, in the shape that docs/cli.md promises.
/// An amount of money with all decimals of its currency: "2.20".
std::string moneyText(Int128 minor, Currency currency);
Json amountJson(const Context& context, const Amount& amount, const std::vector<Price>& prices);
Json worthJson(const Context& context, const services::Worth& worth, Currency currency);
Json costJson(const Context& context, const CostLine& line, const std::vector<Price>& prices);
Json deviceJson(const Device& device);
Json operationJson(const Context& context, const Operation& operation, const std::vector<Price>& prices);
/// What an instruction does: its stable id, and in words.
Json sentenceJson(const Context& context, const solana::Sentence& sentence);
/// A refusal that has more to tell than its sentence: the document holds both, and the exit code is the refusal's.
Json refusalJson(const Error& error);
Json timeJson(Time time);
Json errorJson(const Error& error);
/// "code" and the sentence of a source that did not answer.
Json behindJson(const std::string& source, const Error& error);
Json dayJson(std::int32_t day);

// The commands, by file.
namespace walletCommands {
struct Create {
    std::string name = "Wallet";
    int words = 24;
    std::string wordsOut;
};
struct Import {
    std::string name = "Wallet";
    std::string wordsFile;
    std::string scheme;
    std::vector<std::string> paths; ///< which to keep, by path or by scheme; the first receives
    bool lookOnly = false;
};
struct Watch {
    std::string name = "Watched";
    std::vector<std::string> addresses;
};
Task<Json> create(Context context, Create options);
Task<Json> import(Context context, Import options);
Task<Json> watch(Context context, Watch options);
Task<Json> addresses(Context context, std::vector<std::string> paths);
Task<Json> list(Context context);
Task<Json> show(Context context);
Task<Json> rename(Context context, std::string name);
Task<Json> restore(Context context);
Task<Json> balance(Context context);
Task<Json> receive(Context context);
Task<Json> activity(Context context, int limit);
Task<Json> verifyBackup(Context context, std::string wordsFile);
Task<Json> passwd(Context context);
Task<Json> decode(Context context, std::string file);
} // namespace walletCommands

namespace deviceCommands {
struct Wifi {
    std::string id;
    std::string ssid;
    std::string passphraseFile;
};
struct PlaceOptions {
    std::string id;
    std::optional<double> latitude;
    std::optional<double> longitude;
    std::string place;      ///< typed or pasted
    std::string address;    ///< to be looked for
    std::string searchHost; ///< the server that may be asked for it, beyond what the window agreed to
    std::optional<double> gain;
    std::optional<int> elevation;
};
Task<Json> scan(Context context, int seconds);
Task<Json> show(Context context, std::string id);
Task<Json> label(Context context, std::string id, std::optional<std::string> name, std::optional<std::string> note);
Task<Json> wifi(Context context, Wifi options);
Task<Json> diagnose(Context context, std::string id);
Task<Json> onboard(Context context, PlaceOptions options);
Task<Json> locate(Context context, PlaceOptions options);
Task<Json> forget(Context context, std::string id);
} // namespace deviceCommands

namespace moneyCommands {
Task<Json> summary(Context context);
Task<Json> history(Context context, std::vector<std::string> devices, int days);
Task<Json> claim(Context context, std::vector<std::string> devices);
Task<Json> exportCsv(Context context, std::string file, int days);
Task<Json> prices(Context context);
Task<Json> coverage(Context context, int limit);
} // namespace moneyCommands

namespace systemCommands {
Task<Json> fleetList(Context context, std::string text, int limit);
Task<Json> fleetExport(Context context, std::string file);
Task<Json> operations(Context context, bool openOnly);
Task<Json> operation(Context context, std::string id);
Task<Json> resume(Context context, std::string id);
Task<Json> cancel(Context context, std::string id);
Task<Json> networks(Context context);
Task<Json> networkCheck(Context context, std::string report);
Task<Json> dataVerify(Context context);
Task<Json> dataExport(Context context, std::string file);
Task<Json> dataImport(Context context, std::string file);
Task<Json> demoAdvance(Context context, int days);
Task<Json> demoServe(Context context, int port);
} // namespace systemCommands

/// On the demo: gives the current wallet its devices and money, once. Every verb that asks about the wallet on a
/// network is preceded by it, so that no order of commands finds an empty wallet.
Task<void> giveStarter(Context context);
/// Reads the networks; commands that show figures call it first.
/// A source that is behind is named in `behind` and does not fail the command.
Task<Json> refresh(Context context);

/// The id of a device as a person gave it. app.notADeviceId when it is none of any network, before anybody is asked.
Result<DeviceId> deviceId(const Context& context, const std::string& text);

/// What needs the person whatever the command was: objects of "code", "message", "action" and more.
Task<Json> warnings(Context context);

/// Readable lines from the document that --json prints: words in place of ids.
void printForPeople(Json json, std::ostream& out);
/// The errors of operations that the answer tells of and that did not end well.
std::vector<Json> failuresIn(const Json& json);
/// What an answer that is no error still means for a script.
int exitCodeOf(const Json& json);

/// Runs the program; the answer is the exit code.
int run(int argc, char** argv);

} // namespace outpost::cli
