package eu.rempart.edge;

import eu.rempart.tls.TlsProfile;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * TLS as the operator wants it.
 *
 * @param hostNames names and addresses under which people reach the server, beside localhost
 * @param certificate the operator's own certificate chain, PEM; the own authority's where empty
 * @param key its private key, PEM, mode 600
 * @param keyPassphrase opens the key, where it is encrypted
 * @param profile {@code standard} (TLS 1.3 and 1.2) or {@code strict} (TLS 1.3 only)
 */
@ConfigurationProperties("rempart.tls")
record TlsProperties(
    @DefaultValue List<String> hostNames,
    @Nullable Path certificate,
    @Nullable Path key,
    @Nullable String keyPassphrase,
    @DefaultValue("STANDARD") TlsProfile profile) {

  @Override
  public String toString() {
    return "TlsProperties[" + profile + "]";
  }
}
