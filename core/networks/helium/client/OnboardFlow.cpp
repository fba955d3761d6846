// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/client/OnboardFlow.h"

#include "core/base/Encoding.h"
#include "core/chain/solana/Builders.h"
#include "core/chain/solana/Transaction.h"
#include "core/ledger/LedgerErrors.h"
#include "core/networks/helium/client/ClaimFlow.h"
#include "core/networks/helium/client/ClientErrors.h"
#include "core/networks/helium/protocol/AddGateway.h"
#include "core/networks/helium/protocol/ProtocolErrors.h"

#include <charconv>

namespace outpost::helium {

using namespace std::chrono_literals;
using networks::DraftTransaction;
using networks::FlowPlan;
using networks::OnboardingOffer;
using networks::StepOutcome;
using solana::Instruction;

namespace {

using Data = std::map<std::string, std::string>;

constexpr int kLocationResolution = 12; // what the programs store

/// Everything a step works with; a value, so that a coroutine holds its own.
struct Work {
    HeliumChain* chain;
    HeliumServices* services;
    HotspotProtocol* protocol;
    NetworkKeys keys;
    Data params;    ///< of the operation: the first step's inputs
    Data signature; ///< what the sign step left
    networks::FlowContext context;
    QPointer<links::GattClient> device;
};

template <class T> Result<T> integer(const Data& data, const std::string& key)
{
    const auto it = data.find(key);
    T value{};
    if (it == data.end())
        return fail(errors::kInternal, "operation lacks " + key);
    const auto [end, ec] = std::from_chars(it->second.data(), it->second.data() + it->second.size(), value);
    if (ec != std::errc{} || end != it->second.data() + it->second.size())
        return fail(errors::kInternal, "operation has a bad " + key);
    return value;
}

template <class T> std::optional<T> optionalInteger(const Data& data, const std::string& key)
{
    const auto value = integer<T>(data, key);
    return value ? std::optional(*value) : std::nullopt;
}

Whereabouts whereabouts(const Data& params)
{
    return {optionalInteger<std::uint64_t>(params, "cell"), optionalInteger<std::int32_t>(params, "elevation"),
            optionalInteger<std::int32_t>(params, "gain")};
}

std::string text(const Data& data, const std::string& key)
{
    const auto it = data.find(key);
    return it == data.end() ? std::string() : it->second;
}

Result<Bytes> entityKey(const Data& params)
{
    return fromBase58(text(params, "hotspot"));
}

Result<PublicKey> wallet(const Work& work)
{
    return PublicKey::fromBase58(work.context.wallet.str());
}

StepOutcome outcome(StepOutcome::Kind kind)
{
    StepOutcome result;
    result.kind = kind;
    return result;
}

StepOutcome waitFor(std::string what, std::chrono::milliseconds time)
{
    StepOutcome result = outcome(StepOutcome::Kind::Wait);
    result.waitingFor = std::move(what);
    result.wait = time;
    return result;
}

StepOutcome sign(DraftTransaction draft)
{
    StepOutcome result = outcome(StepOutcome::Kind::Sign);
    result.draft = std::move(draft);
    return result;
}

// --- findOut
// ---------------------------------------------------------------------------------------------------------------

Task<StepOutcome> findRegistration(Work work, bool needInfo)
{
    OUTPOST_CO_TRY(const Bytes key, entityKey(work.params));
    OUTPOST_CO_TRY(const HotspotOnChain found, co_await work.chain->hotspot(key, work.context.cancel));
    if (!found.keyToAsset || (needInfo && !found.info))
        co_return outcome(StepOutcome::Kind::NotDone);
    StepOutcome done;
    done.data["asset"] = found.keyToAsset->asset.toBase58();
    co_return done;
}

Task<StepOutcome> findIndexed(Work work)
{
    OUTPOST_CO_TRY(const Bytes key, entityKey(work.params));
    OUTPOST_CO_TRY(const HotspotOnChain found, co_await work.chain->hotspot(key, work.context.cancel));
    if (!found.keyToAsset)
        co_return waitFor("progress.waitingForNetwork", 2s);
    auto asset = co_await work.chain->rpc().asset(found.keyToAsset->asset, work.context.cancel);
    if (!asset && asset.error().is(errors::kLedgerNotIndexed))
        co_return waitFor("progress.waitingForIndex", 2s);
    if (!asset)
        co_return std::unexpected(std::move(asset.error()));
    if (asset->owner.toBase58() != work.context.wallet.str())
        co_return fail(errors::kHeliumOwnedByOther, asset->owner.toBase58(), {asset->owner.toBase58()});
    co_return StepOutcome{};
}

Task<StepOutcome> findCredits(Work work)
{
    const auto credits = optionalInteger<std::uint64_t>(work.params, "credits").value_or(0);
    if (credits == 0)
        co_return StepOutcome{};
    // Once the registration itself is there the credits were spent, and buying them again would be wrong.
    OUTPOST_CO_TRY(const Bytes key, entityKey(work.params));
    OUTPOST_CO_TRY(const HotspotOnChain found, co_await work.chain->hotspot(key, work.context.cancel));
    const bool moved = found.info && found.info->location == whereabouts(work.params).location;
    if (moved)
        co_return StepOutcome{};
    OUTPOST_CO_TRY(const PublicKey owner, wallet(work));
    OUTPOST_CO_TRY(const std::uint64_t there, co_await work.chain->tokenBalance(owner, mint::kDc, work.context.cancel));
    co_return outcome(there >= credits ? StepOutcome::Kind::Done : StepOutcome::Kind::NotDone);
}

Task<StepOutcome> findUpdated(Work work)
{
    OUTPOST_CO_TRY(const Bytes key, entityKey(work.params));
    OUTPOST_CO_TRY(const HotspotOnChain found, co_await work.chain->hotspot(key, work.context.cancel));
    if (!found.info)
        co_return outcome(StepOutcome::Kind::NotDone);
    const Whereabouts wanted = whereabouts(work.params);
    const bool same = (!wanted.location || found.info->location == wanted.location) &&
                      (!wanted.elevation || found.info->elevation == wanted.elevation) &&
                      (!wanted.gain || found.info->gain == wanted.gain);
    co_return outcome(same ? StepOutcome::Kind::Done : StepOutcome::Kind::NotDone);
}

// --- perform
// ---------------------------------------------------------------------------------------------------------------

Task<StepOutcome> askDevice(Work work)
{
    if (work.device.isNull())
        co_return outcome(StepOutcome::Kind::NeedDevice);
    OUTPOST_CO_TRY(const PublicKey owner, wallet(work));
    const std::string address = HotspotKey::fromSolana(owner).text();
    OUTPOST_CO_TRY(const Bytes envelope,
                   co_await work.protocol->signAddGateway(*work.device, address, address, work.context.cancel));
    OUTPOST_CO_TRY(const AddGateway blob, parseAddGateway(envelope));
    OUTPOST_CO_TRY(const Bytes key, entityKey(work.params));
    if (blob.gateway.entityKey() != key || !blob.owner || blob.owner->text() != address)
        co_return fail(errors::kHeliumRegistrationForged, "signed for another device or owner");
    StepOutcome done;
    done.data["registration"] = toBase64(envelope);
    co_return done;
}

/// A server's transaction with the plan that it must equal. A payer other than the wallet is named in the draft as the
/// maker's own key, read from the chain: the gate refuses any other.
Result<DraftTransaction> serverDraft(const Bytes& transaction, std::vector<Instruction> plan, const Maker& maker,
                                     const Address& wallet, std::uint64_t expiresAfter)
{
    OUTPOST_TRY(const solana::Transaction built, solana::Transaction::parse(transaction));
    DraftTransaction draft;
    draft.transaction = transaction;
    draft.expiresAfter = expiresAfter;
    const PublicKey payer = built.message().feePayer();
    OUTPOST_TRY(solana::Message expected,
                solana::Message::compile(solana::MessageVersion::V0, payer, built.message().blockhash(), plan));
    draft.expected = solana::Transaction(std::move(expected)).serialize();
    if (payer.toBase58() != wallet.str()) {
        draft.feePayer = maker.issuingAuthority.toBase58();
        draft.feePayerRole = plainText(maker.name, 80);
    }
    return draft;
}

Task<Maker> readMaker(HeliumChain* chain, std::string name, CancelToken cancel)
{
    OUTPOST_CO_TRY(const auto read, co_await chain->rpc().accounts({pda::maker(name)}, ledger::Commitment::Confirmed,
                                                                   std::nullopt, std::move(cancel)));
    if (!read.accounts[0] || read.accounts[0]->owner != program::kEntityManager)
        co_return fail(errors::kHeliumBadAccount, "maker");
    co_return parseMaker(read.accounts[0]->data);
}

/// Makers buy credits in advance; one that has run out leaves the fees to the owner.
Task<bool> makerHasCredits(HeliumChain* chain, std::string name, std::uint64_t credits, CancelToken cancel)
{
    OUTPOST_CO_TRY(const Maker maker, co_await readMaker(chain, std::move(name), cancel));
    OUTPOST_CO_TRY(const std::uint64_t held, co_await chain->tokenBalance(maker.issuingAuthority, mint::kDc, cancel));
    co_return held >= credits;
}

/// One transaction of a reply that must hold exactly one for us.
Result<Bytes> onlyOne(std::vector<Bytes> transactions)
{
    if (transactions.size() != 1)
        return fail(errors::kHeliumServiceShape, "not one transaction", {"onboarding server"});
    return std::move(transactions.front());
}

/// The last height at which a server's transaction can land, at the latest: asked after its answer, because a blockhash
/// that it took while it worked lives longer than one from before.
Task<std::uint64_t> serversExpiry(Work work)
{
    OUTPOST_CO_TRY(const auto blockhash,
                   co_await work.chain->rpc().latestBlockhash(ledger::Commitment::Confirmed, work.context.cancel));
    co_return blockhash.lastValidBlockHeight;
}

Task<StepOutcome> issue(Work work)
{
    OUTPOST_CO_TRY(const Bytes envelope, fromBase64(text(work.signature, "registration"), 1024));
    OUTPOST_CO_TRY(const AddGateway blob, parseAddGateway(envelope));
    OUTPOST_CO_TRY(const PublicKey owner, wallet(work));
    if (text(work.params, "mode") == "data-only") {
        OUTPOST_CO_TRY(const auto read,
                       co_await work.chain->rpc().accounts({pda::fixed().dataOnlyConfig}, ledger::Commitment::Confirmed,
                                                           std::nullopt, work.context.cancel));
        if (!read.accounts[0] || read.accounts[0]->owner != program::kEntityManager)
            co_return fail(errors::kHeliumBadAccount, "data-only rules");
        OUTPOST_CO_TRY(const DataOnlyConfig config, parseDataOnlyConfig(read.accounts[0]->data));
        const IssueDataOnlyEntity call{.payer = owner,
                                       .eccVerifier = work.keys.eccVerifier,
                                       .collection = config.collection,
                                       .recipient = owner,
                                       .merkleTree = config.merkleTree,
                                       .entityKey = blob.gateway.entityKey()};
        OUTPOST_CO_TRY(const auto price, integer<std::uint64_t>(work.params, "microLamports"));
        // The verifier reads the old form of messages only, compute budget inside because the bytes must not change.
        OUTPOST_CO_TRY(DraftTransaction draft,
                       co_await work.chain->draft(solana::MessageVersion::Legacy, owner, kUnitsIssue, price,
                                                  {call.build()}, work.context.cancel));
        OUTPOST_CO_TRY(const Bytes verified,
                       co_await work.services->verifyDevice(draft.transaction, blob.signedMessage(),
                                                            blob.gatewaySignature, work.context.cancel));
        OUTPOST_CO_TRY(const auto ours, solana::Transaction::parse(draft.transaction));
        OUTPOST_CO_TRY(const auto theirs, solana::Transaction::parse(verified));
        if (ours.message() != theirs.message())
            co_return fail(errors::kHeliumServiceShape, "verifier changed the message", {"verifier"});
        draft.transaction = verified;
        co_return sign(std::move(draft));
    }
    OUTPOST_CO_TRY(const Maker maker,
                   co_await readMaker(work.chain, text(work.params, "makerName"), work.context.cancel));
    OUTPOST_CO_TRY(auto built,
                   co_await work.services->createHotspot(envelope, text(work.params, "payer"), work.context.cancel));
    if (built.empty()) // somebody was faster: look again
        co_return waitFor("progress.waitingForNetwork", 2s);
    OUTPOST_CO_TRY(const Bytes transaction, onlyOne(std::move(built)));
    OUTPOST_CO_TRY(const std::uint64_t expiresAfter, co_await serversExpiry(work));
    OUTPOST_CO_TRY(const auto parsed, solana::Transaction::parse(transaction));
    const IssueEntity call{.payer = parsed.message().feePayer(),
                           .eccVerifier = work.keys.eccVerifier,
                           .issuingAuthority = maker.issuingAuthority,
                           .collection = maker.collection,
                           .maker = pda::maker(text(work.params, "makerName")),
                           .recipient = owner,
                           .merkleTree = maker.merkleTree,
                           .entityKey = blob.gateway.entityKey()};
    OUTPOST_CO_TRY(DraftTransaction draft,
                   serverDraft(transaction, {call.build()}, maker, work.context.wallet, expiresAfter));
    co_return sign(std::move(draft));
}

Task<StepOutcome> buyCredits(Work work)
{
    OUTPOST_CO_TRY(const PublicKey owner, wallet(work));
    OUTPOST_CO_TRY(const auto credits, integer<std::uint64_t>(work.params, "credits"));
    OUTPOST_CO_TRY(const auto price, integer<std::uint64_t>(work.params, "microLamports"));
    OUTPOST_CO_TRY(const std::uint64_t there, co_await work.chain->tokenBalance(owner, mint::kDc, work.context.cancel));
    OUTPOST_CO_TRY(const auto rate, co_await work.chain->creditPrice(work.context.cancel));
    const std::uint64_t missing = credits > there ? credits - there : 0;
    OUTPOST_CO_TRY(const Int128 needed, tokensForCredits(missing, rate.nanoUsdPerToken));
    OUTPOST_CO_TRY(const std::uint64_t held, co_await work.chain->tokenBalance(owner, mint::kHnt, work.context.cancel));
    if (Int128::fromUnsigned(held) < needed)
        co_return fail(errors::kHeliumNotEnoughForCredits, {},
                       {decimalText(needed, kHntDecimals), decimalText(Int128::fromUnsigned(held), kHntDecimals)});
    const MintDataCredits call{.priceOracle = rate.priceAccount,
                               .owner = owner,
                               .recipient = owner,
                               .hntAmount = std::nullopt,
                               .dcAmount = missing};
    OUTPOST_CO_TRY(DraftTransaction draft, co_await work.chain->draft(solana::MessageVersion::V0, owner, kUnitsMint,
                                                                      price, {call.build()}, work.context.cancel));
    co_return sign(std::move(draft));
}

Task<StepOutcome> onboard(Work work)
{
    OUTPOST_CO_TRY(const PublicKey owner, wallet(work));
    OUTPOST_CO_TRY(const Bytes key, entityKey(work.params));
    OUTPOST_CO_TRY(const HotspotOnChain found, co_await work.chain->hotspot(key, work.context.cancel));
    if (!found.keyToAsset)
        co_return waitFor("progress.waitingForNetwork", 2s);
    auto proven = co_await work.chain->provenAsset(found.keyToAsset->asset, work.context.cancel);
    if (!proven && proven.error().retryable)
        co_return waitFor("progress.waitingForIndex", 2s);
    if (!proven)
        co_return std::unexpected(std::move(proven.error()));
    if (text(work.params, "mode") == "data-only") {
        OUTPOST_CO_TRY(const auto price, integer<std::uint64_t>(work.params, "microLamports"));
        const OnboardDataOnlyIot call{.payer = owner,
                                      .dcFeePayer = owner,
                                      .iotInfo = found.infoKey,
                                      .owner = owner,
                                      .merkleTree = proven->merkleTree,
                                      .keyToAsset = found.keyToAssetKey,
                                      .where = whereabouts(work.params),
                                      .proof = proven->proof};
        OUTPOST_CO_TRY(DraftTransaction draft,
                       co_await work.chain->draft(solana::MessageVersion::V0, owner, kUnitsOnboard, price,
                                                  {call.build()}, work.context.cancel));
        co_return sign(std::move(draft));
    }
    OUTPOST_CO_TRY(const Maker maker,
                   co_await readMaker(work.chain, text(work.params, "makerName"), work.context.cancel));
    OUTPOST_CO_TRY(auto built,
                   co_await work.services->onboardIot(text(work.params, "hotspot"), whereabouts(work.params),
                                                      text(work.params, "payer"), work.context.cancel));
    if (built.empty())
        co_return waitFor("progress.waitingForNetwork", 2s);
    OUTPOST_CO_TRY(const Bytes transaction, onlyOne(std::move(built)));
    OUTPOST_CO_TRY(const std::uint64_t expiresAfter, co_await serversExpiry(work));
    OUTPOST_CO_TRY(const auto parsed, solana::Transaction::parse(transaction));
    const PublicKey payer = parsed.message().feePayer();
    const OnboardIot call{.payer = payer,
                          .dcFeePayer = payer,
                          .issuingAuthority = maker.issuingAuthority,
                          .iotInfo = found.infoKey,
                          .owner = owner,
                          .merkleTree = proven->merkleTree,
                          .maker = pda::maker(text(work.params, "makerName")),
                          .keyToAsset = found.keyToAssetKey,
                          .where = whereabouts(work.params),
                          .proof = proven->proof};
    OUTPOST_CO_TRY(DraftTransaction draft,
                   serverDraft(transaction, {call.build()}, maker, work.context.wallet, expiresAfter));
    co_return sign(std::move(draft));
}

Task<StepOutcome> updatePlace(Work work)
{
    OUTPOST_CO_TRY(const PublicKey owner, wallet(work));
    OUTPOST_CO_TRY(const Bytes key, entityKey(work.params));
    OUTPOST_CO_TRY(const HotspotOnChain found, co_await work.chain->hotspot(key, work.context.cancel));
    if (!found.keyToAsset)
        co_return fail(errors::kHeliumBadAccount, "not registered");
    auto proven = co_await work.chain->provenAsset(found.keyToAsset->asset, work.context.cancel);
    if (!proven && proven.error().retryable)
        co_return waitFor("progress.waitingForIndex", 2s);
    if (!proven)
        co_return std::unexpected(std::move(proven.error()));
    if (text(work.params, "mode") == "maker-paid") {
        OUTPOST_CO_TRY(const Maker maker,
                       co_await readMaker(work.chain, text(work.params, "makerName"), work.context.cancel));
        OUTPOST_CO_TRY(auto built, co_await work.services->updateIot(text(work.params, "hotspot"), owner.toBase58(),
                                                                     whereabouts(work.params), work.context.cancel));
        OUTPOST_CO_TRY(const Bytes transaction, onlyOne(std::move(built)));
        OUTPOST_CO_TRY(const std::uint64_t expiresAfter, co_await serversExpiry(work));
        const UpdateIotInfo call{.payer = maker.issuingAuthority,
                                 .dcFeePayer = maker.issuingAuthority,
                                 .iotInfo = found.infoKey,
                                 .owner = owner,
                                 .merkleTree = proven->merkleTree,
                                 .where = whereabouts(work.params),
                                 .proof = proven->proof};
        OUTPOST_CO_TRY(DraftTransaction draft,
                       serverDraft(transaction, {call.build()}, maker, work.context.wallet, expiresAfter));
        co_return sign(std::move(draft));
    }
    OUTPOST_CO_TRY(const auto price, integer<std::uint64_t>(work.params, "microLamports"));
    const UpdateIotInfo call{.payer = owner,
                             .dcFeePayer = owner,
                             .iotInfo = found.infoKey,
                             .owner = owner,
                             .merkleTree = proven->merkleTree,
                             .where = whereabouts(work.params),
                             .proof = proven->proof};
    OUTPOST_CO_TRY(DraftTransaction draft, co_await work.chain->draft(solana::MessageVersion::V0, owner, kUnitsUpdate,
                                                                      price, {call.build()}, work.context.cancel));
    co_return sign(std::move(draft));
}

Work makeWork(HeliumChain& chain, HeliumServices& services, HotspotProtocol& protocol, const NetworkKeys& keys,
              const Operation& operation, networks::FlowContext context)
{
    Work work{&chain, &services, &protocol, keys, operation.steps.front().data, {}, std::move(context), nullptr};
    work.device = work.context.device;
    for (const OperationStep& step : operation.steps) {
        if (step.kind == "sign")
            work.signature = step.data;
    }
    return work;
}

Task<OnboardingOffer> examineTask(HeliumChain* chain, HeliumServices* services, networks::LocalIdentity device,
                                  Address owner, CancelToken cancel)
{
    OnboardingOffer offer;
    offer.cellResolution = kLocationResolution;
    offer.device = device;
    OUTPOST_CO_TRY(const HotspotKey key, HotspotKey::parse(device.publicKey));
    OUTPOST_CO_TRY(const HotspotOnChain found, co_await chain->hotspot(key.entityKey(), cancel));
    OUTPOST_CO_TRY(const ChainFees fees, co_await chain->fees(cancel));
    offer.minGainTenthDbi = fees.minGain;
    offer.maxGainTenthDbi = fees.maxGain;
    offer.data = {{"credits", "0"}, {"microLamports", std::to_string(fees.microLamportsPerUnit)}};
    if (found.keyToAsset) {
        const auto asset = co_await chain->rpc().asset(found.keyToAsset->asset, cancel);
        if (asset)
            offer.owner = asset->owner.toBase58();
        offer.alreadyRegistered = found.info.has_value();
        if (asset && offer.owner != owner.str()) {
            offer.problem = "onboard.ownedByOther";
            co_return offer;
        }
        if (offer.alreadyRegistered)
            co_return offer;
    }
    OUTPOST_CO_TRY(const auto record, co_await services->registryRecord(device.registrationKey, cancel));
    const auto sol = [](std::uint64_t lamports) { return Amount{solAsset(), Int128::fromUnsigned(lamports)}; };
    const auto credits = [](std::uint64_t amount) {
        return Amount{tokenAsset(mint::kDc), Int128::fromUnsigned(amount)};
    };
    bool makerPays = false;
    if (record) {
        offer.maker = record->makerName;
        OUTPOST_CO_TRY(makerPays, co_await makerHasCredits(chain, record->makerName,
                                                           fees.dcOnboardFull + fees.dcLocationFull, cancel));
    }
    if (makerPays) {
        offer.mode = "maker-paid";
        const std::string by = record->makerName;
        offer.cost = {{CostLine::Kind::RegistrationFee, credits(fees.dcOnboardFull), by, 1},
                      {CostLine::Kind::PlaceFee, credits(fees.dcLocationFull), by, 1},
                      {CostLine::Kind::NetworkFee, sol(2 * networkFee(fees, 3, kUnitsOnboard)), by, 2},
                      {CostLine::Kind::OneTimeDeposit, sol(fees.rentKeyToAsset + fees.rentHotspotInfo), by, 2}};
        co_return offer;
    }
    // A maker that has run out of credits still vouches for its device, and the owner pays what it would have paid.
    offer.mode = record ? "self-paid" : "data-only";
    const std::uint64_t forRegistry = record ? fees.dcOnboardFull : fees.dcOnboardDataOnly;
    const std::uint64_t forLocation = record ? fees.dcLocationFull : fees.dcLocationDataOnly;
    const std::uint64_t needed = forRegistry + forLocation;
    offer.data["credits"] = std::to_string(forRegistry);
    offer.data["creditsForPlace"] = std::to_string(forLocation);
    if (record)
        offer.data["payer"] = owner.str();
    OUTPOST_CO_TRY(const PublicKey payer, PublicKey::fromBase58(owner.str()));
    OUTPOST_CO_TRY(const std::uint64_t held, co_await chain->tokenBalance(payer, mint::kDc, cancel));
    OUTPOST_CO_TRY(const auto rate, co_await chain->creditPrice(cancel));
    const auto tokensFor = [&](std::uint64_t amount) { return tokensForCredits(amount, rate.nanoUsdPerToken); };
    // The maker signs along, and each signature costs.
    const std::uint32_t more = record ? 1 : 0;
    std::uint64_t lamports = networkFee(fees, 2 + more, kUnitsIssue) + networkFee(fees, 1 + more, kUnitsOnboard);
    std::uint64_t deposits = fees.rentKeyToAsset + fees.rentHotspotInfo;
    int transactions = 2;
    int accounts = 2;
    // Credits that are there are spent first; for exactly what is missing the person pays in the token that is burnt.
    const std::uint64_t heldForRegistry = std::min(held, forRegistry);
    const std::uint64_t heldForPlace = std::min(held - heldForRegistry, forLocation);
    const std::uint64_t missing = needed - heldForRegistry - heldForPlace;
    offer.data["creditsHeld"] = std::to_string(heldForRegistry + heldForPlace);
    const auto add = [&offer](CostLine::Kind what, Amount amount, bool covered = false) {
        if (amount.base.isPositive())
            offer.cost.push_back({what, std::move(amount), {}, 1, covered});
    };
    add(CostLine::Kind::RegistrationFee, credits(heldForRegistry));
    add(CostLine::Kind::PlaceFee, credits(heldForPlace));
    if (missing > 0) {
        OUTPOST_CO_TRY(const Int128 forRegistration, tokensFor(forRegistry - heldForRegistry));
        OUTPOST_CO_TRY(const Int128 forBoth, tokensFor(missing));
        OUTPOST_CO_TRY(const Int128 forPlace, forBoth.minus(forRegistration));
        add(CostLine::Kind::RegistrationFee, {tokenAsset(mint::kHnt), forRegistration});
        add(CostLine::Kind::PlaceFee, {tokenAsset(mint::kHnt), forPlace});
        add(CostLine::Kind::RegistrationFee, credits(missing), true);
        lamports += networkFee(fees, 1, kUnitsMint);
        ++transactions;
        const auto read = co_await chain->rpc().accounts({solana::associatedTokenAddress(payer, mint::kDc)},
                                                         ledger::Commitment::Confirmed, std::nullopt, cancel);
        if (read && !read->accounts[0]) {
            deposits += fees.rentTokenAccount;
            ++accounts;
        }
    }
    offer.cost.push_back({CostLine::Kind::NetworkFee, sol(lamports), {}, transactions});
    offer.cost.push_back({CostLine::Kind::OneTimeDeposit, sol(deposits), {}, accounts});
    co_return offer;
}

Data placeParams(const Place& place)
{
    Data params;
    if (place.cell != 0) // without one the device is registered and told its place later
        params["cell"] = std::to_string(place.cell);
    if (place.elevationMetres)
        params["elevation"] = std::to_string(*place.elevationMetres);
    if (place.gainTenthDbi)
        params["gain"] = std::to_string(*place.gainTenthDbi);
    return params;
}

std::vector<OperationStep> stepsOf(std::initializer_list<const char*> kinds, Data params)
{
    std::vector<OperationStep> steps;
    for (const char* kind : kinds)
        steps.push_back({kind, OperationState::Planned, {}});
    steps.front().data = std::move(params);
    return steps;
}

/// The maker that pays for this change of place: the registry says for how many it does, the chain how many there were
/// and whether the maker has credits left. Nothing: the owner pays.
Task<std::optional<std::string>> payingMaker(HeliumChain* chain, HeliumServices* services, Bytes key,
                                             std::uint64_t asserts, std::uint64_t credits, CancelToken cancel)
{
    OUTPOST_CO_TRY(const auto record, co_await services->registryRecord(toBase58(key), cancel));
    if (!record || asserts >= record->locationNonceLimit)
        co_return std::nullopt;
    OUTPOST_CO_TRY(const bool canPay, co_await makerHasCredits(chain, record->makerName, credits, cancel));
    co_return canPay ? std::optional(record->makerName) : std::nullopt;
}

Task<FlowPlan> planPlaceTask(HeliumChain* chain, HeliumServices* services, Device device, Place place, Address owner,
                             CancelToken cancel)
{
    FlowPlan plan;
    OUTPOST_CO_TRY(const HotspotData data, dataOf(device));
    OUTPOST_CO_TRY(const HotspotOnChain found, co_await chain->hotspot(data.entityKey, cancel));
    if (!found.info)
        co_return fail(errors::kHeliumBadAccount, "not registered yet");
    OUTPOST_CO_TRY(const ChainFees fees, co_await chain->fees(cancel));
    if (place.gainTenthDbi && (*place.gainTenthDbi < fees.minGain || *place.gainTenthDbi > fees.maxGain))
        co_return fail(errors::kHeliumGainOutOfRange, {}, {decimalText(fees.minGain, 1), decimalText(fees.maxGain, 1)});
    OUTPOST_CO_TRY(const PublicKey payer, PublicKey::fromBase58(owner.str()));
    const bool moves = found.info->location != place.cell;
    const std::uint64_t credits = !moves                      ? 0
                                  : found.info->isFullHotspot ? fees.dcLocationFull
                                                              : fees.dcLocationDataOnly;
    // A server that cannot be asked ends the plan: what the maker may owe is not quietly put on the owner.
    std::optional<std::string> maker;
    if (moves && found.info->isFullHotspot) {
        OUTPOST_CO_TRY(
            maker, co_await payingMaker(chain, services, data.entityKey, found.info->locationAsserts, credits, cancel));
    }
    OUTPOST_CO_TRY(const std::uint64_t held, co_await chain->tokenBalance(payer, mint::kDc, cancel));
    std::uint64_t lamports = networkFee(fees, 1, kUnitsUpdate);
    int transactions = 1;
    if (maker) {
        plan.operation.cost = {
            {CostLine::Kind::PlaceFee, {tokenAsset(mint::kDc), Int128::fromUnsigned(credits)}, *maker, 1},
            {CostLine::Kind::NetworkFee,
             {solAsset(), Int128::fromUnsigned(networkFee(fees, 2, kUnitsUpdate))},
             *maker,
             1}};
    } else if (credits > held) {
        OUTPOST_CO_TRY(const auto rate, co_await chain->creditPrice(cancel));
        OUTPOST_CO_TRY(const Int128 tokens, tokensForCredits(credits - held, rate.nanoUsdPerToken));
        plan.operation.cost.push_back({CostLine::Kind::PlaceFee, {tokenAsset(mint::kHnt), tokens}, {}, 1});
        plan.operation.cost.push_back(
            {CostLine::Kind::PlaceFee, {tokenAsset(mint::kDc), Int128::fromUnsigned(credits - held)}, {}, 1, true});
        lamports += networkFee(fees, 1, kUnitsMint);
        ++transactions;
        const auto read = co_await chain->rpc().accounts({solana::associatedTokenAddress(payer, mint::kDc)},
                                                         ledger::Commitment::Confirmed, std::nullopt, cancel);
        if (read && !read->accounts[0])
            plan.operation.cost.push_back(
                {CostLine::Kind::OneTimeDeposit, {solAsset(), Int128::fromUnsigned(fees.rentTokenAccount)}, {}, 1});
    }
    if (!maker && credits > 0 && held > 0)
        plan.operation.cost.push_back(
            {CostLine::Kind::PlaceFee, {tokenAsset(mint::kDc), Int128::fromUnsigned(std::min(credits, held))}, {}, 1});
    if (!maker)
        plan.operation.cost.push_back(
            {CostLine::Kind::NetworkFee, {solAsset(), Int128::fromUnsigned(lamports)}, {}, transactions});
    plan.operation.kind = "helium.place";
    plan.operation.subject = device.id.str();
    plan.operation.title = "operation.place";
    plan.operation.titleArgs = {device.shownName()};
    plan.operation.idempotencyKey = "helium.place/" + device.id.str();
    Data params = placeParams(place);
    params["hotspot"] = toBase58(data.entityKey);
    params["mode"] = maker ? "maker-paid" : "self-paid";
    params["makerName"] = maker.value_or(std::string());
    params["credits"] = std::to_string(maker ? 0 : credits);
    params["microLamports"] = std::to_string(fees.microLamportsPerUnit);
    plan.operation.steps = stepsOf({"credits", "update", "readback"}, std::move(params));
    co_return plan;
}

} // namespace

Future<StepOutcome> OnboardFlow::findOut(const Operation& operation, std::size_t step, networks::FlowContext context)
{
    Work work = makeWork(m_chain, m_services, m_protocol, m_keys, operation, std::move(context));
    const std::string& kind = operation.steps.at(step).kind;
    if (kind == "sign") // needed only while there is no asset; a registration that exists makes it superfluous
        return async::toFuture(findRegistration(std::move(work), false));
    if (kind == "issue")
        return async::toFuture(findRegistration(std::move(work), false));
    if (kind == "index")
        return async::toFuture(findIndexed(std::move(work)));
    if (kind == "credits")
        return async::toFuture(findCredits(std::move(work)));
    if (kind == "onboard")
        return async::toFuture(findRegistration(std::move(work), true));
    if (kind == "update" || kind == "readback")
        return async::toFuture(findUpdated(std::move(work)));
    return async::failed<StepOutcome>(Error(errors::kInternal, "unknown step " + kind));
}

Future<StepOutcome> OnboardFlow::perform(const Operation& operation, std::size_t step, networks::FlowContext context)
{
    Work work = makeWork(m_chain, m_services, m_protocol, m_keys, operation, std::move(context));
    const std::string& kind = operation.steps.at(step).kind;
    if (kind == "sign")
        return async::toFuture(askDevice(std::move(work)));
    if (kind == "issue")
        return async::toFuture(issue(std::move(work)));
    if (kind == "index")
        return async::toFuture(findIndexed(std::move(work)));
    if (kind == "credits")
        return async::toFuture(buyCredits(std::move(work)));
    if (kind == "onboard")
        return async::toFuture(onboard(std::move(work)));
    if (kind == "update")
        return async::toFuture(updatePlace(std::move(work)));
    if (kind == "readback") // findOut has just read another place than the one that was sent
        return async::failed<StepOutcome>(Error(errors::kHeliumPlaceMismatch));
    return async::failed<StepOutcome>(Error(errors::kInternal, "unknown step " + kind));
}

Future<OnboardingOffer> OnboardFlow::examine(networks::LocalIdentity device, Address owner, CancelToken cancel)
{
    return async::toFuture(examineTask(&m_chain, &m_services, std::move(device), std::move(owner), std::move(cancel)));
}

FlowPlan OnboardFlow::plan(const OnboardingOffer& offer, const Place& place, const Address&)
{
    FlowPlan plan;
    plan.operation.kind = kind();
    plan.operation.subject = offer.device.id.str();
    plan.operation.title = "operation.onboard";
    plan.operation.titleArgs = {offer.device.name};
    plan.operation.idempotencyKey = kind() + "/" + offer.device.id.str();
    plan.operation.cost = offer.cost;
    Data params = placeParams(place);
    params["hotspot"] = offer.device.publicKey;
    params["mode"] = offer.mode;
    params["makerName"] = offer.maker;
    params.insert(offer.data.begin(), offer.data.end());
    std::uint64_t credits = optionalInteger<std::uint64_t>(offer.data, "credits").value_or(0);
    if (place.cell != 0)
        credits += optionalInteger<std::uint64_t>(offer.data, "creditsForPlace").value_or(0);
    else
        std::erase_if(plan.operation.cost, [](const CostLine& line) { return line.kind == CostLine::Kind::PlaceFee; });
    params["credits"] = std::to_string(credits);
    const std::uint64_t held = optionalInteger<std::uint64_t>(offer.data, "creditsHeld").value_or(0);
    for (CostLine& line : plan.operation.cost) {
        if (line.covered)
            line.amount.base = Int128::fromUnsigned(credits > held ? credits - held : 0);
    }
    std::erase_if(plan.operation.cost, [](const CostLine& line) { return line.amount.base.isZero(); });
    plan.operation.steps = stepsOf({"sign", "issue", "index", "credits", "onboard", "readback"}, std::move(params));
    return plan;
}

Future<FlowPlan> OnboardFlow::planPlace(Device device, Place place, Address owner, CancelToken cancel)
{
    return async::toFuture(
        planPlaceTask(&m_chain, &m_services, std::move(device), std::move(place), std::move(owner), std::move(cancel)));
}

} // namespace outpost::helium
