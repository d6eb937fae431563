package eu.rempart.watch.check;

import java.util.UUID;

/** The id of a check. */
public record CheckId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
