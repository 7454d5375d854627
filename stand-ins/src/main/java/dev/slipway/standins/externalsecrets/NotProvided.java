package dev.slipway.standins.externalsecrets;

/** Why an ExternalSecret cannot be made into a Secret. */
final class NotProvided extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotProvided(String message) {
    super(message);
  }
}
