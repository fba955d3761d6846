// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Encoding.h"
#include "core/codec/ByteWriter.h"
#include "core/networks/helium/demo/AddGateway.h"
#include "core/networks/helium/demo/Cast.h"
#include "core/networks/helium/demo/DeviceBook.h"
#include "core/networks/helium/demo/Services.h"

#include <charconv>

namespace outpost::heliumdemo {

namespace {

using codec::ByteWriter;
using demo::DemoHttpRequest;
using demo::DemoHttpResponse;

DemoHttpResponse good(Json data)
{
    return DemoHttpResponse::ofJson({{"code", 200}, {"data", std::move(data)}, {"success", true}});
}

DemoHttpResponse bad(int status, std::string_view message)
{
    return DemoHttpResponse::ofJson(
        {{"code", status}, {"errorMessage", message}, {"errors", Json::array()}, {"success", false}}, status);
}

/// A member as text; empty when it is missing or something else. Numbers are taken as they are written.
std::string text(const Json& body, const char* member)
{
    if (!body.is_object() || !body.contains(member))
        return {};
    const Json& value = body[member];
    return value.is_string() ? value.get<std::string>() : value.is_number_integer() ? value.dump() : std::string();
}

template <class T> std::optional<T> number(const std::string& digits)
{
    T value{};
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || parsed.ec != std::errc() || parsed.ptr != digits.data() + digits.size())
        return std::nullopt;
    return value;
}

/// A device that a maker has told the server about.
struct Entry {
    std::string address;
    int id = 0;
    const MakerSpec* maker = nullptr;
};

std::optional<Entry> entryFor(const World& world, const std::string& address)
{
    for (std::size_t i = 0; i < radios().size(); ++i)
        if (radios()[i].maker >= 0 && radioKey(world, i).address() == address)
            return Entry{address, 70'100 + static_cast<int>(i), &makers()[static_cast<std::size_t>(radios()[i].maker)]};
    for (int i = 0; i < kStockSize; ++i) {
        const StockDevice device = stockDevice(world, 0, i);
        if (device.isFull && device.key.address() == address)
            return Entry{address, 61'000 + i, &makers()[0]};
    }
    return std::nullopt;
}

Json makerJson(const World& world, const MakerSpec& maker)
{
    const Pubkey wallet = makerWallet(world, maker).key;
    Bytes binary{static_cast<std::uint8_t>(DeviceKey::Kind::Ed25519)};
    binary.insert(binary.end(), wallet.bytes.begin(), wallet.bytes.end());
    return {{"id", maker.id},
            {"name", maker.name},
            {"address", addressOf(binary)},
            {"locationNonceLimit", maker.locationNonceLimit}};
}

/// Optional values as the programs take them, in the order location, elevation, gain.
struct PlaceArgs {
    std::optional<std::uint64_t> location;
    std::optional<std::int32_t> elevation, gain;
    bool isValid = true;

    static PlaceArgs read(const Json& body)
    {
        PlaceArgs args;
        const auto take = [&](const char* member, auto& slot) {
            const std::string digits = text(body, member);
            if (digits.empty())
                return;
            slot = number<typename std::remove_reference_t<decltype(slot)>::value_type>(digits);
            args.isValid = args.isValid && slot.has_value();
        };
        take("location", args.location);
        take("elevation", args.elevation);
        take("gain", args.gain);
        return args;
    }
    Bytes encode() const { return ByteWriter().optional(location).optional(elevation).optional(gain).done(); }
};

class OnboardingServer final : public demo::HttpService {
public:
    std::vector<std::string> hosts() const override { return {"onboarding.dewi.org"}; }

    DemoHttpResponse handle(World& world, const DemoHttpRequest& request) override
    {
        if (!request.path.starts_with("/api/v3/"))
            return bad(404, "Not found");
        const std::string path = request.path.substr(7);
        if (request.method == "GET")
            return answer(world, path);
        if (request.method != "POST")
            return bad(404, "Not found");
        const Json body = request.json();
        if (path == "/transactions/create-hotspot")
            return createHotspot(world, body);
        if (path == "/transactions/iot/onboard")
            return onboard(world, body);
        if (path == "/transactions/iot/update-metadata")
            return update(world, body);
        return bad(404, "Not found");
    }

private:
    static DemoHttpResponse answer(const World& world, const std::string& path)
    {
        if (path == "/firmware")
            return good({{"version", "2019.11.06.0"}});
        if (path == "/makers") {
            Json all = Json::array();
            for (const MakerSpec& maker : makers())
                all.push_back(makerJson(world, maker));
            return good(all);
        }
        if (path.starts_with("/makers/")) {
            for (const MakerSpec& maker : makers())
                if (path.substr(8) == std::to_string(maker.id))
                    return good(makerJson(world, maker));
            return bad(404, "Unable to find maker");
        }
        if (!path.starts_with("/hotspots/"))
            return bad(404, "Not found");
        const auto entry = entryFor(world, path.substr(10));
        if (!entry)
            return bad(404, "Unable to find hotspot");
        const Papers papers = papersOf(entry->address);
        return good({{"id", entry->id},
                     {"onboardingKey", entry->address},
                     {"macWlan0", papers.mac},
                     {"macEth0", nullptr},
                     {"rpiSerial", nullptr},
                     {"batch", "demo"},
                     {"publicAddress", entry->address},
                     {"heliumSerial", papers.serial},
                     {"makerId", entry->maker->id},
                     {"deviceType", nullptr},
                     {"maker", makerJson(world, *entry->maker)}});
    }

    /// The reply with one transaction, after it has been tried out as the real server does.
    static DemoHttpResponse reply(World& world, const MakerSpec& maker, const Json& body, const Pubkey& payer,
                                  const Instruction& instruction, std::uint32_t units,
                                  const std::vector<Keypair>& signers)
    {
        const std::vector<Instruction> all = {demo::make::computeUnitLimit(units), demo::make::computeUnitPrice(1),
                                              instruction};
        const Bytes message = demo::compileMessage(payer, all, world.latestBlockhash(), text(body, "format") == "v0");
        const Bytes transaction = demo::signedTransaction(message, signers);
        if (transaction.size() > 1232)
            return bad(500, "Transaction too large");
        if (const auto failure = world.simulate(transaction))
            return bad(500, "Simulation failed: " + *failure);
        Json spelled = transaction;
        if (maker.repliesWithBuffers)
            spelled = {{"type", "Buffer"}, {"data", transaction}};
        return good({{"solanaTransactions", Json::array({spelled})}});
    }

    static DemoHttpResponse createHotspot(World& world, const Json& body)
    {
        const auto blob = fromBase64(text(body, "transaction"), 2048);
        const auto txn = blob ? AddGateway::parseEnvelope(*blob) : Result<AddGateway>(fail(errors::kMalformed));
        if (!txn || txn->gateway.size() != 33 || txn->owner.size() != 33 ||
            txn->owner[0] != static_cast<std::uint8_t>(DeviceKey::Kind::Ed25519))
            return bad(422, "Invalid transaction");
        if (!verifies(txn->gateway, txn->signedPart(), txn->gatewaySignature))
            return bad(422, "Invalid gateway signature");
        const std::string address = addressOf(txn->gateway);
        const auto entry = entryFor(world, address);
        if (!entry)
            return bad(404, "Unable to find hotspot");

        const Keypair maker = makerWallet(world, *entry->maker);
        const auto payer = payerOf(body, maker.key);
        if (!payer)
            return bad(422, "Invalid payer");
        Pubkey owner;
        std::ranges::copy(ByteSpan(txn->owner).subspan(1), owner.bytes.begin());
        const Derived& d = derived();
        const Bytes entityKey = *entityKeyOf(address);
        const Pubkey makerKey = makerOf(entry->maker->name);
        const Pubkey collection = collectionOf(makerKey);
        const Pubkey tree = makerTree(world, *entry->maker);
        Instruction issue;
        issue.program = program::kEntityManager;
        issue.accounts = {{*payer, true, true},
                          {eccVerifier().key, true, false},
                          {maker.key, true, false},
                          {collection, false, false},
                          {metadataOf(collection), false, true},
                          {editionOf(collection), false, false},
                          {makerKey, false, true},
                          {d.entityCreator, false, false},
                          {d.dao, false, false},
                          {keyToAssetOf(entityKey), false, true},
                          {treeAuthorityOf(tree), false, true},
                          {owner, false, false},
                          {tree, false, true},
                          {d.bubblegumSigner, false, false},
                          {demo::ids::kTokenMetadata, false, false},
                          {demo::ids::kNoop, false, false},
                          {demo::ids::kBubblegum, false, false},
                          {demo::ids::kCompression, false, false},
                          {demo::ids::kSystem, false, false}};
        const auto name = demo::anchorDiscriminator("issue_entity_v0");
        issue.data = ByteWriter().bytes(name).lengthPrefixed(entityKey).done();
        DeviceBook(world).announce(address);
        return reply(world, *entry->maker, body, *payer, issue, 300'000, {maker, eccVerifier()});
    }

    /// Absent: the maker; nothing when it is no key.
    static std::optional<Pubkey> payerOf(const Json& body, const Pubkey& maker)
    {
        const std::string named = text(body, "payer");
        if (named.empty())
            return maker;
        const auto key = Pubkey::fromText(named);
        return key ? std::optional(*key) : std::nullopt;
    }

    struct Registered {
        Entry entry;
        Bytes entityKey;
        demo::Asset asset;
    };
    static std::optional<Registered> registered(const World& world, const Json& body)
    {
        const auto entry = entryFor(world, text(body, "entityKey"));
        if (!entry)
            return std::nullopt;
        const Bytes entityKey = *entityKeyOf(entry->address);
        const Account* account = world.account(keyToAssetOf(entityKey));
        const auto entity = account ? KeyToAsset::decode(*account) : std::nullopt;
        const auto asset = entity ? world.asset(entity->asset) : std::nullopt;
        if (!asset)
            return std::nullopt;
        return Registered{*entry, entityKey, *asset};
    }

    static Bytes leafArgs(const World& world, const demo::Asset& asset)
    {
        return ByteWriter()
            .bytes(asset.dataHash.span())
            .bytes(asset.creatorHash.span())
            .bytes(world.treeRoot(asset.tree).span())
            .u32(asset.index)
            .done();
    }

    static void appendProof(const World& world, const demo::Asset& asset, Instruction& instruction)
    {
        for (const Pubkey& node : world.trimmedProof(asset.tree, asset.index))
            instruction.accounts.push_back({node, false, false});
    }

    static DemoHttpResponse onboard(World& world, const Json& body)
    {
        const auto found = registered(world, body);
        if (!found)
            return bad(422, "Hotspot doesn't exist");
        const PlaceArgs place = PlaceArgs::read(body);
        const MakerSpec& spec = *found->entry.maker;
        const Keypair maker = makerWallet(world, spec);
        const auto payer = payerOf(body, maker.key);
        if (!payer || !place.isValid)
            return bad(422, "Invalid arguments");
        const Derived& d = derived();
        const Pubkey makerKey = makerOf(spec.name);
        Instruction call;
        call.program = program::kEntityManager;
        call.accounts = {{*payer, true, true},
                         {*payer, true, true},
                         {maker.key, true, false},
                         {iotInfoOf(found->entityKey), false, true},
                         {found->asset.owner, true, true},
                         {found->asset.tree, false, false},
                         {demo::associatedTokenAddress(*payer, mint::kDc), false, true},
                         {d.iotConfig, false, false},
                         {makerApprovalOf(d.iotConfig, makerKey), false, false},
                         {makerKey, false, false},
                         {d.dao, false, false},
                         {keyToAssetOf(found->entityKey), false, false},
                         {d.iotSubDao, false, true},
                         {mint::kDc, false, true},
                         {d.dataCredits, false, false},
                         {demo::ids::kCompression, false, false},
                         {program::kDataCredits, false, false},
                         {demo::ids::kToken, false, false},
                         {demo::ids::kAssociatedToken, false, false},
                         {demo::ids::kSystem, false, false},
                         {program::kSubDaos, false, false}};
        appendProof(world, found->asset, call);
        const auto name = demo::anchorDiscriminator("onboard_iot_hotspot_v0");
        call.data = ByteWriter().bytes(name).bytes(leafArgs(world, found->asset)).bytes(place.encode()).done();
        return reply(world, spec, body, *payer, call, 300'000, {maker});
    }

    static DemoHttpResponse update(World& world, const Json& body)
    {
        const auto found = registered(world, body);
        if (!found)
            return bad(422, "Hotspot doesn't exist");
        const auto wallet = Pubkey::fromText(text(body, "wallet"));
        const PlaceArgs place = PlaceArgs::read(body);
        if (!wallet || !place.isValid)
            return bad(422, "Invalid arguments");
        const Account* infoAccount = world.account(iotInfoOf(found->entityKey));
        const auto info = infoAccount ? IotInfo::decode(*infoAccount) : std::nullopt;
        if (!info)
            return bad(422, "Hotspot is not onboarded");
        const MakerSpec& spec = *found->entry.maker;
        const Keypair maker = makerWallet(world, spec);
        // The maker pays for as many places as it has promised; after that the owner does.
        const bool isCovered = info->locationAsserts < spec.locationNonceLimit;
        const auto payer = payerOf(body, isCovered ? maker.key : *wallet);
        if (!payer)
            return bad(422, "Invalid payer");
        const Derived& d = derived();
        Instruction call;
        call.program = program::kEntityManager;
        call.accounts = {{*payer, true, true},
                         {*payer, true, true},
                         {iotInfoOf(found->entityKey), false, true},
                         {found->asset.owner, true, true},
                         {found->asset.tree, false, false},
                         {treeAuthorityOf(found->asset.tree), false, false},
                         {demo::associatedTokenAddress(*payer, mint::kDc), false, true},
                         {d.iotConfig, false, false},
                         {d.dao, false, false},
                         {d.iotSubDao, false, false},
                         {mint::kDc, false, true},
                         {d.dataCredits, false, false},
                         {demo::ids::kBubblegum, false, false},
                         {demo::ids::kCompression, false, false},
                         {program::kDataCredits, false, false},
                         {demo::ids::kToken, false, false},
                         {demo::ids::kAssociatedToken, false, false},
                         {demo::ids::kSystem, false, false}};
        appendProof(world, found->asset, call);
        const auto name = demo::anchorDiscriminator("update_iot_info_v0");
        call.data = ByteWriter().bytes(name).bytes(place.encode()).bytes(leafArgs(world, found->asset)).done();
        return reply(world, spec, body, *payer, call, 200'000, {maker});
    }
};

class EccVerifier final : public demo::HttpService {
public:
    std::vector<std::string> hosts() const override { return {"ecc-verifier.web.helium.io"}; }

    DemoHttpResponse handle(World& world, const DemoHttpRequest& request) override
    {
        if (request.method != "POST" || request.path != "/verify")
            return refused(404, "Not found");
        const Json body = request.json();
        const auto transaction = fromHex(text(body, "transaction"), 1232);
        const auto message = fromHex(text(body, "msg"), 1024);
        const auto signature = fromHex(text(body, "signature"), 128);
        if (!transaction || !message || !signature)
            return refused(400, "transaction, msg and signature must be hexadecimal");
        const auto txn = AddGateway::parseInner(*message);
        if (!txn || !verifies(txn->gateway, *message, *signature))
            return refused(400, "Invalid signature");
        const auto parsed = demo::parseTransaction(*transaction);
        if (!parsed || !parsed->message.lookups.empty())
            return refused(400, "Invalid transaction");
        const Bytes entityKey = *entityKeyOf(addressOf(txn->gateway));
        if (!issues(parsed->message, entityKey))
            return refused(400, "Transaction does not issue this gateway");
        const auto coSigned = demo::coSigned(*transaction, eccVerifier());
        if (!coSigned)
            return refused(400, "Transaction does not want this signature");
        DeviceBook(world).announce(addressOf(txn->gateway));
        return DemoHttpResponse::ofJson({{"transaction", toHex(*coSigned)}});
    }

private:
    static DemoHttpResponse refused(int status, std::string_view message)
    {
        return DemoHttpResponse::ofJson({{"error", message}}, status);
    }

    /// Whether exactly one instruction issues an entity, and it is this one.
    static bool issues(const demo::ParsedMessage& message, const Bytes& entityKey)
    {
        int found = 0;
        for (const Instruction& instruction : message.resolved()) {
            if (instruction.program != program::kEntityManager)
                continue;
            const Bytes argument = ByteWriter().lengthPrefixed(entityKey).done();
            for (const std::string_view name : {"issue_entity_v0", "issue_data_only_entity_v0"}) {
                const auto discriminator = demo::anchorDiscriminator(name);
                Bytes expected(discriminator.begin(), discriminator.end());
                expected.insert(expected.end(), argument.begin(), argument.end());
                found += instruction.data == expected ? 1 : 0;
            }
        }
        return found == 1;
    }
};

} // namespace

std::unique_ptr<demo::HttpService> onboardingService()
{
    return std::make_unique<OnboardingServer>();
}

std::unique_ptr<demo::HttpService> eccVerifierService()
{
    return std::make_unique<EccVerifier>();
}

} // namespace outpost::heliumdemo
