// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/DemoProgram.h"

#include <format>

namespace outpost::demo {

namespace {

std::uint64_t le64(ByteSpan data, std::size_t at)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 8; ++i)
        value |= static_cast<std::uint64_t>(data[at + i]) << (8 * i);
    return value;
}

Pubkey keyAt(ByteSpan data, std::size_t at)
{
    Pubkey key;
    std::ranges::copy(data.subspan(at, 32), key.bytes.begin());
    return key;
}

std::array<std::uint8_t, 8> le(std::uint64_t value)
{
    std::array<std::uint8_t, 8> out{};
    for (std::size_t i = 0; i < 8; ++i)
        out[i] = static_cast<std::uint8_t>(value >> (8 * i));
    return out;
}

void appendString(Bytes& out, std::string_view text)
{
    for (std::size_t i = 0; i < 4; ++i)
        out.push_back(static_cast<std::uint8_t>(text.size() >> (8 * i)));
    out.insert(out.end(), text.begin(), text.end());
}

/// Bubblegum's MetadataArgs in Borsh: what the data hash covers.
Bytes metadataArgs(const NewAsset& asset)
{
    Bytes out;
    appendString(out, asset.name);
    appendString(out, asset.symbol);
    appendString(out, asset.uri);
    out.push_back(static_cast<std::uint8_t>(asset.sellerFeeBasisPoints));
    out.push_back(static_cast<std::uint8_t>(asset.sellerFeeBasisPoints >> 8));
    out.push_back(1); // primary sale happened
    out.push_back(1); // mutable
    out.push_back(0); // edition nonce: none
    out.push_back(1); // token standard: some,
    out.push_back(0); // non-fungible
    out.push_back(asset.collection.isZero() ? 0 : 1);
    if (!asset.collection.isZero()) {
        out.push_back(1); // verified
        out.insert(out.end(), asset.collection.bytes.begin(), asset.collection.bytes.end());
    }
    out.push_back(0); // uses: none
    out.push_back(0); // token program version: original
    const auto count = static_cast<std::uint32_t>(asset.creators.size());
    for (int i = 0; i < 4; ++i)
        out.push_back(static_cast<std::uint8_t>(count >> (8 * i)));
    for (const auto& creator : asset.creators) {
        out.insert(out.end(), creator.address.bytes.begin(), creator.address.bytes.end());
        out.push_back(creator.verified ? 1 : 0);
        out.push_back(creator.share);
    }
    return out;
}

} // namespace

Pubkey leafHash(const Pubkey& id, const Pubkey& owner, const Pubkey& delegate, std::uint64_t nonce,
                const Pubkey& dataHash, const Pubkey& creatorHash)
{
    static constexpr std::array<std::uint8_t, 1> kVersion{1};
    return keccak256({kVersion, id.bytes, owner.bytes, delegate.bytes, le(nonce), dataHash.bytes, creatorHash.bytes});
}

Pubkey leafHash(const Asset& asset)
{
    return leafHash(asset.id, asset.owner, asset.delegate, asset.index, asset.dataHash, asset.creatorHash);
}

Pubkey assetId(const Pubkey& tree, std::uint64_t nonce)
{
    return findProgramAddress({asBytes("asset"), tree.bytes, le(nonce)}, ids::kBubblegum).key;
}

Asset describe(const NewAsset& asset, std::uint32_t index)
{
    Asset out;
    out.id = assetId(asset.tree, index);
    out.tree = asset.tree;
    out.index = index;
    out.owner = asset.owner;
    out.delegate = asset.delegate.isZero() ? asset.owner : asset.delegate;
    const Bytes metadata = metadataArgs(asset);
    const std::array<std::uint8_t, 2> fee{static_cast<std::uint8_t>(asset.sellerFeeBasisPoints),
                                          static_cast<std::uint8_t>(asset.sellerFeeBasisPoints >> 8)};
    out.dataHash = keccak256({keccak256({metadata}).bytes, fee});
    Bytes creators;
    for (const auto& creator : asset.creators) {
        creators.insert(creators.end(), creator.address.bytes.begin(), creator.address.bytes.end());
        creators.push_back(creator.verified ? 1 : 0);
        creators.push_back(creator.share);
    }
    out.creatorHash = keccak256({creators});
    out.name = asset.name;
    out.symbol = asset.symbol;
    out.uri = asset.uri;
    out.creators = asset.creators;
    out.collection = asset.collection;
    return out;
}

std::string anchorErrorLog(std::string_view name, std::uint32_t number, std::string_view message)
{
    return std::format("AnchorError occurred. Error Code: {}. Error Number: {}. Error Message: {}.", name, number,
                       message);
}

std::optional<TokenAccountView> tokenAccount(const Account& account)
{
    if (account.owner != ids::kToken || account.data.size() != 165 || account.data[108] == 0)
        return std::nullopt;
    return TokenAccountView{keyAt(account.data, 0), keyAt(account.data, 32), le64(account.data, 64),
                            account.data[108] == 2};
}

std::optional<MintView> tokenMint(const Account& account)
{
    if (account.owner != ids::kToken || account.data.size() != 82 || account.data[45] == 0)
        return std::nullopt;
    MintView view;
    if (account.data[0] == 1)
        view.mintAuthority = keyAt(account.data, 4);
    view.supply = le64(account.data, 36);
    view.decimals = account.data[44];
    if (account.data[46] == 1)
        view.freezeAuthority = keyAt(account.data, 50);
    return view;
}

} // namespace outpost::demo
