// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/solana/Transaction.h"

#include "core/chain/solana/SolanaErrors.h"
#include "core/codec/ByteReader.h"
#include "core/codec/ByteWriter.h"

namespace outpost::solana {

Transaction::Transaction(Message message)
    : m_message(std::move(message)), m_signatures(m_message.header().requiredSignatures)
{}

Result<Transaction> Transaction::parse(ByteSpan bytes)
{
    if (bytes.size() > kMaxTransactionBytes)
        return fail(errors::kSolanaTooLarge, "transaction longer than 1232 bytes");
    codec::ByteReader in(bytes);
    const std::size_t count = in.compactCount(Signature::kSize);
    std::vector<Signature> signatures;
    signatures.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        signatures.emplace_back(in.array<64>());
    if (!in.ok())
        return fail(errors::kSolanaMalformed, "signatures cut off");
    OUTPOST_TRY(Message message, Message::parse(in.rest()));
    if (message.header().requiredSignatures != count)
        return fail(errors::kSolanaMalformed, "number of signatures does not match the message");
    Transaction transaction(std::move(message));
    transaction.m_signatures = std::move(signatures);
    return transaction;
}

Bytes Transaction::serialize() const
{
    codec::ByteWriter out;
    out.compactU16(static_cast<std::uint16_t>(m_signatures.size()));
    for (const Signature& signature : m_signatures)
        out.bytes(signature.span());
    return out.bytes(m_message.serialize()).done();
}

Result<void> Transaction::setOwnSignature(const PublicKey& key, const Signature& signature)
{
    const auto signers = m_message.requiredSigners();
    const auto found = std::find(signers.begin(), signers.end(), key);
    if (found == signers.end())
        return fail(errors::kSolanaNotASigner, key.toBase58(), {key.toBase58()});
    m_signatures[static_cast<std::size_t>(found - signers.begin())] = signature;
    return {};
}

Result<void> Transaction::setSignature(const PublicKey& key, const Signature& signature)
{
    const auto signers = m_message.requiredSigners();
    const bool isSigner = std::find(signers.begin(), signers.end(), key) != signers.end();
    if (isSigner && !signature.verifies(m_message.serialize(), key))
        return fail(errors::kSolanaBadSignature, key.toBase58(), {key.toBase58()});
    return setOwnSignature(key, signature);
}

std::vector<PublicKey> Transaction::missingSigners() const
{
    std::vector<PublicKey> missing;
    for (std::size_t i = 0; i < m_signatures.size(); ++i) {
        if (m_signatures[i].isZero())
            missing.push_back(m_message.requiredSigners()[i]);
    }
    return missing;
}

bool Transaction::filledSignaturesVerify() const
{
    const Bytes signedBytes = m_message.serialize();
    for (std::size_t i = 0; i < m_signatures.size(); ++i) {
        if (!m_signatures[i].isZero() && !m_signatures[i].verifies(signedBytes, m_message.requiredSigners()[i]))
            return false;
    }
    return true;
}

std::optional<Signature> Transaction::id() const
{
    if (m_signatures.front().isZero())
        return std::nullopt;
    return m_signatures.front();
}

} // namespace outpost::solana
