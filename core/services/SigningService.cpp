// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/SigningService.h"

#include "core/services/ServiceErrors.h"

namespace outpost::services {

Future<wallet::Signature64> SigningService::sign(wallet::ApprovedMessage message, CancelToken cancel)
{
    if (cancel.isCancelled())
        return async::failed<wallet::Signature64>(Error(errors::kCancelled));
    auto signer = m_wallets.signerFor(message.signer());
    if (!signer)
        return async::failed<wallet::Signature64>(std::move(signer.error()));
    // Shared only to pass a move-only value through a copyable callable.
    auto approved = std::make_shared<wallet::ApprovedMessage>(std::move(message));
    return async::onPool(
        [signer = *signer, approved]() -> Result<wallet::Signature64> { return signer->sign(*approved); });
}

} // namespace outpost::services
