package eu.rempart.mail;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A telegram as a mail, which knows whether all of it was sent. */
final class WiredMessage extends MimeMessage {

  private final String number;
  private final Telegram.HandOver handOver;
  private volatile boolean allSent;

  private WiredMessage(Session session, String number, Telegram.HandOver handOver) {
    super(session);
    this.number = number;
    this.handOver = handOver;
  }

  static WiredMessage of(
      Session session, String from, Telegram telegram, Telegram.HandOver handOver)
      throws MessagingException {
    var sender = new InternetAddress(from, true);
    String address = sender.getAddress();
    String domain = address.substring(address.lastIndexOf('@') + 1);
    var message = new WiredMessage(session, "<" + telegram.id() + "@" + domain + ">", handOver);
    message.setFrom(sender);
    message.setRecipient(RecipientType.TO, new InternetAddress(ascii(telegram.to()), true));
    message.setSubject(telegram.subject().replaceAll("\\s+", " ").strip(), utf8());
    message.setText(telegram.text(), utf8());
    message.setHeader(
        "Date", RFC_1123_DATE_TIME.format(telegram.writtenAt().atOffset(ZoneOffset.UTC)));
    // mail programs show what belongs together as one (RFC 5322, 3.6.4)
    message.setHeader("References", "<" + telegram.thread() + "@" + domain + ">");
    // no answering machine answers it (RFC 3834)
    message.setHeader("Auto-Submitted", "auto-generated");
    if (telegram.urgent()) {
      message.setHeader("Importance", "high");
      message.setHeader("X-Priority", "1");
    }
    message.saveChanges();
    return message;
  }

  private static String utf8() {
    return StandardCharsets.UTF_8.name();
  }

  private static String ascii(String address) {
    int at = address.lastIndexOf('@');
    return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", number);
  }

  /** What the transport sends; the line that ends it comes after. */
  @Override
  public void writeTo(OutputStream out, String @Nullable [] without)
      throws IOException, MessagingException {
    super.writeTo(out, without);
    handOver.now();
    allSent = true;
  }

  /** Whether the server may have all of it. */
  boolean allSent() {
    return allSent;
  }
}
