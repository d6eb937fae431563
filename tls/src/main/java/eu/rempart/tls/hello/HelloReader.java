package eu.rempart.tls.hello;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the body of one ClientHello (RFC 8446, 4.1.2; RFC 5246, 7.4.1.2), strictly. */
final class HelloReader {
  private static final int RANDOM = 32;
  private static final int LONGEST_SESSION_ID = 32;
  private static final int LONGEST_NAME = 255;
  private static final int MOST_EXTENSIONS = 100;

  private static final int SERVER_NAME = 0;
  private static final int SUPPORTED_GROUPS = 10;
  private static final int SIGNATURE_ALGORITHMS = 13;
  private static final int ALPN = 16;
  private static final int SESSION_TICKET = 35;
  private static final int PRE_SHARED_KEY = 41;
  private static final int SUPPORTED_VERSIONS = 43;

  private final ByteBuffer in;
  private @Nullable String serverName;
  private List<String> alpn = List.of();
  private List<Integer> versions = List.of();
  private List<Integer> groups = List.of();
  private List<Integer> signatureSchemes = List.of();
  private final List<Integer> extensions = new ArrayList<>();
  private boolean resumes;

  HelloReader(ByteBuffer in) {
    this.in = in;
  }

  ClientHello read() throws HelloException {
    int legacyVersion = number(in, 2);
    skip(in, RANDOM);
    ByteBuffer sessionId = vector(in, 1);
    HelloException.check(sessionId.remaining() <= LONGEST_SESSION_ID, "its session id is too long");
    List<Integer> ciphers = numbers(vector(in, 2));
    HelloException.check(!ciphers.isEmpty(), "it offers no cipher suite");
    HelloException.check(vector(in, 1).hasRemaining(), "it offers no compression method");
    if (in.hasRemaining()) {
      extensions(vector(in, 2));
    }
    HelloException.check(!in.hasRemaining(), "something follows its extensions");
    return new ClientHello(
        serverName,
        alpn,
        versions.isEmpty() ? List.of(legacyVersion) : versions,
        ciphers,
        groups,
        signatureSchemes,
        extensions,
        resumes);
  }

  private void extensions(ByteBuffer all) throws HelloException {
    Set<Integer> seen = new HashSet<>();
    while (all.hasRemaining()) {
      int type = number(all, 2);
      ByteBuffer body = vector(all, 2);
      HelloException.check(seen.add(type), "an extension is there twice");
      HelloException.check(seen.size() <= MOST_EXTENSIONS, "it has too many extensions");
      if (isGrease(type)) {
        continue;
      }
      extensions.add(type);
      switch (type) {
        case SERVER_NAME -> serverName = serverName(body);
        case SUPPORTED_GROUPS -> groups = numbers(vector(body, 2));
        case SIGNATURE_ALGORITHMS -> signatureSchemes = numbers(vector(body, 2));
        case ALPN -> alpn = protocols(vector(body, 2));
        case SESSION_TICKET -> resumes |= body.hasRemaining();
        case PRE_SHARED_KEY -> resumes = true;
        case SUPPORTED_VERSIONS -> versions = numbers(vector(body, 1));
        default -> {} // not ours to judge: TLS itself does
      }
    }
  }

  private static @Nullable String serverName(ByteBuffer body) throws HelloException {
    ByteBuffer names = vector(body, 2);
    while (names.hasRemaining()) {
      int type = number(names, 1);
      ByteBuffer name = vector(names, 2);
      if (type == 0) {
        int length = name.remaining();
        HelloException.check(length > 0 && length <= LONGEST_NAME, "the name has a wrong length");
        String text = StandardCharsets.ISO_8859_1.decode(name).toString();
        HelloException.check(
            text.chars().allMatch(c -> c > ' ' && c < 127), "the name is not in ASCII");
        return text.toLowerCase(Locale.ROOT);
      }
    }
    return null;
  }

  private static List<String> protocols(ByteBuffer list) throws HelloException {
    List<String> protocols = new ArrayList<>();
    while (list.hasRemaining()) {
      String name = StandardCharsets.ISO_8859_1.decode(vector(list, 1)).toString();
      HelloException.check(!name.isEmpty(), "a protocol has no name");
      if (!(name.length() == 2 && isGrease(name.charAt(0) << 8 | name.charAt(1)))) {
        protocols.add(name);
      }
    }
    return protocols;
  }

  private static List<Integer> numbers(ByteBuffer list) throws HelloException {
    HelloException.check(list.remaining() % 2 == 0, "a list of numbers has an odd length");
    List<Integer> numbers = new ArrayList<>(list.remaining() / 2);
    while (list.hasRemaining()) {
      int number = number(list, 2);
      if (!isGrease(number)) {
        numbers.add(number);
      }
    }
    return numbers;
  }

  /** RFC 8701: both bytes are alike and end in A. */
  private static boolean isGrease(int number) {
    return (number & 0x0f0f) == 0x0a0a && number >>> 8 == (number & 0xff);
  }

  private static int number(ByteBuffer from, int bytes) throws HelloException {
    HelloException.check(from.remaining() >= bytes, "it is cut off");
    return bytes == 1 ? from.get() & 0xff : from.getShort() & 0xffff;
  }

  private static ByteBuffer vector(ByteBuffer from, int lengthBytes) throws HelloException {
    int length = number(from, lengthBytes);
    HelloException.check(from.remaining() >= length, "a part is longer than the whole");
    ByteBuffer part = from.slice(from.position(), length);
    from.position(from.position() + length);
    return part;
  }

  private static void skip(ByteBuffer from, int bytes) throws HelloException {
    HelloException.check(from.remaining() >= bytes, "it is cut off");
    from.position(from.position() + bytes);
  }
}
