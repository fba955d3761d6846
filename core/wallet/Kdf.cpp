// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wallet/Kdf.h"

#include <sodium.h>

#include <algorithm>

namespace outpost::wallet {

namespace {

constexpr std::uint64_t kMaxWorkKiB = std::uint64_t{64} * 256 * 1024;

} // namespace

Result<void> checkKdf(const KdfParams& params, const KdfFloor& floor)
{
    if (params.memoryKiB > kKdfCeiling.memoryKiB || params.passes > kKdfCeiling.passes ||
        std::uint64_t{params.memoryKiB} * params.passes > kMaxWorkKiB)
        return fail(errors::kVaultParametersTooCostly, "key derivation above the ceiling");
    if (params.memoryKiB < floor.params().memoryKiB || params.passes < floor.params().passes)
        return fail(errors::kVaultParametersWeak, "key derivation below the floor");
    return {};
}

Result<SecureBytes> deriveVaultKey(const Password& password, const Salt& salt, const KdfParams& params)
{
    static_assert(kSaltSize == crypto_pwhash_argon2id_SALTBYTES);
    SecureBytes key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    const ByteSpan bytes = password.bytes();
    if (crypto_pwhash(key.data(), key.size(), reinterpret_cast<const char*>(bytes.data()), bytes.size(), salt.data(),
                      params.passes, std::size_t{params.memoryKiB} * 1024, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail(errors::kOutOfMemory, "Argon2id failed", {std::to_string(params.memoryKiB / 1024)});
    return key;
}

KdfParams scaledKdf(const KdfParams& floor, std::chrono::milliseconds measured, std::chrono::milliseconds target)
{
    const auto took = std::max<std::int64_t>(measured.count(), 1);
    const auto wanted = static_cast<std::uint64_t>(floor.passes) * static_cast<std::uint64_t>(target.count()) / took;
    const std::uint64_t most =
        std::min<std::uint64_t>(kKdfCeiling.passes, kMaxWorkKiB / std::max<std::uint32_t>(floor.memoryKiB, 1));
    return {floor.memoryKiB, static_cast<std::uint32_t>(std::clamp<std::uint64_t>(wanted, floor.passes, most))};
}

Result<KdfParams> calibratedKdf(const Clock& clock, const KdfFloor& floor, std::chrono::milliseconds target)
{
    constexpr std::string_view kSample = "calibration";
    OUTPOST_TRY(const Password password, Password::create(asBytes(kSample)));
    const auto start = clock.monotonic();
    OUTPOST_CHECK(deriveVaultKey(password, Salt{}, floor.params()));
    return scaledKdf(floor.params(), clock.monotonic() - start, target);
}

} // namespace outpost::wallet
