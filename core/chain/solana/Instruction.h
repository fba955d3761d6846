// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chain/solana/PublicKey.h"

namespace outpost::solana {

struct AccountMeta {
    PublicKey key;
    bool isSigner = false;
    bool isWritable = false;
    friend bool operator==(const AccountMeta&, const AccountMeta&) = default;
};

inline AccountMeta readOnly(const PublicKey& key)
{
    return {key, false, false};
}
inline AccountMeta writable(const PublicKey& key)
{
    return {key, false, true};
}
inline AccountMeta signer(const PublicKey& key)
{
    return {key, true, false};
}
inline AccountMeta writableSigner(const PublicKey& key)
{
    return {key, true, true};
}

/// One call of a program, with whole addresses (not yet indexes into a message).
struct Instruction {
    PublicKey program;
    std::vector<AccountMeta> accounts;
    Bytes data;
    friend bool operator==(const Instruction&, const Instruction&) = default;
};

} // namespace outpost::solana
