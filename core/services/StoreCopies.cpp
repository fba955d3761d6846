// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/StoreCopies.h"

#include <QLoggingCategory>
#include <QPointer>

namespace outpost::services {

namespace {
Q_LOGGING_CATEGORY(lcCopies, "outpost.store", QtWarningMsg)
} // namespace

void StoreCopies::start()
{
    async::toFuture(look());
}

bool StoreCopies::isDue() const
{
    const auto newest = m_ports.database.newestBackup();
    return !newest || m_ports.clock.now() - *newest >= kOldest;
}

Task<void> StoreCopies::look()
{
    const QPointer<StoreCopies> guard(this);
    std::chrono::milliseconds wait = kFirstLook;
    while (true) {
        OUTPOST_CO_CHECK(co_await m_ports.delay.after(wait));
        if (!guard)
            co_return fail(outpost::errors::kCancelled);
        (void)co_await makeIfDue();
        if (!guard)
            co_return fail(outpost::errors::kCancelled);
        wait = kLookEvery;
    }
}

Future<bool> StoreCopies::makeIfDue()
{
    if (m_making || !isDue())
        return async::ready<bool>(false);
    return async::toFuture(make());
}

Task<bool> StoreCopies::make()
{
    const QPointer<StoreCopies> guard(this);
    m_making = true;
    const auto made = co_await m_ports.database.backup();
    if (!guard)
        co_return fail(outpost::errors::kCancelled);
    m_making = false;
    m_problem.reset();
    if (!made && !made.error().is(outpost::errors::kCancelled)) {
        m_problem = made.error();
        qCWarning(lcCopies, "copy=failed code=%s detail=%s", std::string(made.error().code.name).c_str(),
                  made.error().detail.c_str());
    }
    Q_EMIT changed();
    if (!made)
        co_return std::unexpected(made.error());
    co_return true;
}

} // namespace outpost::services
