package eu.rempart.activity.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.SignedInMember;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.calendar.CalendarService;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.When;
import eu.rempart.archive.ArchiveService;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.TimelineKey;
import eu.rempart.contact.ContactId;
import eu.rempart.history.HistoryService;
import eu.rempart.history.RecordRef;
import eu.rempart.notice.Notice;
import eu.rempart.notice.NoticeKind;
import eu.rempart.notice.NoticeService;
import eu.rempart.team.WithNarrowedMembers;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is asked to a meeting, and what they answer. */
class AttendeeServiceTest extends WithNarrowedMembers {

  @Autowired private ActivityService activities;
  @Autowired private AttendeeService attendees;
  @Autowired private MeetingService meetings;
  @Autowired private CalendarService calendar;
  @Autowired private NoticeService notices;
  @Autowired private ArchiveService archive;
  @Autowired private HistoryService history;
  @Autowired private DSLContext dsl;

  private ActivityData data() {
    return ActivityData.builder()
        .kind(ActivityKind.MEETING)
        .subject("Kick-off")
        .ownerId(admin().memberId())
        .when(When.at(LocalDateTime.of(2027, 3, 1, 9, 0), ZoneId.of("Europe/Paris")))
        .build();
  }

  private ActivityId meeting(Attendees asked) {
    return meetings.create(new MeetingService.Typed(data(), ActivityLinks.NONE, asked));
  }

  private static Attendees bare(String... addresses) {
    return new Attendees(List.of(), List.of(), List.of(addresses));
  }

  @Test
  void meetingIsLinkedOnceAndStandsInTimeline() {
    ContactId zoe = person("Zoe", "Linked");
    ActivityId id = meeting(new Attendees(List.of(zoe), List.of(), List.of()));

    assertThat(history.timeline(new RecordRef("contact", zoe.value())))
        .filteredOn(event -> event.link() != null)
        .singleElement()
        .satisfies(
            event ->
                assertThat(Objects.requireNonNull(event.link()).record().id())
                    .isEqualTo(id.value()));
    assertThat(calendar.timeline("contact", zoe.value(), null, 5))
        .extracting(TimelineKey::id)
        .containsExactly(id.value());
  }

  @Test
  void contactsMembersAndAddressesAreAskedAndTheMeetingStandsOnTheContactsPages() {
    ContactId zoe = person("Zoe", "Asked");
    SignedInMember max = join(Role.MEMBER);
    ActivityId id =
        meeting(
            new Attendees(
                List.of(zoe),
                List.of(admin().memberId(), max.memberId()),
                List.of("Guest@Other.Example")));

    assertThat(attendees.of(id)).hasSize(4);
    assertThat(attendees.asked(id).addresses()).containsExactly("guest@other.example");
    assertThat(attendees.mine(id)).get().extracting(Attendee::answer).isEqualTo(Answer.ACCEPTED);
    assertThat(activities.find(id).map(Activity::links)).contains(ActivityLinks.of(zoe));
    Notice told = as(max, () -> notices.mine(null, 10)).getFirst();
    assertThat(told.kind()).isEqualTo(NoticeKind.INVITED);
    assertThat(told.record()).isEqualTo(new RecordRef("activity", id.value()));
  }

  @Test
  void whoIsAskedAnswersForThemselvesEvenWhoMayOnlyRead() {
    SignedInMember rita = join(Role.READER);
    ActivityId id = meeting(new Attendees(List.of(), List.of(rita.memberId()), List.of()));

    assertThat(as(rita, () -> attendees.answer(id, Answer.TENTATIVE))).isTrue();
    assertThat(attendees.of(id))
        .singleElement()
        .extracting(Attendee::answer)
        .isEqualTo(Answer.TENTATIVE);
    assertThat(attendees.answer(id, Answer.DECLINED))
        .as("nobody asked the administrator")
        .isFalse();
    UUID row = attendees.of(id).getFirst().id();
    assertThatThrownBy(() -> as(rita, () -> attendees.note(row, Answer.ACCEPTED)))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(
            () -> as(rita, () -> attendees.save(id, attendees.asked(id), Attendees.NONE)))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void whatSomebodySaidOtherwiseIsWrittenDownWithHistory() {
    ActivityId id = meeting(bare("guest@other.example"));
    UUID row = attendees.of(id).getFirst().id();

    assertThat(attendees.note(row, Answer.DECLINED)).isTrue();

    assertThat(attendees.of(id).getFirst().answer()).isEqualTo(Answer.DECLINED);
    assertThat(attendees.of(id).getFirst().answeredAt()).isNotNull();
    assertThat(history.timeline(new RecordRef("activity", id.value()))).hasSizeGreaterThan(2);
    assertThat(attendees.note(UUID.randomUUID(), Answer.DECLINED)).isFalse();
  }

  @Test
  void savingKeepsAnswersOfThoseWhoStay() {
    ContactId zoe = person("Zoe", "Stays");
    ActivityId id = meeting(new Attendees(List.of(zoe), List.of(), List.of("a@other.example")));
    attendees.note(attendees.of(id).getFirst().id(), Answer.ACCEPTED);

    Activity now = activities.find(id).orElseThrow();
    meetings.save(
        id,
        now.version(),
        now.data(),
        now.links(),
        attendees.asked(id),
        new MeetingService.Typed(
            now.data(),
            now.links(),
            new Attendees(List.of(zoe), List.of(), List.of("b@other.example"))));

    assertThat(attendees.asked(id).addresses()).containsExactly("b@other.example");
    assertThat(attendees.of(id).getFirst().answer()).isEqualTo(Answer.ACCEPTED);
  }

  @Test
  void whoWasAddedWhileAFormWasOpenStaysAndSoDoesWhomAFormNeverKnew() {
    ContactId zoe = person("Zoe", "Meanwhile");
    ActivityId id = meeting(bare("a@other.example", "b@other.example"));
    Attendees opened = attendees.asked(id);
    attendees.save(
        id,
        opened,
        new Attendees(
            List.of(zoe), List.of(), List.of("a@other.example", "b@other.example", "c@c.example")));

    save(id, opened, bare("a@other.example", "d@other.example"));
    assertThat(attendees.asked(id).contacts()).containsExactly(zoe);
    assertThat(attendees.asked(id).addresses())
        .containsExactly("a@other.example", "c@c.example", "d@other.example");
    assertThat(activities.find(id).map(Activity::links)).contains(ActivityLinks.of(zoe));

    save(id, Attendees.NONE, bare("a@other.example"));
    assertThat(attendees.of(id)).as("a draft of earlier takes nobody off").hasSize(4);
  }

  @Test
  void nobodyIsAskedToWhatIsNoMeetingAnyMore() {
    ActivityId id = meeting(bare("a@other.example", "b@other.example"));
    Activity now = activities.find(id).orElseThrow();
    ActivityData call = now.data().toBuilder().kind(ActivityKind.CALL).build();
    meetings.save(
        id,
        now.version(),
        now.data(),
        now.links(),
        bare("a@other.example"),
        new MeetingService.Typed(call, now.links(), bare("a@other.example")));

    assertThat(attendees.of(id)).isEmpty();
  }

  private void save(ActivityId id, Attendees before, Attendees wanted) {
    Activity now = activities.find(id).orElseThrow();
    meetings.save(
        id,
        now.version(),
        now.data(),
        ActivityLinks.NONE,
        before,
        new MeetingService.Typed(now.data(), ActivityLinks.NONE, wanted));
  }

  @Test
  void whoIsNoAddressOrTooManyAreNotKeptAndNeitherIsTheMeeting() {
    int before = dsl.fetchCount(DSL.table("activity"));
    assertThatThrownBy(() -> meeting(bare("nobody")))
        .isInstanceOf(InvalidFieldException.class)
        .hasMessageNotContaining("nobody");
    String[] many =
        IntStream.range(0, 51).mapToObj(i -> "p" + i + "@other.example").toArray(String[]::new);
    assertThatThrownBy(() -> meeting(bare(many))).isInstanceOf(InvalidFieldException.class);
    assertThat(dsl.fetchCount(DSL.table("activity"))).isEqualTo(before);
  }

  /** To be asked is a reason to see a meeting, whoever owns it (decision record 0185). */
  @Test
  void whoIsAskedSeesTheMeetingWhateverTheyMaySeeElseAndAnswers() {
    SignedInMember eve = narrowed(Role.MEMBER, only(Scope.OWN));
    ActivityId id =
        meeting(new Attendees(List.of(), List.of(eve.memberId()), List.of("x@other.example")));
    UUID other = attendees.of(id).getLast().id();

    assertThat(as(eve, () -> activities.find(id))).isPresent();
    assertThat(as(eve, () -> attendees.of(id))).hasSize(2);
    assertThat(as(eve, () -> notices.mine(null, 10)))
        .singleElement()
        .extracting(Notice::kind)
        .isEqualTo(NoticeKind.INVITED);
    assertThat(as(eve, () -> attendees.answer(id, Answer.ACCEPTED))).isTrue();
    assertThat(attendees.of(id).getFirst().answer()).isEqualTo(Answer.ACCEPTED);
    assertThatThrownBy(() -> as(eve, () -> attendees.note(other, Answer.ACCEPTED)))
        .as("she answers for herself")
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void whoIsNotAskedAndMayNotSeeTheMeetingSeesNobodyOfItAndAnswersNothing() {
    SignedInMember eve = narrowed(Role.MEMBER, only(Scope.OWN));
    ActivityId id =
        meeting(new Attendees(List.of(), List.of(admin().memberId()), List.of("x@other.example")));
    UUID row = attendees.of(id).getLast().id();

    assertThat(as(eve, () -> attendees.of(id))).isEmpty();
    assertThat(as(eve, () -> attendees.answer(id, Answer.ACCEPTED))).isFalse();
    assertThat(as(eve, () -> attendees.note(row, Answer.ACCEPTED))).isFalse();
    assertThat(as(eve, () -> notices.mine(null, 10))).isEmpty();
  }

  @Test
  void aContactOneMayNotSeeIsNotShownAmongThoseWhoComeAndStays() {
    SignedInMember eve = narrowed(Role.MEMBER, only(Scope.OWN));
    ContactId hidden = person("Hidden", "Guest");
    ActivityId id =
        meetings.create(
            new MeetingService.Typed(
                data().toBuilder().ownerId(eve.memberId()).build(),
                ActivityLinks.NONE,
                new Attendees(List.of(hidden), List.of(), List.of("x@other.example"))));

    Attendees all = attendees.asked(id);
    assertThat(as(eve, () -> attendees.asked(id).contacts())).isEmpty();
    assertThat(as(eve, () -> attendees.save(id, all, Attendees.NONE))).hasSize(1);
    assertThat(attendees.asked(id).contacts()).containsExactly(hidden);
  }

  @Test
  void attendeesGoToTheBinAndComeBackWithTheirMeeting() {
    ActivityId id = meeting(bare("guest@other.example"));
    UUID change = activities.archive(List.of(id));
    assertThat(attendees.of(id)).isEmpty();
    archive.undo(change);
    assertThat(attendees.of(id)).hasSize(1);
  }

  @Test
  void aDumpTellsNoAddress() {
    meeting(bare("very.secret@other.example"));
    String dump =
        dsl.fetch("SELECT to_jsonb(a)::text FROM activity_attendee a").formatCSV()
            + dsl.fetch("SELECT to_jsonb(a)::text FROM activity_attendee_history a").formatCSV();
    assertThat(dump).contains("NEEDS_ACTION").doesNotContain("secret", "other.example");
  }
}
