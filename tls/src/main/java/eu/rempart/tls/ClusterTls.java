package eu.rempart.tls;

import eu.rempart.tls.CertificateRefusedException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** TLS by which one machine of a cluster connects to the others. */
public final class ClusterTls {

  /**
   * Where the files of {@link ClusterCertificate} are.
   *
   * @param key mode 600
   */
  public record Files(Path certificate, Path key, Path authority) {}

  private ClusterTls() {}

  /**
   * For connections to machines whose host is in their certificate.
   *
   * @throws CertificateRefusedException if a file can't be used, or the certificate is not valid
   *     now
   */
  public static SSLContext context(Files files, Instant now) {
    Renegotiation.refuse();
    Identity identity = MachineTls.machine(files.certificate(), files.key());
    refuseIfNotValid(files.certificate(), identity.certificate(), now);
    try {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      for (X509Certificate authority : OperatorFile.certificates(files.authority())) {
        refuseIfNotValid(files.authority(), authority, now);
        trusted.setCertificateEntry(authority.getSerialNumber().toString(), authority);
      }
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(
          new KeyManager[] {new ReloadingKeyManager(identity)}, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException impossible) {
      throw new IllegalStateException("The JDK has no TLS", impossible);
    }
  }

  /** When the certificate in this file ends, and whether it should be renewed. */
  public static CertificateFacts facts(Path certificate) {
    return CertificateFacts.of(OperatorFile.certificates(certificate).getFirst());
  }

  private static void refuseIfNotValid(Path file, X509Certificate certificate, Instant now) {
    CertificateFacts facts = CertificateFacts.of(certificate);
    switch (facts.validity(now)) {
      case EXPIRED ->
          throw new CertificateRefusedException(
              Reason.EXPIRED,
              file,
              "expired on %s. Renew the certificates of the cluster on a site: ./rempart"
                      .formatted(facts.validUntil())
                  + " site renew");
      case NOT_YET_VALID ->
          throw new CertificateRefusedException(
              Reason.NOT_YET_VALID,
              file,
              "is valid from %s on, and the clock of this machine says %s. Set the clock"
                  .formatted(facts.validFrom(), now));
      case VALID, LAST_THIRD -> {}
    }
  }
}
