// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wallet/VaultFormat.h"

#include "tests/unit/wallet/VaultFixture.h"

#include <rapidcheck/gtest.h>

namespace outpost::wallet {
namespace {

class VaultFormat : public VaultFixture {
protected:
    void SetUp() override
    {
        makeVault();
        file = files.content(path);
        ASSERT_GT(file.size(), kVaultHeaderSize);
    }
    std::string codeOf(Bytes content)
    {
        files.put("/home/wallets/other.vault", content);
        return openCode("/home/wallets/other.vault");
    }
    /// Puts the checksum right, as somebody would who alters a file on purpose.
    static Bytes withRightChecksum(Bytes content)
    {
        Bytes covered(content.begin(), content.begin() + 72);
        covered.insert(covered.end(), content.begin() + kVaultHeaderSize, content.end());
        const auto sum = sha256(covered);
        std::copy(sum.begin(), sum.end(), content.begin() + 72);
        return content;
    }
    Bytes file;
};

TEST_F(VaultFormat, UnalteredFileOpens)
{
    EXPECT_EQ(codeOf(file), "");
}

TEST_F(VaultFormat, AnyFlippedByteIsDamage)
{
    for (std::size_t i = 0; i < file.size(); ++i) {
        Bytes altered = file;
        altered[i] ^= static_cast<std::uint8_t>(1u << (i % 8));
        const auto header = parseVaultHeader(altered);
        ASSERT_FALSE(header) << i;
        ASSERT_EQ(header.error().code, errors::kVaultDamaged) << i;
    }
}

TEST_F(VaultFormat, AnyFlippedBitOfTheHeaderIsDamage)
{
    for (std::size_t bit = 0; bit < kVaultHeaderSize * 8; ++bit) {
        Bytes altered = file;
        altered[bit / 8] ^= static_cast<std::uint8_t>(1u << (bit % 8));
        ASSERT_EQ(codeOf(altered), "wallet.vaultDamaged") << bit;
    }
}

TEST_F(VaultFormat, HeaderAlteredOnPurposeNeverOpens)
{
    for (std::size_t i = 0; i < 72; ++i) {
        for (const std::uint8_t change : {0x01, 0x80, 0xFF}) {
            Bytes altered = file;
            altered[i] ^= change;
            // Costs above the floor of this test would take real time; the memory and passes fields are looked at
            // below.
            if (i >= 16 && i < 24)
                continue;
            ASSERT_NE(codeOf(withRightChecksum(altered)), "") << i;
        }
    }
}

TEST_F(VaultFormat, CostIsAuthenticated)
{
    Bytes altered = file;
    altered[20] = 2; // passes
    EXPECT_EQ(codeOf(withRightChecksum(altered)), "wallet.wrongPassword");
}

TEST_F(VaultFormat, BodyAlteredOnPurposeNeverOpens)
{
    for (std::size_t i = kVaultHeaderSize; i < file.size(); i += 97) {
        Bytes altered = file;
        altered[i] ^= 0x10;
        ASSERT_EQ(codeOf(withRightChecksum(altered)), "wallet.wrongPassword") << i;
    }
}

TEST_F(VaultFormat, EveryShortLengthIsDamage)
{
    for (std::size_t length = 0; length < file.size(); ++length) {
        const auto header = parseVaultHeader(ByteSpan(file).first(length));
        ASSERT_FALSE(header) << length;
        ASSERT_EQ(header.error().code, errors::kVaultDamaged) << length;
    }
}

TEST_F(VaultFormat, BytesBehindTheEndAreDamage)
{
    Bytes longer = file;
    longer.push_back(0);
    EXPECT_EQ(codeOf(longer), "wallet.vaultDamaged");
    EXPECT_EQ(codeOf(withRightChecksum(longer)), "wallet.vaultDamaged");
}

TEST_F(VaultFormat, HugeFileIsNotReadAtAll)
{
    EXPECT_EQ(codeOf(Bytes(kMaxVaultSize + 1, 'x')), "wallet.vaultDamaged");
    EXPECT_EQ(codeOf(Bytes(kMaxVaultSize, 'x')), "wallet.vaultDamaged");
}

TEST_F(VaultFormat, LaterVersionSaysSo)
{
    Bytes later = file;
    later[8] = 2;
    EXPECT_EQ(codeOf(withRightChecksum(later)), "wallet.vaultTooNew");
    Bytes otherKdf = file;
    otherKdf[12] = 2;
    EXPECT_EQ(codeOf(withRightChecksum(otherKdf)), "wallet.vaultTooNew");
}

TEST_F(VaultFormat, ReservedFieldsMustBeZero)
{
    for (const std::size_t at : {15u, 28u, 31u}) {
        Bytes altered = file;
        altered[at] = 1;
        EXPECT_EQ(codeOf(withRightChecksum(altered)), "wallet.vaultDamaged") << at;
    }
}

TEST_F(VaultFormat, LengthDoesNotTellTheContent)
{
    auto vault = Vault::open(environment(), path, password());
    ASSERT_TRUE(vault);
    WalletInfo info = vault->info();
    info.name = std::string(200, 'n');
    info.accounts.front().label = "with a longer label";
    ASSERT_TRUE(vault->save(info));
    EXPECT_EQ(files.content(path).size(), file.size());
    EXPECT_EQ((file.size() - kVaultHeaderSize - 16) % 4096, 0u);
}

TEST_F(VaultFormat, NeitherWordsNorNamesShowInTheFile)
{
    const std::string_view text = asText(file);
    EXPECT_EQ(text.find("drill"), std::string_view::npos);
    EXPECT_EQ(text.find("Home"), std::string_view::npos);
    EXPECT_EQ(text.find("0011223344556677"), std::string_view::npos);
}

TEST_F(VaultFormat, NonceAndCiphertextChangeWithEachSave)
{
    auto vault = Vault::open(environment(), path, password());
    ASSERT_TRUE(vault->save(vault->info()));
    const Bytes second = files.content(path);
    EXPECT_FALSE(std::equal(file.begin() + 48, file.begin() + 72, second.begin() + 48)) << "nonce";
    EXPECT_FALSE(std::equal(file.begin() + 104, file.begin() + 136, second.begin() + 104)) << "body";
}

RC_GTEST_FIXTURE_PROP(VaultFormat, RandomBytesAreRefused, ())
{
    const auto junk = *rc::gen::container<Bytes>(rc::gen::arbitrary<std::uint8_t>());
    const auto header = parseVaultHeader(junk);
    RC_ASSERT(!header.has_value());
    RC_ASSERT(header.error().code == errors::kVaultDamaged);
}

class WalletContentTest : public VaultFixture {};

TEST_F(WalletContentTest, ReadsWhatItWrites)
{
    WalletInfo info = makeInfo();
    info.name = "Z\xC3\xBCrich";
    info.usesPassphrase = true;
    info.backupVerifiedAt = fromUnixMillis(1'790'000'123'456);
    info.accounts.front().label = "savings";
    const auto plain = encodeContent(info, words(), World::Real);
    ASSERT_TRUE(plain);
    const auto content = decodeContent(plain->span(), World::Real);
    ASSERT_TRUE(content);
    EXPECT_EQ(content->info, info);
    EXPECT_TRUE(content->words.entropy().equals(words().entropy().span()));
}

TEST_F(WalletContentTest, KeepsThatAChecksumWasZero)
{
    const auto legacy =
        Mnemonic::parse(asBytes("catch poet clog intact scare jacket throw palm illegal buyer allow figure"));
    const auto plain = encodeContent(makeInfo(), *legacy, World::Real);
    const auto content = decodeContent(plain->span(), World::Real);
    ASSERT_TRUE(content);
    EXPECT_EQ(content->words.checksum(), WordsChecksum::Zero);
    EXPECT_EQ(content->words.word(11), "figure");
}

TEST_F(WalletContentTest, TruncatedContentIsRefused)
{
    const auto plain = encodeContent(makeInfo(), words(), World::Real);
    for (std::size_t length = 0; length < plain->size(); ++length)
        ASSERT_FALSE(decodeContent(plain->span().first(length), World::Real)) << length;
}

TEST_F(WalletContentTest, LaterContentSaysSo)
{
    auto plain = encodeContent(makeInfo(), words(), World::Real);
    plain->data()[0] = 2;
    EXPECT_EQ(decodeContent(plain->span(), World::Real).error().code, errors::kVaultTooNew);
    plain->data()[0] = 1;
    plain->data()[6] = 99; // tag of the first field
    EXPECT_EQ(decodeContent(plain->span(), World::Real).error().code, errors::kVaultTooNew);
}

TEST_F(WalletContentTest, AccountsOfTheOtherWorldAreRefused)
{
    EXPECT_EQ(checkWalletInfo(makeInfo(World::Demo), World::Real).error().code, errors::kWalletContentInvalid);
    EXPECT_EQ(checkWalletInfo(makeInfo(World::Real), World::Demo).error().code, errors::kWalletContentInvalid);
    EXPECT_TRUE(checkWalletInfo(makeInfo(World::Demo), World::Demo));
}

TEST_F(WalletContentTest, RawEntropyAccountIsRefusedInDemo)
{
    WalletInfo info = makeInfo(World::Demo);
    info.accounts.front().scheme = {"raw", SchemeKind::RawEntropySeed, Curve::Ed25519, {}};
    EXPECT_FALSE(checkWalletInfo(info, World::Demo));
    EXPECT_TRUE(checkWalletInfo(info, World::Real));
}

TEST_F(WalletContentTest, TextThatCannotBeShownIsRefused)
{
    for (const std::string_view bad : {"", "two\nlines",
                                       "\xE2\x80\xAE"
                                       "evil",
                                       "\xFF", "a\tb"}) {
        WalletInfo info = makeInfo();
        info.name = std::string(bad);
        EXPECT_FALSE(checkWalletInfo(info, World::Real)) << bad;
    }
    WalletInfo info = makeInfo();
    info.name = std::string(201, 'a');
    EXPECT_FALSE(checkWalletInfo(info, World::Real));
}

} // namespace
} // namespace outpost::wallet
