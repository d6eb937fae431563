package eu.rempart.mail;

import eu.rempart.kernel.place.Outgoing;
import eu.rempart.mail.relay.MailRelay;
import eu.rempart.mail.relay.MailRelays;
import eu.rempart.mail.relay.SmtpSockets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the mail server: the one of the settings file, which the operator has the last word with,
 * else the one that administrators set up. Thread safe.
 */
final class ChosenMailServer {

  private final MailSettings file;
  private final MailRelays relays;
  private final @Nullable Pair ofFile;
  private @Nullable Pair kept;
  private @Nullable MailRelay keptFor;

  /** One for what can take its time, and one for what can't. */
  private record Pair(MailSettings settings, MailServer patient, MailServer hurried) {}

  /**
   * @param outgoing connects to the server of the settings file
   */
  ChosenMailServer(MailSettings file, MailRelays relays, Outgoing outgoing) {
    this.file = file;
    this.relays = relays;
    this.ofFile =
        file.enabled() ? pair(file, new SmtpSockets(() -> FileRelay.open(file, outgoing))) : null;
  }

  private static Pair pair(MailSettings settings, SmtpSockets sockets) {
    return new Pair(
        settings, new MailServer(settings, sockets), new MailServer(settings.hurried(), sockets));
  }

  /** The server of the settings file; empty if it has none. */
  Optional<MailSettings> ofFile() {
    return ofFile == null ? Optional.empty() : Optional.of(file);
  }

  Optional<MailSettings> settings() {
    return now().map(Pair::settings);
  }

  Optional<MailServer> patient() {
    return now().map(Pair::patient);
  }

  Optional<MailServer> hurried() {
    return now().map(Pair::hurried);
  }

  private Optional<Pair> now() {
    return ofFile == null ? relays.find().map(this::of) : Optional.of(ofFile);
  }

  private synchronized Pair of(MailRelay relay) {
    Pair known = kept;
    if (known == null || !relay.equals(keptFor)) {
      MailSettings settings = file.leadingTo(relay);
      known = pair(settings, new SmtpSockets(() -> relays.open(relay)));
      kept = known;
      keptFor = relay;
    }
    return known;
  }
}
