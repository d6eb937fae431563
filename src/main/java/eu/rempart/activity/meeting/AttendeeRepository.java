package eu.rempart.activity.meeting;

import static eu.rempart.db.generated.Tables.ACTIVITY_ATTENDEE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import eu.rempart.activity.ActivityId;
import eu.rempart.activity.meeting.Attendee.Invitation;
import eu.rempart.activity.meeting.Attendee.MailState;
import eu.rempart.common.Ids;
import eu.rempart.contact.ContactId;
import eu.rempart.db.ManyRows;
import eu.rempart.db.generated.ActivityAttendeeWriter;
import eu.rempart.db.generated.OpenedActivityAttendee;
import eu.rempart.db.generated.tables.records.ActivityAttendeeRecord;
import eu.rempart.db.sealed.Sealing;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Who is asked to meetings; addresses are sealed on the way in, opened on the way out. */
@Repository
class AttendeeRepository {

  private final DSLContext dsl;
  private final Sealing sealing;

  AttendeeRepository(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
  }

  /** In the order in which they were added. */
  List<Attendee> of(ActivityId meeting) {
    return fetch(ACTIVITY_ATTENDEE.ACTIVITY_ID.eq(meeting.value()));
  }

  /** Who was invited, but for those who are seen. They are for no screen. */
  List<Attendee> unseen(ActivityId meeting, Collection<Attendee> seen) {
    Set<UUID> known = seen.stream().map(Attendee::id).collect(Collectors.toSet());
    return dsl
        .resultQuery("SELECT * FROM rempart.invited({0}) ORDER BY id", val(meeting.value()))
        .coerce(ACTIVITY_ATTENDEE)
        .fetch(this::attendee)
        .stream()
        .filter(each -> !known.contains(each.id()))
        .toList();
  }

  /** How many there are, seen or not. */
  int count(ActivityId meeting) {
    return Objects.requireNonNull(
        dsl.select(field("rempart.attendees({0})", Integer.class, val(meeting.value())))
            .fetchOne(0, Integer.class));
  }

  Optional<Attendee> find(UUID id) {
    return fetch(ACTIVITY_ATTENDEE.ID.eq(id)).stream().findFirst();
  }

  /** Whose invitation a mail is. */
  Optional<Attendee> ofMail(UUID mail) {
    return fetch(ACTIVITY_ATTENDEE.MAIL_ID.eq(mail)).stream().findFirst();
  }

  private List<Attendee> fetch(Condition which) {
    return dsl.selectFrom(ACTIVITY_ATTENDEE)
        .where(which)
        .orderBy(ACTIVITY_ATTENDEE.ID)
        .fetch(this::attendee);
  }

  private Attendee attendee(ActivityAttendeeRecord row) {
    OpenedActivityAttendee opened = new OpenedActivityAttendee(row, sealing);
    return new Attendee(
        row.getId(),
        row.getVersion(),
        new ActivityId(row.getActivityId()),
        row.getContactId() == null ? null : new ContactId(row.getContactId()),
        row.getMemberId(),
        opened.address(),
        Answer.valueOf(row.getAnswer()),
        instant(row.getAnsweredAt()),
        row.getMailId() == null
            ? null
            : new Invitation(
                row.getInvitedSequence(),
                row.getMailId(),
                MailState.valueOf(row.getMailState()),
                opened.mailSaid().orNull(),
                opened.invitedAddress().orNull(),
                instant(row.getAnswerStamp())));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  /**
   * Adds people to a meeting.
   *
   * @param asking the member who asks them, and thereby comes
   */
  void insert(ActivityId meeting, Attendees added, UUID asking) {
    // ids of one millisecond are in no order, which is that of the people
    Iterator<UUID> ids = Stream.generate(Ids::next).limit(added.count()).sorted().iterator();
    List<ActivityAttendeeRecord> rows = new ArrayList<>();
    added
        .members()
        .forEach(
            member -> {
              ActivityAttendeeWriter writer = writer(ids.next(), meeting).memberId(member);
              if (member.equals(asking)) {
                answer(writer, Answer.ACCEPTED, Instant.now(), null);
              }
              rows.add(writer.forInsert());
            });
    added
        .contacts()
        .forEach(
            contact ->
                rows.add(writer(ids.next(), meeting).contactId(contact.value()).forInsert()));
    added
        .addresses()
        .forEach(address -> rows.add(writer(ids.next(), meeting).address(address).forInsert()));
    ManyRows.insert(dsl, rows);
  }

  /** Asks those of a meeting to another one, with their answers; they are not invited to it yet. */
  void copy(ActivityId from, ActivityId to) {
    List<Attendee> all = of(from);
    Iterator<UUID> ids = Stream.generate(Ids::next).limit(all.size()).sorted().iterator();
    List<ActivityAttendeeRecord> rows = new ArrayList<>();
    for (Attendee each : all) {
      ActivityAttendeeWriter writer =
          writer(ids.next(), to)
              .memberId(each.member())
              .contactId(each.contact() == null ? null : each.contact().value())
              .address(each.address().orNull());
      Instant answered = each.answeredAt();
      answer(writer, each.answer(), answered == null ? Instant.now() : answered, null);
      if (!each.isBare() || each.address().orNull() != null) {
        rows.add(writer.forInsert());
      }
    }
    if (!rows.isEmpty()) {
      ManyRows.insert(dsl, rows);
    }
    dsl.execute("SELECT rempart.ask_along({0}, {1})", val(from.value()), val(to.value()));
  }

  private ActivityAttendeeWriter writer(UUID id, ActivityId meeting) {
    return new ActivityAttendeeWriter(id, sealing).activityId(meeting.value());
  }

  private static void answer(
      ActivityAttendeeWriter writer, Answer answer, Instant at, @Nullable Instant stamp) {
    writer.answer(answer.name());
    writer.answeredAt(answer == Answer.NEEDS_ACTION ? null : at.atOffset(ZoneOffset.UTC));
    writer.answerStamp(stamp == null ? null : stamp.atOffset(ZoneOffset.UTC));
  }

  /**
   * Writes an answer.
   *
   * @param stamp of the mail that it came by; null where it came by none
   */
  void answer(Attendee attendee, Answer answer, @Nullable Instant stamp) {
    ActivityAttendeeWriter writer = new ActivityAttendeeWriter(attendee.id(), sealing);
    answer(writer, answer, Instant.now(), stamp);
    update(attendee.id(), writer);
  }

  /**
   * Writes an answer that came by mail, unless they were invited anew since they were read.
   *
   * @return whether it counts
   */
  boolean answered(Attendee attendee, int sequence, Answer answer, Instant stamp) {
    ActivityAttendeeWriter writer = new ActivityAttendeeWriter(attendee.id(), sealing);
    answer(writer, answer, Instant.now(), stamp);
    return dsl.update(ACTIVITY_ATTENDEE)
            .set(writer.forUpdate())
            .where(
                ACTIVITY_ATTENDEE.ID.eq(attendee.id()),
                ACTIVITY_ATTENDEE.INVITED_SEQUENCE.eq(sequence))
            .execute()
        > 0;
  }

  /** Notes that an invitation is on its way, to which the next answer counts. */
  void invited(Attendee attendee, Invitation invitation) {
    update(
        attendee.id(),
        new ActivityAttendeeWriter(attendee.id(), sealing)
            .invitedSequence(invitation.sequence())
            .mailId(invitation.mail())
            .mailState(invitation.state().name())
            .mailSaid(invitation.said())
            .invitedAddress(invitation.to())
            .answerStamp(
                invitation.answerStamp() == null
                    ? null
                    : invitation.answerStamp().atOffset(ZoneOffset.UTC)));
  }

  /** Notes how an invitation fared. */
  void fared(Attendee attendee, MailState state, @Nullable String said) {
    update(
        attendee.id(),
        new ActivityAttendeeWriter(attendee.id(), sealing).mailState(state.name()).mailSaid(said));
  }

  private void update(UUID id, ActivityAttendeeWriter writer) {
    dsl.update(ACTIVITY_ATTENDEE)
        .set(writer.forUpdate())
        .where(ACTIVITY_ATTENDEE.ID.eq(id))
        .execute();
  }

  /** The database archives what is deleted. */
  void delete(Collection<Attendee> gone) {
    dsl.deleteFrom(ACTIVITY_ATTENDEE)
        .where(ACTIVITY_ATTENDEE.ID.in(gone.stream().map(Attendee::id).toList()))
        .execute();
  }
}
