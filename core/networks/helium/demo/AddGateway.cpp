// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/demo/AddGateway.h"

#include "core/codec/Protobuf.h"

namespace outpost::heliumdemo {

namespace {

Bytes inner(const AddGateway& txn)
{
    return codec::ProtobufWriter()
        .bytes(1, txn.owner)
        .bytes(2, txn.gateway)
        .bytes(3, txn.ownerSignature)
        .bytes(4, txn.gatewaySignature)
        .bytes(5, txn.payer)
        .bytes(6, txn.payerSignature)
        .number(7, txn.stakingFee)
        .number(8, txn.fee)
        .done();
}

} // namespace

Bytes AddGateway::signedPart() const
{
    AddGateway bare = *this;
    bare.ownerSignature.clear();
    bare.gatewaySignature.clear();
    bare.payerSignature.clear();
    return inner(bare);
}

Bytes AddGateway::envelope() const
{
    return codec::ProtobufWriter().element(1, inner(*this)).done();
}

Result<AddGateway> AddGateway::parseInner(ByteSpan bytes)
{
    if (bytes.size() > 1024)
        return fail(errors::kTooLong, "add gateway message");
    AddGateway txn;
    codec::ProtobufReader reader(bytes);
    while (true) {
        OUTPOST_TRY(const auto field, reader.next());
        if (!field)
            return txn;
        const bool isBytes = field->wire == codec::ProtobufField::Wire::Bytes;
        Bytes* const slots[] = {
            nullptr,    &txn.owner,         &txn.gateway, &txn.ownerSignature, &txn.gatewaySignature,
            &txn.payer, &txn.payerSignature};
        if (field->number >= 1 && field->number <= 6) {
            if (!isBytes)
                return fail(errors::kCodecInvalid, "add gateway field type");
            *slots[field->number] = toBytes(field->bytes);
        } else if (field->number == 7) {
            txn.stakingFee = field->value;
        } else if (field->number == 8) {
            txn.fee = field->value;
        }
    }
}

Result<AddGateway> AddGateway::parseEnvelope(ByteSpan bytes)
{
    if (bytes.size() > 1024)
        return fail(errors::kTooLong, "add gateway envelope");
    codec::ProtobufReader reader(bytes);
    OUTPOST_TRY(const auto field, reader.next());
    if (!field || field->number != 1 || field->wire != codec::ProtobufField::Wire::Bytes)
        return fail(errors::kCodecInvalid, "not an add gateway envelope");
    return parseInner(field->bytes);
}

} // namespace outpost::heliumdemo
