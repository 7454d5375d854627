package dev.slipway.activities.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HelmSessionTest {
  private static final HelmProcess HELM = new HelmProcess(HelmProcess.defaultCache(), () -> {});

  private static final String TOKEN = "planted-token-7c1f";

  @TempDir private Path chart;

  @BeforeEach
  void writesAChart() throws IOException {
    Files.writeString(
        chart.resolve("Chart.yaml"), "{apiVersion: v2, name: greeting, version: 1.0.0}");
    Files.createDirectory(chart.resolve("templates"));
    template("{apiVersion: v1, kind: ConfigMap, metadata: {name: {{ .Values.who }}}}");
  }

  @Test
  void rendersSeveralTimesInOneChild() {
    try (HelmSession session = HELM.open()) {
      assertThat(session.call(rendering("grüezi"))).contains("name: grüezi");
      assertThat(session.call(rendering("hello"))).contains("name: hello");
    }
  }

  @Test
  void rendersWhatItHasRenderedBeforeWithoutAChild() throws IOException {
    try (HelmSession session = HELM.open()) {
      session.call(rendering("again"));
    }
    try (HelmSession session = HELM.open()) {
      assertThat(session.call(rendering("again"))).contains("name: again");
      assertThat(session.hasChild()).isFalse();
      template("{apiVersion: v1, kind: ConfigMap, metadata: {name: another-{{ .Values.who }}}}");
      assertThat(session.call(rendering("again"))).contains("name: another-again");
    }
  }

  @Test
  void sessionLeavesNothingBehind() {
    Path folder;
    try (HelmSession session = HELM.open()) {
      session.call(rendering("hello"));
      folder = session.folder();
      assertThat(folder).isNotEmptyDirectory();
    }
    assertThat(folder).doesNotExist();
  }

  @Test
  void saysWhatHelmCouldNotRender() throws IOException {
    template("{{ fail \"no such luck\" }}");
    try (HelmSession session = HELM.open()) {
      assertThatThrownBy(() -> session.call(rendering("hello")))
          .hasMessageContaining("INVALID_PACKAGES")
          .hasMessageContaining("no such luck");
    }
  }

  @Test
  void childSeesNothingOfTheWorkersEnvironment() throws IOException {
    template("{apiVersion: v1, kind: ConfigMap, metadata: {namespace: {{ .Release.Namespace }}}}");
    try (HelmSession session = HELM.open()) {
      String environment = Files.readString(Path.of("/proc/" + session.child().pid() + "/environ"));
      assertThat(environment.split("\0"))
          .extracting(variable -> variable.substring(0, variable.indexOf('=')))
          .containsExactlyInAnyOrder(
              "LC_ALL",
              "HOME",
              "TMPDIR",
              "KUBECONFIG",
              "HELM_DRIVER",
              "HELM_CACHE_HOME",
              "HELM_CONFIG_HOME",
              "HELM_DATA_HOME",
              "HELM_PLUGINS");
    }
  }

  @Test
  void childEndsWithAKilledParentAndTheNextClearsUpBehindThem() throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ParentThatIsKilled.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> said = List.of(parent.inputReader().readLine().split(" ", 2));
    ProcessHandle child = ProcessHandle.of(Long.parseLong(said.get(0))).orElseThrow();

    parent.destroyForcibly();

    child.onExit().get(30, TimeUnit.SECONDS);
    parent.onExit().get(30, TimeUnit.SECONDS);
    HELM.open().close();
    assertThat(Path.of(said.get(1))).doesNotExist();
  }

  @Test
  void failingHeartbeatEndsTheCall() throws IOException {
    HelmProcess cancelled =
        new HelmProcess(
            HelmProcess.defaultCache(),
            () -> {
              throw new IllegalStateException("cancelled");
            });
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        HelmSession session = cancelled.open()) {
      String address = "https://127.0.0.1:" + silent.getLocalPort();
      assertThatThrownBy(() -> session.call(installing(address))).hasMessage("cancelled");
    }
  }

  @Test
  void aGuardThatNoLongerLetsItEndsTheCallAndTheChild() throws IOException {
    ProcessHandle child;
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        HelmSession session =
            HELM.open(
                () -> {
                  throw new IllegalStateException("token lost");
                })) {
      child = ProcessHandle.of(session.child().pid()).orElseThrow();
      String address = "https://127.0.0.1:" + silent.getLocalPort();
      assertThatThrownBy(() -> session.call(installing(address))).hasMessage("token lost");
    }
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void kubeconfigIsInNoArgumentVariableFileOrMessage() throws IOException {
    try (HelmSession session = HELM.open()) {
      assertThatThrownBy(() -> session.call(installing("https://127.0.0.1:1")))
          .hasMessageContaining("CLUSTER_UNREACHABLE")
          .hasMessageContaining("127.0.0.1:1")
          .message()
          .doesNotContain(TOKEN);
      for (String file : List.of("cmdline", "environ")) {
        assertThat(Path.of("/proc/" + session.child().pid(), file)).content().doesNotContain(TOKEN);
      }
      try (Stream<Path> files = Files.walk(session.folder())) {
        assertThat(
                files
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".tmp")))
            .isNotEmpty()
            .allSatisfy(file -> assertThat(file).content().doesNotContain(TOKEN));
      }
    }
  }

  private HelmRequest installing(String server) {
    String kubeconfig =
        """
        {"apiVersion": "v1", "kind": "Config", "current-context": "c",
        "clusters": [{"name": "c", "cluster": {"server": "%s"}}],
        "users": [{"name": "u", "user": {"token": "%s"}}],
        "contexts": [{"name": "c", "context": {"cluster": "c", "user": "u"}}]}
        """
            .formatted(server, TOKEN);
    ObjectNode values = JsonNodeFactory.instance.objectNode().put("who", "me");
    return new HelmRequest(
        HelmRequest.Operation.INSTALL,
        chart,
        "greeting",
        "default",
        List.of(values),
        "",
        kubeconfig,
        "");
  }

  private void template(String text) throws IOException {
    Files.writeString(chart.resolve("templates/greeting.yaml"), text);
  }

  private HelmRequest rendering(String who) {
    ObjectNode values = JsonNodeFactory.instance.objectNode().put("who", who);
    return HelmRequest.template(chart, "greeting", "default", List.of(values));
  }
}
