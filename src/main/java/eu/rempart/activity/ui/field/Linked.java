package eu.rempart.activity.ui.field;

import java.util.UUID;

/**
 * A contact, a company or a deal that an activity is about, by its id; the name is for showing.
 *
 * @param name as it opens; "…" where it doesn't, or where it is gone
 */
public record Linked(UUID id, String name) {

  @Override
  public boolean equals(Object other) {
    return other instanceof Linked that && that.id.equals(id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return "Linked[" + id + "]";
  }
}
