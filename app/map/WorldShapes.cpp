// SPDX-License-Identifier: GPL-3.0-or-later
#include "WorldShapes.h"

#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace outpost::map {

namespace {

constexpr qsizetype kHeader = 12;
constexpr quint32 kMaxRings = 100'000;
constexpr quint64 kMaxPoints = 5'000'000;

class Reader {
public:
    explicit Reader(QByteArrayView bytes) : m_bytes(bytes) {}

    std::optional<quint64> varint()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            if (m_at >= m_bytes.size())
                return std::nullopt;
            const auto byte = static_cast<quint8>(m_bytes.at(m_at++));
            value |= static_cast<quint64>(byte & 0x7fU) << shift;
            if ((byte & 0x80U) == 0)
                return value;
        }
        return std::nullopt;
    }

    std::optional<qint64> zigzag()
    {
        const auto value = varint();
        if (!value)
            return std::nullopt;
        const auto half = static_cast<qint64>(*value >> 1U);
        return (*value & 1U) != 0 ? -half - 1 : half;
    }

    qsizetype left() const { return m_bytes.size() - m_at; }

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
};

using Ring = std::vector<QPointF>;

// One side of the rectangle: keeps what is on the good side of value along the x or the y axis.
template <typename Coordinate> Ring clipSide(const Ring& ring, Coordinate coordinate, double value, bool greater)
{
    Ring out;
    out.reserve(ring.size() + 4);
    const auto inside = [&](const QPointF& p) { return greater ? coordinate(p) >= value : coordinate(p) <= value; };
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const QPointF& a = ring[i];
        const QPointF& b = ring[(i + 1) % ring.size()];
        const bool in = inside(a);
        if (in)
            out.push_back(a);
        if (in != inside(b)) {
            const double t = (value - coordinate(a)) / (coordinate(b) - coordinate(a));
            out.push_back(a + (b - a) * t);
        }
    }
    return out;
}

} // namespace

std::optional<WorldShapes> WorldShapes::read(QByteArrayView bytes)
{
    if (bytes.size() < kHeader || std::memcmp(bytes.data(), "OWLD", 4) != 0 || bytes.at(4) != 1)
        return std::nullopt;
    const int bits = static_cast<quint8>(bytes.at(5));
    const auto count = qFromLittleEndian<quint32>(bytes.data() + 8);
    if (bits < 8 || bits > 30 || count > kMaxRings)
        return std::nullopt;
    const double scale = 1.0 / std::exp2(bits);
    Reader reader(bytes.sliced(kHeader));
    WorldShapes shapes;
    shapes.rings.reserve(count);
    quint64 total = 0;
    for (quint32 i = 0; i < count; ++i) {
        const auto head = reader.varint();
        if (!head)
            return std::nullopt;
        const quint64 points = *head / 2;
        total += points;
        // Each point takes at least two bytes: check before making room for them.
        if (points == 0 || total > kMaxPoints || points * 2 > static_cast<quint64>(reader.left()))
            return std::nullopt;
        WorldRing ring;
        ring.closed = (*head & 1U) != 0;
        ring.points.reserve(points);
        qint64 x = 0;
        qint64 y = 0;
        double left = 3;
        double right = -2;
        double top = 2;
        double bottom = -1;
        for (quint64 p = 0; p < points; ++p) {
            const auto dx = reader.zigzag();
            const auto dy = reader.zigzag();
            if (!dx || !dy)
                return std::nullopt;
            x += *dx;
            y += *dy;
            const QPointF point(static_cast<double>(x) * scale, static_cast<double>(y) * scale);
            left = std::min(left, point.x());
            right = std::max(right, point.x());
            top = std::min(top, point.y());
            bottom = std::max(bottom, point.y());
            ring.points.push_back(point);
        }
        // A ring across the date line runs on into the neighbouring copy of the world.
        if (left < -1 || top < 0 || right > 2 || bottom > 1)
            return std::nullopt;
        ring.box = QRectF(QPointF(left, top), QPointF(right, bottom));
        shapes.rings.push_back(std::move(ring));
    }
    if (reader.left() != 0)
        return std::nullopt;
    return shapes;
}

std::vector<QPointF> clippedRing(const std::vector<QPointF>& ring, const QRectF& rect)
{
    const auto x = [](const QPointF& p) { return p.x(); };
    const auto y = [](const QPointF& p) { return p.y(); };
    Ring out = clipSide(ring, x, rect.left(), true);
    out = clipSide(out, x, rect.right(), false);
    out = clipSide(out, y, rect.top(), true);
    return clipSide(out, y, rect.bottom(), false);
}

} // namespace outpost::map
