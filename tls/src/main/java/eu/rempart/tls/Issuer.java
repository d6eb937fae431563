package eu.rempart.tls;

import java.math.BigInteger;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Writes and signs certificates after RFC 5280, with SHA-384 and RSA. */
final class Issuer {
  static final Duration CA_LIFETIME = Duration.ofDays(3650);

  /**
   * Of what an authority issues. Apple takes at most 825 days from authorities that people trust by
   * hand, and some browsers hold these to the 398 days of public ones.
   */
  static final Duration LIFETIME = Duration.ofDays(390);

  /** Clients' clocks run behind; their certificate errors would be hard to explain. */
  static final Duration BACKDATED = Duration.ofHours(1);

  static final String OWN_SERVER = "Rempart server";
  static final String ALGORITHM = "SHA384withRSA";

  private static final KeyPurposeId[] MEMBER = {
    KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
  };

  private static final int SERIAL_BITS = 159; // 20 octets, positive: RFC 5280, 4.1.2.2
  private static final SecureRandom RANDOM = new SecureRandom();

  private Issuer() {}

  /** A name of its own, so that authorities of two installations never look alike to a client. */
  static X500Principal newAuthorityName() {
    return newName("CN=Rempart authority ");
  }

  static X500Principal newMachineAuthorityName() {
    return newName("CN=Rempart machines ");
  }

  static X500Principal newClusterAuthorityName() {
    return newName("CN=Rempart cluster ");
  }

  private static X500Principal newName(String beginning) {
    byte[] random = new byte[4];
    RANDOM.nextBytes(random);
    return new X500Principal(beginning + HexFormat.of().formatHex(random));
  }

  /**
   * An authority that people trust, for servers.
   *
   * @param permitted the only names it may issue for; empty to renew one of before there were such
   */
  static X509Certificate authority(
      X500Principal name, RSAPrivateCrtKey key, Optional<PermittedNames> permitted, Instant now) {
    List<Additional> additional =
        permitted
            .map(
                names ->
                    List.of(
                        new Additional(Extension.nameConstraints, true, names.extension()),
                        new Additional(
                            Extension.extendedKeyUsage,
                            false,
                            new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))))
            .orElse(List.of());
    return authority(name, key, additional, now);
  }

  /** An authority for machines that connect: it issues for clients, of any name. */
  static X509Certificate machineAuthority(X500Principal name, RSAPrivateCrtKey key, Instant now) {
    ExtendedKeyUsage clients = new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth);
    return authority(
        name, key, List.of(new Additional(Extension.extendedKeyUsage, false, clients)), now);
  }

  /** An authority for the machines of a cluster, which serve each other and connect. */
  static X509Certificate clusterAuthority(X500Principal name, RSAPrivateCrtKey key, Instant now) {
    ExtendedKeyUsage both = new ExtendedKeyUsage(MEMBER);
    return authority(
        name, key, List.of(new Additional(Extension.extendedKeyUsage, false, both)), now);
  }

  private record Additional(ASN1ObjectIdentifier type, boolean critical, ASN1Object value) {}

  private static X509Certificate authority(
      X500Principal name, RSAPrivateCrtKey key, List<Additional> additional, Instant now) {
    PublicKey publicKey = Rsa.publicKey(key);
    try {
      X509v3CertificateBuilder builder = builder(name, name, publicKey, now, CA_LIFETIME);
      JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
      builder.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(publicKey));
      for (Additional each : additional) {
        builder.addExtension(each.type(), each.critical(), each.value());
      }
      return sign(builder, key);
    } catch (CertIOException | NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("The authority's extensions can't be written", impossible);
    }
  }

  /** The certificate that this installation's own server shows. */
  static X509Certificate ownServer(
      HostNames names, PublicKey publicKey, Identity authority, Instant now) {
    return issue(OWN_SERVER, names, Purpose.SERVER, publicKey, authority, now);
  }

  /**
   * A certificate for one purpose.
   *
   * @param commonName at most 64 characters (RFC 5280, appendix A)
   */
  static X509Certificate issue(
      String commonName,
      HostNames names,
      Purpose purpose,
      PublicKey publicKey,
      Identity authority,
      Instant now) {
    return issue(
        commonName, names, new ExtendedKeyUsage(extended(purpose)), publicKey, authority, now);
  }

  /**
   * A certificate of a machine of a cluster, which serves and connects; addresses are names too.
   */
  static X509Certificate member(
      String commonName, HostNames names, PublicKey publicKey, Identity authority, Instant now) {
    HostNames all = new HostNames(new TreeSet<>(names.dns()), names.addresses());
    all.dns().addAll(names.addresses()); // pgBackRest looks for no address among the others
    return issue(commonName, all, new ExtendedKeyUsage(MEMBER), publicKey, authority, now);
  }

  private static X509Certificate issue(
      String commonName,
      HostNames names,
      ExtendedKeyUsage usage,
      PublicKey publicKey,
      Identity authority,
      Instant now) {
    X509Certificate issuer = authority.certificate();
    try {
      X509v3CertificateBuilder builder =
          builder(
              issuer.getSubjectX500Principal(),
              new X500Principal("CN=" + commonName),
              publicKey,
              now,
              LIFETIME);
      JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      builder.addExtension(Extension.extendedKeyUsage, false, usage);
      builder.addExtension(Extension.subjectAlternativeName, false, alternatives(names));
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(publicKey));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          extensions.createAuthorityKeyIdentifier(issuer.getPublicKey()));
      return sign(builder, authority.key());
    } catch (CertIOException | NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("A certificate's extensions can't be written", impossible);
    }
  }

  private static KeyPurposeId extended(Purpose purpose) {
    return switch (purpose) {
      case SERVER -> KeyPurposeId.id_kp_serverAuth;
      case CLIENT -> KeyPurposeId.id_kp_clientAuth;
      case AUTHORITY -> throw new IllegalArgumentException("An authority issues no authority");
    };
  }

  private static GeneralNames alternatives(HostNames names) {
    return new GeneralNames(
        Stream.concat(
                names.dns().stream().map(name -> new GeneralName(GeneralName.dNSName, name)),
                names.addresses().stream()
                    .map(address -> new GeneralName(GeneralName.iPAddress, address)))
            .toArray(GeneralName[]::new));
  }

  private static X509v3CertificateBuilder builder(
      X500Principal issuer,
      X500Principal subject,
      PublicKey publicKey,
      Instant now,
      Duration lifetime) {
    Instant from = now.truncatedTo(ChronoUnit.SECONDS).minus(BACKDATED);
    return new JcaX509v3CertificateBuilder(
        issuer,
        new BigInteger(SERIAL_BITS, RANDOM).max(BigInteger.ONE),
        Date.from(from),
        Date.from(from.plus(lifetime)),
        subject,
        publicKey);
  }

  private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key) {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(builder.build(new JcaContentSignerBuilder(ALGORITHM).build(key)));
    } catch (OperatorCreationException | CertificateException impossible) {
      throw new IllegalStateException("A certificate can't be signed", impossible);
    }
  }
}
