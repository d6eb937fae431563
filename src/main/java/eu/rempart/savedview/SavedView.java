package eu.rempart.savedview;

import java.util.UUID;

/**
 * A saved view.
 *
 * @param version the optimistic lock number
 * @param ownerId the member whose it is
 * @param name its short code where it does not open
 */
public record SavedView(
    SavedViewId id,
    int version,
    UUID ownerId,
    String kind,
    boolean shared,
    String name,
    ViewContent content) {

  @Override
  public String toString() {
    return "SavedView[" + id + "]";
  }
}
