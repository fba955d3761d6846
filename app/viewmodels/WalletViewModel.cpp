// SPDX-License-Identifier: GPL-3.0-or-later
#include "WalletViewModel.h"

#include "app/format/ErrorText.h"
#include "app/format/Phrase.h"

namespace outpost::app {

namespace {

constexpr std::int64_t kActivitiesShown = 50;
constexpr const char* kNative = "solana:native";
constexpr std::uint64_t kTokenAccountBytes = 165;
/// One deposit for the account that receives, one for the record that the network keeps, and fees to spare.
constexpr std::int64_t kDeposits = 2;
constexpr std::int64_t kFeesToSpare = 500'000;

QString signedAmount(const Format& format, const std::vector<Asset>& assets, const std::vector<Amount>& amounts,
                     QChar sign)
{
    QStringList parts;
    for (const Amount& amount : amounts) {
        const auto asset =
            std::find_if(assets.begin(), assets.end(), [&](const Asset& a) { return a.id == amount.asset; });
        if (asset != assets.end() && amount.base.isPositive())
            parts += sign + format.amount(amount, *asset);
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace

WalletViewModel::WalletViewModel(Engine& engine, Format& format, QObject* parent)
    : QObject(parent),
      m_engine(engine),
      m_format(format),
      m_balances(this),
      m_activities(this),
      m_total(Format::unknown())
{
    connect(&engine.wallets(), &services::WalletService::changed, this, [this] {
        if (address() != m_shownAddress)
            reload();
        Q_EMIT changed();
    });
    connect(&engine.sync(), &services::FleetSync::changed, this, &WalletViewModel::reload);
    connect(&engine.runner(), &services::OperationRunner::finished, this, &WalletViewModel::reload);
}

QString WalletViewModel::name() const
{
    const auto* entry = m_engine.wallets().current();
    return entry ? toQString(entry->name) : QString();
}

QString WalletViewModel::address() const
{
    const auto found = m_engine.wallets().currentAddress();
    return found ? toQString(found->str()) : QString();
}

bool WalletViewModel::watchOnly() const
{
    const auto* entry = m_engine.wallets().current();
    return entry != nullptr && entry->watchOnly;
}

bool WalletViewModel::canChooseAddresses() const
{
    const auto* entry = m_engine.wallets().current();
    return entry != nullptr && entry->unlocked;
}

void WalletViewModel::reload()
{
    if (!hasWallet())
        return;
    m_engine.activities()
        .page({}, 0, kActivitiesShown)
        .then(this, [this](const Result<std::vector<store::Activity>>& read) { showActivities(read); });
    if (m_loading) {
        m_again = true;
        return;
    }
    if (address() != m_shownAddress) {
        m_balances.setRows({});
        m_total = Format::unknown();
        m_fundsNotice.clear();
        m_shownAddress = address();
    }
    m_loading = true;
    Q_EMIT changed();
    async::toFuture(read(this)).then(this, [this](const Result<Holdings>& holdings) {
        m_loading = false;
        show(holdings);
        if (std::exchange(m_again, false))
            reload();
    });
}

Task<WalletViewModel::Holdings> WalletViewModel::read(QPointer<WalletViewModel> self)
{
    OUTPOST_CO_TRY(const Address address, self->m_engine.wallets().currentAddress());
    OUTPOST_CO_TRY(const solana::PublicKey key, solana::PublicKey::fromBase58(address.str()));
    ledger::SolanaRpc handle(self->m_engine.rpc()); // ends by itself when the engine goes
    OUTPOST_CO_TRY(const std::uint64_t lamports, co_await handle.balance(key));
    OUTPOST_CO_TRY(const auto tokens, co_await handle.tokenAccounts(key));
    OUTPOST_CO_TRY(const std::uint64_t rent, co_await handle.rentMinimum(kTokenAccountBytes));
    if (!self)
        co_return fail(outpost::errors::kCancelled);
    Holdings holdings;
    std::vector<Amount> all;
    for (const Asset& asset : self->m_engine.assets()) {
        Amount amount{asset.id, Int128()};
        if (asset.id.str() == kNative)
            amount.base = Int128::fromUnsigned(lamports);
        for (const auto& holding : tokens) {
            if (asset.id.str().ends_with(":" + holding.token.mint.toBase58())) {
                OUTPOST_CO_TRY(amount.base, amount.base.plus(Int128::fromUnsigned(holding.token.amount)));
            }
        }
        if (asset.id.str() == kNative || amount.base.isPositive()) {
            holdings.amounts.emplace_back(asset, amount);
            all.push_back(amount);
        }
    }
    const Currency currency = self->m_format.currency();
    for (const Amount& amount : all) {
        if (!self)
            co_return fail(outpost::errors::kCancelled);
        OUTPOST_CO_TRY(auto worth, co_await self->m_engine.earnings().worth({amount}, currency));
        holdings.worths.push_back(std::move(worth));
    }
    if (!self)
        co_return fail(outpost::errors::kCancelled);
    OUTPOST_CO_TRY(holdings.total, co_await self->m_engine.earnings().worth(all, currency));
    OUTPOST_CO_TRY(const Int128 deposits, Int128::fromUnsigned(rent).times(Int128(kDeposits)));
    OUTPOST_CO_TRY(holdings.needed, deposits.plus(Int128(kFeesToSpare)));
    if (Int128::fromUnsigned(lamports) < holdings.needed) {
        OUTPOST_CO_TRY(const Int128 missing, holdings.needed.minus(Int128::fromUnsigned(lamports)));
        holdings.missing = missing;
    }
    co_return holdings;
}

void WalletViewModel::show(const Result<Holdings>& read)
{
    if (!read) {
        if (!read.error().is(outpost::errors::kCancelled)) {
            const ErrorText text = ErrorText::of(read.error());
            m_error = text.message;
            m_errorAction = text.action;
            if (m_balances.count() == 0)
                m_totalUnknownReason = text.message;
        }
        Q_EMIT changed();
        return;
    }
    m_error.clear();
    m_errorAction.clear();
    std::vector<Row> rows;
    m_fundsNotice.clear();
    for (std::size_t i = 0; i < read->amounts.size(); ++i) {
        const auto& [asset, amount] = read->amounts[i];
        const services::Worth& worth = read->worths[i];
        rows.push_back({.key = toQString(asset.id.str()),
                        .title = toQString(asset.name),
                        .note = m_format.amountExact(amount, asset),
                        .amount = worth.minor ? m_format.money(worth) : QString(),
                        .unknownReason = worth.minor ? QString() : tr("No price is known for it yet.")});
        if (asset.id.str() == kNative && read->missing && !watchOnly())
            //: %1, %2: amounts of the chain's own coin, for instance 0.004 SOL
            m_fundsNotice =
                tr("Network fees and deposits are paid with %1. You need about %2 more to collect; send it to your "
                   "receiving address.")
                    .arg(toQString(asset.symbol), m_format.amount({asset.id, *read->missing}, asset));
    }
    m_balances.setRows(std::move(rows));
    m_total = read->total.minor ? m_format.money(read->total) : QString();
    m_totalUnknownReason = read->total.minor ? QString() : tr("A price is not known yet.");
    if (read->total.priceAsOf)
        //: %1: age of the prices; %2: who gave them
        m_priceNote =
            tr("Prices of %1, %2").arg(m_format.dateTime(*read->total.priceAsOf), Phrase::of(read->total.priceSource));
    else
        m_priceNote.clear();
    Q_EMIT changed();
}

void WalletViewModel::showActivities(const Result<std::vector<store::Activity>>& read)
{
    if (!read)
        return; // what is shown stays; the balances tell what is wrong
    std::vector<Row> rows;
    const auto assets = m_engine.assets();
    for (const store::Activity& activity : *read) {
        Row row{.key = toQString(activity.uniqueKey),
                .title = Phrase::of(activity.kind, activity.args),
                .note = m_format.dateTime(activity.at)};
        row.amount = signedAmount(m_format, assets, activity.in, u'+');
        row.amountNote = signedAmount(m_format, assets, activity.out, QChar(0x2212));
        if (row.amount.isEmpty())
            std::swap(row.amount, row.amountNote);
        rows.push_back(std::move(row));
    }
    m_activities.setRows(std::move(rows));
    Q_EMIT changed();
}

} // namespace outpost::app
