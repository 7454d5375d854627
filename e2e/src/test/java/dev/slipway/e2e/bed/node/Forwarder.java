package dev.slipway.e2e.bed.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Passes connections to a service's address on to the process behind it. */
public final class Forwarder implements AutoCloseable {
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "bed-forwarder");
            thread.setDaemon(true);
            return thread;
          });
  private final ServerSocket listener;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  Forwarder(ServerSocket listener, int target) {
    this.listener = listener;
    this.target = target;
    THREADS.execute(this::accept);
  }

  public static Forwarder listen(String address, int port, int target) {
    try {
      ServerSocket socket = new ServerSocket(port, 50, InetAddress.getByName(address));
      return new Forwarder(socket, target);
    } catch (IOException e) {
      throw new UncheckedIOException(address + ":" + port, e);
    }
  }

  @Override
  public void close() {
    closeQuietly(listener);
    open.forEach(Forwarder::closeQuietly);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        connect(listener.accept());
      } catch (IOException e) {
        // Closed by the bed; the loop ends.
      }
    }
  }

  private void connect(Socket client) {
    try {
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
      open.add(client);
      open.add(server);
      THREADS.execute(() -> pump(client, server));
      THREADS.execute(() -> pump(server, client));
    } catch (IOException e) {
      closeQuietly(client);
    }
  }

  private void pump(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One side went away; so does the other.
    } finally {
      closeQuietly(from);
      closeQuietly(to);
      open.remove(from);
      open.remove(to);
    }
  }

  private static void closeQuietly(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception e) {
      // Nothing is lost with it.
    }
  }
}
