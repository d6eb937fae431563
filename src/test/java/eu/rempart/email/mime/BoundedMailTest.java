package eu.rempart.email.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.picture.TestPictures;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails whose server lies of their size, or that are made to take memory: none takes more. */
class BoundedMailTest {

  private static final Session SESSION = Session.getInstance(new Properties());

  /** Begins as a mail does and never ends; counts what is fetched of it. */
  private static final class Endless extends MimeMessage {
    private final byte[] begin;
    private long fetched;

    Endless(String begin) {
      super(SESSION);
      this.begin = begin.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      out.write(begin);
      byte[] more = "All work and no play\r\n".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
      while (true) {
        fetched += more.length;
        out.write(more);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 10, 60_000_000, Long.MAX_VALUE})
  void sizeThatIsALieEndsNothing(long said) throws Exception {
    Endless endless = new Endless("From: a@b.example\r\nSubject: Hello\r\n\r\n");
    ReceivedMail mail = MailReader.read(endless, said, Instant.EPOCH, TestPictures.reader());
    assertThat(mail.subject()).isEqualTo("Hello");
    assertThat(mail.text()).startsWith("All work");
    assertThat(endless.fetched).isLessThan(MailReader.MOST + 1_000_000L);
  }

  private static void read(String mail) throws MessagingException, IOException {
    byte[] bytes = mail.getBytes(StandardCharsets.US_ASCII);
    MailReader.read(
        new MimeMessage(
            SESSION,
            new java.io.ByteArrayInputStream("a: b\r\n\r\n".getBytes(StandardCharsets.US_ASCII))) {
          @Override
          public void writeTo(OutputStream out) throws IOException {
            out.write(bytes);
          }
        },
        bytes.length,
        Instant.EPOCH,
        TestPictures.reader());
  }

  /** Each line would be an object: two gigabytes for a mail of 25 MB. */
  @Test
  void headersWithoutEndAreRefused() {
    assertThatThrownBy(() -> read("a:\r\n".repeat(2_000_000) + "\r\nHello"))
        .isInstanceOf(MessagingException.class);
  }

  @Test
  void headersOfAPartWithoutEndCostThatPart() throws Exception {
    byte[] mail =
        ("Subject: Hello\r\nContent-Type: multipart/mixed; boundary=X\r\n\r\n--X\r\n"
                + "a:\r\n".repeat(2_000_000)
                + "\r\nHello\r\n--X--")
            .getBytes(StandardCharsets.US_ASCII);
    Parts parts = new Parts(true);
    parts.walk(new BoundedMessage(SESSION, mail));
    assertThat(parts.files(java.util.Set.of())).hasSize(1);
    assertThat(parts.text()).isEmpty();
  }

  @Test
  void partsWithoutEndAreLeft() throws Exception {
    byte[] mail =
        ("Content-Type: multipart/mixed; boundary=X\r\n\r\n" + "--X\r\n\r\n\r\n".repeat(1_000_000))
            .getBytes(StandardCharsets.US_ASCII);
    Parts parts = new Parts(true);
    parts.walk(new BoundedMessage(SESSION, mail));
    assertThat(parts.text()).isEmpty();
  }

  /** A picture that takes hours to decode is left out, with those that follow it. */
  @Test
  void scanBombIsLeftOutOfTheMarkup() throws Exception {
    String bomb = Base64.getMimeEncoder().encodeToString(TestPictures.scanBomb(500, 3_000));
    ReceivedMail mail =
        MailReaderTest.read(
            """
            From: a@b.example
            Content-Type: multipart/related; boundary=X

            --X
            Content-Type: text/html

            <p>Hello <img src="cid:bomb"></p>
            --X
            Content-Type: image/jpeg
            Content-ID: <bomb>
            Content-Transfer-Encoding: base64

            %s
            --X--
            """
                .formatted(bomb));
    assertThat(mail.text()).isEqualTo("Hello");
    assertThat(mail.html()).doesNotContain("data:image");
  }
}
