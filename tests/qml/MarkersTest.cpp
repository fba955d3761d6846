// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/MarkerLayerItem.h"
#include "app/map/Mercator.h"

#include <QStandardItemModel>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace outpost::map;

namespace {

const QRectF kWholeWorld(0, 0, 1, 1);

Marker at(const char* key, double latitude, double longitude, MarkerStatus status = MarkerStatus::Working)
{
    return {QLatin1StringView(key), QLatin1StringView(key), worldFromDegrees(latitude, longitude), status};
}

struct MarkerLayerTest : testing::Test {
    QStandardItemModel model;
    MapCamera camera;
    MarkerLayerItem layer;

    void SetUp() override
    {
        model.setItemRoleNames({{Qt::UserRole, "key"},
                                {Qt::UserRole + 1, "latitude"},
                                {Qt::UserRole + 2, "longitude"},
                                {Qt::UserRole + 3, "status"},
                                {Qt::UserRole + 4, "name"}});
        camera.setViewport({800, 600});
        layer.setSize({800, 600});
        layer.setCamera(&camera);
    }

    void add(const char* key, const QVariant& latitude, const QVariant& longitude, int status = 0)
    {
        auto* item = new QStandardItem;
        item->setData(QString::fromLatin1(key), Qt::UserRole);
        item->setData(latitude, Qt::UserRole + 1);
        item->setData(longitude, Qt::UserRole + 2);
        item->setData(status, Qt::UserRole + 3);
        item->setData(QString::fromLatin1(key).toUpper(), Qt::UserRole + 4);
        model.appendRow(item);
    }

    void show(double latitude, double longitude, double zoom)
    {
        layer.setModel(&model);
        camera.centerOn(latitude, longitude, zoom);
        layer.groups();
    }
};

} // namespace

TEST(MarkerClustersTest, NearMarkersBecomeOne)
{
    const std::vector<Marker> markers{at("a", 52.37, 4.89), at("b", 52.3701, 4.8901), at("c", 48, 2)};
    const auto groups = groupMarkers(markers, kWholeWorld, 8, 56, {});
    ASSERT_EQ(groups.size(), 2U);
    EXPECT_EQ(groups[0].count, 2);
    EXPECT_EQ(groups[1].count, 1);
}

TEST(MarkerClustersTest, NearerTheyComeApart)
{
    const std::vector<Marker> markers{at("a", 52.37, 4.89), at("b", 52.3710, 4.8910)};
    EXPECT_EQ(groupMarkers(markers, kWholeWorld, 10, 56, {}).size(), 1U);
    EXPECT_EQ(groupMarkers(markers, kWholeWorld, 19, 56, {}).size(), 2U);
}

TEST(MarkerClustersTest, GroupShowsTheWorstState)
{
    const std::vector<Marker> markers{at("a", 52.37, 4.89), at("b", 52.37, 4.89, MarkerStatus::Offline),
                                      at("c", 52.37, 4.89, MarkerStatus::Check)};
    const auto groups = groupMarkers(markers, kWholeWorld, 8, 56, {});
    ASSERT_EQ(groups.size(), 1U);
    EXPECT_EQ(groups[0].worst, MarkerStatus::Offline);
    EXPECT_EQ(groups[0].first, 1U);
}

TEST(MarkerClustersTest, TheSelectedOneStaysAlone)
{
    const std::vector<Marker> markers{at("a", 52.37, 4.89), at("b", 52.37, 4.89), at("c", 52.37, 4.89)};
    const auto groups = groupMarkers(markers, kWholeWorld, 8, 56, QStringLiteral("b"));
    ASSERT_EQ(groups.size(), 2U);
    EXPECT_TRUE(std::ranges::any_of(groups, [](const MarkerGroup& g) { return g.count == 1 && g.first == 1; }));
}

TEST(MarkerClustersTest, MarkersOutsideTheViewAreLeftOut)
{
    const std::vector<Marker> markers{at("a", 52.37, 4.89), at("b", -33, 151)};
    const QRectF europe(worldFromDegrees(70, -10), worldFromDegrees(35, 40));
    EXPECT_EQ(groupMarkers(markers, europe, 5, 56, {}).size(), 1U);
    EXPECT_EQ(markersIn(markers, europe), 1U);
}

TEST(MarkerClustersTest, NeighboursAcrossAGridLineAreJoined)
{
    // Two markers a pixel apart on both sides of the middle of the world, which is a grid line at every zoom.
    const double pixel = 1.0 / worldSize(8);
    std::vector<Marker> markers{at("a", 0, 0), at("b", 0, 0)};
    markers[0].world.rx() -= pixel;
    markers[1].world.rx() += pixel;
    EXPECT_EQ(groupMarkers(markers, kWholeWorld, 8, 64, {}).size(), 1U);
}

RC_GTEST_PROP(MarkerClustersTest, NoMarkerIsLostOrCountedTwice,
              (std::vector<std::pair<int, int>> places, int zoomSteps))
{
    std::vector<Marker> markers;
    for (const auto& [lat, lon] : places)
        markers.push_back({QString(), QString(), worldFromDegrees(lat % 80, lon % 180), MarkerStatus::Working});
    const double zoom = 1.0 + (std::abs(zoomSteps % 36)) / 2.0;
    int total = 0;
    for (const MarkerGroup& group : groupMarkers(markers, kWholeWorld, zoom, 56, {})) {
        RC_ASSERT(group.count > 0);
        RC_ASSERT(group.first < markers.size());
        total += group.count;
    }
    RC_ASSERT(total == static_cast<int>(markers.size()));
}

TEST_F(MarkerLayerTest, HitFindsTheMarkerUnderThePointer)
{
    add("a", 52.37, 4.89);
    add("b", 52.30, 4.70);
    show(52.37, 4.89, 12);
    EXPECT_EQ(layer.keyAt(405, 296), QStringLiteral("a"));
    EXPECT_EQ(layer.nameAt(405, 296), QStringLiteral("A"));
    EXPECT_EQ(layer.countAt(405, 296), 1);
}

TEST_F(MarkerLayerTest, HitMissesEmptyGround)
{
    add("a", 52.37, 4.89);
    show(52.37, 4.89, 12);
    EXPECT_EQ(layer.keyAt(450, 300), QString());
    EXPECT_EQ(layer.countAt(450, 300), 0);
}

TEST_F(MarkerLayerTest, TargetIsThirtyTwoPixelsAcross)
{
    add("a", 52.37, 4.89);
    show(52.37, 4.89, 12);
    EXPECT_EQ(layer.countAt(415, 300), 1);
    EXPECT_EQ(layer.countAt(385, 300), 1);
    EXPECT_EQ(layer.countAt(418, 300), 0);
}

TEST_F(MarkerLayerTest, SeveralAtOnePlaceHaveNoKey)
{
    add("a", 52.37, 4.89);
    add("b", 52.37, 4.89);
    show(52.37, 4.89, 12);
    EXPECT_EQ(layer.countAt(400, 300), 2);
    EXPECT_EQ(layer.keyAt(400, 300), QString());
}

TEST_F(MarkerLayerTest, OpeningAGroupBringsItsMembersIntoView)
{
    add("a", 52.370, 4.890);
    add("b", 52.372, 4.893);
    show(52.37, 4.89, 8);
    ASSERT_EQ(layer.countAt(400, 300), 2);
    EXPECT_TRUE(layer.fitGroupAt(400, 300, 60, 18));
    EXPECT_GT(camera.zoom(), 12);
    EXPECT_EQ(layer.groups().size(), 2U);
}

TEST_F(MarkerLayerTest, RowsWithoutAPlaceAreLeftOut)
{
    add("none", QVariant(), QVariant());
    add("far", 95.0, 4.0);
    add("nan", std::nan(""), 4.0);
    add("good", 52.0, 4.0);
    layer.setModel(&model);
    ASSERT_EQ(layer.count(), 1);
    EXPECT_EQ(layer.markers().front().key, QStringLiteral("good"));
}

TEST_F(MarkerLayerTest, UnknownStatesBecomeUnknown)
{
    add("a", 52.0, 4.0, 77);
    layer.setModel(&model);
    ASSERT_EQ(layer.count(), 1);
    EXPECT_EQ(layer.markers().front().status, MarkerStatus::Unknown);
}

TEST_F(MarkerLayerTest, FitAllShowsEveryMarker)
{
    add("a", 52.0, 4.0);
    add("b", 53.0, 6.0);
    add("c", 51.0, 5.0);
    layer.setModel(&model);
    ASSERT_TRUE(layer.fitAll(40, 13));
    for (const Marker& marker : layer.markers()) {
        const QPointF p = camera.screenFromWorld(marker.world);
        EXPECT_GE(p.x(), 40 - 1e-6);
        EXPECT_LE(p.x(), 760 + 1e-6);
        EXPECT_GE(p.y(), 40 - 1e-6);
        EXPECT_LE(p.y(), 560 + 1e-6);
    }
}

TEST_F(MarkerLayerTest, FitAllOnBothSidesOfTheDateLineStaysNear)
{
    add("a", -17.0, 179.5);
    add("b", -17.5, -179.5);
    layer.setModel(&model);
    ASSERT_TRUE(layer.fitAll(40, 13));
    EXPECT_GT(camera.zoom(), 6);
}

TEST_F(MarkerLayerTest, FitAllWithoutMarkersSaysSo)
{
    layer.setModel(&model);
    EXPECT_FALSE(layer.fitAll(40, 13));
}

TEST_F(MarkerLayerTest, NeighbourGoesRound)
{
    add("a", 1, 1);
    add("b", 2, 2);
    add("c", 3, 3);
    layer.setModel(&model);
    EXPECT_EQ(layer.neighbour(QStringLiteral("a"), 1), QStringLiteral("b"));
    EXPECT_EQ(layer.neighbour(QStringLiteral("a"), -1), QStringLiteral("c"));
    EXPECT_EQ(layer.neighbour(QStringLiteral("c"), 1), QStringLiteral("a"));
    EXPECT_EQ(layer.neighbour(QStringLiteral("gone"), 1), QStringLiteral("a"));
}

TEST_F(MarkerLayerTest, CentersOnAKnownKeyOnly)
{
    add("a", 10, 20);
    layer.setModel(&model);
    EXPECT_TRUE(layer.centerOn(QStringLiteral("a")));
    EXPECT_NEAR(camera.longitude(), 20, 1e-9);
    EXPECT_FALSE(layer.centerOn(QStringLiteral("b")));
}

TEST_F(MarkerLayerTest, ManyMarkersAreGathered)
{
    for (int i = 0; i < 200; ++i)
        add(qPrintable(QString::number(i)), 52.0 + i % 20 * 0.01, 4.0 + i / 20 * 0.01);
    show(52.1, 4.05, 9);
    EXPECT_LT(layer.groups().size(), 30U);
    int total = 0;
    for (const MarkerGroup& group : layer.groups())
        total += group.count;
    EXPECT_EQ(total, 200);
}

TEST_F(MarkerLayerTest, ADropIsReadFromTheModelAndAnythingElseIsRound)
{
    model.setItemRoleNames({{Qt::UserRole, "key"},
                            {Qt::UserRole + 1, "latitude"},
                            {Qt::UserRole + 2, "longitude"},
                            {Qt::UserRole + 5, "shape"}});
    add("hotspot", 52.37, 4.89);
    add("station", 52.38, 4.95);
    add("unheard of", 52.30, 4.80);
    model.item(0)->setData(0, Qt::UserRole + 5);
    model.item(1)->setData(1, Qt::UserRole + 5);
    model.item(2)->setData(17, Qt::UserRole + 5);
    show(52.37, 4.89, 8);
    ASSERT_EQ(layer.markers().size(), 3u);
    EXPECT_EQ(layer.markers()[0].shape, MarkerShape::Round);
    EXPECT_EQ(layer.markers()[1].shape, MarkerShape::Drop);
    EXPECT_EQ(layer.markers()[2].shape, MarkerShape::Round);
}
