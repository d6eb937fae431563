package eu.rempart.email.mime;

import eu.rempart.common.EmailAddress;
import eu.rempart.common.InvisibleMarks;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Headers of strangers, as far as they can be read. */
final class Headers {

  /** Addresses of a header that are looked at. */
  private static final int MOST = 200;

  private Headers() {}

  /** All lines of this name, one behind the other; empty where there are none. */
  static String raw(Part part, String name) throws MessagingException {
    String[] lines = part.getHeader(name);
    return lines == null ? "" : String.join(", ", lines);
  }

  /** A text of one line, decoded (RFC 2047), whatever charset it claims to be in. */
  static String text(Part part, String name) throws MessagingException {
    String[] lines = part.getHeader(name);
    return lines == null || lines.length == 0 ? "" : decoded(lines[0]);
  }

  static String decoded(String raw) {
    // the library gives bytes that are no ASCII as Latin-1
    String plain =
        raw.chars().anyMatch(c -> c >= 128) && raw.chars().allMatch(c -> c < 256)
            ? Charsets.read(raw.getBytes(StandardCharsets.ISO_8859_1), null)
            : raw;
    String unfolded = MimeUtility.unfold(plain);
    try {
      return clean(MimeUtility.decodeText(unfolded));
    } catch (UnsupportedEncodingException _) {
      return clean(unfolded); // in a charset that there is not: as it stands
    }
  }

  private static String clean(String text) {
    return InvisibleMarks.strip(text.replaceAll("\\p{Cntrl}+", " ")).strip();
  }

  static List<InternetAddress> internet(Part part, String name) throws MessagingException {
    String raw = raw(part, name);
    try {
      return List.of(InternetAddress.parseHeader(raw, false));
    } catch (AddressException _) {
      return pieces(raw);
    }
  }

  /** One address that can't be read hides no other. */
  private static List<InternetAddress> pieces(String raw) {
    return Stream.of(raw.split(",", MOST)).flatMap(Headers::piece).toList();
  }

  private static Stream<InternetAddress> piece(String text) {
    try {
      return Stream.of(InternetAddress.parseHeader(text, false));
    } catch (AddressException _) {
      return Stream.empty(); // it is no address in any spelling
    }
  }

  static List<EmailAddress> addresses(Part part, String name) throws MessagingException {
    return internet(part, name).stream()
        .limit(MOST)
        .flatMap(each -> address(each).stream())
        .distinct()
        .toList();
  }

  static Optional<EmailAddress> address(InternetAddress address) {
    return EmailAddress.parse(unicode(address.getAddress()));
  }

  private static @Nullable String unicode(@Nullable String address) {
    int at = address == null ? -1 : address.lastIndexOf('@');
    return address == null || at < 0
        ? address
        : address.substring(0, at + 1) + IDN.toUnicode(address.substring(at + 1));
  }
}
