package eu.rempart.team;

import java.util.UUID;

/** The id of a team. */
public record TeamId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
