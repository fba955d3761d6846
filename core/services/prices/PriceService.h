// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/Known.h"
#include "core/net/HttpClient.h"
#include "core/services/prices/PriceSources.h"

#include <QObject>

namespace outpost::services {

/// How the sources know an asset; from the networks' descriptors.
struct PricedAsset {
    AssetId id;
    std::string coinGeckoId;                 ///< empty: it is not asked there
    std::string mint;                        ///< empty: it is not asked at Jupiter
    std::optional<Int128> fixedNanoUsd = {}; ///< fixed by a network's rule; then nobody is asked
};

/// Prices of all assets in all currencies, from two sources. The first (CoinGecko) counts, with its own time. The
/// second (Jupiter, dollars only) fills gaps, turned into other currencies by the first's own dollar rates, and is
/// compared with the first. An asset that neither offers has no price, which is not a price of zero.
///
/// **Thread:** GUI. References must outlive it; a refresh that outlives the service answers kCancelled.
/// Errors: net.*, when no source answered; one that answers suffices.
class PriceService final : public QObject {
    Q_OBJECT
public:
    struct Source {
        std::string url; ///< without query
        std::vector<std::pair<std::string, std::string>> headers = {};
    };
    struct Options {
        std::optional<Source> coinGecko = {};
        std::optional<Source> jupiter = {};
        std::chrono::milliseconds askAgainAfter{60'000}; ///< refresh() within this answers what is there
        std::chrono::milliseconds staleAfter{15 * 60'000};
        int tolerancePercent = 10; ///< between the two sources
    };

    PriceService(HttpClient& http, const Clock& clock, std::vector<PricedAsset> assets, Options options);
    ~PriceService() override;

    /// What there is now, without asking. Known, Stale (the last price is old, or the last refresh failed), Unreachable
    /// or ShapeChanged (and there never was one), NotOffered, NeverAsked.
    Known<Price> price(const AssetId& asset, Currency currency) const;
    /// True when the two sources differ by more than the tolerance; the first one's price is shown all the same.
    bool isDisputed(const AssetId& asset) const;
    std::vector<Price> prices() const;

    /// Asks the sources unless that was done just now (`force` asks in any case), and answers all prices. One refresh
    /// runs at a time; whoever asks meanwhile gets its result.
    Future<std::vector<Price>> refresh(bool force = false, CancelToken cancel = {});

Q_SIGNALS:
    /// After a refresh that changed a price or the state of one.
    void changed();

private:
    struct State;
    using Answer = Result<std::map<std::string, SourcePrices>>;
    static Task<std::vector<Price>> refreshTask(std::shared_ptr<State> state, CancelToken cancel);
    static Task<std::vector<Price>> join(Future<std::vector<Price>> running);
    std::shared_ptr<State> m_state; ///< shared with a running refresh
};

} // namespace outpost::services
