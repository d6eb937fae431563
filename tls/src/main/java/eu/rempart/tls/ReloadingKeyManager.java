package eu.rempart.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Shows one identity, as a server or as a client, which can be replaced while connections go on.
 * JSSE asks for an alias first and for key and chain afterwards; the identity before the current
 * one stays available, so that a handshake under way during a replacement never mixes two.
 */
final class ReloadingKeyManager extends X509ExtendedKeyManager {

  private record Generation(long number, Identity identity, @Nullable Identity former) {
    @Nullable Identity of(@Nullable String alias) {
      if (alias(number).equals(alias)) {
        return identity;
      }
      return alias(number - 1).equals(alias) ? former : null;
    }

    static String alias(long number) {
      return "server-" + number;
    }
  }

  private volatile Generation generation;

  ReloadingKeyManager(Identity first) {
    generation = new Generation(1, first, null);
  }

  synchronized void replace(Identity next) {
    generation = new Generation(generation.number() + 1, next, generation.identity());
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return alias(keyType);
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return alias(keyType);
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    String alias = alias(keyType);
    return alias == null ? null : new String[] {alias};
  }

  private @Nullable String alias(String keyType) {
    return "RSA".equals(keyType) ? Generation.alias(generation.number()) : null;
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(@Nullable String alias) {
    Identity identity = generation.of(alias);
    return identity == null ? null : identity.chain().toArray(X509Certificate[]::new);
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(@Nullable String alias) {
    Identity identity = generation.of(alias);
    return identity == null ? null : identity.key();
  }

  @Override
  public @Nullable String chooseEngineClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return firstAlias(keyTypes);
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return firstAlias(keyTypes);
  }

  private @Nullable String firstAlias(String[] keyTypes) {
    return Arrays.asList(keyTypes).contains("RSA") ? alias("RSA") : null;
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return getServerAliases(keyType, issuers);
  }
}
