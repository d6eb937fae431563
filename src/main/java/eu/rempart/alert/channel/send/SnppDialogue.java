package eu.rempart.alert.channel.send;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks SNPP (RFC 1861): one line out, one reply in, of which only its number is kept. */
final class SnppDialogue {

  private static final int LONGEST_LINE = 1_000;
  private static final int MOST_LINES = 20;

  /**
   * What was answered.
   *
   * @param code three digits; 0 if there were none
   */
  record Reply(int code) {

    boolean garbage() {
      return code == 0;
    }
  }

  private static final Reply GARBAGE = new Reply(0);

  private final Socket socket;
  private final InputStream in;

  SnppDialogue(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /** What it says when somebody comes. */
  Reply greeting() throws IOException {
    return reply();
  }

  /** Says a line, and reads what is answered. */
  Reply say(String line) throws IOException {
    write(line);
    return reply();
  }

  /** Goes, without waiting for good-bye: the page is on its way. */
  void quit() {
    try {
      write("QUIT");
    } catch (IOException e) {
      // whoever hung up first, it took the page
    }
  }

  private void write(String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  /** The last line of a reply; one with a hyphen behind its number, or a 214, goes on. */
  private Reply reply() throws IOException {
    for (int i = 0; i < MOST_LINES; i++) {
      String line = line();
      if (!line.matches("[1-9][0-9]{2}([ -].*)?")) {
        return GARBAGE;
      }
      boolean more = line.startsWith("214") || (line.length() > 3 && line.charAt(3) == '-');
      if (!more) {
        return new Reply(Integer.parseInt(line.substring(0, 3)));
      }
    }
    return GARBAGE;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    while (line.length() <= LONGEST_LINE) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("closed in the middle of a dialogue");
      }
      if (next == '\n') {
        return line.toString().stripTrailing();
      }
      line.append((char) next);
    }
    return "";
  }
}
