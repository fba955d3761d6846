// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/helium/demo/DeviceKey.h"

namespace outpost::heliumdemo {

/// The request by which a device agrees to be registered (helium/proto, blockchain_txn_add_gateway_v1). Keys in their
/// 33-byte form.
struct AddGateway {
    Bytes owner;
    Bytes gateway;
    Bytes ownerSignature;
    Bytes gatewaySignature;
    Bytes payer;
    Bytes payerSignature;
    std::uint64_t stakingFee = 0;
    std::uint64_t fee = 0;

    /// What the device signs: the message with all signatures left out.
    Bytes signedPart() const;
    /// Inside its envelope (field 1 of blockchain_txn).
    Bytes envelope() const;
    static Result<AddGateway> parseEnvelope(ByteSpan bytes);
    static Result<AddGateway> parseInner(ByteSpan bytes);
};

} // namespace outpost::heliumdemo
