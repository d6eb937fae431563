package eu.rempart.watch.measure;

import eu.rempart.watch.check.Failure;
import eu.rempart.watch.check.Target;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks for one page by HTTP/1.1 and reads it to its end, or as much of it as is ever read. */
final class PageReader {

  private static final int LONGEST_HEAD = 64 * 1024;
  private static final int LONGEST_BODY = 4 * 1024 * 1024;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");
  private static final byte[] LAST_CHUNK = {'0', '\r', '\n', '\r', '\n'};

  /**
   * What came.
   *
   * @param status three digits
   * @param location where it leads, as it stood there
   */
  record Answer(int status, Optional<String> location) {}

  private final Socket socket;
  private final Trip trip;

  PageReader(Socket socket, Trip trip) {
    this.socket = socket;
    this.trip = trip;
  }

  Answer get(Target.Remote target, String path) throws MeasureException {
    String host = target.port() == 443 ? target.hostInAddress() : target.hostAndPort();
    String request =
        "GET %s HTTP/1.1\r\nHost: %s\r\nUser-Agent: rempart-watch\r\nAccept: */*\r\nConnection: close\r\n\r\n"
            .formatted(path, host);
    try {
      trip.begin();
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      return read(socket.getInputStream());
    } catch (MeasureException e) {
      throw e;
    } catch (SocketTimeoutException e) {
      throw (MeasureException) new MeasureException(Failure.ANSWER_TIMEOUT).initCause(e);
    } catch (IOException e) {
      Failure failure = trip.broken(Failure.ANSWER_CUT, Failure.ANSWER_TIMEOUT);
      throw (MeasureException) new MeasureException(failure).initCause(e);
    }
  }

  private Answer read(InputStream in) throws IOException {
    byte[] buffer = new byte[LONGEST_HEAD];
    int length = 0;
    int end = -1;
    while (end < 0) {
      int more = some(in, buffer, length);
      if (length == 0 && more > 0) {
        trip.answered();
      }
      if (more < 0) {
        throw new MeasureException(length == 0 ? Failure.ANSWER_CUT : Failure.NO_HTTP);
      }
      length += more;
      end = headEnd(buffer, length);
      if (end < 0 && length == buffer.length) {
        throw new MeasureException(Failure.NO_HTTP);
      }
    }
    String head = new String(buffer, 0, end, StandardCharsets.ISO_8859_1);
    Matcher status = STATUS.matcher(head.lines().findFirst().orElse(""));
    if (!status.matches()) {
      throw new MeasureException(Failure.NO_HTTP);
    }
    readBody(in, buffer, end, length, head);
    return new Answer(Integer.parseInt(status.group(1)), field(head, "location"));
  }

  private void readBody(InputStream in, byte[] buffer, int end, int length, String head)
      throws IOException {
    boolean chunked =
        field(head, "transfer-encoding")
            .filter(value -> value.toLowerCase(Locale.ROOT).contains("chunked"))
            .isPresent();
    Optional<Long> announced =
        field(head, "content-length")
            .filter(value -> value.matches("[0-9]{1,12}"))
            .map(Long::parseLong);
    byte[] tail = new byte[LAST_CHUNK.length];
    long read = (long) length - end;
    keepLast(tail, buffer, end, length - end);
    while (read < announced.orElse((long) LONGEST_BODY)
        && read < LONGEST_BODY
        && !(chunked && Arrays.equals(tail, LAST_CHUNK))) {
      int more = some(in, buffer, 0);
      if (more < 0) {
        if (chunked || announced.isPresent()) {
          throw new MeasureException(Failure.ANSWER_CUT);
        }
        return;
      }
      keepLast(tail, buffer, 0, more);
      read += more;
    }
  }

  private int some(InputStream in, byte[] buffer, int from) throws IOException {
    // one that sends a byte at a time gets no more time than one that sends nothing
    socket.setSoTimeout(trip.left(Failure.ANSWER_TIMEOUT));
    return in.read(buffer, from, buffer.length - from);
  }

  private static void keepLast(byte[] tail, byte[] from, int at, int count) {
    int fresh = Math.min(tail.length, count);
    System.arraycopy(tail, fresh, tail, 0, tail.length - fresh);
    System.arraycopy(from, at + count - fresh, tail, tail.length - fresh, fresh);
  }

  private static int headEnd(byte[] buffer, int length) {
    for (int i = 3; i < length; i++) {
      if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private static Optional<String> field(String head, String name) {
    return head.lines()
        .skip(1)
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst();
  }
}
