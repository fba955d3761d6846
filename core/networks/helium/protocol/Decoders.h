// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chain/solana/DecodedTransaction.h"
#include "core/networks/helium/protocol/Ids.h"

namespace outpost::helium {

/// Figures that only the chain knows and that bound what an instruction may cost; absent: not read, shown as such.
struct KnownFees {
    std::optional<std::uint64_t> dcOnboardDataOnly = std::nullopt;
    std::optional<std::uint64_t> dcOnboardFull = std::nullopt;
    std::optional<std::uint64_t> dcLocation =
        std::nullopt; ///< the larger of both kinds of hotspot when the kind is not known
    /// The most HNT, in base units, that minting the asked credits may burn at the price just read.
    std::optional<std::uint64_t> hntForCredits = std::nullopt;
    /// Lamports for the accounts that registering and collecting may create.
    std::optional<std::uint64_t> rentKeyToAsset = std::nullopt;
    std::optional<std::uint64_t> rentHotspotInfo = std::nullopt;
    std::optional<std::uint64_t> rentRecipient = std::nullopt;
};

/// Adds the network's programs to the allow-list. Sentences: device.register, device.onboard, device.updatePlace,
/// rewards.open, rewards.setTotal, rewards.pay, rewards.redirect, credits.mint, asset.transfer.
/// An instruction counts as understood only when building it from its own inputs gives the same bytes and accounts.
void addDecoders(solana::DecoderRegistry& registry, const NetworkKeys& keys = {}, const KnownFees& fees = {});

} // namespace outpost::helium
