// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/ledger/MerkleTree.h"

#include <bit>

namespace outpost::sim {

namespace {

constexpr std::size_t kHeader = 56;
constexpr std::size_t kCounters = 24;
constexpr int kMaxDepth = 30;

std::uint64_t readLe(ByteSpan data, std::size_t at, std::size_t size)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value |= static_cast<std::uint64_t>(data[at + i]) << (8 * i);
    return value;
}

void writeLe(std::span<std::uint8_t> data, std::size_t at, std::uint64_t value, std::size_t size)
{
    for (std::size_t i = 0; i < size; ++i)
        data[at + i] = static_cast<std::uint8_t>(value >> (8 * i));
}

std::size_t pathBytes(int depth)
{
    return 40 + 32 * static_cast<std::size_t>(depth);
}

} // namespace

Pubkey parentNode(const Pubkey& left, const Pubkey& right)
{
    return keccak256({left.bytes, right.bytes});
}

const Pubkey& emptyNode(std::size_t level)
{
    static const std::vector<Pubkey> nodes = [] {
        std::vector<Pubkey> all(kMaxDepth + 1);
        for (std::size_t i = 1; i < all.size(); ++i)
            all[i] = parentNode(all[i - 1], all[i - 1]);
        return all;
    }();
    return nodes.at(level);
}

MerkleTree::MerkleTree(std::span<std::uint8_t> account, int depth, int bufferSize)
    : m_account(account), m_bufferSize(static_cast<std::size_t>(bufferSize)), m_depth(depth)
{}

TreeResult<MerkleTree> MerkleTree::open(std::span<std::uint8_t> account)
{
    if (account.size() < kHeader + kCounters || account[0] != 1 || account[1] != 0)
        return std::unexpected(TreeError::InvalidTree);
    const auto buffer = readLe(account, 2, 4);
    const auto depth = readLe(account, 6, 4);
    if (buffer == 0 || buffer > 2048 || !std::has_single_bit(buffer) || depth == 0 || depth > kMaxDepth)
        return std::unexpected(TreeError::InvalidTree);
    const MerkleTree tree(account, static_cast<int>(depth), static_cast<int>(buffer));
    if (account.size() < tree.canopyOffset() || (account.size() - tree.canopyOffset()) % 32 != 0)
        return std::unexpected(TreeError::InvalidTree);
    const std::size_t canopyNodes = (account.size() - tree.canopyOffset()) / 32;
    if (!std::has_single_bit(canopyNodes + 2) || tree.canopyDepth() > tree.depth())
        return std::unexpected(TreeError::InvalidTree);
    return tree;
}

TreeResult<MerkleTree> MerkleTree::openReadOnly(ByteSpan account)
{
    // The view writes only in append() and replace(), which a const object does not offer.
    return open({const_cast<std::uint8_t*>(account.data()), account.size()}); // NOLINT
}

std::size_t MerkleTree::accountSize(int depth, int bufferSize, int canopyDepth)
{
    const std::size_t canopy = ((std::size_t{2} << canopyDepth) - 2) * 32;
    return kHeader + kCounters + static_cast<std::size_t>(bufferSize) * pathBytes(depth) + pathBytes(depth) + canopy;
}

Bytes MerkleTree::create(const TreeSpec& spec, const Pubkey& authority, std::uint64_t slot)
{
    Bytes account(accountSize(spec.depth, spec.bufferSize, spec.canopyDepth));
    account[0] = 1;
    writeLe(account, 2, static_cast<std::uint64_t>(spec.bufferSize), 4);
    writeLe(account, 6, static_cast<std::uint64_t>(spec.depth), 4);
    std::ranges::copy(authority.bytes, account.begin() + 10);
    writeLe(account, 42, slot, 8);
    MerkleTree tree(account, spec.depth, spec.bufferSize);
    tree.setCounter(2, 1);
    const auto depth = static_cast<std::size_t>(spec.depth);
    tree.setNode(tree.logOffset(0), emptyNode(depth));
    for (std::size_t i = 0; i < depth; ++i) {
        tree.setNode(tree.logOffset(0) + 32 + 32 * i, emptyNode(i));
        tree.setNode(tree.rightmostOffset() + 32 * i, emptyNode(i));
    }
    return account;
}

std::uint64_t MerkleTree::counter(std::size_t which) const
{
    return readLe(m_account, kHeader + 8 * which, 8);
}
void MerkleTree::setCounter(std::size_t which, std::uint64_t value)
{
    writeLe(m_account, kHeader + 8 * which, value, 8);
}
Pubkey MerkleTree::nodeAt(std::size_t offset) const
{
    Pubkey node;
    std::ranges::copy(m_account.subspan(offset, 32), node.bytes.begin());
    return node;
}
void MerkleTree::setNode(std::size_t offset, const Pubkey& node)
{
    std::ranges::copy(node.bytes, m_account.begin() + static_cast<std::ptrdiff_t>(offset));
}
std::uint32_t MerkleTree::wordAt(std::size_t offset) const
{
    return static_cast<std::uint32_t>(readLe(m_account, offset, 4));
}
void MerkleTree::setWord(std::size_t offset, std::uint32_t value)
{
    writeLe(m_account, offset, value, 4);
}
std::size_t MerkleTree::logOffset(std::uint64_t slot) const
{
    return kHeader + kCounters + slot * pathBytes(m_depth);
}
std::size_t MerkleTree::rightmostOffset() const
{
    return logOffset(m_bufferSize);
}
std::size_t MerkleTree::canopyOffset() const
{
    return logOffset(m_bufferSize + 1);
}
int MerkleTree::canopyDepth() const
{
    const std::size_t nodes = (m_account.size() - canopyOffset()) / 32;
    return static_cast<int>(std::bit_width(nodes + 2)) - 2;
}
Pubkey MerkleTree::authority() const
{
    return nodeAt(10);
}
Pubkey MerkleTree::root() const
{
    return nodeAt(logOffset(counter(1)));
}
std::uint64_t MerkleTree::sequence() const
{
    return counter(0);
}
std::uint32_t MerkleTree::nextIndex() const
{
    return wordAt(rightmostOffset() + 32 * static_cast<std::size_t>(m_depth) + 32);
}

void MerkleTree::record(const std::vector<Pubkey>& path, const Pubkey& root, std::uint32_t index)
{
    setCounter(1, (counter(1) + 1) % m_bufferSize);
    setCounter(2, std::min<std::uint64_t>(counter(2) + 1, m_bufferSize));
    setCounter(0, counter(0) + 1);
    const std::size_t log = logOffset(counter(1));
    setNode(log, root);
    for (std::size_t i = 0; i < path.size(); ++i)
        setNode(log + 32 + 32 * i, path[i]);
    setWord(log + 32 + 32 * path.size(), index);
    // Nodes near the root are kept in the canopy: row by row below the root, which itself is left out.
    const int canopy = canopyDepth();
    for (int below = 1; below <= canopy; ++below) {
        const int level = m_depth - below;
        const std::size_t node = ((std::size_t{1} << m_depth) + index) >> level;
        setNode(canopyOffset() + 32 * (node - 2), path[static_cast<std::size_t>(level)]);
    }
}

TreeResult<void> MerkleTree::append(const Pubkey& leaf)
{
    const auto depth = static_cast<std::size_t>(m_depth);
    const std::uint32_t index = nextIndex();
    if (leaf.isZero() || index >= (std::uint64_t{1} << m_depth))
        return std::unexpected(TreeError::ProofRefused);
    const std::size_t rightmost = rightmostOffset();
    std::vector<Pubkey> path(depth);
    Pubkey node = leaf;
    if (index == 0) {
        for (std::size_t i = 0; i < depth; ++i) {
            path[i] = node;
            node = parentNode(node, emptyNode(i));
        }
    } else {
        const auto intersection = static_cast<std::size_t>(std::countr_zero(index));
        Pubkey last = nodeAt(rightmost + 32 * depth);
        const auto wasLeft = [index](std::size_t level) { return (((index - 1) >> level) & 1) == 0; };
        for (std::size_t i = 0; i < depth; ++i) {
            path[i] = node;
            const std::size_t at = rightmost + 32 * i;
            const Pubkey sibling = nodeAt(at);
            if (i < intersection) {
                last = wasLeft(i) ? parentNode(last, sibling) : parentNode(sibling, last);
                node = parentNode(node, emptyNode(i));
                setNode(at, emptyNode(i));
            } else if (i == intersection) {
                node = parentNode(last, node);
                setNode(at, last);
            } else {
                node = wasLeft(i) ? parentNode(node, sibling) : parentNode(sibling, node);
            }
        }
    }
    record(path, node, index);
    setNode(rightmost + 32 * depth, leaf);
    setWord(rightmost + 32 * depth + 32, index + 1);
    return {};
}

void MerkleTree::updatePathByLog(std::uint64_t slot, std::uint32_t index, std::vector<Pubkey>& proof,
                                 Pubkey& leaf) const
{
    const std::size_t log = logOffset(slot);
    const std::uint32_t changed = wordAt(log + 32 + 32 * static_cast<std::size_t>(m_depth));
    if (changed == index) {
        leaf = nodeAt(log + 32);
        return;
    }
    // The highest bit in which the two positions differ is the level at which the changed node is our sibling.
    const auto level = static_cast<std::size_t>(std::bit_width(changed ^ index)) - 1;
    proof[level] = nodeAt(log + 32 + 32 * level);
}

TreeResult<void> MerkleTree::completeProof(std::uint32_t index, std::vector<Pubkey>& proof) const
{
    const std::size_t canopyNodes = (m_account.size() - canopyOffset()) / 32;
    const auto depth = static_cast<std::size_t>(m_depth);
    if (proof.size() > depth || index >= (std::uint64_t{1} << m_depth))
        return std::unexpected(TreeError::ProofRefused);
    while (proof.size() < depth) {
        const std::size_t level = proof.size();
        const std::size_t sibling = (((std::size_t{1} << m_depth) + index) >> level) ^ 1;
        if (sibling - 2 >= canopyNodes)
            return std::unexpected(TreeError::ProofRefused);
        const Pubkey node = nodeAt(canopyOffset() + 32 * (sibling - 2));
        proof.push_back(node.isZero() ? emptyNode(level) : node);
    }
    return {};
}

TreeResult<void> MerkleTree::fastForward(const Pubkey& root, const Pubkey& leaf, std::uint32_t index,
                                         std::vector<Pubkey>& proof) const
{
    const std::uint64_t active = counter(1);
    const std::uint64_t filled = counter(2);
    std::optional<std::uint64_t> found;
    for (std::uint64_t back = 0; back < filled && !found; ++back) {
        const std::uint64_t slot = (active + m_bufferSize - back) % m_bufferSize;
        if (nodeAt(logOffset(slot)) == root)
            found = slot;
    }
    // A proof older than the ring is tried against everything the ring holds.
    Pubkey now = leaf;
    std::uint64_t slot = found ? *found : (active + m_bufferSize - (filled - 1)) % m_bufferSize;
    if (!found)
        updatePathByLog(slot, index, proof, now);
    while (slot != active) {
        slot = (slot + 1) % m_bufferSize;
        updatePathByLog(slot, index, proof, now);
    }
    if (now != leaf)
        return std::unexpected(TreeError::ProofRefused);
    Pubkey node = leaf;
    for (std::size_t i = 0; i < proof.size(); ++i)
        node = ((index >> i) & 1) == 0 ? parentNode(node, proof[i]) : parentNode(proof[i], node);
    if (node != this->root())
        return std::unexpected(TreeError::ProofRefused);
    return {};
}

TreeResult<void> MerkleTree::verify(const Pubkey& root, const Pubkey& leaf, std::uint32_t index,
                                    std::span<const Pubkey> proof) const
{
    if (index > nextIndex())
        return std::unexpected(TreeError::IndexOutOfBounds);
    std::vector<Pubkey> path(proof.begin(), proof.end());
    if (auto done = completeProof(index, path); !done)
        return done;
    return fastForward(root, leaf, index, path);
}

TreeResult<void> MerkleTree::replace(const Pubkey& root, const Pubkey& oldLeaf, const Pubkey& newLeaf,
                                     std::uint32_t index, std::span<const Pubkey> proof)
{
    if (index > nextIndex())
        return std::unexpected(TreeError::IndexOutOfBounds);
    std::vector<Pubkey> path(proof.begin(), proof.end());
    if (auto done = completeProof(index, path); !done)
        return done;
    if (auto done = fastForward(root, oldLeaf, index, path); !done)
        return done;
    std::vector<Pubkey> nodes(path.size());
    Pubkey node = newLeaf;
    for (std::size_t i = 0; i < path.size(); ++i) {
        nodes[i] = node;
        node = ((index >> i) & 1) == 0 ? parentNode(node, path[i]) : parentNode(path[i], node);
    }
    record(nodes, node, index);
    const auto depth = static_cast<std::size_t>(m_depth);
    const std::size_t rightmost = rightmostOffset();
    const std::uint32_t next = nextIndex();
    if (index < next) {
        std::vector<Pubkey> rightProof(depth);
        for (std::size_t i = 0; i < depth; ++i)
            rightProof[i] = nodeAt(rightmost + 32 * i);
        Pubkey last = nodeAt(rightmost + 32 * depth);
        updatePathByLog(counter(1), next - 1, rightProof, last);
        for (std::size_t i = 0; i < depth; ++i)
            setNode(rightmost + 32 * i, rightProof[i]);
        setNode(rightmost + 32 * depth, last);
    } else {
        for (std::size_t i = 0; i < depth; ++i)
            setNode(rightmost + 32 * i, path[i]);
        setNode(rightmost + 32 * depth, newLeaf);
        setWord(rightmost + 32 * depth + 32, index + 1);
    }
    return {};
}

} // namespace outpost::sim
