package eu.rempart.watch.measure;

import eu.rempart.watch.check.Band;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.Failure;
import eu.rempart.watch.check.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** Measures checks over the network. Blocks for its patience at most. Thread safe. */
public final class RemoteMeter {

  private static final int REDIRECTS = 3;
  private static final int LEAST_RSA = 2_048;
  private static final int LEAST_CURVE = 256;

  private final Connections connections;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final Duration patience;

  /**
   * @param patience for one measurement, redirects included
   */
  public RemoteMeter(Trust trust, InstantSource clock, Duration patience) {
    this(InetAddress::getAllByName, trust, clock, System::nanoTime, patience);
  }

  RemoteMeter(
      Names names, Trust trust, InstantSource clock, LongSupplier nanos, Duration patience) {
    this.connections = new Connections(names, trust);
    this.clock = clock;
    this.nanos = nanos;
    this.patience = patience;
  }

  /**
   * Measures a check of a remote target.
   *
   * @param before what was wrong the time before; null if nothing was
   */
  public Measurement measure(Check check, @Nullable Failure before) {
    Trip trip = new Trip(nanos, patience);
    Target.Remote target = (Target.Remote) check.target();
    try {
      int number =
          switch (check.kind()) {
            case SERVER -> reach(target, trip);
            case HTTPS -> certificate(check, target, before, trip);
            case PAGE -> page(check, target, trip);
            case LEVEL -> throw new IllegalArgumentException("a level is not measured here");
          };
      slow(check, before, trip);
      return new Measurement(null, number, trip.timing());
    } catch (MeasureException e) {
      return new Measurement(e.failure(), e.number(), trip.timing());
    }
  }

  private static void slow(Check check, @Nullable Failure before, Trip trip)
      throws MeasureException {
    long millis = trip.totalMillis();
    Band band = check.band();
    switch (check.kind()) {
      case SERVER, PAGE -> {
        if (band.tooHigh(millis, before == Failure.TOO_SLOW)) {
          throw new MeasureException(Failure.TOO_SLOW, (int) millis);
        }
      }
      // their limits are of something else
      case HTTPS, LEVEL -> {}
    }
  }

  private int reach(Target.Remote target, Trip trip) throws MeasureException {
    close(connections.open(target, trip));
    return 0;
  }

  private int certificate(Check check, Target.Remote target, @Nullable Failure before, Trip trip)
      throws MeasureException {
    Socket socket = connections.open(target, trip);
    try (Deadline _ = Deadline.on(socket, trip)) {
      SSLSocket tls = connections.shakeHands(socket, target, check.ownAuthority(), trip);
      X509Certificate leaf = (X509Certificate) tls.getSession().getPeerCertificates()[0];
      int bits = bits(leaf.getPublicKey());
      int least = leaf.getPublicKey() instanceof RSAPublicKey ? LEAST_RSA : LEAST_CURVE;
      if (bits > 0 && bits < least) {
        throw new MeasureException(Failure.KEY_TOO_SMALL, bits);
      }
      long days = Duration.between(clock.instant(), leaf.getNotAfter().toInstant()).toDays();
      if (check.band().tooLow(days, before == Failure.CERTIFICATE_ENDS_SOON)) {
        throw new MeasureException(Failure.CERTIFICATE_ENDS_SOON, (int) days);
      }
      return (int) days;
    } catch (MeasureException e) {
      throw e;
    } catch (IOException e) {
      throw (MeasureException) new MeasureException(Failure.TLS_FAILED).initCause(e);
    } finally {
      close(socket);
    }
  }

  /** Bits of a key; 0 where its kind has another measure. */
  private static int bits(PublicKey key) {
    return switch (key) {
      case RSAPublicKey rsa -> rsa.getModulus().bitLength();
      case ECPublicKey curve -> curve.getParams().getOrder().bitLength();
      default -> 0;
    };
  }

  private int page(Check check, Target.Remote target, Trip trip) throws MeasureException {
    String path = target.path();
    for (int i = 0; i <= REDIRECTS; i++) {
      PageReader.Answer answer = fetch(check, target, path, trip);
      int status = answer.status();
      if (status / 100 == 2) {
        return status;
      }
      if (status / 100 != 3 || answer.location().isEmpty()) {
        throw new MeasureException(Failure.STATUS, status);
      }
      path = pathOnSameHost(target, path, answer.location().get());
    }
    throw new MeasureException(Failure.TOO_MANY_REDIRECTS, REDIRECTS);
  }

  private PageReader.Answer fetch(Check check, Target.Remote target, String path, Trip trip)
      throws MeasureException {
    Socket socket = connections.open(target, trip);
    try (Deadline _ = Deadline.on(socket, trip)) {
      SSLSocket tls = connections.shakeHands(socket, target, check.ownAuthority(), trip);
      return new PageReader(tls, trip).get(target, path);
    } finally {
      close(socket);
    }
  }

  /** A redirect is followed where it stays on the host and port that the check is of. */
  private static String pathOnSameHost(Target.Remote target, String from, String location)
      throws MeasureException {
    try {
      URI base = URI.create("https://" + target.hostAndPort() + from);
      URI to = base.resolve(location);
      int port = to.getPort() < 0 ? 443 : to.getPort();
      boolean same =
          "https".equalsIgnoreCase(to.getScheme())
              && target.hostInAddress().equalsIgnoreCase(to.getHost())
              && port == target.port();
      if (!same) {
        throw new MeasureException(Failure.ELSEWHERE);
      }
      String query = to.getRawQuery() == null ? "" : "?" + to.getRawQuery();
      String path = to.getRawPath() == null || to.getRawPath().isEmpty() ? "/" : to.getRawPath();
      return Target.Remote.of(target.host(), target.port(), path + query).path();
    } catch (IllegalArgumentException e) {
      throw (MeasureException) new MeasureException(Failure.ELSEWHERE).initCause(e);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // what was to be measured is measured
    }
  }
}
