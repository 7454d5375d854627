package dev.slipway.standins.contract.externalsecrets;

/** Targets of ExternalSecrets. */
final class Templates {
  static final String PLAIN = "{}";
  static final String ORPHAN = "{\"creationPolicy\": \"Orphan\"}";
  static final String LABEL_AND_JSON =
      """
      {"template": {"metadata": {"labels": {"color": "{{ .value }}"}},
        "data": {"value": "it is {{ .value | toJson }}"}}}
      """;

  private Templates() {}
}
