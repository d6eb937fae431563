package eu.rempart.email.mime;

import jakarta.mail.internet.MimeUtility;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads text whose charset is wrong, unknown or missing. */
final class Charsets {

  /** What programs mean that say nothing, or Latin-1. */
  private static final Charset WESTERN = Charset.forName("windows-1252");

  private Charsets() {}

  /**
   * What was declared, if the bytes are that; else UTF-8, if they are; else the Western charset, in
   * which everything is something.
   */
  static String read(byte[] bytes, @Nullable String declared) {
    return known(declared)
        .flatMap(charset -> strict(bytes, charset))
        .or(() -> strict(bytes, StandardCharsets.UTF_8))
        .orElseGet(() -> new String(bytes, WESTERN));
  }

  private static Optional<Charset> known(@Nullable String declared) {
    // ASCII is what programs say that know nothing of charsets
    if (declared == null || declared.isBlank() || declared.strip().equalsIgnoreCase("us-ascii")) {
      return Optional.empty();
    }
    try {
      Charset charset = Charset.forName(MimeUtility.javaCharset(declared.strip()));
      return Optional.of(charset.equals(StandardCharsets.ISO_8859_1) ? WESTERN : charset);
    } catch (IllegalArgumentException _) {
      return Optional.empty(); // there is no such charset
    }
  }

  private static Optional<String> strict(byte[] bytes, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }
}
