package eu.rempart.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A private key, perhaps inside of a token, with its certificate; the chain starts with the
 * certificate of the key.
 */
record Identity(PrivateKey key, List<X509Certificate> chain) {

  Identity {
    chain = List.copyOf(chain);
    if (!Rsa.matches(key, chain.getFirst().getPublicKey())) {
      throw new IllegalArgumentException(
          "The key doesn't belong to " + chain.getFirst().getSubjectX500Principal());
    }
  }

  X509Certificate certificate() {
    return chain.getFirst();
  }

  @Override
  public String toString() {
    return "Identity[" + certificate().getSubjectX500Principal() + "]";
  }
}
