package eu.rempart.tls;

import eu.rempart.tls.AuthorityRefusedException.Reason;
import eu.rempart.tls.TlsFolder.Name;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Instant;

/** What a person does with the authority itself. To be called with the folder locked. */
final class AuthorityReplacement {
  private final TlsFolder folder;
  private final AuthorityChange change;
  private final Instant now;

  AuthorityReplacement(TlsFolder folder, Instant now) {
    this.folder = folder;
    this.change = new AuthorityChange(folder);
    this.now = now;
  }

  /** A new certificate for the same key and name. */
  CertificateFacts renew(Identity authority) {
    X509Certificate renewed =
        Issuer.authority(
            authority.certificate().getSubjectX500Principal(),
            (RSAPrivateCrtKey) authority.key(),
            PermittedNames.of(authority.certificate()),
            now);
    folder.write(Name.CA_CERTIFICATE, PemText.write(renewed));
    folder.issued().add(renewed);
    return CertificateFacts.of(renewed);
  }

  CertificateFacts prepare(KeyPair pair, PermittedNames names) {
    change
        .prepared()
        .ifPresent(
            it -> {
              throw new AuthorityRefusedException(
                  Reason.PREPARED_ALREADY, folder.path(Name.NEXT_CA_CERTIFICATE));
            });
    return CertificateFacts.of(change.prepare(pair, names, now).certificate());
  }

  private static HostNames permitted(Identity authority, HostNames names) {
    return PermittedNames.of(authority.certificate()).map(it -> it.within(names)).orElse(names);
  }

  CertificateFacts takeOver(Identity former) {
    Identity next =
        change
            .prepared()
            .orElseThrow(
                () ->
                    new AuthorityRefusedException(
                        Reason.NOTHING_PREPARED, folder.path(Name.NEXT_CA_CERTIFICATE)));
    X509Certificate server =
        folder
            .certificate(Name.SERVER_CERTIFICATE)
            .orElseThrow(
                () ->
                    new AuthorityRefusedException(
                        Reason.NO_SERVER_CERTIFICATE, folder.path(Name.SERVER_CERTIFICATE)));
    change.takeOver();
    folder.issued().add(former.certificate());
    folder.issued().add(next.certificate());
    X509Certificate renewed =
        Issuer.ownServer(permitted(next, HostNames.of(server)), server.getPublicKey(), next, now);
    folder.write(Name.SERVER_CERTIFICATE, PemText.write(renewed));
    folder.issued().add(renewed);
    new RevocationList(folder).refresh(next, now);
    return CertificateFacts.of(next.certificate());
  }
}
