package eu.rempart.tls.hello;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The JA4 fingerprint, which groups clients by the library that made their hello, in whatever order
 * it puts things.
 *
 * @see <a href="https://github.com/FoxIO-LLC/ja4/blob/main/technical_details/JA4.md">JA4</a>
 */
final class Ja4 {
  private static final int SERVER_NAME = 0;
  private static final int ALPN = 16;
  private static final int HASH = 12;
  private static final String NOTHING = "0".repeat(HASH);
  private static final int MOST = 99;

  private Ja4() {}

  static String of(ClientHello hello) {
    return "t"
        + version(hello.versions())
        + (hello.extensions().contains(SERVER_NAME) ? 'd' : 'i')
        + count(hello.ciphers())
        + count(hello.extensions())
        + alpn(hello.alpn())
        + "_"
        + hash(sorted(hello.ciphers().stream()))
        + "_"
        + extensions(hello);
  }

  private static String version(List<Integer> versions) {
    return switch (versions.stream().mapToInt(Integer::intValue).max().orElse(0)) {
      case 0x0304 -> "13";
      case 0x0303 -> "12";
      case 0x0302 -> "11";
      case 0x0301 -> "10";
      case 0x0300 -> "s3";
      default -> "00";
    };
  }

  private static String count(List<Integer> list) {
    int count = Math.min(list.size(), MOST);
    return count < 10 ? "0" + count : Integer.toString(count);
  }

  private static String alpn(List<String> protocols) {
    if (protocols.isEmpty()) {
      return "00";
    }
    String first = protocols.getFirst();
    char begin = first.charAt(0);
    char end = first.charAt(first.length() - 1);
    if (isPlain(begin) && isPlain(end)) {
      return "" + begin + end;
    }
    HexFormat hex = HexFormat.of();
    return "" + hex.toHexDigits((byte) begin).charAt(0) + hex.toHexDigits((byte) end).charAt(1);
  }

  private static boolean isPlain(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static String extensions(ClientHello hello) {
    String types =
        sorted(hello.extensions().stream().filter(type -> type != SERVER_NAME && type != ALPN));
    if (hello.signatureSchemes().isEmpty()) {
      return hash(types);
    }
    return hash(
        types
            + "_"
            + hello.signatureSchemes().stream().map(Ja4::hex).collect(Collectors.joining(",")));
  }

  private static String sorted(Stream<Integer> numbers) {
    return numbers.map(Ja4::hex).sorted().collect(Collectors.joining(","));
  }

  private static String hex(int number) {
    return HexFormat.of().toHexDigits((short) number);
  }

  private static String hash(String text) {
    if (text.isEmpty()) {
      return NOTHING;
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest).substring(0, HASH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("The JDK has no SHA-256", impossible);
    }
  }
}
