// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace outpost::test {

/// What the sources of core/ and app/ say about codes and ids; comments are not among it. Read once.
struct Sources {
    struct Code {
        std::string constant; ///< kWrongPassword
        std::string file;     ///< where it is declared
    };
    std::map<std::string, std::string> files; ///< path from the root -> text without comments
    std::map<std::string, Code> codes;        ///< "wallet.wrongPassword" -> ...

    static const Sources& get();
    /// Whether another file than `except` names this identifier.
    bool isNamed(const std::string& identifier, const std::string& except) const;
    /// Whether a source names this id outside a row of a table of texts.
    bool namesElsewhere(const std::string& id) const;
    /// The ids that begin the rows of a table: {"id", ...
    std::vector<std::string> tableIds(const std::string& file) const;
    /// Every string literal that looks like "prefix.something" with one of these prefixes, but for those in `except`.
    std::set<std::string> idsWith(const std::set<std::string>& prefixes, const std::string& except) const;
};

} // namespace outpost::test
