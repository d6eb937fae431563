package eu.rempart.mail;

import eu.rempart.mail.relay.MailRelay;
import java.util.Optional;

/** Carries mails to people outside through the mail server that is set up. Thread safe. */
public class Courier {

  private final ChosenMailServer server;

  Courier(ChosenMailServer server) {
    this.server = server;
  }

  /** Whether there is a mail server. */
  public boolean enabled() {
    return server.settings().isPresent();
  }

  /** The server of the settings file, which no screen changes; empty if the file has none. */
  public Optional<MailRelay> setByOperator() {
    return server.ofFile().map(MailSettings::shown);
  }

  /** What stands behind the at sign of the sender's address. */
  public String domain() {
    String from = server.settings().map(MailSettings::from).orElse("");
    return from.substring(from.lastIndexOf('@') + 1).replaceAll("[>\\s]", "");
  }

  /**
   * Hands a mail over; returns once the server has answered for it.
   *
   * @throws MailRefusedException if it does not get through
   */
  public void carry(Parcel parcel) throws MailRefusedException {
    server
        .patient()
        .orElseThrow(() -> new MailRefusedException(MailFault.UNREACHABLE, null, null))
        .carry(parcel);
  }

  /**
   * Connects to the mail server, signs in where it asks for that, and hands nothing over.
   *
   * @throws MailRefusedException if it does not answer, or lets nobody in
   */
  public void greet() throws MailRefusedException {
    server
        .hurried()
        .orElseThrow(() -> new MailRefusedException(MailFault.UNREACHABLE, null, null))
        .greet();
  }

  /**
   * Hands a telegram over; returns once the server has answered for it.
   *
   * @param handOver is told when all of it was sent
   * @throws MailRefusedException if it does not get through, or it is not known whether it did
   */
  public void wire(Telegram telegram, Telegram.HandOver handOver) throws MailRefusedException {
    server
        .hurried()
        .orElseThrow(() -> new MailRefusedException(MailFault.UNREACHABLE, null, null))
        .wire(telegram, handOver);
  }
}
