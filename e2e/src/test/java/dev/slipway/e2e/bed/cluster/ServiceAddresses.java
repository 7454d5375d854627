package dev.slipway.e2e.bed.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A range of loopback addresses for one cluster's services, 127.N.0.0/24, held by listening on the
 * first one's port 443: that is the service "kubernetes", and nobody else can then take the range.
 */
public record ServiceAddresses(String prefix, ServerSocket kubernetes) {
  static final String FILE = "service-addresses";
  private static final int FIRST = 10;
  private static final int LAST = 250;

  /** The range that an earlier life had, as services keep their addresses; else a free one. */
  static ServiceAddresses reserve(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      List<String> prefixes = Files.exists(file) ? List.of(Files.readString(file)) : all();
      ServiceAddresses reserved = firstFree(prefixes);
      Files.writeString(file, reserved.prefix());
      return reserved;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> all() {
    return IntStream.rangeClosed(FIRST, LAST).mapToObj(n -> "127." + n + ".0.").toList();
  }

  private static ServiceAddresses firstFree(List<String> prefixes) {
    for (String prefix : prefixes) {
      try {
        InetAddress first = InetAddress.getByName(prefix + "1");
        return new ServiceAddresses(prefix, new ServerSocket(443, 50, first));
      } catch (BindException e) {
        if (!e.getMessage().contains("in use")) {
          throw new IllegalStateException(
              "Port 443 needs root or sysctl net.ipv4.ip_unprivileged_port_start=0", e);
        }
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new IllegalStateException("No free range of service addresses");
  }

  public String first() {
    return prefix + "1";
  }

  String range() {
    return prefix + "0/24";
  }
}
