package eu.rempart.tls;

import eu.rempart.tls.TlsFolder.Name;
import java.security.KeyPair;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Another authority in place of the present one, in two steps: it is made, so that people can trust
 * it in advance, and later takes over. To be called with the folder locked.
 */
final class AuthorityChange {
  private final TlsFolder folder;

  AuthorityChange(TlsFolder folder) {
    this.folder = folder;
  }

  /** The authority that waits; empty if there is none. */
  Optional<Identity> prepared() {
    return folder
        .identity(Name.NEXT_CA_KEY, Name.NEXT_CA_CERTIFICATE)
        .filter(it -> it.certificate().getBasicConstraints() >= 0);
  }

  Identity prepare(KeyPair fresh, PermittedNames names, Instant now) {
    RSAPrivateCrtKey key = (RSAPrivateCrtKey) fresh.getPrivate();
    Identity next =
        new Identity(
            key,
            List.of(Issuer.authority(Issuer.newAuthorityName(), key, Optional.of(names), now)));
    folder.write(Name.NEXT_CA_KEY, key);
    folder.write(Name.NEXT_CA_CERTIFICATE, PemText.write(next.certificate()));
    return next;
  }

  /** Lets the prepared authority take over; the former key is gone after that. */
  void takeOver() {
    RSAPrivateCrtKey key = folder.key(Name.NEXT_CA_KEY).orElseThrow();
    folder.write(Name.CA_KEY, key);
    finish();
  }

  /** Goes on where a crash interrupted {@link #takeOver}; does nothing otherwise. */
  void finish() {
    folder
        .identity(Name.CA_KEY, Name.NEXT_CA_CERTIFICATE)
        .ifPresent(
            next -> {
              folder.write(Name.CA_CERTIFICATE, PemText.write(next.certificate()));
              folder.remove(Name.NEXT_CA_KEY);
              folder.remove(Name.NEXT_CA_CERTIFICATE);
            });
  }
}
