// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/demo/Layouts.h"

#include "core/codec/ByteReader.h"
#include "core/codec/ByteWriter.h"

namespace outpost::heliumdemo {

namespace {

using codec::ByteReader;
using codec::ByteWriter;

class Writer : public ByteWriter {
public:
    explicit Writer(std::string_view name) { bytes(demo::anchorAccountDiscriminator(name)); }
    Writer& key(const Pubkey& k)
    {
        bytes(k.span());
        return *this;
    }
    Writer& zeros(std::size_t count)
    {
        bytes(Bytes(count));
        return *this;
    }
    Bytes padded(std::size_t size)
    {
        Bytes all = done();
        all.resize(std::max(size, all.size()));
        return all;
    }
};

Pubkey key(ByteReader& reader)
{
    return Pubkey{reader.array<32>()};
}

/// A reader behind the type's name, or nothing when this is another account.
std::optional<ByteReader> open(const Account& account, const Pubkey& owner, std::string_view name)
{
    const auto discriminator = demo::anchorAccountDiscriminator(name);
    if (account.owner != owner || account.data.size() < 8 ||
        !std::ranges::equal(ByteSpan(account.data).first(8), discriminator))
        return std::nullopt;
    return ByteReader(ByteSpan(account.data).subspan(8));
}

template <class T> std::optional<T> whole(const ByteReader& reader, T value)
{
    return reader.ok() ? std::optional<T>(std::move(value)) : std::nullopt;
}

} // namespace

Bytes KeyToAsset::encode() const
{
    Writer w("KeyToAssetV0");
    w.key(dao).key(asset).lengthPrefixed(entityKey).u8(bump).u8(serialization);
    return w.done();
}

std::optional<KeyToAsset> KeyToAsset::decode(const Account& account)
{
    auto r = open(account, program::kEntityManager, "KeyToAssetV0");
    if (!r)
        return std::nullopt;
    KeyToAsset v;
    v.dao = key(*r);
    v.asset = key(*r);
    v.entityKey = toBytes(r->lengthPrefixed(256));
    v.bump = r->u8();
    v.serialization = r->u8();
    return whole(*r, std::move(v));
}

Bytes IotInfo::encode() const
{
    Writer w("IotHotspotInfoV0");
    w.key(asset).u8(bump).optional(location).optional(elevation).optional(gain);
    w.boolean(isFullHotspot).u16(locationAsserts).boolean(isActive).u64(dcOnboardingFeePaid);
    return w.padded(kSpace);
}

std::optional<IotInfo> IotInfo::decode(const Account& account)
{
    auto r = open(account, program::kEntityManager, "IotHotspotInfoV0");
    if (!r)
        return std::nullopt;
    IotInfo v;
    v.asset = key(*r);
    v.bump = r->u8();
    v.location = r->optional<std::uint64_t>();
    v.elevation = r->optional<std::int32_t>();
    v.gain = r->optional<std::int32_t>();
    v.isFullHotspot = r->boolean();
    v.locationAsserts = r->u16();
    v.isActive = r->boolean();
    v.dcOnboardingFeePaid = r->u64();
    return whole(*r, v);
}

Bytes Maker::encode() const
{
    Writer w("MakerV0");
    w.key(updateAuthority).key(issuingAuthority).string(name).u8(bump);
    w.key(collection).key(merkleTree).u8(collectionBump);
    w.key(dao);
    return w.done();
}

std::optional<Maker> Maker::decode(const Account& account)
{
    auto r = open(account, program::kEntityManager, "MakerV0");
    if (!r)
        return std::nullopt;
    Maker v;
    v.updateAuthority = key(*r);
    v.issuingAuthority = key(*r);
    v.name = r->string(64);
    v.bump = r->u8();
    v.collection = key(*r);
    v.merkleTree = key(*r);
    v.collectionBump = r->u8();
    v.dao = key(*r);
    return whole(*r, std::move(v));
}

Bytes MakerApproval::encode() const
{
    Writer w("MakerApprovalV0");
    w.key(rewardableEntityConfig).key(maker).u8(bump);
    return w.done();
}

std::optional<MakerApproval> MakerApproval::decode(const Account& account)
{
    auto r = open(account, program::kEntityManager, "MakerApprovalV0");
    if (!r)
        return std::nullopt;
    MakerApproval v;
    v.rewardableEntityConfig = key(*r);
    v.maker = key(*r);
    v.bump = r->u8();
    return whole(*r, v);
}

Bytes DataOnlyConfig::encode() const
{
    Writer w("DataOnlyConfigV0");
    w.key(authority).u8(bump);
    w.key(collection).key(merkleTree).u8(collectionBump);
    w.key(dao).u32(newTreeDepth).u32(newTreeBufferSize).u64(newTreeSpace).u64(newTreeFeeLamports);
    return w.done();
}

std::optional<DataOnlyConfig> DataOnlyConfig::decode(const Account& account)
{
    auto r = open(account, program::kEntityManager, "DataOnlyConfigV0");
    if (!r)
        return std::nullopt;
    DataOnlyConfig v;
    v.authority = key(*r);
    v.bump = r->u8();
    v.collection = key(*r);
    v.merkleTree = key(*r);
    v.collectionBump = r->u8();
    v.dao = key(*r);
    v.newTreeDepth = r->u32();
    v.newTreeBufferSize = r->u32();
    v.newTreeSpace = r->u64();
    v.newTreeFeeLamports = r->u64();
    return whole(*r, v);
}

Bytes EntityConfig::encode() const
{
    Writer w("RewardableEntityConfigV0");
    w.key(authority).string(symbol);
    w.key(subDao);
    if (mobileFees.empty()) {
        w.u8(0).i32(minGain).i32(maxGain).u64(fullLocationFee).u64(dataOnlyLocationFee);
    } else {
        w.u8(3).u32(static_cast<std::uint32_t>(mobileFees.size()));
        for (const MobileFee& fee : mobileFees) {
            w.u8(fee.device).u64(fee.onboarding).u64(fee.location).u64(fee.mobileUsd);
            w.zeros(64);
        }
    }
    w.u8(bump).u64(stakingRequirement);
    return w.done();
}

std::optional<EntityConfig> EntityConfig::decode(const Account& account)
{
    auto r = open(account, program::kEntityManager, "RewardableEntityConfigV0");
    if (!r)
        return std::nullopt;
    EntityConfig v;
    v.authority = key(*r);
    v.symbol = r->string(32);
    v.subDao = key(*r);
    if (r->u8() != 0)
        return std::nullopt;
    v.minGain = r->i32();
    v.maxGain = r->i32();
    v.fullLocationFee = r->u64();
    v.dataOnlyLocationFee = r->u64();
    v.bump = r->u8();
    v.stakingRequirement = r->u64();
    return whole(*r, std::move(v));
}

Bytes SubDao::encode() const
{
    Writer w("SubDaoV0");
    w.key(dao).key(dntMint).key(treasury).key(rewardsEscrow).key(delegatorPool);
    w.zeros(16 + 8 + 16); // what is delegated: nothing here
    w.key(authority).zeros(32);
    w.key(dcBurnAuthority).u64(onboardingFee).u32(0).u8(bump);
    w.key(registrar).u64(0).u64(dataOnlyOnboardingFee).u64(onboardingFeesPaid);
    w.key(activeDeviceAuthority);
    return w.done();
}

std::optional<SubDao> SubDao::decode(const Account& account)
{
    auto r = open(account, program::kSubDaos, "SubDaoV0");
    if (!r)
        return std::nullopt;
    SubDao v;
    v.dao = key(*r);
    v.dntMint = key(*r);
    v.treasury = key(*r);
    v.rewardsEscrow = key(*r);
    v.delegatorPool = key(*r);
    r->skip(40);
    v.authority = key(*r);
    r->skip(32);
    v.dcBurnAuthority = key(*r);
    v.onboardingFee = r->u64();
    if (r->u32() != 0)
        return std::nullopt;
    v.bump = r->u8();
    v.registrar = key(*r);
    r->skip(8);
    v.dataOnlyOnboardingFee = r->u64();
    v.onboardingFeesPaid = r->u64();
    v.activeDeviceAuthority = key(*r);
    return whole(*r, v);
}

Bytes Dao::encode() const
{
    const Derived& d = derived();
    Writer w("DaoV0");
    w.key(mint::kHnt).key(mint::kDc).key(authority).key(registrar);
    w.zeros(32).u64(164'383'561'643u).u32(2); // at most 1,643.83561643 HNT a day from burnt ones; two sub-networks
    w.u32(1).i64(scheduleStart).u64(emissionPerEpoch);
    w.u32(1).i64(scheduleStart).u8(0);
    w.u8(bump);
    w.key(d.rewardsEscrow).zeros(32).u64(6'000'000'000u); // 6 % to those who delegate
    w.zeros(32 + 4 * 40);
    return w.done();
}

bool Dao::is(const Account& account)
{
    return open(account, program::kSubDaos, "DaoV0").has_value();
}

Bytes LazyDistributor::encode() const
{
    Writer w("LazyDistributorV0");
    w.u16(version);
    w.key(rewardsMint).key(rewardsEscrow).key(authority).u32(static_cast<std::uint32_t>(oracles.size()));
    for (const Oracle& oracle : oracles)
        w.key(oracle.key).string(oracle.url);
    w.u8(bump).boolean(approver.has_value());
    if (approver)
        w.key(*approver);
    return w.done();
}

std::optional<LazyDistributor> LazyDistributor::decode(const Account& account)
{
    auto r = open(account, program::kLazyDistributor, "LazyDistributorV0");
    if (!r)
        return std::nullopt;
    LazyDistributor v;
    v.version = r->u16();
    v.rewardsMint = key(*r);
    v.rewardsEscrow = key(*r);
    v.authority = key(*r);
    const std::uint32_t count = r->count(36);
    for (std::uint32_t i = 0; i < count; ++i) {
        Oracle oracle;
        oracle.key = key(*r);
        oracle.url = r->string(256);
        v.oracles.push_back(std::move(oracle));
    }
    v.bump = r->u8();
    if (r->optionTag())
        v.approver = key(*r);
    return whole(*r, std::move(v));
}

Bytes Recipient::encode(std::size_t space) const
{
    Writer w("RecipientV0");
    w.key(lazyDistributor).key(asset).u64(totalRewards).u16(configVersion);
    w.u32(static_cast<std::uint32_t>(currentRewards.size()));
    for (const auto& rewards : currentRewards)
        w.optional(rewards);
    w.u8(bump).u64(reserved);
    w.key(destination);
    return w.padded(space);
}

std::optional<Recipient> Recipient::decode(const Account& account)
{
    auto r = open(account, program::kLazyDistributor, "RecipientV0");
    if (!r)
        return std::nullopt;
    Recipient v;
    v.lazyDistributor = key(*r);
    v.asset = key(*r);
    v.totalRewards = r->u64();
    v.configVersion = r->u16();
    const std::uint32_t count = r->count(1);
    for (std::uint32_t i = 0; i < count; ++i)
        v.currentRewards.push_back(r->optional<std::uint64_t>());
    v.bump = r->u8();
    v.reserved = r->u64();
    v.destination = key(*r);
    return whole(*r, std::move(v));
}

Bytes DataCredits::encode() const
{
    Writer w("DataCreditsV0");
    w.key(dcMint).key(hntMint).key(authority).key(hntPriceOracle).u8(bump);
    w.key(accountPayer).u8(accountPayerBump);
    return w.done();
}

std::optional<DataCredits> DataCredits::decode(const Account& account)
{
    auto r = open(account, program::kDataCredits, "DataCreditsV0");
    if (!r)
        return std::nullopt;
    DataCredits v;
    v.dcMint = key(*r);
    v.hntMint = key(*r);
    v.authority = key(*r);
    v.hntPriceOracle = key(*r);
    v.bump = r->u8();
    v.accountPayer = key(*r);
    v.accountPayerBump = r->u8();
    return whole(*r, v);
}

Bytes Breaker::encode() const
{
    Writer w(kind == Kind::Mint ? "MintWindowedCircuitBreakerV0" : "AccountWindowedCircuitBreakerV0");
    w.key(subject).key(authority).key(holder).u64(windowSeconds).u8(thresholdType).u64(threshold);
    w.u64(lastAggregate).i64(lastUnix).u8(bump);
    return w.done();
}

std::optional<Breaker> Breaker::decode(const Account& account)
{
    Breaker v;
    auto r = open(account, program::kCircuitBreaker, "MintWindowedCircuitBreakerV0");
    if (!r) {
        v.kind = Kind::Account;
        r = open(account, program::kCircuitBreaker, "AccountWindowedCircuitBreakerV0");
    }
    if (!r)
        return std::nullopt;
    v.subject = key(*r);
    v.authority = key(*r);
    v.holder = key(*r);
    v.windowSeconds = r->u64();
    v.thresholdType = r->u8();
    v.threshold = r->u64();
    v.lastAggregate = r->u64();
    v.lastUnix = r->i64();
    v.bump = r->u8();
    return whole(*r, v);
}

std::uint64_t Breaker::aggregateAt(std::int64_t unixSeconds) const
{
    const auto passed = static_cast<std::uint64_t>(std::max<std::int64_t>(0, unixSeconds - lastUnix));
    if (windowSeconds == 0 || passed >= windowSeconds)
        return 0;
    const auto left = Int128::fromUnsigned(lastAggregate).times(Int128::fromUnsigned(windowSeconds - passed));
    return *left->dividedTruncated(Int128::fromUnsigned(windowSeconds))->toUint64();
}

Bytes PriceUpdate::encode() const
{
    Writer w("PriceUpdateV2");
    w.key(writeAuthority).u8(1);
    w.key(feed).i64(price).u64(confidence).i32(exponent).i64(publishTime).i64(previousPublishTime);
    w.i64(emaPrice).u64(emaConfidence).u64(postedSlot);
    return w.padded(134); // the account is sized for the longer form of the verification level
}

std::optional<PriceUpdate> PriceUpdate::decode(const Account& account)
{
    auto r = open(account, program::kPythReceiver, "PriceUpdateV2");
    if (!r)
        return std::nullopt;
    PriceUpdate v;
    v.writeAuthority = key(*r);
    if (r->u8() != 1)
        return std::nullopt;
    v.feed = key(*r);
    v.price = r->i64();
    v.confidence = r->u64();
    v.exponent = r->i32();
    v.publishTime = r->i64();
    v.previousPublishTime = r->i64();
    v.emaPrice = r->i64();
    v.emaConfidence = r->u64();
    v.postedSlot = r->u64();
    return whole(*r, v);
}

Bytes lookupTableBytes(const Pubkey& authority, std::span<const Pubkey> keys)
{
    ByteWriter w;
    w.u32(1).u64(~0ull).u64(0).u8(0).u8(1).bytes(authority.span()).u16(0);
    for (const Pubkey& k : keys)
        w.bytes(k.span());
    return w.done();
}

} // namespace outpost::heliumdemo
