// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/format/ErrorText.h"

#include "app/format/Phrase.h"

#include <QCoreApplication>

namespace outpost::app {

namespace {

struct Entry {
    std::string_view code;
    const char* message;
    const char* action;
};

constexpr Entry kEntries[] = {
    {"base.internal", QT_TRANSLATE_NOOP("Error", "Something went wrong inside Outpost."),
     QT_TRANSLATE_NOOP("Error", "Try again; if it stays, report it with what you did.")},
    {"base.cancelled", QT_TRANSLATE_NOOP("Error", "Stopped."),
     QT_TRANSLATE_NOOP("Error", "Start again whenever you like.")},
    {"base.overflow", QT_TRANSLATE_NOOP("Error", "A figure is larger than Outpost can reckon with."),
     QT_TRANSLATE_NOOP("Error", "Check the amount.")},
    {"base.malformed", QT_TRANSLATE_NOOP("Error", "This is not in a form that Outpost can read."),
     QT_TRANSLATE_NOOP("Error", "Check what you entered.")},
    {"base.tooLong", QT_TRANSLATE_NOOP("Error", "This is longer than Outpost accepts."),
     QT_TRANSLATE_NOOP("Error", "Shorten it, or take a part at a time.")},
    {"base.fileNotFound", QT_TRANSLATE_NOOP("Error", "There is no such file."),
     QT_TRANSLATE_NOOP("Error", "Check the name and the folder.")},
    {"base.fileExists", QT_TRANSLATE_NOOP("Error", "There is a file of this name already."),
     QT_TRANSLATE_NOOP("Error", "Choose another name.")},
    {"base.fileDenied", QT_TRANSLATE_NOOP("Error", "This computer does not let Outpost use that file."),
     QT_TRANSLATE_NOOP("Error", "Check who may read and write the folder.")},
    {"base.diskFull", QT_TRANSLATE_NOOP("Error", "The disk is full."),
     QT_TRANSLATE_NOOP("Error", "Free some space, then try again.")},
    {"base.fileFailed", QT_TRANSLATE_NOOP("Error", "Reading or writing a file failed."),
     QT_TRANSLATE_NOOP("Error", "Check the disk, then try again.")},

    {"codec.truncated", QT_TRANSLATE_NOOP("Error", "What was received is cut off."),
     QT_TRANSLATE_NOOP("Error", "Try again.")},
    {"codec.trailing", QT_TRANSLATE_NOOP("Error", "What was received has more in it than it should."),
     QT_TRANSLATE_NOOP("Error", "Try again; if it stays, look for an update.")},
    {"codec.invalid", QT_TRANSLATE_NOOP("Error", "What was received cannot be read."),
     QT_TRANSLATE_NOOP("Error", "Try again; if it stays, look for an update.")},
    {"codec.tooLong", QT_TRANSLATE_NOOP("Error", "What was received is longer than Outpost accepts."),
     QT_TRANSLATE_NOOP("Error", "Try again later.")},
    {"codec.notJson", QT_TRANSLATE_NOOP("Error", "The answer is not in the form that was promised."),
     QT_TRANSLATE_NOOP("Error", "Try again later.")},
    {"codec.shape", QT_TRANSLATE_NOOP("Error", "The answer lacks a part that Outpost needs: %1."),
     QT_TRANSLATE_NOOP("Error", "Try again later; if it stays, look for an update.")},
    {"codec.notANumber", QT_TRANSLATE_NOOP("Error", "The answer has words where a number belongs."),
     QT_TRANSLATE_NOOP("Error", "Try again later.")},
    {"codec.notAPlace", QT_TRANSLATE_NOOP("Error", "This is not a place that Outpost can read."),
     QT_TRANSLATE_NOOP("Error", "Enter latitude and longitude, for instance 52.3702, 4.8832.")},

    {"address.notAgreed", QT_TRANSLATE_NOOP("Error", "You have not agreed yet to ask %1 for addresses."),
     QT_TRANSLATE_NOOP("Error", "Look for an address in the window, or name the server with --search-host.")},
    {"address.off", QT_TRANSLATE_NOOP("Error", "The search for addresses is switched off."),
     QT_TRANSLATE_NOOP("Error", "Name a server in Settings, or give latitude and longitude.")},
    {"address.badServer", QT_TRANSLATE_NOOP("Error", "This is not a server for addresses."),
     QT_TRANSLATE_NOOP("Error", "Write it like https://photon.komoot.io/api/.")},
    {"address.demoServer",
     QT_TRANSLATE_NOOP("Error", "On the demo nothing leaves this computer: only a server on it can be asked."),
     QT_TRANSLATE_NOOP("Error", "Take https://photon.komoot.io/api/, in whose place the demo answers.")},
    {"address.notOne", QT_TRANSLATE_NOOP("Error", "This is not an address that can be looked for."),
     QT_TRANSLATE_NOOP("Error", "Write street, number and town, in at most 200 letters.")},
    {"address.nothingFound", QT_TRANSLATE_NOOP("Error", "%1 knows no such address."),
     QT_TRANSLATE_NOOP("Error", "Write less of it, such as street and town, or give latitude and longitude.")},
    {"address.several", QT_TRANSLATE_NOOP("Error", "%1 knows %2 places that fit."),
     QT_TRANSLATE_NOOP("Error", "Write more of the address, or take one of them by its latitude and longitude.")},

    {"wallet.wrongPassword", QT_TRANSLATE_NOOP("Error", "The password is wrong."),
     QT_TRANSLATE_NOOP("Error", "Type it again. Without it only the recovery words open the wallet.")},
    {"wallet.vaultDamaged", QT_TRANSLATE_NOOP("Error", "The wallet's file is damaged: %1"),
     QT_TRANSLATE_NOOP("Error", "Restore the wallet from its recovery words, or put a copy of the file back.")},
    {"wallet.vaultTooNew", QT_TRANSLATE_NOOP("Error", "The wallet was written by a newer Outpost."),
     QT_TRANSLATE_NOOP("Error", "Update Outpost.")},
    {"wallet.vaultExists", QT_TRANSLATE_NOOP("Error", "There is a wallet already: %1"),
     QT_TRANSLATE_NOOP("Error", "Use it, or choose another name.")},
    {"wallet.vaultMissing", QT_TRANSLATE_NOOP("Error", "The wallet's file is gone: %1"),
     QT_TRANSLATE_NOOP("Error", "Put it back, or restore the wallet from its recovery words.")},
    {"wallet.vaultChangedOnDisk", QT_TRANSLATE_NOOP("Error", "Another program changed the wallet's file."),
     QT_TRANSLATE_NOOP("Error", "Lock the wallet, unlock it again and repeat the change.")},
    {"wallet.vaultIsDemo", QT_TRANSLATE_NOOP("Error", "This wallet belongs to the demo and cannot hold real money."),
     QT_TRANSLATE_NOOP("Error", "Start Outpost with --demo to use it.")},
    {"wallet.vaultIsReal", QT_TRANSLATE_NOOP("Error", "This wallet holds real money and is not opened on the demo."),
     QT_TRANSLATE_NOOP("Error", "Start Outpost without --demo to use it.")},
    {"wallet.vaultParametersWeak",
     QT_TRANSLATE_NOOP("Error", "The wallet's file is protected more weakly than Outpost allows."),
     QT_TRANSLATE_NOOP("Error", "Restore the wallet from its recovery words.")},
    {"wallet.vaultParametersTooCostly",
     QT_TRANSLATE_NOOP("Error", "Opening the wallet needs more memory than this computer should spend."),
     QT_TRANSLATE_NOOP("Error", "Open it on the computer that made it, or restore it from its recovery words.")},
    {"wallet.contentInvalid", QT_TRANSLATE_NOOP("Error", "The wallet holds something that Outpost cannot use."),
     QT_TRANSLATE_NOOP("Error", "Check the name and the addresses.")},
    {"wallet.outOfMemory", QT_TRANSLATE_NOOP("Error", "There is not enough free memory to open the wallet."),
     QT_TRANSLATE_NOOP("Error", "Close other programs, then try again.")},
    {"wallet.passwordEmpty", QT_TRANSLATE_NOOP("Error", "There is no password yet."),
     QT_TRANSLATE_NOOP("Error", "Type one.")},
    {"wallet.passwordNotText", QT_TRANSLATE_NOOP("Error", "The password has signs in it that are not text."),
     QT_TRANSLATE_NOOP("Error", "Type it again.")},
    {"wallet.passwordTooLong", QT_TRANSLATE_NOOP("Error", "The password is too long."),
     QT_TRANSLATE_NOOP("Error", "Choose a shorter one.")},
    {"wallet.passwordTooWeak", QT_TRANSLATE_NOOP("Error", "The password is too easy to guess."),
     QT_TRANSLATE_NOOP("Error", "Make it longer; four random words are good.")},
    {"wallet.tooManyTries", QT_TRANSLATE_NOOP("Error", "Too many wrong passwords. Wait %1 s."),
     QT_TRANSLATE_NOOP("Error", "Or restore the wallet from its recovery words.")},
    {"wallet.wordCount", QT_TRANSLATE_NOOP("Error", "There are %1 words; a wallet has 12, 15, 18, 21 or 24."),
     QT_TRANSLATE_NOOP("Error", "Check that none is missing.")},
    {"wallet.wordUnknown", QT_TRANSLATE_NOOP("Error", "Word %1 is not one of the recovery words."),
     QT_TRANSLATE_NOOP("Error", "Compare it with what you wrote down.")},
    {"wallet.wordAmbiguous", QT_TRANSLATE_NOOP("Error", "Word %1 could be more than one word."),
     QT_TRANSLATE_NOOP("Error", "Type it in full.")},
    {"wallet.wordsChecksum", QT_TRANSLATE_NOOP("Error", "The words do not belong together."),
     QT_TRANSLATE_NOOP("Error", "One is wrong or two changed places; compare them with what you wrote down.")},
    {"wallet.demoImportRefused", QT_TRANSLATE_NOOP("Error", "The demo takes no recovery words of a real wallet."),
     QT_TRANSLATE_NOOP("Error", "Start Outpost without --demo to restore a wallet.")},
    {"wallet.wrongPassphrase", QT_TRANSLATE_NOOP("Error", "The extra passphrase is wrong."),
     QT_TRANSLATE_NOOP("Error", "Type it again.")},
    {"wallet.backupNotVerified",
     QT_TRANSLATE_NOOP("Error", "You have not shown yet that you wrote the recovery words down."),
     QT_TRANSLATE_NOOP("Error", "Check the words first; it takes a minute.")},
    {"wallet.backupCheckFailed", QT_TRANSLATE_NOOP("Error", "Word %1 is not the one that was shown."),
     QT_TRANSLATE_NOOP("Error", "Compare it with what you wrote down.")},
    {"wallet.pathInvalid", QT_TRANSLATE_NOOP("Error", "This derivation path cannot be read."),
     QT_TRANSLATE_NOOP("Error", "Write it like m/44'/501'/0'/0'.")},
    {"wallet.derivationImpossible", QT_TRANSLATE_NOOP("Error", "No key can be derived from these words in this way."),
     QT_TRANSLATE_NOOP("Error", "Choose another way.")},
    {"wallet.locked", QT_TRANSLATE_NOOP("Error", "The wallet is locked."), QT_TRANSLATE_NOOP("Error", "Unlock it.")},
    {"wallet.watchOnly", QT_TRANSLATE_NOOP("Error", "This wallet only watches: its key is elsewhere."),
     QT_TRANSLATE_NOOP("Error", "Restore the wallet from its recovery words to act with it.")},
    {"wallet.approvalExpired", QT_TRANSLATE_NOOP("Error", "Your approval is too old."),
     QT_TRANSLATE_NOOP("Error", "Look at the review once more and approve it again.")},
    {"wallet.approvalMismatch", QT_TRANSLATE_NOOP("Error", "What was to be signed is not what you approved."),
     QT_TRANSLATE_NOOP("Error", "Nothing was signed. Start again.")},
    {"wallet.noSuchAccount", QT_TRANSLATE_NOOP("Error", "No wallet here has this account."),
     QT_TRANSLATE_NOOP("Error", "Check the address.")},

    {"solana.malformed", QT_TRANSLATE_NOOP("Error", "The transaction cannot be read."),
     QT_TRANSLATE_NOOP("Error", "Nothing was signed. Try again.")},
    {"solana.tooLarge", QT_TRANSLATE_NOOP("Error", "The transaction is larger than the network takes."),
     QT_TRANSLATE_NOOP("Error", "Take fewer devices at a time.")},
    {"solana.tooManyAccounts",
     QT_TRANSLATE_NOOP("Error", "The transaction touches more accounts than the network takes."),
     QT_TRANSLATE_NOOP("Error", "Take fewer devices at a time.")},
    {"solana.unsupportedVersion",
     QT_TRANSLATE_NOOP("Error", "The transaction is of a version that Outpost does not know."),
     QT_TRANSLATE_NOOP("Error", "Look for an update.")},
    {"solana.lookupTableMissing",
     QT_TRANSLATE_NOOP("Error", "An address list that the transaction names is not there."),
     QT_TRANSLATE_NOOP("Error", "Try again in a minute.")},
    {"solana.notASigner", QT_TRANSLATE_NOOP("Error", "This wallet's signature is not asked for."),
     QT_TRANSLATE_NOOP("Error", "Nothing was signed. Start again.")},
    {"solana.badSignature", QT_TRANSLATE_NOOP("Error", "A signature in the transaction is wrong."),
     QT_TRANSLATE_NOOP("Error", "Nothing was sent. Start again.")},
    {"solana.badAccountData",
     QT_TRANSLATE_NOOP("Error", "The network's records have a form that this version does not know."),
     QT_TRANSLATE_NOOP("Error", "Try again later; if it stays, look for an update.")},
    {"solana.differsFromPlan",
     QT_TRANSLATE_NOOP("Error", "A server built another transaction than the one that was planned."),
     QT_TRANSLATE_NOOP("Error", "Nothing was signed. Try again later.")},

    {"net.unreachable", QT_TRANSLATE_NOOP("Error", "%1 cannot be reached."),
     QT_TRANSLATE_NOOP("Error", "Check the internet connection; Outpost tries again by itself.")},
    {"net.timeout", QT_TRANSLATE_NOOP("Error", "%1 did not answer in time."),
     QT_TRANSLATE_NOOP("Error", "Try again in a minute.")},
    {"net.tls", QT_TRANSLATE_NOOP("Error", "%1 cannot prove that it is the server it should be."),
     QT_TRANSLATE_NOOP("Error", "Check the clock of this computer; in a foreign network, use another one.")},
    {"net.tooLarge", QT_TRANSLATE_NOOP("Error", "%1 sent more than Outpost accepts."),
     QT_TRANSLATE_NOOP("Error", "Try again later.")},
    {"net.notAllowed", QT_TRANSLATE_NOOP("Error", "Outpost does not connect to this address: %1"),
     QT_TRANSLATE_NOOP("Error", "Use an address that begins with https.")},
    {"net.hostNotListed", QT_TRANSLATE_NOOP("Error", "%1 is not among the hosts that Outpost may talk to."),
     QT_TRANSLATE_NOOP("Error", "Settings lists them all.")},
    {"net.tooManyRedirects", QT_TRANSLATE_NOOP("Error", "%1 sends from one address to the next."),
     QT_TRANSLATE_NOOP("Error", "Try again later.")},
    {"net.rateLimited", QT_TRANSLATE_NOOP("Error", "%1 asks for a pause."),
     QT_TRANSLATE_NOOP("Error", "Wait a minute; your own node in Settings has no such limit.")},
    {"net.status4xx", QT_TRANSLATE_NOOP("Error", "%1 refused the question (%2)."),
     QT_TRANSLATE_NOOP("Error", "Check the address in Settings.")},
    {"net.status5xx", QT_TRANSLATE_NOOP("Error", "%1 has a problem of its own (%2)."),
     QT_TRANSLATE_NOOP("Error", "Try again later.")},
    {"net.statusOther", QT_TRANSLATE_NOOP("Error", "%1 gave an answer that Outpost does not expect (%2)."),
     QT_TRANSLATE_NOOP("Error", "Try again later.")},
    {"net.garbage", QT_TRANSLATE_NOOP("Error", "%1 answered something that Outpost does not understand."),
     QT_TRANSLATE_NOOP("Error", "Try again later; if it stays, look for an update.")},
    {"net.rpcError", QT_TRANSLATE_NOOP("Error", "%1 answered with an error (%2): %3"),
     QT_TRANSLATE_NOOP("Error", "Try again, or use another node in Settings.")},
    {"net.proxy", QT_TRANSLATE_NOOP("Error", "The proxy %1 cannot be reached."),
     QT_TRANSLATE_NOOP("Error", "Check it in Settings, or switch it off.")},
    {"net.proxyLogin", QT_TRANSLATE_NOOP("Error", "The proxy %1 wants a name and a password, or others."),
     QT_TRANSLATE_NOOP("Error", "Enter them in Settings; Outpost keeps them until it ends.")},

    {"ledger.refused", QT_TRANSLATE_NOOP("Error", "Not sent: %1 would not take it (%2)."),
     QT_TRANSLATE_NOOP("Error", "Start again; nothing was paid.")},
    {"ledger.blockhashNotFound",
     QT_TRANSLATE_NOOP("Error", "Not sent: it took too long between approving and sending."),
     QT_TRANSLATE_NOOP("Error", "Start again; nothing was paid.")},
    {"ledger.behind", QT_TRANSLATE_NOOP("Error", "%1 is behind the network."),
     QT_TRANSLATE_NOOP("Error", "Try again in a minute.")},
    {"ledger.notIndexed", QT_TRANSLATE_NOOP("Error", "%1 does not know this yet."),
     QT_TRANSLATE_NOOP("Error", "New entries take up to a minute; try again then.")},
    {"ledger.disagree", QT_TRANSLATE_NOOP("Error", "%1 and %2 disagree about an account."),
     QT_TRANSLATE_NOOP("Error", "Nothing was signed. Try again in a minute.")},
    {"ledger.noAccount", QT_TRANSLATE_NOOP("Error", "The network knows no such account: %1"),
     QT_TRANSLATE_NOOP("Error", "Check the address.")},
    {"ledger.unsettled",
     QT_TRANSLATE_NOOP("Error", "The network's records kept changing while Outpost looked at them."),
     QT_TRANSLATE_NOOP("Error", "Try again.")},

    {"store.damaged", QT_TRANSLATE_NOOP("Error", "Outpost's records are damaged."),
     QT_TRANSLATE_NOOP("Error", "Restart Outpost; it takes the last good copy. Wallets are not affected.")},
    {"store.full", QT_TRANSLATE_NOOP("Error", "The disk is full; nothing more can be written down."),
     QT_TRANSLATE_NOOP("Error", "Free some space, then try again.")},
    {"store.readOnly", QT_TRANSLATE_NOOP("Error", "Outpost may not write its records."),
     QT_TRANSLATE_NOOP("Error", "Check who may write the folder.")},
    {"store.busy", QT_TRANSLATE_NOOP("Error", "Another program uses Outpost's records."),
     QT_TRANSLATE_NOOP("Error", "Close it, or try again in a moment.")},
    {"store.failed", QT_TRANSLATE_NOOP("Error", "Outpost's records cannot be read or written."),
     QT_TRANSLATE_NOOP("Error", "Check the disk, then restart Outpost.")},
    {"store.tooNew", QT_TRANSLATE_NOOP("Error", "The records were written by a newer Outpost."),
     QT_TRANSLATE_NOOP("Error", "Update Outpost.")},
    {"store.wrongWorld", QT_TRANSLATE_NOOP("Error", "Records of the demo and of the real network do not mix."),
     QT_TRANSLATE_NOOP("Error", "Choose another folder with --home.")},
    {"store.notFound", QT_TRANSLATE_NOOP("Error", "There is no such entry."),
     QT_TRANSLATE_NOOP("Error", "Check the name.")},
    {"store.badTransition", QT_TRANSLATE_NOOP("Error", "This cannot be done any more at this point."),
     QT_TRANSLATE_NOOP("Error", "Look at how it stands now.")},
    {"store.leased", QT_TRANSLATE_NOOP("Error", "Another Outpost is working on this."),
     QT_TRANSLATE_NOOP("Error", "Wait until it has finished.")},
    {"store.duplicate", QT_TRANSLATE_NOOP("Error", "The same is under way already."),
     QT_TRANSLATE_NOOP("Error", "Wait until it has finished.")},

    {"links.notFound", QT_TRANSLATE_NOOP("Error", "The device is not near."),
     QT_TRANSLATE_NOOP("Error", "Go closer and press its pairing button, if it has one.")},
    {"links.lost", QT_TRANSLATE_NOOP("Error", "The connection to the device broke."),
     QT_TRANSLATE_NOOP("Error", "Stay close and try again.")},
    {"links.timeout", QT_TRANSLATE_NOOP("Error", "The device did not answer in time."),
     QT_TRANSLATE_NOOP("Error", "Go closer, or restart the device.")},
    {"links.refused", QT_TRANSLATE_NOOP("Error", "The device refused."),
     QT_TRANSLATE_NOOP("Error", "Restart the device and try again.")},
    {"links.busy", QT_TRANSLATE_NOOP("Error", "The device is connected elsewhere."),
     QT_TRANSLATE_NOOP("Error", "Close the app on your phone, then try again.")},
    {"links.noAdapter", QT_TRANSLATE_NOOP("Error", "This computer has no Bluetooth."),
     QT_TRANSLATE_NOOP("Error", "Plug in a Bluetooth adapter.")},
    {"links.radioOff", QT_TRANSLATE_NOOP("Error", "Bluetooth is off."), QT_TRANSLATE_NOOP("Error", "Switch it on.")},
    {"links.noPermission", QT_TRANSLATE_NOOP("Error", "Outpost may not use Bluetooth."),
     QT_TRANSLATE_NOOP("Error", "Allow it in the system's settings.")},
    {"links.noCharacteristic", QT_TRANSLATE_NOOP("Error", "The device lacks a function that it should have."),
     QT_TRANSLATE_NOOP("Error", "Its firmware may be too old; ask its maker.")},
    {"links.unsupported", QT_TRANSLATE_NOOP("Error", "This computer's Bluetooth cannot do that."),
     QT_TRANSLATE_NOOP("Error", "Use another adapter.")},
    {"links.failed", QT_TRANSLATE_NOOP("Error", "Bluetooth failed."),
     QT_TRANSLATE_NOOP("Error", "Switch it off and on, then try again.")},

    {"gate.notUnderstood", QT_TRANSLATE_NOOP("Error", "Not signed: Outpost does not understand everything in it."),
     QT_TRANSLATE_NOOP("Error", "Do not sign it elsewhere unless you know what it does.")},
    {"gate.dangerous", QT_TRANSLATE_NOOP("Error", "Not signed: it would be dangerous. %1"),
     QT_TRANSLATE_NOOP("Error", "Nothing was sent. Report where it came from.")},
    {"gate.mismatch", QT_TRANSLATE_NOOP("Error", "Not signed: what it says and what it would do differ."),
     QT_TRANSLATE_NOOP("Error", "Nothing was sent. Try again later.")},
    {"gate.overLimit", QT_TRANSLATE_NOOP("Error", "Not signed: it would take more than you were shown."),
     QT_TRANSLATE_NOOP("Error", "Nothing was sent. Start again to see the new figures.")},
    {"gate.notAsPlanned", QT_TRANSLATE_NOOP("Error", "Not signed: a server built something else than was planned."),
     QT_TRANSLATE_NOOP("Error", "Nothing was sent. Try again later.")},
    {"gate.foreignFeePayer", QT_TRANSLATE_NOOP("Error", "Not signed: somebody unexpected pays the fee."),
     QT_TRANSLATE_NOOP("Error", "Nothing was sent. Try again later.")},
    {"gate.sourcesDisagree", QT_TRANSLATE_NOOP("Error", "Not signed: two servers disagree about an account."),
     QT_TRANSLATE_NOOP("Error", "Nothing was sent. Try again in a minute.")},
    {"gate.wouldFail", QT_TRANSLATE_NOOP("Error", "Not sent: the network says that it would fail (%1)."),
     QT_TRANSLATE_NOOP("Error", "Nothing was paid. Try again in a minute.")},
    {"services.notEnough", QT_TRANSLATE_NOOP("Error", "This needs %1 %3 and the wallet holds %2."),
     QT_TRANSLATE_NOOP("Error", "Send the missing amount to your receiving address.")},
    {"services.sendRefused", QT_TRANSLATE_NOOP("Error", "Not sent: %1"),
     QT_TRANSLATE_NOOP("Error", "Nothing was paid. Try again.")},
    {"services.sendFailed", QT_TRANSLATE_NOOP("Error", "Sent, but the network refused: %1"),
     QT_TRANSLATE_NOOP("Error", "Only the network fee was paid. Try again.")},
    {"services.sendUnknown", QT_TRANSLATE_NOOP("Error", "Sent, and it is not known yet whether it happened."),
     QT_TRANSLATE_NOOP("Error", "Wait; Outpost keeps asking and does not send it twice.")},
    {"services.expired", QT_TRANSLATE_NOOP("Error", "Not sent in time; it can never happen any more."),
     QT_TRANSLATE_NOOP("Error", "Start again; nothing was paid.")},
    {"services.noWallet", QT_TRANSLATE_NOOP("Error", "There is no wallet yet."),
     QT_TRANSLATE_NOOP("Error", "Make one, or restore one from its recovery words.")},
    {"services.walletLocked", QT_TRANSLATE_NOOP("Error", "The wallet is locked."),
     QT_TRANSLATE_NOOP("Error", "Unlock it.")},
    {"services.nothingToCollect", QT_TRANSLATE_NOOP("Error", "There is nothing to collect now."),
     QT_TRANSLATE_NOOP("Error", "Look again when your devices have earned something.")},
    {"services.allLeftOut", QT_TRANSLATE_NOOP("Error", "Nothing can be collected now: %1"),
     QT_TRANSLATE_NOOP("Error", "Each device's page says what can be done.")},
    {"services.notOffered", QT_TRANSLATE_NOOP("Error", "This network does not offer that."),
     QT_TRANSLATE_NOOP("Error", "The device's own page says what can be done with it.")},
    {"services.deviceAway", QT_TRANSLATE_NOOP("Error", "The device is not near this computer."),
     QT_TRANSLATE_NOOP("Error", "Go closer and press its pairing button, if it has one.")},
    {"services.unknownFlow", QT_TRANSLATE_NOOP("Error", "This Outpost cannot go on with what was begun."),
     QT_TRANSLATE_NOOP("Error", "Look for an update.")},
    {"services.tooManyAttempts", QT_TRANSLATE_NOOP("Error", "It did not succeed after many tries."),
     QT_TRANSLATE_NOOP("Error", "Try again later.")},

    {"data.damaged", QT_TRANSLATE_NOOP("Error", "This is not a whole data file of Outpost."),
     QT_TRANSLATE_NOOP("Error", "Copy it again, or export once more on the other computer.")},
    {"data.tooNew", QT_TRANSLATE_NOOP("Error", "The data file was written by a newer Outpost."),
     QT_TRANSLATE_NOOP("Error", "Update Outpost.")},
    {"data.isDemo",
     QT_TRANSLATE_NOOP("Error", "This data file comes from the demo and is not mixed with real records."),
     QT_TRANSLATE_NOOP("Error", "Start Outpost with --demo to import it.")},
    {"data.isReal", QT_TRANSLATE_NOOP("Error", "This data file has real records and is not imported into the demo."),
     QT_TRANSLATE_NOOP("Error", "Start Outpost without --demo to import it.")},
    {"data.wrongPassword", QT_TRANSLATE_NOOP("Error", "This is not the password of the data file."),
     QT_TRANSLATE_NOOP("Error", "Type the one that was chosen when it was exported.")},
    {"data.passwordsDiffer", QT_TRANSLATE_NOOP("Error", "The two passwords differ."),
     QT_TRANSLATE_NOOP("Error", "Type them again.")},

    {"app.alreadyRunning", QT_TRANSLATE_NOOP("Error", "Another Outpost window works with this folder already: %1"),
     QT_TRANSLATE_NOOP("Error", "Use that window, or choose another folder with --home.")},
    {"app.badNetworkConfig", QT_TRANSLATE_NOOP("Error", "The file with the network addresses cannot be used."),
     QT_TRANSLATE_NOOP("Error", "Check it, or start without --network-config.")},
    {"app.usage", QT_TRANSLATE_NOOP("Error", "The command cannot be run like this: %1"),
     QT_TRANSLATE_NOOP("Error", "Add --help to see how it is used.")},
    {"app.noTerminal", QT_TRANSLATE_NOOP("Error", "This has to be typed, and there is no terminal to type it in."),
     QT_TRANSLATE_NOOP("Error", "Run it in a terminal, or do it in the window.")},
    {"app.wordsFileProvesNothing",
     QT_TRANSLATE_NOOP("Error", "A file does not prove that the recovery words are written on paper."),
     QT_TRANSLATE_NOOP("Error", "Leave --words-file out; some of the words are then asked for in the terminal.")},
    {"app.notADeviceId", QT_TRANSLATE_NOOP("Error", "This is not the id of a device: %1"),
     QT_TRANSLATE_NOOP("Error", "Copy it whole from device scan or fleet list.")},
};

std::map<std::string, networks::NetworkText, std::less<>>& networkTexts()
{
    static std::map<std::string, networks::NetworkText, std::less<>> texts;
    return texts;
}

/// What has to be told as a word of its own before it is put into the sentence.
std::vector<std::string> spelledArgs(const Error& error)
{
    if (error.code.name == "gate.dangerous" && !error.args.empty())
        return {Phrase::of("danger." + error.args.front()).toStdString()};
    if (error.code.name == "services.allLeftOut") {
        QStringList reasons;
        for (const std::string& reason : error.args)
            reasons += Phrase::of(reason);
        return {reasons.join(QStringLiteral("; ")).toStdString()};
    }
    // A server's bare reason is better than a dash where the code carries no argument.
    if (error.args.empty() && !error.detail.empty() && error.code.name.starts_with("net."))
        return {error.detail};
    return error.args;
}

/// A sentence may end with something that not every source of the code knows, as ": %1", " (%2)." or a sentence of its
/// own; unknown, it is left out.
QString withoutUntold(QString pattern, const std::vector<std::string>& args)
{
    constexpr std::size_t kMost = 9;
    for (std::size_t n = kMost; n >= 1; --n) {
        if (n <= args.size() && !args[n - 1].empty())
            continue;
        const QString place = u'%' + QString::number(n);
        pattern.remove(QStringLiteral(" (") + place + u')');
        if (pattern.endsWith(QStringLiteral(": ") + place))
            pattern = pattern.chopped(place.size() + 2) + u'.';
        else if (pattern.endsWith(QStringLiteral(". ") + place))
            pattern.chop(place.size() + 1);
    }
    return pattern;
}

const Entry* find(std::string_view code)
{
    const auto found =
        std::find_if(std::begin(kEntries), std::end(kEntries), [&](const Entry& entry) { return entry.code == code; });
    return found == std::end(kEntries) ? nullptr : found;
}

} // namespace

QString filled(const QString& pattern, const std::vector<std::string>& args)
{
    QString out;
    out.reserve(pattern.size());
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const bool placeholder = pattern[i] == u'%' && i + 1 < pattern.size() && pattern[i + 1].isDigit();
        if (!placeholder) {
            out += pattern[i];
            continue;
        }
        const auto index = static_cast<std::size_t>(pattern[++i].digitValue());
        out += index >= 1 && index <= args.size() && !args[index - 1].empty() ? shownText(args[index - 1])
                                                                              : Format::unknown();
    }
    return out;
}

QString ErrorText::listed(const std::vector<Error>& errors)
{
    QStringList lines;
    for (const Error& error : errors) {
        const ErrorText text = of(error);
        lines += text.action.isEmpty() ? text.message : text.message + u' ' + text.action;
    }
    return lines.join(u'\n');
}

ErrorText ErrorText::of(const Error& error)
{
    const auto make = [&](const char* context, const char* message, const char* action) {
        const auto args = spelledArgs(error);
        return ErrorText{filled(withoutUntold(QCoreApplication::translate(context, message), args), args),
                         action ? QCoreApplication::translate(context, action) : QString()};
    };
    if (const Entry* entry = find(error.code.name))
        return make("Error", entry->message, entry->action);
    if (const auto* text = networkText(error.code.name))
        return make("Network", text->text, text->action);
    //: %1: the code of a failure for which there are no words
    return {QCoreApplication::translate("Error", "Something went wrong inside Outpost (%1).")
                .arg(toQString(error.code.name)),
            QCoreApplication::translate("Error", "Try again; if it stays, report it with what you did.")};
}

bool ErrorText::knows(std::string_view code)
{
    return find(code) != nullptr || networkText(code) != nullptr;
}

void ErrorText::addNetworkTexts(std::span<const networks::NetworkText> texts)
{
    for (const networks::NetworkText& text : texts)
        networkTexts().insert_or_assign(text.id, text);
}

const networks::NetworkText* ErrorText::networkText(std::string_view id)
{
    const auto found = networkTexts().find(id);
    return found == networkTexts().end() ? nullptr : &found->second;
}

} // namespace outpost::app
