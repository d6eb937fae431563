package eu.rempart.activity;

import java.util.UUID;

/** The id of an activity. */
public record ActivityId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
