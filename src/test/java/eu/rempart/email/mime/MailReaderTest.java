package eu.rempart.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.EmailAddress;
import eu.rempart.picture.TestPictures;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Mails of strangers, well made and badly. */
class MailReaderTest {

  private static final Instant CAME = Instant.parse("2026-11-26T10:00:00Z");

  private static ReceivedMail read(String mail, Charset charset)
      throws MessagingException, IOException {
    byte[] bytes = mail.replace("\n", "\r\n").getBytes(charset);
    return MailReader.read(
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)),
        bytes.length,
        CAME,
        TestPictures.reader());
  }

  /** A mail as it stands, in UTF-8. */
  static ReceivedMail read(String mail) throws MessagingException, IOException {
    return read(mail, StandardCharsets.UTF_8);
  }

  @Test
  void aPlainMailIsReadWhole() throws Exception {
    ReceivedMail mail =
        read(
            """
            From: =?UTF-8?Q?Zo=C3=AB?= <Zoe@Client.example>
            To: Ada <ada@firm.example>, max@firm.example
            Cc: broken address, <kim@client.example>
            Subject: =?ISO-8859-1?Q?=C9t=E9?=
            Date: Thu, 26 Nov 2026 09:30:00 +0100
            Message-ID: <abc@client.example>
            References: <1@x> <2@x>
            In-Reply-To: <3@x>
            Content-Type: text/plain; charset=utf-8

            À lundi.
            """);

    assertThat(mail.sender()).isEqualTo("Zoë <Zoe@Client.example>");
    assertThat(mail.from()).isEqualTo(EmailAddress.of("zoe@client.example"));
    assertThat(mail.to()).extracting(EmailAddress::value).contains("max@firm.example");
    assertThat(mail.copies()).extracting(EmailAddress::value).contains("kim@client.example");
    assertThat(mail.subject()).isEqualTo("Été");
    assertThat(mail.at()).isEqualTo(Instant.parse("2026-11-26T08:30:00Z"));
    assertThat(mail.messageId()).isEqualTo("<abc@client.example>");
    assertThat(mail.answers()).containsExactly("<1@x>", "<2@x>", "<3@x>");
    assertThat(mail.text()).isEqualTo("À lundi.");
  }

  @Test
  void aWrongUnknownOrMissingCharsetStillGivesText() throws Exception {
    String latin =
        "From: a@b.example\nSubject: x\nContent-Type: text/plain; charset=%s\n\nÀ bientôt\n";
    Charset western = Charset.forName("windows-1252");
    assertThat(read(latin.formatted("utf-8"), western).text()).isEqualTo("À bientôt");
    assertThat(read(latin.formatted("x-no-such-thing")).text()).isEqualTo("À bientôt");
    assertThat(read(latin.formatted("us-ascii")).text()).isEqualTo("À bientôt");
    assertThat(read("From: a@b.example\n\nÀ bientôt\n", western).text()).isEqualTo("À bientôt");
    assertThat(read("From: a@b.example\nContent-Type: ;;;\n\nHello\n").text()).isEqualTo("Hello");
    assertThat(read("From: a@b.example\nSubject: Déjà vu\n\nx\n").subject()).isEqualTo("Déjà vu");
    assertThat(read("From: a@b.example\nSubject: =?x-none?Q?abc?=\n\nx\n").subject()).isNotEmpty();
  }

  @Test
  void markupIsReadAsTextTooAndKeptAsItCame() throws Exception {
    ReceivedMail mail =
        read(
            """
            From: a@b.example
            Content-Type: text/html

            <style>p{}</style><p onclick=x()>Hello <b>you</b><script>x()</script></p>
            """);

    assertThat(mail.text()).isEqualTo("Hello you");
    assertThat(mail.html()).contains("onclick");
  }

  @Test
  void filesAreReadAndDamagedOnesNamed() throws Exception {
    ReceivedMail mail =
        read(
            """
            From: a@b.example
            Content-Type: multipart/mixed; boundary=X

            --X
            Content-Type: multipart/alternative; boundary=Y

            --Y
            Content-Type: text/plain

            Hello
            --Y
            Content-Type: text/html

            <p>Hello</p>
            --Y--
            --X
            Content-Type: application/pdf; name="a.pdf"
            Content-Transfer-Encoding: base64

            JVBERg==
            --X
            Content-Type: image/png
            Content-ID: <logo>
            Content-Disposition: inline

            x
            --X
            Content-Type: application/pdf
            Content-Disposition: attachment; filename="=?UTF-8?Q?d=C3=A9g=C3=A2t.pdf?="
            Content-Transfer-Encoding: no-such-encoding

            JVBERg==
            --X--
            """);

    assertThat(mail.text()).isEqualTo("Hello");
    assertThat(mail.html()).isEqualTo("<p>Hello</p>");
    assertThat(mail.files()).extracting(ReceivedFile::name).containsExactly("a.pdf", "dégât.pdf");
    assertThat(mail.files().getFirst().content()).asString().isEqualTo("%PDF");
    assertThat(mail.files().getLast().content()).isNull();
    assertThat(mail.files().getLast().tooLarge()).isFalse();
  }

  @Test
  void markupGoesOnBehindAFileInTheMiddleOfIt() throws Exception {
    ReceivedMail mail =
        read(
            """
            From: a@b.example
            Content-Type: multipart/mixed; boundary=X

            --X
            Content-Type: text/html

            <html><body><p>Before</p></body></html>
            --X
            Content-Type: application/pdf; name="a.pdf"
            Content-Transfer-Encoding: base64

            JVBERg==
            --X
            Content-Type: text/html

            <html><body><p>Behind</p></body></html>
            --X
            Content-Type: text/html; name="page.html"

            <p>A file</p>
            --X--
            """);

    assertThat(mail.files()).extracting(ReceivedFile::name).containsExactly("a.pdf", "page.html");
    assertThat(mail.html()).contains("Before", "Behind").doesNotContain("A file");
    assertThat(mail.text()).contains("Before", "Behind");
  }

  @Test
  void ofAMailThatIsTooLargeTheTextIsReadAndFilesAreNamed() throws Exception {
    byte[] bytes =
        ("From: a@b.example\r\nContent-Type: multipart/mixed; boundary=X\r\n\r\n--X\r\n\r\nHello"
                + "\r\n--X\r\nContent-Disposition: attachment; filename=big.bin\r\n\r\nx\r\n--X--")
            .getBytes(StandardCharsets.US_ASCII);
    ReceivedMail mail =
        MailReader.read(
            new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)),
            60_000_000,
            CAME,
            TestPictures.reader());

    assertThat(mail.text()).isEqualTo("Hello");
    assertThat(mail.files())
        .singleElement()
        .satisfies(file -> assertThat(file.tooLarge()).isTrue())
        .satisfies(file -> assertThat(file.content()).isNull());
  }

  @Test
  void whatIsMissingIsMadeUpTheSameWayEachTime() throws Exception {
    String bare = "Subject: x\nDate: yesterday\n\nHello\n";
    ReceivedMail mail = read(bare);

    assertThat(mail.from()).isNull();
    assertThat(mail.at()).isEqualTo(CAME);
    assertThat(mail.messageId()).matches("<[0-9a-f-]{36}@none.invalid>");
    assertThat(read(bare).messageId()).isEqualTo(mail.messageId());
  }

  @Test
  void aMailOfAThousandLayersEnds() throws Exception {
    StringBuilder deep = new StringBuilder("From: a@b.example\n");
    for (int i = 0; i < 1_000; i++) {
      deep.append("Content-Type: multipart/mixed; boundary=B").append(i);
      deep.append("\n\n--B").append(i).append('\n');
    }
    assertThat(read(deep + "\nHello\n").files()).isEmpty();
  }

  @Test
  void aReportOfDeliveryTellsWhichMailCameBackAndWhy() throws Exception {
    Bounce bounce = read(report("failed")).bounce();

    assertThat(bounce)
        .isEqualTo(
            new Bounce("<sent@firm.example>", "550 5.1.1 <zoe@client.example> no such user"));
    assertThat(read(report("delivered")).bounce()).isNull();
  }

  private static String report(String action) {
    return """
    From: MAILER-DAEMON@client.example
    Subject: Undelivered
    Content-Type: multipart/report; report-type=delivery-status; boundary=X

    --X
    Content-Type: text/plain

    It did not get there.
    --X
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.client.example

    Final-Recipient: rfc822; zoe@client.example
    Action: %s
    Status: 5.1.1
    Diagnostic-Code: smtp; 550 5.1.1 <zoe@client.example>
     no such user
    --X
    Content-Type: message/rfc822

    Message-ID: <sent@firm.example>
    Subject: Hello

    Dear
    --X--
    """
        .formatted(action);
  }
}
