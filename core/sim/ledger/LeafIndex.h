// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/ledger/MerkleTree.h"

namespace outpost::sim {

/// All leaves of one tree, as an indexer knows them, for whole proofs. A leaf's change costs `depth` hashes.
class LeafIndex {
public:
    explicit LeafIndex(int depth);
    void set(std::uint32_t index, const Pubkey& leaf);
    Pubkey leaf(std::uint32_t index) const;
    Pubkey root() const;
    std::vector<Pubkey> proof(std::uint32_t index) const; ///< leaf to root
    std::size_t size() const { return m_levels.front().size(); }

private:
    Pubkey node(std::size_t level, std::size_t index) const;
    std::vector<std::vector<Pubkey>> m_levels; ///< as far to the right as there are leaves; beyond, nodes are empty
};

} // namespace outpost::sim
