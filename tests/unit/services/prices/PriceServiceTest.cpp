// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/prices/PriceService.h"

#include "core/net/NetErrors.h"
#include "tests/support/Await.h"
#include "tests/support/FakeClock.h"
#include "tests/support/ScriptedHttpClient.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace outpost::services {
namespace {

using namespace std::chrono_literals;
using test::await;

const AssetId kAlpha("test:alpha");
const AssetId kBeta("test:beta");
const AssetId kFixed("test:fixed");

class PriceServiceTest : public testing::Test {
protected:
    void SetUp() override
    {
        http.handler = [this](const HttpRequest& request) -> Result<HttpResponse> {
            const bool isFirst = request.url.starts_with("https://gecko.example");
            const auto& reply = isFirst ? gecko : jupiter;
            if (!reply)
                return fail(Error(errors::kNetUnreachable).canRetry());
            return test::ScriptedHttpClient::response(200, *reply);
        };
        gecko = geckoAt(0s);
        jupiter = R"({"mintA":{"usdPrice":2.52},"mintB":{"usdPrice":0.5}})";
    }
    /// Prices of alpha as of so long ago.
    std::string geckoAt(std::chrono::seconds ago) const
    {
        return R"({"alpha":{"eur":2.3,"usd":2.5,"gbp":2,"jpy":375,"last_updated_at":)" +
               std::to_string(toUnixSeconds(clock.now() - ago)) + "}}";
    }
    void refresh(bool force = false) { ASSERT_TRUE(await(service->refresh(force))); }
    Known<Price> price(const AssetId& asset, Currency currency = Currency::Eur)
    {
        return service->price(asset, currency);
    }

    test::FakeClock clock;
    test::ScriptedHttpClient http;
    std::optional<std::string> gecko, jupiter; ///< replies; nothing: unreachable
    std::unique_ptr<PriceService> service = std::make_unique<PriceService>(
        http, clock,
        std::vector<PricedAsset>{
            {kAlpha, "alpha", "mintA"}, {kBeta, "beta", "mintB"}, {kFixed, "", "", Int128(10'000)}},
        PriceService::Options{.coinGecko = PriceService::Source{"https://gecko.example/simple/price"},
                              .jupiter = PriceService::Source{"https://jup.example/price/v3"}});
};

TEST_F(PriceServiceTest, KnowsNothingBeforeItAsked)
{
    EXPECT_EQ(price(kAlpha).state, Knowledge::NeverAsked);
    EXPECT_FALSE(price(kAlpha).hasValue());
}

TEST_F(PriceServiceTest, AsksEachSourceOnceForAllAssets)
{
    refresh();
    ASSERT_EQ(http.requests.size(), 2u);
    EXPECT_EQ(http.requests[0].url, "https://gecko.example/simple/price?ids=alpha,beta&vs_currencies=eur,usd,gbp,jpy"
                                    "&include_last_updated_at=true");
    EXPECT_EQ(http.requests[1].url, "https://jup.example/price/v3?ids=mintA,mintB");
}

TEST_F(PriceServiceTest, TheFirstSourceCountsWithItsOwnTime)
{
    gecko = geckoAt(60s);
    refresh();
    const auto known = price(kAlpha);
    EXPECT_EQ(known.state, Knowledge::Known);
    EXPECT_EQ(known.value->nano, Int128(2'300'000'000));
    EXPECT_EQ(known.source, "CoinGecko");
    EXPECT_EQ(known.asOf, clock.now() - 60s);
    EXPECT_EQ(price(kAlpha, Currency::Jpy).value->nano, Int128(375'000'000'000));
}

TEST_F(PriceServiceTest, TheSecondFillsAGapAtTheFirstsDollarRate)
{
    refresh();
    EXPECT_EQ(price(kBeta, Currency::Usd).value->nano, Int128(500'000'000));
    EXPECT_EQ(price(kBeta, Currency::Eur).value->nano, Int128(460'000'000)); // 0.5 * 2.3 / 2.5
    EXPECT_EQ(price(kBeta).source, "Jupiter");
}

TEST_F(PriceServiceTest, APriceThatANetworkFixesFollowsTheDollarOnly)
{
    refresh();
    EXPECT_EQ(price(kFixed, Currency::Usd).value->nano, Int128(10'000));
    EXPECT_EQ(price(kFixed, Currency::Eur).value->nano, Int128(9'200));
}

TEST_F(PriceServiceTest, SourcesThatAgreeAreNotDisputed)
{
    refresh();
    EXPECT_FALSE(service->isDisputed(kAlpha));
}

TEST_F(PriceServiceTest, SourcesThatDifferAreDisputedAndTheFirstIsShown)
{
    jupiter = R"({"mintA":{"usdPrice":3.5}})";
    refresh();
    EXPECT_TRUE(service->isDisputed(kAlpha));
    EXPECT_EQ(price(kAlpha, Currency::Usd).value->nano, Int128(2'500'000'000));
}

TEST_F(PriceServiceTest, AnAssetThatNobodyPricesHasNoPrice)
{
    jupiter = "{}";
    refresh();
    EXPECT_EQ(price(kBeta).state, Knowledge::NotOffered);
    EXPECT_FALSE(price(kBeta).hasValue());
}

TEST_F(PriceServiceTest, APriceFeedThatIsGoneIsNotAPriceOfZero)
{
    gecko = "{}";
    jupiter = "{}";
    refresh();
    EXPECT_EQ(price(kAlpha).state, Knowledge::NotOffered);
    EXPECT_EQ(service->prices().size(), 1u); // the fixed one, in dollars: there is no rate for others
}

TEST_F(PriceServiceTest, AnOldPriceIsStale)
{
    gecko = geckoAt(16min);
    refresh();
    EXPECT_EQ(price(kAlpha).state, Knowledge::Stale);
    EXPECT_TRUE(price(kAlpha).hasValue());
}

TEST_F(PriceServiceTest, AFreshPriceGrowsStaleWithTime)
{
    refresh();
    EXPECT_EQ(price(kAlpha).state, Knowledge::Known);
    clock.advance(16min);
    EXPECT_EQ(price(kAlpha).state, Knowledge::Stale);
}

TEST_F(PriceServiceTest, AClockAheadOfOursDoesNotKeepAPriceFresh)
{
    gecko = geckoAt(-24h);
    refresh();
    EXPECT_EQ(price(kAlpha).asOf, clock.now());
}

TEST_F(PriceServiceTest, OneSourceThatAnswersSuffices)
{
    gecko.reset();
    refresh();
    EXPECT_EQ(price(kAlpha, Currency::Usd).source, "Jupiter");
    EXPECT_EQ(price(kAlpha, Currency::Eur).state, Knowledge::Unreachable); // no dollar rate without the first
}

TEST_F(PriceServiceTest, WhatOnlyTheSilentSourceKnewStaysWithItsOldTime)
{
    refresh();
    const Time before = price(kAlpha).asOf;
    clock.advance(2min);
    gecko.reset();
    refresh();
    EXPECT_EQ(price(kAlpha, Currency::Eur).value->nano, Int128(2'300'000'000));
    EXPECT_EQ(price(kAlpha, Currency::Eur).asOf, before);
}

TEST_F(PriceServiceTest, NoSourceThatAnswersIsAnErrorAndKeepsThePricesAsStale)
{
    refresh();
    gecko.reset();
    jupiter.reset();
    clock.advance(2min);
    EXPECT_EQ(await(service->refresh()).error().code, errors::kNetUnreachable);
    EXPECT_EQ(price(kAlpha).state, Knowledge::Stale);
}

TEST_F(PriceServiceTest, NoSourceEverIsUnreachable)
{
    gecko.reset();
    jupiter.reset();
    EXPECT_FALSE(await(service->refresh()));
    EXPECT_EQ(price(kAlpha).state, Knowledge::Unreachable);
}

TEST_F(PriceServiceTest, SourcesThatTalkNonsenseHaveChangedTheirShape)
{
    gecko = "<html>";
    jupiter = R"({"mintA":{"usdPrice":"many"}})";
    EXPECT_EQ(await(service->refresh()).error().code, errors::kNetGarbage);
    EXPECT_EQ(price(kAlpha).state, Knowledge::ShapeChanged);
}

TEST_F(PriceServiceTest, DoesNotAskAgainWithinAMinuteUnlessForced)
{
    refresh();
    refresh();
    EXPECT_EQ(http.requests.size(), 2u);
    refresh(true);
    EXPECT_EQ(http.requests.size(), 4u);
    clock.advance(61s);
    refresh();
    EXPECT_EQ(http.requests.size(), 6u);
}

TEST_F(PriceServiceTest, AnUnsuccessfulRefreshMayBeRepeatedAtOnce)
{
    gecko.reset();
    jupiter.reset();
    EXPECT_FALSE(await(service->refresh()));
    EXPECT_FALSE(await(service->refresh()));
    EXPECT_EQ(http.requests.size(), 4u);
}

TEST_F(PriceServiceTest, TellsOfAChangeAndOnlyOfAChange)
{
    QSignalSpy changed(service.get(), &PriceService::changed);
    refresh();
    EXPECT_EQ(changed.count(), 1);
    gecko = R"({"alpha":{"eur":2.4,"usd":2.5,"gbp":2,"jpy":375,"last_updated_at":)" +
            std::to_string(toUnixSeconds(clock.now())) + "}}";
    refresh(true);
    EXPECT_EQ(changed.count(), 2);
    refresh(true);
    EXPECT_EQ(changed.count(), 2);
}

TEST_F(PriceServiceTest, CancellingARefreshChangesNothing)
{
    const CancelToken cancel;
    cancel.cancel();
    EXPECT_EQ(await(service->refresh(false, cancel)).error().code, errors::kCancelled);
    EXPECT_EQ(price(kAlpha).state, Knowledge::NeverAsked);
}

/// Answers when the test says so.
class HeldHttpClient final : public HttpClient {
public:
    Future<HttpResponse> send(HttpRequest, CancelToken) override
    {
        held.emplace_back();
        held.back().start();
        return held.back().future();
    }
    void answerAll(const std::string& body)
    {
        for (auto& promise : held) {
            promise.addResult(Result<HttpResponse>(test::ScriptedHttpClient::response(200, body)));
            promise.finish();
        }
        held.clear();
    }
    std::vector<QPromise<Result<HttpResponse>>> held;
};

class HeldPriceServiceTest : public testing::Test {
protected:
    test::FakeClock clock;
    HeldHttpClient http;
    std::unique_ptr<PriceService> service = std::make_unique<PriceService>(
        http, clock, std::vector<PricedAsset>{{kAlpha, "alpha", ""}},
        PriceService::Options{.coinGecko = PriceService::Source{"https://gecko.example/simple/price"}});
};

TEST_F(HeldPriceServiceTest, ThoseWhoAskMeanwhileShareOneRefresh)
{
    auto first = service->refresh();
    auto second = service->refresh(true);
    EXPECT_EQ(http.held.size(), 1u);
    http.answerAll(R"({"alpha":{"eur":2.3}})");
    EXPECT_EQ(await(first)->size(), 1u);
    EXPECT_EQ(await(second)->size(), 1u);
}

TEST_F(HeldPriceServiceTest, ARefreshThatOutlivesTheServiceIsCancelled)
{
    auto future = service->refresh();
    service.reset();
    http.answerAll(R"({"alpha":{"eur":2.3}})");
    EXPECT_EQ(await(future).error().code, errors::kCancelled);
}

} // namespace
} // namespace outpost::services
