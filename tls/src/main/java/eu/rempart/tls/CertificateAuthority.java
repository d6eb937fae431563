package eu.rempart.tls;

import eu.rempart.tls.AuthorityRefusedException.Reason;
import eu.rempart.tls.TlsFolder.Name;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a person does with the own authority of a home, also while the product runs there: it
 * notices within seconds. Every method needs the authority that a first start makes.
 *
 * <p>Each fails with {@link AuthorityRefusedException} if it can't do that, and with {@link
 * java.io.UncheckedIOException} if files can't be read or written.
 */
public final class CertificateAuthority {
  private final TlsFolder folder;
  private final Clock clock;
  private final Supplier<KeyPair> keys;

  CertificateAuthority(Path home, Clock clock, Supplier<KeyPair> keys) {
    this.folder = new TlsFolder(home);
    this.clock = clock;
    this.keys = keys;
  }

  public static CertificateAuthority in(Path home) {
    return new CertificateAuthority(home, Clock.systemUTC(), Rsa::generate);
  }

  /** Reads what there is; changes and locks nothing. */
  public AuthorityOverview overview() {
    X509Certificate authority = certificate(Name.CA_CERTIFICATE, Reason.NO_AUTHORITY);
    Optional<X509Certificate> server = folder.certificate(Name.SERVER_CERTIFICATE);
    Optional<X509Certificate> machines = folder.certificate(Name.MACHINES_CERTIFICATE);
    return new AuthorityOverview(
        CertificateFacts.of(authority),
        names(authority),
        machines.map(CertificateFacts::of),
        server.map(CertificateFacts::of),
        folder.certificate(Name.NEXT_CA_CERTIFICATE).map(CertificateFacts::of),
        folder.issued().all().stream()
            .map(
                entry ->
                    new IssuedCertificate(
                        CertificateFacts.of(entry.certificate()),
                        Purpose.of(entry.certificate()),
                        entry.revocation(),
                        !Signatures.isSignedBy(authority, entry.certificate())
                            && machines
                                .filter(it -> Signatures.isSignedBy(it, entry.certificate()))
                                .isEmpty(),
                        entry.certificate().equals(authority)
                            || machines.filter(entry.certificate()::equals).isPresent()
                            || server.filter(entry.certificate()::equals).isPresent()))
            .toList());
  }

  /**
   * The certificates that other machines have of this authority and may use, perhaps expired; the
   * first to expire first. Empty where there is no authority.
   */
  public List<CertificateFacts> machines() {
    if (folder.certificate(Name.CA_CERTIFICATE).isEmpty()) {
      return List.of();
    }
    return overview().issued().stream()
        .filter(IssuedCertificate::isForAnotherMachine)
        .filter(it -> it.revocation().isEmpty() && !it.isOfFormerAuthority())
        .map(IssuedCertificate::facts)
        .sorted(Comparator.comparing(CertificateFacts::validUntil))
        .toList();
  }

  /** For which names the authority may issue. Empty where there is no authority. */
  public Optional<AuthorityNames> names() {
    return folder.certificate(Name.CA_CERTIFICATE).map(this::names);
  }

  /** For which names the authority may issue, beside those that the server wants. */
  private AuthorityNames names(X509Certificate authority) {
    HostNames wanted = wanted();
    Optional<PermittedNames> permitted = PermittedNames.of(authority);
    return new AuthorityNames(
        permitted.map(it -> it.subtrees().all()).orElse(List.of()),
        permitted.map(it -> it.outside(wanted)).orElse(List.of()));
  }

  /** Of the last start, which knew the settings. */
  private HostNames wanted() {
    return folder
        .names()
        .or(() -> folder.certificate(Name.SERVER_CERTIFICATE).map(HostNames::of))
        .orElseGet(HostNames::local);
  }

  /**
   * Those of the machines' certificates that end when another authority takes over, since the
   * present one issued them; the authority for machines stays.
   */
  public List<CertificateFacts> endingWithTheAuthority() {
    X509Certificate authority = certificate(Name.CA_CERTIFICATE, Reason.NO_AUTHORITY);
    String name = authority.getSubjectX500Principal().getName();
    return machines().stream().filter(it -> it.issuer().equals(name)).toList();
  }

  /**
   * The certificate for people to trust.
   *
   * @param next of the prepared authority
   */
  public TrustFile trustFile(boolean next) {
    return new TrustFile(
        next
            ? certificate(Name.NEXT_CA_CERTIFICATE, Reason.NOTHING_PREPARED)
            : certificate(Name.CA_CERTIFICATE, Reason.NO_AUTHORITY));
  }

  /**
   * Makes a key and a certificate for it, for clients by the authority for machines. Takes seconds.
   *
   * @param purpose {@link Purpose#SERVER} or {@link Purpose#CLIENT}
   * @param names host names and IP addresses, the first one also being the subject
   * @param into the folder for the two files, which must not exist
   */
  public IssuedFiles issue(Purpose purpose, List<String> names, Path into) {
    HostNames all = hostNames(names);
    String first = names.getFirst().strip();
    KeyFiles files = KeyFiles.of(into, first);
    files.refuseIfUnwritable();
    if (purpose == Purpose.SERVER) {
      refuseIfOutside(all);
    }
    KeyPair pair = keys.get();
    return alone(
        own -> {
          Identity authority =
              purpose == Purpose.CLIENT
                  ? new MachineAuthority(folder, clock.instant()).presentOrNew(keys)
                  : own;
          X509Certificate certificate =
              Issuer.issue(first, all, purpose, pair.getPublic(), authority, clock.instant());
          // Entered first: what may lie in a file can be revoked.
          folder.issued().add(certificate);
          files.write(
              PemText.write((RSAPrivateCrtKey) pair.getPrivate()),
              PemText.write(certificate) + PemText.write(authority.certificate()));
          return new IssuedFiles(
              CertificateFacts.of(certificate), files.certificate(), files.key());
        });
  }

  private void refuseIfOutside(HostNames names) {
    X509Certificate authority = certificate(Name.CA_CERTIFICATE, Reason.NO_AUTHORITY);
    List<String> outside =
        PermittedNames.of(authority).map(it -> it.outside(names)).orElse(List.of());
    if (!outside.isEmpty()) {
      throw new AuthorityRefusedException(Reason.NAME_NOT_PERMITTED, String.join(", ", outside));
    }
  }

  /** Makes a new key and certificate for the own server, under the names that it has. */
  public CertificateFacts renewServer() {
    KeyPair pair = keys.get();
    return alone(
        authority -> {
          HostNames names =
              HostNames.of(certificate(Name.SERVER_CERTIFICATE, Reason.NO_SERVER_CERTIFICATE));
          RSAPrivateCrtKey key = (RSAPrivateCrtKey) pair.getPrivate();
          X509Certificate certificate =
              Issuer.ownServer(names, pair.getPublic(), authority, clock.instant());
          folder.write(Name.SERVER_KEY, key);
          folder.write(Name.SERVER_CERTIFICATE, PemText.write(certificate));
          folder.issued().add(certificate);
          return CertificateFacts.of(certificate);
        });
  }

  /**
   * Gives the authority a new certificate for its present key and name. Devices that trust the
   * former one go on trusting it until it expires.
   */
  public CertificateFacts renewAuthority() {
    return alone(authority -> replacement().renew(authority));
  }

  /**
   * Makes another authority, with a key of its own, which issues nothing yet. Takes seconds. It may
   * issue for the names of the settings, for those of other servers that have a certificate of the
   * present one, and for these.
   *
   * @param further host names and IP addresses
   */
  public CertificateFacts prepareNextAuthority(List<String> further) {
    HostNames names = wanted().with(hostNames(further));
    for (CertificateFacts machine : endingWithTheAuthority()) {
      if (purposeOf(machine) == Purpose.SERVER) {
        names = names.with(HostNames.of(machine.names()));
      }
    }
    PermittedNames permitted = PermittedNames.covering(names);
    KeyPair pair = keys.get();
    return alone(_ -> replacement().prepare(pair, permitted));
  }

  private Purpose purposeOf(CertificateFacts issued) {
    return folder
        .issued()
        .find(issued.serial())
        .map(it -> Purpose.of(it.certificate()))
        .orElse(Purpose.CLIENT);
  }

  /**
   * Lets the prepared authority take over and issues the server's certificate under it. Nobody who
   * trusts the former authority alone can connect after that, and what the former one issued for
   * other machines counts no more.
   */
  public CertificateFacts switchToNextAuthority() {
    return alone(former -> replacement().takeOver(former));
  }

  /**
   * Revokes a certificate and writes the revocation list.
   *
   * @param which a serial number in hexadecimal, colons allowed, or a PEM file
   */
  public CertificateFacts revoke(String which, Revocation.Reason reason) {
    return alone(
        authority -> {
          Map<Name, Identity> authorities = new EnumMap<>(Name.class);
          authorities.put(Name.CRL, authority);
          new MachineAuthority(folder, clock.instant())
              .present()
              .ifPresent(it -> authorities.put(Name.MACHINES_CRL, it));
          return new Revoker(folder, authorities, clock.instant()).revoke(which, reason);
        });
  }

  private AuthorityReplacement replacement() {
    return new AuthorityReplacement(folder, clock.instant());
  }

  private <T> T alone(Function<Identity, T> work) {
    certificate(Name.CA_CERTIFICATE, Reason.NO_AUTHORITY); // makes no folder where there is none
    return folder.alone(
        () -> {
          new AuthorityChange(folder).finish();
          return work.apply(authority());
        });
  }

  private Identity authority() {
    return folder
        .authority()
        .orElseThrow(
            () -> new AuthorityRefusedException(Reason.NO_AUTHORITY, folder.path(Name.CA_KEY)));
  }

  private X509Certificate certificate(Name name, Reason otherwise) {
    return folder
        .certificate(name)
        .orElseThrow(() -> new AuthorityRefusedException(otherwise, folder.path(name)));
  }

  private static HostNames hostNames(List<String> names) {
    try {
      return HostNames.of(names);
    } catch (IllegalArgumentException unusable) {
      throw new AuthorityRefusedException(Reason.NAME_UNUSABLE, String.join(", ", names));
    }
  }
}
