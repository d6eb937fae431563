package eu.rempart.alert.channel.send;

import eu.rempart.alert.channel.Channel;
import eu.rempart.alert.channel.ChannelException;
import eu.rempart.alert.channel.ChannelException.Reason;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.Message;
import eu.rempart.alert.channel.Receipt;
import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.channel.wire.Attempt;
import eu.rempart.common.EmailAddress;
import eu.rempart.mail.Courier;
import eu.rempart.mail.MailFault;
import eu.rempart.mail.MailRefusedException;
import eu.rempart.mail.Telegram;
import java.time.Duration;

/**
 * E-mail, through the mail server of the settings, at once: the outbox would wait for somebody to
 * sign in.
 */
final class EmailChannel implements Channel {

  private static final Duration PATIENCE = Duration.ofSeconds(25);

  private final Courier courier;
  private final Duration patience;

  EmailChannel(Courier courier) {
    this(courier, PATIENCE);
  }

  EmailChannel(Courier courier, Duration patience) {
    this.courier = courier;
    this.patience = patience;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.EMAIL;
  }

  @Override
  public boolean configured() {
    return courier.enabled();
  }

  /** Many mailboxes show a message id once, and many do not. */
  @Override
  public boolean idempotent() {
    return false;
  }

  @Override
  public void check(String address) {
    if (EmailAddress.parse(address).isEmpty()) {
      throw new IllegalArgumentException("alert-channel.address.email.wrong");
    }
  }

  @Override
  public void connect() throws ChannelException {
    Attempt.within(
        patience,
        _ -> {
          try {
            courier.greet();
            return true;
          } catch (MailRefusedException e) {
            throw because(e);
          }
        });
  }

  @Override
  public Receipt send(String address, Message message) throws ChannelException {
    check(address);
    if (!courier.enabled()) {
      throw Failures.notConfigured();
    }
    String link = message.link() == null ? "" : "\n\n" + message.link();
    Telegram telegram =
        new Telegram(
            message.id(),
            message.incident(),
            EmailAddress.of(address).value(),
            message.title(),
            message.text() + link + "\n",
            message.at(),
            message.severity() == Severity.CRITICAL);
    Attempt.within(
        patience,
        attempt -> {
          try {
            courier.wire(telegram, attempt::handOver);
            return true;
          } catch (MailRefusedException e) {
            throw because(e);
          }
        });
    return new Receipt(message.id().toString());
  }

  private static ChannelException because(MailRefusedException refused) {
    if (refused.inDoubt()) {
      return new ChannelException(Reason.IN_DOUBT, false, null, refused);
    }
    Integer reply = refused.reply();
    return switch (refused.fault()) {
      case LATER -> new ChannelException(Reason.REFUSED, true, reply, refused);
      case REFUSED, CREDENTIALS, NO_RECIPIENT ->
          new ChannelException(
              Reason.REFUSED, refused.fault() == MailFault.CREDENTIALS, reply, refused);
      case PLACE -> new ChannelException(Reason.PLACE, false, reply, refused);
      case TLS -> new ChannelException(Reason.UNREACHABLE, true, reply, refused);
      case UNREACHABLE ->
          new ChannelException(
              refused.timedOut() ? Reason.TIMEOUT : Reason.UNREACHABLE, true, reply, refused);
    };
  }
}
