// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/Capabilities.h"

#include <QString>

namespace outpost::app {

/// What a person reads about a failure: one sentence, and what to do. The only place that turns codes into words.
/// **Thread:** GUI.
struct ErrorText {
    QString message;
    QString action; ///< every code of Outpost has one; a network's may lack it

    /// A code without words of its own is told as an internal failure that names it.
    static ErrorText of(const Error& error);
    /// A line for each, with what to do; empty when there is none.
    static QString listed(const std::vector<Error>& errors);
    static bool knows(std::string_view code);
    /// The networks' own sentences and phrases; call once with each network's.
    static void addNetworkTexts(std::span<const networks::NetworkText> texts);
    static const networks::NetworkText* networkText(std::string_view id);
};

/// Puts arguments in place of %1, %2 ...; a missing one becomes an em dash. Arguments may come from outside: they are
/// made harmless (shownText()), and one that contains "%1" stays as it is.
QString filled(const QString& pattern, const std::vector<std::string>& args);

} // namespace outpost::app
