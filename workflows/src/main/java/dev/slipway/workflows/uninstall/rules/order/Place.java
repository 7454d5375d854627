package dev.slipway.workflows.uninstall.rules.order;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * When a thing goes.
 *
 * @param turn within the stage, from 0
 */
public record Place(Stage stage, int turn) implements Comparable<Place> {
  /** Before all that goes. */
  public static final Place FIRST = new Place(Stage.LOCAL_CLUSTER, 0);

  /** Never. */
  public static final Place NEVER = new Place(Stage.DEFINITIONS, Integer.MAX_VALUE);

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::stage).thenComparingInt(Place::turn);

  public Place {
    requireNonNull(stage, "stage");
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  /** The later of both. */
  public Place orLater(Place other) {
    return compareTo(other) < 0 ? other : this;
  }
}
