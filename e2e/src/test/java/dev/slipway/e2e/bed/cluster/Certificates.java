package dev.slipway.e2e.bed.cluster;

import dev.slipway.e2e.bed.process.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** The certificate authority of one cluster, what it signed, and the service account key. */
final class Certificates {
  private static final String HOSTS =
      "IP:127.0.0.1,IP:%s,DNS:localhost,DNS:kubernetes,DNS:kubernetes.default,"
          + "DNS:kubernetes.default.svc,DNS:kubernetes.default.svc.cluster.local";
  private final Path folder;

  private Certificates(Path folder) {
    this.folder = folder;
  }

  /** Makes them, unless the folder has them from an earlier life of the cluster. */
  static Certificates in(Path folder, String serviceAddress) {
    return Files.exists(folder.resolve("sa.key"))
        ? new Certificates(folder)
        : create(folder, serviceAddress);
  }

  private static Certificates create(Path folder, String serviceAddress) {
    try {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve("server.cnf"),
          "subjectAltName=%s\nextendedKeyUsage=serverAuth\n"
              .formatted(HOSTS.formatted(serviceAddress)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Certificates certificates = new Certificates(folder);
    certificates.makeAuthority();
    certificates.makeServer();
    certificates.openssl("genrsa -out sa.key 2048");
    return certificates;
  }

  Path authority() {
    return folder.resolve("ca.crt");
  }

  Path serverCertificate() {
    return folder.resolve("server.crt");
  }

  Path serverKey() {
    return folder.resolve("server.key");
  }

  Path serviceAccountKey() {
    return folder.resolve("sa.key");
  }

  /** The server's key and certificate for a Java server; the password is "bed". */
  Path keyStore() {
    return folder.resolve("server.p12");
  }

  String authorityBase64() {
    try {
      return Base64.getEncoder().encodeToString(Files.readAllBytes(authority()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void makeAuthority() {
    openssl("ecparam -name prime256v1 -genkey -noout -out ca.key");
    openssl(
        "req -x509 -new -key ca.key -subj /CN=bed-ca -days 30 -out ca.crt"
            + " -addext basicConstraints=critical,CA:TRUE"
            + " -addext keyUsage=critical,keyCertSign,cRLSign");
  }

  private void makeServer() {
    openssl("ecparam -name prime256v1 -genkey -noout -out server.key");
    openssl("req -new -key server.key -subj /CN=server -out server.csr");
    openssl(
        "x509 -req -in server.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 30"
            + " -out server.crt -extfile server.cnf");
    openssl("pkcs12 -export -inkey server.key -in server.crt -passout pass:bed -out server.p12");
  }

  private void openssl(String arguments) {
    Object[] command = ("openssl " + arguments).split(" ", -1);
    Tool.run(folder, command);
  }
}
