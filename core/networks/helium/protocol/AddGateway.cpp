// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/protocol/AddGateway.h"

#include "core/codec/Protobuf.h"
#include "core/networks/helium/protocol/ProtocolErrors.h"

namespace outpost::helium {

namespace {

using codec::ProtobufField;
using codec::ProtobufReader;
using codec::ProtobufWriter;

constexpr std::size_t kLongest = 1024;

enum Field : std::uint32_t {
    Owner = 1,
    Gateway = 2,
    OwnerSignature = 3,
    GatewaySignature = 4,
    Payer = 5,
    PayerSignature = 6,
    StakingFee = 7,
    Fee = 8,
};

Bytes innerMessage(const AddGateway& a, ByteSpan gatewaySignature)
{
    ProtobufWriter out;
    if (a.owner)
        out.bytes(Owner, a.owner->binary());
    out.bytes(Gateway, a.gateway.binary()).bytes(GatewaySignature, gatewaySignature);
    if (a.payer)
        out.bytes(Payer, a.payer->binary());
    return out.number(StakingFee, a.stakingFee).number(Fee, a.fee).done();
}

std::unexpected<Error> unreadable(const char* why)
{
    return fail(errors::kHeliumBadRegistration, why);
}

Result<Bytes> openEnvelope(ByteSpan envelope)
{
    ProtobufReader in(envelope);
    const auto field = in.next();
    if (!field || !*field || (*field)->number != 1 || (*field)->wire != ProtobufField::Wire::Bytes)
        return unreadable("not an add-gateway envelope");
    const auto end = in.next();
    if (!end || *end)
        return unreadable("more than one message in the envelope");
    return toBytes((*field)->bytes);
}

} // namespace

Bytes AddGateway::signedMessage() const
{
    return innerMessage(*this, {});
}

Bytes AddGateway::serialize() const
{
    return ProtobufWriter().element(1, innerMessage(*this, gatewaySignature)).done();
}

Result<AddGateway> parseAddGateway(ByteSpan envelope)
{
    if (envelope.size() > kLongest)
        return unreadable("longer than 1 KiB");
    OUTPOST_TRY(const Bytes inner, openEnvelope(envelope));
    std::optional<HotspotKey> gateway;
    std::optional<HotspotKey> owner;
    std::optional<HotspotKey> payer;
    Bytes signature;
    std::uint64_t stakingFee = 0;
    std::uint64_t fee = 0;
    ProtobufReader in(inner);
    for (;;) {
        const auto field = in.next();
        if (!field)
            return unreadable("malformed message");
        if (!*field)
            break;
        const ProtobufField& f = **field;
        const bool isNumber = f.number == StakingFee || f.number == Fee;
        if (f.number > Fee || f.wire != (isNumber ? ProtobufField::Wire::Varint : ProtobufField::Wire::Bytes))
            return unreadable("unexpected field");
        if (f.number == Owner || f.number == Gateway || f.number == Payer) {
            auto key = HotspotKey::fromBinary(f.bytes);
            if (!key)
                return unreadable("malformed key");
            (f.number == Owner ? owner : f.number == Gateway ? gateway : payer) = std::move(*key);
        } else if (f.number == GatewaySignature) {
            signature = toBytes(f.bytes);
        } else if (isNumber) {
            (f.number == Fee ? fee : stakingFee) = f.value;
        }
    }
    if (!gateway || signature.empty())
        return unreadable("no device key or no signature");
    AddGateway result{*gateway, std::move(owner), std::move(payer), stakingFee, fee, std::move(signature)};
    // Writing it again must give the same bytes, or what was verified is not what the network would see.
    if (result.serialize() != toBytes(envelope))
        return unreadable("not in the canonical form");
    if (!result.signatureVerifies())
        return fail(errors::kHeliumRegistrationForged, result.gateway.text(), {result.gateway.text()});
    return result;
}

Bytes addGatewayRequest(const HotspotKey& owner, const HotspotKey& payer)
{
    return ProtobufWriter().text(1, owner.text()).text(4, payer.text()).done();
}

} // namespace outpost::helium
