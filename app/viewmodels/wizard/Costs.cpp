// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/wizard/Costs.h"

#include "app/format/Phrase.h"

namespace outpost::app::wizard {

using namespace std::chrono_literals;

namespace {

constexpr std::string_view kNative = "solana:native";
constexpr auto kAskEvery = 5s;

bool isOwn(const CostLine& line)
{
    return line.paidBy.empty() && !line.covered;
}

/// Per asset: an asset never pays for another one.
Result<std::map<AssetId, Int128>> needed(const std::vector<CostLine>& lines)
{
    std::map<AssetId, Int128> sums;
    for (const CostLine& line : lines) {
        if (!isOwn(line))
            continue;
        auto& sum = sums[line.amount.asset];
        OUTPOST_TRY(sum, sum.plus(line.amount.base));
    }
    return sums;
}

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
    ledger::SolanaRpc& rpc = m_state.engine.rpc();
    OUTPOST_CO_TRY(const auto key, solana::PublicKey::fromBase58(address.str()));
    OUTPOST_CO_TRY(const std::uint64_t lamports, co_await rpc.balance(key));
    if (!guard)
        co_return fail(outpost::errors::kCancelled);
    OUTPOST_CO_TRY(const auto holdings, co_await rpc.tokenAccounts(key));
    if (!guard)
        co_return fail(outpost::errors::kCancelled);
    std::map<AssetId, Int128> there;
    there[AssetId(std::string(kNative))] = Int128::fromUnsigned(lamports);
    for (const auto& holding : holdings) {
        auto& sum = there[AssetId("solana:" + holding.token.mint.toBase58())];
        sum = sum.plus(Int128::fromUnsigned(holding.token.amount)).value_or(sum);
    }
    const Amount fees{AssetId(std::string(kNative)), Int128::fromUnsigned(lamports)};
    const auto worth = co_await m_state.engine.earnings().worth({fees}, m_state.format.currency());
    if (!guard)
        co_return fail(outpost::errors::kCancelled);
    const bool priced = worth && worth->minor && !worth->minor->isZero();
    //: %1 is an amount of money.
    m_walletNote =
        tr("Your wallet holds %1 for network fees.").arg(priced ? m_state.format.money(*worth) : m_state.spell(fees));

    OUTPOST_CO_TRY(const auto wanted, needed(m_lines));
    QStringList missing;
    for (const auto& [asset, base] : wanted) {
        const Int128 held = there.contains(asset) ? there.at(asset) : Int128(0);
        if (held < base) {
            OUTPOST_CO_TRY(const Int128 gap, base.minus(held));
            missing.append(m_state.spell({asset, gap}));
        }
    }
    m_address = toQString(address.str());
    //: %1 is a list of amounts, for instance "0.01 SOL".
    m_missing = missing.isEmpty() || m_state.step == Finished
                    ? QString()
                    : tr("%1 missing").arg(missing.join(QStringLiteral(", ")));
    co_return Result<void>{};
}

} // namespace outpost::app::wizard
