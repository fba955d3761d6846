// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/protocol/Accounts.h"

#include "core/codec/ByteReader.h"
#include "core/networks/helium/protocol/Anchor.h"
#include "core/networks/helium/protocol/ProtocolErrors.h"

namespace outpost::helium {

namespace {

using codec::ByteReader;

constexpr std::size_t kLongestText = 256;
constexpr std::size_t kLongestKey = 128;

std::unexpected<Error> bad(const char* what)
{
    return fail(errors::kHeliumBadAccount, what, {what});
}

/// The end of a parser: what was read, unless something was missing or of another form.
template <class Account> Result<Account> finished(const ByteReader& in, Account account, const char* what)
{
    if (!in.ok())
        return bad(what);
    return account;
}

PublicKey key(ByteReader& in)
{
    return PublicKey(in.array<32>());
}

std::optional<PublicKey> optionalKey(ByteReader& in)
{
    return in.optionTag() ? std::optional(key(in)) : std::nullopt;
}

/// A reader behind the discriminator; failed when it is another one.
ByteReader open(ByteSpan data, const Discriminator& kind)
{
    ByteReader in(data);
    if (in.array<8>() != kind)
        in.invalidate();
    return in;
}

MobileDevice mobileDevice(ByteReader& in)
{
    const std::uint8_t value = in.u8();
    if (value > 3)
        in.invalidate();
    return static_cast<MobileDevice>(value & 3);
}

/// value * numerator / denominator, rounded down, for numerator <= denominator.
std::uint64_t scaled(std::uint64_t value, std::uint64_t numerator, std::uint64_t denominator)
{
    const auto product = Int128::fromUnsigned(value).times(Int128::fromUnsigned(numerator));
    if (!product) // only when both are beyond 2^63: a bit of precision is then no loss
        return scaled(value / 2, numerator, denominator) * 2;
    return *product->dividedTruncated(Int128::fromUnsigned(denominator))->toUint64();
}

void readMobileFees(ByteReader& in, std::size_t reservedBytes, std::vector<MobileFees>& out)
{
    const std::uint32_t count = in.count(17 + reservedBytes);
    for (std::uint32_t i = 0; i < count && in.ok(); ++i) {
        MobileFees fees;
        fees.device = mobileDevice(in);
        fees.dcOnboardingFee = in.u64();
        fees.locationStakingFee = in.u64();
        in.skip(reservedBytes);
        out.push_back(fees);
    }
}

} // namespace

Result<KeyToAsset> parseKeyToAsset(ByteSpan data)
{
    ByteReader in = open(data, accountKind::kKeyToAssetV0);
    KeyToAsset a;
    a.dao = key(in);
    a.asset = key(in);
    a.entityKey = toBytes(in.lengthPrefixed(kLongestKey));
    in.u8();
    const std::uint8_t serialization = in.u8();
    if (!in.ok() || serialization > 1)
        return bad("KeyToAssetV0");
    a.isBase58Key = serialization == 0;
    return a;
}

Result<IotHotspotInfo> parseIotHotspotInfo(ByteSpan data)
{
    ByteReader in = open(data, accountKind::kIotHotspotInfoV0);
    IotHotspotInfo a;
    a.asset = key(in);
    in.u8();
    a.location = in.optional<std::uint64_t>();
    a.elevation = in.optional<std::int32_t>();
    a.gain = in.optional<std::int32_t>();
    a.isFullHotspot = in.boolean();
    a.locationAsserts = in.u16();
    a.isActive = in.boolean();
    a.dcOnboardingFeePaid = in.u64();
    return finished(in, std::move(a), "IotHotspotInfoV0");
}

Result<MobileHotspotInfo> parseMobileHotspotInfo(ByteSpan data)
{
    ByteReader in = open(data, accountKind::kMobileHotspotInfoV0);
    MobileHotspotInfo a;
    a.asset = key(in);
    in.u8();
    a.location = in.optional<std::uint64_t>();
    a.isFullHotspot = in.boolean();
    a.locationAsserts = in.u16();
    a.isActive = in.boolean();
    a.dcOnboardingFeePaid = in.u64();
    a.device = mobileDevice(in);
    return finished(in, std::move(a), "MobileHotspotInfoV0");
}

Result<Maker> parseMaker(ByteSpan data)
{
    ByteReader in = open(data, accountKind::kMakerV0);
    Maker a;
    a.updateAuthority = key(in);
    a.issuingAuthority = key(in);
    a.name = in.string(kLongestText);
    in.u8();
    a.collection = key(in);
    a.merkleTree = key(in);
    in.u8();
    a.dao = key(in);
    return finished(in, std::move(a), "MakerV0");
}

Result<DataOnlyConfig> parseDataOnlyConfig(ByteSpan data)
{
    ByteReader in = open(data, accountKind::kDataOnlyConfigV0);
    DataOnlyConfig a;
    a.authority = key(in);
    in.u8();
    a.collection = key(in);
    a.merkleTree = key(in);
    in.u8();
    a.dao = key(in);
    return finished(in, std::move(a), "DataOnlyConfigV0");
}

Result<RewardableEntityConfig> parseRewardableEntityConfig(ByteSpan data)
{
    ByteReader in = open(data, accountKind::kRewardableEntityConfigV0);
    RewardableEntityConfig a;
    a.authority = key(in);
    a.symbol = in.string(kLongestText);
    a.subDao = key(in);
    switch (in.u8()) {
    case 0:
        a.minGain = in.i32();
        a.maxGain = in.i32();
        a.fullLocationStakingFee = in.u64();
        a.dataOnlyLocationStakingFee = in.u64();
        break;
    case 1:
        a.fullLocationStakingFee = in.u64();
        a.dataOnlyLocationStakingFee = in.u64();
        break;
    case 2:
        readMobileFees(in, 0, a.mobile);
        break;
    case 3:
        readMobileFees(in, 72, a.mobile);
        break;
    default:
        in.invalidate();
    }
    in.u8();
    a.stakingRequirement = in.u64();
    return finished(in, std::move(a), "RewardableEntityConfigV0");
}

Result<Recipient> parseRecipient(ByteSpan data)
{
    ByteReader in = open(data, accountKind::kRecipientV0);
    Recipient a;
    a.lazyDistributor = key(in);
    a.asset = key(in);
    a.totalRewards = in.u64();
    in.u16();
    const std::uint32_t count = in.count(1);
    for (std::uint32_t i = 0; i < count && in.ok(); ++i)
        a.currentRewards.push_back(in.optional<std::uint64_t>());
    in.u8();
    in.u64();
    const PublicKey destination = key(in);
    if (!in.ok())
        return bad("RecipientV0");
    if (!destination.isZero())
        a.destination = destination;
    return a;
}

Result<LazyDistributor> parseLazyDistributor(ByteSpan data)
{
    ByteReader in = open(data, accountKind::kLazyDistributorV0);
    LazyDistributor a;
    in.u16();
    a.rewardsMint = key(in);
    a.rewardsEscrow = key(in);
    a.authority = key(in);
    const std::uint32_t count = in.count(36);
    for (std::uint32_t i = 0; i < count && in.ok(); ++i) {
        RewardOracle oracle{key(in), {}};
        oracle.url = in.string(kLongestText);
        a.oracles.push_back(std::move(oracle));
    }
    in.u8();
    a.approver = optionalKey(in);
    return finished(in, std::move(a), "LazyDistributorV0");
}

Result<DataCredits> parseDataCredits(ByteSpan data)
{
    ByteReader in = open(data, accountKind::kDataCreditsV0);
    DataCredits a;
    a.dcMint = key(in);
    a.hntMint = key(in);
    a.authority = key(in);
    a.hntPriceOracle = key(in);
    return finished(in, std::move(a), "DataCreditsV0");
}

Result<SubDaoFees> parseSubDaoFees(ByteSpan data)
{
    constexpr std::size_t kKey = PublicKey::kSize;
    constexpr std::size_t kU64 = sizeof(std::uint64_t);
    constexpr std::size_t kU128 = 2 * kU64;
    ByteReader in = open(data, accountKind::kSubDaoV0);
    SubDaoFees a;
    a.dao = key(in);
    a.dntMint = key(in);
    in.skip(3 * kKey);             // treasury, rewards escrow, delegator pool
    in.skip(kU128 + kU64 + kU128); // delegated votes: amount, time, rate
    in.skip(3 * kKey);             // authority, a retired one, who may burn
    a.onboardingDcFee = in.u64();
    in.skip(std::size_t{in.count(2 * kU64)} * 2 * kU64); // emission schedule
    in.u8();
    in.skip(kKey + kU64); // registrar, a retired field
    a.onboardingDataOnlyDcFee = in.u64();
    return finished(in, std::move(a), "SubDaoV0");
}

Result<CircuitBreaker> parseCircuitBreaker(ByteSpan data)
{
    const bool isMint = data.size() >= 8 && std::equal(accountKind::kMintWindowedCircuitBreakerV0.begin(),
                                                       accountKind::kMintWindowedCircuitBreakerV0.end(), data.begin());
    ByteReader in =
        open(data, isMint ? accountKind::kMintWindowedCircuitBreakerV0 : accountKind::kAccountWindowedCircuitBreakerV0);
    CircuitBreaker a;
    a.guarded = key(in);
    in.skip(2 * PublicKey::kSize);
    a.windowSeconds = in.u64();
    const std::uint8_t type = in.u8();
    a.threshold = in.u64();
    a.lastAggregated = in.u64();
    a.lastTime = in.i64();
    if (!in.ok() || type > 1)
        return bad("WindowedCircuitBreakerV0");
    a.isAbsolute = type == 1;
    return a;
}

std::uint64_t CircuitBreaker::available(std::int64_t nowSeconds, std::uint64_t balance) const
{
    const std::uint64_t limit = isAbsolute ? threshold : scaled(balance, threshold, ~std::uint64_t{0});
    const std::int64_t passed = nowSeconds > lastTime ? nowSeconds - lastTime : 0;
    const std::uint64_t left = windowSeconds - std::min(windowSeconds, static_cast<std::uint64_t>(passed));
    const std::uint64_t stillCounted = windowSeconds == 0 ? 0 : scaled(lastAggregated, left, windowSeconds);
    return limit - std::min(limit, stillCounted);
}

Result<PriceUpdate> parsePriceUpdate(ByteSpan data)
{
    ByteReader in(data);
    in.skip(8 + PublicKey::kSize);
    PriceUpdate a;
    const std::uint8_t verification = in.u8();
    if (verification == 0)
        in.u8(); // how many guardians signed
    a.isFullyVerified = verification == 1;
    a.feedId = in.array<32>();
    a.price = in.i64();
    a.confidence = in.u64();
    a.exponent = in.i32();
    a.publishTime = in.i64();
    in.i64();
    a.emaPrice = in.i64();
    a.emaConfidence = in.u64();
    in.u64();
    if (!in.ok() || verification > 1 || a.exponent > 0 || a.exponent < -18)
        return bad("PriceUpdateV2");
    return a;
}

Int128 PriceUpdate::mintPrice() const
{
    // 64-bit values: neither step can overflow.
    return *Int128(emaPrice).minus(*Int128::fromUnsigned(emaConfidence).times(2));
}

Result<MerkleTree> parseMerkleTree(ByteSpan data, std::uint64_t accountLength)
{
    constexpr std::uint8_t kConcurrentTree = 1;
    constexpr std::uint32_t kDeepest = 30;
    constexpr std::uint32_t kLargestBuffer = 2048;
    constexpr std::uint64_t kNode = 32;
    ByteReader in(data);
    const std::uint8_t kind = in.u8();
    in.u8();
    MerkleTree a;
    a.maxBufferSize = in.u32();
    a.maxDepth = in.u32();
    a.authority = key(in);
    if (!in.ok() || kind != kConcurrentTree || a.maxDepth == 0 || a.maxDepth > kDeepest || a.maxBufferSize == 0 ||
        a.maxBufferSize > kLargestBuffer)
        return bad("merkle tree");
    const std::uint64_t path = 40 + kNode * a.maxDepth;
    const std::uint64_t withoutCanopy = kMerkleTreeHeaderLength + 24 + a.maxBufferSize * path + path;
    if (accountLength < withoutCanopy || (accountLength - withoutCanopy) % kNode != 0)
        return bad("merkle tree length");
    // A canopy of depth c stores 2^(c+1) - 2 nodes: all levels below the root down to c.
    const std::uint64_t nodes = (accountLength - withoutCanopy) / kNode;
    while (a.canopyDepth <= a.maxDepth && (std::uint64_t{2} << a.canopyDepth) - 2 < nodes)
        ++a.canopyDepth;
    if ((std::uint64_t{2} << a.canopyDepth) - 2 != nodes || a.canopyDepth > a.maxDepth)
        return bad("merkle tree canopy");
    return a;
}

} // namespace outpost::helium
