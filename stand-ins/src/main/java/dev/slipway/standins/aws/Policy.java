package dev.slipway.standins.aws;

import dev.slipway.standins.aws.protocol.AwsCall;
import dev.slipway.standins.aws.protocol.AwsRefusal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** IAM: everybody may do everything but what is denied to all. */
final class Policy {
  private final Set<String> denied = ConcurrentHashMap.newKeySet();

  void deny(String action) {
    denied.add(action);
  }

  void allow(String action) {
    denied.remove(action);
  }

  void require(AwsCall call, String caller) {
    String action = call.service() + ":" + call.operation();
    if (!denied.contains(action)) {
      return;
    }
    String message = "User: %s is not authorized to perform: %s".formatted(caller, action);
    throw switch (call.service()) {
      case "sts", "route53" -> new AwsRefusal(403, "AccessDenied", message);
      case "secretsmanager" -> new AwsRefusal(400, "AccessDeniedException", message);
      default -> new AwsRefusal(403, "AccessDeniedException", message);
    };
  }
}
