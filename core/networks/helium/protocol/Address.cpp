// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/protocol/Address.h"

#include "core/networks/helium/protocol/EccCompact.h"
#include "core/networks/helium/protocol/ProtocolErrors.h"

namespace outpost::helium {

namespace {

constexpr std::uint8_t kVersion = 0;
constexpr std::uint8_t kNetworkMask = 0xF0;
constexpr std::size_t kChecksum = 4;
constexpr std::size_t kMaxPayload = 64;

std::optional<std::size_t> keyLength(std::uint8_t tag)
{
    if ((tag & kNetworkMask) != 0)
        return std::nullopt; // a test network
    switch (static_cast<KeyType>(tag)) {
    case KeyType::EccCompact:
    case KeyType::Ed25519:
        return 32;
    case KeyType::Secp256k1:
        return 33;
    default:
        return std::nullopt;
    }
}

} // namespace

Result<HotspotKey> HotspotKey::parse(std::string_view text)
{
    const auto refuse = [&](const char* why) { return fail(errors::kHeliumBadAddress, why, {plainText(text, 60)}); };
    const auto payload = fromBase58Check(text, kMaxPayload);
    if (!payload)
        return refuse("checksum or alphabet");
    if (payload->empty() || payload->front() != kVersion)
        return refuse("version");
    const auto key = fromBinary(ByteSpan(*payload).subspan(1));
    return key ? key : Result<HotspotKey>(refuse("key type or length"));
}

Result<HotspotKey> HotspotKey::fromBinary(ByteSpan tagAndKey)
{
    const auto length = tagAndKey.empty() ? std::nullopt : keyLength(tagAndKey.front());
    if (!length || tagAndKey.size() != *length + 1)
        return fail(errors::kHeliumBadAddress, "key type or length",
                    {toHex(tagAndKey.first(std::min<std::size_t>(tagAndKey.size(), 40)))});
    return HotspotKey(toBytes(tagAndKey));
}

HotspotKey HotspotKey::fromSolana(const solana::PublicKey& wallet)
{
    Bytes binary{static_cast<std::uint8_t>(KeyType::Ed25519)};
    binary.insert(binary.end(), wallet.bytes().begin(), wallet.bytes().end());
    return HotspotKey(std::move(binary));
}

Bytes HotspotKey::entityKey() const
{
    Bytes bytes{kVersion};
    bytes.insert(bytes.end(), m_binary.begin(), m_binary.end());
    const auto sum = sha256(sha256(bytes));
    bytes.insert(bytes.end(), sum.begin(), sum.begin() + kChecksum);
    return bytes;
}

std::string HotspotKey::text() const
{
    return toBase58(entityKey());
}

std::optional<solana::PublicKey> HotspotKey::solana() const
{
    if (type() != KeyType::Ed25519)
        return std::nullopt;
    return *solana::PublicKey::fromBytes(keyBytes());
}

bool HotspotKey::verifies(ByteSpan message, ByteSpan signature) const
{
    if (type() == KeyType::Ed25519) {
        const auto raw = solana::Signature::fromBytes(signature);
        return raw && raw->verifies(message, *solana());
    }
    return type() == KeyType::EccCompact && verifyEccCompact(keyBytes(), message, signature);
}

} // namespace outpost::helium
