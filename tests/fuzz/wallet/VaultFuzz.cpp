// SPDX-License-Identifier: GPL-3.0-or-later
// A vault file from anywhere: header, then the body as if it had been decrypted, with the checksum put right so that
// the search gets past it.
#include "core/base/Encoding.h"
#include "core/wallet/VaultFormat.h"

#include <cstdlib>

using namespace outpost;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const ByteSpan input(data, size);
    std::ignore = wallet::parseVaultHeader(input);
    if (size >= wallet::kVaultHeaderSize) {
        Bytes file = toBytes(input);
        Bytes covered(file.begin(), file.begin() + 72);
        covered.insert(covered.end(), file.begin() + wallet::kVaultHeaderSize, file.end());
        const auto sum = sha256(covered);
        std::copy(sum.begin(), sum.end(), file.begin() + 72);
        if (const auto header = wallet::parseVaultHeader(file))
            std::ignore = wallet::unsealVault(file, *header, SecureBytes(32));
    }
    Bytes padded = toBytes(input);
    padded.resize((padded.size() + 4095) / 4096 * 4096);
    for (const wallet::World world : {wallet::World::Real, wallet::World::Demo}) {
        const auto content = wallet::decodeContent(padded, world);
        // What is accepted can be written again and says the same.
        if (content) {
            const auto again = wallet::encodeContent(content->info, content->words, world);
            if (!again || wallet::decodeContent(again->span(), world)->info != content->info)
                std::abort();
        }
    }
    return 0;
}
