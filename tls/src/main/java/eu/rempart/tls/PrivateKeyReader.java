package eu.rempart.tls;

import eu.rempart.tls.CertificateRefusedException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.security.Key;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.bc.BcPEMDecryptorProvider;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.jspecify.annotations.Nullable;

/** Finds and opens the operator's private key: PKCS#8 or PKCS#1, in clear or encrypted. */
final class PrivateKeyReader {
  private final Path file;
  private final Passphrase passphrase;

  PrivateKeyReader(Path file, Passphrase passphrase) {
    this.file = file;
    this.passphrase = passphrase;
  }

  RSAPrivateCrtKey read(List<Object> entries) {
    for (Object entry : entries) {
      switch (entry) {
        case PrivateKeyInfo info -> {
          return rsa(info);
        }
        case PEMKeyPair pair -> {
          return rsa(pair.getPrivateKeyInfo());
        }
        case PEMEncryptedKeyPair pair -> {
          return rsa(open(pair));
        }
        case PKCS8EncryptedPrivateKeyInfo encrypted -> {
          return rsa(open(encrypted));
        }
        default -> {} // certificates and parameters may stand in the same file
      }
    }
    throw refused(Reason.NO_PRIVATE_KEY, "there is no private key in this file");
  }

  private RSAPrivateCrtKey rsa(PrivateKeyInfo info) {
    if (!info.getPrivateKeyAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
      throw notRsa();
    }
    byte[] encoded;
    try {
      encoded = info.getEncoded();
    } catch (IOException damaged) {
      throw refused(Reason.NOT_PEM, "the private key is damaged");
    }
    return longEnough(
        Rsa.privateKey(encoded)
            .orElseThrow(() -> refused(Reason.NOT_PEM, "the private key is damaged")));
  }

  /** A key that another reader has opened. */
  RSAPrivateCrtKey readable(@Nullable Key key) {
    if (key instanceof RSAPrivateCrtKey rsa) {
      return longEnough(rsa);
    }
    throw notRsa();
  }

  private RSAPrivateCrtKey longEnough(RSAPrivateCrtKey key) {
    if (!Rsa.isLongEnough(key)) {
      throw refused(
          Reason.KEY_TOO_SMALL,
          "the RSA key has "
              + key.getModulus().bitLength()
              + " bits; at least "
              + Rsa.LEAST_BITS
              + " are required");
    }
    return key;
  }

  private CertificateRefusedException notRsa() {
    return refused(
        Reason.KEY_NOT_RSA,
        "the private key isn't an RSA key; RSA with at least "
            + Rsa.LEAST_BITS
            + " bits is required");
  }

  private PrivateKeyInfo open(PEMEncryptedKeyPair pair) {
    requirePassphrase();
    try {
      return pair.decryptKeyPair(new BcPEMDecryptorProvider(passphrase.reveal()))
          .getPrivateKeyInfo();
    } catch (IOException | RuntimeException wrong) {
      throw wrongPassphrase();
    }
  }

  private PrivateKeyInfo open(PKCS8EncryptedPrivateKeyInfo encrypted) {
    requirePassphrase();
    try {
      return encrypted.decryptPrivateKeyInfo(
          new JceOpenSSLPKCS8DecryptorProviderBuilder()
              .setProvider(new BouncyCastleProvider())
              .build(passphrase.reveal()));
    } catch (PKCSException | OperatorCreationException | RuntimeException wrong) {
      throw wrongPassphrase();
    }
  }

  private void requirePassphrase() {
    if (passphrase.isEmpty()) {
      throw refused(
          Reason.PASSPHRASE_MISSING, "the private key is encrypted and no passphrase is set");
    }
  }

  private CertificateRefusedException wrongPassphrase() {
    return refused(
        Reason.PASSPHRASE_WRONG,
        "the passphrase doesn't open the private key, or the key is damaged");
  }

  private CertificateRefusedException refused(Reason reason, String sentence) {
    return new CertificateRefusedException(reason, file, sentence);
  }
}
