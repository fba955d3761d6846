// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace outpost::wallet {

/// Called once, first thing in main: no core files (RLIMIT_CORE 0), and as much lockable memory as the system allows
/// this user. The process stays dumpable in the sense of PR_SET_DUMPABLE: clearing that breaks file dialogs through
/// portals. errors::kInternal when the system refuses the core limit.
Result<void> hardenProcess();

} // namespace outpost::wallet
