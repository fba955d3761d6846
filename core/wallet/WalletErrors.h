// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

/// What the wallet module answers. app/format has a sentence and an action for each.
namespace outpost::errors {

// Vault file
inline constexpr ErrorCode kWrongPassword{"wallet.wrongPassword", ExitClass::Locked};
inline constexpr ErrorCode kVaultDamaged{"wallet.vaultDamaged", ExitClass::Storage}; ///< args: path
inline constexpr ErrorCode kVaultTooNew{"wallet.vaultTooNew", ExitClass::Storage};   ///< written by a later Outpost
inline constexpr ErrorCode kVaultExists{"wallet.vaultExists", ExitClass::Usage};     ///< args: path
inline constexpr ErrorCode kVaultMissing{"wallet.vaultMissing", ExitClass::Usage};   ///< args: path
inline constexpr ErrorCode kVaultChangedOnDisk{"wallet.vaultChangedOnDisk", ExitClass::InUse};
inline constexpr ErrorCode kVaultIsDemo{"wallet.vaultIsDemo", ExitClass::Refused}; ///< opened for real money
inline constexpr ErrorCode kVaultIsReal{"wallet.vaultIsReal", ExitClass::Refused}; ///< opened on the demo network
inline constexpr ErrorCode kVaultParametersWeak{"wallet.vaultParametersWeak", ExitClass::Refused};
inline constexpr ErrorCode kVaultParametersTooCostly{"wallet.vaultParametersTooCostly", ExitClass::Refused};
inline constexpr ErrorCode kWalletContentInvalid{"wallet.contentInvalid", ExitClass::Refused};
inline constexpr ErrorCode kOutOfMemory{"wallet.outOfMemory", ExitClass::Storage}; ///< for deriving a key

// Passwords
inline constexpr ErrorCode kPasswordEmpty{"wallet.passwordEmpty", ExitClass::Usage};
inline constexpr ErrorCode kPasswordNotText{"wallet.passwordNotText", ExitClass::Usage}; ///< not UTF-8
inline constexpr ErrorCode kPasswordTooLong{"wallet.passwordTooLong", ExitClass::Usage};
inline constexpr ErrorCode kPasswordTooWeak{"wallet.passwordTooWeak", ExitClass::Refused};
/// retryAfter says how long; arg: the seconds.
inline constexpr ErrorCode kTooManyTries{"wallet.tooManyTries", ExitClass::Locked};

// Words
inline constexpr ErrorCode kWordCount{"wallet.wordCount", ExitClass::Usage};         ///< arg: how many there are
inline constexpr ErrorCode kWordUnknown{"wallet.wordUnknown", ExitClass::Usage};     ///< arg: position
inline constexpr ErrorCode kWordAmbiguous{"wallet.wordAmbiguous", ExitClass::Usage}; ///< arg: position
inline constexpr ErrorCode kWordsChecksum{"wallet.wordsChecksum", ExitClass::Usage}; ///< args: positions worth a look
inline constexpr ErrorCode kDemoImportRefused{"wallet.demoImportRefused", ExitClass::Refused};
inline constexpr ErrorCode kWrongPassphrase{"wallet.wrongPassphrase", ExitClass::Locked};
inline constexpr ErrorCode kBackupNotVerified{"wallet.backupNotVerified", ExitClass::Refused};
inline constexpr ErrorCode kBackupCheckFailed{"wallet.backupCheckFailed", ExitClass::Refused}; ///< arg: position

// Derivation
inline constexpr ErrorCode kPathInvalid{"wallet.pathInvalid", ExitClass::Usage};
inline constexpr ErrorCode kDerivationImpossible{"wallet.derivationImpossible", ExitClass::Refused};

// Signing
inline constexpr ErrorCode kLocked{"wallet.locked", ExitClass::Locked};
inline constexpr ErrorCode kWatchOnly{"wallet.watchOnly", ExitClass::Refused};
inline constexpr ErrorCode kApprovalExpired{"wallet.approvalExpired", ExitClass::Refused};
inline constexpr ErrorCode kApprovalMismatch{"wallet.approvalMismatch", ExitClass::Refused}; ///< bytes or signer differ
inline constexpr ErrorCode kNoSuchAccount{"wallet.noSuchAccount", ExitClass::Usage};

inline constexpr ErrorCode kWallet[] = {
    kWrongPassword,        kVaultDamaged,         kVaultTooNew,     kVaultExists,         kVaultMissing,
    kVaultChangedOnDisk,   kVaultIsDemo,          kVaultIsReal,     kVaultParametersWeak, kVaultParametersTooCostly,
    kWalletContentInvalid, kOutOfMemory,          kPasswordEmpty,   kPasswordNotText,     kPasswordTooLong,
    kPasswordTooWeak,      kTooManyTries,         kWordCount,       kWordUnknown,         kWordAmbiguous,
    kWordsChecksum,        kDemoImportRefused,    kWrongPassphrase, kBackupNotVerified,   kBackupCheckFailed,
    kPathInvalid,          kDerivationImpossible, kLocked,          kWatchOnly,           kApprovalExpired,
    kApprovalMismatch,     kNoSuchAccount,
};

} // namespace outpost::errors
