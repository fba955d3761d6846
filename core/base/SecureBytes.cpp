// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/SecureBytes.h"

#include <sodium.h>

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace outpost {

namespace {

std::atomic<bool> lockFailed = false;

std::uint8_t* allocate(std::size_t size)
{
    if (size == 0)
        return nullptr;
    if (sodium_init() < 0)
        std::abort(); // without a working libsodium nothing secret can be handled
    auto* data = static_cast<std::uint8_t*>(sodium_malloc(size));
    if (data == nullptr)
        std::abort(); // out of memory for guard pages: continuing would put secrets in ordinary memory
    // sodium_malloc locks but does not tell whether that worked.
    if (sodium_mlock(data, size) != 0)
        lockFailed = true;
    std::memset(data, 0, size);
    return data;
}

} // namespace

SecureBytes::SecureBytes(std::size_t size) : m_data(allocate(size)), m_size(size) {}

SecureBytes::SecureBytes(ByteSpan copyFrom) : SecureBytes(copyFrom.size())
{
    if (m_size > 0)
        std::memcpy(m_data, copyFrom.data(), m_size);
}

SecureBytes::SecureBytes(SecureBytes&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0))
{}

SecureBytes& SecureBytes::operator=(SecureBytes&& other) noexcept
{
    if (this != &other) {
        wipe();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SecureBytes::~SecureBytes()
{
    wipe();
}

SecureBytes SecureBytes::joined(ByteSpan other) const
{
    SecureBytes result(m_size + other.size());
    if (m_size > 0)
        std::memcpy(result.m_data, m_data, m_size);
    if (!other.empty())
        std::memcpy(result.m_data + m_size, other.data(), other.size());
    return result;
}

void SecureBytes::append(ByteSpan other)
{
    *this = joined(other);
}

void SecureBytes::truncate(std::size_t size)
{
    if (size < m_size)
        *this = SecureBytes(ByteSpan(m_data, size));
}

void SecureBytes::wipe()
{
    if (m_data != nullptr)
        sodium_free(m_data); // zeroes first
    m_data = nullptr;
    m_size = 0;
}

bool SecureBytes::equals(ByteSpan other) const
{
    return m_size == other.size() && (m_size == 0 || sodium_memcmp(m_data, other.data(), m_size) == 0);
}

void SecureBytes::zero(void* data, std::size_t size)
{
    sodium_memzero(data, size);
}

bool SecureBytes::lockingWorks()
{
    return !lockFailed;
}

} // namespace outpost
