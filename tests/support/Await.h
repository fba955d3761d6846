// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/Async.h"

#include <QFutureWatcher>
#include <QSignalSpy>

namespace outpost::test {

/// Runs the event loop until the future is there. Ends the program when it never comes: a test that hangs says nothing.
template <class T> T await(QFuture<T> future, int limitMs = 20'000)
{
    QFutureWatcher<T> watcher;
    QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
    watcher.setFuture(future);
    // The signal comes through the event loop even when the future is there, and coroutines that wait for it go on
    // first.
    if (finished.isEmpty() && !finished.wait(limitMs))
        qFatal("a future did not finish");
    return future.takeResult();
}

} // namespace outpost::test
