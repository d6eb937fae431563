package eu.rempart.activity.meeting;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.ProfileService;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ical.InvitationFile;
import eu.rempart.activity.ical.InvitationFile.Meeting;
import eu.rempart.activity.ical.InvitationFile.Method;
import eu.rempart.activity.ical.InvitationFile.Moved;
import eu.rempart.activity.ical.InvitationFile.Person;
import eu.rempart.activity.meeting.Guests.Guest;
import eu.rempart.activity.value.When;
import eu.rempart.email.MailQueue;
import eu.rempart.email.Sender;
import eu.rempart.mail.Courier;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes mails to those who are asked to a meeting, and puts them into the queue. */
@Component
class InvitationPost {

  private final InvitationMailRepository mails;
  private final InvitationTexts texts;
  private final Guests guests;
  private final MailQueue queue;
  private final Courier courier;
  private final ProfileService profile;
  private final CurrentMember current;

  InvitationPost(
      InvitationMailRepository mails,
      InvitationTexts texts,
      Guests guests,
      MailQueue queue,
      Courier courier,
      ProfileService profile,
      CurrentMember current) {
    this.mails = mails;
    this.texts = texts;
    this.guests = guests;
    this.queue = queue;
    this.courier = courier;
    this.profile = profile;
    this.current = current;
  }

  /** Whether there is a mail server to send through. */
  boolean enabled() {
    return courier.enabled();
  }

  /** To whom answers go. */
  record Organizer(UUID member, Person person) {}

  /** This member, else, where no mail reaches them, whoever acts; empty where none reaches both. */
  Optional<Organizer> organizer(@Nullable UUID member) {
    String partstat = Answer.ACCEPTED.partstat();
    return Optional.ofNullable(member)
        .flatMap(id -> guests.member(id, partstat).map(person -> new Organizer(id, person)))
        .or(
            () ->
                guests
                    .member(current.id(), partstat)
                    .map(person -> new Organizer(current.id(), person)));
  }

  /** When a mail is written, as calendars say it. */
  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  /** Those of these who were invited, at the address to which that went. */
  static List<Guest> invited(Collection<Attendee> all) {
    List<Guest> guests = new ArrayList<>();
    for (Attendee each : all) {
      Attendee.Invitation invitation = each.invitation();
      if (invitation != null && invitation.to() != null) {
        guests.add(new Guest(each, new Person("", invitation.to(), each.answer().partstat())));
      }
    }
    return guests;
  }

  /**
   * Tells of a meeting.
   *
   * @param again whether they were invited before
   * @return the mail
   */
  UUID put(Method method, Meeting told, Guest guest, boolean again) {
    Locale language = language();
    return put(
        method,
        told,
        guest,
        null,
        texts.subject(method, again, told.subject(), language),
        texts.text(method, told, language),
        InvitationFile.text(method, told));
  }

  /** Tells of one occurrence of a recurring meeting. */
  void put(Method method, Meeting told, Guest guest, Moved one) {
    Locale language = language();
    put(
        method,
        told,
        guest,
        one.of(),
        texts.subject(method, true, one.subject(), language),
        texts.one(method, told, one, language),
        InvitationFile.one(method, told, one));
  }

  private Locale language() {
    return profile.language().orElse(Locale.ENGLISH);
  }

  private UUID put(
      Method method,
      Meeting told,
      Guest guest,
      @Nullable When occurrence,
      String subject,
      String text,
      String calendar) {
    UUID mail = UUID.randomUUID();
    mails.insert(
        new InvitationMail(
            mail,
            new ActivityId(told.id()),
            guest.attendee().id(),
            guest.attendee().contact(),
            method,
            occurrence == null ? null : occurrence.at(),
            new Sender(told.organizer().name(), told.organizer().address()).text(),
            guest.person().address(),
            subject,
            text,
            calendar,
            told.stamp()));
    queue.put(mail, current.id());
    return mail;
  }
}
