package eu.rempart.edge;

import eu.rempart.tls.CertificateRefusedException;
import eu.rempart.tls.Renewal;
import eu.rempart.tls.ServerTls;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Renews certificates that are due, and takes up within seconds what {@code ./rempart ca} or the
 * operator replaced; new connections use the new one.
 */
class CertificateRenewal {

  private static final Logger log = LoggerFactory.getLogger(CertificateRenewal.class);

  private final ServerTls tls;

  CertificateRenewal(ServerTls tls) {
    this.tls = tls;
  }

  @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.HOURS)
  void renew() {
    take(tls::renewIfDue);
  }

  @Scheduled(initialDelay = 2, fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
  void look() {
    take(tls::reloadIfReplaced);
  }

  private void take(Supplier<Renewal> step) {
    try {
      Renewal renewal = step.get();
      if (renewal != Renewal.UNCHANGED) {
        log.info(
            "New connections get the certificate {} ({})", tls.status().server().sha256(), renewal);
      }
    } catch (CertificateRefusedException | UncheckedIOException e) {
      // the former certificate stays in use; the operator has until it expires
      log.error("The certificate could not be renewed; the former one stays in use", e);
    }
  }
}
