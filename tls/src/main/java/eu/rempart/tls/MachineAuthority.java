package eu.rempart.tls;

import eu.rempart.tls.TlsFolder.Name;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The authority for machines that connect to this installation, such as edges: no browser trusts
 * it, and it issues for clients only. Made when the first such certificate is issued. To be called
 * with the folder locked.
 */
final class MachineAuthority {
  private final TlsFolder folder;
  private final Instant now;

  MachineAuthority(TlsFolder folder, Instant now) {
    this.folder = folder;
    this.now = now;
  }

  /** Empty if there is none, or only its certificate, as on a node that others issue for. */
  Optional<Identity> present() {
    return folder
        .identity(Name.MACHINES_KEY, Name.MACHINES_CERTIFICATE)
        .filter(it -> it.certificate().getBasicConstraints() >= 0);
  }

  /** The authority, made or renewed if need be; the former certificates it issued stay good. */
  Identity presentOrNew(Supplier<KeyPair> keys) {
    Optional<Identity> present = present();
    if (present.isPresent()) {
      return renewed(present.get());
    }
    folder.setAside(Name.MACHINES_KEY);
    RSAPrivateCrtKey key = (RSAPrivateCrtKey) keys.get().getPrivate();
    folder.write(Name.MACHINES_KEY, key);
    return written(key, Issuer.machineAuthority(Issuer.newMachineAuthorityName(), key, now));
  }

  /** Renews certificate and revocation list where they are due; does nothing without a key. */
  void renew() {
    present().ifPresent(this::renewed);
  }

  private Identity renewed(Identity present) {
    X509Certificate certificate = present.certificate();
    if (CertificateFacts.of(certificate).validity(now) != Validity.VALID) {
      RSAPrivateCrtKey key = (RSAPrivateCrtKey) present.key();
      return written(key, Issuer.machineAuthority(certificate.getSubjectX500Principal(), key, now));
    }
    new RevocationList(folder, Name.MACHINES_CRL).refresh(present, now);
    return present;
  }

  private Identity written(RSAPrivateCrtKey key, X509Certificate certificate) {
    Identity identity = new Identity(key, List.of(certificate));
    folder.write(Name.MACHINES_CERTIFICATE, PemText.write(certificate));
    folder.issued().add(certificate);
    new RevocationList(folder, Name.MACHINES_CRL).refresh(identity, now);
    return identity;
  }
}
