package dev.slipway.sandbox.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.sandbox.argocd.ApplicationLife.Phase;
import dev.slipway.sandbox.controllers.Controller;
import dev.slipway.sandbox.controllers.StandInWorkloads;
import dev.slipway.standins.cluster.ClusterObjects;
import dev.slipway.standins.cluster.ObjectKey;
import dev.slipway.workflows.platform.AddonGraph;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Plays Argo CD, once its controllers are there. */
public final class StandInArgoCd implements Controller {
  private static final ObjectKey CONTROLLER =
      new ObjectKey("apps", "statefulsets", "argocd", "argocd-application-controller");
  private static final ObjectKey API_SERVER =
      new ObjectKey("apps", "deployments", "argocd", "argocd-server");

  /** What the syncs of these two need of Keycloak's. */
  private static final List<String> NEED_KEYCLOAK = List.of("argo-workflows", "backstage");

  private final ClusterObjects cluster;
  private final Charts charts;
  private final LocalRepository repository;
  private final ApplicationSets applicationSets;
  private final Pace pace;
  private final Clock clock;
  private final ArgoCdListener listener;
  private final Map<String, ApplicationLife> lives = new HashMap<>();
  private final Map<String, ApplicationLife> byAddon = new HashMap<>();

  public StandInArgoCd(
      ClusterObjects cluster,
      Charts charts,
      LocalRepository repository,
      Pace pace,
      Clock clock,
      ArgoCdListener listener) {
    this.cluster = cluster;
    this.charts = charts;
    this.repository = repository;
    this.applicationSets = new ApplicationSets(cluster, charts);
    this.pace = pace;
    this.clock = clock;
    this.listener = listener;
  }

  @Override
  public void reconcile() {
    if (!StandInWorkloads.isReady(cluster, CONTROLLER)
        || !StandInWorkloads.isReady(cluster, API_SERVER)) {
      return;
    }
    createDefaultProject();
    applicationSets.reconcile();
    cluster.list("argoproj.io", "applications").forEach(this::live);
  }

  private void live(ObjectNode application) {
    String name = application.path("metadata").path("name").asText();
    String addon = application.path("metadata").path("labels").path("addonName").asText();
    Instant now = clock.instant();
    ApplicationLife life =
        lives.computeIfAbsent(
            application.path("metadata").path("uid").asText(),
            uid -> new ApplicationLife(name, now));
    byAddon.put(addon, life);
    askedBy(application).ifPresent(by -> restart(life, by, now));
    switch (life.phase()) {
      case NEW -> {
        if (life.lasted(pace.beats(1), now)) {
          change(life, found -> life.sync(found, now));
        }
      }
      case SYNCING -> {
        if (life.lasted(pace.beats(1), now)) {
          finishSync(life, application, addon, now);
        }
      }
      case ASLEEP -> {
        if (life.lasted(pace.backOff(), now)) {
          change(life, found -> life.sync(found, now));
        }
      }
      case PROGRESSING -> {
        if (prerequisitesAreUp(addon) && life.isUpAfter(pace.startUp(addon), now)) {
          change(life, found -> life.comeUp(found, now));
        }
      }
      case UP -> {}
    }
  }

  private void restart(ApplicationLife life, String by, Instant now) {
    listener.syncAskedFor(life.name(), by);
    change(life, found -> life.sync(found, now));
  }

  private void finishSync(ApplicationLife life, ObjectNode application, String addon, Instant now) {
    if (NEED_KEYCLOAK.contains(addon) && !isUp("keycloak")) {
      String reason = "Secret \"keycloak-clients\" not found";
      listener.syncFailed(life.name(), reason);
      change(life, found -> life.fallAsleep(found, reason, now));
      return;
    }
    repository
        .appsetSource(application)
        .ifPresent(source -> repository.render(charts, source, "argocd").forEach(cluster::put));
    change(life, found -> life.progress(found, now));
  }

  /** Argo CD clears the state of an operation when it starts one itself. */
  private static Optional<String> askedBy(JsonNode application) {
    JsonNode by = application.path("operation").path("initiatedBy").path("username");
    return by.isTextual() ? Optional.of(by.asText()) : Optional.empty();
  }

  private boolean prerequisitesAreUp(String addon) {
    return AddonGraph.CNOE.among(byAddon.keySet()).prerequisitesOf(addon).stream()
        .allMatch(this::isUp);
  }

  private boolean isUp(String addon) {
    ApplicationLife life = byAddon.get(addon);
    return life != null && life.phase() == Phase.UP;
  }

  private void change(ApplicationLife life, Consumer<ObjectNode> change) {
    cluster.change(new ObjectKey("argoproj.io", "applications", "argocd", life.name()), change);
  }

  private void createDefaultProject() {
    if (cluster
        .find(new ObjectKey("argoproj.io", "appprojects", "argocd", "default"))
        .isPresent()) {
      return;
    }
    ObjectNode project = JsonNodeFactory.instance.objectNode();
    project.put("apiVersion", "argoproj.io/v1alpha1").put("kind", "AppProject");
    project.putObject("metadata").put("name", "default").put("namespace", "argocd");
    project.putObject("spec").putArray("sourceRepos").add("*");
    cluster.put(project);
  }
}
