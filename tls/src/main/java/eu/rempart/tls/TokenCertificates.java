package eu.rempart.tls;

import eu.rempart.tls.CertificateRefusedException.Reason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The operator's certificate with its key in a token. A PIN that was refused is not tried again
 * before its file changes: tokens lock themselves after a few wrong ones.
 */
final class TokenCertificates implements IdentitySource {
  private record Refused(List<FileStamp> pinFile, CertificateRefusedException why) {}

  private final OperatorToken settings;
  private final Clock clock;
  private Optional<Refused> refused = Optional.empty();

  TokenCertificates(OperatorToken settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public List<Path> files() {
    return Stream.concat(Stream.of(settings.pinFile()), settings.chain().stream()).toList();
  }

  @Override
  public synchronized Loaded load() {
    KeyStore store = open();
    PrivateKey key = key(store);
    List<X509Certificate> chain =
        settings.chain().map(OperatorFile::certificates).orElseGet(() -> chain(store));
    Path chainFile = settings.chain().orElse(settings.library());
    new ChainCheck(chainFile, settings.library(), chain, clock.instant()).check(key);
    return new Loaded(new Identity(key, chain), Optional.empty());
  }

  private KeyStore open() {
    List<FileStamp> pinFile = FileStamp.of(List.of(settings.pinFile()));
    refused
        .filter(it -> it.pinFile.equals(pinFile))
        .ifPresent(
            it -> {
              throw it.why;
            });
    Token token = Token.find(settings);
    char[] pin = pin();
    try {
      KeyStore store = token.open(pin);
      refused = Optional.empty();
      return store;
    } catch (CertificateRefusedException refusal) {
      if (refusal.reason() == Reason.PIN_WRONG) {
        refused = Optional.of(new Refused(pinFile, refusal));
      }
      throw refusal;
    } finally {
      Arrays.fill(pin, '\0');
    }
  }

  private char[] pin() {
    OperatorFile.refuseIfMissingOrExposed(settings.pinFile());
    String text = new String(OperatorFile.bytes(settings.pinFile()), StandardCharsets.UTF_8);
    String pin = text.lines().findFirst().orElse("").strip();
    if (pin.isEmpty()) {
      throw new CertificateRefusedException(
          Reason.PIN_MISSING, settings.pinFile(), "the first line of this file holds no PIN");
    }
    return pin.toCharArray();
  }

  private PrivateKey key(KeyStore store) {
    try {
      if (store.isKeyEntry(settings.keyLabel())
          && store.getKey(settings.keyLabel(), null) instanceof PrivateKey key) {
        return key;
      }
      throw new CertificateRefusedException(
          Reason.TOKEN_KEY_MISSING,
          settings.library(),
          "the token has no private key labelled \""
              + settings.keyLabel()
              + "\" together with its certificate; both need the same CKA_ID");
    } catch (GeneralSecurityException failure) {
      throw new CertificateRefusedException(
          Reason.TOKEN_LIBRARY_UNUSABLE,
          settings.library(),
          "the token can't read its key: " + failure.getMessage());
    }
  }

  private List<X509Certificate> chain(KeyStore store) {
    try {
      Certificate[] chain = store.getCertificateChain(settings.keyLabel());
      return Arrays.stream(chain).map(X509Certificate.class::cast).toList();
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("A loaded token can't be read", failure);
    }
  }
}
