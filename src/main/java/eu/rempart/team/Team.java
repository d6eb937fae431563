package eu.rempart.team;

import java.util.Set;
import java.util.UUID;

/**
 * People who may see each other's records where a role says so.
 *
 * @param members whom an administrator put into it; rows that somebody else wrote count for nothing
 */
public record Team(TeamId id, int version, String name, Set<UUID> members) {

  public Team {
    members = Set.copyOf(members);
  }

  /** Says nothing of the name: it is customer data. */
  @Override
  public String toString() {
    return "Team[%s, %d members]".formatted(id, members.size());
  }
}
