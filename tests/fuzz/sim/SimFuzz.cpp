// SPDX-License-Identifier: GPL-3.0-or-later
// The demo's own eyes: the parser of transactions, and requests of any kind to every host of a populated world. What
// one input changes stays for the next.
#include "core/base/Encoding.h"
#include "core/networks/DemoTransaction.h"
#include "core/networks/helium/demo/HeliumDemo.h"
#include "core/networks/weatherxm/demo/WeatherXmDemo.h"
#include "core/sim/serve/Router.h"
#include "tests/fuzz/Splice.h"

#include <unistd.h>

#include <cstdlib>
#include <iostream>

using namespace outpost;

namespace {

void check(bool holds)
{
    if (!holds)
        std::abort();
}

std::int64_t realMillis = 1'795'338'000'000;

struct Folder {
    std::filesystem::path path;
    Folder() : path(std::filesystem::temp_directory_path() / ("outpost-fuzz-sim-" + std::to_string(::getpid())))
    {
        std::filesystem::create_directories(path);
    }
    ~Folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
};

struct Served {
    Folder folder;
    std::unique_ptr<sim::Router> router;
    demo::Pubkey wallet = demo::Keypair::fromSeed(sha256(asBytes("fuzz"))).key;
    std::vector<std::unique_ptr<demo::DemoDevice>> devices;

    Served()
    {
        sim::WorldOptions options;
        options.seed = 7;
        options.startTime = fromUnixSeconds(1'795'338'000);
        options.realMillis = [] { return realMillis; };
        std::vector<std::unique_ptr<demo::Demo>> networks;
        networks.push_back(heliumdemo::makeDemo());
        networks.push_back(weatherxmdemo::makeDemo());
        auto opened = sim::SimWorld::open(folder.path, std::move(options), std::move(networks));
        check(opened.has_value());
        for (const auto& network : (*opened)->networks()) {
            for (auto& device : network->devices())
                devices.push_back(std::move(device));
        }
        router = std::make_unique<sim::Router>(std::move(*opened), std::filesystem::path());
        demo::DemoHttpRequest starter{"POST", std::string(sim::kControlHost), "/starter", {}, {}, {}};
        starter.body = demo::Json{{"wallet", wallet.text()}}.dump();
        check(router->handle(starter).response.status == 200);
    }
};

Served& served()
{
    static Served all;
    return all;
}

struct Shape {
    std::string_view host, method, path, query, body;
};

// Each with what its protocol documents; the input replaces a piece of one of them.
constexpr Shape kShapes[] = {
    {"rpc-one.demo", "POST", "/", "",
     R"({"jsonrpc":"2.0","id":1,"method":"getAccountInfo","params":["11111111111111111111111111111111",{"encoding":"base64","dataSlice":{"offset":0,"length":4}}]})"},
    {"rpc-two.demo", "POST", "/", "",
     R"({"jsonrpc":"2.0","id":1,"method":"getMultipleAccounts","params":[["11111111111111111111111111111111"],{"encoding":"base64","commitment":"confirmed"}]})"},
    {"rpc-one.demo", "POST", "/", "",
     R"({"jsonrpc":"2.0","id":1,"method":"simulateTransaction","params":["AQIDBA==",{"encoding":"base64","sigVerify":true,"accounts":{"encoding":"base64","addresses":["11111111111111111111111111111111"]}}]})"},
    {"rpc-one.demo", "POST", "/", "",
     R"({"jsonrpc":"2.0","id":1,"method":"sendTransaction","params":["AQIDBA==",{"encoding":"base64","skipPreflight":true}]})"},
    {"rpc-one.demo", "POST", "/", "",
     R"({"jsonrpc":"2.0","id":1,"method":"getSignatureStatuses","params":[["5j7s"],{"searchTransactionHistory":true}]})"},
    {"rpc-one.demo", "POST", "/", "",
     R"({"jsonrpc":"2.0","id":1,"method":"getTransaction","params":["5j7s",{"encoding":"json","maxSupportedTransactionVersion":0}]})"},
    {"rpc-one.demo", "POST", "/", "",
     R"({"jsonrpc":"2.0","id":1,"method":"getSignaturesForAddress","params":["11111111111111111111111111111111",{"limit":10,"before":"5j7s"}]})"},
    {"rpc-one.demo", "POST", "/", "",
     R"({"jsonrpc":"2.0","id":1,"method":"getAssetsByOwner","params":{"ownerAddress":"11111111111111111111111111111111","page":1,"limit":100}})"},
    {"rpc-one.demo", "POST", "/", "",
     R"([{"jsonrpc":"2.0","id":1,"method":"getAssetProof","params":{"id":"11111111111111111111111111111111"}},{"jsonrpc":"2.0","id":"a","method":"getFeeForMessage","params":["AQID"]}])"},
    {"entities.nft.helium.io", "GET", "/v2/hotspots", "cursor=100", ""},
    {"entities.nft.helium.io", "GET", "/v2/wallet/11111111111111111111111111111111", "", ""},
    {"onboarding.dewi.org", "GET", "/api/v3/hotspots/112abc", "", ""},
    {"onboarding.dewi.org", "POST", "/api/v3/transactions/create-hotspot", "",
     R"({"transaction":"AQIDBA==","format":"legacy","payer":"11111111111111111111111111111111"})"},
    {"onboarding.dewi.org", "POST", "/api/v3/transactions/iot/onboard", "",
     R"({"entityKey":"112abc","format":"v0","location":"631252734740306943","elevation":3,"gain":12})"},
    {"onboarding.dewi.org", "POST", "/api/v3/transactions/iot/update-metadata", "",
     R"({"entityKey":"112abc","wallet":"11111111111111111111111111111111","format":"v0","location":"1"})"},
    {"api.coingecko.com", "GET", "/api/v3/simple/price", "ids=solana,helium", ""},
    {"api.jup.ag", "GET", "/price/v3", "ids=So11111111111111111111111111111111111111112", ""},
    {"control.demo", "POST", "/faults", "", R"({"clear":true,"set":["http-500:2@rpc-one.demo","clock-skew"]})"},
    {"control.demo", "POST", "/starter", "", R"({"wallet":"11111111111111111111111111111111"})"},
    {"control.demo", "POST", "/fund", "",
     R"({"address":"11111111111111111111111111111111","amount":5,"mint":"hntyVP6YFm1Hg25TN9WGLqM12b8TQmcknKrdu1oxWux"})"},
    {"control.demo", "POST", "/speed", "", R"({"speed":1.5})"},
    {"control.demo", "GET", "/history", "wallet=11111111111111111111111111111111", ""},
    {"control.demo", "GET", "/price-history", "days=3", ""},
    {"radio.demo", "GET", "/scan", "", ""},
    {"radio.demo", "POST", "/connect", "id=C0:FF", ""},
    {"radio.demo", "POST", "/write", "session=1", ""},
};

void route(unsigned which, ByteSpan input)
{
    const auto hosts = served().router->hosts();
    demo::DemoHttpRequest request;
    if (which < std::size(kShapes)) {
        const Shape& shape = kShapes[which];
        request = {std::string(shape.method), std::string(shape.host), std::string(shape.path), {}, {}, {}};
        const std::size_t equals = shape.query.find('=');
        std::string_view value = equals == std::string_view::npos ? "" : shape.query.substr(equals + 1);
        const std::string name(shape.query.substr(0, std::min(equals, shape.query.size())));
        if (!shape.body.empty())
            request.body = fuzz::spliced(shape.body, input);
        else if (name.empty())
            request.path = fuzz::spliced(shape.path, input);
        request.query.emplace(name, shape.body.empty() && !name.empty() ? fuzz::spliced(value, input) : value);
        if (shape.path == "/price-history") {
            request.query.emplace("id", "solana");
            request.query.emplace("currency", asText(input));
        }
    } else if (!input.empty()) {
        // Any host, any path, any body.
        const std::string text(asText(input.subspan(1)));
        const std::size_t end = std::min(text.find('\n'), text.size());
        request = {
            which % 2 == 0 ? "GET" : "POST", hosts[input[0] % hosts.size()], "/" + text.substr(0, end), {}, {}, {}};
        request.body = end < text.size() ? text.substr(end + 1) : std::string();
        if (request.path == "/advance")
            return; // ten years at once take their time
    }
    const auto routed = served().router->handle(request);
    const auto& response = routed.response;
    check(response.status >= 200 && response.status < 600);
    // What claims to be JSON is JSON, unless a fault says otherwise.
    if (response.contentType == "application/json" && !demo::Json::accept(response.body)) {
        std::cerr << request.host << request.path << ": " << response.body.substr(0, 400) << '\n';
        std::abort();
    }
    check(served().router->withWorld([](sim::SimWorld& world) { world.faults().clear(); }).has_value());
    realMillis += 400;
}

void device(ByteSpan input)
{
    if (input.empty() || served().devices.empty())
        return;
    demo::DemoDevice& one = *served().devices[input[0] % served().devices.size()];
    const auto all = one.characteristics();
    check(!all.empty());
    const auto done = served().router->withWorld([&](sim::SimWorld& world) {
        for (const auto& characteristic : all) {
            if (characteristic.canWrite)
                check(one.write(world, characteristic.uuid, input.subspan(1)).value.size() <= 512);
            if (characteristic.canRead)
                check(one.read(world, characteristic.uuid).value.size() <= 512);
        }
    });
    check(done.has_value());
    realMillis += 400;
}

void transaction(ByteSpan input)
{
    if (const auto message = demo::parseMessage(input)) {
        check(message->requiredSignatures > 0 && message->requiredSignatures <= message->keys.size());
        check(message->isHeaderWritable(0));
        if (message->lookups.empty())
            check(message->resolved().size() == message->instructions.size());
    }
    if (const auto parsed = demo::parseTransaction(input)) {
        check(parsed->signatures.size() == parsed->message.requiredSignatures);
        check(input.size() <= 1232 && parsed->messageBytes.size() < input.size());
        const auto again = demo::parseMessage(parsed->messageBytes);
        check(again && again->keys == parsed->message.keys);
    }
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

// Making the world, and the many devices of others in it, takes longer than an input may.
extern "C" int LLVMFuzzerInitialize(int*, char***)
{
    const demo::DemoHttpRequest all{"GET", "entities.nft.helium.io", "/v2/hotspots", {}, {}, {}};
    check(served().router->handle(all).response.status == 200);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const ByteSpan rest(data + 1, size - 1);
    // Parsing is a thousand times faster than a request; the search is shared out by inputs.
    if (data[0] >= 192) {
        transaction(rest);
        // A good transaction with one byte changed, which the ledger must take or refuse in words.
        const auto payer = demo::Keypair::fromSeed(sha256(asBytes("payer")));
        Bytes wire = demo::signedTransaction(
            demo::compileMessage(payer.key, {demo::make::systemTransfer(payer.key, served().wallet, 5)}, demo::Pubkey{},
                                 size % 2 == 0),
            std::span(&payer, 1));
        if (rest.size() >= 2)
            wire[rest[0] % wire.size()] ^= rest[1];
        transaction(wire);
    } else if (data[0] >= 160) {
        device(rest);
    } else {
        route(data[0] % (std::size(kShapes) + 6), rest);
    }
    return 0;
}
