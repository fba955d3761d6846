// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/DataTransfer.h"

#include "core/services/ServiceErrors.h"
#include "core/store/StoreErrors.h"
#include "core/wallet/PasswordStrength.h"

namespace outpost::services {

namespace {

/// Preferences that mean the same on another computer. Notes of wallets and of devices beside this one do not; which
/// hosts are talked to, and through which proxy, is agreed to on each computer and never by a file.
const std::vector<std::string> kSettings{"ui."};

} // namespace

Future<DataTransfer::Exported> DataTransfer::exportTo(std::filesystem::path file,
                                                      std::shared_ptr<wallet::Password> password)
{
    using Password = std::shared_ptr<wallet::Password>;
    return async::toFuture([](Ports ports, wallet::World world, wallet::KdfFloor floor, std::filesystem::path path,
                              Password secret) -> Task<Exported> {
        OUTPOST_CO_CHECK(wallet::checkPasswordStrength(*secret));
        store::Transfer transfer(ports.database);
        OUTPOST_CO_TRY(auto taken, co_await transfer.take(kSettings));
        auto content = std::make_shared<const Bytes>(std::move(taken.content));
        Exported exported;
        exported.taken = std::move(taken);
        exported.taken.content.clear();
        OUTPOST_CO_TRY(exported.bytes,
                       co_await async::onPool([ports, world, floor, path, secret, content]() -> Result<std::uint64_t> {
                           OUTPOST_TRY(const auto params, wallet::calibratedKdf(ports.clock, floor));
                           OUTPOST_TRY(const Bytes sealed, sealData(*content, world, *secret, params, ports.rng));
                           OUTPOST_CHECK(ports.files.writeNew(path, sealed));
                           // A copy that cannot be read is found out now, and not on the day it is needed.
                           OUTPOST_TRY(const Bytes written, ports.files.read(path, kMaxDataFile));
                           OUTPOST_TRY(const Bytes opened, unsealData(written, world, *secret, floor));
                           if (opened != *content)
                               return fail(errors::kDataDamaged, "read back differently");
                           return written.size();
                       }));
        co_return exported;
    }(m_ports, m_world, m_floor, std::move(file), std::move(password)));
}

Future<store::Merged> DataTransfer::importFrom(std::filesystem::path file, std::shared_ptr<wallet::Password> password)
{
    using Password = std::shared_ptr<wallet::Password>;
    return async::toFuture([](Ports ports, wallet::World world, wallet::KdfFloor floor, std::filesystem::path path,
                              Password secret) -> Task<store::Merged> {
        OUTPOST_CO_TRY(auto content, co_await async::onPool([ports, world, floor, path, secret]() -> Result<Bytes> {
                           auto bytes = ports.files.read(path, kMaxDataFile);
                           if (!bytes && bytes.error().is(errors::kTooLong))
                               return fail(errors::kDataDamaged, "file size");
                           if (!bytes)
                               return bytes;
                           return unsealData(*bytes, world, *secret, floor);
                       }));
        store::Transfer transfer(ports.database);
        auto merged = co_await transfer.merge(std::move(content), kSettings);
        if (!merged && merged.error().is(errors::kMalformed)) // the file; store.damaged is about the records here
            co_return fail(errors::kDataDamaged, merged.error().detail);
        if (!merged && merged.error().is(errors::kStoreTooNew))
            co_return fail(errors::kDataTooNew, merged.error().detail);
        co_return merged;
    }(m_ports, m_world, m_floor, std::move(file), std::move(password)));
}

} // namespace outpost::services
