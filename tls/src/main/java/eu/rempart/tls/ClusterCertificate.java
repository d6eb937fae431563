package eu.rempart.tls;

/**
 * What a machine of a cluster needs to prove itself to the others.
 *
 * @param authority whom it trusts, PEM
 * @param certificate its own, PEM
 * @param key its own, PEM in clear (PKCS #8)
 */
public record ClusterCertificate(String authority, String certificate, String key) {

  @Override
  public String toString() {
    return "ClusterCertificate[hidden]";
  }
}
