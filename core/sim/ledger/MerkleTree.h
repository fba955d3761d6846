// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/Demo.h"

namespace outpost::sim {

using namespace outpost::demo; // NOLINT: the engine is the other half of that interface
using demo::Asset;             // not the domain's

/// Why the compression program refuses; the numbers are that program's own.
enum class TreeError : std::uint32_t {
    InvalidTree = 6007,
    ProofRefused = 6001,
    IndexOutOfBounds = 6008,
};
template <class T> using TreeResult = std::expected<T, TreeError>;

/// Hash of an empty subtree of that height; level 0 is the zero leaf.
const Pubkey& emptyNode(std::size_t level);
Pubkey parentNode(const Pubkey& left, const Pubkey& right);

/// A concurrent Merkle tree in the bytes of its account, as the account-compression program lays it out: header of 56
/// bytes, counters (24), a ring of change logs (40 + 32 * depth each), the rightmost proof (40 + 32 * depth), the
/// canopy. Source: spl-account-compression and spl-concurrent-merkle-tree (public). Views the bytes; copies nothing.
class MerkleTree {
public:
    /// InvalidTree when header and length do not fit each other.
    static TreeResult<MerkleTree> open(std::span<std::uint8_t> account);
    static TreeResult<MerkleTree> openReadOnly(ByteSpan account);
    static std::size_t accountSize(int depth, int bufferSize, int canopyDepth);
    /// A fresh tree's bytes.
    static Bytes create(const TreeSpec& spec, const Pubkey& authority, std::uint64_t slot);

    int depth() const { return m_depth; }
    int canopyDepth() const;
    Pubkey authority() const;
    Pubkey root() const;
    std::uint64_t sequence() const;
    std::uint32_t nextIndex() const; ///< also the number of leaves

    /// Proofs are leaf to root, without what the canopy holds (more is accepted).
    TreeResult<void> append(const Pubkey& leaf);
    TreeResult<void> verify(const Pubkey& root, const Pubkey& leaf, std::uint32_t index,
                            std::span<const Pubkey> proof) const;
    TreeResult<void> replace(const Pubkey& root, const Pubkey& oldLeaf, const Pubkey& newLeaf, std::uint32_t index,
                             std::span<const Pubkey> proof);

private:
    MerkleTree(std::span<std::uint8_t> account, int depth, int bufferSize);

    std::uint64_t counter(std::size_t which) const;
    void setCounter(std::size_t which, std::uint64_t value);
    Pubkey nodeAt(std::size_t offset) const;
    void setNode(std::size_t offset, const Pubkey& node);
    std::uint32_t wordAt(std::size_t offset) const;
    void setWord(std::size_t offset, std::uint32_t value);
    std::size_t logOffset(std::uint64_t slot) const;
    std::size_t rightmostOffset() const;
    std::size_t canopyOffset() const;
    void updatePathByLog(std::uint64_t slot, std::uint32_t index, std::vector<Pubkey>& proof, Pubkey& leaf) const;
    TreeResult<void> completeProof(std::uint32_t index, std::vector<Pubkey>& proof) const;
    TreeResult<void> fastForward(const Pubkey& root, const Pubkey& leaf, std::uint32_t index,
                                 std::vector<Pubkey>& proof) const;
    /// Writes a change log of the path into the ring and the canopy.
    void record(const std::vector<Pubkey>& path, const Pubkey& root, std::uint32_t index);

    std::span<std::uint8_t> m_account;
    std::size_t m_bufferSize;
    int m_depth;
};

} // namespace outpost::sim
