package eu.rempart.tls;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A public authority in small: root, intermediate and server, valid in the year 2026. */
final class OperatorFiles {
  static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  static final String FROM = "2026-01-01T00:00:00Z";
  static final String UNTIL = "2027-01-01T00:00:00Z";

  static final KeyPair SERVER_KEY = TestKeys.key(0);
  static final KeyPair SMALL_KEY = small("RSA");
  static final KeyPair CURVE_KEY = small("EC");
  private static final KeyPair ROOT_KEY = TestKeys.key(1);
  private static final KeyPair INTERMEDIATE_KEY = TestKeys.key(2);

  static final X509Certificate ROOT = new Leaf("Root", ROOT_KEY).issuer("Root", ROOT_KEY).ca();
  static final X509Certificate INTERMEDIATE =
      new Leaf("Intermediate", INTERMEDIATE_KEY).issuer("Root", ROOT_KEY).ca();
  static final X509Certificate SERVER = server(SERVER_KEY).make();

  private OperatorFiles() {}

  static Leaf server(KeyPair key) {
    return new Leaf("crm.example.org", key).issuer("Intermediate", INTERMEDIATE_KEY);
  }

  /** An intermediate that may issue no authority has issued one. */
  static X509Certificate[] chainThatIsTooLong() {
    KeyPair subordinate = TestKeys.key(3);
    return new X509Certificate[] {
      new Leaf("crm.example.org", SERVER_KEY).issuer("Subordinate", subordinate).make(),
      new Leaf("Subordinate", subordinate).issuer("Intermediate", INTERMEDIATE_KEY).ca(),
      new Leaf("Intermediate", INTERMEDIATE_KEY).issuer("Root", ROOT_KEY).pathLength(0).ca(),
      ROOT
    };
  }

  private static KeyPair small(String algorithm) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      if ("EC".equals(algorithm)) {
        generator.initialize(new ECGenParameterSpec("secp384r1"));
      } else {
        generator.initialize(2048);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String pem(X509Certificate... chain) {
    return Arrays.stream(chain).map(PemText::write).collect(Collectors.joining());
  }

  static String pkcs8(KeyPair key) throws IOException {
    return written(new JcaPKCS8Generator(key.getPrivate(), null));
  }

  /** Encrypted as {@code openssl genpkey -aes256} does: PBES2 with AES-256. */
  static String encryptedPkcs8(KeyPair key, String passphrase) throws Exception {
    return written(
        new JcaPKCS8Generator(
            key.getPrivate(),
            new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                .setProvider(new BouncyCastleProvider())
                .setPassword(passphrase.toCharArray())
                .build()));
  }

  static String pkcs1(KeyPair key) throws IOException {
    return written(key.getPrivate());
  }

  /** Encrypted as {@code openssl rsa -traditional -aes256} does. */
  static String encryptedPkcs1(KeyPair key, String passphrase) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(
          key.getPrivate(),
          new JcePEMEncryptorBuilder("AES-256-CBC")
              .setProvider(new BouncyCastleProvider())
              .build(passphrase.toCharArray()));
    }
    return text.toString();
  }

  private static String written(Object entry) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(entry);
    }
    return text.toString();
  }

  static Path write(Path file, String text, String mode) throws IOException {
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  /** A certificate with one thing or another amiss. */
  static final class Leaf {
    private final String subject;
    private final KeyPair key;
    private String issuer;
    private PrivateKey issuerKey;
    private Instant from = Instant.parse(FROM);
    private Instant until = Instant.parse(UNTIL);
    private String algorithm = "SHA256withRSA";
    private KeyPurposeId purpose = KeyPurposeId.id_kp_serverAuth;
    private boolean named = true;
    private int pathLength = 9;

    private Leaf(String subject, KeyPair key) {
      this.subject = subject;
      this.key = key;
      this.issuer = subject;
      this.issuerKey = key.getPrivate();
    }

    Leaf issuer(String name, KeyPair itsKey) {
      issuer = name;
      issuerKey = itsKey.getPrivate();
      return this;
    }

    Leaf valid(String first, String last) {
      from = Instant.parse(first);
      until = Instant.parse(last);
      return this;
    }

    Leaf signedWith(String name) {
      algorithm = name;
      return this;
    }

    Leaf meantFor(KeyPurposeId other) {
      purpose = other;
      return this;
    }

    Leaf pathLength(int most) {
      pathLength = most;
      return this;
    }

    Leaf nameless() {
      named = false;
      return this;
    }

    X509Certificate make() {
      return make(false);
    }

    X509Certificate ca() {
      return make(true);
    }

    private X509Certificate make(boolean ca) {
      try {
        JcaX509v3CertificateBuilder builder =
            new JcaX509v3CertificateBuilder(
                new X500Principal("CN=" + issuer),
                BigInteger.TWO,
                Date.from(from),
                Date.from(until),
                new X500Principal("CN=" + subject),
                key.getPublic());
        builder.addExtension(
            Extension.basicConstraints,
            true,
            ca ? new BasicConstraints(pathLength) : new BasicConstraints(false));
        if (!ca) {
          builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
        }
        if (!ca && named) {
          builder.addExtension(
              Extension.subjectAlternativeName,
              false,
              new GeneralNames(new GeneralName(GeneralName.dNSName, subject)));
        }
        return new JcaX509CertificateConverter()
            .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(issuerKey)));
      } catch (Exception impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }
}
