package eu.rempart.team;

import java.util.UUID;

/** The id of a role that the organisation made. */
public record CustomRoleId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
