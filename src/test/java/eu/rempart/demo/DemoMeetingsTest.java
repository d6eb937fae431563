package eu.rempart.demo;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.activity.ActivityId;
import eu.rempart.activity.NewActivity;
import eu.rempart.activity.meeting.Attendees;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.contact.ContactId;
import eu.rempart.deal.DealContact;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class DemoMeetingsTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final UUID MEMBER = UUID.randomUUID();

  private final Map<DealId, DealData> deals = new LinkedHashMap<>();
  private final List<DealContact> people = new ArrayList<>();
  private final Map<ActivityId, NewActivity> diary;
  private final Map<ActivityId, Attendees> asked;

  DemoMeetingsTest() {
    for (int i = 0; i < 200; i++) {
      DealId deal = new DealId(UUID.randomUUID());
      deals.put(deal, DealData.EMPTY);
      for (int person = 0; person < i % 3; person++) {
        people.add(
            new DealContact(UUID.randomUUID(), 1, deal, new ContactId(UUID.randomUUID()), null));
      }
    }
    diary = new DemoActivities(MEMBER, NOW, 7).with(deals, people).activities();
    asked = new DemoMeetings(MEMBER, NOW, 7).asked(diary, people);
  }

  @Test
  void whoeverCallsAMeetingAsksThePeopleOfItsDealAndSomeOthers() {
    assertThat(asked)
        .hasSizeGreaterThan(20)
        .allSatisfy(
            (id, who) -> {
              assertThat(diary.get(id)).isNotNull();
              assertThat(who.members()).containsExactly(MEMBER);
            });
    assertThat(asked.values()).anyMatch(who -> who.contacts().size() > 1);
    assertThat(asked.values()).anyMatch(who -> !who.addresses().isEmpty());
  }

  @Test
  void aMeetingIsAboutTheContactsWhoCome() {
    Map<ActivityId, NewActivity> all = DemoMeetings.about(diary, asked);
    assertThat(all).hasSameSizeAs(diary);
    assertThat(asked)
        .allSatisfy(
            (id, who) -> {
              NewActivity meeting = all.get(id);
              assertThat(meeting).isNotNull();
              if (meeting != null) {
                assertThat(meeting.data().kind()).isEqualTo(ActivityKind.MEETING);
                assertThat(meeting.links().contacts()).isEqualTo(who.contacts());
              }
            });
  }
}
