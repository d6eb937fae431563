package eu.rempart.attack;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer of HTTP/1.1.
 *
 * @param headers by name, whatever its case; the last one where a name comes again, but cookies,
 *     one to a line
 */
record Answer(int status, Map<String, String> headers, String body) {

  /** Reads one and no more. */
  static Answer read(InputStream in) throws IOException {
    String first = line(in);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon);
      headers.merge(
          name,
          line.substring(colon + 1).strip(),
          (former, next) -> name.equals("Set-Cookie") ? former + "\n" + next : next);
    }
    byte[] body =
        "chunked".equals(headers.get("Transfer-Encoding"))
            ? chunks(in)
            : in.readNBytes(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
    return new Answer(
        Integer.parseInt(first.substring(9, 12)),
        headers,
        new String(body, StandardCharsets.UTF_8));
  }

  private static byte[] chunks(InputStream in) throws IOException {
    var body = new java.io.ByteArrayOutputStream();
    while (true) {
      int size = Integer.parseInt(line(in), 16);
      body.write(in.readNBytes(size));
      line(in);
      if (size == 0) {
        return body.toByteArray();
      }
    }
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the server ended the connection");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  /** The value of a cookie that it sets; fails if it sets none of that name. */
  String cookie(String name) {
    return headers
        .getOrDefault("Set-Cookie", "")
        .lines()
        .filter(line -> line.startsWith(name + "="))
        .map(line -> line.substring(name.length() + 1).split(";", 2)[0])
        .reduce((former, next) -> next)
        .orElseThrow(() -> new IllegalStateException(name + " is not among " + headers));
  }
}
