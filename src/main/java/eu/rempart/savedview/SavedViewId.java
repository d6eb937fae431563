package eu.rempart.savedview;

import java.util.UUID;

/** The id of a saved view. */
public record SavedViewId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
