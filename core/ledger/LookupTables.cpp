// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/LookupTables.h"

#include "core/chain/solana/Programs.h"
#include "core/chain/solana/SolanaErrors.h"
#include "core/ledger/LedgerErrors.h"

namespace outpost::ledger {

namespace {

constexpr std::size_t kHeadBytes = 56;
constexpr std::size_t kMaxAddresses = 256;
constexpr std::uint32_t kTypeLookupTable = 1;

std::uint64_t little(ByteSpan bytes, std::size_t offset, std::size_t size)
{
    std::uint64_t out = 0;
    for (std::size_t i = 0; i < size; ++i)
        out |= static_cast<std::uint64_t>(bytes[offset + i]) << (8 * i);
    return out;
}

Task<FetchedTables> parseAll(Future<QuorumAccounts> asked, std::vector<PublicKey> keys)
{
    OUTPOST_CO_TRY(const QuorumAccounts read, co_await qCoro(asked).takeResult());
    FetchedTables out;
    out.agreement = read.agreement;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (!read.accounts[i])
            co_return fail(errors::kLedgerNoAccount, "lookup table", {keys[i].toBase58()});
        OUTPOST_CO_TRY(LookupTableState state, parseLookupTable(*read.accounts[i]));
        if (!state.isActive())
            co_return fail(errors::kSolanaBadAccountData, "a lookup table that is no longer in use");
        out.tables.push_back({keys[i], std::move(state.addresses)});
    }
    co_return out;
}

} // namespace

Result<LookupTableState> parseLookupTable(const AccountInfo& account)
{
    const ByteSpan data = account.data;
    if (account.owner != solana::programs::kLookupTable || data.size() < kHeadBytes ||
        (data.size() - kHeadBytes) % PublicKey::kSize != 0 ||
        (data.size() - kHeadBytes) / PublicKey::kSize > kMaxAddresses || little(data, 0, 4) != kTypeLookupTable)
        return fail(errors::kSolanaBadAccountData, "lookup table");
    LookupTableState out;
    out.deactivationSlot = little(data, 4, 8);
    out.lastExtendedSlot = little(data, 12, 8);
    for (std::size_t at = kHeadBytes; at < data.size(); at += PublicKey::kSize) {
        OUTPOST_TRY(const PublicKey key, PublicKey::fromBytes(data.subspan(at, PublicKey::kSize)));
        out.addresses.push_back(key);
    }
    return out;
}

Future<FetchedTables> LookupTables::fetch(std::vector<PublicKey> keys, CancelToken cancel)
{
    if (keys.empty())
        return async::ready<FetchedTables>(FetchedTables{Agreement::TwoSources, {}});
    auto asked = m_reader.accounts(keys, ownerAndData, std::move(cancel));
    return async::toFuture(parseAll(std::move(asked), std::move(keys)));
}

Future<FetchedTables> LookupTables::fetchFor(const solana::Message& message, CancelToken cancel)
{
    std::vector<PublicKey> keys;
    for (const auto& lookup : message.lookups())
        keys.push_back(lookup.table);
    return fetch(std::move(keys), std::move(cancel));
}

} // namespace outpost::ledger
