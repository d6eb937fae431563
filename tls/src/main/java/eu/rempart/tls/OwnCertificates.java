package eu.rempart.tls;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.security.auth.x500.X500Principal;

/**
 * The own authority and what it issues. Any state of the folder leads to a usable pair: a key is
 * always written before its certificate, so after a crash between the two the certificate doesn't
 * fit and is issued again. The authority keeps its key for good, so that clients that trust it go
 * on trusting what it issues; a person replaces it by removing {@code ca.key.pem} and {@code
 * ca.pem}.
 */
final class OwnCertificates implements IdentitySource {
  private static final int RENEWED_PART = 3; // in the last third of a lifetime

  private final TlsFolder folder;
  private final HostNames names;
  private final Clock clock;
  private final Supplier<KeyPair> keys;

  OwnCertificates(TlsSettings settings, Supplier<KeyPair> keys, Supplier<String> machineName) {
    this.folder = new TlsFolder(settings.home());
    this.names = HostNames.of(settings.hostNames(), machineName);
    this.clock = settings.clock();
    this.keys = keys;
  }

  @Override
  public Loaded load() {
    return folder.alone(
        () -> {
          Identity authority = authority();
          return new Loaded(
              server(authority),
              Optional.of(
                  new Authority(
                      authority.certificate(), folder.path(TlsFolder.Name.CA_CERTIFICATE))));
        });
  }

  private Identity authority() {
    Optional<Identity> present =
        pair(TlsFolder.Name.CA_KEY, TlsFolder.Name.CA_CERTIFICATE)
            .filter(it -> it.certificate().getBasicConstraints() >= 0);
    if (present.isPresent() && !isDue(present.get().certificate())) {
      return present.get();
    }
    RSAPrivateCrtKey key = keptOrNewKey(TlsFolder.Name.CA_KEY);
    X500Principal name =
        present
            .map(it -> it.certificate().getSubjectX500Principal())
            .orElseGet(Issuer::newAuthorityName);
    return written(
        TlsFolder.Name.CA_CERTIFICATE, key, Issuer.authority(name, key, clock.instant()));
  }

  private Identity server(Identity authority) {
    Optional<Identity> present =
        pair(TlsFolder.Name.SERVER_KEY, TlsFolder.Name.SERVER_CERTIFICATE)
            .filter(it -> isIssuedBy(authority.certificate(), it.certificate()));
    boolean due = present.isPresent() && isDue(present.get().certificate());
    if (present.isPresent() && !due && HostNames.of(present.get().certificate()).equals(names)) {
      return present.get();
    }
    // A renewal takes a fresh key; other names alone don't, since making one costs seconds.
    RSAPrivateCrtKey key =
        due ? newKey(TlsFolder.Name.SERVER_KEY) : keptOrNewKey(TlsFolder.Name.SERVER_KEY);
    X509Certificate certificate =
        Issuer.server(
            names, Rsa.publicKey(key), authority.certificate(), authority.key(), clock.instant());
    return written(TlsFolder.Name.SERVER_CERTIFICATE, key, certificate);
  }

  private Identity written(TlsFolder.Name name, RSAPrivateCrtKey key, X509Certificate certificate) {
    folder.write(name, PemText.write(certificate));
    return new Identity(key, List.of(certificate));
  }

  private Optional<Identity> pair(TlsFolder.Name keyName, TlsFolder.Name certificateName) {
    Optional<RSAPrivateCrtKey> key = folder.key(keyName).filter(Rsa::isLongEnough);
    return folder
        .certificate(certificateName)
        .flatMap(
            certificate ->
                key.filter(it -> Rsa.matches(it, certificate.getPublicKey()))
                    .map(it -> new Identity(it, List.of(certificate))));
  }

  private RSAPrivateCrtKey keptOrNewKey(TlsFolder.Name name) {
    return folder.key(name).filter(Rsa::isLongEnough).orElseGet(() -> newKey(name, true));
  }

  private RSAPrivateCrtKey newKey(TlsFolder.Name name) {
    return newKey(name, false);
  }

  private RSAPrivateCrtKey newKey(TlsFolder.Name name, boolean formerIsUnusable) {
    if (formerIsUnusable) {
      folder.setAside(name);
    }
    RSAPrivateCrtKey key = (RSAPrivateCrtKey) keys.get().getPrivate();
    folder.write(name, PemText.write(key));
    return key;
  }

  /** Also if it isn't valid yet: then the clock went back, and clients would refuse it. */
  private boolean isDue(X509Certificate certificate) {
    Instant from = certificate.getNotBefore().toInstant();
    Instant until = certificate.getNotAfter().toInstant();
    Duration lastPart = Duration.between(from, until).dividedBy(RENEWED_PART);
    Instant now = clock.instant();
    return now.isBefore(from) || !now.isBefore(until.minus(lastPart));
  }

  private static boolean isIssuedBy(X509Certificate authority, X509Certificate certificate) {
    if (!certificate.getIssuerX500Principal().equals(authority.getSubjectX500Principal())) {
      return false;
    }
    try {
      certificate.verify(authority.getPublicKey());
      return true;
    } catch (GeneralSecurityException otherAuthority) {
      return false;
    }
  }
}
