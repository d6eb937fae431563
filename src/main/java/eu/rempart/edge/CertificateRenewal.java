package eu.rempart.edge;

import eu.rempart.tls.CertificateRefusedException;
import eu.rempart.tls.ServerTls;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks once an hour whether a certificate is due; new connections use the new one. */
class CertificateRenewal {

  private static final Logger log = LoggerFactory.getLogger(CertificateRenewal.class);

  private final ServerTls tls;

  CertificateRenewal(ServerTls tls) {
    this.tls = tls;
  }

  @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.HOURS)
  void renew() {
    try {
      log.debug("certificates: {}", tls.renewIfDue());
    } catch (CertificateRefusedException | UncheckedIOException e) {
      // the former certificate stays in use; the operator has until it expires
      log.error("The certificate could not be renewed; the former one stays in use", e);
    }
  }
}
