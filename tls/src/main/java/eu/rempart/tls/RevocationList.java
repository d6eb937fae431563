package eu.rempart.tls;

import eu.rempart.tls.IssuedFolder.Entry;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * An authority's list of revoked certificates, such as {@code HOME/tls/crl.pem} (RFC 5280, 5). It
 * follows from the index; what stood in the former list stays, should a file of the index be lost.
 */
final class RevocationList {
  /** Until when a copy on another machine counts as fresh; ours is renewed long before. */
  static final Duration LIFETIME = Duration.ofDays(30);

  private final TlsFolder folder;

  private final TlsFolder.Name file;

  /** The list of the authority that people trust. */
  RevocationList(TlsFolder folder) {
    this(folder, TlsFolder.Name.CRL);
  }

  RevocationList(TlsFolder folder, TlsFolder.Name file) {
    this.folder = folder;
    this.file = file;
  }

  /** The list in force; empty if there is none of this authority. */
  static Optional<X509CRL> signedBy(X509Certificate authority, Optional<X509CRL> list) {
    return list.filter(it -> isSignedBy(authority, it));
  }

  /**
   * Writes the list anew if it lacks something or gets old; to be called with the folder locked.
   */
  void refresh(Identity authority, Instant now) {
    Optional<X509CRL> former = signedBy(authority.certificate(), folder.crl(file));
    SortedMap<BigInteger, Revocation> revoked = revoked(authority.certificate(), former);
    if (former.isPresent() && isFresh(former.get(), now) && lists(former.get(), revoked)) {
      return;
    }
    folder.write(file, PemText.write(make(authority, revoked, number(former, now), now)));
  }

  private SortedMap<BigInteger, Revocation> revoked(
      X509Certificate authority, Optional<X509CRL> former) {
    SortedMap<BigInteger, Revocation> revoked = new TreeMap<>();
    former.map(X509CRL::getRevokedCertificates).stream()
        .flatMap(Set::stream)
        .forEach(it -> revoked.put(it.getSerialNumber(), read(it)));
    for (Entry entry : folder.issued().all()) {
      if (Signatures.isSignedBy(authority, entry.certificate())) {
        entry.revocation().ifPresent(it -> revoked.put(entry.certificate().getSerialNumber(), it));
      }
    }
    return revoked;
  }

  private static Revocation read(X509CRLEntry entry) {
    Revocation.Reason reason =
        Arrays.stream(Revocation.Reason.values())
            .filter(it -> it.isNamed(entry.getRevocationReason()))
            .findFirst()
            .orElse(Revocation.Reason.UNSPECIFIED);
    return new Revocation(entry.getRevocationDate().toInstant(), reason);
  }

  private static boolean isFresh(X509CRL list, Instant now) {
    return Validity.of(list.getThisUpdate().toInstant(), list.getNextUpdate().toInstant(), now)
        == Validity.VALID;
  }

  private static boolean lists(X509CRL list, Map<BigInteger, Revocation> revoked) {
    return revoked.keySet().stream().allMatch(serial -> list.getRevokedCertificate(serial) != null);
  }

  /** Greater than every one before, even if the former list is lost (RFC 5280, 5.2.3). */
  private static BigInteger number(Optional<X509CRL> former, Instant now) {
    BigInteger byTime = BigInteger.valueOf(now.getEpochSecond());
    return former
        .map(list -> list.getExtensionValue(Extension.cRLNumber.getId()))
        .map(RevocationList::number)
        .map(number -> number.add(BigInteger.ONE).max(byTime))
        .orElse(byTime);
  }

  private static BigInteger number(byte[] extension) {
    try {
      return ASN1Integer.getInstance(JcaX509ExtensionUtils.parseExtensionValue(extension))
          .getPositiveValue();
    } catch (IOException damaged) {
      throw new IllegalStateException("A signed revocation list has no number", damaged);
    }
  }

  private static X509CRL make(
      Identity authority,
      SortedMap<BigInteger, Revocation> revoked,
      BigInteger number,
      Instant now) {
    Instant from = now.truncatedTo(ChronoUnit.SECONDS).minus(Issuer.BACKDATED);
    X509Certificate issuer = authority.certificate();
    try {
      JcaX509v2CRLBuilder builder = new JcaX509v2CRLBuilder(issuer, Date.from(from));
      builder.setNextUpdate(Date.from(from.plus(LIFETIME)));
      revoked.forEach(
          (serial, it) -> builder.addCRLEntry(serial, Date.from(it.at()), it.reason().code()));
      builder.addExtension(Extension.cRLNumber, false, new CRLNumber(number));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer.getPublicKey()));
      return new JcaX509CRLConverter()
          .getCRL(
              builder.build(new JcaContentSignerBuilder(Issuer.ALGORITHM).build(authority.key())));
    } catch (GeneralSecurityException | IOException | OperatorCreationException impossible) {
      throw new IllegalStateException("A revocation list can't be signed", impossible);
    }
  }

  private static boolean isSignedBy(X509Certificate authority, X509CRL list) {
    if (!list.getIssuerX500Principal().equals(authority.getSubjectX500Principal())) {
      return false;
    }
    try {
      list.verify(authority.getPublicKey());
      return list.getNextUpdate() != null;
    } catch (GeneralSecurityException otherKey) {
      return false;
    }
  }
}
