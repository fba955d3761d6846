// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/CurlHttpClient.h"

#include "LocalServer.h"

#include "core/net/HttpStatus.h"
#include "core/net/NetErrors.h"
#include "core/net/RetryingHttpClient.h"
#include "tests/support/Await.h"
#include "tests/support/FakeDelay.h"

#include <QTemporaryDir>

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <sys/socket.h>
#include <unistd.h>

namespace outpost::net {
namespace {

using namespace std::chrono_literals;
using test::await;

class CurlHttpClientTest : public testing::Test {
protected:
    void SetUp() override
    {
        hosts.allow({"127.0.0.1", "test", ""});
        auto created = CurlHttpClient::create(hosts);
        ASSERT_TRUE(created);
        client = std::move(*created);
    }
    void TearDown() override { local.gate.open(); }

    HttpRequest get(const std::string& path)
    {
        HttpRequest r;
        r.url = local.url(path);
        return r;
    }
    httplib::Server& server() { return local.server; }

    HostRegistry hosts;
    test::LocalServer<httplib::Server> local;
    std::unique_ptr<CurlHttpClient> client;
};

TEST_F(CurlHttpClientTest, GetsStatusHeadersAndBody)
{
    server().Get("/x", [](const httplib::Request&, httplib::Response& r) {
        r.status = 418;
        r.set_header("X-Mixed-Case", "Value");
        r.set_content("short and stout", "text/plain");
    });
    local.listen();
    const auto reply = await(client->send(get("/x")));
    ASSERT_TRUE(reply) << reply.error().detail;
    EXPECT_EQ(reply->status, 418);
    EXPECT_EQ(header(*reply, "x-mixed-case"), "Value");
    EXPECT_EQ(asText(reply->body), "short and stout");
}

TEST_F(CurlHttpClientTest, SendsMethodHeadersAndBody)
{
    const auto echo = [](const httplib::Request& q, httplib::Response& r) {
        r.set_content(q.method + "|" + q.get_header_value("Content-Type") + "|" + q.get_header_value("X-Key") + "|" +
                          q.get_header_value("User-Agent") + "|" + q.body,
                      "text/plain");
    };
    server().Post("/echo", echo);
    server().Put("/echo", echo);
    server().Delete("/echo", echo);
    local.listen();
    for (const auto& [method, name] : {std::pair{HttpRequest::Method::Post, "POST"},
                                       {HttpRequest::Method::Put, "PUT"},
                                       {HttpRequest::Method::Delete, "DELETE"}}) {
        auto request = get("/echo");
        request.method = method;
        request.headers = {{"Content-Type", "application/json"}, {"X-Key", "k"}};
        request.body = toBytes(asBytes("{}"));
        const auto reply = await(client->send(request));
        ASSERT_TRUE(reply) << reply.error().detail;
        EXPECT_EQ(asText(reply->body), std::string(name) + "|application/json|k|" + userAgent() + "|{}");
    }
}

TEST_F(CurlHttpClientTest, ConnectionsAreUsedAgain)
{
    server().Get("/x", [](const httplib::Request&, httplib::Response& r) { r.set_content("y", "text/plain"); });
    local.listen();
    for (int i = 0; i < 20; ++i)
        ASSERT_TRUE(await(client->send(get("/x"))));
    EXPECT_EQ(client->statistics().requests, 20u);
    EXPECT_EQ(client->statistics().connections, 1u);
    EXPECT_EQ(client->statistics().bytesReceived, 20u);
}

TEST_F(CurlHttpClientTest, WhatMustNotHappenTwiceGetsAConnectionOfItsOwn)
{
    server().Get("/x", [](const httplib::Request&, httplib::Response& r) { r.set_content("y", "text/plain"); });
    local.listen();
    ASSERT_TRUE(await(client->send(get("/x"))));
    auto once = get("/x");
    once.idempotent = false;
    ASSERT_TRUE(await(client->send(once)));
    EXPECT_EQ(client->statistics().connections, 2u);
}

TEST_F(CurlHttpClientTest, ASlowServerIsATimeout)
{
    server().Get("/slow", [this](const httplib::Request&, httplib::Response&) { local.gate.wait(); });
    local.listen();
    auto request = get("/slow");
    request.timeout = 100ms;
    const auto reply = await(client->send(request));
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().code, errors::kNetTimeout);
    EXPECT_TRUE(reply.error().retryable);
}

TEST_F(CurlHttpClientTest, AReplyOfTenMegabytesIsRefusedByItsAnnouncedLength)
{
    server().Get("/huge", [](const httplib::Request&, httplib::Response& r) {
        r.set_content(std::string(10 << 20, 'x'), "text/plain");
    });
    local.listen();
    const auto reply = await(client->send(get("/huge")));
    EXPECT_EQ(reply.error().code, errors::kNetTooLarge);
}

TEST_F(CurlHttpClientTest, AnUnannouncedHugeReplyIsCutOffWhileItArrives)
{
    std::atomic<std::size_t> sent = 0;
    server().Get("/stream", [&](const httplib::Request&, httplib::Response& r) {
        r.set_chunked_content_provider("text/plain", [&](std::size_t, httplib::DataSink& sink) {
            const std::string chunk(64 << 10, 'x');
            if (sent > (256u << 20)) {
                sink.done();
                return true;
            }
            sent += chunk.size();
            return sink.write(chunk.data(), chunk.size());
        });
    });
    local.listen();
    auto request = get("/stream");
    request.maxBytes = 1 << 20;
    EXPECT_EQ(await(client->send(request)).error().code, errors::kNetTooLarge);
    EXPECT_LT(sent, 64u << 20);
}

TEST_F(CurlHttpClientTest, ACompressedReplyIsCappedByWhatComesOutOfIt)
{
    server().Get("/bomb", [](const httplib::Request&, httplib::Response& r) {
        r.set_content(std::string(10 << 20, 'x'), "text/plain"); // cpp-httplib compresses when asked for gzip
    });
    local.listen();
    EXPECT_EQ(await(client->send(get("/bomb"))).error().code, errors::kNetTooLarge);
}

TEST_F(CurlHttpClientTest, AReplyOfExactlyTheCapIsAccepted)
{
    server().Get("/fits", [](const httplib::Request&, httplib::Response& r) {
        r.set_content(std::string(1000, 'x'), "text/plain");
    });
    local.listen();
    auto request = get("/fits");
    request.maxBytes = 1000;
    EXPECT_TRUE(await(client->send(request)));
    request.maxBytes = 999;
    EXPECT_EQ(await(client->send(request)).error().code, errors::kNetTooLarge);
}

TEST_F(CurlHttpClientTest, ACutOffReplyIsUnreachableNotData)
{
    server().Get("/cut", [](const httplib::Request&, httplib::Response& r) {
        r.set_content_provider(1000, "text/plain", [](std::size_t offset, std::size_t, httplib::DataSink& sink) {
            if (offset > 0)
                return false;
            sink.write("only this", 9);
            return true;
        });
    });
    local.listen();
    const auto reply = await(client->send(get("/cut")));
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().code, errors::kNetUnreachable);
    EXPECT_TRUE(reply.error().retryable);
}

TEST_F(CurlHttpClientTest, NobodyListeningIsUnreachable)
{
    local.listen();
    const std::string url = local.url("/");
    local.server.stop();
    HttpRequest request;
    request.url = url;
    EXPECT_EQ(await(client->send(request)).error().code, errors::kNetUnreachable);
}

TEST_F(CurlHttpClientTest, AServerThatSpeaksSomethingElseIsGarbage)
{
    test::OneShotServer other("220 mail.example.org ESMTP\r\n");
    HttpRequest request;
    request.url = "http://127.0.0.1:" + std::to_string(other.port) + "/";
    const auto reply = await(client->send(request));
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().code, errors::kNetGarbage) << reply.error().detail;
}

TEST_F(CurlHttpClientTest, AnUnlistedHostIsRefusedWithoutBeingAsked)
{
    HttpRequest request;
    request.url = "https://example.org/";
    const auto reply = await(client->send(request));
    EXPECT_EQ(reply.error().code, errors::kNetHostNotListed);
    EXPECT_EQ(reply.error().args, (std::vector<std::string>{"example.org"}));
}

TEST_F(CurlHttpClientTest, PlainHttpToAnotherComputerIsRefused)
{
    hosts.allow({"example.org", "test", ""});
    HttpRequest request;
    request.url = "http://example.org/";
    EXPECT_EQ(await(client->send(request)).error().code, errors::kNetNotAllowed);
}

TEST_F(CurlHttpClientTest, AHeaderThatSmugglesALineIsRefused)
{
    auto request = get("/");
    request.headers = {{"X-A", "b\r\nX-C: d"}};
    EXPECT_EQ(await(client->send(request)).error().code, errors::kMalformed);
    request.headers = {{"X-A\r\nX-C", "d"}};
    EXPECT_EQ(await(client->send(request)).error().code, errors::kMalformed);
    request.headers = {{"Content-Length", "1"}};
    EXPECT_EQ(await(client->send(request)).error().code, errors::kMalformed);
}

TEST_F(CurlHttpClientTest, FollowsThreeRedirectsAndNoMore)
{
    server().Get(R"(/r(\d))", [](const httplib::Request& q, httplib::Response& r) {
        const int left = q.matches[1].str()[0] - '0';
        if (left == 0)
            r.set_content("there", "text/plain");
        else
            r.set_redirect("/r" + std::to_string(left - 1));
    });
    local.listen();
    const auto reply = await(client->send(get("/r3")));
    ASSERT_TRUE(reply) << reply.error().detail;
    EXPECT_EQ(asText(reply->body), "there");
    EXPECT_EQ(await(client->send(get("/r4"))).error().code, errors::kNetTooManyRedirects);
}

TEST_F(CurlHttpClientTest, ARedirectToAnUnlistedHostIsRefused)
{
    server().Get("/r", [](const httplib::Request&, httplib::Response& r) { r.set_redirect("https://example.org/"); });
    local.listen();
    EXPECT_EQ(await(client->send(get("/r"))).error().code, errors::kNetHostNotListed);
}

TEST_F(CurlHttpClientTest, ARedirectToPlainHttpElsewhereIsRefused)
{
    server().Get("/r", [](const httplib::Request&, httplib::Response& r) { r.set_redirect("http://example.org/"); });
    local.listen();
    EXPECT_EQ(await(client->send(get("/r"))).error().code, errors::kNetNotAllowed);
}

TEST_F(CurlHttpClientTest, APostIsNotTurnedIntoAGetByARedirect)
{
    server().Post("/r", [](const httplib::Request&, httplib::Response& r) { r.set_redirect("/elsewhere", 302); });
    local.listen();
    auto request = get("/r");
    request.method = HttpRequest::Method::Post;
    EXPECT_EQ(await(client->send(request))->status, 302);
}

TEST_F(CurlHttpClientTest, KeysStayBehindWhenARedirectLeavesTheOrigin)
{
    test::LocalServer<httplib::Server> other;
    std::string seen = "nothing";
    other.server.Get("/", [&](const httplib::Request& q, httplib::Response& r) {
        seen = q.get_header_value("X-Api-Key");
        r.set_content("", "text/plain");
    });
    other.listen();
    server().Get("/r", [&](const httplib::Request&, httplib::Response& r) { r.set_redirect(other.url("/")); });
    local.listen();
    auto request = get("/r");
    request.headers = {{"X-Api-Key", "secret"}};
    EXPECT_EQ(await(client->send(request))->status, 200);
    EXPECT_EQ(seen, "");
}

TEST_F(CurlHttpClientTest, CancellingARunningRequestEndsIt)
{
    server().Get("/slow", [this](const httplib::Request&, httplib::Response&) { local.gate.wait(); });
    local.listen();
    const CancelToken cancel;
    auto future = client->send(get("/slow"), cancel);
    local.gate.awaitWaiting(1);
    cancel.cancel();
    EXPECT_EQ(await(future).error().code, errors::kCancelled);
}

TEST_F(CurlHttpClientTest, ACancelledTokenSendsNothing)
{
    std::atomic<int> asked = 0;
    server().Get("/x", [&](const httplib::Request&, httplib::Response&) { ++asked; });
    local.listen();
    const CancelToken cancel;
    cancel.cancel();
    EXPECT_EQ(await(client->send(get("/x"), cancel)).error().code, errors::kCancelled);
    EXPECT_EQ(asked, 0);
}

TEST_F(CurlHttpClientTest, ATokenMayBeCancelledAfterTheClientIsGone)
{
    server().Get("/x", [](const httplib::Request&, httplib::Response& r) { r.set_content("", "text/plain"); });
    server().Get("/slow", [this](const httplib::Request&, httplib::Response&) { local.gate.wait(); });
    local.listen();
    const CancelToken cancel;
    auto future = client->send(get("/slow"), cancel);
    client.reset();
    cancel.cancel();
    EXPECT_EQ(await(future).error().code, errors::kCancelled);
}

TEST_F(CurlHttpClientTest, DestroyingTheClientCancelsWhatIsRunning)
{
    server().Get("/slow", [this](const httplib::Request&, httplib::Response&) { local.gate.wait(); });
    local.listen();
    std::vector<Future<HttpResponse>> futures;
    for (int i = 0; i < 10; ++i)
        futures.push_back(client->send(get("/slow")));
    local.gate.awaitWaiting(1);
    client.reset();
    for (auto& future : futures) {
        ASSERT_TRUE(future.isFinished());
        EXPECT_EQ(await(future).error().code, errors::kCancelled);
    }
}

TEST_F(CurlHttpClientTest, AfterStoppingNothingIsSent)
{
    int asked = 0;
    server().Get("/x", [&](const httplib::Request&, httplib::Response&) { ++asked; });
    local.listen();
    client->stop();
    const CancelToken token;
    auto late = client->send(get("/x"), token);
    ASSERT_TRUE(late.isFinished());
    EXPECT_EQ(late.takeResult().error().code, errors::kCancelled);
    token.cancel(); // finds nothing to cancel
    client.reset();
    EXPECT_EQ(asked, 0);
}

TEST_F(CurlHttpClientTest, ManyRequestsFromManyThreadsAllFinish)
{
    server().Get("/x", [](const httplib::Request&, httplib::Response& r) { r.set_content("y", "text/plain"); });
    local.listen();
    std::vector<std::thread> threads;
    std::atomic<int> good = 0;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&] {
            for (int i = 0; i < 20; ++i) {
                auto future = client->send(get("/x"));
                future.waitForFinished();
                good += future.result().has_value() ? 1 : 0;
            }
        });
    }
    for (auto& thread : threads)
        thread.join();
    EXPECT_EQ(good, 80);
}

TEST_F(CurlHttpClientTest, ALoopbackRequestDoesNotUseTheProxy)
{
    server().Get("/x", [](const httplib::Request&, httplib::Response& r) { r.set_content("y", "text/plain"); });
    local.listen();
    client->setProxy({ProxySettings::Kind::Http, "127.0.0.1", 1});
    EXPECT_TRUE(await(client->send(get("/x"))));
}

TEST_F(CurlHttpClientTest, AnHttpsRequestAsksTheProxyForATunnel)
{
    hosts.allow({"example.org", "test", ""});
    test::OneShotServer proxy("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
    client->setProxy({ProxySettings::Kind::Http, "127.0.0.1", proxy.port});
    HttpRequest request;
    request.url = "https://example.org/secret-path";
    EXPECT_EQ(await(client->send(request)).error().code, errors::kNetUnreachable);
    EXPECT_TRUE(proxy.request().starts_with("CONNECT example.org:443 HTTP/1.1"));
}

/// A variable of the environment, put back afterwards.
class Variable {
public:
    Variable(const char* name, const char* value) : m_name(name)
    {
        if (const char* before = std::getenv(name))
            m_before = before;
        ::setenv(name, value, 1);
    }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;
    ~Variable()
    {
        if (m_before)
            ::setenv(m_name, m_before->c_str(), 1);
        else
            ::unsetenv(m_name);
    }

private:
    const char* m_name;
    std::optional<std::string> m_before;
};

TEST_F(CurlHttpClientTest, NoVariableOfTheEnvironmentLeadsAroundTheProxy)
{
    const Variable lower("no_proxy", "service.invalid");
    const Variable upper("NO_PROXY", "service.invalid");
    hosts.allow({"service.invalid", "test", ""});
    test::OneShotServer proxy("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
    client->setProxy({ProxySettings::Kind::Http, "127.0.0.1", proxy.port});
    HttpRequest request;
    request.url = "https://service.invalid/"; // a name that nothing but a proxy can reach
    const auto reply = await(client->send(request));
    ASSERT_FALSE(reply);
    EXPECT_NE(reply.error().detail.find("403"), std::string::npos) << reply.error().detail;
}

TEST_F(CurlHttpClientTest, ASocksProxyThatWantsALoginIsAskedWithoutOneFirst)
{
    hosts.allow({"example.org", "test", ""});
    test::OneShotServer proxy("\x05\xff"); // no way to authenticate is acceptable
    client->setProxy({ProxySettings::Kind::Socks5, "127.0.0.1", proxy.port});
    HttpRequest request;
    request.url = "https://example.org/";
    EXPECT_EQ(await(client->send(request)).error().code, errors::kNetProxyLogin);
    EXPECT_TRUE(proxy.request().starts_with("\x05"));
}

class UnixSocketTest : public CurlHttpClientTest {
protected:
    QTemporaryDir folder;
    std::string path = folder.filePath(QStringLiteral("s.sock")).toStdString();
    std::string encoded() const
    {
        std::string out;
        for (const char c : path)
            out += c == '/' ? std::string("%2F") : std::string(1, c);
        return "http+unix://" + out;
    }
};

TEST_F(UnixSocketTest, TalksToASocketUnderTheHostOfItsHeader)
{
    server().Get("/rpc", [](const httplib::Request& q, httplib::Response& r) {
        r.set_content(q.get_header_value("Host"), "text/plain");
    });
    local.listenOn(path);
    hosts.allow({"unix:" + path, "test", ""});
    HttpRequest request;
    request.url = encoded() + "/rpc";
    request.headers = {{"Host", "rpc.demo"}};
    const auto reply = await(client->send(request));
    ASSERT_TRUE(reply) << reply.error().detail;
    EXPECT_EQ(asText(reply->body), "rpc.demo");
}

TEST_F(UnixSocketTest, ConnectionsAreUsedAgain)
{
    server().Get("/rpc", [](const httplib::Request&, httplib::Response& r) { r.set_content("x", "text/plain"); });
    local.listenOn(path);
    hosts.allow({"unix:" + path, "test", ""});
    HttpRequest request;
    request.url = encoded() + "/rpc";
    for (int i = 0; i < 10; ++i)
        ASSERT_TRUE(await(client->send(request)));
    EXPECT_EQ(client->statistics().connections, 1u);
}

TEST_F(UnixSocketTest, AnUnlistedSocketIsRefused)
{
    HttpRequest request;
    request.url = encoded() + "/rpc";
    EXPECT_EQ(await(client->send(request)).error().code, errors::kNetHostNotListed);
}

TEST_F(UnixSocketTest, AMissingSocketIsUnreachable)
{
    hosts.allow({"unix:" + path, "test", ""});
    HttpRequest request;
    request.url = encoded() + "/rpc";
    EXPECT_EQ(await(client->send(request)).error().code, errors::kNetUnreachable);
}

TEST_F(CurlHttpClientTest, FiveHundredThenTwoHundredIsASuccessForTheRetryingClient)
{
    std::atomic<int> asked = 0;
    server().Get("/flaky", [&](const httplib::Request&, httplib::Response& r) {
        r.status = ++asked == 1 ? 500 : 200;
        r.set_content("x", "text/plain");
    });
    local.listen();
    test::FakeClock clock;
    test::FakeDelay delay(clock);
    RateLimiter limiter(clock);
    RetryingHttpClient retrying(*client, limiter, delay, clock, 1);
    EXPECT_EQ(await(retrying.send(get("/flaky")))->status, 200);
    EXPECT_EQ(asked, 2);
}

TEST_F(CurlHttpClientTest, RetryAfterOfARealServerIsHonoured)
{
    std::atomic<int> asked = 0;
    server().Get("/busy", [&](const httplib::Request&, httplib::Response& r) {
        r.status = ++asked == 1 ? 429 : 200;
        r.set_header("Retry-After", "3");
        r.set_content("x", "text/plain");
    });
    local.listen();
    test::FakeClock clock;
    test::FakeDelay delay(clock);
    RateLimiter limiter(clock);
    RetryingHttpClient retrying(*client, limiter, delay, clock, 1);
    EXPECT_EQ(await(retrying.send(get("/busy")))->status, 200);
    EXPECT_GE(delay.waits.at(0), 3s);
}

} // namespace
} // namespace outpost::net
