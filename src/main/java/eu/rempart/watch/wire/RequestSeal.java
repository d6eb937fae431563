package eu.rempart.watch.wire;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request, and which of its requests this is. It stands in one header, with a signature
 * over all of it and over method, path and body.
 *
 * @param boot names one start of the agent
 * @param sequence higher with each request, also over several starts
 * @param moment when it is sent, by what the agent takes for home's clock
 */
public record RequestSeal(UUID agent, UUID boot, long sequence, Instant moment) {

  /** The header of requests. */
  public static final String HEADER = "Rempart-Probe";

  /** The header of answers. */
  public static final String ANSWER_HEADER = "Rempart-Home";

  private static final String VERSION = "1";
  private static final int LONGEST = 400;
  private static final int WORDS = 6;

  /**
   * A header as it was read; nothing of it is proven.
   *
   * @param signature of whoever wrote it
   */
  public record Signed(RequestSeal seal, String signature) {

    /** Whether it was signed with this key, for this request. */
    public boolean by(PublicKey key, String method, String path, byte[] body) {
      byte[] bytes = bytes(signature);
      return bytes != null && ProbeKeys.verify(key, seal.text(method, path, body), bytes);
    }
  }

  /** The header's value. */
  public String sign(PrivateKey key, String method, String path, byte[] body) {
    String signature = base64(ProbeKeys.sign(key, text(method, path, body)));
    return String.join(
        " ",
        VERSION,
        agent.toString(),
        boot.toString(),
        Long.toString(sequence),
        Long.toString(moment.toEpochMilli()),
        signature);
  }

  /** Reads a header's value; empty if it is none. */
  public static Optional<Signed> read(@Nullable String header) {
    if (header == null || header.length() > LONGEST) {
      return Optional.empty();
    }
    String[] words = header.split(" ", -1);
    if (words.length != WORDS || !words[0].equals(VERSION)) {
      return Optional.empty();
    }
    try {
      RequestSeal seal =
          new RequestSeal(
              UUID.fromString(words[1]),
              UUID.fromString(words[2]),
              Long.parseLong(words[3]),
              Instant.ofEpochMilli(Long.parseLong(words[4])));
      return Optional.of(new Signed(seal, words[5]));
    } catch (IllegalArgumentException | DateTimeException wrong) {
      return Optional.empty();
    }
  }

  private byte[] text(String method, String path, byte[] body) {
    return utf8(
        "rempart-probe-%s\n%s\n%s\n%s\n%s\n%d\n%d\n%s"
            .formatted(
                VERSION,
                method,
                path,
                agent,
                boot,
                sequence,
                moment.toEpochMilli(),
                ProbeKeys.hex(body)));
  }

  /** Home's signature on its answer to this request, which fits no other. */
  public String answer(PrivateKey home, int status, byte[] body) {
    return base64(ProbeKeys.sign(home, answerText(status, body)));
  }

  /** Whether home gave this answer to this request. */
  public boolean answered(PublicKey home, int status, byte[] body, String signature) {
    byte[] bytes = bytes(signature);
    return bytes != null && ProbeKeys.verify(home, answerText(status, body), bytes);
  }

  private byte[] answerText(int status, byte[] body) {
    return utf8(
        "rempart-home-%s\n%s\n%s\n%d\n%d\n%s"
            .formatted(VERSION, agent, boot, sequence, status, ProbeKeys.hex(body)));
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  // null means none, and an array has no other way to say so
  @SuppressWarnings("ReturnsNullCollection")
  static byte @Nullable [] bytes(String base64) {
    try {
      return Base64.getUrlDecoder().decode(base64);
    } catch (IllegalArgumentException wrong) {
      return null;
    }
  }
}
