package dev.slipway.workflows.config;

import dev.slipway.workflows.platform.ClusterId;
import java.util.Locale;
import java.util.regex.Pattern;

/** What each value has to look like. Every rule returns what is wrong, or null. */
final class ConfigRules {
  private static final Pattern ZONE = Pattern.compile("Z[A-Z0-9]{7,32}");
  private static final Pattern REVISION = Pattern.compile("[A-Za-z0-9_.@+=/#-]+");
  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_.@+=/ -]+");
  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9/_+=.@-]+");
  // A secret's name has up to 512 characters in AWS; the rest is for our own endings.
  private static final int LONGEST_PREFIX = 480;

  private static final Pattern APPLICATION_SUFFIX =
      Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  private ConfigRules() {}

  static String clusterName(String value) {
    if (!ClusterId.NAME.matcher(value).matches()) {
      return quote(value)
          + " is no EKS cluster name: up to 100 letters, digits, - and _,"
          + " beginning with a letter or digit";
    }
    return APPLICATION_SUFFIX.matcher(value).matches()
        ? null
        : quote(value)
            + " cannot end an Argo CD Application's name: up to 63 small letters, digits and -,"
            + " beginning and ending with a letter or digit";
  }

  static String region(String value) {
    if (ClusterId.REGION.matcher(value).matches()) {
      return null;
    }
    String lower = value.toLowerCase(Locale.ROOT);
    if (ClusterId.REGION.matcher(lower).matches()) {
      return quote(value) + " is written " + lower;
    }
    String parent = lower.isEmpty() ? "" : lower.substring(0, lower.length() - 1);
    if (ClusterId.REGION.matcher(parent).matches()) {
      return quote(value) + " is an availability zone; its region is " + parent;
    }
    return quote(value) + " is no AWS region code such as eu-west-3";
  }

  static String zoneId(String value) {
    String bare = value.substring(value.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
    if (ZONE.matcher(value).matches()) {
      return null;
    }
    return ZONE.matcher(bare).matches()
        ? quote(value) + " is written " + bare
        : quote(value) + " is no hosted zone ID: Z, then 7 to 32 capital letters and digits";
  }

  static String trueOrFalse(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "true", "false" -> null;
      case "yes", "on", "1", "y" -> quote(value) + " is neither true nor false; write \"true\"";
      case "no", "off", "0", "n" -> quote(value) + " is neither true nor false; write \"false\"";
      default -> quote(value) + " is neither true nor false";
    };
  }

  static String revision(String value) {
    if (!REVISION.matcher(value).matches() || value.startsWith("-")) {
      return quote(value) + " is no Git branch, tag or commit";
    }
    return badPath(value) ? quote(value) + " must not begin or end with / or contain .." : null;
  }

  static String basepath(String value) {
    if (badPath(value)) {
      return quote(value)
          + " is no folder in the repository: without / at begin and end, and without ..";
    }
    return PATH.matcher(value).matches()
        ? null
        : quote(value) + " has characters that a folder name cannot have here";
  }

  static String secretPrefix(String value) {
    if (!PREFIX.matcher(value).matches()) {
      return quote(value) + " may hold letters, digits and /_+=.@- only";
    }
    if (value.length() > LONGEST_PREFIX) {
      return "is longer than " + LONGEST_PREFIX + " characters";
    }
    return value.startsWith("/") || value.endsWith("/") || value.contains("//")
        ? quote(value) + " must not begin or end with / or contain //"
        : null;
  }

  private static boolean badPath(String value) {
    return value.startsWith("/")
        || value.endsWith("/")
        || value.contains("//")
        || value.contains("\\")
        || value.contains("..");
  }

  /** The value for a message: one line, not endless, without what may be a password in a URL. */
  static String quote(String value) {
    String line = value.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
    return '"' + shorten(line.replaceAll("//[^/]*@", "//...@")) + '"';
  }

  static String shorten(String text) {
    return text.length() > 80 ? text.substring(0, 77) + "..." : text;
  }
}
