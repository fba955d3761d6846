// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/Engine.h"
#include "app/format/ErrorText.h"
#include "app/format/Format.h"
#include "app/platform/SecretInput.h"
#include "tests/support/Await.h"

#include <QAbstractItemModelTester>
#include <QMetaProperty>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace outpost::test {

inline constexpr const char* kPassword = "correct horse battery staple 9";

/// Waits take a tenth of their time, as the demo's clock runs ten times as fast: both agree.
class QuickDelay final : public Delay {
public:
    static constexpr int kSpeed = 10;
    Future<void> after(std::chrono::milliseconds time, CancelToken cancel = {}) override
    {
        return m_timers.after(time / kSpeed, std::move(cancel));
    }

private:
    TimerDelay m_timers;
};

/// Goes on with the event loop until it is so; the signal says when to look. Ends the test when it never comes.
template <class Sender, class Signal, class Condition>
bool until(Sender* sender, Signal signal, Condition condition, int limitMs = 30'000)
{
    QSignalSpy spy(sender, signal);
    while (!condition()) {
        if (!spy.wait(limitMs))
            return condition();
    }
    return true;
}

/// Ends the test program at the first thing that a model of this view-model does against the rules of Qt's models.
/// Answers how many models it has.
inline int watchModels(QObject& viewModel)
{
    int watched = 0;
    for (int i = 0; i < viewModel.metaObject()->propertyCount(); ++i) {
        const QVariant value = viewModel.metaObject()->property(i).read(&viewModel);
        auto* const model = qobject_cast<QAbstractItemModel*>(qvariant_cast<QObject*>(value));
        if (model == nullptr)
            continue;
        new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::Fatal, &viewModel);
        ++watched;
    }
    return watched;
}

/// A demo home of its own for each test. Not opened before open() is called.
class DemoHomeTest : public ::testing::Test {
protected:
    enum class Start {
        Empty,       ///< no wallet
        WithWallet,  ///< a wallet whose words were checked, locked; twelve devices and their past
        WithUnlocked ///< the same, unlocked
    };
    void open(Start start);
    /// The same home once more, as after a restart; locked.
    void reopen();

    app::Engine& engine() { return *m_engine; }
    void endEngine() { m_engine.reset(); }
    void fault(const std::string& order) { ASSERT_TRUE(m_engine->demoControl()->setFaults({order})); }
    /// Nothing outside answers sensibly any more.
    void takeNetworkAway() { fault("http-500:*"); }
    void unlock();
    void watchOnly();
    /// Another wallet of its own, unlocked, with devices of its own, becomes the current one.
    void otherWallet();

    /// Types as a keyboard does.
    static void type(app::SecretInput& field, const QString& text);
    static QString sentence(ErrorCode code, std::vector<std::string> args = {})
    {
        return app::ErrorText::of(Error(code, {}, std::move(args))).message;
    }
    static QString action(ErrorCode code) { return app::ErrorText::of(Error(code)).action; }
    static QString both(ErrorCode code, std::vector<std::string> args = {})
    {
        return sentence(code, std::move(args)) + u' ' + action(code);
    }

    app::Format m_format{QLocale(QLocale::English, QLocale::Ireland)};

private:
    std::unique_ptr<app::Engine> make(const std::filesystem::path& home);
    std::filesystem::path prepared();

    QTemporaryDir m_directory;
    std::filesystem::path m_home; ///< each opening has one of its own
    int m_opened = 0;
    QuickDelay m_delay;
    std::unique_ptr<app::Engine> m_engine;
};

} // namespace outpost::test
