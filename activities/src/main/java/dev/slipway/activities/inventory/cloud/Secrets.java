package dev.slipway.activities.inventory.cloud;

import dev.slipway.activities.failure.AwsFailures;
import dev.slipway.workflows.inventory.Belonging;
import dev.slipway.workflows.inventory.Belonging.Ownership;
import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Holding.Presence;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.plan.Fact;
import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.platform.Target;
import dev.slipway.workflows.secrets.StoredSecret;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/** The installation's secrets; their values are not read. */
final class Secrets implements CloudKind {
  private final Function<Target, SecretsManagerClient> clients;

  Secrets(Function<Target, SecretsManagerClient> clients) {
    this.clients = clients;
  }

  @Override
  public String kind() {
    return "secret";
  }

  @Override
  public List<Holding> of(Target target, CloudQuestion question) {
    return question.secrets().stream().map(name -> holding(target, name)).toList();
  }

  private Holding holding(Target target, String name) {
    Subject subject = Subject.aws(kind(), target.cluster().region(), name);
    return AwsFailures.naming(
        "secret " + name,
        () -> {
          try {
            return here(
                subject,
                target.cluster(),
                clients.apply(target).describeSecret(call -> call.secretId(name)));
          } catch (ResourceNotFoundException e) {
            Belonging belonging =
                new Belonging(Ownership.OURS, "named by the manifest", null, null);
            return new Holding(
                subject, "", Presence.GONE, belonging, List.of(), List.of(), List.of());
          }
        });
  }

  private static Holding here(Subject subject, ClusterId cluster, DescribeSecretResponse secret) {
    boolean leaving = secret.deletedDate() != null;
    List<Fact> facts =
        leaving
            ? List.of(new Fact("AWS can restore it until", secret.deletedDate().toString()))
            : List.of();
    return new Holding(
        subject,
        secret.arn(),
        leaving ? Presence.LEAVING : Presence.HERE,
        belonging(secret, cluster),
        List.of(),
        List.of(),
        facts);
  }

  private static Belonging belonging(DescribeSecretResponse secret, ClusterId cluster) {
    String owner =
        secret.tags().stream()
            .filter(tag -> tag.key().equals(StoredSecret.OWNER_TAG))
            .map(Tag::value)
            .findFirst()
            .orElse("");
    if (owner.isEmpty()) {
      return new Belonging(
          Ownership.PROBABLY_OURS, "of the installation's name, and without an owner", null, null);
    }
    return owner.equals(cluster.toString())
        ? new Belonging(Ownership.OURS, "it carries this cluster's tag", null, null)
        : new Belonging(Ownership.NOT_OURS, "it carries the tag of " + owner, null, null);
  }
}
