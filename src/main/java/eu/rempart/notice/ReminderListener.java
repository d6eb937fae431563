package eu.rempart.notice;

import eu.rempart.activity.reminder.RemindersMissed;
import eu.rempart.history.RecordRef;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets reminders that nobody saw wait in the bell. */
@Component
class ReminderListener {

  private final NoticeRepository repository;

  ReminderListener(NoticeRepository repository) {
    this.repository = repository;
  }

  /** The clock tells them, in nobody's name; who may not read the activity does not see it. */
  @EventListener
  void missed(RemindersMissed reminders) {
    Set<UUID> all = new HashSet<>();
    reminders.members().values().forEach(all::addAll);
    Map<UUID, NoticeChoice> choices = repository.choices(all);
    reminders
        .members()
        .forEach(
            (activity, members) ->
                repository.insert(
                    NoticeKind.REMINDED,
                    new RecordRef("activity", activity.value()),
                    null,
                    members.stream().filter(member -> isWanted(choices, member)).toList()));
  }

  private static boolean isWanted(Map<UUID, NoticeChoice> choices, UUID member) {
    return !choices
        .getOrDefault(member, NoticeChoice.FIRST)
        .unwanted()
        .contains(NoticeKind.REMINDED);
  }
}
