package eu.rempart.alert.channel.wire;

import eu.rempart.alert.channel.ChannelException;
import eu.rempart.alert.channel.ChannelException.Reason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Posts something to a web address and reads of the answer no more than its status: no redirect is
 * followed, and no body read, however long. Not the JDK's client, which looks the name up by
 * itself: the address that was looked at here must be the one that is used. Thread safe.
 */
public final class HttpPost {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int LONGEST_HEAD = 32 * 1024;
  private static final int INTERIM_ANSWERS = 4;
  private static final Pattern STATUS =
      Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: [^\\r\\n]*)?\\r?\\n");
  private static final Pattern TYPE = Pattern.compile("(?im)^Content-Type:[ \\t]*([^;\\s]+)");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,60}");
  private static final Pattern VALUE =
      Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]*[\\x21-\\x7e])?");

  private final Wire wire;
  private final Duration patience;

  public HttpPost(Wire wire) {
    this(wire, PATIENCE);
  }

  HttpPost(Wire wire, Duration patience) {
    this.wire = wire;
    this.patience = patience;
  }

  /** Whether this can be the name of a header and what stands in it. */
  public static boolean isHeader(String name, String value) {
    return NAME.matcher(name).matches() && VALUE.matcher(value).matches();
  }

  /**
   * Posts.
   *
   * @param type of the body, such as {@code application/json}
   * @param headers more headers, of which {@link #isHeader} says yes
   * @return the type of the answer's body, lower case, as far as it was said; else empty
   * @throws ChannelException if it was not taken, or perhaps not
   */
  public String post(WebAddress to, String type, Map<String, String> headers, byte[] body)
      throws ChannelException {
    byte[] head = head(to, type, headers, body.length).getBytes(StandardCharsets.US_ASCII);
    String answer =
        Attempt.within(
            patience,
            attempt -> {
              try (Socket socket = wire.open(to.endpoint())) {
                OutputStream out = socket.getOutputStream();
                attempt.handOver();
                out.write(head);
                out.write(body);
                out.flush();
                return answer(new BufferedInputStream(socket.getInputStream()));
              }
            });
    judge(status(answer));
    Matcher said = TYPE.matcher(answer);
    return said.find() ? said.group(1).toLowerCase(Locale.ROOT) : "";
  }

  /**
   * Connects, shakes hands where that is so, and posts nothing.
   *
   * @throws ChannelException if nobody answers there
   */
  public void connect(WebAddress to) throws ChannelException {
    Attempt.within(
        patience,
        _ -> {
          try (Socket socket = wire.open(to.endpoint())) {
            return socket.isConnected();
          }
        });
  }

  private static String head(WebAddress to, String type, Map<String, String> headers, int length) {
    Endpoint endpoint = to.endpoint();
    int usual = endpoint.protection() == Protection.TLS ? 443 : 80;
    String host = endpoint.hostAndPort();
    StringBuilder head =
        new StringBuilder("POST ")
            .append(to.path())
            .append(" HTTP/1.1\r\nHost: ")
            .append(endpoint.port() == usual ? host.substring(0, host.lastIndexOf(':')) : host)
            .append("\r\nUser-Agent: rempart-alert\r\nAccept: */*\r\nConnection: close\r\n")
            .append("Content-Type: ")
            .append(type)
            .append("\r\nContent-Length: ")
            .append(length)
            .append("\r\n");
    headers.forEach(
        (name, value) -> {
          if (!isHeader(name, value)) {
            throw new IllegalArgumentException("a header that can't be sent");
          }
          head.append(name).append(": ").append(value).append("\r\n");
        });
    return head.append("\r\n").toString();
  }

  /** The head of the answer that counts. */
  private static String answer(InputStream in) throws IOException, ChannelException {
    for (int i = 0; i < INTERIM_ANSWERS; i++) {
      String head = readHead(in);
      if (status(head) >= 200) {
        return head;
      }
    }
    throw garbage();
  }

  private static int status(String head) throws ChannelException {
    Matcher status = STATUS.matcher(head);
    if (!status.lookingAt()) {
      throw garbage();
    }
    return Integer.parseInt(status.group(1));
  }

  private static String readHead(InputStream in) throws IOException, ChannelException {
    StringBuilder head = new StringBuilder();
    while (head.length() < LONGEST_HEAD) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("closed before there was an answer");
      }
      head.append((char) next);
      if (next == '\n' && (ends(head, "\r\n\r\n") || ends(head, "\n\n"))) {
        return head.toString();
      }
    }
    throw garbage();
  }

  private static boolean ends(StringBuilder head, String end) {
    int from = head.length() - end.length();
    return from >= 0 && head.indexOf(end, from) == from;
  }

  /** It has the message by then, so it is not told again. */
  private static ChannelException garbage() {
    return new ChannelException(Reason.GARBAGE, false, null, null);
  }

  private static void judge(int status) throws ChannelException {
    switch (status) {
      case 408, 425, 429 -> throw new ChannelException(Reason.REFUSED, true, status, null);
      // somebody in between does not know what became of it
      case 502, 504 -> throw new ChannelException(Reason.IN_DOUBT, false, status, null);
      default -> {
        if (status >= 300) {
          throw new ChannelException(Reason.REFUSED, status >= 500, status, null);
        }
      }
    }
  }
}
