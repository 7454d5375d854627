package dev.slipway.starter.restart;

import dev.slipway.workflows.progress.FlowLine;

enum RestartLine implements FlowLine {
  LOOK("Looking at the addon"),
  GO_AHEAD("Waiting for a go-ahead"),
  RESTART("Restarting the addon");

  private final String title;

  RestartLine(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }
}
