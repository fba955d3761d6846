// SPDX-License-Identifier: GPL-3.0-or-later
// After locking, the process is searched for what must not be in its memory any more.
#include "core/wallet/FileWallet.h"
#include "tests/unit/wallet/TestSigningGate.h"
#include "tests/unit/wallet/VaultFixture.h"

#include <cstdio>

namespace outpost::wallet {
namespace {

using outpost::services::SigningGate;

/// Bytes to look for, kept inverted so that the list itself is no hit.
class Needle {
public:
    explicit Needle(ByteSpan secret)
    {
        for (const std::uint8_t byte : secret)
            m_inverted.push_back(static_cast<std::uint8_t>(~byte));
    }
    bool isAt(const volatile std::uint8_t* at) const
    {
        for (std::size_t i = 0; i < m_inverted.size(); ++i) {
            if (static_cast<std::uint8_t>(~at[i]) != m_inverted[i])
                return false;
        }
        return true;
    }
    std::size_t size() const { return m_inverted.size(); }

private:
    Bytes m_inverted;
};

struct Region {
    std::uintptr_t begin = 0;
    std::uintptr_t end = 0;
};

/// Memory that this process can write.
std::vector<Region> writableMemory()
{
    std::vector<Region> regions;
    std::FILE* maps = std::fopen("/proc/self/maps", "r");
    if (maps == nullptr)
        return regions;
    std::array<char, 1024> line{};
    while (std::fgets(line.data(), line.size(), maps) != nullptr) {
        Region region;
        std::array<char, 5> mode{};
        if (std::sscanf(line.data(), "%lx-%lx %4s", &region.begin, &region.end, mode.data()) == 3 && mode[0] == 'r' &&
            mode[1] == 'w')
            regions.push_back(region);
    }
    std::fclose(maps);
    return regions;
}

int occurrences(const Needle& needle)
{
    int found = 0;
    for (const Region& region : writableMemory()) {
        const auto* at = reinterpret_cast<const volatile std::uint8_t*>(region.begin);
        const std::size_t size = region.end - region.begin;
        for (std::size_t i = 0; i + needle.size() <= size; ++i)
            found += needle.isAt(at + i) ? 1 : 0;
    }
    return found;
}

class SecretMemory : public VaultFixture {};

TEST_F(SecretMemory, NothingSecretIsLeftAfterLocking)
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "a sanitizer keeps freed memory on purpose";
#endif
    SodiumRng random;
    std::optional<Needle> entropy;
    std::optional<Needle> key;
    std::optional<Needle> words;
    std::optional<Needle> secret;
    {
        SecureBytes typed(24);
        random.fill(typed.writable());
        for (std::uint8_t& c : typed.writable())
            c = static_cast<std::uint8_t>('a' + c % 26);
        secret.emplace(typed.span());
        auto mnemonic = Mnemonic::generate(random, 24);
        entropy.emplace(mnemonic->entropy().span());
        words.emplace(mnemonic->sentence().span().first(30));
        const DerivationScheme one = scheme();
        key.emplace(derivePrivateKey(*mnemonic, {}, one)->span());
        WalletInfo info = makeInfo();
        info.accounts = *scanCandidates(*mnemonic, {}, std::span(&one, 1));
        const Address address = info.accounts.front().address();

        auto wallet = FileWallet::create(environment(), path, *Password::create(typed.span()),
                                         {info, std::move(*mnemonic)}, kCheap);
        ASSERT_TRUE(wallet);
        (*wallet)->lock();
        ASSERT_TRUE((*wallet)->unlock(*Password::create(typed.span())));
        ASSERT_TRUE((*wallet)->words());
        ASSERT_TRUE(
            (*wallet)->changePassword(*Password::create(typed.span()), *Password::create(typed.span()), kCheap));
        ASSERT_TRUE((*wallet)->addAccount(scheme("m/44'/501'/5'/0'"), "five"));
        ASSERT_TRUE((*(*wallet)->signer(address))->sign(SigningGate::approve(address, {1, 2, 3}, clock.monotonic())));
        EXPECT_GT(occurrences(*key), 0) << "while unlocked the search must find it, or it proves nothing";
        EXPECT_GT(occurrences(*entropy), 0);
        EXPECT_GT(occurrences(*secret), 0);
        (*wallet)->lock();
        EXPECT_EQ(occurrences(*key), 0);
        EXPECT_EQ(occurrences(*entropy), 0);
    }
    EXPECT_EQ(occurrences(*secret), 0);
    EXPECT_EQ(occurrences(*words), 0);
}

} // namespace
} // namespace outpost::wallet
