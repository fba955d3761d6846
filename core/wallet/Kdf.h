// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/wallet/Password.h"

#include <array>

namespace outpost::wallet {

inline constexpr std::size_t kSaltSize = 16;
using Salt = std::array<std::uint8_t, kSaltSize>;

/// What Argon2id costs (RFC 9106, version 0x13). libsodium computes one lane only; the vault records that.
struct KdfParams {
    std::uint32_t memoryKiB = 256 * 1024;
    std::uint32_t passes = 3;

    friend bool operator==(const KdfParams&, const KdfParams&) = default;
};

/// The least that a vault may cost: 256 MiB and 3 passes. A lower floor exists only in the tests' support code.
class KdfFloor {
public:
    constexpr KdfFloor() = default;
    constexpr const KdfParams& params() const { return m_params; }

private:
    friend struct KdfFloorForTests;
    constexpr explicit KdfFloor(KdfParams params) : m_params(params) {}
    KdfParams m_params;
};

/// The most that opening a file may cost, so that a crafted file cannot keep the computer busy: 1 GiB, 64 passes, and
/// no more than 64 passes over 256 MiB together.
inline constexpr KdfParams kKdfCeiling{1024 * 1024, 64};

/// errors::kVaultParametersWeak, kVaultParametersTooCostly.
Result<void> checkKdf(const KdfParams& params, const KdfFloor& floor);

/// 32 bytes of key. Takes about a second and the stated memory; not on the GUI thread. errors::kOutOfMemory.
Result<SecureBytes> deriveVaultKey(const Password& password, const Salt& salt, const KdfParams& params);

/// Parameters at or above the floor that take about `target` here: passes grow, memory stays. Runs the floor once.
Result<KdfParams> calibratedKdf(const Clock& clock, const KdfFloor& floor = {},
                                std::chrono::milliseconds target = std::chrono::seconds(1));

/// The passes for `target` when the floor took `measured`; the arithmetic of calibratedKdf().
KdfParams scaledKdf(const KdfParams& floor, std::chrono::milliseconds measured, std::chrono::milliseconds target);

} // namespace outpost::wallet
