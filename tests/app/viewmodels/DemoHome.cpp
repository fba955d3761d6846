// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/viewmodels/DemoHome.h"

#include "tests/support/KdfFloorForTests.h"

#include <QKeyEvent>

namespace outpost::test {

namespace fs = std::filesystem;

namespace {

std::shared_ptr<wallet::Password> password()
{
    auto made = wallet::Password::create(asBytes(kPassword));
    EXPECT_TRUE(made);
    return std::make_shared<wallet::Password>(std::move(*made));
}

/// A wallet with its starter devices.
void furnish(app::Engine& engine)
{
    ASSERT_TRUE(await(engine.start()));
    const auto id = await(engine.wallets().create("My wallet", password(), 12));
    ASSERT_TRUE(id);
    ASSERT_TRUE(await(engine.wallets().confirmBackup(*id)));
    const auto given = await(engine.giveStarter(), 60'000);
    ASSERT_TRUE(given && *given);
    engine.wallets().lock();
    auto& sync = engine.sync(); // a refresh under way brings what the tests look for
    EXPECT_TRUE(until(&sync, &services::FleetSync::freshnessChanged, [&] { return !sync.freshness().refreshing; }));
}

} // namespace

std::unique_ptr<app::Engine> DemoHomeTest::make(const fs::path& home)
{
    app::EngineOptions options;
    options.home = home;
    options.demo = true;
    options.speed = QuickDelay::kSpeed;
    options.kdfFloor = wallet::KdfFloorForTests::floor();
    options.delay = &m_delay;
    auto engine = app::Engine::create(std::move(options));
    EXPECT_TRUE(engine) << (engine ? "" : engine.error().detail);
    if (!engine)
        return nullptr;
    for (const networks::Network* network : (*engine)->networks())
        app::ErrorText::addNetworkTexts(network->texts());
    return std::move(*engine);
}

/// Made once; every test works on a copy.
fs::path DemoHomeTest::prepared()
{
    static const QTemporaryDir directory;
    static bool made = false;
    const fs::path home = fs::path(directory.path().toStdString()) / "home";
    if (!std::exchange(made, true)) {
        const auto engine = make(home);
        furnish(*engine);
    }
    return home;
}

void DemoHomeTest::open(Start start)
{
    m_engine.reset();
    m_home = fs::path(m_directory.path().toStdString()) / std::to_string(++m_opened);
    if (start != Start::Empty) {
        const fs::path template_ = prepared();
        for (const auto& entry : fs::recursive_directory_iterator(template_)) {
            const fs::path to = m_home / fs::relative(entry.path(), template_);
            fs::create_directories(to.parent_path());
            if (entry.is_regular_file())
                fs::copy_file(entry.path(), to);
        }
        fs::permissions(m_home / "demo" / "world", fs::perms::owner_all);
    }
    m_engine = make(m_home);
    ASSERT_TRUE(m_engine);
    ASSERT_TRUE(await(m_engine->start()));
    if (start == Start::WithUnlocked)
        unlock();
}

void DemoHomeTest::reopen()
{
    m_engine.reset();
    m_engine = make(m_home);
    ASSERT_TRUE(m_engine);
    ASSERT_TRUE(await(m_engine->start()));
}

void DemoHomeTest::unlock()
{
    ASSERT_NE(m_engine->wallets().current(), nullptr);
    ASSERT_TRUE(await(m_engine->wallets().unlock(m_engine->wallets().current()->id, password())));
}

void DemoHomeTest::otherWallet()
{
    const auto id = await(m_engine->wallets().create("Another", password(), 12));
    ASSERT_TRUE(id);
    ASSERT_TRUE(await(m_engine->wallets().confirmBackup(*id)));
    ASSERT_TRUE(m_engine->wallets().setCurrent(*id));
    const auto given = await(m_engine->giveStarter(), 60'000);
    ASSERT_TRUE(given && *given);
}

void DemoHomeTest::watchOnly()
{
    const auto address = m_engine->wallets().currentAddress();
    ASSERT_TRUE(address);
    const auto id = await(m_engine->wallets().watch("Watched", {{m_engine->networks().front()->id(), *address, {}}}));
    ASSERT_TRUE(id);
    ASSERT_TRUE(m_engine->wallets().setCurrent(*id));
}

void DemoHomeTest::type(app::SecretInput& field, const QString& text)
{
    for (const QChar c : text) {
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(c));
        QCoreApplication::sendEvent(&field, &press);
    }
    ASSERT_EQ(field.length(), text.size());
}

} // namespace outpost::test
