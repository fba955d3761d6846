// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <string>

namespace outpost::test {

/// A key and a self-signed certificate for one name, as PEM files.
class Certificate {
public:
    Certificate(const QTemporaryDir& folder, const char* name)
        : certFile(folder.filePath(QStringLiteral("cert.pem")).toStdString()),
          keyFile(folder.filePath(QStringLiteral("key.pem")).toStdString())
    {
        EVP_PKEY* key = EVP_EC_gen("P-256");
        X509* cert = X509_new();
        X509_set_version(cert, X509_VERSION_3);
        ASN1_INTEGER_set(X509_get_serialNumber(cert), 1);
        X509_gmtime_adj(X509_getm_notBefore(cert), -3600);
        X509_gmtime_adj(X509_getm_notAfter(cert), 24 * 3600);
        X509_set_pubkey(cert, key);
        X509_NAME* subject = X509_get_subject_name(cert);
        X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>(name), -1, -1,
                                   0);
        X509_set_issuer_name(cert, subject);
        const std::string alternative = std::string("DNS:") + name;
        X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, alternative.c_str());
        X509_add_ext(cert, extension, -1);
        X509_EXTENSION_free(extension);
        X509_sign(cert, key, EVP_sha256());
        write(certFile, [cert](FILE* file) { PEM_write_X509(file, cert); });
        write(keyFile, [key](FILE* file) { PEM_write_PrivateKey(file, key, nullptr, nullptr, 0, nullptr, nullptr); });
        X509_free(cert);
        EVP_PKEY_free(key);
    }

    const std::string certFile;
    const std::string keyFile;

private:
    template <class F> static void write(const std::string& path, F&& content)
    {
        FILE* file = std::fopen(path.c_str(), "w");
        content(file);
        std::fclose(file);
    }
};

} // namespace outpost::test
