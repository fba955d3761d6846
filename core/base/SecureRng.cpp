// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/SecureRng.h"

#include <sodium.h>

#include <cstdlib>

namespace outpost {

SodiumRng::SodiumRng()
{
    if (sodium_init() < 0)
        std::abort(); // keys made without randomness would be worse than no program
}

void SodiumRng::fill(std::span<std::uint8_t> out)
{
    randombytes_buf(out.data(), out.size());
}

} // namespace outpost
