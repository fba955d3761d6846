// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/Async.h"

#include <QCoreApplication>
#include <QThread>
#include <QThreadPool>
#include <QTimer>

namespace outpost {

namespace {

/// Counts the answers that reach somebody who waits.
class AnswerCounter final : public QObject {
public:
    bool eventFilter(QObject*, QEvent* event) override
    {
        count += event->type() == QEvent::FutureCallOut ? 1 : 0;
        return false;
    }
    std::uint64_t count = 0;
};

} // namespace

namespace async {

void settle()
{
    AnswerCounter answers;
    QCoreApplication::instance()->installEventFilter(&answers);
    std::uint64_t before = 0;
    do { // whoever goes on may wait for another answer, or hand the pool something more
        before = answers.count;
        // gate: allow blocking-wait - at an owner's end there is nothing left to go on with meanwhile
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::FutureCallOut);
    } while (answers.count != before);
}

} // namespace async

namespace {

/// Owns itself until the time is over or the token is cancelled, whichever comes first.
class Wait final : public QObject {
    Q_OBJECT
public:
    Wait(std::chrono::milliseconds time, CancelToken cancel) : m_cancel(std::move(cancel))
    {
        m_promise.start();
        QObject::connect(&m_timer, &QTimer::timeout, this, [this] { end({}); });
        m_timer.setSingleShot(true);
        m_timer.start(time);
        // The token may be cancelled from another thread; the answer is given on ours.
        m_registration = m_cancel.onCancel(
            [this] { QMetaObject::invokeMethod(this, [this] { end(fail(errors::kCancelled)); }, Qt::AutoConnection); });
    }
    Future<void> future() { return m_promise.future(); }

private:
    void end(Result<void> result)
    {
        if (m_done)
            return;
        m_done = true;
        m_timer.stop();
        m_cancel.forget(m_registration);
        m_promise.addResult(std::move(result));
        m_promise.finish();
        deleteLater();
    }

    CancelToken m_cancel;
    int m_registration = 0;
    bool m_done = false;
    QTimer m_timer;
    QPromise<Result<void>> m_promise;
};

} // namespace

Future<void> TimerDelay::after(std::chrono::milliseconds time, CancelToken cancel)
{
    if (cancel.isCancelled())
        return async::failed<void>(Error(errors::kCancelled));
    return (new Wait(time, std::move(cancel)))->future();
}

Future<void> EndableDelay::after(std::chrono::milliseconds time, CancelToken cancel)
{
    return async::toFuture(
        [](Delay* inner, std::chrono::milliseconds ms, CancelToken end, CancelToken token) -> Task<void> {
            const CancelToken either;
            const int ended = end.onCancel([either] { either.cancel(); });
            const int cancelled = token.onCancel([either] { either.cancel(); });
            auto waited = co_await inner->after(ms, either);
            end.forget(ended);
            token.forget(cancelled);
            co_return waited;
        }(&m_inner, time, m_end, std::move(cancel)));
}

} // namespace outpost

#include "Async.moc"
