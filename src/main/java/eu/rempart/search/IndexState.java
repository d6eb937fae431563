package eu.rempart.search;

import java.util.OptionalInt;

/** What the index can do now. */
public sealed interface IndexState {

  /** Nobody is signed in, or building has not begun. */
  record Empty() implements IndexState {}

  /** Being built: lists work by date meanwhile. */
  record Building(long done, long total) implements IndexState {
    /** Between 0 and 1. */
    public double fraction() {
      return total <= 0 ? 0 : Math.min(1, (double) done / total);
    }
  }

  record Ready() implements IndexState {}

  default boolean ready() {
    return this instanceof Ready;
  }

  /** How much is built, from 0 to 99; empty when all is. */
  default OptionalInt percentBuilt() {
    return switch (this) {
      case Ready _ -> OptionalInt.empty();
      case Empty _ -> OptionalInt.of(0);
      case Building building -> OptionalInt.of(Math.min(99, (int) (100 * building.fraction())));
    };
  }
}
