// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/AddressFinder.h"

#include <algorithm>

namespace outpost::services {

using networks::Holdings;
using networks::Network;

namespace {

constexpr std::size_t kAtOnce = 4;

Knowledge whyUnknown(const Error& error)
{
    return error.code.exit == ExitClass::Unreachable ? Knowledge::Unreachable : Knowledge::ShapeChanged;
}

bool isPositive(const Known<Amount>& amount)
{
    return amount.hasValue() && amount.value->base.isPositive();
}

/// Of several networks the worst answer counts: what one of them did not say is not known.
template <class T> void note(Known<T>& to, Known<T> from, const std::function<void(T&, T&)>& add)
{
    if (to.state == Knowledge::NeverAsked) {
        to = std::move(from);
    } else if (!from.hasValue()) {
        if (to.hasValue())
            to = std::move(from);
    } else if (to.hasValue()) {
        add(*to.value, *from.value);
    }
}

Task<void> askNetwork(Network* network, std::vector<AddressUse>* uses, CancelToken cancel)
{
    std::vector<Address> owners;
    for (const AddressUse& use : *uses)
        owners.push_back(use.account.address);
    bool answers = true;
    if (auto* balances = network->balances()) {
        auto held = co_await balances->holdings(owners, cancel);
        if (cancel.isCancelled())
            co_return fail(errors::kCancelled);
        for (std::size_t i = 0; i < uses->size(); ++i) {
            Holdings one;
            if (held && i < held->size()) {
                one = std::move((*held)[i]);
            } else if (!held) {
                one.coin.state = whyUnknown(held.error());
                one.tokens.state = one.coin.state;
            }
            // Coins of two chains are two things; the first network's is the one that fees are paid in.
            note<Amount>((*uses)[i].coin, std::move(one.coin), [](Amount&, Amount&) {});
            note<std::vector<Amount>>((*uses)[i].tokens, std::move(one.tokens),
                                      [](auto& all, auto& more) { all.insert(all.end(), more.begin(), more.end()); });
        }
        answers = std::any_of(uses->begin(), uses->end(), [](const AddressUse& use) { return use.coin.hasValue(); });
    }
    // The devices of an account in a cloud are nobody's by address.
    if (network->directory() == nullptr || network->session() != nullptr)
        co_return Result<void>{};
    for (std::size_t from = 0; from < owners.size(); from += kAtOnce) {
        const std::size_t to = std::min(owners.size(), from + kAtOnce);
        std::vector<Future<std::vector<Device>>> running;
        for (std::size_t i = from; answers && i < to; ++i)
            running.push_back(network->directory()->devicesOf(owners[i], cancel));
        for (std::size_t i = from; i < to; ++i) {
            Known<int> count;
            count.state = Knowledge::Unreachable; // nobody answered about balances: not asked twenty times more
            if (answers) {
                const auto devices = co_await running[i - from];
                if (devices)
                    count = Known<int>::known(static_cast<int>(devices->size()), "source.directory", {});
                else
                    count.state = whyUnknown(devices.error());
            }
            note<int>((*uses)[i].devices, std::move(count), [](int& all, int& more) { all += more; });
        }
        if (cancel.isCancelled())
            co_return fail(errors::kCancelled);
    }
    co_return Result<void>{};
}

/// Whether `a` has more than `b`.
bool hasMore(const AddressUse& a, const AddressUse& b)
{
    if (const int x = a.devices.value.value_or(0), y = b.devices.value.value_or(0); x != y)
        return x > y;
    const std::vector<Amount> none;
    const auto& left = a.tokens.hasValue() ? *a.tokens.value : none;
    const auto& right = b.tokens.hasValue() ? *b.tokens.value : none;
    // Tokens come in the network's own order, the one that it pays in first. Different ones are not compared.
    if (left.empty() != right.empty())
        return !left.empty();
    if (!left.empty() && left.front().asset == right.front().asset && left.front().base != right.front().base)
        return right.front().base < left.front().base;
    const Int128 x = a.coin.hasValue() ? a.coin.value->base : Int128();
    const Int128 y = b.coin.hasValue() ? b.coin.value->base : Int128();
    return y < x;
}

void propose(AddressReport& report)
{
    for (std::size_t i = 0; i < report.addresses.size(); ++i) {
        if (report.addresses[i].isInUse())
            report.proposed.push_back(i);
    }
    std::stable_sort(report.proposed.begin(), report.proposed.end(),
                     [&](std::size_t a, std::size_t b) { return hasMore(report.addresses[a], report.addresses[b]); });
    report.anyInUse = !report.proposed.empty();
    if (!report.anyInUse && !report.addresses.empty())
        report.proposed.push_back(0);
    report.complete = std::all_of(report.addresses.begin(), report.addresses.end(),
                                  [](const AddressUse& use) { return use.isKnown(); });
}

Task<AddressReport> findTask(std::vector<Network*> networks, std::vector<FoundAccount> accounts, CancelToken cancel)
{
    AddressReport report;
    for (FoundAccount& account : accounts)
        report.addresses.push_back({.account = std::move(account), .coin = {}, .tokens = {}, .devices = {}});
    for (Network* network : networks) {
        if (network->account() == nullptr)
            continue;
        OUTPOST_CO_CHECK(co_await askNetwork(network, &report.addresses, cancel));
    }
    propose(report);
    co_return report;
}

} // namespace

bool AddressUse::isInUse() const
{
    return isPositive(coin) || (tokens.hasValue() && !tokens.value->empty()) || devices.value.value_or(0) > 0;
}

bool AddressUse::isKnown() const
{
    return coin.hasValue() && tokens.hasValue() && devices.hasValue();
}

Future<AddressReport> findUse(std::vector<Network*> networks, std::vector<FoundAccount> accounts, CancelToken cancel)
{
    return async::toFuture(findTask(std::move(networks), std::move(accounts), std::move(cancel)));
}

} // namespace outpost::services
