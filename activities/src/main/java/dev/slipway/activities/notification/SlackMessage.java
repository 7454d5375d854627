package dev.slipway.activities.notification;

import dev.slipway.workflows.contract.Notice;

/**
 * A notice as Slack's incoming webhooks take it.
 *
 * @param text Slack's own kind of Markdown
 */
record SlackMessage(String text) {

  static SlackMessage of(Notice notice) {
    return new SlackMessage(
        "*" + escaped(notice.title()) + "*\n" + escaped(inSlacksWords(notice.text())));
  }

  /** One star makes it bold, and nothing is escaped. */
  private static String inSlacksWords(String markdown) {
    return markdown.replace("**", "*").replaceAll("\\\\(\\p{Punct})", "$1");
  }

  /** As Slack asks for it; else a name such as {@code <!channel>} would call people. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
