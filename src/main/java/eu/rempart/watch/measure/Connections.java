package eu.rempart.watch.measure;

import eu.rempart.common.net.PeerAddresses;
import eu.rempart.kernel.place.Outgoing;
import eu.rempart.watch.check.Failure;
import eu.rempart.watch.check.Target;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** Opens connections, and says why one could not be opened. */
final class Connections {

  /** So many addresses of a name are tried. */
  private static final int ADDRESSES = 4;

  private final Names names;
  private final Trust trust;

  Connections(Names names, Trust trust) {
    this.names = names;
    this.trust = trust;
  }

  /**
   * A connection by TCP, to the first address that takes it. The caller closes it. Addresses are
   * looked at here, where they are used, so that no other answer to the same name comes in between.
   */
  Socket open(Target.Remote target, Trip trip) throws MeasureException {
    InetAddress[] addresses = Names.find(names, target.host(), trip);
    MeasureException last = new MeasureException(Failure.UNREACHABLE);
    for (int i = 0; i < Math.min(ADDRESSES, addresses.length); i++) {
      if (PeerAddresses.refused(addresses[i])) {
        last = new MeasureException(Failure.ADDRESS_NOT_ALLOWED);
        continue;
      }
      try {
        return connect(new InetSocketAddress(addresses[i], target.port()), trip);
      } catch (MeasureException e) {
        last = e;
      }
    }
    throw last;
  }

  // the socket is the caller's once it is connected
  @SuppressWarnings("resource")
  private static Socket connect(InetSocketAddress address, Trip trip) throws MeasureException {
    Socket socket = Outgoing.unconnected();
    try {
      trip.begin();
      Outgoing.connectToWatched(socket, address, trip.left(Failure.CONNECT_TIMEOUT));
      trip.connected();
      return socket;
    } catch (MeasureException e) {
      quietly(socket);
      throw e;
    } catch (SocketTimeoutException e) {
      quietly(socket);
      throw because(Failure.CONNECT_TIMEOUT, e);
    } catch (ConnectException e) {
      quietly(socket);
      throw because(Failure.CONNECTION_REFUSED, e);
    } catch (IOException e) {
      quietly(socket);
      throw because(Failure.UNREACHABLE, e);
    }
  }

  /** TLS over a connection, with the target's name, which the certificate must be for. */
  SSLSocket shakeHands(Socket socket, Target.Remote target, boolean ownAuthority, Trip trip)
      throws MeasureException {
    try {
      trip.begin();
      socket.setSoTimeout(trip.left(Failure.TLS_TIMEOUT));
      SSLSocket tls =
          (SSLSocket)
              trust
                  .context(ownAuthority)
                  .getSocketFactory()
                  .createSocket(socket, target.host(), target.port(), true);
      SSLParameters parameters = tls.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      tls.setSSLParameters(parameters);
      tls.startHandshake();
      trip.shaken();
      return tls;
    } catch (MeasureException e) {
      throw e;
    } catch (SocketTimeoutException e) {
      throw because(Failure.TLS_TIMEOUT, e);
    } catch (SSLHandshakeException e) {
      throw because(trip.broken(reason(e), Failure.TLS_TIMEOUT), e);
    } catch (IOException e) {
      throw because(trip.broken(Failure.TLS_FAILED, Failure.TLS_TIMEOUT), e);
    } catch (GeneralSecurityException e) {
      throw because(Failure.NOT_MEASURED, e);
    }
  }

  private static Failure reason(SSLHandshakeException refused) {
    for (Throwable t = refused; t != null; t = t.getCause()) {
      if (t instanceof CertificateRefused certificate) {
        return certificate.failure();
      }
    }
    String message = refused.getMessage();
    return message != null && message.contains("protocol_version")
        ? Failure.PROTOCOL_TOO_OLD
        : Failure.TLS_FAILED;
  }

  private static MeasureException because(Failure failure, Exception cause) {
    MeasureException told = new MeasureException(failure);
    told.initCause(cause);
    return told;
  }

  private static void quietly(@Nullable Socket socket) {
    if (socket != null) {
      try {
        socket.close();
      } catch (IOException e) {
        // it was never open: nothing is lost
      }
    }
  }
}
