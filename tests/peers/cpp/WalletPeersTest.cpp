// SPDX-License-Identifier: GPL-3.0-or-later
// Words and keys against @scure/bip39, ed25519-hd-key and @helium/crypto; cells against h3-js. For random inputs.
#include "core/domain/Cells.h"
#include "core/wallet/Derivation.h"
#include "tests/peers/cpp/PeerValues.h"

#include <cmath>

namespace outpost::wallet {
namespace {

using test::hexOf;
using test::PeerJson;

DerivationScheme schemeOf(const std::string& name)
{
    if (name == "l1")
        return {name, SchemeKind::RawEntropySeed, Curve::Ed25519, {}};
    const auto path = DerivationPath::parse(name);
    EXPECT_TRUE(path) << name;
    return {name, SchemeKind::Path, Curve::Ed25519, path.value_or(DerivationPath())};
}

TEST(WalletPeer, WordsAndAllScannedKeysAreTheSame)
{
    for (const auto& json : test::randomCases("mnemonics.mjs", 25)) {
        SCOPED_TRACE("case " + json["case"].dump());
        const auto words = Mnemonic::fromEntropy(hexOf(json["entropyHex"]));
        ASSERT_TRUE(words);
        EXPECT_EQ(asText(words->sentence().span()), json["words"].get<std::string>());
        const auto seed = words->seed();
        ASSERT_TRUE(seed);
        EXPECT_EQ(toHex(seed->span()), test::textOf(json["seedHex"]));
        std::vector<DerivationScheme> schemes;
        for (const auto& [name, address] : json["addresses"].items())
            schemes.push_back(schemeOf(name));
        const auto accounts = scanCandidates(*words, {}, schemes);
        ASSERT_TRUE(accounts);
        ASSERT_EQ(accounts->size(), schemes.size());
        for (const auto& account : *accounts)
            EXPECT_EQ(toBase58(account.publicKey), test::textOf(json["addresses"][account.scheme.id]))
                << account.scheme.id;
    }
}

} // namespace
} // namespace outpost::wallet

namespace outpost {
namespace {

TEST(CellPeer, CellsCentresAndCornersAreTheSame)
{
    constexpr double kNear = 1e-9;
    for (const auto& json : test::randomCases("h3.mjs", 300)) {
        SCOPED_TRACE("case " + json["case"].dump());
        const auto cell = cellAt({json["lat"], json["lng"]}, json["resolution"]);
        ASSERT_TRUE(cell);
        EXPECT_EQ(cellText(*cell), test::textOf(json["cell"]));
        EXPECT_EQ(*cell, test::numberOf(json["decimal"]));
        const auto centre = cellCentre(*cell);
        ASSERT_TRUE(centre);
        EXPECT_NEAR(centre->latitude, json["centre"][0], kNear);
        EXPECT_NEAR(centre->longitude, json["centre"][1], kNear);
        const auto corners = cellBoundary(*cell);
        ASSERT_TRUE(corners);
        ASSERT_EQ(corners->size(), json["boundary"].size());
        for (std::size_t i = 0; i < corners->size(); ++i) {
            EXPECT_NEAR((*corners)[i].latitude, json["boundary"][i][0], kNear);
            EXPECT_NEAR((*corners)[i].longitude, json["boundary"][i][1], kNear);
        }
    }
}

} // namespace
} // namespace outpost
