// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/ledger/Lookups.h"

namespace outpost::sim {

namespace {

constexpr std::size_t kHeader = 56;

std::uint64_t readLe(ByteSpan data, std::size_t at, std::size_t size)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value |= static_cast<std::uint64_t>(data[at + i]) << (8 * i);
    return value;
}

} // namespace

std::expected<Resolved, TransactionError> resolveLookups(const ParsedMessage& message, const Bank& bank)
{
    Resolved out;
    const std::uint64_t slot = bank.clock().slot;
    for (const auto& lookup : message.lookups) {
        const Account* table = bank.find(lookup.table);
        if (!table)
            return std::unexpected(TransactionError::of("AddressLookupTableNotFound"));
        if (table->owner != ids::kLookupTable)
            return std::unexpected(TransactionError::of("InvalidAddressLookupTableOwner"));
        if (table->data.size() < kHeader || readLe(table->data, 0, 4) != 1 || (table->data.size() - kHeader) % 32 != 0)
            return std::unexpected(TransactionError::of("InvalidAddressLookupTableData"));
        const std::uint64_t deactivated = readLe(table->data, 4, 8);
        if (deactivated != UINT64_MAX && deactivated != slot && !bank.isRecentSlot(deactivated))
            return std::unexpected(TransactionError::of("AddressLookupTableNotFound"));
        const std::uint64_t extended = readLe(table->data, 12, 8);
        const std::size_t active = slot > extended ? (table->data.size() - kHeader) / 32 : table->data[20];
        const auto append = [&](const std::vector<std::uint8_t>& indexes, std::vector<Pubkey>& to) {
            for (const auto index : indexes) {
                if (index >= active || kHeader + 32 * (index + std::size_t{1}) > table->data.size())
                    return false;
                to.push_back(*Pubkey::fromBytes(ByteSpan(table->data).subspan(kHeader + 32 * std::size_t{index}, 32)));
            }
            return true;
        };
        if (!append(lookup.writable, out.writable) || !append(lookup.readonly, out.readonly))
            return std::unexpected(TransactionError::of("InvalidAddressLookupTableIndex"));
    }
    return out;
}

} // namespace outpost::sim
