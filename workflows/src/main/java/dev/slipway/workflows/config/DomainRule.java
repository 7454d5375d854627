package dev.slipway.workflows.config;

import java.net.IDN;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a value is a domain below which the platform can be reached. */
final class DomainRule {
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern ADDRESS = Pattern.compile("\\d+(\\.\\d+){3}");
  // DNS allows 255 octets, of which a length and the root take two.
  private static final int LONGEST = 253;

  private DomainRule() {}

  /** What is wrong, or null. The value may be written in capitals. */
  static String check(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    String bare = lower.replaceFirst("^[a-z]+://", "").replaceFirst("[/:].*$", "");
    bare = bare.replaceFirst("\\.$", "").replaceFirst("^\\*\\.", "");
    if (ADDRESS.matcher(lower).matches()) {
      return ConfigRules.quote(value)
          + " is an IP address; a DNS name such as cnoe.example.com is expected";
    }
    if (isDomain(lower)) {
      return null;
    }
    if (isDomain(bare)) {
      return ConfigRules.quote(value) + " is no DNS name; write " + bare;
    }
    String ascii = ascii(bare);
    return isDomain(ascii)
        ? ConfigRules.quote(value) + " is no DNS name; write " + ascii
        : ConfigRules.quote(value)
            + " is no DNS name such as cnoe.example.com: labels of letters, digits and -,"
            + " with dots between them";
  }

  private static boolean isDomain(String value) {
    String[] labels = value.split("\\.", -1);
    return labels.length >= 2
        && value.length() <= LONGEST
        && Arrays.stream(labels).allMatch(label -> LABEL.matcher(label).matches());
  }

  private static String ascii(String value) {
    try {
      return IDN.toASCII(value);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
