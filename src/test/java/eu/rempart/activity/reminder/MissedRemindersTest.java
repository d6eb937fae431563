package eu.rempart.activity.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.SignedInMember;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityRow;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.meeting.Answer;
import eu.rempart.activity.meeting.AttendeeService;
import eu.rempart.activity.meeting.Attendees;
import eu.rempart.activity.meeting.MeetingService;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.history.RecordRef;
import eu.rempart.notice.MailPace;
import eu.rempart.notice.Notice;
import eu.rempart.notice.NoticeChoice;
import eu.rempart.notice.NoticeKind;
import eu.rempart.notice.NoticeService;
import eu.rempart.team.WithNarrowedMembers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** A reminder that nobody saw waits in the bell. */
class MissedRemindersTest extends WithNarrowedMembers {

  @Autowired private ReminderQueries queries;
  @Autowired private ReminderService reminders;
  @Autowired private ComingReminders coming;
  @Autowired private MissedReminders missed;
  @Autowired private ActivityService activities;
  @Autowired private MeetingService meetings;
  @Autowired private AttendeeService attendees;
  @Autowired private NoticeService notices;
  @Autowired private ApplicationEventPublisher events;
  @Autowired private TransactionOperations transactions;
  @Autowired private DSLContext dsl;

  private final Instant soon = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);

  private ActivityId reminds(SignedInMember owner, SignedInMember... asked) {
    return meetings.create(
        new MeetingService.Typed(
            ActivityData.builder()
                .kind(ActivityKind.MEETING)
                .subject("Geheimer Rückruf")
                .ownerId(owner.memberId())
                .when(new When(soon, ZoneId.of("UTC")))
                .reminders(List.of(0))
                .build(),
            ActivityLinks.NONE,
            new Attendees(
                List.of(), Stream.of(asked).map(SignedInMember::memberId).toList(), List.of())));
  }

  /** What the clock does so long after the reminder came. */
  private void after(Duration time) {
    new MissedReminders(
            queries, coming, transactions, events, Clock.fixed(soon.plus(time), ZoneOffset.UTC))
        .tell();
  }

  private List<Notice> told(SignedInMember member) {
    return as(member, () -> notices.mine(null, 50)).stream()
        .filter(notice -> notice.kind() == NoticeKind.REMINDED)
        .toList();
  }

  @Test
  void whatNobodySawWaitsInTheBellOnceAndStays() {
    SignedInMember eve = join(Role.MEMBER);
    ActivityId id = reminds(eve);

    after(MissedReminders.GRACE.minusSeconds(1));
    assertThat(told(eve)).as("a page may still show it").isEmpty();
    after(MissedReminders.GRACE.plusSeconds(1));
    after(MissedReminders.GRACE.plusMinutes(1));
    missed.tell();

    Notice notice = told(eve).getFirst();
    assertThat(told(eve)).hasSize(1);
    assertThat(notice.record()).isEqualTo(new RecordRef("activity", id.value()));
    assertThat(notice.by()).isNull();
    assertThat(as(eve, () -> notices.unread())).isPositive();
    activities.mark(List.of(id), ActivityStatus.DONE);
    assertThat(told(eve)).as("it stays").hasSize(1);
  }

  @Test
  void whatWasSeenIsNotToldAgainAndWhatIsMovedIs() {
    SignedInMember eve = join(Role.MEMBER);
    ActivityId id = reminds(eve);
    as(
        eve,
        () -> {
          reminders.seen(List.of(id));
          return true;
        });
    after(Duration.ofHours(1));
    assertThat(told(eve)).isEmpty();

    var now = activities.find(id).orElseThrow();
    var later =
        now.data().toBuilder().when(new When(soon.plusSeconds(3_600), ZoneId.of("UTC"))).build();
    activities.save(id, now.version(), now.data(), later, null);
    after(Duration.ofHours(2));
    assertThat(told(eve)).hasSize(1);
  }

  @Test
  void eachReminderThatNobodySawWaitsByItselfAndThoseThatCameTogetherAsOne() {
    SignedInMember eve = join(Role.MEMBER);
    ActivityId id =
        activities.create(
            ActivityData.builder()
                .subject("Mehrmals")
                .ownerId(eve.memberId())
                .when(new When(soon.plusSeconds(3_600), ZoneId.of("UTC")))
                .reminders(List.of(0, 15, 60))
                .build(),
            ActivityLinks.NONE);

    after(Duration.ofMinutes(10));
    assertThat(told(eve)).as("an hour before").hasSize(1);
    as(
        eve,
        () -> {
          reminders.seen(List.of(id));
          return true;
        });
    after(Duration.ofMinutes(20));
    assertThat(told(eve)).as("nothing came meanwhile").hasSize(1);
    after(Duration.ofHours(2));
    assertThat(told(eve)).as("two came").hasSize(2);
  }

  @Test
  void aMeetingOfEachWeekWaitsInTheBellThoughNobodyMarkedTheLastOne() {
    SignedInMember eve = join(Role.MEMBER);
    SignedInMember max = join(Role.MEMBER);
    SignedInMember kim = join(Role.MEMBER);
    ActivityId id = reminds(eve, max, kim);
    as(kim, () -> attendees.answer(id, Answer.DECLINED));
    var now = activities.find(id).orElseThrow();
    activities.save(
        id,
        now.version(),
        now.data(),
        now.data().toBuilder().recurrence("FREQ=WEEKLY").build(),
        null);
    after(Duration.ofMinutes(30));
    assertThat(told(eve)).hasSize(1);

    after(Duration.ofDays(7));
    assertThat(told(eve)).as("a page may still show it").hasSize(1);
    after(Duration.ofDays(7).plusMinutes(30));
    after(Duration.ofDays(7).plusMinutes(31));
    assertThat(told(eve)).hasSize(2);
    assertThat(told(max)).as("who is asked, too").hasSize(2);
    assertThat(told(kim)).isEmpty();
  }

  @Test
  void whoComesLaterIsStillShownItInThePage() {
    SignedInMember eve = join(Role.MEMBER);
    ActivityId id =
        activities.create(
            ActivityData.builder()
                .subject("Jetzt")
                .ownerId(eve.memberId())
                .when(new When(Instant.now().minusSeconds(600), ZoneId.of("UTC")))
                .reminders(List.of(0))
                .build(),
            ActivityLinks.NONE);
    missed.tell();
    assertThat(told(eve)).hasSize(1);
    assertThat(as(eve, () -> reminders.due())).extracting(ActivityRow::id).contains(id);
  }

  @Test
  void whoIsAskedIsToldTooUnlessTheySaidNoOrWantNoSuchNotice() {
    SignedInMember eve = narrowed(Role.MEMBER, only(Scope.OWN));
    SignedInMember max = join(Role.MEMBER);
    SignedInMember kim = join(Role.MEMBER);
    SignedInMember tom = join(Role.MEMBER);
    ActivityId id = reminds(admin(), eve, max, kim);
    as(max, () -> attendees.answer(id, Answer.DECLINED));
    as(
        kim,
        () -> {
          notices.choose(new NoticeChoice(Set.of(NoticeKind.REMINDED), MailPace.NEVER));
          return true;
        });

    after(Duration.ofMinutes(30));

    assertThat(told(eve)).hasSize(1);
    assertThat(told(max)).isEmpty();
    assertThat(told(kim)).isEmpty();
    assertThat(told(tom)).isEmpty();
  }

  @Test
  void whatIsOverCalledOffOrLongPastIsNotTold() {
    SignedInMember eve = join(Role.MEMBER);
    activities.mark(List.of(reminds(eve)), ActivityStatus.DONE);
    activities.mark(List.of(reminds(eve)), ActivityStatus.CANCELLED);
    after(Duration.ofHours(1));
    assertThat(told(eve)).isEmpty();

    reminds(eve);
    after(MissedReminders.BACK.plusHours(1));
    assertThat(told(eve)).isEmpty();
  }

  @Test
  void whoWasSuspendedIsNotTold() {
    SignedInMember eve = join(Role.MEMBER);
    reminds(eve);
    members.suspend(eve.memberId());
    after(Duration.ofHours(1));
    assertThat(
            dsl.fetchCount(
                DSL.table("notice"),
                DSL.condition("kind = 'REMINDED' AND member_id = {0}", DSL.val(eve.memberId()))))
        .isZero();
  }
}
