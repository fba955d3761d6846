// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/Place.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace outpost::codec {
namespace {

void expectPlace(std::string_view text, double latitude, double longitude)
{
    const auto found = parsePlace(text);
    ASSERT_TRUE(found) << text;
    EXPECT_NEAR(found->latitude, latitude, 1e-6) << text;
    EXPECT_NEAR(found->longitude, longitude, 1e-6) << text;
}

TEST(Place, ReadsDecimalDegrees)
{
    for (const char* text : {"52.37512, 4.88398", "52.37512 4.88398", " (52.37512,4.88398)\n", "52,37512 4,88398",
                             "52,37512; 4,88398", "52,37512, 4,88398"})
        expectPlace(text, 52.37512, 4.88398);
    expectPlace("-33.86, 151.21", -33.86, 151.21);
}

TEST(Place, ReadsLetters)
{
    expectPlace("52.37512N 4.88398E", 52.37512, 4.88398);
    expectPlace("N 52.37512 W 4.88398", 52.37512, -4.88398);
    expectPlace("4.88398 E, 52.37512 N", 52.37512, 4.88398);
    expectPlace("33.86 S 151.21 e", -33.86, 151.21);
}

TEST(Place, ReadsDegreesMinutesSeconds)
{
    expectPlace("52\xC2\xB0"
                "22'30.4\"N 4\xC2\xB0"
                "53'02.3\"E",
                52.375111, 4.883972);
    expectPlace("52\xC2\xB0 22.5\xE2\x80\xB2 N, 4\xC2\xB0 53.0\xE2\x80\xB2 E", 52.375, 4.883333);
}

TEST(Place, ReadsGeoUri)
{
    expectPlace("geo:52.37512,4.88398;u=35", 52.37512, 4.88398);
    expectPlace("geo:0,0?q=52.37512,4.88398(Home)", 52.37512, 4.88398);
}

TEST(Place, ReadsLinksOfMapServices)
{
    for (const char* link :
         {"https://www.google.com/maps/@52.37512,4.88398,15z", "https://www.google.com/maps?q=52.37512,4.88398",
          "https://www.google.com/maps/search/?api=1&query=52.37512%2C4.88398",
          "https://www.google.com/maps/place/Dam/@52.1,4.1,17z/data=!3m1!4b1!4m5!3d52.37512!4d4.88398",
          "https://www.openstreetmap.org/#map=15/52.37512/4.88398",
          "https://www.openstreetmap.org/?mlat=52.37512&mlon=4.88398#map=3/1.0/2.0",
          "https://maps.apple.com/?ll=52.37512,4.88398&q=Pin", "https://www.bing.com/maps?cp=52.37512~4.88398&lvl=15"})
        expectPlace(link, 52.37512, 4.88398);
}

TEST(Place, OutOfRangeIsRefused)
{
    EXPECT_FALSE(parsePlace("91, 0"));
    EXPECT_FALSE(parsePlace("0, 181"));
    EXPECT_FALSE(parsePlace("52 60 0 N, 4 0 0 E"));
}

TEST(Place, WhatIsNotTwoCoordinatesIsRefused)
{
    for (const char* bad :
         {"", " ", "52.3", "1 2 3", "Amsterdam", "52.3 N 4.8 N", "N E", "https://example.org/",
          "https://maps.app.goo.gl/abc", "geo:", "geo:a,b", "nan, nan", "1e1, 2", "52.3, 4.8, 9.9", "1.2.3, 4"})
        EXPECT_FALSE(parsePlace(bad)) << bad;
}

TEST(Place, VeryLongTextIsRefusedUnread)
{
    EXPECT_FALSE(parsePlace("https://example.org/?q=1,2&" + std::string(5000, 'x')));
}

RC_GTEST_PROP(PlaceProperty, NoiseGivesAPlaceOnEarthOrNone, (const std::string& noise))
{
    for (const std::string& text : {noise, "geo:" + noise, "https://" + noise}) {
        if (const auto found = parsePlace(text)) {
            RC_ASSERT(found->latitude >= -90 && found->latitude <= 90);
            RC_ASSERT(found->longitude >= -180 && found->longitude <= 180);
        }
    }
}

} // namespace
} // namespace outpost::codec
