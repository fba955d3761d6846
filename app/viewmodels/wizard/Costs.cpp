// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/wizard/Costs.h"

#include "app/format/Phrase.h"
#include "core/services/Shortfall.h"

namespace outpost::app::wizard {

using namespace std::chrono_literals;

namespace {

constexpr auto kAskEvery = 5s;

} // namespace

Costs::Costs(State& state, QObject* parent)
    : m_state(state), m_rows({"title", "amount", "unknownReason"}, parent), m_pays({"title", "amount"}, parent)
{
    m_timer.setInterval(kAskEvery);
    QObject::connect(&m_timer, &QTimer::timeout, parent, [this] { async::toFuture(readBalances()); });
}

QString Costs::totalReason() const
{
    return !m_lines.empty() ? tr("There is no price for one of the amounts.")
                            : tr("Known once the device was checked.");
}

void Costs::unwatch()
{
    m_missing.clear();
    m_timer.stop();
}

void Costs::reset()
{
    unwatch();
    m_lines.clear();
    m_total.clear();
    m_walletNote.clear();
    m_rows.set({});
}

Task<void> Costs::price()
{
    const auto guard = m_state.guard();
    const auto& offer = m_state.offer;
    if (offer)
        m_lines = offer->alreadyRegistered || !offer->problem.empty() ? std::vector<CostLine>() : offer->cost;
    if (m_lines.empty()) {
        m_rows.set({});
        m_pays.set({});
        m_total.clear();
        co_return Result<void>{};
    }
    (void)co_await spellLines(m_lines);
    if (!guard)
        co_return Result<void>{};
    m_state.changed();
    co_return co_await readBalances();
}

Task<void> Costs::spellLines(std::vector<CostLine> lines)
{
    const auto guard = m_state.guard();
    const Currency currency = m_state.format.currency();
    std::vector<Amount> own;
    QList<WizardRows::Row> rows;
    QList<WizardRows::Row> pays;
    for (const CostLine& line : lines) {
        if (line.covered)
            continue;
        const QString title = Phrase::of(line.kind);
        if (!line.paidBy.empty()) {
            //: %1 is who pays, for instance the maker of a device.
            rows.append({title, tr("paid by %1").arg(shownText(line.paidBy)), QString()});
            continue;
        }
        own.push_back(line.amount);
        const auto worth = co_await m_state.engine.earnings().worth({line.amount}, currency);
        if (!guard)
            co_return Result<void>{};
        const QString amount = m_state.spell(line.amount);
        const QString fiat = worth && worth->minor ? m_state.format.money(*worth) : QString();
        rows.append({title, fiat.isEmpty() ? amount : fiat + QStringLiteral(" · ") + amount, QString()});
        pays.append({fiat.isEmpty() ? title : title + QStringLiteral(" · ") + fiat, amount});
    }
    m_rows.set(std::move(rows));
    m_pays.set(std::move(pays));
    if (own.empty()) {
        m_total = m_state.format.moneyMinor(Int128(0), currency);
        co_return Result<void>{};
    }
    const auto worth = co_await m_state.engine.earnings().worth(own, currency);
    if (guard)
        m_total = worth && worth->minor ? m_state.format.money(*worth) : QString();
    co_return Result<void>{};
}

/// Also the poll while money is missing.
Task<void> Costs::readBalances()
{
    const auto guard = m_state.guard();
    const auto address = m_state.engine.wallets().currentAddress();
    if (!address || m_lines.empty())
        co_return Result<void>{};
    OUTPOST_CO_CHECK(co_await compare(*address));
    if (!guard)
        co_return Result<void>{};
    if (m_missing.isEmpty()) {
        m_timer.stop();
        if (onEnough)
            onEnough();
    } else if (m_state.open || (isAwaited && isAwaited())) {
        m_timer.start();
    }
    m_state.changed();
    co_return Result<void>{};
}

Task<void> Costs::compare(Address address)
{
    const auto guard = m_state.guard();
    OUTPOST_CO_TRY(const auto found, co_await services::shortfall(m_state.engine.rpc(), address, m_lines));
    if (!guard)
        co_return fail(outpost::errors::kCancelled);
    const Amount fees{services::nativeAsset(), found.native};
    const auto worth = co_await m_state.engine.earnings().worth({fees}, m_state.format.currency());
    if (!guard)
        co_return fail(outpost::errors::kCancelled);
    const bool priced = worth && worth->minor && !worth->minor->isZero();
    //: %1 is an amount of money.
    m_walletNote =
        tr("Your wallet holds %1 for network fees.").arg(priced ? m_state.format.money(*worth) : m_state.spell(fees));

    QStringList missing;
    for (const auto& [asset, gap] : found.missing)
        missing.append(m_state.spell({asset, gap}));
    m_address = toQString(address.str());
    //: %1 is a list of amounts, for instance "0.01 SOL".
    m_missing = missing.isEmpty() || m_state.step == Finished
                    ? QString()
                    : tr("%1 missing").arg(missing.join(QStringLiteral(", ")));
    co_return Result<void>{};
}

} // namespace outpost::app::wizard
