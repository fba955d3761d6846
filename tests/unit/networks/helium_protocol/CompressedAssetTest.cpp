// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/protocol/CompressedAsset.h"

#include "core/networks/helium/protocol/ProtocolErrors.h"
#include "tests/unit/networks/helium_protocol/KeyPair.h"

#include <gtest/gtest.h>

namespace outpost::helium {
namespace {

using test::keyOf;
using test::repeated;

TEST(Keccak, KnownDigests)
{
    EXPECT_EQ(toHex(keccak256({})), "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
    EXPECT_EQ(toHex(keccak256(asBytes("abc"))), "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45");
}

Hash hashPair(const Hash& left, const Hash& right)
{
    Bytes both(left.begin(), left.end());
    both.insert(both.end(), right.begin(), right.end());
    return keccak256(both);
}

/// A tree of depth 2 with the asset at position 2: its sibling is right of it, its parent's sibling left.
AssetProof proofInSmallTree()
{
    AssetProof p;
    p.merkleTree = keyOf(20);
    p.owner = keyOf(1);
    p.dataHash = repeated(4);
    p.creatorHash = repeated(5);
    p.leafId = 2;
    p.nodes = {repeated(30), repeated(31)};
    p.root = hashPair(repeated(31), hashPair(leafHash(p), repeated(30)));
    return p;
}

TEST(AssetProof, LeadsToItsRoot)
{
    EXPECT_TRUE(leadsToRoot(proofInSmallTree()));
}

TEST(AssetProof, AnotherOwnerDelegatePositionOrNodeDoesNot)
{
    const AssetProof good = proofInSmallTree();
    AssetProof p = good;
    p.owner = keyOf(2);
    EXPECT_FALSE(leadsToRoot(p));
    p = good;
    p.delegate = keyOf(2);
    EXPECT_FALSE(leadsToRoot(p));
    p = good;
    p.leafId = 3;
    EXPECT_FALSE(leadsToRoot(p));
    p = good;
    p.nodes[1] = repeated(32);
    EXPECT_FALSE(leadsToRoot(p));
    p = good;
    p.nodes.pop_back();
    EXPECT_FALSE(leadsToRoot(p));
}

TEST(AssetProof, DelegateEqualToTheOwnerIsTheSameLeaf)
{
    AssetProof p = proofInSmallTree();
    p.delegate = p.owner;
    EXPECT_TRUE(leadsToRoot(p));
}

TEST(TrimmedProof, DropsWhatTheTreeStores)
{
    const AssetProof p = proofInSmallTree();
    const auto trimmed = trimmedProof(p, 2, 1);
    ASSERT_TRUE(trimmed);
    EXPECT_EQ(trimmed->nodes, std::vector{keyOf(30)});
    EXPECT_EQ(trimmed->index, 2u);
    EXPECT_EQ(trimmedProof(p, 2, 0)->nodes.size(), 2u);
    EXPECT_TRUE(trimmedProof(p, 2, 2)->nodes.empty());
}

TEST(TrimmedProof, LengthOtherThanTheDepthIsRefused)
{
    EXPECT_TRUE(trimmedProof(proofInSmallTree(), 3, 1).error().is(errors::kHeliumBadProof));
    EXPECT_FALSE(trimmedProof(proofInSmallTree(), 2, 3));
}

} // namespace
} // namespace outpost::helium
