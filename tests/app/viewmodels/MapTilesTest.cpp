// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/MapTiles.h"

#include "tests/app/viewmodels/DemoHome.h"

#include <QBuffer>
#include <QTcpServer>
#include <QTcpSocket>

namespace outpost::app {
namespace {

constexpr int kMB = 1 << 20;

/// Answers with a picture of 512 by 512 points, or by more in columns of which it was said.
class TileServer : public QTcpServer {
public:
    explicit TileServer(int largeColumns = 0)
    {
        connect(this, &QTcpServer::newConnection, this, [this, largeColumns] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, largeColumns] {
                const QByteArray request = socket->readAll(); // "GET /8/x/y.png HTTP/1.1": in one piece, as it is short
                const int column = request.split('/').value(2).toInt();
                const QByteArray picture = column < largeColumns ? m_large : m_fitting;
                ++asked;
                socket->write("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: " +
                              QByteArray::number(picture.size()) + "\r\n\r\n" + picture);
            });
        });
        EXPECT_TRUE(listen(QHostAddress::LocalHost));
    }
    QString url() const { return QStringLiteral("http://127.0.0.1:%1/{z}/{x}/{y}.png").arg(serverPort()); }

    int asked = 0;

private:
    static QByteArray picture(int side)
    {
        QImage image(side, side, QImage::Format_RGB32);
        image.fill(QColor(230, 150, 230));
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "png");
        return bytes;
    }
    const QByteArray m_fitting = picture(512), m_large = picture(513);
};

class MapTilesTest : public test::DemoHomeTest {
protected:
    MapTilesTest()
    {
        open(Start::Empty);
        m_tiles = std::make_unique<MapTiles>(engine(), nullptr);
    }
    void use(const TileServer& server)
    {
        m_tiles->propose(server.url());
        m_tiles->allow();
        ASSERT_TRUE(m_tiles->isActive());
    }
    static QList<map::TileId> tiles(int count, int row)
    {
        QList<map::TileId> ids;
        for (int x = 0; x < count; ++x)
            ids.append({8, x, row});
        return ids;
    }
    qsizetype bytes(const QList<map::TileId>& ids)
    {
        qsizetype sum = 0;
        for (const map::TileId& id : ids)
            sum += m_tiles->tile(id).sizeInBytes();
        return sum;
    }

    std::unique_ptr<MapTiles> m_tiles;
};

TEST_F(MapTilesTest, AsksForNoMoreInSightThanItKeeps)
{
    TileServer server;
    use(server);
    const auto ids = tiles(100, 0);
    m_tiles->want(ids);
    EXPECT_TRUE(test::until(m_tiles.get(), &MapTiles::arrived, [&] { return bytes(ids) >= 63 * kMB; }));
    EXPECT_EQ(bytes(ids), 63 * kMB); // one of twice the size would still fit
    m_tiles->want(ids);
    EXPECT_EQ(server.asked, 63); // nothing is under way, and nothing was asked for twice
}

TEST_F(MapTilesTest, KeepsSixtyFourMegabytesAndWhatIsInSight)
{
    TileServer server;
    use(server);
    const auto former = tiles(40, 0);
    const auto now = tiles(40, 1);
    m_tiles->want(former);
    EXPECT_TRUE(test::until(m_tiles.get(), &MapTiles::arrived, [&] { return bytes(former) == 40 * kMB; }));
    m_tiles->want(now);
    EXPECT_TRUE(test::until(m_tiles.get(), &MapTiles::arrived, [&] { return bytes(now) == 40 * kMB; }));
    EXPECT_EQ(bytes(former), 24 * kMB);
}

TEST_F(MapTilesTest, RefusesAPictureThatIsLargerThanATile)
{
    TileServer server(4);
    use(server);
    const auto ids = tiles(5, 0);
    m_tiles->want(ids);
    // Four are asked for at once: the fifth, which fits, comes when at least one of them was looked at.
    EXPECT_TRUE(test::until(m_tiles.get(), &MapTiles::arrived, [&] { return !m_tiles->tile(ids.last()).isNull(); }));
    EXPECT_EQ(bytes(tiles(4, 0)), 0);
}

} // namespace
} // namespace outpost::app
