package eu.rempart.tls.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Where the headers of a first request end. */
class Http2HeadTest {

  private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
  private static final String SETTINGS = "\0\0\6\4\0\0\0\0\0abcdef";
  private static final String HEADERS = "\0\0\3\1\5\0\0\0\1abc";

  /** How many bytes were taken until the headers were whole; -1 where they never were. */
  private static int taken(String bytes) {
    Http2Head head = new Http2Head();
    byte[] all = bytes.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < all.length; i++) {
      if (head.next(all[i])) {
        return i + 1;
      }
    }
    return -1;
  }

  @Test
  void headersEndTheWait() {
    String whole = PREFACE + SETTINGS + HEADERS;
    assertThat(taken(whole + "more")).isEqualTo(whole.length());
  }

  @Test
  void prefaceSettingsAndHalfOfTheHeadersDoNot() {
    String whole = PREFACE + SETTINGS + HEADERS;
    assertThat(taken(whole.substring(0, whole.length() - 1))).isEqualTo(-1);
    assertThat(taken(PREFACE + SETTINGS.repeat(9))).isEqualTo(-1);
    assertThat(taken(PREFACE + SETTINGS + "\0\0\1\1\0\0\0\0\1a")).isEqualTo(-1);
  }

  @Test
  void continuationEndsTheHeaders() {
    String whole = PREFACE + SETTINGS + "\0\0\1\1\0\0\0\0\1a" + "\0\0\0\t\4\0\0\0\1";
    assertThat(taken(whole)).isEqualTo(whole.length());
  }
}
