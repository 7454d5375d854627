package dev.slipway.activities.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.activities.git.GitRevisions.Resolution;
import dev.slipway.standins.cluster.StandInCluster;
import dev.slipway.workflows.platform.PlatformConfig.Repo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class GitRevisionsTest {
  private static final PersonIdent SOMEBODY = new PersonIdent("Ann", "ann@example.com");

  @TempDir private Path folder;
  private String first;
  private String second;

  @BeforeEach
  void makeRepository() throws Exception {
    try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      RevCommit tagged = commit(git);
      first = tagged.name();
      git.tag().setName("v1").setObjectId(tagged).setTagger(SOMEBODY).setSigned(false).call();
      second = commit(git).name();
    }
  }

  @Test
  void resolvesABranch() {
    assertThat(resolve("main")).isEqualTo(second);
  }

  @Test
  void resolvesTheHead() {
    assertThat(resolve("HEAD")).isEqualTo(second);
  }

  @Test
  void resolvesAnAnnotatedTagToItsCommit() {
    assertThat(resolve("v1")).isEqualTo(first);
  }

  @Test
  void takesACommitAsItIs() {
    assertThat(resolve(first)).isEqualTo(first);
  }

  @Test
  void saysThatThereIsNoSuchBranch() {
    assertThat(new GitRevisions().resolve(repo("none")).problem())
        .isEqualTo("the repository has no branch or tag of this name");
  }

  @Test
  void saysWhyTheRepositoryDoesNotAnswer() {
    Repo nowhere = new Repo("http://127.0.0.1:9/a/b", "main", "packages");

    assertThat(new GitRevisions().resolve(nowhere).commit()).isNull();
    assertThat(new GitRevisions().resolve(nowhere).problem()).contains("127.0.0.1:9");
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/failures/git.txt", delimiterString = " => ")
  void saysWhatAServerAnswered(int status, String said) throws IOException {
    HttpServer server = serve(exchange -> answer(exchange, status));
    try {
      Resolution answer = new GitRevisions().resolve(repositoryOf(server));

      assertThat(answer.commit()).isNull();
      assertThat(answer.problem()).contains(said);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void saysThatAServerHasNoAddress() {
    Repo nowhere = new Repo("https://git.invalid/a/b", "main", "packages");

    assertThat(new GitRevisions().resolve(nowhere).problem())
        .contains("UnknownHostException: git.invalid");
  }

  @Test
  void saysThatACertificateIsNotTrusted() {
    try (StandInCluster stranger = StandInCluster.start()) {
      Repo unknown = new Repo(stranger.endpoint() + "/a/b", "main", "packages");

      assertThat(new GitRevisions().resolve(unknown).problem())
          .contains("unable to find valid certification path");
    }
  }

  @Test
  void saysThatAServerDoesNotSpeakGit() throws IOException {
    HttpServer server = serve(GitRevisionsTest::answerAsADumbServer);
    try {
      assertThat(new GitRevisions().resolve(repositoryOf(server)).problem())
          .isEqualTo("the server does not answer as a Git server does");
    } finally {
      server.stop(0);
    }
  }

  private static HttpServer serve(HttpHandler answer) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/a/b/", answer);
    server.start();
    return server;
  }

  private static Repo repositoryOf(HttpServer server) {
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/a/b";
    return new Repo(url, "main", "packages");
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"a\"");
    exchange.sendResponseHeaders(status, 0);
    exchange.getResponseBody().write("<html>".getBytes(UTF_8));
    exchange.close();
  }

  private static void answerAsADumbServer(HttpExchange exchange) throws IOException {
    byte[] refs = ("0".repeat(39) + "1\trefs/heads/main\n").getBytes(UTF_8);
    boolean isRefs = exchange.getRequestURI().getPath().endsWith("/info/refs");
    exchange.sendResponseHeaders(isRefs ? 200 : 404, isRefs ? refs.length : -1);
    if (isRefs) {
      exchange.getResponseBody().write(refs);
    }
    exchange.close();
  }

  private String resolve(String revision) {
    return new GitRevisions().resolve(repo(revision)).commit();
  }

  private Repo repo(String revision) {
    return new Repo(folder.toUri().toString(), revision, "packages");
  }

  private static RevCommit commit(Git git) throws Exception {
    return git.commit()
        .setMessage("Change nothing")
        .setAuthor(SOMEBODY)
        .setCommitter(SOMEBODY)
        .setAllowEmpty(true)
        .setSign(false)
        .call();
  }
}
