package dev.slipway.e2e.bed.cluster;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * A range of loopback addresses for one cluster's services, 127.N.0.0/24, held by listening on the
 * first one's port 443: that is the service "kubernetes", and nobody else can then take the range.
 */
public record ServiceAddresses(String prefix, ServerSocket kubernetes) {
  private static final int FIRST = 10;
  private static final int LAST = 250;

  static ServiceAddresses reserve() {
    for (int n = FIRST; n <= LAST; n++) {
      String prefix = "127." + n + ".0.";
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
