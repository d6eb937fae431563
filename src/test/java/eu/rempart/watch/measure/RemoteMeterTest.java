package eu.rempart.watch.measure;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.tls.ServerTls;
import eu.rempart.tls.TlsSettings;
import eu.rempart.watch.check.Band;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.CheckId;
import eu.rempart.watch.check.CheckKind;
import eu.rempart.watch.check.Failure;
import eu.rempart.watch.check.Rules;
import eu.rempart.watch.check.Target;
import eu.rempart.watch.check.Zone;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way in which a measurement can end, against a peer that makes it end so. */
class RemoteMeterTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration LITTLE = Duration.ofMillis(400);

  @TempDir private static Path home;
  private static ServerTls tls;

  @BeforeAll
  static void makeAuthority() {
    tls = ServerTls.open(TlsSettings.in(home));
  }

  private static ServerSocketFactory secure() {
    return tls.sslContext().getServerSocketFactory();
  }

  private static Names names() {
    return host -> {
      if (host.equals("nowhere.example")) {
        throw new UnknownHostException(host);
      }
      return new InetAddress[] {InetAddress.getLoopbackAddress()};
    };
  }

  private static Check check(CheckKind kind, String host, int port, String path, Band band) {
    return new Check(
        new CheckId(new UUID(7, 8)),
        1,
        "test",
        kind,
        Target.Remote.of(host, port, path),
        band,
        Rules.usual(List.of(Zone.HOME), Duration.ofMinutes(1)),
        true,
        true,
        true);
  }

  private static Check page(int port, String path) {
    return check(CheckKind.PAGE, "localhost", port, path, new Band(15_000, 15_000));
  }

  private static Check https(String host, int port) {
    return check(CheckKind.HTTPS, host, port, "/", new Band(1, 1));
  }

  private static RemoteMeter meter(Optional<Path> authority, Duration patience) {
    return new RemoteMeter(
        names(), new Trust(authority), InstantSource.system(), System::nanoTime, patience);
  }

  private static Measurement measure(Check check) {
    return measure(check, PATIENCE);
  }

  private static Measurement measure(Check check, Duration patience) {
    return meter(tls.caCertificate(), patience).measure(check, null);
  }

  private static Measurement measurePage(String answer) {
    try (Peer peer = Peer.saying(secure(), answer)) {
      return measure(page(peer.port(), "/"));
    }
  }

  @Test
  void aPageIsTimedPartByPart() {
    try (Peer peer = Peer.saying(secure(), OK)) {
      Measurement well = measure(page(peer.port(), "/login?a=b"));
      assertThat(well.failure()).isNull();
      assertThat(well.number()).isEqualTo(200);
      var timing = well.timing();
      assertThat(timing.name()).isNotNull();
      assertThat(timing.connect()).isNotNull();
      assertThat(timing.tls()).isNotNull().isPositive();
      assertThat(timing.firstByte()).isNotNull();
      assertThat(timing.total()).isNotNull().isGreaterThanOrEqualTo(timing.tls());
      assertThat(peer.requests.getFirst())
          .startsWith("GET /login?a=b HTTP/1.1\r\nHost: localhost:" + peer.port() + "\r\n");
    }
  }

  @Test
  void aCertificateHasDaysLeft() {
    try (Peer peer = Peer.saying(secure(), OK)) {
      Measurement well = measure(https("localhost", peer.port()));
      assertThat(well.failure()).isNull();
      assertThat(well.number()).isGreaterThan(1);
      Check strict =
          check(CheckKind.HTTPS, "localhost", peer.port(), "/", new Band(10_000, 10_000));
      assertThat(measure(strict).failure()).isEqualTo(Failure.CERTIFICATE_ENDS_SOON);
    }
  }

  @Test
  void aCertificateIsRefusedForTheReasonThatItHas() {
    try (Peer peer = Peer.saying(secure(), OK)) {
      Check own = https("localhost", peer.port());
      assertThat(meter(Optional.empty(), PATIENCE).measure(own, null).failure())
          .isEqualTo(Failure.CERTIFICATE_UNTRUSTED);
      assertThat(measure(https("other.example", peer.port())).failure())
          .isEqualTo(Failure.CERTIFICATE_OF_OTHER_NAME);
    }
  }

  @Test
  void anExpiredCertificateIsToldFromOneThatNobodyTrusts(@TempDir Path old) {
    Instant then = Instant.parse("2020-01-01T00:00:00Z");
    ServerTls expired =
        ServerTls.open(TlsSettings.in(old).withClock(Clock.fixed(then, ZoneOffset.UTC)));
    try (Peer peer = Peer.saying(expired.sslContext().getServerSocketFactory(), OK)) {
      Measurement bad =
          meter(expired.caCertificate(), PATIENCE).measure(https("localhost", peer.port()), null);
      assertThat(bad.failure()).isEqualTo(Failure.CERTIFICATE_EXPIRED);
    }
  }

  @Test
  void aServerThatIsNotThereSaysWhy() throws Exception {
    int closed;
    try (ServerSocket once = new ServerSocket(0)) {
      closed = once.getLocalPort();
    }
    Band band = new Band(15_000, 15_000);
    Check refused = check(CheckKind.SERVER, "localhost", closed, "/", band);
    assertThat(measure(refused).failure()).isEqualTo(Failure.CONNECTION_REFUSED);
    Check nowhere = check(CheckKind.SERVER, "nowhere.example", 443, "/", band);
    assertThat(measure(nowhere).failure()).isEqualTo(Failure.NAME_UNKNOWN);
    assertThat(measure(nowhere).timing().connect()).isNull();
  }

  @Test
  void aResolverThatHangsIsNotWaitedForLonger() {
    CountDownLatch never = new CountDownLatch(1);
    Names hanging =
        _ -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return new InetAddress[0];
        };
    RemoteMeter meter =
        new RemoteMeter(
            hanging, new Trust(Optional.empty()), InstantSource.system(), System::nanoTime, LITTLE);
    Check check = check(CheckKind.SERVER, "slow.example", 443, "/", new Band(9_000, 9_000));
    assertThat(meter.measure(check, null).failure()).isEqualTo(Failure.NAME_TIMEOUT);
  }

  @Test
  void aPeerThatSpeaksNoTlsOrNothingAtAll() {
    try (Peer plain = Peer.rude((socket, _) -> Peer.write(socket, "SSH-2.0-x\r\n"))) {
      assertThat(measure(https("localhost", plain.port())).failure()).isEqualTo(Failure.TLS_FAILED);
    }
    try (Peer mute = Peer.rude((socket, _) -> socket.getInputStream().readAllBytes())) {
      assertThat(measure(https("localhost", mute.port()), LITTLE).failure())
          .isEqualTo(Failure.TLS_TIMEOUT);
    }
  }

  @ParameterizedTest
  @CsvSource({"404, STATUS", "500, STATUS", "503, STATUS", "304, STATUS"})
  void aStatusThatIsNoSuccessIsToldAsANumber(int status, Failure failure) {
    Measurement bad = measurePage("HTTP/1.1 " + status + " x\r\nContent-Length: 0\r\n\r\n");
    assertThat(bad.failure()).isEqualTo(failure);
    assertThat(bad.number()).isEqualTo(status);
  }

  @Test
  void answersThatAreNoneOrHalf() {
    assertThat(measurePage("").failure()).isEqualTo(Failure.ANSWER_CUT);
    assertThat(measurePage("hello\r\n\r\n").failure()).isEqualTo(Failure.NO_HTTP);
    assertThat(measurePage("HTTP/1.1 200 OK\r\n").failure()).isEqualTo(Failure.NO_HTTP);
    assertThat(measurePage("HTTP/1.1 200\r\nContent-Length: 9\r\n\r\nhalf").failure())
        .isEqualTo(Failure.ANSWER_CUT);
    assertThat(measurePage("X".repeat(200_000)).failure()).isEqualTo(Failure.NO_HTTP);
    String chunk = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n";
    assertThat(measurePage(chunk).failure()).isEqualTo(Failure.ANSWER_CUT);
    assertThat(measurePage(chunk + "0\r\n\r\n").failure()).isNull();
    assertThat(measurePage("HTTP/1.0 200 OK\r\n\r\nuntil the end").failure()).isNull();
  }

  @Test
  void aDripIsCutWhenPatienceEnds() {
    AtomicBoolean dripping = new AtomicBoolean();
    AtomicLong time = new AtomicLong();
    // stands still until the answer begins, and then runs half a second at each look
    LongSupplier watch = () -> dripping.get() ? time.addAndGet(500_000_000) : time.get();
    Peer.Script drip =
        (socket, _) -> {
          dripping.set(true);
          Peer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n");
          while (!socket.isClosed()) {
            Peer.write(socket, ".");
          }
        };
    RemoteMeter meter =
        new RemoteMeter(
            names(), new Trust(tls.caCertificate()), InstantSource.system(), watch, PATIENCE);
    try (Peer peer = Peer.answering(secure(), drip)) {
      assertThat(meter.measure(page(peer.port(), "/"), null).failure())
          .isEqualTo(Failure.ANSWER_TIMEOUT);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://evil.example/",
    "http://localhost/",
    "//evil.example/x",
    "https://localhost:1/",
    "https://localhost@evil.example/",
    "file:///etc/passwd",
    "ht tp:"
  })
  void aRedirectElsewhereIsNotFollowed(String location) {
    Measurement bad =
        measurePage("HTTP/1.1 302 x\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n");
    assertThat(bad.failure()).isEqualTo(Failure.ELSEWHERE);
  }

  @Test
  void redirectsOnTheSameHostAreFollowedAndNotForEver() {
    Peer.Script once =
        (socket, request) ->
            Peer.write(
                socket,
                request.startsWith("GET / ")
                    ? "HTTP/1.1 302 x\r\nLocation: login?x=1\r\nContent-Length: 0\r\n\r\n"
                    : OK);
    try (Peer peer = Peer.answering(secure(), once)) {
      assertThat(measure(page(peer.port(), "/")).failure()).isNull();
      assertThat(peer.requests).hasSize(2);
      assertThat(peer.requests.get(1)).startsWith("GET /login?x=1 ");
    }
    assertThat(measurePage("HTTP/1.1 301 x\r\nLocation: /\r\nContent-Length: 0\r\n\r\n").failure())
        .isEqualTo(Failure.TOO_MANY_REDIRECTS);
  }

  @Test
  void slownessHasHysteresis() {
    AtomicLong time = new AtomicLong();
    // each look at the watch is 100 ms after the one before: 5 to 7 of them in a measurement
    LongSupplier watch = () -> time.addAndGet(100_000_000);
    RemoteMeter meter =
        new RemoteMeter(
            names(), new Trust(tls.caCertificate()), InstantSource.system(), watch, PATIENCE);
    try (Peer peer = Peer.rude((_, _) -> {})) {
      Check fast = check(CheckKind.SERVER, "localhost", peer.port(), "/", new Band(5_000, 100));
      assertThat(meter.measure(fast, null).failure()).isNull();
      assertThat(meter.measure(fast, Failure.TOO_SLOW).failure()).isEqualTo(Failure.TOO_SLOW);
      Check slow = check(CheckKind.SERVER, "localhost", peer.port(), "/", new Band(200, 100));
      assertThat(meter.measure(slow, null).failure()).isEqualTo(Failure.TOO_SLOW);
    }
  }
}
