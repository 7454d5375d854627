package dev.slipway.activities.notification;

import dev.slipway.workflows.contract.Notice;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Locale;

/** A notice as a CloudEvent 1.0 in structured mode; the components are the attributes. */
record CloudEvent(
    String specversion,
    String id,
    String source,
    String type,
    String subject,
    Instant time,
    String datacontenttype,
    Notice data) {

  static CloudEvent of(Notice notice) {
    return new CloudEvent(
        "1.0",
        notice.id(),
        source(notice),
        "dev.slipway.run." + notice.kind().toLowerCase(Locale.ROOT).replace('_', '-'),
        notice.cluster(),
        notice.at(),
        "application/json",
        notice);
  }

  /** People choose workflow IDs, so they may hold what a URI may not. */
  private static String source(Notice notice) {
    String path = "/slipway/" + notice.namespace() + "/" + notice.workflowId();
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Any absolute path can be quoted", e);
    }
  }
}
