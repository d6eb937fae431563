package eu.rempart.tls;

import eu.rempart.tls.AuthorityRefusedException.Reason;
import eu.rempart.tls.TlsFolder.Name;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/**
 * The authority for the machines of a cluster, whose certificates both serve and connect: etcd and
 * Patroni ask each other with the certificate that they show. Only these machines trust it, and its
 * key is in the home folders of the sites alone, sealed. It can't revoke: another authority shuts a
 * machine out.
 */
public final class ClusterAuthority {
  private final TlsFolder folder;
  private final Clock clock;
  private final Supplier<KeyPair> keys;

  ClusterAuthority(Path home, Clock clock, Supplier<KeyPair> keys) {
    this.folder = new TlsFolder(home);
    this.clock = clock;
    this.keys = keys;
  }

  public static ClusterAuthority in(Path home) {
    return new ClusterAuthority(home, Clock.systemUTC(), Rsa::generate);
  }

  /** Whether this home folder can issue for machines of its cluster. */
  public boolean isHere() {
    return folder.certificate(Name.CLUSTER_CERTIFICATE).isPresent();
  }

  /**
   * Makes a key and a certificate of a machine, and the authority before it where there is none.
   * Takes seconds.
   *
   * @param name of the machine, at most 64 characters
   * @param hosts names and IP addresses by which the others reach it; those by which it reaches
   *     itself are added
   * @throws AuthorityRefusedException if a host is none
   */
  public ClusterCertificate issue(String name, List<String> hosts) {
    HostNames names = hostNames(hosts).with(HostNames.local());
    KeyPair pair = keys.get();
    return folder.alone(
        () -> {
          Identity authority = presentOrNew();
          X509Certificate certificate =
              Issuer.member(name, names, pair.getPublic(), authority, clock.instant());
          return new ClusterCertificate(
              PemText.write(authority.certificate()),
              PemText.write(certificate),
              PemText.write((RSAPrivateCrtKey) pair.getPrivate()));
        });
  }

  private Identity presentOrNew() {
    return folder
        .identity(Name.CLUSTER_KEY, Name.CLUSTER_CERTIFICATE)
        .map(
            present ->
                CertificateFacts.of(present.certificate()).validity(clock.instant())
                        == Validity.VALID
                    ? present
                    : written((RSAPrivateCrtKey) present.key(), present.certificate()))
        .orElseGet(this::made);
  }

  private Identity made() {
    folder.setAside(Name.CLUSTER_KEY);
    RSAPrivateCrtKey key = (RSAPrivateCrtKey) keys.get().getPrivate();
    folder.write(Name.CLUSTER_KEY, key);
    return written(
        Issuer.clusterAuthority(Issuer.newClusterAuthorityName(), key, clock.instant()), key);
  }

  /** The same key under the same name, so that machines with the former certificate still trust. */
  private Identity written(RSAPrivateCrtKey key, X509Certificate former) {
    return written(
        Issuer.clusterAuthority(former.getSubjectX500Principal(), key, clock.instant()), key);
  }

  private Identity written(X509Certificate certificate, RSAPrivateCrtKey key) {
    folder.write(Name.CLUSTER_CERTIFICATE, PemText.write(certificate));
    return new Identity(key, List.of(certificate));
  }

  private static HostNames hostNames(List<String> hosts) {
    try {
      return HostNames.of(hosts);
    } catch (IllegalArgumentException unusable) {
      throw new AuthorityRefusedException(Reason.NAME_UNUSABLE, String.join(", ", hosts));
    }
  }
}
