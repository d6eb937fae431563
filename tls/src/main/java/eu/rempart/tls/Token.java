package eu.rempart.tls;

import eu.rempart.tls.CertificateRefusedException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A PKCS#11 token by the JDK's provider. A process logs in to a token as a whole and once, so there
 * is one provider for each token, registered with the JDK so that signatures by a key of the token
 * find it.
 */
final class Token {
  private static final Map<String, Provider> PROVIDERS = new ConcurrentHashMap<>();

  private final OperatorToken settings;
  private final TokenSlots.Slot slot;

  private Token(OperatorToken settings, TokenSlots.Slot slot) {
    this.settings = settings;
    this.slot = slot;
  }

  /**
   * @throws CertificateRefusedException if the library or the token can't be used
   */
  static Token find(OperatorToken settings) {
    List<TokenSlots.Slot> slots = TokenSlots.of(settings.library());
    TokenSlots.Slot slot =
        slots.stream()
            .filter(it -> settings.tokenLabel().map(it.label()::equals).orElse(true))
            .filter(it -> settings.slot().isEmpty() || settings.slot().getAsLong() == it.number())
            .findFirst()
            .orElseThrow(() -> missing(settings, slots));
    return new Token(settings, slot);
  }

  private static CertificateRefusedException missing(
      OperatorToken settings, List<TokenSlots.Slot> slots) {
    String wanted =
        settings.tokenLabel().map(label -> " labelled \"" + label + "\"").orElse("")
            + (settings.slot().isPresent() ? " in slot " + settings.slot().getAsLong() : "");
    String present =
        String.join(
            ", ",
            slots.stream().map(it -> "\"" + it.label() + "\" in slot " + it.number()).toList());
    return new CertificateRefusedException(
        Reason.TOKEN_MISSING,
        settings.library(),
        "there is no token"
            + wanted
            + "; there "
            + (slots.isEmpty() ? "is none at all" : "are: " + present));
  }

  /**
   * Logs in, unless this process is already, and reads what the token holds now.
   *
   * @throws CertificateRefusedException if the PIN is wrong or locked, or the token fails
   */
  KeyStore open(char[] pin) {
    if (slot.isPinLocked()) {
      throw locked();
    }
    try {
      KeyStore store = KeyStore.getInstance("PKCS11", provider());
      store.load(null, pin);
      return store;
    } catch (IOException | GeneralSecurityException refused) {
      throw refusal(refused);
    }
  }

  private Provider provider() {
    Path library = settings.library().toAbsolutePath();
    return PROVIDERS.computeIfAbsent(
        library + " " + slot.number(),
        _ -> {
          String name = "rempart-" + (PROVIDERS.size() + 1);
          String configuration =
              "--\nname = %s\nlibrary = \"%s\"\nslotListIndex = %d\n"
                  .formatted(name, library, slot.index());
          Provider provider = Security.getProvider("SunPKCS11").configure(configuration);
          Security.addProvider(provider);
          return provider;
        });
  }

  private CertificateRefusedException refusal(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage());
      if (message.contains("CKR_PIN_LOCKED")) {
        return locked();
      }
      if (message.contains("CKR_PIN_")) {
        return new CertificateRefusedException(
            Reason.PIN_WRONG,
            settings.pinFile(),
            "the token \"" + slot.label() + "\" refuses the PIN in this file");
      }
    }
    return new CertificateRefusedException(
        Reason.TOKEN_LIBRARY_UNUSABLE,
        settings.library(),
        "the token \"" + slot.label() + "\" can't be opened: " + failure.getMessage());
  }

  private CertificateRefusedException locked() {
    return new CertificateRefusedException(
        Reason.PIN_LOCKED,
        settings.pinFile(),
        "the token \""
            + slot.label()
            + "\" is locked after too many wrong PINs; its security officer can unlock it");
  }
}
