// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/Ids.h"
#include "core/store/Records.h"

namespace outpost::services {

/// A file on this computer that holds the recovery words of a wallet.
struct WordsFile {
    WalletId wallet;
    std::filesystem::path path;
};

/// Remembers which files were given recovery words, for as long as they are there: whoever reads one has the money.
/// Notes where they are, never what is in them. **Thread:** any; files are looked for on the pool.
class WordsFiles {
public:
    explicit WordsFiles(store::Settings& settings) : m_settings(settings) {}
    Future<void> note(const WalletId& wallet, const std::filesystem::path& file);
    /// Those that exist now; a file on a stick that is away is told again when it is back.
    Future<std::vector<WordsFile>> existing();

private:
    store::Settings& m_settings;
};

} // namespace outpost::services
