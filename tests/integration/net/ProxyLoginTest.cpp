// SPDX-License-Identifier: GPL-3.0-or-later
#include "Certificate.h"
#include "LocalServer.h"
#include "LoginProxy.h"

#include "core/net/CurlHttpClient.h"
#include "core/net/NetErrors.h"
#include "tests/support/Await.h"

#include <gtest/gtest.h>

namespace outpost::net {
namespace {

using test::await;
using test::LoginProxy;

constexpr const char* kHost = "service.example.org";

/// A server that has a name of the internet, reachable only through a proxy that wants a login.
class ProxyLoginTest : public testing::TestWithParam<LoginProxy::Kind> {
protected:
    ProxyLoginTest()
        : m_certificate(m_folder, kHost), m_local(m_certificate.certFile.c_str(), m_certificate.keyFile.c_str())
    {
        m_local.server.Get("/x", [this](const httplib::Request& request, httplib::Response& reply) {
            m_sawProxyHeader = request.has_header("Proxy-Authorization");
            reply.set_content("y", "text/plain");
        });
        m_local.listen();
        m_proxy = std::make_unique<LoginProxy>(GetParam(), "fleet", "pass:word \xc3\xa9", m_local.port);
        m_hosts.allow({kHost, "test", ""});
        CurlHttpClient::Options options;
        options.caFile = m_certificate.certFile;
        m_client = std::move(*CurlHttpClient::create(m_hosts, options));
    }
    ~ProxyLoginTest() override { m_client.reset(); } // its connections end before the proxy waits for them

    void use(const std::string& user, const std::string& password, int port = 0)
    {
        const bool http = GetParam() == LoginProxy::Kind::Http;
        ProxySettings settings;
        settings.kind = http ? ProxySettings::Kind::Http : ProxySettings::Kind::Socks5;
        settings.host = "127.0.0.1";
        settings.port = port == 0 ? m_proxy->port : port;
        settings.user = user;
        if (!password.empty())
            settings.password = std::make_shared<const SecureBytes>(asBytes(password));
        m_client->setProxy(std::move(settings));
    }
    Result<HttpResponse> get()
    {
        HttpRequest request;
        request.url = std::string("https://") + kHost + "/x";
        return await(m_client->send(request));
    }
    std::string proxyName(int port) const { return "127.0.0.1:" + std::to_string(port); }

    QTemporaryDir m_folder;
    test::Certificate m_certificate;
    test::LocalServer<httplib::SSLServer> m_local;
    std::unique_ptr<LoginProxy> m_proxy;
    HostRegistry m_hosts;
    std::unique_ptr<CurlHttpClient> m_client;
    std::atomic<bool> m_sawProxyHeader = false;
};

TEST_P(ProxyLoginTest, TheRightNameAndPasswordLeadToTheServer)
{
    use("fleet", "pass:word \xc3\xa9");
    const auto reply = get();
    ASSERT_TRUE(reply) << reply.error().detail;
    EXPECT_EQ(asText(reply->body), "y");
    ASSERT_EQ(m_proxy->tunnels().size(), 1u);
    EXPECT_TRUE(m_proxy->tunnels().front().starts_with(kHost)) << "the proxy resolves the name";
}

TEST_P(ProxyLoginTest, TheServerNeverSeesTheLogin)
{
    use("fleet", "pass:word \xc3\xa9");
    ASSERT_TRUE(get());
    EXPECT_FALSE(m_sawProxyHeader);
}

TEST_P(ProxyLoginTest, AWrongPasswordIsSaidOfTheProxyAndNotOfTheServer)
{
    use("fleet", "wrong");
    const auto reply = get();
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().code, errors::kNetProxyLogin) << reply.error().detail;
    EXPECT_EQ(reply.error().args, std::vector<std::string>{proxyName(m_proxy->port)});
    EXPECT_TRUE(m_proxy->tunnels().empty());
}

TEST_P(ProxyLoginTest, WithoutANameTheProxysWishIsSaid)
{
    use({}, {});
    const auto reply = get();
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().code, errors::kNetProxyLogin) << reply.error().detail;
}

TEST_P(ProxyLoginTest, NeitherNameNorPasswordStandsInTheError)
{
    use("fleet", "topsecret");
    const auto reply = get();
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().detail.find("topsecret"), std::string::npos);
    EXPECT_EQ(reply.error().detail.find("fleet"), std::string::npos);
}

TEST_P(ProxyLoginTest, AProxyThatIsNotThereIsNamed)
{
    use({}, {}, 1);
    const auto reply = get();
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().code, errors::kNetProxy) << reply.error().detail;
    EXPECT_EQ(reply.error().args, std::vector<std::string>{proxyName(1)});
}

TEST_P(ProxyLoginTest, ANewPasswordCountsForTheNextRequest)
{
    use("fleet", "wrong");
    ASSERT_FALSE(get());
    use("fleet", "pass:word \xc3\xa9");
    EXPECT_TRUE(get());
}

INSTANTIATE_TEST_SUITE_P(Both, ProxyLoginTest, testing::Values(LoginProxy::Kind::Http, LoginProxy::Kind::Socks5),
                         [](const auto& info) { return info.param == LoginProxy::Kind::Http ? "Http" : "Socks5"; });

} // namespace
} // namespace outpost::net
