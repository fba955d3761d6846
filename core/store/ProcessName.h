// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace outpost::store {

/// This process in a form that no other process ever has: number, moment of its start, the computer's boot and the
/// namespace in which the number counts (Linux proc(5)). Where the system does not tell these, the number alone.
/// **Thread:** any.
std::string processName();

/// Whether the process of that name has ended for certain. False for a process that lives, and wherever it cannot be
/// told: another boot, which may be another computer on a shared disk; another namespace, as of a sandbox; another
/// form.
bool hasEnded(std::string_view processName);

} // namespace outpost::store
