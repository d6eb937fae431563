package eu.rempart.activity.meeting;

import static eu.rempart.db.generated.Tables.INVITATION_MAIL;

import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ical.InvitationFile.Method;
import eu.rempart.contact.ContactId;
import eu.rempart.db.generated.InvitationMailWriter;
import eu.rempart.db.generated.OpenedInvitationMail;
import eu.rempart.db.generated.tables.records.InvitationMailRecord;
import eu.rempart.db.sealed.Opened;
import eu.rempart.db.sealed.Sealing;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Invitations on their way out; sealed on the way in, opened on the way out. */
@Repository
class InvitationMailRepository {

  private static final Duration KEPT = Duration.ofDays(30);

  private final DSLContext dsl;
  private final Sealing sealing;

  InvitationMailRepository(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
  }

  void insert(InvitationMail mail) {
    dsl.insertInto(INVITATION_MAIL)
        .set(
            new InvitationMailWriter(mail.id(), sealing)
                .activityId(mail.meeting().value())
                .attendeeId(mail.attendee())
                .contactId(mail.contact() == null ? null : mail.contact().value())
                .method(mail.method().name())
                .occurrenceAt(
                    mail.occurrence() == null ? null : mail.occurrence().atOffset(ZoneOffset.UTC))
                .sender(mail.sender())
                .recipient(mail.recipient())
                .subject(mail.subject())
                .body(mail.text())
                .calendar(mail.calendar())
                .createdAt(mail.at().atOffset(ZoneOffset.UTC))
                .forInsert())
        .execute();
  }

  /** A mail that is to be sent; empty where it is none, or does not open. */
  Optional<InvitationMail> find(UUID id) {
    return dsl.selectFrom(INVITATION_MAIL)
        .where(INVITATION_MAIL.ID.eq(id))
        .fetchOptional()
        .flatMap(this::mail);
  }

  private Optional<InvitationMail> mail(InvitationMailRecord row) {
    OpenedInvitationMail opened = new OpenedInvitationMail(row, sealing);
    List<Opened<String>> texts =
        List.of(
            opened.sender(),
            opened.recipient(),
            opened.subject(),
            opened.body(),
            opened.calendar());
    if (texts.stream().anyMatch(text -> text.orNull() == null)) {
      return Optional.empty();
    }
    return Optional.of(
        new InvitationMail(
            row.getId(),
            new ActivityId(row.getActivityId()),
            row.getAttendeeId(),
            row.getContactId() == null ? null : new ContactId(row.getContactId()),
            Method.valueOf(row.getMethod()),
            row.getOccurrenceAt() == null ? null : row.getOccurrenceAt().toInstant(),
            opened.sender().or(""),
            opened.recipient().or(""),
            opened.subject().or(""),
            opened.body().or(""),
            opened.calendar().or(""),
            row.getCreatedAt().toInstant()));
  }

  /**
   * A cancellation, or what was told of one occurrence, that could not be delivered.
   *
   * @param toContact whether it went to an address of a contact
   */
  record Undelivered(boolean toContact, String to, String said) {

    /**
     * Both; neither of a contact whose addresses are hidden, since what a server says often names
     * them.
     */
    String words(boolean hidden) {
      return hidden && toContact ? "…" : to + ": " + said;
    }

    /** Says nothing: this is customer data. */
    @Override
    public String toString() {
      return "Undelivered[hidden]";
    }
  }

  /** What could not be delivered of a meeting. */
  List<Undelivered> failed(ActivityId meeting) {
    return dsl
        .selectFrom(INVITATION_MAIL)
        .where(INVITATION_MAIL.ACTIVITY_ID.eq(meeting.value()), INVITATION_MAIL.FAILED.isTrue())
        .orderBy(INVITATION_MAIL.CREATED_AT)
        .fetch()
        .stream()
        .flatMap(
            row -> {
              OpenedInvitationMail opened = new OpenedInvitationMail(row, sealing);
              return Stream.of(
                  new Undelivered(
                      row.getContactId() != null,
                      opened.recipient().or("…"),
                      opened.said().or("")));
            })
        .toList();
  }

  /** Keeps what was said of a cancellation, or of an occurrence; false where it is none. */
  boolean failed(UUID id, String said) {
    return dsl.update(INVITATION_MAIL)
            .set(new InvitationMailWriter(id, sealing).failed(true).said(said).forUpdate())
            .where(INVITATION_MAIL.ID.eq(id))
            .and(
                INVITATION_MAIL
                    .METHOD
                    .eq(Method.CANCEL.name())
                    .or(INVITATION_MAIL.OCCURRENCE_AT.isNotNull()))
            .execute()
        > 0;
  }

  void delete(UUID id) {
    dsl.deleteFrom(INVITATION_MAIL).where(INVITATION_MAIL.ID.eq(id)).execute();
  }

  /** Forgets what could not be delivered a month ago. */
  void forget() {
    OffsetDateTime before = OffsetDateTime.now(ZoneOffset.UTC).minus(KEPT);
    dsl.deleteFrom(INVITATION_MAIL).where(INVITATION_MAIL.CREATED_AT.lt(before)).execute();
  }
}
