// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/WalletService.h"

namespace outpost::services {

/// The only way to a signature. Asks the signer of the address that was approved, on the pool, because a signer may be
/// slow or ask its owner. **Thread:** GUI. Errors: those of wallet::Signer, services.noWallet.
class SigningService {
public:
    explicit SigningService(WalletService& wallets) : m_wallets(wallets) {}
    Future<wallet::Signature64> sign(wallet::ApprovedMessage message, CancelToken cancel = {});

private:
    WalletService& m_wallets;
};

} // namespace outpost::services
