// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace outpost::errors {
inline constexpr ErrorCode kStoreDamaged{"store.damaged", ExitClass::Storage};
inline constexpr ErrorCode kStoreFull{"store.full", ExitClass::Storage};
inline constexpr ErrorCode kStoreReadOnly{"store.readOnly", ExitClass::Storage};
inline constexpr ErrorCode kStoreBusy{"store.busy", ExitClass::InUse};
inline constexpr ErrorCode kStoreFailed{"store.failed", ExitClass::Storage};
/// The file was written by a newer Outpost.
inline constexpr ErrorCode kStoreTooNew{"store.tooNew", ExitClass::Storage};
/// A file of the demo network opened on the real one, or the reverse.
inline constexpr ErrorCode kStoreWrongWorld{"store.wrongWorld", ExitClass::Refused};
inline constexpr ErrorCode kStoreNotFound{"store.notFound", ExitClass::Usage};
/// An operation's state does not allow the event.
inline constexpr ErrorCode kStoreBadTransition{"store.badTransition", ExitClass::Refused};
/// Another process works on the operation.
inline constexpr ErrorCode kStoreLeased{"store.leased", ExitClass::InUse};
/// An operation with the same idempotency key is still open.
inline constexpr ErrorCode kStoreDuplicate{"store.duplicate", ExitClass::Refused};
inline constexpr ErrorCode kStore[] = {kStoreDamaged,       kStoreFull,   kStoreReadOnly,   kStoreBusy,
                                       kStoreFailed,        kStoreTooNew, kStoreWrongWorld, kStoreNotFound,
                                       kStoreBadTransition, kStoreLeased, kStoreDuplicate};
} // namespace outpost::errors
