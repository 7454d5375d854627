package dev.slipway.standins.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate for this machine's loopback address, made once in a JVM by the JDK's keytool. */
final class ServerIdentity {
  private static final String ALIAS = "stand-in";
  private static final String PASSWORD = "stand-in";
  private static final int KEYTOOL_SECONDS = 60;

  private static ServerIdentity made;

  private final KeyStore keyStore;

  private ServerIdentity(KeyStore keyStore) {
    this.keyStore = keyStore;
  }

  static synchronized ServerIdentity ofThisJvm() throws IOException {
    if (made == null) {
      made = make();
    }
    return made;
  }

  private static ServerIdentity make() throws IOException {
    Path folder = Files.createTempDirectory("stand-in-cluster");
    Path file = folder.resolve("cluster.p12");
    try (InputStream content = Files.newInputStream(keytool(file))) {
      KeyStore keyStore = KeyStore.getInstance("PKCS12");
      keyStore.load(content, PASSWORD.toCharArray());
      return new ServerIdentity(keyStore);
    } catch (GeneralSecurityException e) {
      throw new IOException("The cluster's certificate could not be read", e);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  SSLContext tls() throws IOException {
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(keyStore, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("TLS could not be set up", e);
    }
  }

  String certificatePem() throws IOException {
    try {
      byte[] encoded = keyStore.getCertificate(ALIAS).getEncoded();
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
          + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException e) {
      throw new IOException("The cluster's certificate could not be read", e);
    }
  }

  private static Path keytool(Path file) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=stand-in cluster",
                "-ext",
                "san=ip:127.0.0.1,dns:localhost",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    try (InputStream output = process.getInputStream()) {
      String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(KEYTOOL_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("keytool failed: " + said);
      }
      return file;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while keytool ran", e);
    } finally {
      process.destroyForcibly();
    }
  }
}
