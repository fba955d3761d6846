// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/OperationRunner.h"

#include "core/base/Encoding.h"
#include "core/ledger/LedgerErrors.h"
#include "core/services/ServiceErrors.h"
#include "core/services/Shortfall.h"
#include "core/store/StoreErrors.h"

#include <algorithm>

namespace outpost::services {

using namespace std::chrono_literals;
using networks::StepOutcome;

namespace {

constexpr auto kLease = 120s;
constexpr auto kPollChain = 1500ms;
constexpr std::size_t kStepsAtOnce = 8;
constexpr int kMaxTransactionsPerStep = 10; ///< remade after expiry at most this often in one run
constexpr auto kResend = 4s;
constexpr auto kFollowFor = 180s;   ///< then it stays unknown until the next run
constexpr auto kWaitAtMost = 10min; ///< for one step's "not there yet"
constexpr auto kRenewLease = 20s;
/// Hosts run behind one another: what one has finalised shows at another only later. Before this is over a step whose
/// transaction is final is not taken for undone, or it would be paid for again.
constexpr auto kShowsWithin = 120s;
constexpr auto kLookAgain = 2s;
constexpr int kUnsettledTries = 10; ///< looks at accounts that others keep changing, ours for other devices among them

void noteError(Operation& operation, const Error& error)
{
    operation.errorCode = std::string(error.code.name);
    operation.errorDetail = error.detail;
    operation.errorArgs = error.args;
    operation.retryable = error.retryable;
}

void clearError(Operation& operation)
{
    noteError(operation, Error());
    operation.errorCode.clear();
}

std::string stepKey(const OperationId& id, std::size_t step)
{
    return id.str() + "/" + std::to_string(step);
}

/// An error that leaves the operation as it is, to be taken up again: nothing was decided.
bool isPause(const Error& error)
{
    return error.is(errors::kWalletLocked) || error.is(errors::kDeviceAway) || error.is(errors::kCancelled) ||
           error.is(errors::kSendUnknown) || error.is(errors::kStoreLeased) || error.retryable ||
           error.code.exit == ExitClass::Unreachable || error.code.exit == ExitClass::Storage;
}

/// What an approved operation may take. Deposits are counted twice over and fees in a token with a twentieth on top,
/// because account sizes and prices are only known for certain when the transaction runs; a person is told "about".
std::map<AssetId, Int128> limitsOf(const Operation& operation)
{
    std::map<AssetId, Int128> limits;
    for (const CostLine& line : operation.cost) {
        if (!line.paidBy.empty())
            continue;
        Int128 most = line.amount.base;
        if (line.kind == CostLine::Kind::OneTimeDeposit)
            most = most.times(2).value_or(most);
        else if (line.kind == CostLine::Kind::RegistrationFee || line.kind == CostLine::Kind::PlaceFee)
            most = Int128::fromNative(most.native() + most.native() / 20);
        auto& sum = limits[line.amount.asset];
        sum = sum.plus(most).value_or(sum);
    }
    return limits;
}

/// True when money may have moved with it.
bool mayHavePaid(const Operation& transaction)
{
    return transaction.state == OperationState::Finalised || transaction.state == OperationState::Done ||
           mayHaveHappened(transaction.state);
}

/// What is left of the limits beside what the operation's transactions have taken, or may take yet. The coin of fees
/// and deposits is not counted: looked at side by side, each of several transactions shows the deposit that only the
/// first to land will pay.
std::map<AssetId, Int128> remainingLimits(const Operation& operation, const std::vector<Operation>& transactions)
{
    auto limits = limitsOf(operation);
    for (const Operation& transaction : transactions) {
        if (!mayHavePaid(transaction))
            continue;
        for (const CostLine& line : transaction.cost) {
            if (line.amount.asset == nativeAsset())
                continue;
            auto& left = limits[line.amount.asset];
            const auto less = left.minus(line.amount.base);
            left = less && less->isPositive() ? *less : Int128(0);
        }
    }
    return limits;
}

/// What was paid with an operation that is given up, for the record.
std::vector<CostLine> paidSoFar(const std::vector<Operation>& transactions)
{
    std::vector<CostLine> paid;
    for (const Operation& transaction : transactions) {
        if (transaction.state == OperationState::Finalised || transaction.state == OperationState::Done)
            paid.insert(paid.end(), transaction.cost.begin(), transaction.cost.end());
    }
    return paid;
}

/// How the activity list names what an operation did.
std::string activityKind(const Operation& operation)
{
    if (operation.kind.ends_with("collect"))
        return "activity.collected";
    if (operation.kind.ends_with("onboard"))
        return "activity.registered";
    if (operation.kind.ends_with("place"))
        return "activity.placed";
    return "activity.done";
}

/// What a person is told of an operation that ended; told again when more of it was done later.
store::Activity activityOf(const Operation& operation, networks::FlowOutcome outcome, Time now)
{
    store::Activity activity{.at = now,
                             .kind = activityKind(operation),
                             .subject = operation.subject,
                             .args = std::move(outcome.titleArgs),
                             .in = std::move(outcome.receive),
                             .out = {},
                             .uniqueKey = "operation:" + operation.id.str()};
    for (const CostLine& line : outcome.cost) {
        if (line.paidBy.empty() && !line.covered)
            activity.out.push_back(line.amount);
    }
    return activity;
}

} // namespace

OperationRunner::OperationRunner(Ports ports, std::vector<networks::Flow*> flows)
    : m_ports(ports), m_flows(std::move(flows))
{}

OperationId OperationRunner::newId()
{
    std::array<std::uint8_t, 8> bytes{};
    m_ports.rng.fill(bytes);
    return OperationId(toHex(bytes));
}

Future<Operation> OperationRunner::start(Operation operation, Address wallet, CancelToken cancel)
{
    return async::toFuture(
        [](OperationRunner* self, Operation op, Address account, CancelToken token) -> Task<Operation> {
            if (op.id.isEmpty())
                op.id = self->newId();
            op.wallet = std::move(account);
            op.state = OperationState::Approved; // the person has just said so; what was only planned is never stored
            OUTPOST_CO_CHECK(co_await self->m_ports.journal.add(op));
            co_return co_await self->run(op.id, std::move(token));
        }(this, std::move(operation), std::move(wallet), std::move(cancel)));
}

Future<Operation> OperationRunner::resume(OperationId id, CancelToken cancel)
{
    return async::toFuture(run(std::move(id), std::move(cancel)));
}

Future<std::vector<Operation>> OperationRunner::open()
{
    return async::toFuture([](OperationRunner* self) -> Task<std::vector<Operation>> {
        auto operations = co_await self->m_ports.journal.list(
            {.kind = {}, .subject = {}, .openOnly = true, .topLevelOnly = true, .limit = 1000});
        if (operations)
            std::reverse(operations->begin(), operations->end());
        co_return operations;
    }(this));
}

Future<Operation> OperationRunner::retry(OperationId id, CancelToken cancel)
{
    return async::toFuture([](OperationRunner* self, OperationId which, CancelToken token) -> Task<Operation> {
        OUTPOST_CO_TRY(Operation operation, co_await self->m_ports.journal.find(which));
        OUTPOST_CO_CHECK(co_await self->m_ports.journal.advance(std::move(operation), OperationEvent::Retry));
        co_return co_await self->run(which, std::move(token));
    }(this, std::move(id), std::move(cancel)));
}

Future<Operation> OperationRunner::cancel(OperationId id)
{
    return async::toFuture([](OperationRunner* self, OperationId which) -> Task<Operation> {
        store::Journal& journal = self->m_ports.journal;
        if (self->isRunning(which))
            co_return fail(errors::kStoreLeased, "running here");
        // Whoever runs it holds the lease: what goes on elsewhere is not cancelled behind its back.
        OUTPOST_CO_CHECK(co_await journal.lease(which, kLease));
        auto cancelled = co_await self->cancelLeased(which);
        (void)co_await journal.release(which);
        co_return cancelled;
    }(this, std::move(id)));
}

Task<Operation> OperationRunner::cancelLeased(OperationId id)
{
    store::Journal& journal = m_ports.journal;
    const Clock& clock = m_ports.clock;
    OUTPOST_CO_TRY(Operation operation, co_await journal.find(id));
    OUTPOST_CO_TRY(const auto children, co_await journal.children(id));
    for (const Operation& child : children) {
        if (mayHaveHappened(child.state))
            co_return fail(errors::kStoreBadTransition, "a transaction may be on its way");
    }
    // What was paid on the way stays paid, and is told.
    std::optional<store::Activity> told;
    if (auto paid = paidSoFar(children); !paid.empty()) {
        told = activityOf(operation, {operation.titleArgs, {}, std::move(paid)}, clock.now());
        told->kind = "activity.givenUp";
    }
    co_return co_await journal.advance(std::move(operation), OperationEvent::Cancel, {}, std::move(told));
}

void OperationRunner::tell(const Operation& operation, std::size_t step, std::string activity)
{
    Q_EMIT progress({operation.id, step, operation.steps.size(), std::move(activity)});
}

Task<Operation> OperationRunner::run(OperationId id, CancelToken cancel)
{
    const QPointer<OperationRunner> guard(this);
    OUTPOST_CO_CHECK(co_await m_ports.journal.lease(id, kLease));
    OUTPOST_CO_TRY(Operation operation, co_await m_ports.journal.find(id));
    if (isFinal(operation.state)) {
        (void)co_await m_ports.journal.release(id);
        co_return operation;
    }
    if (operation.state == OperationState::Planned) { // a retry that ended before it began
        OUTPOST_CO_TRY(operation, co_await m_ports.journal.advance(std::move(operation), OperationEvent::Approve));
    }
    const auto flow =
        std::find_if(m_flows.begin(), m_flows.end(), [&](networks::Flow* f) { return f->kind() == operation.kind; });
    if (flow == m_flows.end())
        co_return fail(errors::kUnknownFlow, operation.kind);
    if (m_running.contains(id))
        co_return fail(errors::kStoreLeased, "already running here");
    m_running.insert(id);
    auto result = co_await runSteps(std::move(operation), *flow, std::move(cancel));
    if (!guard)
        co_return fail(errors::kCancelled, "closing");
    m_running.erase(id);
    (void)co_await m_ports.journal.release(id);
    if (result && guard)
        Q_EMIT finished(*result);
    co_return result;
}

Task<Operation> OperationRunner::runSteps(Operation operation, networks::Flow* flow, CancelToken cancel)
{
    const bool independent = flow->stepsAreIndependent();
    // Steps that stand alone wait for the network together, a few at a time.
    const std::size_t atOnce = independent ? kStepsAtOnce : 1;
    std::optional<Error> firstError;
    clearError(operation);
    std::vector<std::size_t> todo;
    for (std::size_t i = 0; i < operation.steps.size(); ++i) {
        if (!isFinal(operation.steps[i].state) || operation.steps[i].state == OperationState::Failed)
            todo.push_back(i);
    }
    bool stop = false;
    std::optional<Error> taken;
    for (std::size_t from = 0; from < todo.size() && !stop; from += atOnce) {
        OUTPOST_CO_CHECK(co_await m_ports.journal.lease(operation.id, kLease));
        const std::size_t to = std::min(todo.size(), from + atOnce);
        std::vector<Future<StepOutcome>> running;
        for (std::size_t i = from; i < to; ++i)
            running.push_back(async::toFuture(runStep(&operation, todo[i], flow, cancel)));
        for (std::size_t i = from; i < to; ++i) {
            auto outcome = co_await running[i - from];
            if (!outcome && outcome.error().is(errors::kStoreLeased))
                taken = taken ? taken : outcome.error();
            noteOutcome(operation.steps[todo[i]], outcome, firstError);
            stop = stop || (!outcome && (!independent || outcome.error().is(errors::kWalletLocked) ||
                                         outcome.error().is(errors::kCancelled)));
        }
        if (taken) // another process goes on with it, and what it wrote is not written over
            co_return fail(std::move(*taken));
        if (firstError)
            noteError(operation, *firstError);
        OUTPOST_CO_CHECK(co_await m_ports.journal.save(operation));
    }
    co_return co_await finish(std::move(operation), flow, std::move(firstError));
}

void OperationRunner::noteOutcome(OperationStep& step, const Result<StepOutcome>& outcome,
                                  std::optional<Error>& firstError)
{
    if (outcome) {
        step.state = OperationState::Done;
        step.data.insert_or_assign("at", std::to_string(toUnixMillis(m_ports.clock.now())));
        for (const auto& [key, value] : outcome->data)
            step.data.insert_or_assign(key, value);
        return;
    }
    const Error& error = outcome.error();
    if (!firstError)
        firstError = error;
    if (error.is(errors::kSendUnknown))
        step.state = OperationState::Unknown; // not "planned": something of it has left
    if (isPause(error))
        return;
    step.state = OperationState::Failed;
    step.data.insert_or_assign("error", std::string(error.code.name));
    step.data.insert_or_assign("errorDetail", error.detail);
}

Task<Operation> OperationRunner::finish(Operation operation, const networks::Flow* flow, std::optional<Error> error)
{
    const bool independent = flow->stepsAreIndependent();
    const auto told = activityOf(operation, flow->outcomeOf(operation), m_ports.clock.now());
    const auto count = [&](OperationState state) {
        return std::count_if(operation.steps.begin(), operation.steps.end(),
                             [&](const OperationStep& s) { return s.state == state; });
    };
    const auto done = count(OperationState::Done);
    const auto failed = count(OperationState::Failed);
    const auto all = std::ssize(operation.steps);
    if (done == all)
        co_return co_await m_ports.journal.advance(std::move(operation), OperationEvent::Complete, {}, told);
    if (failed == 0 || (independent && done + failed < all))
        co_return operation; // paused: stays open and is taken up again
    const std::string detail = error ? error->detail : std::string();
    if (independent && done > 0)
        co_return co_await m_ports.journal.advance(std::move(operation), OperationEvent::CompletePartly, detail, told);
    co_return co_await m_ports.journal.advance(std::move(operation), OperationEvent::Fail, detail);
}

Task<StepOutcome> OperationRunner::runStep(Operation* operation, std::size_t step, networks::Flow* flow,
                                           CancelToken cancel)
{
    networks::FlowContext context{.wallet = operation->wallet, .device = nullptr, .cancel = cancel};
    int transactions = 0;
    int unsettled = 0;
    std::optional<std::chrono::milliseconds> waitingSince;
    const auto waitFor = [&](const StepOutcome& outcome) -> Task<void> {
        waitingSince = waitingSince.value_or(m_ports.clock.monotonic());
        if (m_ports.clock.monotonic() - *waitingSince > kWaitAtMost)
            co_return fail(std::move(Error(errors::kTooManyAttempts, outcome.waitingFor).canRetry()));
        tell(*operation, step, outcome.waitingFor);
        (void)co_await m_ports.journal.lease(operation->id, kLease);
        co_return co_await m_ports.delay.after(outcome.wait, cancel);
    };
    // The device is connected only when a step says that it needs it, and looked for once.
    bool deviceAsked = false;
    const auto connectDevice = [&]() -> Task<void> {
        if (deviceAsked)
            co_return fail(std::move(Error(errors::kDeviceAway, operation->subject).canRetry()));
        deviceAsked = true;
        tell(*operation, step, "progress.connectingDevice");
        OUTPOST_CO_TRY(context.device, co_await m_ports.devices.connected(DeviceId(operation->subject), cancel));
        co_return Result<void>{};
    };

    while (true) {
        if (cancel.isCancelled())
            co_return fail(errors::kCancelled);
        // A transaction of an earlier run or try may be on its way: ask about it before anything else.
        OUTPOST_CO_TRY(const std::optional<Time> landed, co_await settleTransaction(*operation, step, cancel));
        OUTPOST_CO_TRY(StepOutcome found, co_await flow->findOut(*operation, step, context));
        if (found.kind == StepOutcome::Kind::Done)
            co_return found;
        if (found.kind == StepOutcome::Kind::Wait) {
            OUTPOST_CO_CHECK(co_await waitFor(found));
            continue;
        }
        if (found.kind == StepOutcome::Kind::NeedDevice) {
            OUTPOST_CO_CHECK(co_await connectDevice());
            continue;
        }
        if (landed && m_ports.clock.now() < *landed + kShowsWithin) {
            StepOutcome shows;
            shows.kind = StepOutcome::Kind::Wait;
            shows.wait = kLookAgain;
            shows.waitingFor = "progress.waitingForNetwork";
            OUTPOST_CO_CHECK(co_await waitFor(shows));
            continue;
        }
        tell(*operation, step, "progress.preparing");
        OUTPOST_CO_TRY(StepOutcome outcome, co_await flow->perform(*operation, step, context));
        switch (outcome.kind) {
        case StepOutcome::Kind::Done:
            co_return outcome;
        case StepOutcome::Kind::NotDone:
            break;
        case StepOutcome::Kind::NeedDevice:
            OUTPOST_CO_CHECK(co_await connectDevice());
            break;
        case StepOutcome::Kind::Wait:
            OUTPOST_CO_CHECK(co_await waitFor(outcome));
            break;
        case StepOutcome::Kind::Sign: {
            if (++transactions > kMaxTransactionsPerStep || !outcome.draft)
                co_return fail(std::move(Error(errors::kTooManyAttempts).canRetry()));
            auto sent = co_await runTransaction(*operation, step, std::move(*outcome.draft), cancel);
            if (!sent && sent.error().is(errors::kLedgerUnsettled) && ++unsettled <= kUnsettledTries) {
                --transactions; // none was made
                StepOutcome again;
                again.kind = StepOutcome::Kind::Wait;
                again.wait = kLookAgain;
                again.waitingFor = "progress.waitingForNetwork";
                OUTPOST_CO_CHECK(co_await waitFor(again));
                break;
            }
            if (!sent && !sent.error().is(errors::kExpired))
                co_return std::unexpected(std::move(sent.error()));
            break; // look outside again
        }
        }
    }
}

Task<void> OperationRunner::runTransaction(Operation parent, std::size_t step, networks::DraftTransaction draft,
                                           CancelToken cancel)
{
    store::Journal& journal = m_ports.journal;
    Operation transaction;
    transaction.id = newId();
    transaction.parent = parent.id;
    transaction.kind = "transaction";
    transaction.subject = std::to_string(step);
    transaction.wallet = parent.wallet;
    transaction.title = parent.title;
    transaction.titleArgs = parent.titleArgs;
    transaction.idempotencyKey = stepKey(parent.id, step);
    transaction.expiresAfter = draft.expiresAfter;

    tell(parent, step, "progress.checking");
    OUTPOST_CO_TRY(const auto earlier, co_await journal.children(parent.id));
    OUTPOST_CO_TRY(Review review, co_await m_ports.pipeline.review(
                                      std::move(draft), {parent.wallet, remainingLimits(parent, earlier)}, cancel));
    if (review.refusal && review.refusal->is(errors::kLedgerBlockhashNotFound))
        co_return fail(errors::kExpired); // before anything was signed: the caller builds it anew
    if (review.refusal)
        co_return fail(*review.refusal);

    for (const auto& [asset, amount] : review.leaves)
        transaction.cost.push_back({CostLine::Kind::NetworkFee, {asset, amount}, {}, 1});
    // Held until here, and the operation not ended elsewhere meanwhile: only then something is signed for it.
    OUTPOST_CO_CHECK(co_await journal.lease(parent.id, kLease));
    OUTPOST_CO_TRY(const Operation now, co_await journal.find(parent.id));
    if (isFinal(now.state))
        co_return fail(errors::kStoreLeased, "ended by another process");

    tell(parent, step, "progress.signing");
    transaction.state = OperationState::Approved;
    OUTPOST_CO_CHECK(co_await journal.add(transaction));
    OUTPOST_CO_TRY(transaction, co_await journal.advance(std::move(transaction), OperationEvent::AskSignature));
    auto signedTransaction = co_await m_ports.pipeline.sign(std::move(review));
    if (!signedTransaction) {
        noteError(transaction, signedTransaction.error());
        (void)co_await journal.advance(std::move(transaction), OperationEvent::Fail, signedTransaction.error().detail);
        co_return std::unexpected(std::move(signedTransaction.error()));
    }
    transaction.signedBytes = std::move(signedTransaction->transaction);
    transaction.signature = std::move(signedTransaction->signature);
    OUTPOST_CO_TRY(transaction, co_await journal.advance(std::move(transaction), OperationEvent::Sign));

    tell(parent, step, "progress.sending");
    OUTPOST_CO_TRY(transaction, co_await follow(std::move(transaction), std::move(cancel)));
    if (transaction.state == OperationState::Expired)
        co_return fail(errors::kExpired);
    co_return Result<void>{};
}

Task<std::optional<Time>> OperationRunner::settleTransaction(Operation parent, std::size_t step, CancelToken cancel)
{
    OUTPOST_CO_TRY(auto children, co_await m_ports.journal.children(parent.id));
    std::optional<Time> landed;
    for (Operation& child : children) {
        if (child.subject != std::to_string(step))
            continue;
        if (child.state == OperationState::Finalised)
            landed = std::max(landed.value_or(child.updatedAt), child.updatedAt);
        if (isFinal(child.state))
            continue;
        if (!mayHaveHappened(child.state)) { // ended between approval and signature: nothing can have left
            OUTPOST_CO_CHECK(
                co_await m_ports.journal.advance(std::move(child), OperationEvent::Cancel, "never signed"));
            continue;
        }
        tell(parent, step, "progress.askingNetwork");
        auto followed = co_await follow(std::move(child), cancel);
        if (!followed)
            co_return std::unexpected(std::move(followed.error()));
        if (followed->state == OperationState::Finalised)
            landed = std::max(landed.value_or(followed->updatedAt), followed->updatedAt);
    }
    co_return landed;
}

Task<Operation> OperationRunner::follow(Operation transaction, CancelToken cancel)
{
    store::Journal& journal = m_ports.journal;
    const auto until = m_ports.clock.monotonic() + kFollowFor;
    // What is only signed has perhaps never been sent; sending the same bytes twice does no harm.
    bool mustSend = transaction.state == OperationState::Signed;
    auto lastSent = m_ports.clock.monotonic();
    auto renewed = m_ports.clock.monotonic();
    for (bool goesOn = true;;) {
        if (mustSend) {
            mustSend = false;
            OUTPOST_CO_TRY(transaction, co_await journal.advance(std::move(transaction), OperationEvent::Send));
            auto sent = co_await m_ports.pipeline.send(transaction.signedBytes, cancel);
            if (!sent && !sent.error().is(errors::kSendRefused)) {
                OUTPOST_CO_TRY(transaction, co_await journal.advance(std::move(transaction), OperationEvent::LoseTrack,
                                                                     sent.error().detail));
            } else if (!sent) {
                // Refused by one host: its preflight may lag behind. Only the chain decides.
                noteError(transaction, sent.error());
            }
        }
        auto tracked = co_await m_ports.pipeline.track(transaction.signature, transaction.expiresAfter, cancel);
        const Track state = tracked ? tracked->state : Track::Unknown;
        switch (state) {
        case Track::Finalised:
            clearError(transaction);
            co_return co_await journal.advance(std::move(transaction), OperationEvent::Finalise);
        case Track::Confirmed:
            if (transaction.state != OperationState::Confirmed) {
                clearError(transaction);
                OUTPOST_CO_TRY(transaction, co_await journal.advance(std::move(transaction), OperationEvent::Confirm));
            }
            break;
        case Track::Failed: {
            Error error(errors::kSendFailed, tracked->words, {plainText(tracked->words, 120)});
            noteError(transaction, error);
            OUTPOST_CO_CHECK(co_await journal.advance(std::move(transaction), OperationEvent::Fail, tracked->words));
            co_return fail(std::move(error));
        }
        case Track::Expired:
            if (transaction.errorCode == errors::kSendRefused.name) { // never accepted anywhere, and now it cannot be
                Error error(errors::kSendRefused, transaction.errorDetail, transaction.errorArgs);
                OUTPOST_CO_CHECK(co_await journal.advance(std::move(transaction), OperationEvent::Expire));
                co_return fail(std::move(error));
            }
            co_return co_await journal.advance(std::move(transaction), OperationEvent::Expire);
        case Track::Pending:
            if (m_ports.clock.monotonic() - lastSent >= kResend) { // hosts drop what they cannot place at once
                lastSent = m_ports.clock.monotonic();
                (void)co_await m_ports.pipeline.send(transaction.signedBytes, cancel);
            }
            break;
        case Track::Unknown:
            break;
        }
        if (!goesOn || cancel.isCancelled() || m_ports.clock.monotonic() >= until) {
            if (transaction.state == OperationState::Sent)
                OUTPOST_CO_CHECK(co_await journal.advance(transaction, OperationEvent::LoseTrack, "stopped looking"));
            co_return fail(std::move(Error(errors::kSendUnknown, transaction.signature).canRetry()));
        }
        if (m_ports.clock.monotonic() - renewed >= kRenewLease) { // a slow chain must not look like a dead process
            renewed = m_ports.clock.monotonic();
            OUTPOST_CO_CHECK(co_await journal.lease(transaction.parent, kLease));
        }
        goesOn = (co_await m_ports.delay.after(kPollChain, cancel)).has_value();
    }
}

} // namespace outpost::services
