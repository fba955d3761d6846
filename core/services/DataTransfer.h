// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/FileSystem.h"
#include "core/services/DataFile.h"
#include "core/store/Transfer.h"

namespace outpost::services {

/// Takes everything but keys from one computer to another in one encrypted file: devices with names and notes, what
/// they earned as it was sampled, prices as they were seen, what happened, finished operations, preferences. Wallets
/// move by their recovery words, watched addresses by typing them again.
/// **Thread:** GUI. Errors: data.*, store.*, base.file*, wallet.password*.
class DataTransfer {
public:
    struct Ports {
        store::Database& database;
        FileSystem& files;
        SecureRng& rng;
        const Clock& clock;
    };
    DataTransfer(Ports ports, wallet::World world, wallet::KdfFloor floor)
        : m_ports(ports), m_world(world), m_floor(floor)
    {}

    struct Exported {
        store::Taken taken; ///< without its content
        std::uint64_t bytes = 0;
    };
    /// The file must not exist; it is written with mode 0600, read back and opened before this answers.
    /// errors::kFileExists, kPasswordTooWeak.
    Future<Exported> exportTo(std::filesystem::path file, std::shared_ptr<wallet::Password> password);
    /// Merges; twice the same file changes nothing the second time.
    Future<store::Merged> importFrom(std::filesystem::path file, std::shared_ptr<wallet::Password> password);

private:
    Ports m_ports;
    wallet::World m_world;
    wallet::KdfFloor m_floor;
};

} // namespace outpost::services
