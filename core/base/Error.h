// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace outpost {

/// What a command line process answers for an error; persisted scripts rely on the numbers (docs/cli.md).
enum class ExitClass : int {
    Usage = 2,
    Refused = 3,
    Unreachable = 4,
    Device = 5,
    Locked = 6,
    PartlyDone = 7,
    Storage = 8,
    InUse = 9,
    NotOffered = 10,
    Internal = 70,
};

/// Names one kind of failure, for instance {"wallet.wrongPassword", ExitClass::Locked}. Each module lists its codes as
/// constants in its own Errors header together with an `all` array; app/format has a sentence and an action for
/// each, and a test compares the two. Two codes are equal when their names are.
struct ErrorCode {
    std::string_view name;
    ExitClass exit = ExitClass::Internal;

    friend bool operator==(const ErrorCode& a, const ErrorCode& b) { return a.name == b.name; }
};

/// A failure on its way up. `args` fill the placeholders of the sentence shown to a person: plain, capped text, never
/// a secret. `detail` is for the log and for support, in English.
struct [[nodiscard]] Error {
    ErrorCode code;
    std::string detail;
    std::vector<std::string> args;
    bool retryable = false;
    std::optional<std::chrono::milliseconds> retryAfter;
    std::shared_ptr<const Error> cause; ///< shared because errors are copied through futures

    Error() = default;
    explicit Error(ErrorCode c, std::string d = {}, std::vector<std::string> a = {})
        : code(c), detail(std::move(d)), args(std::move(a))
    {}

    Error& causedBy(Error inner)
    {
        cause = std::make_shared<const Error>(std::move(inner));
        return *this;
    }
    Error& canRetry(std::optional<std::chrono::milliseconds> after = std::nullopt)
    {
        retryable = true;
        retryAfter = after;
        return *this;
    }
    bool is(ErrorCode c) const { return code == c; }
};

template <class T> using Result = std::expected<T, Error>;

inline std::unexpected<Error> fail(ErrorCode code, std::string detail = {}, std::vector<std::string> args = {})
{
    return std::unexpected<Error>(Error(code, std::move(detail), std::move(args)));
}
inline std::unexpected<Error> fail(Error error)
{
    return std::unexpected<Error>(std::move(error));
}

/// Codes that belong to no module in particular.
namespace errors {
inline constexpr ErrorCode kInternal{"base.internal", ExitClass::Internal};
inline constexpr ErrorCode kCancelled{"base.cancelled", ExitClass::Refused};
inline constexpr ErrorCode kOverflow{"base.overflow", ExitClass::Refused};
inline constexpr ErrorCode kMalformed{"base.malformed", ExitClass::Refused};
inline constexpr ErrorCode kTooLong{"base.tooLong", ExitClass::Refused};
inline constexpr ErrorCode kFileNotFound{"base.fileNotFound", ExitClass::Usage};
inline constexpr ErrorCode kFileExists{"base.fileExists", ExitClass::Usage};
inline constexpr ErrorCode kFileDenied{"base.fileDenied", ExitClass::Storage};
inline constexpr ErrorCode kDiskFull{"base.diskFull", ExitClass::Storage};
inline constexpr ErrorCode kFileFailed{"base.fileFailed", ExitClass::Storage};
inline constexpr ErrorCode kBase[] = {kInternal,     kCancelled,  kOverflow,   kMalformed, kTooLong,
                                      kFileNotFound, kFileExists, kFileDenied, kDiskFull,  kFileFailed};
} // namespace errors

} // namespace outpost

/// Passes an error on, or names the value: `OUTPOST_TRY(auto x, parse(bytes));`. Not for coroutines (OUTPOST_CO_TRY).
#define OUTPOST_TRY_CONCAT2(a, b) a##b
#define OUTPOST_TRY_CONCAT(a, b) OUTPOST_TRY_CONCAT2(a, b)
#define OUTPOST_TRY_IMPL(tmp, ret, decl, ...)                                                                          \
    auto tmp = (__VA_ARGS__);                                                                                          \
    if (!tmp)                                                                                                          \
        ret std::unexpected(std::move(tmp.error()));                                                                   \
    decl = std::move(*tmp)
#define OUTPOST_CHECK_IMPL(tmp, ret, ...)                                                                              \
    if (auto tmp = (__VA_ARGS__); !tmp)                                                                                \
    ret std::unexpected(std::move(tmp.error()))
#define OUTPOST_TRY(decl, ...) OUTPOST_TRY_IMPL(OUTPOST_TRY_CONCAT(outpostTry, __LINE__), return, decl, __VA_ARGS__)
#define OUTPOST_CO_TRY(decl, ...)                                                                                      \
    OUTPOST_TRY_IMPL(OUTPOST_TRY_CONCAT(outpostTry, __LINE__), co_return, decl, __VA_ARGS__)
/// The same for Result<void>.
#define OUTPOST_CHECK(...) OUTPOST_CHECK_IMPL(OUTPOST_TRY_CONCAT(outpostTry, __LINE__), return, __VA_ARGS__)
#define OUTPOST_CO_CHECK(...) OUTPOST_CHECK_IMPL(OUTPOST_TRY_CONCAT(outpostTry, __LINE__), co_return, __VA_ARGS__)
