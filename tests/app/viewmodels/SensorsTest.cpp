// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/format/Phrase.h"
#include "app/map/MarkerClusters.h"
#include "app/viewmodels/DeviceViewModel.h"
#include "app/viewmodels/DevicesViewModel.h"
#include "app/viewmodels/EarningsViewModel.h"
#include "app/viewmodels/MapViewModel.h"
#include "core/net/NetErrors.h"
#include "tests/app/viewmodels/DemoHome.h"

namespace outpost::app {
namespace {

/// Devices of a network that pays elsewhere and knows of them only from afar, beside hotspots.
class SensorsTest : public test::DemoHomeTest {
protected:
    void SetUp() override
    {
        open(Start::WithUnlocked);
        auto all = test::await(engine().devices().all());
        ASSERT_TRUE(all);
        for (const Device& device : *all)
            (engine().network(device.network)->localProtocol() == nullptr ? m_sensors : m_hotspots).push_back(device);
    }
    const Device& sensor(DeviceStatus status) const
    {
        return *std::find_if(m_sensors.begin(), m_sensors.end(), [&](const Device& d) { return d.status == status; });
    }
    std::unique_ptr<DeviceViewModel> page(const Device& device)
    {
        auto model = std::make_unique<DeviceViewModel>(engine(), m_format, nullptr);
        EXPECT_GT(test::watchModels(*model), 0);
        model->open(toQString(device.id.str()));
        EXPECT_TRUE(test::until(model.get(), &ScreenViewModel::phaseChanged,
                                [&] { return model->phase() == ScreenViewModel::Ready; }));
        return model;
    }
    static bool hasReport(DeviceViewModel& model)
    {
        return test::until(&model, &DeviceViewModel::readingsChanged, [&] { return !model.readingsNote().isEmpty(); });
    }
    static QVariant cell(QAbstractItemModel* model, int row, const char* role)
    {
        return model->index(row, 0).data(model->roleNames().key(role));
    }

    std::vector<Device> m_sensors, m_hotspots;
};

TEST_F(SensorsTest, FourStandBesideEightHotspots)
{
    EXPECT_EQ(m_sensors.size(), 4u);
    EXPECT_EQ(m_hotspots.size(), 8u);
}

TEST_F(SensorsTest, OffersNoControlThatItsNetworkLacks)
{
    const auto model = page(sensor(DeviceStatus::Working));
    EXPECT_FALSE(model->canReach());
    EXPECT_FALSE(model->canSetPlace());
    EXPECT_FALSE(model->canCollect());
    EXPECT_TRUE(model->hasReadings());
    EXPECT_FALSE(model->readyText().isEmpty()) << "says where it is collected";
    const auto hotspot = page(m_hotspots.front());
    EXPECT_TRUE(hotspot->canReach());
    EXPECT_TRUE(hotspot->canSetPlace());
    EXPECT_FALSE(hotspot->hasReadings());
}

TEST_F(SensorsTest, ShowsWhatItMeasuresAndWhoSaysSo)
{
    const auto model = page(sensor(DeviceStatus::Working));
    ASSERT_TRUE(hasReport(*model));
    EXPECT_EQ(model->readings()->rowCount(), 7);
    EXPECT_EQ(cell(model->readings(), 0, "key").toString(), Phrase::of("reading.temperature"));
    EXPECT_TRUE(cell(model->readings(), 0, "value").toString().endsWith(u"°C"));
    ASSERT_EQ(model->lamps()->rowCount(), 5);
    for (const int lamp : {1, 2, 3}) {
        EXPECT_EQ(cell(model->lamps(), lamp, "status").toInt(), 0) << lamp;
        EXPECT_TRUE(cell(model->lamps(), lamp, "source").toString().contains(Phrase::of("source.stationCloud")));
    }
}

TEST_F(SensorsTest, ASilentOneHasNoReadingsAndSaysWhatToDo)
{
    const Device& silent = sensor(DeviceStatus::Offline);
    const auto model = page(silent);
    ASSERT_TRUE(hasReport(*model));
    EXPECT_EQ(model->readings()->rowCount(), 0);
    EXPECT_EQ(model->cause(), Phrase::of(silent.problem));
    EXPECT_TRUE(model->causeReason().contains(ErrorText::of(Error(ErrorCode{silent.problem})).action));
    EXPECT_EQ(cell(model->lamps(), 3, "status").toInt(), 2);
}

TEST_F(SensorsTest, WithoutTheCloudNothingIsGuessed)
{
    takeNetworkAway();
    const auto model = page(sensor(DeviceStatus::Working));
    ASSERT_TRUE(hasReport(*model));
    EXPECT_EQ(model->readings()->rowCount(), 0);
    const QString words = sentence(outpost::errors::kNetStatus5xx, {"api.weatherxm.com", "500"});
    EXPECT_EQ(model->readingsNote(), words);
    EXPECT_EQ(cell(model->lamps(), 3, "status").toInt(), 4);
    EXPECT_EQ(cell(model->lamps(), 3, "sentence").toString(), words);
}

TEST_F(SensorsTest, HasNothingReadyInTheList)
{
    DevicesViewModel list(engine(), m_format, nullptr);
    ASSERT_TRUE(
        test::until(&list, &ScreenViewModel::phaseChanged, [&] { return list.phase() == ScreenViewModel::Ready; }));
    int paidElsewhere = 0;
    for (int row = 0; row < list.devices()->rowCount(); ++row) {
        const bool isElsewhere = !cell(list.devices(), row, "payout").toString().isEmpty();
        paidElsewhere += isElsewhere ? 1 : 0;
        EXPECT_EQ(cell(list.devices(), row, "ready").toString().isEmpty(), isElsewhere) << row;
        EXPECT_FALSE(cell(list.devices(), row, "month").toString().isEmpty()) << row;
    }
    EXPECT_EQ(paidElsewhere, 4);
}

TEST_F(SensorsTest, EarnsBesideTheOthersAndIsCollectedElsewhere)
{
    EarningsViewModel earnings(engine(), m_format, nullptr);
    ASSERT_TRUE(test::until(&earnings, &ScreenViewModel::phaseChanged,
                            [&] { return earnings.phase() == ScreenViewModel::Ready; }));
    EXPECT_EQ(earnings.devices()->rowCount(), 12);
    int paidElsewhere = 0;
    for (int row = 0; row < earnings.devices()->rowCount(); ++row) {
        if (cell(earnings.devices(), row, "payout").toString().isEmpty())
            continue;
        ++paidElsewhere;
        EXPECT_TRUE(cell(earnings.devices(), row, "ready").toString().isEmpty());
        EXPECT_FALSE(cell(earnings.devices(), row, "amount").toString().isEmpty());
        EXPECT_TRUE(cell(earnings.devices(), row, "tokens").toString().endsWith(u"WXM"));
    }
    EXPECT_EQ(paidElsewhere, 4);
    EXPECT_TRUE(earnings.canCollect());
}

TEST_F(SensorsTest, HasASignOfItsOwnOnTheMap)
{
    MapViewModel map(engine(), m_format, nullptr);
    ASSERT_TRUE(
        test::until(&map, &ScreenViewModel::phaseChanged, [&] { return map.phase() == ScreenViewModel::Ready; }));
    int drops = 0;
    for (int row = 0; row < map.markers()->rowCount(); ++row)
        drops += cell(map.markers(), row, "shape").toInt() == static_cast<int>(map::MarkerShape::Drop) ? 1 : 0;
    EXPECT_EQ(drops, 4);
}

TEST_F(SensorsTest, ADeviceThatIsSetUpAndWhoseReadyAmountIsNotKnownSaysSoOnTheMap)
{
    const auto device = std::ranges::find_if(
        m_hotspots, [](const Device& d) { return d.status != DeviceStatus::NotSetUp && d.place.has_value(); });
    ASSERT_NE(device, m_hotspots.end());
    ASSERT_TRUE(test::await(engine().devices().setFigures({{device->id, {}, {}, {}}})));
    MapViewModel map(engine(), m_format, nullptr);
    map.select(toQString(device->id.str()));
    ASSERT_TRUE(test::until(&map, &MapViewModel::selectedChanged, [&] { return !map.selectedName().isEmpty(); }));
    EXPECT_TRUE(map.selectedReady().isEmpty());
    EXPECT_EQ(map.selectedReadyUnknown(), u"Not known yet");
}

} // namespace
} // namespace outpost::app
