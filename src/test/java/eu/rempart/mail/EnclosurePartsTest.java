package eu.rempart.mail;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.mail.Parcel.Enclosure;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnclosurePartsTest {

  @ParameterizedTest
  @ValueSource(strings = {"message/rfc822", "multipart/mixed", "text/plain", "application/pdf"})
  void aFileOfAnyTypeArrivesAsItWasSent(String type) throws Exception {
    byte[] content =
        "From: a@example.org\r\nSubject: Ein Brief\r\n\r\nZoë\r\n".getBytes(StandardCharsets.UTF_8);
    var sent = new MimeMessage(Session.getInstance(new Properties()));
    sent.setContent(
        EnclosureParts.of(
            "See there",
            List.of(new Enclosure("message.eml", type, () -> new ByteArrayInputStream(content)))));
    sent.saveChanges();
    var wire = new ByteArrayOutputStream();
    sent.writeTo(wire);

    var received =
        new MimeMessage(
            Session.getInstance(new Properties()), new ByteArrayInputStream(wire.toByteArray()));
    var part = ((MimeMultipart) received.getContent()).getBodyPart(1);
    assertThat(part.getFileName()).isEqualTo("message.eml");
    assertThat(part.getInputStream().readAllBytes()).isEqualTo(content);
  }
}
