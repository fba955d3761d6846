// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Context.h"
#include "app/format/ErrorText.h"
#include "app/format/Phrase.h"
#include "core/base/Encoding.h"
#include "core/chain/solana/Transaction.h"
#include "core/services/AddressFinder.h"
#include "core/services/ServiceErrors.h"
#include "core/wallet/WalletErrors.h"

namespace outpost::cli::walletCommands {

namespace {

Json entryJson(const services::WalletEntry& entry)
{
    Json addresses = Json::array();
    for (const Address& address : entry.addresses)
        addresses.push_back(address.str());
    return {{"id", entry.id.str()},
            {"name", entry.name},
            {"addresses", std::move(addresses)},
            {"watchOnly", entry.watchOnly},
            {"backupVerified", entry.backupVerifiedAt ? timeJson(*entry.backupVerifiedAt) : Json()}};
}

/// The words of the unlocked wallet into a new file of mode 0600; an existing file or link is refused.
Result<void> writeWords(const Context& context, const WalletId& id, const std::string& path)
{
    OUTPOST_TRY(const wallet::Mnemonic words, context.engine.wallets().words(id));
    SecureBytes sentence = words.sentence();
    sentence.append(asBytes("\n"));
    return context.engine.files().writeNew(path, sentence.span());
}

/// Asks on the terminal for the words at some positions, drawn anew each time, as the window does.
Result<void> askForWords(const Context& context, const wallet::Mnemonic& words)
{
    const wallet::BackupCheck check = context.engine.wallets().newBackupCheck(words.wordCount());
    std::vector<SecureBytes> answers;
    for (const int position : check.positions()) {
        OUTPOST_TRY(const auto typed,
                    askTerminal(std::format("Word {} of {} (it is not shown): ", position, words.wordCount())));
        answers.push_back(std::move(*typed));
    }
    return check.verify(words, answers);
}

std::string pathOf(const wallet::DerivationScheme& scheme)
{
    return scheme.kind == wallet::SchemeKind::RawEntropySeed ? std::string("words") : scheme.path.toString();
}

Json stateOf(Knowledge state)
{
    switch (state) {
    case Knowledge::Known:
    case Knowledge::Stale:
        return nullptr;
    case Knowledge::NotOffered:
        return "notOffered";
    case Knowledge::ShapeChanged:
        return "shapeChanged";
    case Knowledge::NeverAsked:
    case Knowledge::Unreachable:
        break;
    }
    return "unreachable";
}

/// What each address holds; a figure that nobody told is null, and `unknown` says why.
Json foundJson(const Context& context, const services::AddressReport& report)
{
    Json list = Json::array();
    for (const services::AddressUse& use : report.addresses) {
        Json unknown = Json::object();
        const auto note = [&](const char* what, Knowledge state, bool has) {
            if (!has)
                unknown[what] = stateOf(state);
        };
        note("coin", use.coin.state, use.coin.hasValue());
        note("tokens", use.tokens.state, use.tokens.hasValue());
        note("devices", use.devices.state, use.devices.hasValue());
        Json tokens;
        if (use.tokens.hasValue()) {
            tokens = Json::array();
            for (const Amount& amount : *use.tokens.value)
                tokens.push_back(amountJson(context, amount, {}));
        }
        list.push_back({{"scheme", use.account.scheme.id},
                        {"path", pathOf(use.account.scheme)},
                        {"address", use.account.address.str()},
                        {"inUse", use.isKnown() || use.isInUse() ? Json(use.isInUse()) : Json()},
                        {"coin", use.coin.hasValue() ? amountJson(context, *use.coin.value, {}) : Json()},
                        {"tokens", std::move(tokens)},
                        {"devices", use.devices.hasValue() ? Json(*use.devices.value) : Json()},
                        {"unknown", std::move(unknown)}});
    }
    return list;
}

/// Those that were named, in that order; the proposal when none was.
Result<std::vector<wallet::DerivationScheme>> chosenOf(const services::AddressReport& report,
                                                       const std::vector<std::string>& paths)
{
    std::vector<wallet::DerivationScheme> chosen;
    if (paths.empty()) {
        for (const std::size_t i : report.proposed)
            chosen.push_back(report.addresses[i].account.scheme);
        return chosen;
    }
    for (const std::string& path : paths) {
        const auto parsed = wallet::DerivationPath::parse(path);
        const auto at = std::find_if(report.addresses.begin(), report.addresses.end(), [&](const auto& use) {
            const auto& scheme = use.account.scheme;
            return scheme.id == path ||
                   (scheme.kind == wallet::SchemeKind::RawEntropySeed ? path == "words"
                                                                      : parsed && scheme.path == *parsed);
        });
        if (at == report.addresses.end())
            return fail(app::errors::kUsage, "no such path", {plainText(path, 80)});
        if (std::find(chosen.begin(), chosen.end(), at->account.scheme) == chosen.end())
            chosen.push_back(at->account.scheme);
    }
    return chosen;
}

void tellFound(const Context& context, const services::AddressReport& report)
{
    if (!report.complete)
        context.progress("Not everything could be asked: what is not known may still be in use. Look again with: "
                         "wallet addresses");
    else if (!report.anyInUse)
        context.progress("Nothing was found at any of these addresses; the standard one is taken.");
}

} // namespace

Task<Json> create(Context context, Create options)
{
    if (options.wordsOut.empty())
        co_return fail(app::errors::kUsage, "words need a place", {"--words-out FILE"});
    // Looked at before there is a wallet: one whose words could not be written would be of no use to anybody.
    std::error_code ec;
    const std::filesystem::path wordsFile = std::filesystem::absolute(options.wordsOut, ec);
    if (std::filesystem::symlink_status(wordsFile, ec).type() != std::filesystem::file_type::not_found)
        co_return fail(outpost::errors::kFileExists, "words", {options.wordsOut});
    if (!std::filesystem::is_directory(wordsFile.parent_path(), ec))
        co_return fail(outpost::errors::kFileNotFound, "folder of the words", {options.wordsOut});
    OUTPOST_CO_TRY(auto password, readNewPassword(context, context.global.passwordFile, "New password: "));
    OUTPOST_CO_TRY(const WalletId id,
                   co_await context.engine.wallets().create(options.name, std::move(password), options.words));
    OUTPOST_CO_CHECK(writeWords(context, id, options.wordsOut));
    (void)co_await context.engine.wordsFiles().note(id, wordsFile); // the file is there whether it is noted or not
    Json json{{"wallet", entryJson(*context.engine.wallets().current())},
              {"wordsFile", options.wordsOut},
              {"next", "wallet verify-backup"}};
    co_return json;
}

Task<Json> import(Context context, Import options)
{
    OUTPOST_CO_TRY(auto secret, readSecretFile(context, options.wordsFile));
    OUTPOST_CO_TRY(auto words, wallet::Mnemonic::parse(secret->span()));
    // Before anybody is asked about addresses of real money.
    if (context.engine.isDemo())
        co_return fail(outpost::errors::kDemoImportRefused);
    OUTPOST_CO_TRY(auto accounts, context.engine.wallets().scan(words));
    context.progress("Asking the networks which addresses are in use ...");
    OUTPOST_CO_TRY(const auto report,
                   co_await services::findUse(context.engine.networks(), std::move(accounts), context.cancel));
    if (!options.scheme.empty())
        options.paths.push_back(options.scheme);
    OUTPOST_CO_TRY(auto chosen, chosenOf(report, options.paths));
    if (options.paths.empty())
        tellFound(context, report);
    Json json{{"found", foundJson(context, report)},
              {"allAsked", report.complete},
              {"oldChecksum", words.checksum() == wallet::WordsChecksum::Zero}};
    if (options.lookOnly)
        co_return json;
    OUTPOST_CO_TRY(auto password, readNewPassword(context, context.global.passwordFile, "New password: "));
    OUTPOST_CO_CHECK(co_await context.engine.wallets().import(
        options.name, std::move(password), std::make_shared<wallet::Mnemonic>(std::move(words)), std::move(chosen)));
    json["wallet"] = entryJson(*context.engine.wallets().current());
    co_return json;
}

Task<Json> addresses(Context context, std::vector<std::string> paths)
{
    auto& wallets = context.engine.wallets();
    OUTPOST_CO_TRY(const WalletId id, co_await unlock(context));
    OUTPOST_CO_TRY(auto accounts, wallets.candidates(id));
    context.progress("Asking the networks which addresses are in use ...");
    OUTPOST_CO_TRY(const auto report,
                   co_await services::findUse(context.engine.networks(), std::move(accounts), context.cancel));
    if (!paths.empty()) {
        OUTPOST_CO_TRY(auto chosen, chosenOf(report, paths));
        OUTPOST_CO_CHECK(co_await wallets.keepAddresses(id, std::move(chosen)));
    } else {
        tellFound(context, report);
    }
    Json json{{"wallet", entryJson(*wallets.current())},
              {"found", foundJson(context, report)},
              {"allAsked", report.complete}};
    co_return json;
}

Task<Json> watch(Context context, Watch options)
{
    std::vector<wallet::WatchedAddress> addresses;
    for (const std::string& text : options.addresses) {
        Result<Address> parsed = fail(app::errors::kUsage, "not an address", {plainText(text)});
        for (networks::Network* network : context.engine.networks()) {
            if (auto* account = network->account(); account != nullptr && !parsed) {
                parsed = account->parseAddress(text);
                if (parsed)
                    addresses.push_back({network->id(), *parsed, {}});
            }
        }
        if (!parsed)
            co_return std::unexpected(std::move(parsed.error()));
    }
    OUTPOST_CO_CHECK(co_await context.engine.wallets().watch(options.name, std::move(addresses)));
    co_return Json{{"wallet", entryJson(*context.engine.wallets().current())}};
}

Task<Json> list(Context context)
{
    Json wallets = Json::array();
    for (const auto& entry : context.engine.wallets().wallets())
        wallets.push_back(entryJson(entry));
    // What could not be read is left out above, and must not be mistaken for what is not there.
    Json unreadable = Json::array();
    for (const Error& error : context.engine.wallets().unreadable()) {
        const auto words = app::ErrorText::of(error);
        unreadable.push_back({{"file", error.args.empty() ? std::string() : error.args.front()},
                              {"code", error.code.name},
                              {"message", words.message.toStdString()},
                              {"action", words.action.toStdString()}});
        context.progress(words.message.toStdString());
    }
    co_return Json{{"wallets", std::move(wallets)}, {"unreadable", std::move(unreadable)}};
}

Task<Json> show(Context context)
{
    OUTPOST_CO_CHECK(co_await unlock(context));
    co_return Json{{"wallet", entryJson(*context.engine.wallets().current())}};
}

Task<Json> rename(Context context, std::string name)
{
    OUTPOST_CO_TRY(const WalletId id, co_await unlock(context));
    OUTPOST_CO_CHECK(co_await context.engine.wallets().rename(id, std::move(name)));
    co_return Json{{"wallet", entryJson(*context.engine.wallets().current())}};
}

Task<Json> restore(Context context)
{
    auto& wallets = context.engine.wallets();
    const auto* current = wallets.current();
    if (current == nullptr)
        co_return fail(outpost::errors::kNoWallet);
    const WalletId id = current->id;
    OUTPOST_CO_TRY(auto password, readPassword(context, context.global.passwordFile, "Password: "));
    const auto opened = co_await wallets.unlock(id, password);
    if (opened)
        co_return Json{
            {"wallet", entryJson(*wallets.current())}, {"restoredFrom", nullptr}, {"next", "nothing was damaged"}};
    // A change in the sealed part cannot be told from another password.
    if (!opened.error().is(outpost::errors::kVaultDamaged) && !wallets.hasOtherCopy(id))
        co_return std::unexpected(opened.error());
    OUTPOST_CO_TRY(const auto copy, co_await wallets.restoreFromCopy(id, std::move(password)));
    co_return Json{
        {"wallet", entryJson(*wallets.current())}, {"restoredFrom", copy.path.string()}, {"savedAt", copy.savedAt}};
}

Task<Json> balance(Context context)
{
    app::Engine& engine = context.engine;
    OUTPOST_CO_TRY(const Address address, engine.wallets().currentAddress());
    (void)co_await engine.refreshPrices(context.cancel);
    OUTPOST_CO_TRY(const auto key, solana::PublicKey::fromBase58(address.str()));
    OUTPOST_CO_TRY(const std::uint64_t lamports,
                   co_await engine.rpc().balance(key, ledger::Commitment::Confirmed, context.cancel));
    OUTPOST_CO_TRY(const auto holdings, co_await engine.rpc().tokenAccounts(key, context.cancel));
    std::vector<Amount> amounts{{AssetId("solana:native"), Int128::fromUnsigned(lamports)}};
    int hidden = 0;
    for (const auto& holding : holdings) {
        const AssetId asset("solana:" + holding.token.mint.toBase58());
        // Tokens that nobody asked for stay out of sight and out of the total.
        if (engine.earnings().asset(asset) == nullptr)
            ++hidden;
        else
            amounts.push_back({asset, Int128::fromUnsigned(holding.token.amount)});
    }
    OUTPOST_CO_TRY(const auto prices, co_await engine.prices().latest(context.global.currency));
    Json list = Json::array();
    for (const Amount& amount : amounts)
        list.push_back(amountJson(context, amount, prices));
    OUTPOST_CO_TRY(const auto worth, co_await engine.earnings().worth(amounts, context.global.currency));
    co_return Json{{"address", address.str()},
                   {"balances", std::move(list)},
                   {"total", worthJson(context, worth, context.global.currency)["fiat"]},
                   {"unknownTokensHidden", hidden}};
}

Task<Json> receive(Context context)
{
    OUTPOST_CO_CHECK(context.engine.wallets().requireVerifiedBackup());
    OUTPOST_CO_TRY(const Address address, context.engine.wallets().currentAddress());
    co_return Json{{"address", address.str()}};
}

Task<Json> activity(Context context, int limit)
{
    OUTPOST_CO_TRY(const auto entries, co_await context.engine.activities().page({}, 0, limit));
    OUTPOST_CO_TRY(const auto prices, co_await context.engine.prices().latest(context.global.currency));
    Json list = Json::array();
    for (const auto& entry : entries) {
        Json in = Json::array();
        for (const Amount& amount : entry.in)
            in.push_back(amountJson(context, amount, prices));
        Json out = Json::array();
        for (const Amount& amount : entry.out)
            out.push_back(amountJson(context, amount, prices));
        list.push_back({{"at", timeJson(entry.at)},
                        {"kind", entry.kind},
                        {"kindSays", app::Phrase::of(entry.kind, entry.args).toStdString()},
                        {"subject", entry.subject},
                        {"received", std::move(in)},
                        {"paid", std::move(out)}});
    }
    co_return Json{{"activity", std::move(list)}};
}

Task<Json> verifyBackup(Context context, std::string wordsFile)
{
    // From a file only where nothing real is at stake: a file that holds the words proves no paper.
    if (!wordsFile.empty() && !context.engine.isDemo())
        co_return fail(app::errors::kWordsFileProvesNothing);
    if (wordsFile.empty() && !hasTerminal())
        co_return fail(app::errors::kNoTerminal, "the words are asked for one by one");
    OUTPOST_CO_TRY(const WalletId id, co_await unlock(context));
    OUTPOST_CO_TRY(const wallet::Mnemonic words, context.engine.wallets().words(id));
    if (wordsFile.empty()) {
        OUTPOST_CO_CHECK(askForWords(context, words));
    } else {
        OUTPOST_CO_TRY(const auto typed, readSecretFile(context, wordsFile));
        OUTPOST_CO_CHECK(wallet::BackupCheck::verifyAll(words, typed->span()));
    }
    OUTPOST_CO_CHECK(co_await context.engine.wallets().confirmBackup(id));
    co_return Json{{"wallet", entryJson(*context.engine.wallets().current())}};
}

Task<Json> passwd(Context context)
{
    OUTPOST_CO_TRY(const WalletId id, co_await unlock(context));
    OUTPOST_CO_TRY(auto from, readPassword(context, context.global.passwordFile, "Password: "));
    OUTPOST_CO_TRY(auto to, readNewPassword(context, context.global.newPasswordFile, "New password: "));
    OUTPOST_CO_CHECK(co_await context.engine.wallets().changePassword(id, std::move(from), std::move(to)));
    co_return Json{{"wallet", entryJson(*context.engine.wallets().current())}};
}

Task<Json> decode(Context context, std::string file)
{
    constexpr std::uint64_t kMaxText = 16u << 10;
    OUTPOST_CO_TRY(const Bytes text, context.engine.files().read(file == "-" ? "/dev/stdin" : file, kMaxText));
    std::string trimmed(asText(text));
    while (!trimmed.empty() && std::isspace(static_cast<unsigned char>(trimmed.back())) != 0)
        trimmed.pop_back();
    OUTPOST_CO_TRY(const Bytes bytes, fromBase64(trimmed, 4096));
    OUTPOST_CO_TRY(const auto transaction, solana::Transaction::parse(bytes));
    solana::DecoderRegistry registry;
    solana::addStandardDecoders(registry);
    for (networks::Network* network : context.engine.networks())
        network->addDecoders(registry);
    OUTPOST_CO_TRY(const auto decoded, solana::decodeMessage(transaction.message(), {}, {}, registry));
    Json instructions = Json::array();
    for (const auto& instruction : decoded.instructions) {
        instructions.push_back(
            {{"program", instruction.programName.empty() ? instruction.program.toBase58() : instruction.programName},
             {"name", instruction.name},
             {"sentence", instruction.sentence.id},
             {"says", sentenceJson(context, instruction.sentence)["says"]},
             {"understood", instruction.isUnderstood}});
    }
    Json dangers = Json::array();
    for (const auto danger : decoded.allDangers())
        dangers.push_back(solana::dangerName(danger));
    co_return Json{{"feePayer", decoded.feePayer.toBase58()},
                   {"understood", decoded.isFullyUnderstood()},
                   {"instructions", std::move(instructions)},
                   {"dangers", std::move(dangers)}};
}

} // namespace outpost::cli::walletCommands
