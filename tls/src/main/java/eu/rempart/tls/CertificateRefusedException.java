package eu.rempart.tls;

import java.io.Serial;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The operator's certificate or key can't be used; the message names the file and what to change.
 */
public final class CertificateRefusedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** Why, one for each sentence that an operator may read. */
  public enum Reason {
    FILE_MISSING,
    FILE_UNREADABLE,
    KEY_FILE_EXPOSED,
    NOT_PEM,
    NO_CERTIFICATE,
    NO_PRIVATE_KEY,
    PASSPHRASE_MISSING,
    PASSPHRASE_WRONG,
    KEY_NOT_RSA,
    KEY_TOO_SMALL,
    KEY_MISMATCH,
    NOT_FOR_SERVERS,
    NOT_FOR_CLIENTS,
    NO_HOST_NAME,
    EXPIRED,
    NOT_YET_VALID,
    WEAK_SIGNATURE,
    CHAIN_WRONG_ORDER,
    CHAIN_INCOMPLETE,
    CHAIN_REFUSED,
    AUTHORITY_KEY_SEALED,
    NOT_PKCS12,
    SEVERAL_KEYS,
    TOKEN_LIBRARY_UNUSABLE,
    TOKEN_MISSING,
    PIN_MISSING,
    PIN_WRONG,
    PIN_LOCKED,
    TOKEN_KEY_MISSING;

    /** A short code for people to search for, such as {@code tls-key-too-small}. */
    public String code() {
      return "tls-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Reason reason;
  private final String file;

  CertificateRefusedException(Reason reason, Path file, String sentence) {
    super(file + ": " + sentence + " (" + reason.code() + ")");
    this.reason = reason;
    this.file = file.toString();
  }

  public Reason reason() {
    return reason;
  }

  /** The file to look at. */
  public Path file() {
    return Path.of(file);
  }
}
