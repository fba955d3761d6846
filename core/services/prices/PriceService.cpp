// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/prices/PriceService.h"

#include "core/net/HttpStatus.h"
#include "core/net/HttpTarget.h"
#include "core/net/JsonReply.h"
#include "core/net/NetErrors.h"

#include <set>

namespace outpost::services {

namespace {

constexpr std::size_t kMaxReply = 1u << 20;
constexpr std::size_t kMaxIds = 100;
constexpr const char* kCoinGecko = "CoinGecko";
constexpr const char* kJupiter = "Jupiter";
/// Shown to a person by way of app/format.
constexpr const char* kFixed = "price.fixedByNetwork";

using Parser = Result<std::map<std::string, SourcePrices>> (*)(const codec::Json&, const std::vector<std::string>&);

/// Ids go into a query unescaped; those of the sources are letters, digits and hyphens.
bool isPlainId(std::string_view id)
{
    return !id.empty() && id.size() <= 64 && std::ranges::all_of(id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    });
}

/// Why a source that was asked gave nothing.
Knowledge silenceOf(const Error& error)
{
    return error.is(errors::kNetGarbage) ? Knowledge::ShapeChanged : Knowledge::Unreachable;
}

std::string joined(const std::vector<std::string>& ids)
{
    std::string out;
    for (const std::string& id : ids)
        out += (out.empty() ? "" : ",") + id;
    return out;
}

Task<std::map<std::string, SourcePrices>> readReply(Future<HttpResponse> sent, std::string host, Parser parse,
                                                    std::vector<std::string> wanted, Time now)
{
    OUTPOST_CO_TRY(HttpResponse response, co_await qCoro(sent).takeResult());
    OUTPOST_CO_TRY(response, net::expectOk(std::move(response), host, now));
    OUTPOST_CO_TRY(const codec::Json json, net::jsonOf(response.body, host, "prices", kMaxReply));
    auto prices = parse(json, wanted);
    if (!prices)
        co_return fail(net::asGarbage(host, "prices", std::move(prices.error())));
    co_return prices;
}

Future<std::map<std::string, SourcePrices>> ask(HttpClient& http, const PriceService::Source& source,
                                                const std::string& query, const std::vector<std::string>& wanted,
                                                Parser parse, Time now, const CancelToken& cancel)
{
    HttpRequest request;
    request.url = source.url + query;
    request.headers = source.headers;
    request.maxBytes = kMaxReply;
    const auto target = net::parseTarget(source.url);
    return async::toFuture(
        readReply(http.send(std::move(request), cancel), target ? target->host : std::string(), parse, wanted, now));
}

} // namespace

struct PriceService::State {
    PriceService* owner = nullptr; ///< null once the service is gone
    HttpClient* http = nullptr;
    const Clock* clock = nullptr;
    std::vector<PricedAsset> assets;
    Options options;

    struct Entry {
        std::map<Currency, Price> prices;
        bool isDisputed = false;
        Knowledge whenMissing = Knowledge::NotOffered; ///< why a currency is not in it
        friend bool operator==(const Entry& a, const Entry& b)
        {
            const auto same = [](const auto& x, const auto& y) {
                return x.first == y.first && x.second.nano == y.second.nano && x.second.asOf == y.second.asOf &&
                       x.second.source == y.second.source;
            };
            return a.isDisputed == b.isDisputed && a.whenMissing == b.whenMissing &&
                   std::ranges::equal(a.prices, b.prices, same);
        }
    };
    std::map<AssetId, Entry> entries;
    std::optional<Time> askedAt;
    std::optional<std::chrono::milliseconds> askedAtMonotonic; ///< of the last refresh that brought something
    Knowledge lastOutcome = Knowledge::NeverAsked;
    std::optional<Future<std::vector<Price>>> running;

    std::vector<std::string> idsOf(std::string PricedAsset::* member) const
    {
        std::set<std::string> ids;
        for (const PricedAsset& asset : assets) {
            if (!asset.fixedNanoUsd && isPlainId(asset.*member) && ids.size() < kMaxIds)
                ids.insert(asset.*member);
        }
        return {ids.begin(), ids.end()};
    }

    std::vector<Price> all() const
    {
        std::vector<Price> out;
        for (const auto& [id, entry] : entries) {
            for (const auto& [currency, price] : entry.prices)
                out.push_back(price);
        }
        return out;
    }

    Entry entryOf(const PricedAsset& asset, const Answer& first, const Answer& second,
                  const std::map<Currency, DollarRate>& rates, Time now) const
    {
        Entry entry;
        if (!first)
            entry.whenMissing = silenceOf(first.error());
        else if (!second && !asset.mint.empty())
            entry.whenMissing = silenceOf(second.error());
        const auto add = [&](Currency currency, Int128 nano, const char* source, Time asOf) {
            entry.prices.try_emplace(currency, Price{asset.id, currency, nano, source, asOf});
        };
        const auto addDollars = [&](Int128 nanoUsd, const char* source) {
            for (const auto& [currency, rate] : rates) {
                if (const auto nano = convertDollars(nanoUsd, rate); nano && nano->isPositive())
                    add(currency, *nano, source, now);
            }
        };
        if (asset.fixedNanoUsd) {
            addDollars(*asset.fixedNanoUsd, kFixed);
            return entry;
        }
        std::optional<Int128> usd;
        if (first) {
            if (const auto it = first->find(asset.coinGeckoId); it != first->end()) {
                // A clock ahead of ours must not make a price look fresh for ever.
                const Time asOf = std::min(it->second.updatedAt.value_or(now), now);
                for (const auto& [currency, nano] : it->second.nano)
                    add(currency, nano, kCoinGecko, asOf);
                if (const auto dollars = it->second.nano.find(Currency::Usd); dollars != it->second.nano.end())
                    usd = dollars->second;
            }
        }
        if (second) {
            if (const auto it = second->find(asset.mint); it != second->end()) {
                const Int128 other = it->second.nano.at(Currency::Usd);
                entry.isDisputed = usd && differBy(*usd, other, options.tolerancePercent);
                addDollars(other, kJupiter); // only where the first source has nothing
            }
        }
        return entry;
    }

    /// True when something a person can see is different.
    bool take(const Answer& first, const Answer& second)
    {
        const Time now = clock->now();
        const auto rates = dollarRates(first ? *first : std::map<std::string, SourcePrices>());
        bool isChanged = lastOutcome != Knowledge::Known;
        for (const PricedAsset& asset : assets) {
            Entry fresh = entryOf(asset, first, second, rates, now);
            Entry& entry = entries[asset.id];
            // What only the silent source knows stays, with its old time, and grows stale.
            for (const auto& [currency, price] : entry.prices) {
                const bool isMissed = (!first && price.source != kJupiter) || (!second && price.source == kJupiter);
                if (isMissed)
                    fresh.prices.try_emplace(currency, price);
            }
            isChanged |= !(fresh == entry);
            entry = std::move(fresh);
        }
        askedAtMonotonic = clock->monotonic();
        lastOutcome = Knowledge::Known;
        return isChanged;
    }
};

PriceService::PriceService(HttpClient& http, const Clock& clock, std::vector<PricedAsset> assets, Options options)
    : m_state(std::make_shared<State>())
{
    m_state->owner = this;
    m_state->http = &http;
    m_state->clock = &clock;
    m_state->assets = std::move(assets);
    m_state->options = std::move(options);
}

PriceService::~PriceService()
{
    m_state->owner = nullptr;
}

Known<Price> PriceService::price(const AssetId& asset, Currency currency) const
{
    const State& state = *m_state;
    const Time asked = state.askedAt.value_or(Time{});
    const auto entry = state.entries.find(asset);
    const Price* found = nullptr;
    if (entry != state.entries.end()) {
        if (const auto it = entry->second.prices.find(currency); it != entry->second.prices.end())
            found = &it->second;
    }
    if (found == nullptr) {
        const bool isMissing = state.lastOutcome == Knowledge::Known && entry != state.entries.end();
        return Known<Price>::without(isMissing ? entry->second.whenMissing : state.lastOutcome, {}, asked);
    }
    const bool isOld = state.clock->now() - found->asOf > state.options.staleAfter;
    const bool isFresh = state.lastOutcome == Knowledge::Known && !isOld;
    return {isFresh ? Knowledge::Known : Knowledge::Stale, *found, found->source, found->asOf};
}

bool PriceService::isDisputed(const AssetId& asset) const
{
    const auto entry = m_state->entries.find(asset);
    return entry != m_state->entries.end() && entry->second.isDisputed;
}

std::vector<Price> PriceService::prices() const
{
    return m_state->all();
}

Future<std::vector<Price>> PriceService::refresh(bool force, CancelToken cancel)
{
    State& state = *m_state;
    if (state.running && !state.running->isFinished())
        return async::toFuture(join(*state.running));
    const bool isRecent =
        state.askedAtMonotonic && state.clock->monotonic() - *state.askedAtMonotonic < state.options.askAgainAfter;
    if (isRecent && !force)
        return async::ready<std::vector<Price>>(state.all());
    state.running = async::toFuture(refreshTask(m_state, std::move(cancel)));
    return async::toFuture(join(*state.running));
}

Task<std::vector<Price>> PriceService::join(Future<std::vector<Price>> running)
{
    co_return co_await running; // a copy: others may be waiting for the same
}

Task<std::vector<Price>> PriceService::refreshTask(std::shared_ptr<State> state, CancelToken cancel)
{
    const Time now = state->clock->now();
    const auto ids = state->idsOf(&PricedAsset::coinGeckoId);
    const auto mints = state->idsOf(&PricedAsset::mint);
    Answer first = std::map<std::string, SourcePrices>();
    Answer second = std::map<std::string, SourcePrices>();
    std::optional<Future<std::map<std::string, SourcePrices>>> askedFirst;
    std::optional<Future<std::map<std::string, SourcePrices>>> askedSecond;
    if (state->options.coinGecko && !ids.empty()) {
        askedFirst = ask(*state->http, *state->options.coinGecko,
                         "?ids=" + joined(ids) + "&vs_currencies=eur,usd,gbp,jpy&include_last_updated_at=true", ids,
                         parseCoinGecko, now, cancel);
    }
    if (state->options.jupiter && !mints.empty()) {
        askedSecond =
            ask(*state->http, *state->options.jupiter, "?ids=" + joined(mints), mints, parseJupiter, now, cancel);
    }
    if (askedFirst)
        first = co_await qCoro(*askedFirst).takeResult();
    if (askedSecond)
        second = co_await qCoro(*askedSecond).takeResult();
    if (state->owner == nullptr || cancel.isCancelled())
        co_return fail(errors::kCancelled);
    state->askedAt = now;
    const bool anyAnswer = (askedFirst && first) || (askedSecond && second) || (!askedFirst && !askedSecond);
    bool isChanged = false;
    if (anyAnswer) {
        isChanged = state->take(first, second);
    } else {
        const auto outcome = silenceOf(askedFirst ? first.error() : second.error());
        isChanged = state->lastOutcome != outcome;
        state->lastOutcome = outcome;
    }
    if (isChanged)
        Q_EMIT state->owner->changed();
    if (!anyAnswer)
        co_return fail(askedFirst ? first.error() : second.error());
    co_return state->all();
}

} // namespace outpost::services
