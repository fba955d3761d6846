// SPDX-License-Identifier: GPL-3.0-or-later
#include <QColor>
#include <QQmlComponent>
#include <QQmlEngine>

#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <string>
#include <vector>

namespace {

// Contrast as WCAG 2.2 defines it.
double luminance(const QColor& color)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

struct Pair {
    const char* ink;
    const char* ground;
};

std::vector<Pair> textPairs()
{
    std::vector<Pair> pairs;
    for (const char* ground : {"background", "surface", "sunk"}) {
        for (const char* ink : {"text", "second", "accent", "warn", "bad", "info"})
            pairs.push_back({ink, ground});
    }
    for (const char* ground : {"accentSoft", "warnSoft", "badSoft", "infoSoft"}) {
        pairs.push_back({"text", ground});
        pairs.push_back({"second", ground});
    }
    for (const Pair& pair : {Pair{"accent", "accentSoft"},
                             {"warn", "warnSoft"},
                             {"bad", "badSoft"},
                             {"info", "infoSoft"},
                             {"bad", "accentSoft"},
                             {"onAccent", "accent"},
                             {"onAccent", "accentHover"},
                             {"onBad", "bad"},
                             {"onBad", "badHover"},
                             {"onInverse", "inverse"},
                             {"onInverse", "inverseHover"}})
        pairs.push_back(pair);
    return pairs;
}

class PaletteTest : public testing::TestWithParam<const char*> {
protected:
    void SetUp() override
    {
        QQmlComponent component(&m_engine);
        component.loadFromModule("Outpost.Theme", QLatin1StringView(GetParam()));
        m_palette.reset(component.create());
        ASSERT_NE(m_palette, nullptr) << component.errorString().toStdString();
    }

    QColor color(const char* name) const
    {
        const QVariant value = m_palette->property(name);
        EXPECT_TRUE(value.isValid()) << name;
        return value.value<QColor>();
    }

    QQmlEngine m_engine;
    std::unique_ptr<QObject> m_palette;
};

} // namespace

TEST_P(PaletteTest, TextReachesFourAndAHalfToOne)
{
    for (const auto& [ink, ground] : textPairs())
        EXPECT_GE(contrast(color(ink), color(ground)), 4.5) << ink << " on " << ground;
}

TEST_P(PaletteTest, OutlinesOfControlsReachThreeToOne)
{
    for (const char* ground : {"background", "surface"}) {
        EXPECT_GE(contrast(color("controlBorder"), color(ground)), 3.0) << ground;
        EXPECT_GE(contrast(color("accent"), color(ground)), 3.0) << "focus ring on " << ground;
    }
}

TEST_P(PaletteTest, StatesStandOutOnTheMap)
{
    for (const char* ink : {"accent", "warn", "bad", "second"})
        EXPECT_GE(contrast(color(ink), color("mapLand")), 3.0) << ink;
}

INSTANTIATE_TEST_SUITE_P(Palettes, PaletteTest,
                         testing::Values("LightColors", "DarkColors", "ContrastLightColors", "ContrastDarkColors"));

class HighContrastTest : public PaletteTest {};

TEST_P(HighContrastTest, TextReachesSevenToOne)
{
    for (const char* ground : {"background", "surface", "sunk"}) {
        for (const char* ink : {"text", "second", "accent", "warn", "bad", "info"})
            EXPECT_GE(contrast(color(ink), color(ground)), 7.0) << ink << " on " << ground;
    }
}

INSTANTIATE_TEST_SUITE_P(Palettes, HighContrastTest, testing::Values("ContrastLightColors", "ContrastDarkColors"));

TEST(ContrastFormulaTest, BlackOnWhiteIsTwentyOne)
{
    EXPECT_NEAR(contrast(Qt::black, Qt::white), 21.0, 1e-9);
    EXPECT_NEAR(contrast(QColor(0x77, 0x77, 0x77), Qt::white), 4.48, 0.01);
}
