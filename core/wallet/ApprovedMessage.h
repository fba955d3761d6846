// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Bytes.h"
#include "core/base/Encoding.h"
#include "core/domain/Ids.h"

#include <array>
#include <chrono>
#include <string>
#include <vector>

namespace outpost::services {
class SigningGate;
}

namespace outpost::wallet {

/// A message that a person (or a plan the person approved) has agreed to sign: the exact bytes, what they
/// were decoded to do, and which simulation agreed. Only the signing gate can make one, and a Signer takes
/// nothing else. Move-only, so that one approval is one signature. Immutable; **Thread:** any.
class ApprovedMessage {
public:
    /// How long an approval stays good; a later signature needs a fresh look at the effects.
    static constexpr std::chrono::milliseconds kDefaultLifetime = std::chrono::minutes(2);

    ApprovedMessage(ApprovedMessage&&) noexcept = default;
    ApprovedMessage& operator=(ApprovedMessage&&) noexcept = default;
    ApprovedMessage(const ApprovedMessage&) = delete;
    ApprovedMessage& operator=(const ApprovedMessage&) = delete;

    const Address& signer() const { return m_signer; }
    const Bytes& message() const { return m_message; }
    /// SHA-256 of the message, taken when it was approved; signers compare it again.
    const std::array<std::uint8_t, 32>& digest() const { return m_digest; }
    /// What the offline decoder said, one plain sentence a line.
    const std::vector<std::string>& effects() const { return m_effects; }
    /// Names the simulation whose effects the decoded ones cover; empty when there was none (expert mode).
    const std::string& simulationFingerprint() const { return m_simulation; }
    /// On Clock::monotonic().
    std::chrono::milliseconds approvedAt() const { return m_approvedAt; }
    /// True also for a time before the approval: the monotonic clock of another process start.
    bool isExpired(std::chrono::milliseconds monotonicNow) const
    {
        return monotonicNow < m_approvedAt || monotonicNow - m_approvedAt > m_lifetime;
    }

private:
    friend class outpost::services::SigningGate;

    ApprovedMessage(Address signer, Bytes message, std::vector<std::string> effects, std::string simulation,
                    std::chrono::milliseconds approvedAt, std::chrono::milliseconds lifetime = kDefaultLifetime)
        : m_signer(std::move(signer)),
          m_message(std::move(message)),
          m_digest(sha256(m_message)),
          m_effects(std::move(effects)),
          m_simulation(std::move(simulation)),
          m_approvedAt(approvedAt),
          m_lifetime(lifetime)
    {}

    Address m_signer;
    Bytes m_message;
    std::array<std::uint8_t, 32> m_digest;
    std::vector<std::string> m_effects;
    std::string m_simulation;
    std::chrono::milliseconds m_approvedAt;
    std::chrono::milliseconds m_lifetime;
};

} // namespace outpost::wallet
