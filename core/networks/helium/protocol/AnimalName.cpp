// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/protocol/AnimalName.h"

#include "core/networks/helium/protocol/AnimalWords.h"

#include <openssl/evp.h>

#include <array>
#include <cstdint>

namespace outpost::helium {

namespace {

std::string_view wordAt(std::string_view list, std::size_t index)
{
    for (; index > 0; --index)
        list.remove_prefix(list.find(' ') + 1);
    return list.substr(0, list.find(' '));
}

std::array<std::string_view, 3> words(std::string_view address)
{
    std::array<std::uint8_t, 16> digest{};
    unsigned length = 0;
    EVP_Digest(address.data(), address.size(), digest.data(), &length, EVP_md5(), nullptr);
    std::array<std::uint8_t, 3> folded{};
    for (std::size_t i = 0; i < digest.size(); ++i)
        folded[std::min<std::size_t>(i / 5, 2)] ^= digest[i];
    return {wordAt(kAdjectives, folded[0]), wordAt(kColours, folded[1]), wordAt(kAnimals, folded[2])};
}

std::string join(std::string_view address, char separator, bool isTitle)
{
    std::string out;
    for (const std::string_view word : words(address)) {
        if (!out.empty())
            out += separator;
        const auto at = out.size();
        out += word;
        if (isTitle)
            out[at] = static_cast<char>(out[at] - 'a' + 'A');
    }
    return out;
}

} // namespace

std::string animalName(std::string_view address)
{
    return join(address, '-', false);
}

std::string animalTitle(std::string_view address)
{
    return join(address, ' ', true);
}

} // namespace outpost::helium
