package dev.slipway.e2e.bed;

import dev.slipway.e2e.bed.aws.AwsKeys;
import dev.slipway.e2e.bed.aws.Moto;
import dev.slipway.e2e.bed.cloud.Cloud;
import dev.slipway.e2e.bed.cluster.AdmissionWebhook;
import dev.slipway.e2e.bed.cluster.ApiServer;
import dev.slipway.e2e.bed.cluster.AuditLog;
import dev.slipway.e2e.bed.cluster.ControlPlane;
import dev.slipway.e2e.bed.cluster.EksTokenWebhook;
import dev.slipway.e2e.bed.node.Pods;
import dev.slipway.e2e.bed.operators.Operators;
import dev.slipway.e2e.bed.process.Launch;
import dev.slipway.e2e.bed.process.Servers;
import dev.slipway.e2e.bed.process.Tool;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An EKS cluster of the bed: control plane, pods with real processes, stand-in operators. */
public final class Cluster implements AutoCloseable {
  private final ClusterSpec spec;
  private final Path folder;
  private final AwsKeys keys;
  private final ControlPlane plane;
  private final Pods pods;
  private final Operators operators;
  private boolean closed;

  private Cluster(ClusterSpec spec, Path folder, Moto aws) {
    this.spec = spec;
    this.folder = folder;
    keys = aws.keysOf(spec.account());
    plane = ControlPlane.start(folder, spec.name());
    pods = new Pods(folder, plane, awsEnvironment(aws));
    operators = new Operators(folder, plane, cloud(aws), spec.name());
    aws.putCluster(
        spec.account(), spec.region(), spec.name(), apiServer().url(), plane.authorityBase64());
  }

  static Cluster start(ClusterSpec spec, Path folder, Moto aws) {
    return new Cluster(spec, folder, aws);
  }

  ClusterSpec spec() {
    return spec;
  }

  public String name() {
    return spec.name();
  }

  public String region() {
    return spec.region();
  }

  public String account() {
    return spec.account();
  }

  /** AWS keys of the cluster's account. */
  public AwsKeys keys() {
    return keys;
  }

  /** An administrator's client; the audit log shows it as "bed-admin". */
  public KubernetesClient client() {
    return plane.client();
  }

  /** Applies YAML as an administrator. */
  public void apply(String yaml) {
    client()
        .load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
        .serverSideApply();
  }

  /** Deletes what {@link #apply} has made of the same text. */
  public void delete(String yaml) {
    client().load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))).delete();
  }

  /** Argo CD's Applications. */
  public List<GenericKubernetesResource> applications() {
    return client()
        .genericKubernetesResources("argoproj.io/v1alpha1", "Application")
        .inNamespace("argocd")
        .list()
        .getItems();
  }

  /** An administrator's kubeconfig. */
  public Path kubeconfig() {
    return plane.kubeconfig();
  }

  /** To stop, freeze and start the API server. */
  public ApiServer apiServer() {
    return plane.apiServer();
  }

  /** Every request that the API server was asked. */
  public AuditLog audit() {
    return plane.audit();
  }

  /** To change how long EKS tokens live and which cluster names they may be for. */
  public EksTokenWebhook tokens() {
    return plane.tokens();
  }

  /** To let another team's webhook refuse what Slipway writes. */
  public AdmissionWebhook webhook() {
    return plane.webhook();
  }

  /** The real processes behind the pods; any of them can be kept off. */
  public Pods pods() {
    return pods;
  }

  public Operators operators() {
    return operators;
  }

  /** What the cluster's controllers have in AWS. */
  public Cloud cloud() {
    return operators.cloud();
  }

  /** The cluster's logs and data. */
  public Path folder() {
    return folder;
  }

  /** Runs the real Helm as an administrator. */
  public String helm(String... arguments) {
    List<Object> command = new ArrayList<>(List.of(Servers.path("helm")));
    command.addAll(List.of(arguments));
    Launch launch = Launch.of("helm", folder, command.toArray()).with("KUBECONFIG", kubeconfig());
    Tool.Result result = Tool.tryRun(launch);
    if (result.exitCode() != 0) {
      throw new IllegalStateException("helm " + List.of(arguments) + ": " + result.output());
    }
    return result.output();
  }

  /** Ends the cluster, all that writes first, and leaves in a folder what it holds. */
  void freeze(Path image) {
    operators.close();
    pods.close();
    plane.freeze(image);
    close();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      operators.close();
      pods.close();
      plane.close();
    }
  }

  private Cloud cloud(Moto aws) {
    return new Cloud(aws.clients(spec.account(), spec.region()));
  }

  private Map<String, String> awsEnvironment(Moto aws) {
    Map<String, String> environment = new HashMap<>(keys.environment());
    environment.put("AWS_SECRETSMANAGER_ENDPOINT", aws.address().toString());
    environment.put("AWS_STS_ENDPOINT", aws.address().toString());
    return environment;
  }
}
