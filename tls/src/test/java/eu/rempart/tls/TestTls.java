package eu.rempart.tls;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;

/** TLS for the tests of other packages, with keys that are made once for the whole run. */
public final class TestTls {
  private TestTls() {}

  public static ServerTls open(Path home, TlsProfile profile) {
    return open(home, profile, Clock.systemUTC());
  }

  public static ServerTls open(Path home, TlsProfile profile, Clock clock) {
    return ServerTls.open(
        TlsSettings.in(home).withProfile(profile).withClock(clock), TestKeys.inTurn(), () -> "");
  }

  public static X509Certificate authority(Path home) {
    return HandshakeTest.authority(home);
  }
}
