// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/ledger/Runtime.h"

namespace outpost::sim {

// The standard programs that the engine brings itself. What each of them simulates is listed in README.md; another
// instruction of theirs is refused with "not simulated".
std::unique_ptr<Program> makeSystemProgram();
std::unique_ptr<Program> makeTokenProgram();
std::unique_ptr<Program> makeAssociatedTokenProgram();
std::unique_ptr<Program> makeComputeBudgetProgram();
std::unique_ptr<Program> makeMemoProgram();
std::unique_ptr<Program> makeLookupTableProgram();
std::unique_ptr<Program> makeEd25519Program();
std::unique_ptr<Program> makeCompressionProgram();
std::unique_ptr<Program> makeNoopProgram();
std::unique_ptr<Program> makeBubblegumProgram();
std::vector<std::unique_ptr<Program>> builtinPrograms();

/// Refuses what exists on the real chain and not here.
Execution notSimulated(ProgramContext& context, std::string_view what);

/// Reads instruction data; after the first failure everything is zero and ok() is false.
class Arguments {
public:
    explicit Arguments(ByteSpan data) : m_data(data) {}
    bool ok() const { return m_ok; }
    bool atEnd() const { return m_at == m_data.size(); }
    std::size_t left() const { return m_data.size() - m_at; }
    std::uint8_t u8() { return static_cast<std::uint8_t>(le(1)); }
    std::uint32_t u32() { return static_cast<std::uint32_t>(le(4)); }
    std::uint64_t u64() { return le(8); }
    Pubkey key();

private:
    std::uint64_t le(std::size_t size);
    ByteSpan m_data;
    std::size_t m_at = 0;
    bool m_ok = true;
};

void putLe(std::span<std::uint8_t> data, std::size_t at, std::uint64_t value, std::size_t size);
std::uint64_t getLe(ByteSpan data, std::size_t at, std::size_t size);

} // namespace outpost::sim
