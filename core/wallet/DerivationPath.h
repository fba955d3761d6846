// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wallet/WalletErrors.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace outpost::wallet {

/// A path of BIP-32, such as m/44'/501'/0'/0'. Indices carry the hardened bit (2^31).
class DerivationPath {
public:
    static constexpr std::uint32_t kHardened = 0x8000'0000;
    static constexpr std::size_t kMaxDepth = 10;
    /// First, hardened step of every demo key: "demo" in ASCII. No real wallet derives below it.
    static constexpr std::uint32_t kDemoBranch = 0x6465'6d6f | kHardened;

    DerivationPath() = default; ///< "m", the master key
    /// "m" or "m/" steps; ' or h marks a hardened one; no leading zeros, at most kMaxDepth steps.
    /// errors::kPathInvalid.
    static Result<DerivationPath> parse(std::string_view text);

    const std::vector<std::uint32_t>& steps() const { return m_steps; }
    std::string toString() const; ///< canonical, with '
    bool isFullyHardened() const;
    bool isInDemoBranch() const { return !m_steps.empty() && m_steps.front() == kDemoBranch; }
    /// The same path below the demo branch; unchanged when it is there already.
    DerivationPath inDemoBranch() const;

    friend bool operator==(const DerivationPath&, const DerivationPath&) = default;

private:
    std::vector<std::uint32_t> m_steps;
};

} // namespace outpost::wallet
