package dev.slipway.workflows.uninstall.rules.world;

import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Subject;
import java.util.Set;

/** What sort of thing a subject is. */
public final class Kinds {
  private static final String ARGO = "argoproj.io";
  private static final Set<String> WORKLOADS =
      Set.of("Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob", "Pod");
  private static final Set<String> MADE_ANEW =
      Set.of("ConfigMap kube-root-ca.crt", "ServiceAccount default");

  private Kinds() {}

  public static boolean isApplication(Subject subject) {
    return is(subject, ARGO, "Application");
  }

  public static boolean isApplicationSet(Subject subject) {
    return is(subject, ARGO, "ApplicationSet");
  }

  public static boolean isAppProject(Subject subject) {
    return is(subject, ARGO, "AppProject");
  }

  public static boolean isNamespace(Subject subject) {
    return is(subject, "", "Namespace");
  }

  public static boolean isDefinition(Subject subject) {
    return is(subject, "apiextensions.k8s.io", "CustomResourceDefinition");
  }

  public static boolean isCompositeDefinition(Subject subject) {
    return is(subject, "apiextensions.crossplane.io", "CompositeResourceDefinition");
  }

  public static boolean isRelease(Subject subject) {
    return subject.isRelease();
  }

  public static boolean isSecret(Subject subject) {
    return is(subject, "", "Secret");
  }

  public static boolean isExternalSecret(Subject subject) {
    return is(subject, "external-secrets.io", "ExternalSecret");
  }

  public static boolean isIngress(Subject subject) {
    return subject.kind().equals("Ingress") && !subject.isInAws();
  }

  public static boolean isService(Subject subject) {
    return is(subject, "", "Service");
  }

  public static boolean isWorkload(Subject subject) {
    return !subject.isInAws() && WORKLOADS.contains(subject.kind());
  }

  public static boolean isClaimOfVolume(Subject subject) {
    return is(subject, "", "PersistentVolumeClaim");
  }

  public static boolean isVolume(Subject subject) {
    return is(subject, "", "PersistentVolume") || isInAws(subject, "volume");
  }

  public static boolean isSecretOfAws(Subject subject) {
    return isInAws(subject, "secret");
  }

  /** What Kubernetes puts into every namespace and makes again when somebody deletes it. */
  public static boolean isMadeAnew(Subject subject) {
    return subject.group().isEmpty() && MADE_ANEW.contains(subject.kind() + " " + subject.name());
  }

  /** Whether it is a thing of AWS that some controller of the cluster makes and deletes. */
  public static boolean isOfControllersInAws(Subject subject) {
    return subject.isInAws() && !isSecretOfAws(subject);
  }

  /** What a fact says of a number; 0 where it says nothing. */
  public static long count(Holding holding, String fact) {
    return holding.facts().stream()
        .filter(it -> it.name().equals(fact) && it.value().matches("\\d{1,9}"))
        .mapToLong(it -> Long.parseLong(it.value()))
        .findFirst()
        .orElse(0);
  }

  private static boolean isInAws(Subject subject, String kind) {
    return is(subject, Subject.AWS, kind);
  }

  private static boolean is(Subject subject, String group, String kind) {
    return subject.kind().equals(kind) && subject.group().equals(group);
  }
}
