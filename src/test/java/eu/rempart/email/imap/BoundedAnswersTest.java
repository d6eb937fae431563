package eu.rempart.email.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much the mail library can ever buffer of one answer: what is handed on to it. */
class BoundedAnswersTest {

  /** One of these, for ever, after a greeting. */
  private static final class Repeated extends InputStream {
    private final byte[] bytes;
    private final byte[] greeting = "* OK\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private long at;

    Repeated(String text) {
      this.bytes = text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    @Override
    public int read() {
      long now = at++;
      return now < greeting.length
          ? greeting[(int) now]
          : bytes[(int) ((now - greeting.length) % bytes.length)] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      for (int i = 0; i < length; i++) {
        into[offset + i] = (byte) read();
      }
      return length;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "* OK\r\n", "* OK {1000}\r\n", "{1000000}\r\n", "\n", "(", "\""})
  void answerWithoutEndIsCutOff(String repeated) {
    List<ImapFault> faults = new ArrayList<>();
    long handedOn = 0;
    try (var answers =
        new BoundedAnswers(
            new Repeated(repeated), new AnswerScanner(() -> AnswerScanner.MOST), faults::add)) {
      byte[] buffer = new byte[8_192];
      while (true) {
        handedOn += answers.read(buffer, 0, buffer.length);
      }
    } catch (IOException _) {
      // as it should
    }
    assertThat(handedOn).isLessThanOrEqualTo(AnswerScanner.MOST);
    assertThat(faults).containsExactly(ImapFault.TOO_MUCH);
  }

  /** A command of the client begins a new answer: what comes in many of them has no bound. */
  @org.junit.jupiter.api.Test
  void eachAnswerIsCountedAnew() throws Exception {
    AnswerScanner scanner = new AnswerScanner(() -> AnswerScanner.MOST);
    try (var answers =
        new BoundedAnswers(
            new Repeated("* OK {1000000}\r\n" + "A".repeat(1_000_000) + "\r\n"),
            scanner,
            _ -> {})) {
      byte[] buffer = new byte[1_000_000];
      for (int i = 0; i < 40; i++) {
        scanner.command();
        assertThat(answers.read(buffer, 0, buffer.length)).isPositive();
      }
    }
  }
}
