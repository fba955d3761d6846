// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/format/Phrase.h"

#include "app/format/ErrorText.h"

namespace outpost::app {

namespace {

struct Entry {
    std::string_view id;
    const char* text;
};

constexpr Entry kEntries[] = {
    {"progress.preparing", QT_TRANSLATE_NOOP("Phrase", "Preparing")},
    {"progress.connectingDevice", QT_TRANSLATE_NOOP("Phrase", "Connecting to the device")},
    {"progress.checking", QT_TRANSLATE_NOOP("Phrase", "Checking what will be signed")},
    {"progress.signing", QT_TRANSLATE_NOOP("Phrase", "Signing")},
    {"progress.sending", QT_TRANSLATE_NOOP("Phrase", "Sending")},
    {"progress.askingNetwork", QT_TRANSLATE_NOOP("Phrase", "Asking the network")},
    {"progress.waitingForNetwork",
     QT_TRANSLATE_NOOP("Phrase", "Waiting for the network; this usually takes half a minute")},
    {"progress.waitingForIndex",
     QT_TRANSLATE_NOOP("Phrase", "Waiting for the network's directory; this usually takes a minute")},

    {"operation.collect", QT_TRANSLATE_N_NOOP("Phrase", "Collect from %n device(s)")},
    {"operation.onboard", QT_TRANSLATE_NOOP("Phrase", "Register %1")},
    {"operation.place", QT_TRANSLATE_NOOP("Phrase", "Set the place of %1")},
    {"activity.collected", QT_TRANSLATE_N_NOOP("Phrase", "Collected from %n device(s)")},
    {"activity.registered", QT_TRANSLATE_NOOP("Phrase", "Registered %1")},
    {"activity.placed", QT_TRANSLATE_NOOP("Phrase", "Set the place of %1")},
    {"activity.done", QT_TRANSLATE_NOOP("Phrase", "Done")},
    {"activity.givenUp", QT_TRANSLATE_NOOP("Phrase", "Given up, with what had been paid for %1")},

    {"step.sign", QT_TRANSLATE_NOOP("Phrase", "The device signs its registration")},
    {"step.issue", QT_TRANSLATE_NOOP("Phrase", "Register the device")},
    {"step.index", QT_TRANSLATE_NOOP("Phrase", "The network's directory lists it")},
    {"step.credits", QT_TRANSLATE_NOOP("Phrase", "Buy the credits that it costs")},
    {"step.onboard", QT_TRANSLATE_NOOP("Phrase", "Set its place")},
    {"step.update", QT_TRANSLATE_NOOP("Phrase", "Set its place")},
    {"step.readback", QT_TRANSLATE_NOOP("Phrase", "Read it back from the network")},
    {"step.claim", QT_TRANSLATE_NOOP("Phrase", "Collect")},

    {"lamp.source.diagnostics", QT_TRANSLATE_NOOP("Phrase", "device diagnostics")},
    {"lamp.process.diskReadOnly", QT_TRANSLATE_NOOP("Phrase", "Firmware %1, the disk cannot be written")},
    {"lamp.process.firmwareDiskOk", QT_TRANSLATE_NOOP("Phrase", "Firmware %1, disk ok")},
    {"lamp.process.firmware", QT_TRANSLATE_NOOP("Phrase", "Firmware %1")},
    {"lamp.network.connected", QT_TRANSLATE_NOOP("Phrase", "Connected, address %1")},
    {"lamp.network.noAddress", QT_TRANSLATE_NOOP("Phrase", "Not connected; no internet address")},
    {"lamp.network.notConnected", QT_TRANSLATE_NOOP("Phrase", "Not connected, although it has the address %1")},

    {"problem.notOnboarded", QT_TRANSLATE_NOOP("Phrase", "Registered, but its place was never set.")},

    {"problem.notYours", QT_TRANSLATE_NOOP("Phrase", "It does not belong to your wallet any more.")},
    {"problem.earnsNothing", QT_TRANSLATE_NOOP("Phrase", "Earns nothing, although it usually does.")},
    {"problem.earnsLess", QT_TRANSLATE_NOOP("Phrase", "Earns far less than usual.")},
    {"activity.wentOffline", QT_TRANSLATE_NOOP("Phrase", "%1 stopped earning")},

    {"left.sourcesDisagree", QT_TRANSLATE_NOOP("Phrase", "Two sources disagree about what it earned")},
    {"left.paysSomebodyElse", QT_TRANSLATE_NOOP("Phrase", "What it earns goes to another account")},
    {"left.tooSmall", QT_TRANSLATE_NOOP("Phrase", "Less than the network fee")},
    {"left.otherAddress",
     QT_TRANSLATE_NOOP("Phrase", "It belongs to another address of this wallet; receive there to collect it")},
    {"left.otherWallet", QT_TRANSLATE_NOOP("Phrase", "It belongs to another wallet; open that one to collect it")},
    {"left.poolLimit", QT_TRANSLATE_NOOP("Phrase", "The network's pool pays no more today; the rest waits")},

    {"source.earnings", QT_TRANSLATE_NOOP("Phrase", "earnings")},
    {"source.claimable", QT_TRANSLATE_NOOP("Phrase", "what is ready to collect")},
    {"source.prices", QT_TRANSLATE_NOOP("Phrase", "prices")},
    {"source.ledger", QT_TRANSLATE_NOOP("Phrase", "what addresses hold")},
    {"source.directory", QT_TRANSLATE_NOOP("Phrase", "list of devices")},

    {"purpose.chain", QT_TRANSLATE_NOOP("Phrase", "Balances, sending and checking transactions")},
    {"purpose.secondOpinion", QT_TRANSLATE_NOOP("Phrase", "A second opinion before each signature")},
    {"purpose.directory", QT_TRANSLATE_NOOP("Phrase", "List of your devices")},
    {"purpose.onboarding", QT_TRANSLATE_NOOP("Phrase", "Registering devices")},
    {"purpose.deviceCheck", QT_TRANSLATE_NOOP("Phrase", "Checking a device's signature when it is registered")},
    {"purpose.prices", QT_TRANSLATE_NOOP("Phrase", "Prices")},
    {"purpose.rewards", QT_TRANSLATE_NOOP("Phrase", "What devices earned")},
    {"purpose.tiles", QT_TRANSLATE_NOOP("Phrase", "Pictures for the map; sees which places you look at")},
    {"purpose.addresses", QT_TRANSLATE_NOOP("Phrase", "Search for addresses; sees what you look for")},
    {"purpose.demo", QT_TRANSLATE_NOOP("Phrase", "The demo network on this computer")},

    {"price.fixedByNetwork", QT_TRANSLATE_NOOP("Phrase", "fixed by the network")},

    {"cost.networkFee", QT_TRANSLATE_NOOP("Phrase", "Network fee")},
    {"cost.priorityFee", QT_TRANSLATE_NOOP("Phrase", "Network fee for a fast place in the queue")},
    {"cost.oneTimeDeposit", QT_TRANSLATE_NOOP("Phrase", "One-time deposit")},
    {"cost.refundableDeposit", QT_TRANSLATE_NOOP("Phrase", "Refundable deposit")},
    {"cost.registrationFee", QT_TRANSLATE_NOOP("Phrase", "Registering")},
    {"cost.placeFee", QT_TRANSLATE_NOOP("Phrase", "Setting the place")},

    {"status.working", QT_TRANSLATE_NOOP("Phrase", "Working")},
    {"status.check", QT_TRANSLATE_NOOP("Phrase", "Check")},
    {"status.offline", QT_TRANSLATE_NOOP("Phrase", "Offline")},
    {"status.notSetUp", QT_TRANSLATE_NOOP("Phrase", "Not set up")},

    {"lampKind.thisComputer", QT_TRANSLATE_NOOP("Phrase", "This computer")},
    {"lampKind.process", QT_TRANSLATE_NOOP("Phrase", "Process")},
    {"lampKind.radioAndKey", QT_TRANSLATE_NOOP("Phrase", "Radio and key")},
    {"lampKind.network", QT_TRANSLATE_NOOP("Phrase", "Network")},
    {"lampKind.earning", QT_TRANSLATE_NOOP("Phrase", "Earning")},

    {"state.planned", QT_TRANSLATE_NOOP("Phrase", "Planned")},
    {"state.approved", QT_TRANSLATE_NOOP("Phrase", "Approved")},
    {"state.awaitingSignature", QT_TRANSLATE_NOOP("Phrase", "Waits for its signature")},
    {"state.signed", QT_TRANSLATE_NOOP("Phrase", "Signed, not sent yet")},
    {"state.sent", QT_TRANSLATE_NOOP("Phrase", "Sent")},
    {"state.unknown", QT_TRANSLATE_NOOP("Phrase", "Sent; not known yet whether it happened")},
    {"state.confirmed", QT_TRANSLATE_NOOP("Phrase", "Confirmed")},
    {"state.finalised", QT_TRANSLATE_NOOP("Phrase", "Final")},
    {"state.done", QT_TRANSLATE_NOOP("Phrase", "Done")},
    {"state.failed", QT_TRANSLATE_NOOP("Phrase", "Failed")},
    {"state.expired", QT_TRANSLATE_NOOP("Phrase", "Not sent in time")},
    {"state.cancelled", QT_TRANSLATE_NOOP("Phrase", "Stopped")},
    {"state.partlyDone", QT_TRANSLATE_NOOP("Phrase", "Partly done")},

    {"locked.idle", QT_TRANSLATE_NOOP("Phrase", "Locked because nobody used it for a while.")},
    {"locked.asked", QT_TRANSLATE_NOOP("Phrase", "Locked.")},
    {"locked.sleep", QT_TRANSLATE_NOOP("Phrase", "Locked because the computer was asleep.")},
    {"locked.session", QT_TRANSLATE_NOOP("Phrase", "Locked together with the screen.")},

    {"danger.assignsAccount", QT_TRANSLATE_NOOP("Phrase", "It hands your account to a program.")},
    {"danger.changesAuthority", QT_TRANSLATE_NOOP("Phrase", "It gives control of an account to somebody else.")},
    {"danger.delegatesTokens", QT_TRANSLATE_NOOP("Phrase", "It lets somebody else spend your tokens.")},
    {"danger.delegatesAsset", QT_TRANSLATE_NOOP("Phrase", "It lets somebody else transfer a device of yours.")},
    {"danger.durableNonce", QT_TRANSLATE_NOOP("Phrase", "It could be sent at any later time.")},
    {"danger.closesAccount", QT_TRANSLATE_NOOP("Phrase", "It closes an account.")},
    {"danger.burnsTokens", QT_TRANSLATE_NOOP("Phrase", "It destroys tokens.")},
    {"danger.redirectsEarnings", QT_TRANSLATE_NOOP("Phrase", "It sends what a device earns to somebody else.")},
    {"danger.unlimitedAmount", QT_TRANSLATE_NOOP("Phrase", "It names no limit for the amount.")},
    {"danger.unknownProgram", QT_TRANSLATE_NOOP("Phrase", "It calls a program that Outpost does not know.")},
    {"danger.unknownInstruction",
     QT_TRANSLATE_NOOP("Phrase", "It has an instruction that Outpost does not understand.")},
    {"danger.foreignFeePayer", QT_TRANSLATE_NOOP("Phrase", "Somebody else pays the network fee.")},

    // Sentences of decoders; names in braces are placeholders and stay as they are.
    {"system.transfer", QT_TRANSLATE_NOOP("Phrase", "Send {amount} from {from} to {to}")},
    {"system.assign", QT_TRANSLATE_NOOP("Phrase", "Hand the account {account} to the program {program}")},
    {"system.createAccount", QT_TRANSLATE_NOOP("Phrase", "Open the account {account} with {amount} in it")},
    {"system.advanceNonce",
     QT_TRANSLATE_NOOP("Phrase", "Use the stored number of {account}, so that it can be sent later")},
    {"token.transfer", QT_TRANSLATE_NOOP("Phrase", "Send {amount} from {from} to {to}")},
    {"token.approve", QT_TRANSLATE_NOOP("Phrase", "Let {delegate} spend up to {amount} of {account}")},
    {"token.revoke", QT_TRANSLATE_NOOP("Phrase", "Let nobody else spend from {account} any more")},
    {"token.setAuthority", QT_TRANSLATE_NOOP("Phrase", "Give control of {account} to {authority}")},
    {"token.burn", QT_TRANSLATE_NOOP("Phrase", "Destroy {amount} of {account}")},
    {"token.closeAccount", QT_TRANSLATE_NOOP("Phrase", "Close the account {account}; its deposit goes to {to}")},
    {"token.syncNative", QT_TRANSLATE_NOOP("Phrase", "Bring the figure of {account} up to date")},
    {"associatedToken.create",
     QT_TRANSLATE_NOOP("Phrase", "Open an account of {owner} for {mint}, unless it is there")},
    {"memo.write", QT_TRANSLATE_NOOP("Phrase", "Note: {text}")},
    {"computeBudget.unitLimit", QT_TRANSLATE_NOOP("Phrase", "Reckon at most {value} units")},
    {"computeBudget.unitPrice", QT_TRANSLATE_NOOP("Phrase", "Offer {value} millionths of a lamport per unit")},
    {"computeBudget.loadedAccountsLimit", QT_TRANSLATE_NOOP("Phrase", "Load at most {value} bytes")},
    {"lookupTable.create", QT_TRANSLATE_NOOP("Phrase", "Open the address list {table}")},
    {"lookupTable.extend", QT_TRANSLATE_NOOP("Phrase", "Add {count} addresses to the list {table}")},
    {"lookupTable.deactivate", QT_TRANSLATE_NOOP("Phrase", "Retire the address list {table}")},
    {"lookupTable.close", QT_TRANSLATE_NOOP("Phrase", "Close the address list {table}; its deposit goes to {to}")},
    {"ed25519.verify", QT_TRANSLATE_NOOP("Phrase", "Check a signed statement of {signer}")},
    {"unknown.program", QT_TRANSLATE_NOOP("Phrase", "Call the program {program}, which Outpost does not know")},
    {"unknown.instruction",
     QT_TRANSLATE_NOOP("Phrase", "Do something with the program {program} that Outpost does not understand")},
    {"device.register", QT_TRANSLATE_NOOP("Phrase", "Register {device} for {owner}")},
    {"device.onboard", QT_TRANSLATE_NOOP("Phrase", "Record the place of the device that belongs to {owner}")},
    {"device.updatePlace", QT_TRANSLATE_NOOP("Phrase", "Set the place of the device that belongs to {owner}")},
    {"rewards.open", QT_TRANSLATE_NOOP("Phrase", "Open the earnings record {recipient}")},
    {"rewards.pay", QT_TRANSLATE_NOOP("Phrase", "Pay what the device earned, in {mint}, to {to}")},
    {"rewards.redirect", QT_TRANSLATE_NOOP("Phrase", "Send what {recipient} earns to {to} from now on")},
    {"rewards.setTotal", QT_TRANSLATE_NOOP("Phrase", "Record that the device has earned {total} in all")},
    {"credits.mint", QT_TRANSLATE_NOOP("Phrase", "Turn {paid} into {credits} for {to}")},
    {"asset.transfer", QT_TRANSLATE_NOOP("Phrase", "Transfer the device {asset} from {from} to {to}")},
};

const Entry* find(std::string_view id)
{
    const auto found =
        std::find_if(std::begin(kEntries), std::end(kEntries), [&](const Entry& entry) { return entry.id == id; });
    return found == std::end(kEntries) ? nullptr : found;
}

/// "solana:native" and "solana:<mint>" are how Outpost names the chain's assets.
const Asset* assetOf(std::string_view mint, std::span<const Asset> assets)
{
    const auto found = std::find_if(assets.begin(), assets.end(), [&](const Asset& asset) {
        return asset.id.str().ends_with(":" + std::string(mint));
    });
    return found == assets.end() ? nullptr : &*found;
}

QString spell(const solana::ArgValue& value, const Format& format, std::span<const Asset> assets)
{
    struct Speller {
        const Format& format;
        std::span<const Asset> assets;
        QString operator()(const std::string& text) const { return shownText(text); }
        QString operator()(Int128 number) const { return toQString(number.toString()); }
        QString operator()(const solana::PublicKey& key) const
        {
            const std::string text = key.toBase58();
            const Asset* asset = assetOf(text, assets);
            return asset ? toQString(asset->symbol) : Format::shortAddress(Address(text));
        }
        QString operator()(const solana::Lamports& lamports) const
        {
            constexpr int kNativeDecimals = 9;
            const Asset* native = assetOf("native", assets);
            const Asset fallback{AssetId("solana:native"), "SOL", "SOL", kNativeDecimals};
            const Asset& asset = native ? *native : fallback;
            return format.amountExact({asset.id, lamports.amount}, asset);
        }
        QString operator()(const solana::TokenQuantity& quantity) const
        {
            if (const Asset* asset = quantity.mint ? assetOf(quantity.mint->toBase58(), assets) : nullptr)
                return format.amountExact({asset->id, quantity.amount}, *asset);
            const QString mint =
                quantity.mint ? Format::shortAddress(Address(quantity.mint->toBase58())) : Format::unknown();
            return toQString(decimalText(quantity.amount, quantity.decimals.value_or(0))) + u' ' + mint;
        }
    };
    return std::visit(Speller{format, assets}, value);
}

QString plain(std::string_view id)
{
    const Entry* entry = find(id);
    return entry ? QCoreApplication::translate("Phrase", entry->text) : toQString(id);
}

} // namespace

QString Phrase::of(std::string_view id, const std::vector<std::string>& args)
{
    if (const Entry* entry = find(id)) {
        if (std::string_view(entry->text).find("%n") != std::string_view::npos) {
            const int n = args.empty() ? 0 : toQString(args.front()).toInt();
            return QCoreApplication::translate("Phrase", entry->text, nullptr, n);
        }
        return filled(QCoreApplication::translate("Phrase", entry->text), args);
    }
    if (const auto* text = ErrorText::networkText(id))
        return filled(QCoreApplication::translate("Network", text->text), args);
    return toQString(id);
}

bool Phrase::knows(std::string_view id)
{
    return find(id) != nullptr || ErrorText::networkText(id) != nullptr;
}

QString Phrase::of(const solana::Sentence& sentence, const Format& format, std::span<const Asset> assets)
{
    const QString pattern = plain(sentence.id);
    QString out;
    for (qsizetype i = 0; i < pattern.size();) {
        const qsizetype open = pattern.indexOf(u'{', i);
        const qsizetype close = open < 0 ? -1 : pattern.indexOf(u'}', open);
        if (close < 0) {
            out += QStringView(pattern).sliced(i);
            break;
        }
        out += QStringView(pattern).sliced(i, open - i);
        const auto* value = sentence.find(pattern.sliced(open + 1, close - open - 1).toStdString());
        out += value ? spell(*value, format, assets) : Format::unknown();
        i = close + 1;
    }
    return out;
}

QString Phrase::of(solana::Danger danger)
{
    return plain("danger." + std::string(solana::dangerName(danger)));
}

QString Phrase::of(CostLine::Kind kind)
{
    constexpr std::string_view kIds[] = {"cost.networkFee",        "cost.priorityFee",     "cost.oneTimeDeposit",
                                         "cost.refundableDeposit", "cost.registrationFee", "cost.placeFee"};
    return plain(kIds[static_cast<std::size_t>(kind)]);
}

QString Phrase::of(DeviceStatus status)
{
    constexpr std::string_view kIds[] = {"status.working", "status.check", "status.offline", "status.notSetUp"};
    return plain(kIds[static_cast<std::size_t>(status)]);
}

QString Phrase::of(OperationState state)
{
    constexpr std::string_view kIds[] = {
        "state.planned", "state.approved",  "state.awaitingSignature", "state.signed", "state.sent",
        "state.unknown", "state.confirmed", "state.finalised",         "state.done",   "state.failed",
        "state.expired", "state.cancelled", "state.partlyDone"};
    return plain(kIds[static_cast<std::size_t>(state)]);
}

QString Phrase::of(wallet::LockReason reason)
{
    constexpr std::string_view kIds[] = {"locked.idle", "locked.asked", "locked.sleep", "locked.session"};
    return plain(kIds[static_cast<std::size_t>(reason)]);
}

QString Phrase::of(Lamp::Kind kind)
{
    constexpr std::string_view kIds[] = {"lampKind.thisComputer", "lampKind.process", "lampKind.radioAndKey",
                                         "lampKind.network", "lampKind.earning"};
    return plain(kIds[static_cast<std::size_t>(kind)]);
}

} // namespace outpost::app
