package eu.rempart.tls;

import eu.rempart.tls.TlsFolder.Name;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;

/**
 * The own authority and what it issues. Any state of the folder leads to a usable pair: a key is
 * always written before its certificate, so after a crash between the two the certificate doesn't
 * fit and is issued again. The authority keeps its key until a person replaces it, so that clients
 * that trust it go on trusting what it issues.
 */
final class OwnCertificates implements IdentitySource {
  private final TlsFolder folder;
  private final HostNames names;
  private final HostNames wanted;
  private final Clock clock;
  private final Supplier<KeyPair> keys;

  OwnCertificates(TlsSettings settings, Supplier<KeyPair> keys, Supplier<String> machineName) {
    this.folder = new TlsFolder(settings.home());
    this.names = HostNames.of(settings.hostNames(), machineName);
    this.wanted = names.with(HostNames.of(settings.authorityNames()));
    this.clock = settings.clock();
    this.keys = keys;
  }

  @Override
  public List<Path> files() {
    // The list too: it may name the server's certificate.
    return Stream.of(
            Name.CA_KEY, Name.CA_CERTIFICATE, Name.SERVER_KEY, Name.SERVER_CERTIFICATE, Name.CRL)
        .map(folder::path)
        .toList();
  }

  @Override
  public Loaded load() {
    return folder.alone(
        () -> {
          Identity authority = authority();
          folder.sealKeys();
          keepNames();
          Identity server = server(authority);
          folder.issued().add(authority.certificate());
          folder.issued().add(server.certificate());
          new RevocationList(folder).refresh(authority, clock.instant());
          new MachineAuthority(folder, clock.instant()).renew();
          return new Loaded(
              server,
              Optional.of(
                  new Authority(authority.certificate(), folder.path(Name.CA_CERTIFICATE))));
        });
  }

  private Identity authority() {
    new AuthorityChange(folder).finish();
    Optional<Identity> present = folder.authority();
    if (present.isPresent() && !isDue(present.get().certificate())) {
      return present.get();
    }
    RSAPrivateCrtKey key = keptOrNewKey(Name.CA_KEY);
    X500Principal name =
        present
            .map(it -> it.certificate().getSubjectX500Principal())
            .orElseGet(Issuer::newAuthorityName);
    // What a renewed one may issue for stays as people trust it: names follow a new key only.
    Optional<PermittedNames> permitted =
        present.isPresent()
            ? PermittedNames.of(present.get().certificate())
            : Optional.of(PermittedNames.covering(wanted));
    return written(
        Name.CA_CERTIFICATE, key, Issuer.authority(name, key, permitted, clock.instant()));
  }

  private void keepNames() {
    if (!folder.names().equals(Optional.of(wanted))) {
      folder.write(Name.NAMES, String.join("\n", wanted.all()) + "\n");
    }
  }

  private Identity server(Identity authority) {
    HostNames permitted =
        PermittedNames.of(authority.certificate()).map(it -> it.within(names)).orElse(names);
    Optional<Identity> present =
        folder
            .identity(Name.SERVER_KEY, Name.SERVER_CERTIFICATE)
            .filter(it -> Signatures.isSignedBy(authority.certificate(), it.certificate()));
    boolean due = present.isPresent() && needsNewKey(present.get().certificate());
    if (present.isPresent()
        && !due
        && HostNames.of(present.get().certificate()).equals(permitted)) {
      return present.get();
    }
    // A renewal takes a fresh key; other names alone don't, since making one costs seconds.
    RSAPrivateCrtKey key = due ? newKey(Name.SERVER_KEY) : keptOrNewKey(Name.SERVER_KEY);
    X509Certificate certificate =
        Issuer.ownServer(permitted, Rsa.publicKey(key), authority, clock.instant());
    return written(Name.SERVER_CERTIFICATE, key, certificate);
  }

  private Identity written(Name name, RSAPrivateCrtKey key, X509Certificate certificate) {
    folder.write(name, PemText.write(certificate));
    return new Identity(key, List.of(certificate));
  }

  private RSAPrivateCrtKey keptOrNewKey(Name name) {
    return folder
        .key(name)
        .filter(Rsa::isLongEnough)
        .orElseGet(
            () -> {
              folder.setAside(name);
              return newKey(name);
            });
  }

  private RSAPrivateCrtKey newKey(Name name) {
    RSAPrivateCrtKey key = (RSAPrivateCrtKey) keys.get().getPrivate();
    folder.write(name, key);
    return key;
  }

  private boolean needsNewKey(X509Certificate certificate) {
    return isDue(certificate)
        || folder
            .issued()
            .find(CertificateFacts.serial(certificate))
            .flatMap(IssuedFolder.Entry::revocation)
            .isPresent();
  }

  /** Also if it isn't valid yet: then the clock went back, and clients would refuse it. */
  private boolean isDue(X509Certificate certificate) {
    return CertificateFacts.of(certificate).validity(clock.instant()) != Validity.VALID;
  }
}
