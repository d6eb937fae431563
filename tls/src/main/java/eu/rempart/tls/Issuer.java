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
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
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

  /** Browsers take at most 398 days from public authorities and some hold private ones to it. */
  static final Duration SERVER_LIFETIME = Duration.ofDays(390);

  /** Clients' clocks run behind; their certificate errors would be hard to explain. */
  private static final Duration BACKDATED = Duration.ofHours(1);

  private static final int SERIAL_BITS = 159; // 20 octets, positive: RFC 5280, 4.1.2.2
  private static final SecureRandom RANDOM = new SecureRandom();

  private Issuer() {}

  /** A name of its own, so that authorities of two installations never look alike to a client. */
  static X500Principal newAuthorityName() {
    byte[] random = new byte[4];
    RANDOM.nextBytes(random);
    return new X500Principal("CN=Rempart authority " + HexFormat.of().formatHex(random));
  }

  static X509Certificate authority(X500Principal name, RSAPrivateCrtKey key, Instant now) {
    PublicKey publicKey = Rsa.publicKey(key);
    try {
      X509v3CertificateBuilder builder = builder(name, name, publicKey, now, CA_LIFETIME);
      JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
      builder.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(publicKey));
      return sign(builder, key);
    } catch (CertIOException | NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("The authority's extensions can't be written", impossible);
    }
  }

  static X509Certificate server(
      HostNames names,
      PublicKey publicKey,
      X509Certificate authority,
      RSAPrivateCrtKey authorityKey,
      Instant now) {
    X500Principal subject = new X500Principal("CN=Rempart server");
    try {
      X509v3CertificateBuilder builder =
          builder(authority.getSubjectX500Principal(), subject, publicKey, now, SERVER_LIFETIME);
      JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      builder.addExtension(
          Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
      builder.addExtension(Extension.subjectAlternativeName, false, alternatives(names));
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(publicKey));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          extensions.createAuthorityKeyIdentifier(authority.getPublicKey()));
      return sign(builder, authorityKey);
    } catch (CertIOException | NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("The server's extensions can't be written", impossible);
    }
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
          .getCertificate(builder.build(new JcaContentSignerBuilder("SHA384withRSA").build(key)));
    } catch (OperatorCreationException | CertificateException impossible) {
      throw new IllegalStateException("A certificate can't be signed", impossible);
    }
  }
}
