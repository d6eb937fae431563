package eu.rempart.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What a server proves itself with.
 *
 * @param key the private key of RSA, in memory or in a token
 * @param chain its certificate first
 */
public record ServerKey(PrivateKey key, List<X509Certificate> chain) {

  public ServerKey {
    chain = List.copyOf(chain);
  }

  @Override
  public String toString() {
    return "ServerKey[" + chain.getFirst().getSubjectX500Principal() + "]";
  }
}
