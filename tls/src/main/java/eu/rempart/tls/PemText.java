package eu.rempart.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.X509TrustedCertificateBlock;

/** Reads and writes PEM (RFC 7468), as far as this module needs it. */
final class PemText {
  private static final int LINE = 64;

  private PemText() {}

  static String write(RSAPrivateCrtKey key) {
    return block("PRIVATE KEY", key.getEncoded());
  }

  static String write(X509Certificate certificate) {
    try {
      return block("CERTIFICATE", certificate.getEncoded());
    } catch (CertificateException impossible) {
      throw new IllegalStateException("A certificate can't be encoded", impossible);
    }
  }

  static String write(X509CRL list) {
    try {
      return block("X509 CRL", list.getEncoded());
    } catch (CRLException impossible) {
      throw new IllegalStateException("A revocation list can't be encoded", impossible);
    }
  }

  /** The first revocation list; empty if there is none or the text is damaged. */
  static Optional<X509CRL> crl(String text) {
    try {
      for (Object entry : entries(text)) {
        if (entry instanceof X509CRLHolder holder) {
          return Optional.of(new JcaX509CRLConverter().getCRL(holder));
        }
      }
      return Optional.empty();
    } catch (IOException | CRLException damaged) {
      return Optional.empty();
    }
  }

  private static String block(String label, byte[] der) {
    String lines = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
  }

  /** The first RSA key in clear; empty if there is none or the text is damaged. */
  static Optional<RSAPrivateCrtKey> plainKey(String text) {
    try {
      for (Object entry : entries(text)) {
        Optional<RSAPrivateCrtKey> key =
            switch (entry) {
              case PrivateKeyInfo info -> Rsa.privateKey(info.getEncoded());
              case PEMKeyPair pair -> Rsa.privateKey(pair.getPrivateKeyInfo().getEncoded());
              default -> Optional.empty();
            };
        if (key.isPresent()) {
          return key;
        }
      }
      return Optional.empty();
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }

  /** The first certificate; empty if there is none or the text is damaged. */
  static Optional<X509Certificate> firstCertificate(String text) {
    try {
      return certificates(entries(text)).stream().findFirst();
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }

  static List<X509Certificate> certificates(List<Object> entries) throws IOException {
    List<X509Certificate> certificates = new ArrayList<>();
    for (Object entry : entries) {
      switch (entry) {
        case X509CertificateHolder holder -> certificates.add(certificate(holder));
        case X509TrustedCertificateBlock trusted ->
            certificates.add(certificate(trusted.getCertificateHolder()));
        default -> {} // keys and parameters may stand in the same file
      }
    }
    return certificates;
  }

  private static X509Certificate certificate(X509CertificateHolder holder) throws IOException {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
    } catch (CertificateException unreadable) {
      throw new IOException("A certificate can't be read", unreadable);
    }
  }

  /**
   * Bouncy Castle's objects, in the order of the text.
   *
   * @throws IOException if a block is damaged
   */
  static List<Object> entries(String text) throws IOException {
    List<Object> entries = new ArrayList<>();
    try (PEMParser parser = new PEMParser(new StringReader(separated(text)))) {
      for (Object entry = parser.readObject(); entry != null; entry = parser.readObject()) {
        entries.add(entry);
      }
      return entries;
    } catch (RuntimeException damaged) { // the parser lets its decoders' exceptions through
      throw new IOException("A PEM block is damaged", damaged);
    }
  }

  /** Joining files whose last line has no end glues two boundary lines together. */
  private static String separated(String text) {
    return text.replace("----------BEGIN ", "-----\n-----BEGIN ");
  }
}
