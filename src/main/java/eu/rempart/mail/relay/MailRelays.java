package eu.rempart.mail.relay;

import java.io.IOException;
import java.net.Socket;
import java.util.Optional;

/**
 * The mail server that administrators set up on a screen. It is asked at each mail, so that a
 * change counts without a restart. Thread safe.
 */
public interface MailRelays {

  /** No screen, as where settings alone say so. */
  MailRelays NONE =
      new MailRelays() {
        @Override
        public Optional<MailRelay> find() {
          return Optional.empty();
        }

        @Override
        public Socket open(MailRelay relay) throws IOException {
          throw new IOException("there is no mail server");
        }
      };

  /** The server; empty while there is none, or it is switched off. Cheap, and never throws. */
  Optional<MailRelay> find();

  /**
   * A connection to it, to an address that connections of this server may go to; encrypted where
   * that is from the first byte. The caller closes it.
   *
   * @throws IOException if nobody answers there, or there is no such address
   */
  Socket open(MailRelay relay) throws IOException;
}
