package eu.rempart.activity.meeting;

import eu.rempart.activity.ActivityId;
import java.util.Set;
import java.util.UUID;

/**
 * Published in the transaction that asks members to a meeting, so that whoever tells people of
 * things can tell them.
 *
 * @param members whom it asks and did not ask before; never whoever asks
 */
public record MembersInvited(ActivityId meeting, Set<UUID> members) {

  public MembersInvited {
    members = Set.copyOf(members);
  }
}
