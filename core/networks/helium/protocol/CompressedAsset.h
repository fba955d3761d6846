// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/helium/protocol/Ids.h"

namespace outpost::helium {

using Hash = std::array<std::uint8_t, 32>;

/// A compressed NFT and its place in its tree, as an index (DAS) tells it: nobody's word until leadsToRoot().
struct AssetProof {
    PublicKey merkleTree;
    PublicKey owner;
    std::optional<PublicKey> delegate; ///< absent: the owner
    Hash dataHash{};
    Hash creatorHash{};
    std::uint32_t leafId = 0; ///< both nonce and index
    Hash root{};
    std::vector<Hash> nodes; ///< from the leaf upwards, the whole way

    PublicKey leafDelegate() const { return delegate.value_or(owner); }
};

/// The leaf that bubblegum (LeafSchema V1) stores for the asset: Keccak-256 of version, id, owner, delegate, nonce and
/// both hashes.
Hash leafHash(const AssetProof& proof);
/// Whether leaf and nodes hash up to the root: a proof that does not would fail on chain.
bool leadsToRoot(const AssetProof& proof);
/// Keccak-256 with the original padding, not SHA-3's.
Hash keccak256(ByteSpan bytes);

/// What an instruction carries: `nodes` shortened by what the tree's account stores itself.
struct LeafProof {
    Hash dataHash{};
    Hash creatorHash{};
    Hash root{};
    std::uint32_t index = 0;
    std::vector<PublicKey> nodes;
};
/// Drops the last `canopyDepth` nodes. Every proof is trimmed by its own tree. errors::kHeliumBadProof when the number
/// of nodes is not the tree's depth.
Result<LeafProof> trimmedProof(const AssetProof& proof, std::uint32_t treeDepth, std::uint32_t canopyDepth);

} // namespace outpost::helium
