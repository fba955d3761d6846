// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace outpost {

/// Random bytes fit for keys. **Thread:** any. A shipped binary has exactly one implementation, SodiumRng; tests bring
/// their own.
class SecureRng {
public:
    virtual ~SecureRng() = default;
    virtual void fill(std::span<std::uint8_t> out) = 0;
};

/// The operating system's generator through libsodium. Ends the process if that does not work.
class SodiumRng final : public SecureRng {
public:
    SodiumRng();
    void fill(std::span<std::uint8_t> out) override;
};

} // namespace outpost
