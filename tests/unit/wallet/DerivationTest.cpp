// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wallet/Derivation.h"

#include "tests/support/Vectors.h"

#include <rapidcheck/gtest.h>

namespace outpost::wallet {
namespace {

DerivationPath pathOf(std::string_view text)
{
    const auto path = DerivationPath::parse(text);
    EXPECT_TRUE(path) << text;
    return path.value_or(DerivationPath());
}
Mnemonic wordsOf(std::string_view text)
{
    auto words = Mnemonic::parse(asBytes(text));
    EXPECT_TRUE(words) << text;
    return std::move(*words);
}
DerivationScheme ed25519(std::string_view path)
{
    return {std::string(path), SchemeKind::Path, Curve::Ed25519, pathOf(path)};
}
const DerivationScheme kRaw{"raw", SchemeKind::RawEntropySeed, Curve::Ed25519, {}};

constexpr std::string_view kWords = "drill toddler tongue laundry access silly few faint glove birth crumble add";

TEST(DerivationPath, SpellsCanonically)
{
    EXPECT_EQ(pathOf("m").toString(), "m");
    EXPECT_EQ(pathOf("m/44h/501'/0").toString(), "m/44'/501'/0");
    EXPECT_EQ(pathOf("m/2147483647'").toString(), "m/2147483647'");
    EXPECT_TRUE(pathOf("m/44'/501'").isFullyHardened());
    EXPECT_FALSE(pathOf("m/44'/501").isFullyHardened());
}

TEST(DerivationPath, RefusesWhatIsNoPath)
{
    for (const std::string_view text : {"",
                                        "/",
                                        "m/",
                                        "44'",
                                        "M/44'",
                                        "m//0",
                                        "m/44'/",
                                        "m/-1",
                                        "m/+1",
                                        "m/ 1",
                                        "m/1 ",
                                        "m/01",
                                        "m/1''",
                                        "m/'",
                                        "m/2147483648",
                                        "m/4294967296",
                                        "m/99999999999",
                                        "m/0x1",
                                        "m44",
                                        "m/0/0/0/0/0/0/0/0/0/0/0"})
        EXPECT_EQ(DerivationPath::parse(text).error().code, errors::kPathInvalid) << text;
    EXPECT_FALSE(DerivationPath::parse("m/" + std::string(100'000, '1')));
}

RC_GTEST_PROP(DerivationPath, ReadsWhatItWrites, ())
{
    const auto steps =
        *rc::gen::resize(10, rc::gen::container<std::vector<std::uint32_t>>(rc::gen::arbitrary<std::uint32_t>()));
    RC_PRE(steps.size() <= DerivationPath::kMaxDepth);
    std::string text = "m";
    for (const std::uint32_t step : steps)
        text += '/' + std::to_string(step & 0x7fff'ffff) + ((step >> 31) != 0 ? "'" : "");
    const auto path = DerivationPath::parse(text);
    RC_ASSERT(path.has_value());
    RC_ASSERT(path->steps() == steps);
    RC_ASSERT(path->toString() == text);
}

TEST(DerivationPath, DemoBranchComesFirstAndOnce)
{
    const DerivationPath demo = pathOf("m/44'/501'/0'/0'").inDemoBranch();
    EXPECT_EQ(demo.toString(), "m/1684368751'/44'/501'/0'/0'");
    EXPECT_TRUE(demo.isInDemoBranch());
    EXPECT_EQ(demo.inDemoBranch(), demo);
    EXPECT_FALSE(pathOf("m/1684368751/44'").isInDemoBranch()) << "not hardened";
}

TEST(Derivation, AgreesWithSlip10AndBip32Vectors)
{
    int count = 0;
    for (const codec::Json& one : test::vectors("slip10.json")["cases"].items()) {
        const Curve curve = *one.stringAt("curve") == "ed25519" ? Curve::Ed25519 : Curve::Secp256k1;
        const SecureBytes seed(test::hexAt(one, "seed"));
        const auto key = derivePathKey(seed, curve, pathOf(*one.stringAt("path")));
        ASSERT_TRUE(key) << *one.stringAt("path");
        EXPECT_EQ(toHex(key->span()), *one.stringAt("private"));
        EXPECT_EQ(toHex(*publicKeyOf(curve, *key)), *one.stringAt("public"));
        ++count;
    }
    EXPECT_EQ(count, 24);
}

TEST(Derivation, FindsTheAddressesOfExistingWallets)
{
    // Computed with the wallets that made such words (tests/data/README.md).
    int checked = 0;
    for (const codec::Json& phrase : test::vectors("helium.json")["phrases"].items()) {
        const Mnemonic words = wordsOf(*phrase.stringAt("words"));
        for (const auto& [name, address] : phrase["addresses"].members()) {
            const DerivationScheme scheme = name == "l1" ? kRaw : ed25519(name);
            const auto accounts = scanCandidates(words, {}, std::span(&scheme, 1));
            ASSERT_TRUE(accounts);
            ASSERT_EQ(accounts->size(), 1u);
            EXPECT_EQ(accounts->front().address().str(), *address.string()) << name;
            ++checked;
        }
    }
    EXPECT_GE(checked, 11);
}

TEST(Derivation, ScanKeepsTheOrderOfTheListAndNamesTheScheme)
{
    const std::vector<DerivationScheme> schemes{kRaw, ed25519("m/44'/501'/0'/0'"), ed25519("m/44'/501'")};
    const auto accounts = scanCandidates(wordsOf(kWords), {}, schemes);
    ASSERT_TRUE(accounts);
    ASSERT_EQ(accounts->size(), 3u);
    EXPECT_EQ((*accounts)[0].address().str(), "2EqLoU9div1QPiCwUk8iccYjzYGg6U1G5NvNT8aAasoQ");
    EXPECT_EQ((*accounts)[1].address().str(), "1u76UNyGcggf4rMcjJ3KFwKHmdxvBQSFguigkpVJLyv");
    EXPECT_EQ((*accounts)[2].address().str(), "5w8ujLNixdA7bKgJEL3YmCBC7FZuN82s3YYcCTTKfT5C");
    EXPECT_EQ((*accounts)[0].scheme, kRaw);
}

TEST(Derivation, ScanLeavesOutWhatTheseWordsCannotHave)
{
    const auto eighteen = Mnemonic::fromEntropy(Bytes(24, 1));
    const std::vector<DerivationScheme> schemes{kRaw, ed25519("m/44'/501'")};
    const auto accounts = scanCandidates(*eighteen, {}, schemes);
    ASSERT_TRUE(accounts);
    ASSERT_EQ(accounts->size(), 1u);
    EXPECT_EQ(accounts->front().scheme, schemes[1]);
}

TEST(Derivation, PassphraseChangesPathKeysButNotRawOnes)
{
    const std::vector<DerivationScheme> schemes{kRaw, ed25519("m/44'/501'")};
    const Mnemonic words = wordsOf(kWords);
    const auto without = scanCandidates(words, {}, schemes);
    const auto with = scanCandidates(words, asBytes("extra"), schemes);
    EXPECT_EQ((*without)[0], (*with)[0]);
    EXPECT_NE((*without)[1], (*with)[1]);
}

TEST(Derivation, Ed25519RefusesStepsThatAreNotHardened)
{
    EXPECT_EQ(derivePathKey(SecureBytes(64), Curve::Ed25519, pathOf("m/44'/0")).error().code,
              errors::kDerivationImpossible);
}

TEST(Derivation, RawEntropyIsOnlyForEd25519)
{
    DerivationScheme scheme = kRaw;
    scheme.curve = Curve::Secp256k1;
    EXPECT_EQ(derivePrivateKey(wordsOf(kWords), {}, scheme).error().code, errors::kDerivationImpossible);
}

TEST(Derivation, ImpossibleSecp256k1KeyIsRefused)
{
    EXPECT_EQ(publicKeyOf(Curve::Secp256k1, SecureBytes(32)).error().code, errors::kDerivationImpossible);
    EXPECT_EQ(publicKeyOf(Curve::Ed25519, SecureBytes(31)).error().code, errors::kDerivationImpossible);
}

} // namespace
} // namespace outpost::wallet
