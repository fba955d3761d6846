// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chain/solana/Message.h"

namespace outpost::solana {

/// A message with a slot for each required signature; an empty slot is 64 zero bytes on the wire.
/// A value. **Thread:** any.
class Transaction {
public:
    explicit Transaction(Message message);
    /// Length first (kMaxTransactionBytes); slots must match the header; trailing bytes are refused.
    /// Signatures are not verified here.
    static Result<Transaction> parse(ByteSpan bytes);

    Bytes serialize() const;

    const Message& message() const { return m_message; }
    /// One per required signer, in the order of Message::requiredSigners().
    const std::vector<Signature>& signatures() const { return m_signatures; }

    /// Refuses a key that is not a required signer, and a signature that does not verify.
    Result<void> setSignature(const PublicKey& key, const Signature& signature);
    /// For a signature that the caller just made over message().serialize() itself: not verified again, which costs
    /// three times as much as making it. Refuses a key that is not a required signer.
    Result<void> setOwnSignature(const PublicKey& key, const Signature& signature);
    std::vector<PublicKey> missingSigners() const;
    bool isFullySigned() const { return missingSigners().empty(); }
    /// Every slot that is filled verifies.
    bool filledSignaturesVerify() const;
    /// The transaction's name on the chain, present once the fee payer has signed.
    std::optional<Signature> id() const;

    friend bool operator==(const Transaction&, const Transaction&) = default;

private:
    Message m_message;
    std::vector<Signature> m_signatures;
};

} // namespace outpost::solana
