// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/protocol/CompressedAsset.h"

#include "core/codec/ByteWriter.h"
#include "core/networks/helium/protocol/Pdas.h"
#include "core/networks/helium/protocol/ProtocolErrors.h"

#include <openssl/evp.h>

#include <memory>

namespace outpost::helium {

Hash keccak256(ByteSpan bytes)
{
    static const std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> kKeccak(EVP_MD_fetch(nullptr, "KECCAK-256", nullptr),
                                                                         &EVP_MD_free);
    Hash out{};
    unsigned length = 0;
    EVP_Digest(bytes.data(), bytes.size(), out.data(), &length, kKeccak.get(), nullptr);
    return out;
}

Hash leafHash(const AssetProof& proof)
{
    constexpr std::uint8_t kVersion1 = 1;
    codec::ByteWriter leaf;
    leaf.u8(kVersion1).bytes(pda::asset(proof.merkleTree, proof.leafId).span());
    leaf.bytes(proof.owner.span()).bytes(proof.leafDelegate().span()).u64(proof.leafId);
    leaf.bytes(proof.dataHash).bytes(proof.creatorHash);
    return keccak256(leaf.view());
}

bool leadsToRoot(const AssetProof& proof)
{
    Hash node = leafHash(proof);
    std::uint32_t index = proof.leafId;
    for (const Hash& sibling : proof.nodes) {
        codec::ByteWriter pair;
        if (index % 2 == 0)
            pair.bytes(node).bytes(sibling);
        else
            pair.bytes(sibling).bytes(node);
        node = keccak256(pair.view());
        index /= 2;
    }
    return node == proof.root && index == 0;
}

Result<LeafProof> trimmedProof(const AssetProof& proof, std::uint32_t treeDepth, std::uint32_t canopyDepth)
{
    if (proof.nodes.size() != treeDepth || canopyDepth > treeDepth)
        return fail(errors::kHeliumBadProof, "proof of " + std::to_string(proof.nodes.size()) +
                                                 " nodes for a tree of depth " + std::to_string(treeDepth));
    LeafProof out{proof.dataHash, proof.creatorHash, proof.root, proof.leafId, {}};
    for (std::size_t i = 0; i + canopyDepth < proof.nodes.size(); ++i)
        out.nodes.emplace_back(proof.nodes[i]);
    return out;
}

} // namespace outpost::helium
