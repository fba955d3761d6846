// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/wizard/Registration.h"

#include "app/format/Phrase.h"
#include "core/domain/Cells.h"
#include "core/services/ServiceErrors.h"

namespace outpost::app::wizard {

namespace {
enum Level { Warning = 1, Plain = 3 }; // as CheckedSentence.Level; nothing is decoded before the device has signed
} // namespace

Registration::Registration(State& state, Parts parts, QObject* parent)
    : m_state(state),
      m_parts(parts),
      m_sentences({"text", "level"}, parent),
      m_progress({"title", "note", "stepState"}, parent),
      m_result({"title", "value", "unknownReason"}, parent)
{
    m_parts.costs.onEnough = [this] { onEnough(); };
    m_parts.costs.isAwaited = [this] { return m_armed; };
    QObject::connect(&m_state.engine.acts(), &services::Acts::started, parent, [this](const OperationId& id) {
        if (m_starting && m_operation.isEmpty()) {
            m_starting = false;
            m_operation = id;
            m_state.save();
            m_state.changed();
        }
    });
    auto& runner = m_state.engine.runner();
    QObject::connect(&runner, &services::OperationRunner::progress, parent, [this](const services::Progress& progress) {
        if (progress.id != m_operation)
            return;
        m_step = progress.step;
        m_activity = Phrase::of(progress.activity);
        showProgress();
    });
    // One that was taken up elsewhere, by the start of the program for instance.
    QObject::connect(&runner, &services::OperationRunner::finished, parent, [this](const Operation& operation) {
        if (m_elsewhere && operation.id == m_operation) {
            m_elsewhere = false;
            take(operation);
        }
    });
}

void Registration::reset()
{
    ++m_round;
    m_starting = false;
    m_review.reset();
    m_operation = OperationId();
    m_steps.clear();
    m_step = 0;
    m_activity.clear();
    m_failed = false;
    m_elsewhere = false;
    m_armed = false;
    m_sentences.set({});
    m_result.set({});
    m_progress.set({});
}

Task<void> Registration::review()
{
    const auto guard = m_state.guard();
    const int round = m_round;
    m_review.reset();
    m_state.setBusy(tr("Working out the cost"));
    // Fees move: asked again, so that what is read here is what is paid.
    auto offer = co_await m_state.engine.acts().examine(m_state.device, m_state.cancel);
    if (!guard || round != m_round)
        co_return Result<void>{};
    if (!offer) {
        m_state.showError(offer.error());
        co_return Result<void>{};
    }
    m_state.offer = std::move(*offer);
    auto reviewed = co_await m_state.engine.acts().reviewOnboard(*m_state.offer, m_parts.place.place());
    if (!guard || round != m_round)
        co_return Result<void>{};
    if (!reviewed) {
        m_state.showError(reviewed.error());
        co_return Result<void>{};
    }
    m_review = std::move(*reviewed);
    m_steps = m_review->plan.operation.steps;
    showReview();
    m_state.setBusy({});
    showProgress();
    co_return co_await m_parts.costs.price();
}

void Registration::showReview()
{
    const auto& place = m_parts.place.choice();
    const std::string& maker = m_state.offer->maker;
    const Address own = m_state.engine.wallets().currentAddress().value_or(Address());
    QList<WizardRows::Row> rows;
    //: %1 a device's name, %2 an address.
    rows.append(
        {tr("%1 is registered to your wallet %2.").arg(m_state.deviceName(), Format::shortAddress(own)), int(Plain)});
    if (place)
        //: %1 are coordinates.
        rows.append(
            {tr("Its place becomes %1, rounded to one cell.").arg(m_state.format.coordinates(place->place.centre)),
             int(Plain)});
    if (m_state.makerPays())
        //: %1 is the maker of a device.
        rows.append(
            {tr("%1 pays; your key signs nothing that takes money from you.").arg(shownText(maker)), int(Plain)});
    rows.append({tr("Each transaction is read and tried out before your key signs it."), int(Plain)});
    if (!m_parts.wifi.online())
        rows.append(
            {tr("The device is not online. It is registered all the same, and earns once it is."), int(Warning)});
    if (place && place->ownDevicesNear > 0)
        rows.append({tr("%n of your devices stand(s) within 300 m.", nullptr, place->ownDevicesNear), int(Warning)});
    m_sentences.set(std::move(rows));
}

Task<void> Registration::start()
{
    const auto guard = m_state.guard();
    const int round = m_round;
    if (!m_review)
        co_return Result<void>{};
    if (!m_parts.costs.missing().isEmpty()) {
        m_armed = true;
        m_parts.costs.watch();
        m_state.changed();
        co_return Result<void>{};
    }
    m_failed = false;
    m_starting = true;
    m_state.setBusy(tr("Registering"));
    const auto result = co_await m_state.engine.acts().start(*m_review);
    if (!guard || round != m_round)
        co_return Result<void>{};
    m_starting = false;
    take(result);
    co_return Result<void>{};
}

void Registration::takeUp(OperationId operation)
{
    m_operation = std::move(operation);
    async::toFuture(resume(false));
}

void Registration::tryAgain()
{
    if (m_operation.isEmpty())
        async::toFuture(review());
    else
        async::toFuture(resume(m_failed));
}

void Registration::onEnough()
{
    if (!m_armed || m_state.busy)
        return;
    m_armed = false;
    if (m_operation.isEmpty())
        async::toFuture(start());
    else
        async::toFuture(resume(m_failed));
}

Task<void> Registration::resume(bool retry)
{
    const auto guard = m_state.guard();
    const int round = m_round;
    m_state.setBusy(tr("Registering"));
    const auto known = co_await m_state.engine.journal().find(m_operation);
    if (!guard || round != m_round)
        co_return Result<void>{};
    if (!known) {
        m_state.showError(known.error());
        co_return Result<void>{};
    }
    m_steps = known->steps;
    m_parts.costs.take(known->cost);
    async::toFuture(m_parts.costs.price());
    m_step = static_cast<std::size_t>(std::ranges::count(known->steps, OperationState::Done, &OperationStep::state));
    if (!known->titleArgs.empty())
        m_state.name = known->titleArgs.front();
    showProgress();
    auto& runner = m_state.engine.runner();
    if (runner.isRunning(m_operation)) {
        m_elsewhere = true;
        co_return Result<void>{};
    }
    retry = retry || known->state == OperationState::Failed || known->state == OperationState::Expired;
    const auto result = retry ? co_await runner.retry(m_operation) : co_await runner.resume(m_operation);
    if (guard && round == m_round)
        take(result);
    co_return Result<void>{};
}

void Registration::take(const Result<Operation>& result)
{
    if (!result) {
        m_state.showError(result.error());
        showProgress();
        return;
    }
    m_steps = result->steps;
    if (result->state == OperationState::Done) {
        async::toFuture(readBack());
        return;
    }
    m_failed = result->state == OperationState::Failed || result->state == OperationState::Expired;
    const Error error(ErrorCode{result->errorCode}, result->errorDetail, result->errorArgs);
    m_state.showError(error);
    showProgress();
    if (error.is(outpost::errors::kNotEnough))
        async::toFuture(awaitMoney());
}

/// Goes on by itself when what is missing has arrived. Where nothing is, the person says when to try again: the same
/// attempt at once would fail in the same way.
Task<void> Registration::awaitMoney()
{
    const auto guard = m_state.guard();
    const int round = m_round;
    OUTPOST_CO_CHECK(co_await m_parts.costs.readBalances());
    if (!guard || round != m_round || m_state.busy || m_parts.costs.missing().isEmpty())
        co_return Result<void>{};
    m_armed = true;
    m_parts.costs.watch();
    m_state.changed();
    co_return Result<void>{};
}

void Registration::showProgress()
{
    const bool failed = !m_state.problem.isEmpty();
    QList<WizardRows::Row> rows;
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        int mark = Ahead;
        QString note;
        if (m_steps[i].state == OperationState::Done || (started() && i < m_step)) {
            mark = Done;
        } else if (started() && i == m_step) {
            mark = failed ? Failed : Current;
            note = failed ? QString() : m_activity;
        }
        rows.append({Phrase::of("step." + m_steps[i].kind), note, mark});
    }
    m_progress.set(std::move(rows));
}

Task<void> Registration::readBack()
{
    const auto guard = m_state.guard();
    const int round = m_round;
    m_state.setBusy(tr("Reading it back from the network"));
    (void)co_await m_state.engine.sync().refresh(m_state.format.currency());
    if (!guard || round != m_round)
        co_return Result<void>{};
    const auto device = co_await m_state.engine.devices().find(m_state.device);
    if (!guard || round != m_round)
        co_return Result<void>{};
    const auto& chosen = m_parts.place.choice();
    const auto place = device ? device->place : std::optional<outpost::Place>();
    const QString late = tr("The network's directory does not list it yet.");
    QList<WizardRows::Row> rows;
    rows.append({tr("Name"), device ? shownName(*device) : m_state.deviceName(), late});
    rows.append({tr("Place on the network"), place ? m_state.format.coordinates(place->centre) : QString(), late});
    rows.append({tr("Cell"), place ? toQString(cellText(place->cell)) : QString(), late});
    if (place && chosen)
        rows.append({tr("From your pin"), m_state.format.distance(distanceMetres(place->centre, chosen->pin)), late});
    rows.append({tr("Owner"), device ? Format::shortAddress(device->owner) : QString(), late});
    m_result.set(std::move(rows));
    m_state.engine.nearby().disconnectDevice();
    m_state.setBusy({});
    m_parts.costs.unwatch();
    if (onFinished)
        onFinished();
    co_return Result<void>{};
}

} // namespace outpost::app::wizard
