package dev.slipway.e2e.bed.aws;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * One request that moto was asked. The action is the API's name for it ("GetSecretValue"), or
 * method and path for services that have paths ("GET /clusters/alpha"); the subject is a secret's
 * name.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AwsCall(
    double time,
    String service,
    String action,
    String subject,
    String region,
    String accessKey,
    String userAgent,
    int status) {
  private static final List<String> READS = List.of("Get", "List", "Describe", "GET ", "Assume");

  /** True for anything that may change something in AWS. */
  public boolean isWrite() {
    return READS.stream().noneMatch(action::startsWith);
  }
}
