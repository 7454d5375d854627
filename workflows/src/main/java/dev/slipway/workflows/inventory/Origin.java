package dev.slipway.workflows.inventory;

/** Where a thing of the installation comes from, as its manifest says. */
public enum Origin {
  /** It was there before the first install, and the install leaves it to whom it belongs. */
  BEFORE,
  /** It was there before the first install, which took it over. */
  TAKEN,
  /** The installation made it. */
  MADE
}
