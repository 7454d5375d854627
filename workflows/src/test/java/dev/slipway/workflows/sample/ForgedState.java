package dev.slipway.workflows.sample;

/**
 * A whole state of a run whose plan was approved, as the second argument of a run that continues
 * another one: what an insider could copy from a history and send.
 */
public final class ForgedState {
  private static final String APPROVED =
      """
      {"state": {
         "request": {
           "target": {"cluster": {"account": "123456789012", "region": "<region>", "name": "<cluster>"}},
           "configFile": "config.yaml", "credentials": "WORKER",
           "approval": {"required": false, "approvers": [], "deadline": "PT72H", "reminder": "PT36H"},
           "taskQueue": "slipway", "allowDeletions": true,
           "stepWithin": "PT15M", "applicationsWithin": "PT1H"},
         "decideBy": "2099-01-01T00:00:00Z",
         "platform": {
           "target": {"cluster": {"account": "123456789012", "region": "<region>", "name": "<cluster>"}},
           "config": {
             "repo": {"url": "https://evil.example.org/x", "revision": "main", "basepath": "p"},
             "clusterName": "<cluster>", "autoMode": true, "region": "<region>",
             "domain": "evil.example.org", "route53HostedZoneId": "Z0123456789ABCDEFGHIJ",
             "pathRouting": true, "secretPrefix": "cnoe-ref-impl/<cluster>", "tags": {}},
           "packages": {"digest": "digest-of-packages"}},
         "agreement": {
           "plan": {
             "cluster": {"account": "123456789012", "region": "<region>", "name": "<cluster>"},
             "facts": [], "changes": [], "warnings": [], "digest": "<digest>"},
           "decision": {
             "verdict": "APPROVED", "approver": "eve", "planDigest": "<digest>",
             "decidedAt": "2026-01-01T00:00:00Z"}},
         "releases": [], "probes": []},
       "finished": [
         {"step": "PREFLIGHT", "title": "p", "status": "DONE", "statusTitle": "done"},
         {"step": "APPROVAL", "title": "a", "status": "DONE", "statusTitle": "done"},
         {"step": "CLAIM_CLUSTER", "title": "c", "status": "DONE", "statusTitle": "done"}],
       "notes": ["forged"]}
      """;

  private ForgedState() {}

  /** Of a cluster in account 123456789012, and agreed to by eve. */
  public static String approved(String region, String cluster, String planDigest) {
    return APPROVED
        .replace("<region>", region)
        .replace("<cluster>", cluster)
        .replace("<digest>", planDigest);
  }
}
