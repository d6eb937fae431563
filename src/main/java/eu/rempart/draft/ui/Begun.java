package eu.rempart.draft.ui;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a form began with.
 *
 * @param id of the record; null for a new one
 * @param version of the record; 0 for a new one
 * @param data what the form showed first
 */
public record Begun<D>(@Nullable UUID id, int version, D data) {

  /** The form of a new record. */
  public static <D> Begun<D> empty(D data) {
    return new Begun<>(null, 0, data);
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "Begun[hidden]";
  }
}
