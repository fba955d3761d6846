// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace outpost::cli {

/// A script for bash that completes nouns, verbs, their options and the values that an option is chosen from, all from
/// what `program` declares. Where a value is free, files are offered.
std::string bashCompletion(const CLI::App& program);

} // namespace outpost::cli
