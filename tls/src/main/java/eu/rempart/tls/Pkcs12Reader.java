package eu.rempart.tls;

import eu.rempart.tls.CertificateRefusedException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Finds the one private key and its chain in the operator's PKCS#12 file. */
final class Pkcs12Reader {
  private final OperatorPkcs12 source;
  private final KeyStore store;
  private final String alias;

  Pkcs12Reader(OperatorPkcs12 source) {
    this.source = source;
    byte[] bytes = OperatorFile.bytes(source.file());
    if (source.passphrase().isEmpty()) {
      throw refused(Reason.PASSPHRASE_MISSING, "the file is encrypted and no passphrase is set");
    }
    try {
      store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(bytes), source.passphrase().reveal());
      alias = onlyKey();
    } catch (IOException refused) {
      throw refused.getCause() instanceof UnrecoverableKeyException
          ? wrongPassphrase()
          : refused(Reason.NOT_PKCS12, "this isn't a PKCS#12 file, or it is damaged");
    } catch (GeneralSecurityException unknown) {
      throw refused(Reason.NOT_PKCS12, "this PKCS#12 file uses an algorithm that is unknown here");
    }
  }

  private String onlyKey() throws KeyStoreException {
    List<String> keys = new ArrayList<>();
    for (String candidate : Collections.list(store.aliases())) {
      if (store.isKeyEntry(candidate)) {
        keys.add(candidate);
      }
    }
    if (keys.isEmpty()) {
      throw refused(Reason.NO_PRIVATE_KEY, "there is no private key in this file");
    }
    if (keys.size() > 1) {
      throw refused(
          Reason.SEVERAL_KEYS,
          "this file holds " + keys.size() + " private keys; give one with only the server's");
    }
    return keys.getFirst();
  }

  PrivateKey key() {
    try {
      return new PrivateKeyReader(source.file(), source.passphrase())
          .readable(store.getKey(alias, source.passphrase().reveal()));
    } catch (UnrecoverableKeyException otherPassphrase) {
      throw wrongPassphrase();
    } catch (GeneralSecurityException unknown) {
      throw refused(Reason.NOT_PKCS12, "the private key's algorithm is unknown here");
    }
  }

  List<X509Certificate> chain() {
    try {
      Certificate[] chain = store.getCertificateChain(alias);
      if (chain == null || chain.length == 0) {
        throw refused(Reason.NO_CERTIFICATE, "the private key in this file has no certificate");
      }
      return Arrays.stream(chain).map(X509Certificate.class::cast).toList();
    } catch (KeyStoreException impossible) {
      throw new IllegalStateException("A loaded key store can't be read", impossible);
    }
  }

  private CertificateRefusedException wrongPassphrase() {
    return refused(
        Reason.PASSPHRASE_WRONG, "the passphrase doesn't open this file, or it is damaged");
  }

  private CertificateRefusedException refused(Reason reason, String sentence) {
    return new CertificateRefusedException(reason, source.file(), sentence);
  }
}
