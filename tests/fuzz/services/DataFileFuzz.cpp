// SPDX-License-Identifier: GPL-3.0-or-later
// The file of `data export` from anywhere, as it is and with the checksum put right so that the search gets past it.
#include "core/base/Encoding.h"
#include "core/services/DataFile.h"
#include "tests/support/KdfFloorForTests.h"

using namespace outpost;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr std::size_t kChecksumAt = 72;
    constexpr std::size_t kHeaderSize = 104;
    constexpr std::size_t kMemoryAt = 16;
    static const wallet::Password password = std::move(*wallet::Password::create(asBytes("password")));
    const auto open = [](ByteSpan file) {
        std::ignore = services::unsealData(file, wallet::World::Real, password, wallet::KdfFloorForTests::floor());
    };
    Bytes file(data, data + size);
    if (size < kHeaderSize)
        open(file);
    if (size < kHeaderSize)
        return 0;
    // Cheap to derive, or the search would spend its time on Argon2id.
    const std::uint8_t cheap[8] = {8, 0, 0, 0, 1, 0, 0, 0};
    std::copy(std::begin(cheap), std::end(cheap), file.begin() + kMemoryAt);
    open(file);
    Bytes covered(file.begin(), file.begin() + kChecksumAt);
    covered.insert(covered.end(), file.begin() + kHeaderSize, file.end());
    const auto sum = sha256(covered);
    std::copy(sum.begin(), sum.end(), file.begin() + kChecksumAt);
    open(file);
    return 0;
}
