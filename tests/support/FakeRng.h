// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/SecureRng.h"

namespace outpost::test {

/// A repeatable sequence of bytes, different for each seed. Never for keys outside tests. **Thread:** one.
class FakeRng final : public SecureRng {
public:
    explicit FakeRng(std::uint32_t seed = 1) : m_state(seed * 2'654'435'761u + 1) {}
    void fill(std::span<std::uint8_t> out) override
    {
        for (std::uint8_t& byte : out) {
            m_state ^= m_state << 13;
            m_state ^= m_state >> 17;
            m_state ^= m_state << 5;
            byte = static_cast<std::uint8_t>(m_state >> 11);
        }
    }

private:
    std::uint32_t m_state;
};

} // namespace outpost::test
