package eu.rempart.activity.reminder;

import eu.rempart.activity.ActivityId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Published in the transaction that notes that members did not see reminders, so that whoever tells
 * people of things can tell them.
 *
 * @param members by the activity of which they were to be reminded
 */
public record RemindersMissed(Map<ActivityId, Set<UUID>> members) {

  public RemindersMissed {
    members =
        members.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
  }
}
