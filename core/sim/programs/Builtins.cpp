// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/programs/Builtins.h"

namespace outpost::sim {

Execution notSimulated(ProgramContext& context, std::string_view what)
{
    context.log("not simulated: " + std::string(what));
    return refuse("UnsupportedProgramId");
}

std::uint64_t Arguments::le(std::size_t size)
{
    if (!m_ok || left() < size) {
        m_ok = false;
        return 0;
    }
    const std::uint64_t value = getLe(m_data, m_at, size);
    m_at += size;
    return value;
}

Pubkey Arguments::key()
{
    if (!m_ok || left() < 32) {
        m_ok = false;
        return {};
    }
    Pubkey key;
    std::ranges::copy(m_data.subspan(m_at, 32), key.bytes.begin());
    m_at += 32;
    return key;
}

void putLe(std::span<std::uint8_t> data, std::size_t at, std::uint64_t value, std::size_t size)
{
    for (std::size_t i = 0; i < size; ++i)
        data[at + i] = static_cast<std::uint8_t>(value >> (8 * i));
}

std::uint64_t getLe(ByteSpan data, std::size_t at, std::size_t size)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value |= static_cast<std::uint64_t>(data[at + i]) << (8 * i);
    return value;
}

std::vector<std::unique_ptr<Program>> builtinPrograms()
{
    std::vector<std::unique_ptr<Program>> all;
    all.push_back(makeSystemProgram());
    all.push_back(makeTokenProgram());
    all.push_back(makeAssociatedTokenProgram());
    all.push_back(makeComputeBudgetProgram());
    all.push_back(makeMemoProgram());
    all.push_back(makeLookupTableProgram());
    all.push_back(makeEd25519Program());
    all.push_back(makeCompressionProgram());
    all.push_back(makeNoopProgram());
    all.push_back(makeBubblegumProgram());
    return all;
}

} // namespace outpost::sim
