package eu.rempart.activity.meeting;

import eu.rempart.activity.ical.InvitationFile.Method;
import eu.rempart.activity.meeting.Attendee.Invitation;
import eu.rempart.activity.meeting.Attendee.MailState;
import eu.rempart.email.EmailState;
import eu.rempart.email.Mailing;
import eu.rempart.email.MessageIds;
import eu.rempart.email.Sender;
import eu.rempart.mail.Courier;
import eu.rempart.mail.Parcel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Invitations among the mails that go out: what is sent, and how it fared. */
@Component
class InvitationMails implements Mailing {

  private final InvitationMailRepository mails;
  private final AttendeeRepository attendees;
  private final Courier courier;

  InvitationMails(InvitationMailRepository mails, AttendeeRepository attendees, Courier courier) {
    this.mails = mails;
    this.attendees = attendees;
    this.courier = courier;
  }

  @Override
  public Optional<Parcel> parcel(UUID mailId) {
    return mails.find(mailId).filter(this::holds).map(this::parcel);
  }

  /** Nobody is invited who was taken off meanwhile, or by a later mail already. */
  private boolean holds(InvitationMail mail) {
    if (mail.method() == Method.CANCEL) {
      return true;
    }
    return mail.occurrence() == null
        ? attendees.ofMail(mail.id()).isPresent()
        : attendees.find(mail.attendee()).isPresent();
  }

  private Parcel parcel(InvitationMail mail) {
    Sender sender = Sender.of(mail.sender());
    return new Parcel(
        MessageIds.of(mail.id(), courier.domain()),
        mail.at(),
        sender.name(),
        sender.address(),
        List.of(mail.recipient()),
        List.of(),
        mail.subject(),
        mail.text(),
        List.of(),
        List.of(),
        new Parcel.Calendar(mail.method().name(), mail.calendar()));
  }

  @Override
  public void fared(UUID mailId, EmailState state, @Nullable String said) {
    Optional<Attendee> invited = attendees.ofMail(mailId);
    invited.ifPresent(attendee -> fared(attendee, state, said));
    // what could not be said of a cancellation is shown; an invitation without its guest is no news
    boolean kept =
        state == EmailState.FAILED
            && invited.isEmpty()
            && mails.failed(mailId, Objects.requireNonNullElse(said, ""));
    if (!kept && (state == EmailState.SENT || state == EmailState.FAILED)) {
      mails.delete(mailId);
    }
  }

  private void fared(Attendee attendee, EmailState state, @Nullable String said) {
    MailState then =
        switch (state) {
          case WAITING -> MailState.WAITING;
          case SENT, RECEIVED -> MailState.SENT;
          case FAILED -> MailState.FAILED;
          case BOUNCED -> MailState.BOUNCED;
        };
    Invitation before = attendee.invitation();
    // the same answer at each try is no change to be kept
    if (before == null || before.state() != then || !Objects.equals(before.said(), said)) {
      attendees.fared(attendee, then, said);
    }
  }

  @Override
  public boolean bounced(UUID mailId, String messageId, String why) {
    if (!messageId.equals(MessageIds.of(mailId, courier.domain()))) {
      return false;
    }
    Optional<Attendee> invited =
        attendees
            .ofMail(mailId)
            .filter(
                attendee ->
                    attendee.invitation() != null && !attendee.invitation().state().isTrouble());
    invited.ifPresent(attendee -> attendees.fared(attendee, MailState.BOUNCED, why));
    return invited.isPresent();
  }

  @Scheduled(initialDelay = 13, fixedDelay = 6 * 60, timeUnit = TimeUnit.MINUTES)
  void forget() {
    mails.forget();
  }
}
