package dev.slipway.workflows.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;

/** Whether a repository can be cloned from here by Argo CD. */
final class RepoUrlRule {
  private static final List<String> SCHEMES = List.of("https", "http", "ssh", "git");
  private static final Pattern SCP = Pattern.compile("[\\w.-]+@[A-Za-z0-9.-]+:[^/:\\s][^:\\s]*");
  private static final Pattern PAGE = Pattern.compile("(/[^/]+/[^/]+)/(-/)?(tree|blob)/.*");

  private RepoUrlRule() {}

  /** What is wrong, or null. A URL with credentials is never repeated. */
  static String check(String value) {
    if (SCP.matcher(value).matches()) {
      return null;
    }
    try {
      return check(value, new URI(value));
    } catch (URISyntaxException e) {
      return value.contains("@")
          ? "is no URL such as https://github.com/org/repo"
          : ConfigRules.quote(value) + " is no URL such as https://github.com/org/repo";
    }
  }

  private static String check(String value, URI url) {
    String userInfo = url.getRawUserInfo();
    if (userInfo != null && (userInfo.contains(":") || !"ssh".equals(url.getScheme()))) {
      return "holds credentials; take them out, the GitHub App's are used";
    }
    if (url.getScheme() == null || !url.getRawSchemeSpecificPart().startsWith("//")) {
      return ConfigRules.quote(value) + " has no scheme; write https://host/org/repo";
    }
    if (!SCHEMES.contains(url.getScheme())) {
      return ConfigRules.quote(value) + " cannot be cloned; use https, ssh or git";
    }
    if (url.getHost() == null) {
      return ConfigRules.quote(value) + " has no host; write https://host/org/repo";
    }
    return checkPath(value, url);
  }

  private static String checkPath(String value, URI url) {
    if (url.getRawQuery() != null || url.getRawFragment() != null) {
      return ConfigRules.quote(value) + " has a ? or # part; a repository has none";
    }
    if (PAGE.matcher(url.getRawPath()).matches()) {
      return ConfigRules.quote(value) + " is a page in a repository; end it before /tree or /blob";
    }
    return url.getRawPath().replace("/", "").isEmpty()
        ? ConfigRules.quote(value) + " names no repository; write https://host/org/repo"
        : null;
  }
}
