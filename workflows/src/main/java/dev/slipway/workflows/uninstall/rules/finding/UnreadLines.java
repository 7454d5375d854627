package dev.slipway.workflows.uninstall.rules.finding;

import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.inventory.Unread;
import dev.slipway.workflows.plan.Finding;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What could not be looked at blocks, but for what a removal does not delete itself. */
final class UnreadLines {
  // None of these is deleted by name: the controllers of the cluster do it, or nobody.
  private static final Set<String> LEFT_TO_OTHERS =
      Set.of("load balancer", "target group", "security group", "volume", "record");
  private static final Pattern TYPE = Pattern.compile("([A-Z][A-Z_]+): .*", Pattern.DOTALL);

  private UnreadLines() {}

  static Stream<Finding> warnings(Findings findings) {
    return lines(findings, false)
        .map(
            unread ->
                new Finding(
                    unread.subject().toString(),
                    "nobody could look (%s): it may stay behind".formatted(kind(unread))));
  }

  static Stream<Finding> blockers(Findings findings) {
    return lines(findings, true)
        .map(
            unread ->
                new Finding(
                    unread.subject().toString(),
                    "it cannot be planned what nobody could look at: " + unread.reason()));
  }

  private static Stream<Unread> lines(Findings findings, boolean blocking) {
    boolean deletesSecrets = findings.world().extent().secrets().deleted();
    return findings.world().inventory().unread().stream()
        .filter(unread -> isBlocking(unread.subject(), deletesSecrets) == blocking);
  }

  private static boolean isBlocking(Subject subject, boolean deletesSecrets) {
    if (!subject.isInAws()) {
      return true;
    }
    return deletesSecrets && !LEFT_TO_OTHERS.contains(subject.kind());
  }

  /** Without what differs from look to look, such as the ID of a request: it is in the digest. */
  private static String kind(Unread unread) {
    Matcher typed = TYPE.matcher(unread.reason());
    return typed.matches() ? typed.group(1) : "see the inventory";
  }
}
