// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/base/Error.h"

#include <QCoro/QCoroFuture>
#include <QCoro/QCoroTask>
#include <QFuture>
#include <QPromise>
#include <QtConcurrentRun>

namespace outpost {

// How Outpost waits. Functions at a module's border answer QFuture<Result<T>>; inside, one step may be a coroutine.

template <class T> using Future = QFuture<Result<T>>;
template <class T> using Task = QCoro::Task<Result<T>>;

namespace async {

/// A future that is already there.
template <class T> Future<T> ready(Result<T> value)
{
    return QtFuture::makeReadyValueFuture<Result<T>>(std::move(value));
}
template <class T> Future<T> failed(Error error)
{
    return ready<T>(std::unexpected(std::move(error)));
}

namespace detail {
template <class T> QCoro::Task<> deliver(QCoro::Task<T> task, std::shared_ptr<QPromise<T>> promise)
{
    promise->addResult(co_await std::move(task));
    promise->finish();
}
} // namespace detail

/// Starts a coroutine now, on this thread, and answers its result as a future. The coroutine must guard what it uses:
/// it goes on when the future is dropped.
template <class T> QFuture<T> toFuture(QCoro::Task<T> task)
{
    auto promise = std::make_shared<QPromise<T>>(); // shared with the coroutine that fills it
    promise->start();
    auto future = promise->future();
    detail::deliver(std::move(task), std::move(promise));
    return future;
}

/// Runs a blocking function that touches no QObject on the global pool: KDF, compression, exports.
template <class F> auto onPool(F&& work) -> QFuture<std::invoke_result_t<F>>
{
    return QtConcurrent::run(std::forward<F>(work));
}

/// Lets whoever waits on this thread for an answer that is already there go on, until nobody is left. Work on the pool
/// is waited for. Nothing else is delivered: no input, no timer, no signal of another thread. **Thread:** the
/// application's own.
/// For an owner at its end: once every source of answers that it owns has been closed (EndableDelay::end,
/// CurlHttpClient::stop, Database::close), no coroutine is left afterwards that could still use what goes next.
void settle();

} // namespace async

/// Waiting for a while, as a port: tests advance it by hand. **Thread:** of the caller, which needs an event loop.
class Delay {
public:
    virtual ~Delay() = default;
    /// Finishes with a value after the time, or with errors::kCancelled when the token is cancelled first.
    virtual Future<void> after(std::chrono::milliseconds time, CancelToken cancel = {}) = 0;
};

class TimerDelay final : public Delay {
public:
    Future<void> after(std::chrono::milliseconds time, CancelToken cancel = {}) override;
};

/// Waits as another one does until it is ended. `inner` must outlive it.
class EndableDelay final : public Delay {
public:
    explicit EndableDelay(Delay& inner) : m_inner(inner) {}
    Future<void> after(std::chrono::milliseconds time, CancelToken cancel = {}) override;
    /// Every wait, running or to come, answers errors::kCancelled at once. Final. **Thread:** that of the waits.
    void end() { m_end.cancel(); }

private:
    Delay& m_inner;
    CancelToken m_end;
};

} // namespace outpost
