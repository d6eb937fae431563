package eu.rempart.demo;

import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.NewActivity;
import eu.rempart.activity.meeting.Answer;
import eu.rempart.activity.meeting.Attendees;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.When;
import eu.rempart.contact.ContactId;
import eu.rempart.deal.DealContact;
import eu.rempart.deal.DealId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** Who is asked to the meetings of the past and coming weeks, and what they say to it. */
final class DemoMeetings {

  private static final Duration BACK = Duration.ofDays(21);

  /** Of people who are nobody's record. */
  static final List<String> OUTSIDERS =
      List.of(
          "planung@vermessung-wattenmeer.example",
          "k.oosterhuis@sluiswachters.example",
          "secretariat@cabinet-beaurepaire.example",
          "birou@proiectare-dobrogea.example");

  private static final List<Answer> ANSWERS =
      List.of(
          Answer.ACCEPTED,
          Answer.ACCEPTED,
          Answer.ACCEPTED,
          Answer.TENTATIVE,
          Answer.DECLINED,
          Answer.NEEDS_ACTION);

  private final UUID member;
  private final Instant from;
  private final SplittableRandom random;

  DemoMeetings(UUID member, Instant now, long seed) {
    this.member = member;
    this.from = now.minus(BACK);
    this.random = new SplittableRandom(seed ^ 0x3EE7);
  }

  /** Those of each meeting: whoever calls it, the people of its deal, and sometimes somebody. */
  Map<ActivityId, Attendees> asked(
      Map<ActivityId, NewActivity> diary, Collection<DealContact> people) {
    Map<DealId, List<ContactId>> of = new HashMap<>();
    people.forEach(
        person ->
            of.computeIfAbsent(person.dealId(), _ -> new ArrayList<>()).add(person.contactId()));
    Map<ActivityId, Attendees> asked = new LinkedHashMap<>();
    diary.forEach(
        (id, activity) -> {
          When when = activity.data().when();
          if (activity.data().kind() == ActivityKind.MEETING
              && when != null
              && when.at().isAfter(from)) {
            List<ContactId> contacts =
                activity.links().deals().stream()
                    .flatMap(deal -> of.getOrDefault(deal, List.of()).stream())
                    .toList();
            asked.put(id, new Attendees(contacts, List.of(member), outsider()));
          }
        });
    return asked;
  }

  /** The diary with its meetings being about the contacts who come, as the form has it. */
  static Map<ActivityId, NewActivity> about(
      Map<ActivityId, NewActivity> diary, Map<ActivityId, Attendees> asked) {
    Map<ActivityId, NewActivity> all = new LinkedHashMap<>(diary);
    asked.forEach(
        (id, who) ->
            all.computeIfPresent(
                id,
                (_, activity) ->
                    new NewActivity(
                        activity.data(),
                        new ActivityLinks(
                            who.contacts(), activity.links().companies(), activity.links().deals()),
                        activity.doneAt(),
                        activity.of())));
    return all;
  }

  private List<String> outsider() {
    return random.nextInt(3) == 0 ? List.of(DemoPeople.pick(OUTSIDERS, random)) : List.of();
  }

  /** What the next one says. */
  Answer answer() {
    return DemoPeople.pick(ANSWERS, random);
  }
}
