package eu.rempart.mail;

import eu.rempart.kernel.place.Outgoing;
import eu.rempart.mail.relay.MailTls;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;

/** The mail server that the settings file names. */
final class FileRelay {

  private FileRelay() {}

  /** A connection to it, encrypted where that is so from the first byte. The caller closes it. */
  static Socket open(MailSettings settings, Outgoing outgoing) throws IOException {
    Socket raw = outgoing.connect(settings.place(), settings.port(), settings.patience());
    try {
      raw.setSoTimeout(Math.toIntExact(settings.patience().toMillis()));
      return settings.tls() == MailTls.TLS
          ? Trust.encrypt(raw, settings.place().host(), Optional.ofNullable(settings.trust()))
          : raw;
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }
}
