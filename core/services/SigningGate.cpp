// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/SigningGate.h"

#include "core/base/Encoding.h"
#include "core/chain/solana/PlanComparison.h"
#include "core/chain/solana/Programs.h"
#include "core/ledger/LedgerErrors.h"
#include "core/net/NetErrors.h"
#include "core/services/ServiceErrors.h"
#include "core/wallet/WalletErrors.h"

#include <QPointer>

namespace outpost::services {

using namespace std::chrono_literals;
using solana::Danger;
using solana::EffectKind;
using solana::PublicKey;

namespace {

constexpr auto kReviewLifetime = 90s; ///< then prices, fees and accounts have moved on: look again
const AssetId kNative("solana:native");

AssetId assetOf(const PublicKey& mint)
{
    return AssetId("solana:" + mint.toBase58());
}

/// What no ordinary act of ours contains. A burn is how some fees are paid, and is bounded by the limits.
bool isForbidden(Danger danger)
{
    switch (danger) {
    case Danger::BurnsTokens:
    case Danger::ForeignFeePayer: // judged by name
        return false;
    default:
        return true;
    }
}

std::vector<solana::Instruction> withoutComputeBudget(std::vector<solana::Instruction> instructions)
{
    std::erase_if(instructions, [](const auto& i) { return i.program == solana::programs::kComputeBudget; });
    return instructions;
}

void addTo(std::map<AssetId, Int128>& sums, const AssetId& asset, Int128 amount)
{
    auto& sum = sums[asset];
    sum = sum.plus(amount).value_or(amount);
}

std::optional<Error> judgePlan(const Review& review, const solana::Message& message,
                               const std::vector<solana::LookupTable>& tables)
{
    const std::string payer = message.feePayer().toBase58();
    if (payer != review.wallet.str() && payer != review.draft.feePayer)
        return Error(errors::kGateForeignFeePayer, payer, {payer});
    if (review.draft.expected.empty())
        return std::nullopt;
    const auto expected = solana::Transaction::parse(review.draft.expected);
    if (!expected)
        return Error(errors::kGateNotAsPlanned, expected.error().detail);
    const auto plan = expected->message().instructions();
    if (!plan)
        return Error(errors::kGateNotAsPlanned, plan.error().detail);
    const auto same = solana::checkAgainstPlan(message, tables, withoutComputeBudget(*plan), message.feePayer());
    return same ? std::nullopt : std::optional(Error(errors::kGateNotAsPlanned, same.error().detail));
}

std::optional<Error> judgeDecoded(const Review& review, const solana::DecodedTransaction& decoded)
{
    for (const Danger danger : review.dangers) {
        if (danger == Danger::UnknownProgram || danger == Danger::UnknownInstruction)
            return Error(errors::kGateNotUnderstood, std::string(solana::dangerName(danger)));
        if (isForbidden(danger))
            return Error(errors::kGateDangerous, {}, {std::string(solana::dangerName(danger))});
    }
    if (!decoded.isFullyUnderstood())
        return Error(errors::kGateNotUnderstood);
    return std::nullopt;
}

std::optional<Error> judgeLimits(const Review& review, const GateLimits& limits)
{
    for (const auto& [asset, amount] : review.leaves) {
        const auto limit = limits.mayLeave.find(asset);
        if (limit == limits.mayLeave.end() || amount > limit->second)
            return Error(errors::kGateOverLimit, asset.str() + " " + amount.toString(),
                         {asset.str(), amount.toString()});
    }
    return std::nullopt;
}

} // namespace

WalletEffects walletEffects(const ledger::SimulatedEffects& simulated, const PublicKey& wallet)
{
    WalletEffects effects;
    for (const ledger::AccountChange& change : simulated.changes) {
        if (change.account == wallet) {
            const Int128 delta = change.lamportsDelta();
            if (delta.isNegative())
                addTo(effects.leaves, kNative, delta.negated().value_or(0));
            else if (delta.isPositive())
                addTo(effects.arrives, kNative, delta);
            effects.losesControl = effects.losesControl || change.changesProgram();
        }
        const bool wasOurs = change.tokenBefore && change.tokenBefore->owner == wallet;
        const bool isOurs = change.tokenAfter && change.tokenAfter->owner == wallet;
        if (!wasOurs && !isOurs)
            continue;
        const PublicKey mint = wasOurs ? change.tokenBefore->mint : change.tokenAfter->mint;
        const Int128 before = Int128::fromUnsigned(wasOurs ? change.tokenBefore->amount : 0);
        const Int128 after = Int128::fromUnsigned(isOurs ? change.tokenAfter->amount : 0);
        const Int128 delta = after.minus(before).value_or(0);
        if (delta.isNegative())
            addTo(effects.leaves, assetOf(mint), delta.negated().value_or(0));
        else if (delta.isPositive())
            addTo(effects.arrives, assetOf(mint), delta);
        if (wasOurs && (!isOurs || change.changesTokenAuthority()))
            effects.losesControl = true;
    }
    return effects;
}

bool decoderCovers(const solana::DecodedTransaction& decoded, const WalletEffects& effects, const PublicKey& wallet,
                   std::uint64_t networkFee)
{
    for (const auto& [asset, amount] : effects.leaves) {
        Int128 announced = asset == kNative ? Int128::fromUnsigned(networkFee) : Int128(0);
        bool isBounded = true;
        bool isAnnounced = asset == kNative;
        for (const solana::Effect& effect : decoded.allEffects()) {
            const bool native = effect.kind == EffectKind::LamportsDebit && asset == kNative &&
                                (effect.account == wallet || effect.owner == wallet);
            const bool token = effect.kind == EffectKind::TokenDebit && effect.mint && assetOf(*effect.mint) == asset &&
                               effect.owner == wallet;
            if (!native && !token)
                continue;
            isAnnounced = true;
            if (!effect.amount)
                isBounded = false;
            else
                announced = announced.plus(*effect.amount).value_or(announced);
        }
        if (!isAnnounced || (isBounded && announced < amount))
            return false;
    }
    return true;
}

SigningGate::SigningGate(Ports ports, std::shared_ptr<const solana::DecoderRegistry> registry)
    : m_ports(ports),
      m_registry(std::move(registry)),
      m_quorum(ports.first, ports.second),
      m_tables(m_quorum),
      m_simulator(ports.first),
      m_sender(ports.first, ports.second, ports.delay, ports.clock)
{}

Future<Review> SigningGate::review(networks::DraftTransaction draft, GateLimits limits, CancelToken cancel)
{
    return async::toFuture(reviewTask(std::move(draft), std::move(limits), std::move(cancel)));
}

Task<Review> SigningGate::reviewTask(networks::DraftTransaction draft, GateLimits limits, CancelToken cancel)
{
    Review review;
    review.draft = std::move(draft);
    review.wallet = limits.wallet;
    review.at = m_ports.clock.monotonic();
    const auto refused = [&](Error error) {
        if (!review.refusal)
            review.refusal = std::move(error);
    };
    OUTPOST_CO_TRY(const auto transaction, solana::Transaction::parse(review.draft.transaction));
    OUTPOST_CO_TRY(const PublicKey wallet, PublicKey::fromBase58(limits.wallet.str()));
    const solana::Message& message = transaction.message();

    // Lookup tables and the accounts whose owner or destination matters, from two hosts.
    auto fetched = co_await m_tables.fetchFor(message, cancel);
    if (!fetched && fetched.error().is(errors::kLedgerDisagree)) {
        refused(Error(errors::kGateSourcesDisagree, fetched.error().detail, fetched.error().args));
        co_return review;
    }
    if (!fetched)
        co_return std::unexpected(std::move(fetched.error()));
    OUTPOST_CO_TRY(const auto metas, message.accounts(fetched->tables));
    std::vector<PublicKey> keys;
    for (const auto& meta : metas)
        keys.push_back(meta.key);
    auto accounts = co_await m_quorum.accounts(keys, ledger::tokenAuthority, cancel);
    if (!accounts && accounts.error().is(errors::kLedgerDisagree)) {
        refused(Error(errors::kGateSourcesDisagree, accounts.error().detail, accounts.error().args));
        co_return review;
    }
    if (!accounts)
        co_return std::unexpected(std::move(accounts.error()));
    review.twoSources = accounts->agreement == ledger::Agreement::TwoSources &&
                        (message.lookups().empty() || fetched->agreement == ledger::Agreement::TwoSources);

    solana::DecodeContext context;
    context.ownKeys = {wallet};
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const auto& account = accounts->accounts[i];
        if (!account || account->owner != solana::programs::kToken)
            continue;
        if (const auto token = solana::parseTokenAccount(account->data))
            context.tokenAccounts[keys[i]] = {token->mint, token->owner};
        else if (const auto mint = solana::parseMint(account->data))
            context.mintDecimals[keys[i]] = mint->decimals;
    }
    OUTPOST_CO_TRY(const auto decoded, solana::decodeMessage(message, fetched->tables, context, *m_registry));
    for (const auto& instruction : decoded.instructions)
        review.sentences.push_back(instruction.sentence);
    review.dangers = decoded.allDangers();

    if (auto error = judgePlan(review, message, fetched->tables))
        refused(std::move(*error));
    if (auto error = judgeDecoded(review, decoded))
        refused(std::move(*error));

    OUTPOST_CO_TRY(const auto fee, co_await m_ports.first.feeFor(message.serialize(), cancel));
    const bool wePay = message.feePayer() == wallet;
    review.networkFee = wePay ? Int128::fromUnsigned(fee.value_or(0)) : Int128(0);

    OUTPOST_CO_TRY(const auto simulated, co_await m_simulator.simulate(transaction, fetched->tables, cancel));
    review.simulation = std::to_string(simulated.slot) + "@" + simulated.host;
    if (simulated.failure) {
        const std::string words = simulated.logs.empty() ? *simulated.failure : simulated.logs.back();
        // The commonest reason deserves its own words: too little of the coin that fees are paid in.
        const auto needed = limits.mayLeave.find(kNative);
        const auto there = co_await m_ports.first.balance(wallet, ledger::Commitment::Confirmed, cancel);
        if (wePay && there && needed != limits.mayLeave.end() && Int128::fromUnsigned(*there) < needed->second)
            refused(Error(errors::kNotEnough, *simulated.failure,
                          {decimalText(needed->second, 9), decimalText(Int128::fromUnsigned(*there), 9), "SOL"}));
        // Read for too long, or built by a slow server: it never was sent, and a fresh one may be built.
        if (*simulated.failure == "BlockhashNotFound")
            refused(Error(errors::kLedgerBlockhashNotFound, *simulated.failure).canRetry());
        refused(Error(errors::kGateWouldFail, *simulated.failure + " " + words, {plainText(words, 120)}));
        co_return review;
    }
    const WalletEffects effects = walletEffects(simulated, wallet);
    review.leaves = effects.leaves;
    review.arrives = effects.arrives;
    if (wePay && review.leaves[kNative] < review.networkFee) // a node that does not charge while simulating
        review.leaves[kNative] = review.leaves[kNative].plus(review.networkFee).value_or(review.networkFee);
    if (review.leaves[kNative].isZero())
        review.leaves.erase(kNative);
    if (effects.losesControl || !decoderCovers(decoded, effects, wallet, wePay ? fee.value_or(0) : 0))
        refused(Error(errors::kGateMismatch));
    if (auto error = judgeLimits(review, limits))
        refused(std::move(*error));
    co_return review;
}

Future<SignedTransaction> SigningGate::sign(Review review)
{
    return async::toFuture(signTask(std::move(review)));
}

Task<SignedTransaction> SigningGate::signTask(Review review)
{
    if (review.refusal)
        co_return fail(*review.refusal);
    if (m_ports.clock.monotonic() - review.at > kReviewLifetime)
        co_return fail(std::move(Error(errors::kApprovalExpired).canRetry()));
    OUTPOST_CO_TRY(auto transaction, solana::Transaction::parse(review.draft.transaction));
    OUTPOST_CO_TRY(const PublicKey wallet, PublicKey::fromBase58(review.wallet.str()));
    const auto signers = transaction.message().requiredSigners();
    if (std::find(signers.begin(), signers.end(), wallet) != signers.end()) {
        std::vector<std::string> lines;
        for (const auto& sentence : review.sentences)
            lines.push_back(sentence.id);
        wallet::ApprovedMessage approved(review.wallet, transaction.message().serialize(), std::move(lines),
                                         review.simulation, m_ports.clock.monotonic());
        auto signature = co_await m_ports.signing.sign(std::move(approved));
        if (!signature && signature.error().is(errors::kLocked))
            co_return fail(errors::kWalletLocked);
        if (!signature)
            co_return std::unexpected(std::move(signature.error()));
        OUTPOST_CO_CHECK(transaction.setSignature(wallet, solana::Signature(*signature)));
    }
    if (!transaction.isFullySigned() || !transaction.filledSignaturesVerify())
        co_return fail(errors::kGateNotAsPlanned, "another signature is missing or wrong");
    co_return SignedTransaction{transaction.serialize(), transaction.id()->toBase58()};
}

Future<void> SigningGate::send(Bytes transaction, CancelToken cancel)
{
    return async::toFuture([](ledger::TransactionSender* sender, Bytes bytes, CancelToken token) -> Task<void> {
        const auto sent = co_await sender->send(std::move(bytes), std::move(token));
        if (sent)
            co_return Result<void>{};
        const Error& error = sent.error();
        if (!ledger::TransactionSender::mayHaveArrived(error)) {
            Error refusal(errors::kSendRefused, error.detail,
                          {error.args.empty() ? plainText(error.detail) : error.args.back()});
            refusal.causedBy(error);
            co_return fail(std::move(refusal));
        }
        Error unknown(errors::kSendUnknown, error.detail);
        unknown.causedBy(error);
        unknown.canRetry();
        co_return fail(std::move(unknown));
    }(&m_sender, std::move(transaction), std::move(cancel)));
}

Future<TrackResult> SigningGate::track(std::string signature, std::uint64_t expiresAfter, CancelToken cancel)
{
    const auto parsed = solana::Signature::fromBase58(signature);
    if (!parsed)
        return async::failed<TrackResult>(parsed.error());
    return async::toFuture([](ledger::TransactionSender* sender, solana::Signature id, std::uint64_t lastValid,
                              CancelToken token) -> Task<TrackResult> {
        OUTPOST_CO_TRY(const ledger::Tracked tracked, co_await sender->look(id, lastValid, std::move(token)));
        TrackResult result;
        result.words = tracked.words;
        switch (tracked.state) {
        case ledger::TrackState::Pending:
            result.state = Track::Pending;
            break;
        case ledger::TrackState::Confirmed:
            result.state = Track::Confirmed;
            break;
        case ledger::TrackState::Finalised:
            result.state = Track::Finalised;
            break;
        case ledger::TrackState::Failed:
            result.state = Track::Failed;
            break;
        case ledger::TrackState::Expired:
            result.state = Track::Expired;
            break;
        case ledger::TrackState::Unknown:
            result.state = Track::Unknown;
            break;
        }
        co_return result;
    }(&m_sender, *parsed, expiresAfter, std::move(cancel)));
}

} // namespace outpost::services
