package dev.slipway.e2e.bed.source;

import dev.slipway.e2e.bed.process.Launch;
import dev.slipway.e2e.bed.process.Ports;
import dev.slipway.e2e.bed.process.ServerProcess;
import dev.slipway.e2e.bed.process.Tool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A git daemon with one repository, which holds what is in {@link #checkout}. */
public final class GitServer implements AutoCloseable {
  private final Path checkout;
  private final int port = Ports.free();
  private final ServerProcess process;

  private GitServer(Path folder) {
    this.checkout = folder.resolve("checkout");
    process =
        new ServerProcess(
            Launch.of(
                "git-daemon",
                folder,
                daemon(folder),
                "--reuseaddr",
                "--listen=127.0.0.1",
                "--port=" + port,
                "--export-all",
                "--base-path=" + folder,
                folder));
  }

  /** Makes an empty repository in an existing folder and serves it. */
  static GitServer start(Path folder) {
    GitServer server = new GitServer(folder);
    Tool.run(folder, "git", "init", "-q", "--bare", "-b", "main", "platform.git");
    Tool.run(folder, "git", "-C", "platform.git", "config", "uploadpack.allowFilter", "true");
    Tool.run(folder, "git", "init", "-q", "-b", "main", server.checkout);
    server.git("config", "user.name", "bed");
    server.git("config", "user.email", "bed@bed.test");
    server.git("remote", "add", "origin", folder.resolve("platform.git"));
    server.process.start().awaitReady(Duration.ofSeconds(20), server::answers);
    return server;
  }

  /** The value for {@code repo.url}; the branch is main. */
  public String url() {
    return "git://127.0.0.1:" + port + "/platform.git";
  }

  /** The working tree; change it, then {@link #commit}. */
  public Path checkout() {
    return checkout;
  }

  /** Commits and publishes what changed in the checkout; returns the commit. */
  public String commit(String message) {
    commitUnpushed(message);
    push();
    return head();
  }

  /** Commits what changed in the checkout and keeps it there. */
  public void commitUnpushed(String message) {
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "-m", message);
  }

  /** Publishes all commits. */
  public void push() {
    git("push", "-q", "origin", "HEAD:main");
  }

  /** The commit that main is at. */
  public String head() {
    return git("rev-parse", "HEAD").strip();
  }

  /** Takes every commit since this one back. */
  public void resetTo(String commit) {
    git("reset", "-q", "--hard", commit);
    git("clean", "-qfdx");
    git("push", "-q", "--force", "origin", "HEAD:main");
  }

  public ServerProcess process() {
    return process;
  }

  @Override
  public void close() {
    process.close();
  }

  // "git daemon" would be a process with this one as its child.
  private static Path daemon(Path folder) {
    return Path.of(Tool.run(folder, "git", "--exec-path").strip()).resolve("git-daemon");
  }

  private String git(Object... arguments) {
    List<Object> command = new ArrayList<>(List.of("git"));
    command.addAll(Arrays.asList(arguments));
    return Tool.run(checkout, command.toArray());
  }

  private boolean answers() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    }
  }
}
