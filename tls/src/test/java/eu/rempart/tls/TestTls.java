package eu.rempart.tls;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;

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

  /** Files of a machine in front, as {@code ./rempart ca issue --client} makes them. */
  public static MachineTls.Files machine(Path home, String name, Path out) {
    IssuedFiles files =
        new CertificateAuthority(home, Clock.systemUTC(), () -> TestKeys.key(3))
            .issue(Purpose.CLIENT, List.of(name), out);
    return new MachineTls.Files(
        files.certificate(), files.key(), home.resolve("tls/ca.pem"), home.resolve("tls/crl.pem"));
  }

  /** Files of another server. */
  public static IssuedFiles server(Path home, String name, Path out) {
    return new CertificateAuthority(home, Clock.systemUTC(), () -> TestKeys.key(3))
        .issue(Purpose.SERVER, List.of(name), out);
  }

  public static void revoke(Path home, Path certificate) {
    new CertificateAuthority(home, Clock.systemUTC(), () -> TestKeys.key(3))
        .revoke(certificate.toString(), Revocation.Reason.KEY_COMPROMISE);
  }
}
