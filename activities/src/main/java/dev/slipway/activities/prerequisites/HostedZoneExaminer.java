package dev.slipway.activities.prerequisites;

import dev.slipway.activities.aws.AwsClients;
import dev.slipway.activities.failure.AwsFailures;
import dev.slipway.activities.preflight.Examiner;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.PlatformConfig;
import dev.slipway.workflows.platform.Target;
import io.temporal.failure.ApplicationFailure;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.InvalidInputException;
import software.amazon.awssdk.services.route53.model.NoSuchHostedZoneException;

/** The hosted zone exists and covers the domain. */
public final class HostedZoneExaminer implements Examiner {
  private final AwsClients aws;

  public HostedZoneExaminer(AwsClients aws) {
    this.aws = aws;
  }

  @Override
  public String subject(Platform platform) {
    return "hosted zone " + platform.config().route53HostedZoneId();
  }

  @Override
  public void examine(ExamineRequest request, Findings findings) {
    PlatformConfig config = request.platform().config();
    String subject = subject(request.platform());
    try {
      Optional<HostedZone> zone = find(request.platform().target(), config.route53HostedZoneId());
      zone.ifPresentOrElse(
          found -> judge(found, config.domain(), subject, findings),
          () -> findings.blocker(subject, "it does not exist"));
    } catch (ApplicationFailure e) {
      findings.warning(
          subject,
          "whether it covers %s could not be established: %s"
              .formatted(config.domain(), e.getOriginalMessage()));
    }
  }

  private Optional<HostedZone> find(Target target, String id) {
    return AwsFailures.naming(
        "hosted zone " + id,
        () -> {
          try {
            return Optional.of(aws.route53(target).getHostedZone(call -> call.id(id)).hostedZone());
          } catch (NoSuchHostedZoneException | InvalidInputException e) {
            return Optional.empty();
          }
        });
  }

  private static void judge(HostedZone zone, String domain, String subject, Findings findings) {
    String name = zone.name().replaceAll("\\.$", "").toLowerCase(Locale.ROOT);
    String wanted = domain.toLowerCase(Locale.ROOT);
    if (!wanted.equals(name) && !wanted.endsWith("." + name)) {
      findings.blocker(subject, "it is for " + name + " and does not cover " + domain);
    } else if (zone.config() != null && Boolean.TRUE.equals(zone.config().privateZone())) {
      findings.warning(subject, "it is private: only its own networks resolve " + domain);
    }
  }
}
