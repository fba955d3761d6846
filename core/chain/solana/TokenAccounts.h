// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chain/solana/PublicKey.h"

/// Accounts of the classic SPL Token program, as read from the chain. Layouts: program-pack of spl-token
/// (github.com/solana-program/token). Error: errors::kSolanaBadAccountData.
namespace outpost::solana {

struct TokenAccount {
    enum class State : std::uint8_t { Uninitialised = 0, Initialised = 1, Frozen = 2 };

    PublicKey mint;
    PublicKey owner;
    std::uint64_t amount = 0; ///< base units
    std::optional<PublicKey> delegate;
    std::uint64_t delegatedAmount = 0;
    State state = State::Uninitialised;
    std::optional<std::uint64_t> nativeReserve; ///< lamports, for wrapped SOL
    std::optional<PublicKey> closeAuthority;
};
Result<TokenAccount> parseTokenAccount(ByteSpan data);

struct Mint {
    std::optional<PublicKey> mintAuthority;
    std::uint64_t supply = 0; ///< base units
    std::uint8_t decimals = 0;
    bool isInitialised = false;
    std::optional<PublicKey> freezeAuthority;
};
Result<Mint> parseMint(ByteSpan data);

} // namespace outpost::solana
