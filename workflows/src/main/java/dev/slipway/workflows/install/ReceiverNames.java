package dev.slipway.workflows.install;

import dev.slipway.workflows.contract.NotificationActivities;
import dev.slipway.workflows.flow.RequestFields;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** Reads whom a request wants to be told. */
final class ReceiverNames {
  // Each one is a child workflow that its name describes, and Temporal bounds both.
  private static final Pattern NAME = Pattern.compile(NotificationActivities.NAME);
  private static final int MOST = 20;

  private ReceiverNames() {}

  static List<String> read(RequestFields fields) {
    List<String> names = fields.texts("notify");
    if (names.size() > MOST) {
      fields.problem("notify", "has %d names; %d are enough".formatted(names.size(), MOST));
    }
    names.stream().distinct().forEach(name -> check(name, names, fields));
    return names;
  }

  private static void check(String name, List<String> names, RequestFields fields) {
    if (!NAME.matcher(name).matches()) {
      fields.problem("notify", "\"" + name + "\" is no name of a webhook");
    }
    if (Collections.frequency(names, name) > 1) {
      fields.problem("notify", "\"" + name + "\" stands there twice");
    }
  }
}
