// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/helium/protocol/Address.h"

namespace outpost::helium {

/// The registration that a device signs with its own key ("add gateway"): envelope and inner message of
/// github.com/helium/proto (blockchain_txn, field 1). A value.
struct AddGateway {
    HotspotKey gateway;
    std::optional<HotspotKey> owner; ///< absent in the short form that a device's own tools write
    std::optional<HotspotKey> payer;
    std::uint64_t stakingFee = 0;
    std::uint64_t fee = 0;
    Bytes gatewaySignature;

    /// The bytes that the device signed: the inner message without any signature.
    Bytes signedMessage() const;
    /// The whole envelope again.
    Bytes serialize() const;
    bool signatureVerifies() const { return gateway.verifies(signedMessage(), gatewaySignature); }
};

/// Reads what a device answered; at most 1 KiB. errors::kHeliumBadRegistration, and kHeliumRegistrationForged when the
/// device's signature does not verify: nothing unverified comes back.
Result<AddGateway> parseAddGateway(ByteSpan envelope);

/// What a client writes to a device to ask for the registration (add_gateway_v1, fees 0): owner and payer by their
/// addresses of this network.
Bytes addGatewayRequest(const HotspotKey& owner, const HotspotKey& payer);

} // namespace outpost::helium
