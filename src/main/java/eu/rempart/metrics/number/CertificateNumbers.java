package eu.rempart.metrics.number;

import eu.rempart.tls.CertificateFacts;
import eu.rempart.tls.CertificateStatus;
import eu.rempart.tls.ServerTls;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** How long certificates are still valid. */
@Component
class CertificateNumbers implements Numbers {

  private final ServerTls tls;
  private final InstantSource clock;

  @Autowired
  CertificateNumbers(ServerTls tls) {
    this.tls = tls;
    this.clock = InstantSource.system();
  }

  @Override
  public String source() {
    return "certificates";
  }

  @Override
  public void write(Sheet sheet) {
    CertificateStatus status = tls.status();
    write(sheet, "server", status.server());
    status.authority().ifPresent(authority -> write(sheet, "authority", authority));
  }

  private void write(Sheet sheet, String which, CertificateFacts facts) {
    sheet.gauge(
        "certificate_days_left",
        "Whole days until a certificate ends; below 0 afterwards.",
        facts.daysLeft(clock.instant()),
        "certificate",
        which);
    sheet.gauge(
        "certificate_expiry_timestamp_seconds",
        "When a certificate ends, in seconds since 1970.",
        facts.validUntil().getEpochSecond(),
        "certificate",
        which);
  }
}
