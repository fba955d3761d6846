// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chain/solana/Instruction.h"
#include "core/networks/helium/protocol/CompressedAsset.h"

/// Instructions of the network's programs, accounts in the binding order of npm @helium/idls 0.11.27. Each is a struct
/// of what the caller knows; everything else is derived. build() is pure and cannot fail. parse() is its inverse for
/// foreign instructions: it answers only when building again gives the same program, data and accounts, so that
/// nothing in an instruction goes unexplained.
namespace outpost::helium {

using solana::Instruction;

/// Where a device stands; absent members leave the chain's value as it is.
struct Whereabouts {
    std::optional<std::uint64_t> location = std::nullopt; ///< H3 cell of resolution 12
    std::optional<std::int32_t> elevation = std::nullopt; ///< metres above ground
    std::optional<std::int32_t> gain = std::nullopt;      ///< tenths of dBi
    friend bool operator==(const Whereabouts&, const Whereabouts&) = default;
};

/// Mints the asset of a device whose maker vouches for it.
struct IssueEntity {
    PublicKey payer;
    PublicKey eccVerifier = kEccVerifier;
    PublicKey issuingAuthority;
    PublicKey collection;
    PublicKey maker;
    PublicKey recipient; ///< the new owner
    PublicKey merkleTree;
    Bytes entityKey;

    Instruction build() const;
    static std::optional<IssueEntity> parse(const Instruction& instruction, const NetworkKeys& keys = {});
};

/// The same without a maker; collection and tree are read from DataOnlyConfig each time.
struct IssueDataOnlyEntity {
    PublicKey payer;
    PublicKey eccVerifier = kEccVerifier;
    PublicKey collection;
    PublicKey recipient; ///< the new owner
    PublicKey merkleTree;
    Bytes entityKey;

    Instruction build() const;
    static std::optional<IssueDataOnlyEntity> parse(const Instruction& instruction, const NetworkKeys& keys = {});
};

/// Registers the device with the IoT network; the maker co-signs.
struct OnboardIot {
    PublicKey payer;
    PublicKey dcFeePayer;
    PublicKey issuingAuthority;
    PublicKey iotInfo;
    PublicKey owner;
    PublicKey merkleTree;
    PublicKey maker;
    PublicKey keyToAsset;
    Whereabouts where;
    LeafProof proof;

    Instruction build() const;
    static std::optional<OnboardIot> parse(const Instruction& instruction);
};

struct OnboardDataOnlyIot {
    PublicKey payer;
    PublicKey dcFeePayer;
    PublicKey iotInfo;
    PublicKey owner;
    PublicKey merkleTree;
    PublicKey keyToAsset;
    Whereabouts where;
    LeafProof proof;

    Instruction build() const;
    static std::optional<OnboardDataOnlyIot> parse(const Instruction& instruction);
};

/// Asserts a new place, height or antenna.
struct UpdateIotInfo {
    PublicKey payer;
    PublicKey dcFeePayer;
    PublicKey iotInfo;
    PublicKey owner;
    PublicKey merkleTree;
    Whereabouts where;
    LeafProof proof;

    Instruction build() const;
    static std::optional<UpdateIotInfo> parse(const Instruction& instruction);
};

/// Opens the account that counts a device's rewards of one mint.
struct InitializeRecipient {
    PublicKey payer;
    PublicKey rewardsMint = mint::kHnt;
    PublicKey recipient;
    PublicKey merkleTree;
    PublicKey owner;
    PublicKey delegate;
    LeafProof proof;

    Instruction build() const;
    static std::optional<InitializeRecipient> parse(const Instruction& instruction);
};

/// Writes an oracle's lifetime total; must directly follow the check of the oracle's signature.
struct SetCurrentRewards {
    PublicKey payer;
    PublicKey rewardsMint = mint::kHnt;
    PublicKey recipient;
    PublicKey keyToAsset;
    std::uint16_t oracleIndex = 0;
    std::uint64_t currentRewards = 0; ///< base units over the lifetime

    Instruction build() const;
    static std::optional<SetCurrentRewards> parse(const Instruction& instruction);
};

/// Pays what is pending to the owner's token account.
struct DistributeRewards {
    PublicKey payer;
    PublicKey rewardsMint = mint::kHnt;
    PublicKey recipient;
    PublicKey owner;
    PublicKey merkleTree;
    LeafProof proof;

    Instruction build() const;
    static std::optional<DistributeRewards> parse(const Instruction& instruction);
};

/// Pays what is pending to the destination that the recipient account names.
struct DistributeToDestination {
    PublicKey payer;
    PublicKey rewardsMint = mint::kHnt;
    PublicKey recipient;
    PublicKey destination;

    Instruction build() const;
    static std::optional<DistributeToDestination> parse(const Instruction& instruction);
};

/// Sends all further rewards of a device to somebody; the zero key ends that.
struct UpdateDestination {
    PublicKey recipient;
    PublicKey owner;
    PublicKey destination;
    PublicKey merkleTree;
    LeafProof proof;

    Instruction build() const;
    static std::optional<UpdateDestination> parse(const Instruction& instruction);
};

/// Burns HNT for credits. Exactly one of the two amounts is set.
struct MintDataCredits {
    PublicKey priceOracle; ///< DataCredits::hntPriceOracle, read from the chain
    PublicKey owner;
    PublicKey recipient;
    std::optional<std::uint64_t> hntAmount = std::nullopt; ///< base units
    std::optional<std::uint64_t> dcAmount = std::nullopt;

    Instruction build() const;
    static std::optional<MintDataCredits> parse(const Instruction& instruction);
};

/// Gives a compressed asset away.
struct TransferAsset {
    PublicKey owner;
    PublicKey delegate;
    PublicKey newOwner;
    PublicKey merkleTree;
    LeafProof proof;

    Instruction build() const;
    static std::optional<TransferAsset> parse(const Instruction& instruction);
};

/// What an oracle signs about one device (82 bytes).
struct OracleMessage {
    PublicKey lazyDistributor;
    std::uint16_t oracleIndex = 0;
    std::uint64_t currentRewards = 0; ///< base units over the lifetime
    PublicKey asset;

    Bytes serialize() const;
    /// errors::kHeliumBadOracleMessage.
    static Result<OracleMessage> parse(ByteSpan bytes);
    friend bool operator==(const OracleMessage&, const OracleMessage&) = default;
};

} // namespace outpost::helium
