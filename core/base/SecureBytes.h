// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Bytes.h"

#include <cstddef>

namespace outpost {

/// Memory for secrets: locked against swapping where the system allows, left out of core dumps, between guard pages,
/// and zeroed when it goes (libsodium's sodium_malloc). Move-only; a copy must be asked for with clone().
/// **Thread:** any, one at a time.
class SecureBytes {
public:
    SecureBytes() = default;
    explicit SecureBytes(std::size_t size);  ///< zeroed
    explicit SecureBytes(ByteSpan copyFrom); ///< the source stays with the caller, who should wipe it
    SecureBytes(SecureBytes&& other) noexcept;
    SecureBytes& operator=(SecureBytes&& other) noexcept;
    SecureBytes(const SecureBytes&) = delete;
    SecureBytes& operator=(const SecureBytes&) = delete;
    ~SecureBytes();

    std::size_t size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    std::uint8_t* data() { return m_data; }
    const std::uint8_t* data() const { return m_data; }
    ByteSpan span() const { return {m_data, m_size}; }
    std::span<std::uint8_t> writable() { return {m_data, m_size}; }

    SecureBytes clone() const { return SecureBytes(span()); }
    /// A new buffer with the other's bytes behind this one's.
    SecureBytes joined(ByteSpan other) const;
    void append(ByteSpan other);
    void truncate(std::size_t size); ///< no-op when already shorter; wipes what is cut
    void wipe();                     ///< zero, free and become empty
    /// Constant time for equal lengths.
    bool equals(ByteSpan other) const;

    /// Zeroes memory in a way the compiler keeps.
    static void zero(void* data, std::size_t size);
    /// False when the system refused to lock memory at least once (RLIMIT_MEMLOCK); Settings says so.
    static bool lockingWorks();

private:
    std::uint8_t* m_data = nullptr;
    std::size_t m_size = 0;
};

} // namespace outpost
