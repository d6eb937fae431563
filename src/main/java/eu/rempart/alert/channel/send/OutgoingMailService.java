package eu.rempart.alert.channel.send;

import eu.rempart.account.Member;
import eu.rempart.account.ProfileService;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.alert.channel.ChannelException;
import eu.rempart.alert.channel.ChannelException.Reason;
import eu.rempart.alert.channel.wire.Attempt;
import eu.rempart.mail.Courier;
import eu.rempart.mail.MailFault;
import eu.rempart.mail.MailRefusedException;
import eu.rempart.mail.Telegram;
import eu.rempart.mail.relay.MailRelay;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether outgoing mail works, for administrators, who find out by a mail to themselves. */
public class OutgoingMailService {

  private static final Duration PATIENCE = Duration.ofSeconds(25);

  /** What a test came to. */
  public sealed interface Outcome {

    /** The server took the mail. */
    record Taken(String address) implements Outcome {}

    /**
     * It did not.
     *
     * @param reply three digits; null where it did not come to a reply
     * @param said the server's own words, or those of the connection; may be empty
     */
    record Refused(MailFault fault, @Nullable Integer reply, String said) implements Outcome {}

    /** Nothing came back in time; perhaps the server took it. */
    record Silent() implements Outcome {}

    /** There is no server. */
    record NoServer() implements Outcome {}
  }

  private final Courier courier;
  private final ProfileService profile;
  private final Rights rights;
  private final InstantSource clock;
  private final Duration patience;

  OutgoingMailService(Courier courier, ProfileService profile, Rights rights, InstantSource clock) {
    this(courier, profile, rights, clock, PATIENCE);
  }

  OutgoingMailService(
      Courier courier,
      ProfileService profile,
      Rights rights,
      InstantSource clock,
      Duration patience) {
    this.courier = courier;
    this.profile = profile;
    this.rights = rights;
    this.clock = clock;
    this.patience = patience;
  }

  /** The server of the settings file, which wins over the screen; empty if the file has none. */
  public Optional<MailRelay> setByOperator() {
    rights.require(Right.MANAGE_SECURITY);
    return courier.setByOperator();
  }

  /** Sends a mail to whoever asks, and waits for the server's answer, half a minute at most. */
  public Outcome test(String subject, String text) {
    rights.require(Right.MANAGE_SECURITY);
    if (!courier.enabled()) {
      return new Outcome.NoServer();
    }
    String to =
        profile
            .me()
            .map(Member::email)
            .flatMap(email -> Optional.ofNullable(email.orNull()))
            .orElseThrow();
    UUID id = UUID.randomUUID();
    Telegram mail = new Telegram(id, id, to, subject, text, clock.instant(), false);
    try {
      return Attempt.within(
          patience,
          attempt -> {
            try {
              courier.wire(mail, attempt::handOver);
              return new Outcome.Taken(to);
            } catch (MailRefusedException refused) {
              return refused.timedOut() || refused.inDoubt()
                  ? new Outcome.Silent()
                  : new Outcome.Refused(refused.fault(), refused.reply(), refused.said());
            }
          });
    } catch (ChannelException late) {
      return late.reason() == Reason.UNREACHABLE
          ? new Outcome.Refused(MailFault.UNREACHABLE, null, "")
          : new Outcome.Silent();
    }
  }
}
