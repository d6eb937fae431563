package eu.rempart.edge;

import eu.rempart.tls.OperatorCertificate;
import eu.rempart.tls.OperatorToken;
import eu.rempart.tls.Passphrase;
import eu.rempart.tls.TlsProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * TLS as the operator wants it.
 *
 * @param hostNames names and addresses under which people reach the server, beside localhost
 * @param authorityNames further names for which the own authority may issue, such as those of a
 *     second site; {@code *.example.org} permits all below
 * @param certificate the operator's own certificate chain, PEM or PKCS#12; the own authority's
 *     where empty
 * @param key its private key, PEM, mode 600
 * @param keyPassphrase opens the key or the PKCS#12 file, where it is encrypted
 * @param pkcs11 a token that holds the key, in place of a file
 * @param profile {@code standard} (TLS 1.3 and 1.2) or {@code strict} (TLS 1.3 only)
 */
@ConfigurationProperties("rempart.tls")
record TlsProperties(
    @DefaultValue List<String> hostNames,
    @DefaultValue List<String> authorityNames,
    @Nullable Path certificate,
    @Nullable Path key,
    @Nullable String keyPassphrase,
    @Nullable Pkcs11 pkcs11,
    @DefaultValue("STANDARD") TlsProfile profile) {

  /**
   * Where the key is in a token.
   *
   * @param library the token maker's PKCS#11 library
   * @param slot number of the slot; or
   * @param tokenLabel label of the token
   * @param pinFile file with the PIN, mode 600
   * @param keyLabel label of the private key and its certificate
   */
  record Pkcs11(
      Path library,
      @Nullable Long slot,
      @Nullable String tokenLabel,
      Path pinFile,
      String keyLabel) {

    Pkcs11 {
      Objects.requireNonNull(library, "rempart.tls.pkcs11.library is not set");
      Objects.requireNonNull(pinFile, "rempart.tls.pkcs11.pin-file is not set");
      Objects.requireNonNull(keyLabel, "rempart.tls.pkcs11.key-label is not set");
      if (slot == null && tokenLabel == null) {
        throw new IllegalArgumentException(
            "Neither rempart.tls.pkcs11.token-label nor rempart.tls.pkcs11.slot is set");
      }
    }
  }

  /** Empty for the own authority. */
  Optional<OperatorCertificate> operator() {
    Path chain = certificate;
    Pkcs11 token = pkcs11;
    if (token != null) {
      Long slot = token.slot();
      return Optional.of(
          new OperatorToken(
              token.library(),
              slot == null ? OptionalLong.empty() : OptionalLong.of(slot),
              Optional.ofNullable(token.tokenLabel()),
              token.pinFile(),
              token.keyLabel(),
              Optional.ofNullable(chain)));
    }
    if (chain == null) {
      return Optional.empty();
    }
    Path keyFile = key == null ? chain : key;
    String secret = keyPassphrase;
    return Optional.of(
        OperatorCertificate.inFiles(
            chain,
            keyFile,
            secret == null ? Passphrase.none() : Passphrase.of(secret.toCharArray())));
  }

  @Override
  public String toString() {
    return "TlsProperties[" + profile + "]";
  }
}
