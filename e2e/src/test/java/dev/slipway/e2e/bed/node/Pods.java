package dev.slipway.e2e.bed.node;

import dev.slipway.e2e.bed.cluster.ControlPlane;
import dev.slipway.e2e.bed.process.Launch;
import dev.slipway.e2e.bed.process.ServerProcess;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The bed's kubelet: behind each running pod of Argo CD and External Secrets it runs the real
 * process, and ends it when the pod goes. Component names are the pods' app.kubernetes.io/name.
 */
public final class Pods implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(8);
  private static final Duration PAUSE_AFTER_EXIT = Duration.ofSeconds(2);
  private final KubernetesClient client;
  private final ServerProcess redis;
  private final List<Component> components;
  private final PodAccess access;
  private final Services services;
  private final Loop loop;
  private final Map<String, ServerProcess> running = new ConcurrentHashMap<>();
  private final Map<String, Long> notBefore = new HashMap<>();
  private final Set<String> off = ConcurrentHashMap.newKeySet();

  public Pods(Path folder, ControlPlane plane, Map<String, String> awsEnvironment) {
    client = plane.client("bed-pods");
    PodFolder podFolder = new PodFolder(folder);
    ArgoCdProcesses argoCd = new ArgoCdProcesses(podFolder);
    ExternalSecretsProcesses externalSecrets =
        new ExternalSecretsProcesses(podFolder, plane.services().first(), awsEnvironment);
    components = new ArrayList<>(argoCd.all());
    components.addAll(externalSecrets.all());
    access =
        new PodAccess(client, plane.kubeconfigs(), folder, externalSecrets.webhookCertificates());
    services = new Services(plane, argoCd.serverPort, externalSecrets.webhookPort);
    redis = ServerProcess.start(argoCd.redis());
    loop = new Loop("pods", folder, this::pass);
    loop.start();
  }

  /** Ends a component's process although its pod runs, and keeps it from starting. */
  public void keepOff(String component) {
    known(component);
    off.add(component);
    synchronized (this) {
      end(component);
    }
  }

  /** Takes {@link #keepOff} back. */
  public void allow(String component) {
    off.remove(component);
  }

  public boolean isRunning(String component) {
    ServerProcess process = running.get(known(component));
    return process != null && process.isRunning();
  }

  /** What the component's processes have logged so far. */
  public String logOf(String component) {
    return new ServerProcess(component(component).launch()).log().text();
  }

  @Override
  public void close() {
    loop.close();
    running.values().forEach(ServerProcess::close);
    services.close();
    redis.close();
    client.close();
  }

  private synchronized void pass() {
    Map<String, Pod> pods = runningPods();
    for (String name : List.copyOf(running.keySet())) {
      if (!pods.containsKey(name)) {
        end(name);
      } else if (!running.get(name).isRunning()) {
        loop.note(name + " ended with " + running.remove(name).exitCode());
        notBefore.put(name, System.nanoTime() + PAUSE_AFTER_EXIT.toNanos());
      }
    }
    pods.forEach(this::begin);
    services.pass(client);
  }

  private Map<String, Pod> runningPods() {
    Map<String, Pod> found = new HashMap<>();
    List<Pod> pods = new ArrayList<>(client.pods().inAnyNamespace().list().getItems());
    for (Component component : components) {
      pods.stream()
          .filter(pod -> !off.contains(component.name()) && isLive(pod, component))
          .findFirst()
          .ifPresent(pod -> found.put(component.name(), pod));
    }
    return found;
  }

  private static boolean isLive(Pod pod, Component component) {
    Map<String, String> labels = pod.getMetadata().getLabels();
    return labels != null
        && component.name().equals(labels.get("app.kubernetes.io/name"))
        && component.namespace().equals(pod.getMetadata().getNamespace())
        && pod.getMetadata().getDeletionTimestamp() == null
        && "Running".equals(pod.getStatus().getPhase());
  }

  private void begin(String name, Pod pod) {
    boolean early = System.nanoTime() < notBefore.getOrDefault(name, Long.MIN_VALUE);
    if (running.containsKey(name) || early || !access.isPrepared(name)) {
      return;
    }
    Launch launch = component(name).launch().with("KUBECONFIG", access.kubeconfigFor(name, pod));
    running.put(name, ServerProcess.start(launch));
    loop.note(name + " started");
  }

  private void end(String name) {
    ServerProcess process = running.remove(name);
    if (process != null) {
      process.stop(GRACE);
      loop.note(name + " stopped");
    }
  }

  private Component component(String name) {
    return components.stream()
        .filter(component -> component.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " is none of " + components));
  }

  private String known(String name) {
    return component(name).name();
  }
}
