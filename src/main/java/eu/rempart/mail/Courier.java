package eu.rempart.mail;

import java.util.Optional;

/** Carries mails to people outside through the mail server of the settings. Thread safe. */
public class Courier {

  private final MailSettings settings;
  private final Optional<MailServer> server;
  private final Optional<MailServer> hurried;

  Courier(MailSettings settings) {
    this.settings = settings;
    this.server = settings.enabled() ? Optional.of(new MailServer(settings)) : Optional.empty();
    this.hurried =
        settings.enabled() ? Optional.of(new MailServer(settings.hurried())) : Optional.empty();
  }

  /** Whether there is a mail server. */
  public boolean enabled() {
    return server.isPresent();
  }

  /** What stands behind the at sign of the sender's address. */
  public String domain() {
    String from = settings.from() == null ? "" : settings.from();
    return from.substring(from.lastIndexOf('@') + 1).replaceAll("[>\\s]", "");
  }

  /**
   * Hands a mail over; returns once the server has answered for it.
   *
   * @throws MailRefusedException if it does not get through
   */
  public void carry(Parcel parcel) throws MailRefusedException {
    server
        .orElseThrow(() -> new MailRefusedException(MailFault.UNREACHABLE, null, null))
        .carry(parcel);
  }

  /**
   * Connects to the mail server, signs in where it asks for that, and hands nothing over.
   *
   * @throws MailRefusedException if it does not answer, or lets nobody in
   */
  public void greet() throws MailRefusedException {
    hurried.orElseThrow(() -> new MailRefusedException(MailFault.UNREACHABLE, null, null)).greet();
  }

  /**
   * Hands a telegram over; returns once the server has answered for it.
   *
   * @param handOver is told when all of it was sent
   * @throws MailRefusedException if it does not get through, or it is not known whether it did
   */
  public void wire(Telegram telegram, Telegram.HandOver handOver) throws MailRefusedException {
    hurried
        .orElseThrow(() -> new MailRefusedException(MailFault.UNREACHABLE, null, null))
        .wire(telegram, handOver);
  }
}
