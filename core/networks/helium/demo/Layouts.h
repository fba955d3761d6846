// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/helium/demo/Addresses.h"

namespace outpost::heliumdemo {

// Accounts of the network's programs in their real layouts (the programs' interface descriptions): eight bytes that
// name the type, then Borsh. decode() answers nothing when owner or name is another, or bytes are missing; bytes behind
// the end are slack.

struct KeyToAsset {
    Pubkey dao, asset;
    Bytes entityKey;
    std::uint8_t bump = 0;
    std::uint8_t serialization = 0; ///< 0 base58, 1 UTF-8

    Bytes encode() const;
    static std::optional<KeyToAsset> decode(const Account& account);
};

struct IotInfo {
    Pubkey asset;
    std::uint8_t bump = 0;
    std::optional<std::uint64_t> location;
    std::optional<std::int32_t> elevation, gain;
    bool isFullHotspot = false;
    std::uint16_t locationAsserts = 0;
    bool isActive = false;
    std::uint64_t dcOnboardingFeePaid = 0;

    static constexpr std::size_t kSpace = 140; ///< with slack for fields to come
    Bytes encode() const;                      ///< kSpace bytes
    static std::optional<IotInfo> decode(const Account& account);
};

struct Maker {
    Pubkey updateAuthority, issuingAuthority;
    std::string name;
    std::uint8_t bump = 0;
    Pubkey collection, merkleTree;
    std::uint8_t collectionBump = 0;
    Pubkey dao;

    Bytes encode() const;
    static std::optional<Maker> decode(const Account& account);
};

struct MakerApproval {
    Pubkey rewardableEntityConfig, maker;
    std::uint8_t bump = 0;

    Bytes encode() const;
    static std::optional<MakerApproval> decode(const Account& account);
};

struct DataOnlyConfig {
    Pubkey authority;
    std::uint8_t bump = 0;
    Pubkey collection, merkleTree;
    std::uint8_t collectionBump = 0;
    Pubkey dao;
    std::uint32_t newTreeDepth = 0, newTreeBufferSize = 0;
    std::uint64_t newTreeSpace = 0, newTreeFeeLamports = 0;

    Bytes encode() const;
    static std::optional<DataOnlyConfig> decode(const Account& account);
};

/// RewardableEntityConfigV0 with the settings of the IoT network, or those of mobile (fees per kind of device).
struct EntityConfig {
    struct MobileFee {
        std::uint8_t device = 0;
        std::uint64_t onboarding = 0, location = 0, mobileUsd = 0;
    };
    Pubkey authority;
    std::string symbol;
    Pubkey subDao;
    std::int32_t minGain = 0, maxGain = 0;
    std::uint64_t fullLocationFee = 0, dataOnlyLocationFee = 0;
    std::vector<MobileFee> mobileFees; ///< not empty: settings variant 3
    std::uint8_t bump = 0;
    std::uint64_t stakingRequirement = 0;

    Bytes encode() const;
    static std::optional<EntityConfig> decode(const Account& account); ///< IoT only
};

struct SubDao {
    Pubkey dao, dntMint, treasury, rewardsEscrow, delegatorPool, authority, dcBurnAuthority;
    std::uint64_t onboardingFee = 0, dataOnlyOnboardingFee = 0, onboardingFeesPaid = 0;
    std::uint8_t bump = 0;
    Pubkey registrar, activeDeviceAuthority;

    Bytes encode() const;
    static std::optional<SubDao> decode(const Account& account); ///< without schedules, which the demo leaves empty
};

struct Dao {
    Pubkey authority, registrar;
    std::uint8_t bump = 0;
    std::int64_t scheduleStart = 0;
    std::uint64_t emissionPerEpoch = 0;

    Bytes encode() const;
    static bool is(const Account& account);
};

struct LazyDistributor {
    struct Oracle {
        Pubkey key;
        std::string url;
    };
    std::uint16_t version = 0;
    Pubkey rewardsMint, rewardsEscrow, authority;
    std::vector<Oracle> oracles;
    std::uint8_t bump = 0;
    std::optional<Pubkey> approver;

    Bytes encode() const;
    static std::optional<LazyDistributor> decode(const Account& account);
};

struct Recipient {
    Pubkey lazyDistributor, asset;
    std::uint64_t totalRewards = 0;
    std::uint16_t configVersion = 0;
    std::vector<std::optional<std::uint64_t>> currentRewards;
    std::uint8_t bump = 0;
    std::uint64_t reserved = 0;
    Pubkey destination; ///< zero: none

    static std::size_t space(std::size_t oracles) { return 127 + 9 * oracles + 64; }
    Bytes encode(std::size_t space) const;
    static std::optional<Recipient> decode(const Account& account);
};

struct DataCredits {
    Pubkey dcMint, hntMint, authority, hntPriceOracle;
    std::uint8_t bump = 0;
    Pubkey accountPayer;
    std::uint8_t accountPayerBump = 0;

    Bytes encode() const;
    static std::optional<DataCredits> decode(const Account& account);
};

/// MintWindowedCircuitBreakerV0 or AccountWindowedCircuitBreakerV0: how much may flow within a window that slides.
struct Breaker {
    enum class Kind { Mint, Account };
    Kind kind = Kind::Mint;
    Pubkey subject;   ///< the mint or the token account
    Pubkey authority; ///< may change the settings
    Pubkey holder;    ///< may use it
    std::uint64_t windowSeconds = 0;
    std::uint8_t thresholdType = 1; ///< 0 percent of what is there (2^64 - 1 is all), 1 absolute
    std::uint64_t threshold = 0;
    std::uint64_t lastAggregate = 0;
    std::int64_t lastUnix = 0;
    std::uint8_t bump = 0;

    Bytes encode() const;
    static std::optional<Breaker> decode(const Account& account);
    /// The window's sum at this time, before anything is added.
    std::uint64_t aggregateAt(std::int64_t unixSeconds) const;
};

/// PriceUpdateV2 of Pyth, fully verified; numbers times 10^exponent are dollars.
struct PriceUpdate {
    Pubkey writeAuthority, feed;
    std::int64_t price = 0;
    std::uint64_t confidence = 0;
    std::int32_t exponent = -8;
    std::int64_t publishTime = 0, previousPublishTime = 0;
    std::int64_t emaPrice = 0;
    std::uint64_t emaConfidence = 0, postedSlot = 0;

    Bytes encode() const;
    static std::optional<PriceUpdate> decode(const Account& account);
};

/// A lookup table in its account form: 56 bytes of header, then the keys.
Bytes lookupTableBytes(const Pubkey& authority, std::span<const Pubkey> keys);

} // namespace outpost::heliumdemo
