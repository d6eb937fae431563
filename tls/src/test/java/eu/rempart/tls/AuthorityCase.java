package eu.rempart.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.rempart.tls.AuthorityRefusedException.Reason;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.io.TempDir;

/** An installation, its clock, and the folder that certificates are issued into. */
abstract class AuthorityCase {
  static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

  @TempDir Path home;
  @TempDir Path out;
  final HandClock clock = new HandClock(START);

  ServerTls start() {
    return ServerTls.open(
        TlsSettings.in(home).withClock(clock).withHostNames(List.of("crm.example.org")),
        TestKeys.inTurn(),
        () -> "vm");
  }

  /** A server that has looked at its files since it wrote them itself. */
  ServerTls running() {
    ServerTls tls = start();
    assertThat(tls.reloadIfReplaced()).isEqualTo(Renewal.UNCHANGED);
    return tls;
  }

  CertificateAuthority authority() {
    return new CertificateAuthority(home, clock, () -> TestKeys.key(3));
  }

  IssuedFiles issued(Purpose purpose, String... names) {
    return authority().issue(purpose, List.of(names), out);
  }

  IssuedCertificate inOverview(CertificateFacts facts) {
    return authority().overview().issued().stream()
        .filter(it -> it.facts().equals(facts))
        .findFirst()
        .orElseThrow();
  }

  static void assertRefused(Reason reason, ThrowingCallable step) {
    var refusal = catchThrowableOfType(AuthorityRefusedException.class, step);
    assertThat(refusal).isNotNull();
    assertThat(refusal.reason()).isEqualTo(reason);
    assertThat(refusal).hasMessageStartingWith(reason.code() + ": " + refusal.subject());
  }

  static Revocation.Reason unspecified() {
    return Revocation.Reason.UNSPECIFIED;
  }

  static Revocation.Reason compromise() {
    return Revocation.Reason.KEY_COMPROMISE;
  }
}
