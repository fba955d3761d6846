// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/ledger/LeafIndex.h"

namespace outpost::sim {

LeafIndex::LeafIndex(int depth) : m_levels(static_cast<std::size_t>(depth) + 1) {}

Pubkey LeafIndex::node(std::size_t level, std::size_t index) const
{
    const auto& row = m_levels[level];
    return index < row.size() ? row[index] : emptyNode(level);
}

void LeafIndex::set(std::uint32_t index, const Pubkey& leaf)
{
    std::size_t at = index;
    Pubkey value = leaf;
    for (std::size_t level = 0; level < m_levels.size(); ++level) {
        auto& row = m_levels[level];
        while (row.size() <= at)
            row.push_back(emptyNode(level));
        row[at] = value;
        if (level + 1 < m_levels.size()) {
            at /= 2;
            value = parentNode(node(level, 2 * at), node(level, 2 * at + 1));
        }
    }
}

Pubkey LeafIndex::leaf(std::uint32_t index) const
{
    return node(0, index);
}

Pubkey LeafIndex::root() const
{
    return node(m_levels.size() - 1, 0);
}

std::vector<Pubkey> LeafIndex::proof(std::uint32_t index) const
{
    std::vector<Pubkey> out;
    std::size_t at = index;
    for (std::size_t level = 0; level + 1 < m_levels.size(); ++level, at /= 2)
        out.push_back(node(level, at ^ 1));
    return out;
}

} // namespace outpost::sim
