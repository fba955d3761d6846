// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/wizard/State.h"

#include "app/format/ErrorText.h"

namespace outpost::app::wizard {

bool State::mine() const
{
    const auto own = engine.wallets().currentAddress();
    return offer && offer->alreadyRegistered && offer->problem.empty() && own && offer->owner == own->str();
}

bool State::makerPays() const
{
    return offer && !offer->maker.empty() &&
           std::all_of(offer->cost.begin(), offer->cost.end(),
                       [](const CostLine& line) { return line.covered || !line.paidBy.empty(); });
}

void State::setBusy(const QString& text)
{
    busy = !text.isEmpty();
    busyText = text;
    if (busy)
        clearProblem();
    changed();
}

void State::showError(const Error& error)
{
    setBusy({});
    if (error.is(outpost::errors::kCancelled))
        return;
    const ErrorText text = ErrorText::of(error);
    problem = text.message;
    problemAction = text.action;
    changed();
}

void State::clearProblem()
{
    problem.clear();
    problemAction.clear();
}

void State::cancelAll()
{
    cancel.cancel();
    cancel = CancelToken();
}

void State::reset()
{
    cancelAll();
    link.clear();
    device = DeviceId();
    name.clear();
    offer.reset();
    busy = false;
    busyText.clear();
    clearProblem();
}

QString State::spell(const Amount& amount) const
{
    const Asset* asset = engine.earnings().asset(amount.asset);
    return asset ? format.amount(amount, *asset) : Format::unknown();
}

} // namespace outpost::app::wizard
