package eu.rempart.draft;

import java.time.Instant;

/**
 * An unfinished form.
 *
 * @param version the record's when the member began
 * @param before the record when the member began
 * @param typed what the member made of it
 * @param at when the member last typed
 */
public record Draft<T>(int version, T before, T typed, Instant at) {

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "Draft[hidden]";
  }
}
