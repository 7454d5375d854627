package dev.slipway.standins.argocd;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.argocd.clusters.ApplicationSets;
import dev.slipway.standins.argocd.sources.Sources;
import dev.slipway.standins.argocd.sources.Templates;
import dev.slipway.standins.cluster.ClusterObjects;
import dev.slipway.standins.cluster.objects.ObjectKey;
import dev.slipway.standins.control.Controller;
import dev.slipway.standins.workloads.StandInWorkloads;
import java.time.Clock;
import java.util.List;

/** Plays Argo CD, once its controllers are said to run. */
public final class StandInArgoCd implements Controller {
  private static final List<ObjectKey> PROCESSES =
      List.of(
          new ObjectKey("apps", "statefulsets", "argocd", "argocd-application-controller"),
          new ObjectKey("apps", "deployments", "argocd", "argocd-applicationset-controller"),
          new ObjectKey("apps", "deployments", "argocd", "argocd-server"));
  private static final ObjectKey DEFAULT_PROJECT =
      new ObjectKey("argoproj.io", "appprojects", "argocd", "default");

  private final ClusterObjects cluster;
  private final ApplicationSets applicationSets;
  private final ApplicationController applications;

  public StandInArgoCd(
      ClusterObjects cluster,
      Sources sources,
      Templates templates,
      Timing timing,
      Clock clock,
      ArgoCdListener listener) {
    this.cluster = cluster;
    applicationSets = new ApplicationSets(cluster, templates, clock);
    applications = new ApplicationController(cluster, sources, timing, clock, listener);
  }

  @Override
  public void reconcile() {
    if (PROCESSES.stream().allMatch(process -> StandInWorkloads.isReady(cluster, process))) {
      createDefaultProject();
      applicationSets.reconcile();
      applications.reconcile();
    }
  }

  /** Its API server does this when it starts. */
  private void createDefaultProject() {
    if (cluster.find(DEFAULT_PROJECT).isPresent()) {
      return;
    }
    ObjectNode project = JsonNodeFactory.instance.objectNode();
    project.put("apiVersion", "argoproj.io/v1alpha1").put("kind", "AppProject");
    project.putObject("metadata").put("name", "default").put("namespace", "argocd");
    project.putObject("spec").putArray("sourceRepos").add("*");
    cluster.put(project);
  }
}
