// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/WordsFiles.h"

namespace outpost::services {

namespace {
constexpr std::string_view kKey = "words.file.";
} // namespace

Future<void> WordsFiles::note(const WalletId& wallet, const std::filesystem::path& file)
{
    std::error_code ec;
    const std::filesystem::path absolute = std::filesystem::absolute(file, ec);
    return m_settings.set(std::string(kKey) + wallet.str(), (ec ? file : absolute).string());
}

Future<std::vector<WordsFile>> WordsFiles::existing()
{
    return async::toFuture([](store::Settings* settings) -> Task<std::vector<WordsFile>> {
        OUTPOST_CO_TRY(auto notes, co_await settings->all());
        // Not here: a folder of another computer may answer late.
        co_return co_await async::onPool([notes = std::move(notes)]() -> Result<std::vector<WordsFile>> {
            std::vector<WordsFile> found;
            for (const auto& [key, path] : notes) {
                std::error_code ec;
                if (key.starts_with(kKey) && std::filesystem::exists(std::filesystem::symlink_status(path, ec)))
                    found.push_back({WalletId(key.substr(kKey.size())), path});
            }
            return found;
        });
    }(&m_settings));
}

} // namespace outpost::services
