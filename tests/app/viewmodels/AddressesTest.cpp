// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/AddressViewModel.h"
#include "app/viewmodels/DeviceViewModel.h"
#include "core/net/NetErrors.h"
#include "tests/app/viewmodels/DemoHome.h"

#include <QClipboard>
#include <QGuiApplication>

namespace outpost::app {
namespace {

class AddressesTest : public test::DemoHomeTest {
protected:
    AddressesTest()
    {
        open(Start::Empty);
        make();
    }
    void make()
    {
        m_addresses = std::make_unique<AddressViewModel>(engine(), m_format, nullptr);
        ASSERT_TRUE(test::await(m_addresses->load()));
    }
    bool reaches(AddressViewModel::State state)
    {
        return test::until(m_addresses.get(), &AddressViewModel::changed,
                           [&] { return m_addresses->state() == state; });
    }
    void agree()
    {
        m_addresses->propose(QStringLiteral("https://photon.komoot.io/api/"));
        m_addresses->allow();
        ASSERT_EQ(m_addresses->state(), AddressViewModel::Idle);
    }
    QString cell(int row, int role) { return m_addresses->results()->index(row).data(role).toString(); }

    std::unique_ptr<AddressViewModel> m_addresses;
};

TEST_F(AddressesTest, AsksBeforeItSendsAnythingAndGoesOnAfterIt)
{
    ASSERT_TRUE(m_addresses->enter(QStringLiteral("Kerkstraat 12")));
    EXPECT_EQ(m_addresses->state(), AddressViewModel::Consent);
    EXPECT_TRUE(m_addresses->consentText().contains(QStringLiteral("photon.komoot.io")));
    EXPECT_TRUE(m_addresses->consentText().contains(QStringLiteral("nothing leaves it"))) << "the demo says so";
    EXPECT_EQ(engine().addressSearch().consent(), AddressSearch::Consent::NotAsked);
    m_addresses->allow();
    EXPECT_EQ(m_addresses->state(), AddressViewModel::Searching);
    ASSERT_TRUE(reaches(AddressViewModel::Found)) << m_addresses->message().toStdString();
    ASSERT_EQ(m_addresses->results()->count(), 3); // one in each Dutch town of the demo
    EXPECT_EQ(cell(0, RowListModel::TitleRole), u"Kerkstraat 12");
    EXPECT_TRUE(cell(0, RowListModel::NoteRole).contains(QStringLiteral("Amsterdam, Netherlands")));
    EXPECT_EQ(cell(0, RowListModel::AmountNoteRole), u"House");
    EXPECT_TRUE(m_addresses->message().startsWith(QStringLiteral("3 ")));
}

TEST_F(AddressesTest, NotNowLeavesItAsItWas)
{
    ASSERT_TRUE(m_addresses->enter(QStringLiteral("Kerkstraat 12")));
    m_addresses->close();
    EXPECT_EQ(m_addresses->state(), AddressViewModel::Idle);
    m_addresses->allow();
    EXPECT_EQ(engine().addressSearch().consent(), AddressSearch::Consent::NotAsked);
    EXPECT_EQ(m_addresses->state(), AddressViewModel::Idle);
}

TEST_F(AddressesTest, CoordinatesAndLinksAreNotItsBusiness)
{
    agree();
    for (const QString& text :
         {QStringLiteral("52.37512, 4.88398"), QStringLiteral("geo:52.3,4.8"),
          QStringLiteral("https://maps.example/?q=Hamburg"), QStringLiteral("52,3 x"), QString()}) {
        EXPECT_FALSE(m_addresses->enter(text)) << text.toStdString();
        EXPECT_EQ(m_addresses->state(), AddressViewModel::Idle);
    }
}

TEST_F(AddressesTest, AResultThatIsChosenIsAPlaceAndEndsTheSearch)
{
    agree();
    ASSERT_TRUE(m_addresses->enter(QStringLiteral("Hamburg")));
    ASSERT_TRUE(reaches(AddressViewModel::Found));
    ASSERT_EQ(m_addresses->results()->count(), 1);
    EXPECT_EQ(cell(0, RowListModel::AmountNoteRole), u"Town") << "the middle of a town is no device's place";
    QSignalSpy chosen(m_addresses.get(), &AddressViewModel::chosen);
    m_addresses->choose(1);
    m_addresses->choose(-1);
    EXPECT_TRUE(chosen.isEmpty());
    m_addresses->choose(0);
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_NEAR(chosen.front().at(0).toDouble(), 53.575, 0.01);
    EXPECT_NEAR(chosen.front().at(1).toDouble(), 9.985, 0.01);
    EXPECT_EQ(m_addresses->state(), AddressViewModel::Idle);
    EXPECT_EQ(m_addresses->results()->count(), 0);
}

class FoundPlaceTest : public test::DemoHomeTest {};

TEST_F(FoundPlaceTest, SetsThePinOfADeviceAndNothingElse)
{
    open(Start::WithUnlocked);
    const auto devices = test::await(engine().devices().all());
    ASSERT_TRUE(devices && !devices->empty());
    const auto placed = std::ranges::find_if(*devices, [](const Device& device) { return device.place.has_value(); });
    ASSERT_NE(placed, devices->end());
    DeviceViewModel device(engine(), m_format, nullptr);
    device.open(toQString(placed->id.str()));
    ASSERT_TRUE(test::until(&device, &DeviceViewModel::changed, [&] { return device.hasPlace(); }));
    QSignalSpy shown(&device, &DeviceViewModel::placeTyped);
    device.findPlace(53.575, 9.985);
    ASSERT_TRUE(test::until(&device, &DeviceViewModel::chosenChanged, [&] { return device.chosen(); }));
    EXPECT_EQ(shown.count(), 1) << "the map goes there";
    EXPECT_NEAR(device.chosenLatitude(), 53.575, 1e-9);
    EXPECT_FALSE(device.chosenText().isEmpty());
    EXPECT_FALSE(device.movedText().isEmpty());
    const auto after = test::await(engine().devices().find(placed->id));
    ASSERT_TRUE(after);
    EXPECT_EQ(after->place, placed->place);
    EXPECT_TRUE(test::await(engine().journal().list(store::OperationFilter{}))->empty());
}

TEST_F(AddressesTest, NothingFoundSaysWhatToTry)
{
    agree();
    ASSERT_TRUE(m_addresses->enter(QStringLiteral("Nirgendwo 7")));
    ASSERT_TRUE(reaches(AddressViewModel::Nothing));
    EXPECT_EQ(m_addresses->message(), sentence(outpost::errors::kAddressNothingFound, {"photon.komoot.io"}));
    EXPECT_FALSE(m_addresses->action().isEmpty());
}

TEST_F(AddressesTest, AGarbledReplyIsAFailureAndTheNextTryWorks)
{
    agree();
    fault("http-garbage@photon.komoot.io");
    ASSERT_TRUE(m_addresses->enter(QStringLiteral("Hamburg")));
    ASSERT_TRUE(reaches(AddressViewModel::Failed));
    EXPECT_EQ(m_addresses->message(), sentence(outpost::errors::kNetGarbage, {"photon.komoot.io"}));
    EXPECT_FALSE(m_addresses->action().isEmpty());
    m_addresses->tryAgain();
    EXPECT_TRUE(reaches(AddressViewModel::Found));
}

TEST_F(AddressesTest, AReplyTooLongAndOneThatNeverCameAreFailures)
{
    agree();
    for (const char* order :
         {"http-10mb:*@photon.komoot.io", "http-500:*@photon.komoot.io", "http-429:*@photon.komoot.io"}) {
        ASSERT_TRUE(engine().demoControl()->clearFaults());
        fault(order);
        ASSERT_TRUE(m_addresses->enter(QStringLiteral("Hamburg"))) << order;
        ASSERT_TRUE(reaches(AddressViewModel::Failed)) << order;
        EXPECT_FALSE(m_addresses->message().isEmpty());
        EXPECT_FALSE(m_addresses->action().isEmpty());
        m_addresses->close();
    }
}

TEST_F(AddressesTest, AnotherAddressTakesThePlaceOfTheOneUnderWay)
{
    agree();
    ASSERT_TRUE(m_addresses->enter(QStringLiteral("Hamburg")));
    ASSERT_TRUE(m_addresses->enter(QStringLiteral("Porto")));
    ASSERT_TRUE(reaches(AddressViewModel::Found));
    EXPECT_EQ(cell(0, RowListModel::TitleRole), u"Porto");
    ASSERT_TRUE(m_addresses->enter(QStringLiteral("Berlin")));
    m_addresses->close();
    EXPECT_EQ(m_addresses->state(), AddressViewModel::Idle);
}

TEST_F(AddressesTest, SwitchedOffItStaysOffUntilAServerIsAgreedToAgain)
{
    agree();
    m_addresses->propose({});
    EXPECT_FALSE(m_addresses->enter(QStringLiteral("Hamburg")));
    EXPECT_TRUE(m_addresses->server().isEmpty());
    m_addresses.reset();
    reopen();
    make();
    EXPECT_FALSE(m_addresses->enter(QStringLiteral("Hamburg")));
    agree();
    EXPECT_TRUE(m_addresses->enter(QStringLiteral("Hamburg")));
    EXPECT_TRUE(reaches(AddressViewModel::Found));
    m_addresses.reset();
    reopen();
    make();
    EXPECT_TRUE(m_addresses->enter(QStringLiteral("Hamburg")));
    EXPECT_EQ(m_addresses->state(), AddressViewModel::Searching) << "agreed to once is enough";
}

TEST_F(AddressesTest, AServerIsTakenOnlyAfterItWasAgreedTo)
{
    QSignalSpy asked(m_addresses.get(), &AddressViewModel::consentNeeded);
    m_addresses->propose(QStringLiteral("http://127.0.0.1:2322/api/"));
    EXPECT_EQ(asked.count(), 1);
    EXPECT_EQ(m_addresses->proposedHost(), u"127.0.0.1");
    EXPECT_FALSE(engine().hosts().isListed("127.0.0.1"));
    m_addresses->close();
    m_addresses->allow();
    EXPECT_FALSE(engine().hosts().isListed("127.0.0.1"));
    m_addresses->propose(QStringLiteral("http://127.0.0.1:2322/api/"));
    m_addresses->allow();
    EXPECT_TRUE(engine().hosts().isListed("127.0.0.1"));
    m_addresses->propose({});
    EXPECT_FALSE(engine().hosts().isListed("127.0.0.1"));
}

TEST_F(AddressesTest, AServerThatMayNotBeAskedIsRefusedInWords)
{
    QSignalSpy asked(m_addresses.get(), &AddressViewModel::consentNeeded);
    m_addresses->propose(QStringLiteral("https://search.example.org/api/"));
    EXPECT_EQ(m_addresses->serverError(), both(outpost::errors::kAddressDemoServer));
    m_addresses->propose(QStringLiteral("https://photon.komoot.io/api/?q="));
    EXPECT_EQ(m_addresses->serverError(), both(outpost::errors::kAddressBadServer));
    EXPECT_EQ(asked.count(), 0);
}

TEST_F(AddressesTest, AnAddressInTheClipboardIsForTheFieldAndNotSentByItself)
{
    agree();
    QGuiApplication::clipboard()->setText(QStringLiteral(" Kerkstraat 12,\nAmsterdam\n"));
    EXPECT_EQ(m_addresses->addressInClipboard(), u"Kerkstraat 12, Amsterdam");
    EXPECT_EQ(m_addresses->state(), AddressViewModel::Idle);
    for (const char* text : {"geo:52.3,4.8", "https://maps.example/abc", "",
                             "abandon ability able about above absent absorb abstract absurd abuse access accident"}) {
        QGuiApplication::clipboard()->setText(QString::fromLatin1(text));
        EXPECT_TRUE(m_addresses->addressInClipboard().isEmpty()) << text;
    }
    QGuiApplication::clipboard()->setText(QStringLiteral("Kerkstraat 12"));
    m_addresses->propose({});
    EXPECT_TRUE(m_addresses->addressInClipboard().isEmpty()) << "switched off";
}

} // namespace
} // namespace outpost::app
