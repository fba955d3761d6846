// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/format/Format.h"
#include "core/store/Database.h"

namespace outpost::app {

/// What a person should know whatever he is doing, in the window and on the command line: one sentence, and what more
/// there is to say. **Thread:** GUI.
struct Notice {
    QString text;
    QString detail;

    /// The store was damaged: what took its place, as of when, and what may be missing. `report.recovered` is true.
    static Notice recovered(const store::OpenReport& report, const Format& format);
    /// A file with recovery words lies on this computer.
    static Notice wordsFile(const std::filesystem::path& file);
    /// The daily copy of the store could not be made.
    static Notice copyFailed(const Error& error);
};

} // namespace outpost::app
