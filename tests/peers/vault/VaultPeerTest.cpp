// SPDX-License-Identifier: GPL-3.0-or-later
// A reader in another language, written from docs/vault-format.md, opens what the wallet writes.
#include "core/codec/Json.h"
#include "core/wallet/Vault.h"
#include "tests/support/KdfFloorForTests.h"
#include "tests/support/Vectors.h"

#include <sys/wait.h>

#include <cstdio>
#include <cstdlib>

namespace outpost::wallet {
namespace {

namespace fsys = std::filesystem;

struct Answer {
    int code = -1;
    std::string out;
};

class VaultPeer : public ::testing::Test {
protected:
    void SetUp() override
    {
        std::string pattern = (fsys::temp_directory_path() / "outpost-peer-XXXXXX").string();
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        dir = pattern;
    }
    void TearDown() override
    {
        std::error_code ignored;
        fsys::remove_all(dir, ignored);
    }

    WalletContent content(std::string_view sentence, World world)
    {
        auto words = Mnemonic::parse(asBytes(sentence));
        EXPECT_TRUE(words);
        std::vector<DerivationScheme> schemes{
            {"default", SchemeKind::Path, Curve::Ed25519, *DerivationPath::parse("m/44'/501'/0'/0'")}};
        if (world == World::Demo)
            schemes.front().path = schemes.front().path.inDemoBranch();
        else
            schemes.push_back({"raw", SchemeKind::RawEntropySeed, Curve::Ed25519, {}});
        auto accounts = *scanCandidates(*words, {}, schemes);
        accounts.front().label = "Z\xC3\xBCrich";
        return {{.id = newWalletId(rng),
                 .name = "Home \xE2\x98\x80",
                 .accounts = accounts,
                 .usesPassphrase = false,
                 .createdAt = fromUnixMillis(1'790'000'000'123),
                 .backupVerifiedAt = fromUnixMillis(1'790'000'000'456)},
                std::move(*words)};
    }
    WalletInfo write(World world, std::string_view password, std::string_view sentence = kSentence,
                     const KdfParams& params = KdfFloorForTests::kCheap)
    {
        const VaultEnvironment environment{
            .files = files, .rng = rng, .clock = clock, .world = world, .floor = KdfFloorForTests::floor()};
        const auto vault = Vault::create(environment, dir / "v", *Password::create(asBytes(password)),
                                         content(sentence, world), params);
        EXPECT_TRUE(vault);
        return vault ? vault->info() : WalletInfo();
    }
    Answer readWith(std::string_view passwordFile)
    {
        EXPECT_TRUE(writeFileAtomically(files, dir / "password", asBytes(passwordFile)));
        const std::string command = std::string("\"") + OUTPOST_NACL_PYTHON + "\" \"" + OUTPOST_SOURCE_DIR +
                                    "/tests/peers/vault/read_vault.py\" \"" + (dir / "v").string() + "\" \"" +
                                    (dir / "password").string() + "\" 2>/dev/null";
        Answer answer;
        std::FILE* pipe = ::popen(command.c_str(), "r");
        if (pipe == nullptr)
            return answer;
        std::array<char, 4096> buffer{};
        for (std::size_t n = 0; (n = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
            answer.out.append(buffer.data(), n);
        const int status = ::pclose(pipe);
        answer.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        return answer;
    }
    void expectSame(const Answer& answer, const WalletInfo& info, World world, std::string_view entropy, int checksum)
    {
        ASSERT_EQ(answer.code, 0);
        const auto json = codec::parseJson(answer.out);
        ASSERT_TRUE(json);
        EXPECT_EQ(*json->stringAt("world"), world == World::Demo ? "demo" : "real");
        EXPECT_EQ(*json->stringAt("id"), info.id.str());
        EXPECT_EQ(*json->stringAt("name"), info.name);
        EXPECT_EQ(*json->integerAt("createdAt"), toUnixMillis(info.createdAt));
        EXPECT_EQ(*json->integerAt("backupVerifiedAt"), toUnixMillis(*info.backupVerifiedAt));
        EXPECT_EQ(*json->stringAt("entropy"), entropy);
        EXPECT_EQ(*json->integerAt("checksum"), checksum);
        const auto accounts = (*json)["accounts"].items();
        ASSERT_EQ(accounts.size(), info.accounts.size());
        for (std::size_t i = 0; i < accounts.size(); ++i) {
            EXPECT_EQ(*accounts[i].stringAt("scheme"), info.accounts[i].scheme.id);
            EXPECT_EQ(*accounts[i].stringAt("path"), info.accounts[i].scheme.path.toString());
            EXPECT_EQ(*accounts[i].stringAt("publicKey"), toHex(info.accounts[i].publicKey));
            EXPECT_EQ(*accounts[i].stringAt("label"), info.accounts[i].label);
        }
    }

    static constexpr std::string_view kSentence =
        "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about";
    PosixFileSystem files;
    SodiumRng rng;
    SystemClock clock;
    fsys::path dir;
};

TEST_F(VaultPeer, ReadsAVaultForRealMoney)
{
    const WalletInfo info = write(World::Real, "correct horse");
    expectSame(readWith("correct horse"), info, World::Real, std::string(32, '0'), 1);
}

TEST_F(VaultPeer, ReadsADemoVaultWithMorePasses)
{
    const WalletInfo info = write(World::Demo, "correct horse", kSentence, {64, 3});
    const Answer answer = readWith("correct horse\r\n");
    expectSame(answer, info, World::Demo, std::string(32, '0'), 1);
    EXPECT_EQ(*codec::parseJson(answer.out)->integerAt("passes"), 3);
}

TEST_F(VaultPeer, NormalisesThePasswordAlike)
{
    const WalletInfo info = write(World::Real, "Z\xC3\xBCrich \xEF\xAC\x81 \xE2\x91\xA0\xEA\xB0\x80");
    expectSame(readWith("Zu\xCC\x88rich fi 1\xEA\xB0\x80\n"), info, World::Real, std::string(32, '0'), 1);
}

TEST_F(VaultPeer, KeepsAZeroChecksum)
{
    constexpr std::string_view kLegacy = "catch poet clog intact scare jacket throw palm illegal buyer allow figure";
    const WalletInfo info = write(World::Real, "correct horse", kLegacy);
    const auto words = Mnemonic::parse(asBytes(kLegacy));
    expectSame(readWith("correct horse"), info, World::Real, toHex(words->entropy().span()), 2);
}

TEST_F(VaultPeer, WrongPasswordAndDamageAreToldApart)
{
    write(World::Real, "correct horse");
    EXPECT_EQ(readWith("correct horsf").code, 1);
    EXPECT_EQ(readWith("correct horse\n\n").code, 1) << "one line end is cut, not two";
    Bytes file = *files.read(dir / "v", kMaxVaultSize);
    file.back() ^= 1;
    ASSERT_TRUE(writeFileAtomically(files, dir / "v", file));
    EXPECT_EQ(readWith("correct horse").code, 2);
}

} // namespace
} // namespace outpost::wallet
