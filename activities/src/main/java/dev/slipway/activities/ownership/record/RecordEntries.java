package dev.slipway.activities.ownership.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.slipway.workflows.contract.OwnershipActivities.Approval;
import dev.slipway.workflows.contract.OwnershipActivities.InstalledParts;
import dev.slipway.workflows.contract.ReleaseActivities.Release;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.wire.Payloads;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the installation record says: pure. A run that changes nothing leaves the record as it is,
 * so it keeps naming the approval of what is there.
 */
final class RecordEntries {
  static final String STATE = "state";
  static final String NAMESPACES_BEFORE = "namespacesBefore";
  static final String DEFINITIONS_BEFORE = "crdsBefore";
  static final String PLAN_DIGEST = "planDigest";
  static final String APPROVER = "approver";

  private static final String INSTALLING = "installing";
  private static final String INSTALLED = "installed";

  private RecordEntries() {}

  /** Whether the record already speaks of a finished install of just this. */
  static boolean isInstalled(Map<String, String> record, Platform platform) {
    return isInstalled(record) && record.entrySet().containsAll(content(platform).entrySet());
  }

  /** Whether the install that wrote it last came to its end. */
  static boolean isInstalled(Map<String, String> record) {
    return INSTALLED.equals(record.get(STATE));
  }

  static Map<String, String> opening(Platform platform, Approval approval) {
    Map<String, String> entries = content(platform);
    entries.put(STATE, INSTALLING);
    entries.put(PLAN_DIGEST, approval.planDigest());
    entries.put(APPROVER, approval.approver() == null ? "" : approval.approver());
    entries.put("approvalComment", approval.comment() == null ? "" : approval.comment());
    entries.put("approvedAt", approval.decidedAt() == null ? "" : approval.decidedAt().toString());
    entries.put("run", approval.owner().toString());
    return entries;
  }

  static Map<String, String> completion(InstalledParts parts) {
    Map<String, String> entries = new TreeMap<>();
    entries.put(STATE, INSTALLED);
    entries.put("configSecret", parts.configArn());
    entries.put("githubAppSecret", parts.githubAppArn());
    entries.put("applications", String.join("\n", parts.applications().stream().sorted().toList()));
    entries.put(
        "releases",
        parts.releases().stream()
            .map(RecordEntries::release)
            .sorted()
            .collect(Collectors.joining("\n")));
    return entries;
  }

  private static String release(Release release) {
    return release.namespace() + "/" + release.name() + " " + release.chartVersion();
  }

  private static Map<String, String> content(Platform platform) {
    Map<String, String> entries = new TreeMap<>();
    entries.put("cluster", platform.target().cluster().toString());
    entries.put("packages", platform.packages().digest());
    String commit = platform.packages().commit();
    entries.put("commit", commit == null ? "" : commit);
    try {
      entries.put("config", Payloads.canonical().writeValueAsString(platform.config().asJson()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A config is no JSON", impossible);
    }
    return entries;
  }
}
