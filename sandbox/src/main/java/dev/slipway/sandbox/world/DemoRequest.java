package dev.slipway.sandbox.world;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.workflows.platform.ClusterId;
import java.net.URI;

/** What an operator would type. */
public record DemoRequest(URI git, String taskQueue) {
  public static final ClusterId CLUSTER = new ClusterId("111122223333", "eu-west-3", "harbour");
  static final String ZONE = "Z0STANDIN0HARBOUR";
  static final String DOMAIN = "harbour.example.com";
  static final String BASEPATH = "packages";

  public ObjectNode json() {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("account", CLUSTER.account());
    request.put("region", CLUSTER.region());
    request.put("cluster", CLUSTER.name());
    request.put("taskQueue", taskQueue);
    ObjectNode config = request.putObject("config");
    config
        .putObject("repo")
        .put("url", git.toString())
        .put("revision", "main")
        .put("basepath", BASEPATH);
    config.put("cluster_name", CLUSTER.name());
    config.put("region", CLUSTER.region());
    config.put("auto_mode", "false");
    config.put("domain", DOMAIN);
    config.put("route53_hosted_zone_id", ZONE);
    config.put("path_routing", "false");
    return request;
  }
}
