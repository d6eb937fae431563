package eu.rempart.email.mime;

import eu.rempart.fuzz.FuzzedReader;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Mails of strangers: heads, parts, reports and markup; its pictures are another part. */
class MailFuzzTest {

  private static final String MAIL =
      """
      From: "A, B" <a@b.example>, =?utf-8?q?=C3=89t=C3=A9?= <c@d.example>
      To: team: x@y.example, z@y.example;
      Date: Thu, 26 Nov 2026 09:30:00 +0100
      Subject: =?iso-8859-1?B?6XTp?=
       =?utf-8?Q?_folded?=
      Message-ID: <1@client.example>
      References: <0@rempart> <2@client.example>
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary="X"

      --X
      Content-Type: multipart/alternative; boundary=Y

      --Y
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      Hello=20w=C3=B6rld=
      .
      --Y
      Content-Type: text/html; charset=windows-1252

      <p>Hello <img src="cid:p"><table><tr><td>x</table></p>
      --Y--
      --X
      Content-Type: application/pdf; name*0*=utf-8''a%20; name*1*=b.pdf
      Content-Disposition: attachment; filename="a.pdf"
      Content-Transfer-Encoding: base64

      JVBERi0xLjQK
      --X
      Content-Type: text/calendar; method=REPLY

      BEGIN:VCALENDAR
      END:VCALENDAR
      --X--
      """;

  private static final String REPORT =
      """
      From: <mailer-daemon@b.example>
      Content-Type: multipart/report; report-type=delivery-status; boundary=R

      --R

      It failed.
      --R
      Content-Type: message/delivery-status

      Reporting-MTA: dns; b.example

      Action: failed
      Status: 5.1.1
      Diagnostic-Code: smtp; 550 no such user
      --R
      Content-Type: message/rfc822

      Message-ID: <1@rempart>

      Hello
      --R--
      """;

  @Test
  void mailsAreReadOrRefused() throws Exception {
    Session session = Session.getInstance(new Properties());
    new FuzzedReader(
            "mail",
            "--X\n",
            "--Y\n",
            "Content-Type: multipart/mixed; boundary=X\n",
            "Content-Transfer-Encoding: uuencode\n",
            "=?utf-8?q?",
            "?=",
            "(",
            "<",
            "@",
            "%2A0*=",
            "<div>",
            "\n\n",
            "From: ")
        .seed(MAIL.getBytes(StandardCharsets.UTF_8))
        .seed(MAIL.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))
        .seed(REPORT.getBytes(StandardCharsets.UTF_8))
        .run(
            file -> {
              var message = new BoundedMessage(session, file);
              MailHeads.people(message);
              MailHeads.isReport(message);
              MailReader.read(message, file.length, Instant.EPOCH, NoPictures.READER);
            },
            List.of(MessagingException.class, IOException.class));
  }
}
