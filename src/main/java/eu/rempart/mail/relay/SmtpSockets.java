package eu.rempart.mail.relay;

import eu.rempart.common.net.UnconnectedSockets;
import java.io.IOException;
import java.net.Socket;

/** Makes sockets for the mail library, which are opened where they may go. */
public final class SmtpSockets extends UnconnectedSockets {

  /** Opens a connection, encrypted or not, to where it may go. */
  public interface Opener {
    Socket open() throws IOException;
  }

  public SmtpSockets(Opener opener) {
    super(() -> new SmtpSocket(opener));
  }
}
