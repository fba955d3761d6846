// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/TileLayerItem.h"

#include <QQuickWindow>

#include <gtest/gtest.h>

#include <set>

using namespace outpost::map;

namespace {

struct FakeTiles : TileSource {
    bool on = true;
    QColor colour = QColor(230, 150, 230);
    QList<TileId> wanted;
    std::set<TileId> there;

    bool isActive() const override { return on; }
    QString credit() const override { return {}; }
    QImage tile(const TileId& id) override
    {
        if (!there.contains(id))
            return {};
        QImage image(256, 256, QImage::Format_RGB32);
        image.fill(colour);
        return image;
    }
    void want(const QList<TileId>& ids) override { wanted = ids; }
};

struct TileLayerTest : testing::Test {
    MapCamera camera;
    FakeTiles source;
    QQuickWindow window;
    TileLayerItem layer;

    TileLayerTest()
    {
        window.resize(512, 512);
        camera.setViewport({512, 512});
        layer.setParentItem(window.contentItem());
        layer.setSize({512, 512});
    }

    int coloured()
    {
        const QImage seen = window.grabWindow();
        int count = 0;
        for (int x = 0; x < seen.width(); x += 4) {
            for (int y = 0; y < seen.height(); y += 4)
                count += seen.pixelColor(x, y).green() < 200 && seen.pixelColor(x, y).red() > 200 ? 1 : 0;
        }
        return count;
    }
};

} // namespace

TEST(TilesInSight, BeginsWithTheOneInTheMiddle)
{
    MapCamera camera;
    camera.setViewport({600, 400});
    camera.centerOn(52.37, 4.88, 12);
    const auto tiles = TileLayerItem::inSight(camera);
    ASSERT_FALSE(tiles.isEmpty());
    EXPECT_EQ(tiles.constFirst(),
              (TileId{12, 2103, 1346})); // from the formula in OpenStreetMap's wiki, "Slippy map tilenames"
    EXPECT_LE(tiles.size(), 4 * 3);
}

TEST(TilesInSight, GoesRoundTheWorldAtTheDateLine)
{
    MapCamera camera;
    camera.setViewport({600, 400});
    camera.centerOn(0, 180, 6);
    std::set<int> columns;
    for (const TileId& tile : TileLayerItem::inSight(camera)) {
        EXPECT_GE(tile.x, 0);
        EXPECT_LT(tile.x, 64);
        columns.insert(tile.x);
    }
    EXPECT_TRUE(columns.contains(0));
    EXPECT_TRUE(columns.contains(63));
}

TEST(TilesInSight, NeverAsksForMoreThanThereIs)
{
    MapCamera camera;
    camera.setViewport({8000, 8000});
    camera.centerOn(0, 0, 0);
    std::set<TileId> different;
    const auto tiles = TileLayerItem::inSight(camera);
    different.insert(tiles.begin(), tiles.end());
    EXPECT_EQ(different.size(), static_cast<std::size_t>(tiles.size()));
    EXPECT_LE(tiles.size(), 256);
}

TEST(TilesInSight, StopsAtTheFinestLevelOfServers)
{
    MapCamera camera;
    camera.setViewport({400, 400});
    camera.centerOn(52.37, 4.88, 20);
    for (const TileId& tile : TileLayerItem::inSight(camera))
        EXPECT_EQ(tile.zoom, 19);
}

TEST_F(TileLayerTest, AsksForWhatItsCameraSees)
{
    layer.setSource(&source);
    layer.setCamera(&camera);
    camera.centerOn(52.37, 4.88, 12);
    EXPECT_EQ(source.wanted, TileLayerItem::inSight(camera));
}

TEST_F(TileLayerTest, AsksNobodyWithoutAServer)
{
    source.on = false;
    layer.setSource(&source);
    layer.setCamera(&camera);
    camera.centerOn(52.37, 4.88, 12);
    EXPECT_TRUE(source.wanted.isEmpty());
}

TEST_F(TileLayerTest, DrawsWhatHasCome)
{
    layer.setSource(&source);
    layer.setCamera(&camera);
    camera.centerOn(52.37, 4.88, 12);
    window.show();
    EXPECT_EQ(coloured(), 0);
    source.there.insert(TileLayerItem::inSight(camera).constFirst());
    Q_EMIT source.arrived();
    EXPECT_GT(coloured(), 1000);
}

TEST_F(TileLayerTest, ShowsNoPictureOfAFormerServer)
{
    layer.setSource(&source);
    layer.setCamera(&camera);
    camera.centerOn(52.37, 4.88, 12);
    window.show();
    source.there.insert(TileLayerItem::inSight(camera).constFirst());
    Q_EMIT source.arrived();
    ASSERT_GT(coloured(), 1000);
    source.colour = Qt::white;
    Q_EMIT source.changed();
    EXPECT_EQ(coloured(), 0);
}

TEST_F(TileLayerTest, ShowsNoPictureOfAFormerSource)
{
    FakeTiles other;
    other.colour = Qt::white;
    other.there.insert({12, 2103, 1346});
    source.there = other.there;
    layer.setSource(&source);
    layer.setCamera(&camera);
    camera.centerOn(52.37, 4.88, 12);
    window.show();
    ASSERT_GT(coloured(), 1000);
    layer.setSource(&other);
    EXPECT_EQ(coloured(), 0);
    layer.setSource(nullptr);
}

TEST_F(TileLayerTest, StaysInItsPlace)
{
    QQuickItem frame(window.contentItem());
    frame.setPosition({128, 128});
    frame.setSize({256, 256});
    frame.setClip(true);
    layer.setParentItem(&frame);
    layer.setSize({256, 256});
    camera.setViewport({256, 256});
    layer.setSource(&source);
    layer.setCamera(&camera);
    camera.centerOn(52.37, 4.88, 12);
    window.show();
    EXPECT_EQ(coloured(), 0);
    for (const TileId& id : TileLayerItem::inSight(camera))
        source.there.insert(id);
    Q_EMIT source.arrived();
    const QImage seen = window.grabWindow();
    EXPECT_LT(seen.pixelColor(250, 250).green(), 200);
    for (const QPoint outside : {QPoint(120, 250), QPoint(390, 250), QPoint(250, 120), QPoint(250, 390)})
        EXPECT_GT(seen.pixelColor(outside).green(), 200) << outside.x() << ' ' << outside.y();
    layer.setParentItem(window.contentItem());
}

TEST_F(TileLayerTest, ShowsAPartOfACoarserTileMeanwhile)
{
    layer.setSource(&source);
    layer.setCamera(&camera);
    camera.centerOn(52.37, 4.88, 12);
    window.show();
    source.there.insert(TileLayerItem::inSight(camera).constFirst().parent().parent());
    Q_EMIT source.arrived();
    EXPECT_GT(coloured(), 1000);
}
