// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Int128.h"
#include "core/networks/helium/protocol/Ids.h"

/// Accounts of the network's programs, as read from the chain. Layouts: interface descriptions of npm @helium/idls
/// 0.11.27. Each parser checks the length and the kind first and answers errors::kHeliumBadAccount otherwise; bytes
/// behind the layout are padding and ignored. Who owns the account is the caller's to check. Pure.
namespace outpost::helium {

struct KeyToAsset {
    PublicKey dao;
    PublicKey asset;
    Bytes entityKey;
    bool isBase58Key = true; ///< false: the key is plain text (not a device)
};
Result<KeyToAsset> parseKeyToAsset(ByteSpan data);

struct IotHotspotInfo {
    PublicKey asset;
    std::optional<std::uint64_t> location; ///< H3 cell of resolution 12
    std::optional<std::int32_t> elevation; ///< metres above ground
    std::optional<std::int32_t> gain;      ///< tenths of dBi
    bool isFullHotspot = false;
    std::uint16_t locationAsserts = 0;
    bool isActive = false;
    std::uint64_t dcOnboardingFeePaid = 0;
};
Result<IotHotspotInfo> parseIotHotspotInfo(ByteSpan data);

enum class MobileDevice : std::uint8_t { Cbrs = 0, WifiIndoor = 1, WifiOutdoor = 2, WifiDataOnly = 3 };
struct MobileHotspotInfo {
    PublicKey asset;
    std::optional<std::uint64_t> location;
    bool isFullHotspot = false;
    std::uint16_t locationAsserts = 0;
    bool isActive = false;
    std::uint64_t dcOnboardingFeePaid = 0;
    MobileDevice device = MobileDevice::Cbrs;
};
/// The description of antennas behind it is not read.
Result<MobileHotspotInfo> parseMobileHotspotInfo(ByteSpan data);

struct Maker {
    PublicKey updateAuthority;
    PublicKey issuingAuthority;
    std::string name; ///< as stored: remote text
    PublicKey collection;
    PublicKey merkleTree;
    PublicKey dao;
};
Result<Maker> parseMaker(ByteSpan data);

struct DataOnlyConfig {
    PublicKey authority;
    PublicKey collection;
    PublicKey merkleTree;
    PublicKey dao;
};
Result<DataOnlyConfig> parseDataOnlyConfig(ByteSpan data);

struct MobileFees {
    MobileDevice device = MobileDevice::Cbrs;
    std::uint64_t dcOnboardingFee = 0;
    std::uint64_t locationStakingFee = 0; ///< DC
};
struct RewardableEntityConfig {
    PublicKey authority;
    std::string symbol;
    PublicKey subDao;
    /// IoT only: tenths of dBi, and DC for a change of place.
    std::int32_t minGain = 0;
    std::int32_t maxGain = 0;
    std::uint64_t fullLocationStakingFee = 0;
    std::uint64_t dataOnlyLocationStakingFee = 0;
    std::vector<MobileFees> mobile; ///< empty for IoT
    std::uint64_t stakingRequirement = 0;
};
Result<RewardableEntityConfig> parseRewardableEntityConfig(ByteSpan data);

struct Recipient {
    PublicKey lazyDistributor;
    PublicKey asset;
    std::uint64_t totalRewards = 0; ///< base units paid so far, over the lifetime
    std::vector<std::optional<std::uint64_t>> currentRewards;
    std::optional<PublicKey> destination; ///< somebody else whom the rewards go to
};
Result<Recipient> parseRecipient(ByteSpan data);

struct RewardOracle {
    PublicKey key;
    std::string url; ///< as stored: remote text
};
struct LazyDistributor {
    PublicKey rewardsMint;
    PublicKey rewardsEscrow;
    PublicKey authority;
    std::vector<RewardOracle> oracles;
    std::optional<PublicKey> approver;
};
Result<LazyDistributor> parseLazyDistributor(ByteSpan data);

struct DataCredits {
    PublicKey dcMint;
    PublicKey hntMint;
    PublicKey authority;
    PublicKey hntPriceOracle;
};
Result<DataCredits> parseDataCredits(ByteSpan data);

struct SubDaoFees {
    PublicKey dao;
    PublicKey dntMint;
    std::uint64_t onboardingDcFee = 0;
    std::uint64_t onboardingDataOnlyDcFee = 0;
};
Result<SubDaoFees> parseSubDaoFees(ByteSpan data);

/// A limit on what may leave an account (or be minted) per window of time.
struct CircuitBreaker {
    PublicKey guarded; ///< mint or token account
    std::uint64_t windowSeconds = 0;
    bool isAbsolute = false; ///< otherwise the threshold is a share of the balance out of 2^64-1
    std::uint64_t threshold = 0;
    std::uint64_t lastAggregated = 0;
    std::int64_t lastTime = 0; ///< Unix seconds

    /// Base units that may leave now; for a share, of `balance` base units.
    std::uint64_t available(std::int64_t nowSeconds, std::uint64_t balance) const;
};
Result<CircuitBreaker> parseCircuitBreaker(ByteSpan data);

/// A Pyth price account (PriceUpdateV2).
struct PriceUpdate {
    bool isFullyVerified = false;
    std::array<std::uint8_t, 32> feedId{};
    std::int64_t price = 0; ///< times 10^exponent USD
    std::uint64_t confidence = 0;
    std::int32_t exponent = 0;
    std::int64_t publishTime = 0; ///< Unix seconds
    std::int64_t emaPrice = 0;
    std::uint64_t emaConfidence = 0;

    /// The cautious price by which credits are minted: average less two confidences. May be negative.
    Int128 mintPrice() const;
};
Result<PriceUpdate> parsePriceUpdate(ByteSpan data);

/// Header of a concurrent merkle tree and what follows from the account's length.
struct MerkleTree {
    std::uint32_t maxDepth = 0;
    std::uint32_t maxBufferSize = 0;
    std::uint32_t canopyDepth = 0; ///< levels from the root that the account stores itself
    PublicKey authority;
};
/// `accountLength` is the whole account's; `data` may be cut off behind the header's 56 bytes.
Result<MerkleTree> parseMerkleTree(ByteSpan data, std::uint64_t accountLength);
inline constexpr std::size_t kMerkleTreeHeaderLength = 56;

} // namespace outpost::helium
