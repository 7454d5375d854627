package dev.slipway.workflows.flow;

import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.platform.Target;
import java.util.List;
import java.util.regex.Pattern;

/** The fields of a request that say which cluster is meant, and as whom. */
public final class TargetFields {
  public static final List<String> NAMES = List.of("account", "region", "cluster", "assumeRole");

  private static final Pattern ROLE = Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:role/.+");

  private TargetFields() {}

  /** Problems are collected in the fields. */
  public static Target read(RequestFields fields) {
    return new Target(cluster(fields), role(fields));
  }

  private static ClusterId cluster(RequestFields fields) {
    return new ClusterId(
        fields.required("account", ClusterId.ACCOUNT, "the twelve digits of an AWS account"),
        fields.required("region", ClusterId.REGION, "an AWS region such as \"eu-west-3\""),
        fields.required("cluster", ClusterId.NAME, "the name of an EKS cluster"));
  }

  private static String role(RequestFields fields) {
    String role = fields.text("assumeRole", null);
    if (role != null && !ROLE.matcher(role).matches()) {
      fields.problem(
          "assumeRole",
          "\"" + role + "\" is not a role ARN such as arn:aws:iam::123456789012:role/slipway");
    }
    return role;
  }
}
