package eu.rempart.mail;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import eu.rempart.mail.relay.MailTls;
import eu.rempart.mail.relay.SmtpSockets;
import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mail server of the settings (RFC 5321). Each letter goes over a connection of its own, which
 * is encrypted unless the operator says otherwise, with the server's name checked. Thread safe.
 */
final class MailServer {

  private static final Logger log = LoggerFactory.getLogger(MailServer.class);

  private final MailSettings settings;
  private final Session session;

  /**
   * @param sockets which check where they go, and encrypt themselves where that is so from the
   *     first byte: the library believes to speak in clear
   */
  MailServer(MailSettings settings, SmtpSockets sockets) {
    this.settings = settings;
    this.session = Session.getInstance(properties(settings, sockets), (Authenticator) null);
  }

  private static Properties properties(MailSettings settings, SmtpSockets sockets) {
    var all = new Properties();
    var millis = Long.toString(settings.patience().toMillis());
    all.put("mail.transport.protocol", "smtp");
    all.put("mail.smtp.connectiontimeout", millis);
    all.put("mail.smtp.timeout", millis);
    all.put("mail.smtp.writetimeout", millis);
    all.put("mail.smtp.starttls.required", on(settings.tls() == MailTls.STARTTLS));
    all.put("mail.smtp.starttls.enable", on(settings.tls() == MailTls.STARTTLS));
    all.put("mail.smtp.ssl.enable", on(false));
    all.put("mail.smtp.socketFactory", sockets);
    all.put("mail.smtp.socketFactory.fallback", on(false));
    all.put("mail.smtp.ssl.checkserveridentity", on(true));
    all.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
    // a server that is silent then has taken the mail all the same
    all.put("mail.smtp.quitwait", on(false));
    all.put("mail.smtp.auth", on(settings.user() != null));
    var trust = settings.trust();
    if (trust != null) {
      all.put("mail.smtp.ssl.socketFactory", Trust.in(trust));
      all.put("mail.smtp.ssl.socketFactory.fallback", on(false));
    }
    return all;
  }

  private static String on(boolean value) {
    return Boolean.toString(value);
  }

  /**
   * Hands a letter over; returns once the server has answered for it.
   *
   * @param id the same at each try, so that a letter which came twice is known as one
   * @throws MailRefusedException if it does not get through
   */
  void send(UUID id, Recipient to, Letter.Content content) throws MailRefusedException {
    try {
      deliver(message(id, to, content));
    } catch (MessagingException e) {
      throw Faults.of(e);
    }
  }

  /**
   * Hands a mail to people outside over; returns once the server has answered for it.
   *
   * @throws MailRefusedException if it does not get through
   */
  void carry(Parcel parcel) throws MailRefusedException {
    try {
      deliver(message(parcel));
    } catch (MessagingException e) {
      throw Faults.of(e);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every JDK has UTF-8", e);
    }
  }

  /**
   * Hands a telegram over; returns once the server has answered for it.
   *
   * @throws MailRefusedException if it does not get through, or it is not known whether it did
   */
  void wire(Telegram telegram, Telegram.HandOver handOver) throws MailRefusedException {
    WiredMessage message = null;
    try {
      message =
          WiredMessage.of(session, Objects.requireNonNull(settings.from()), telegram, handOver);
      deliver(message);
    } catch (MessagingException e) {
      MailRefusedException refused = Faults.of(e);
      throw message != null && message.allSent() ? refused.afterAll() : refused;
    }
  }

  /**
   * Connects, and hands nothing over.
   *
   * @throws MailRefusedException if it does not answer, or lets nobody in
   */
  void greet() throws MailRefusedException {
    try {
      Transport transport = session.getTransport();
      try {
        transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
      } finally {
        goodBye(transport);
      }
    } catch (MessagingException e) {
      throw Faults.of(e);
    }
  }

  private void deliver(MimeMessage message) throws MessagingException {
    Transport transport = session.getTransport();
    try {
      transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
      transport.sendMessage(message, message.getAllRecipients());
    } finally {
      goodBye(transport);
    }
  }

  /** Whatever comes of it: the server has answered for the mail already, or never will. */
  private static void goodBye(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      log.debug("a mail server hung up first: {}", e.getClass().getName());
    }
  }

  /** From the address of the settings, which the server lets through, in the sender's name. */
  private MimeMessage message(Parcel parcel)
      throws MessagingException, UnsupportedEncodingException {
    var utf8 = StandardCharsets.UTF_8.name();
    var from = new InternetAddress(Objects.requireNonNull(settings.from()), true);
    if (!parcel.senderName().isBlank()) {
      from.setPersonal(line(parcel.senderName()), utf8);
    }
    var message = new Numbered(session, parcel.messageId());
    message.setFrom(from);
    message.setReplyTo(new InternetAddress[] {address(parcel.replyTo())});
    for (String each : parcel.to()) {
      message.addRecipient(RecipientType.TO, address(each));
    }
    for (String each : parcel.copies()) {
      message.addRecipient(RecipientType.CC, address(each));
    }
    message.setSubject(line(parcel.subject()), utf8);
    fill(message, parcel);
    message.setHeader(
        "Date", RFC_1123_DATE_TIME.format(parcel.writtenAt().atOffset(ZoneOffset.UTC)));
    if (!parcel.answers().isEmpty()) {
      message.setHeader("In-Reply-To", parcel.answers().getLast());
      message.setHeader("References", String.join("\r\n ", parcel.answers()));
    }
    message.saveChanges();
    return message;
  }

  private static void fill(MimeMessage message, Parcel parcel) throws MessagingException {
    Parcel.Calendar calendar = parcel.calendar();
    if (calendar != null) {
      message.setContent(CalendarParts.of(parcel.text(), calendar));
    } else if (parcel.enclosures().isEmpty()) {
      message.setText(parcel.text(), StandardCharsets.UTF_8.name());
    } else {
      message.setContent(EnclosureParts.of(parcel.text(), parcel.enclosures()));
    }
  }

  /** Strict, with a domain that every server understands (RFC 5891). */
  private static InternetAddress address(String text) throws MessagingException {
    int at = text.lastIndexOf('@');
    try {
      return new InternetAddress(
          text.substring(0, at + 1) + IDN.toASCII(text.substring(at + 1)), true);
    } catch (IllegalArgumentException e) {
      throw new AddressException(e.getMessage());
    }
  }

  /** What stands in a header is one line. */
  private static String line(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private MimeMessage message(UUID id, Recipient to, Letter.Content content)
      throws MessagingException {
    var from = new InternetAddress(Objects.requireNonNull(settings.from()), true);
    var message = new Numbered(session, "<" + id + "@" + domain(from) + ">");
    message.setFrom(from);
    message.setRecipient(RecipientType.TO, new InternetAddress(to.address(), true));
    message.setSubject(content.subject(), StandardCharsets.UTF_8.name());
    message.setText(content.text(), StandardCharsets.UTF_8.name());
    message.setHeader("Date", RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
    // no answering machine answers it (RFC 3834)
    message.setHeader("Auto-Submitted", "auto-generated");
    message.saveChanges();
    return message;
  }

  private static String domain(InternetAddress from) {
    return from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
  }

  /** A message that keeps its number. */
  private static final class Numbered extends MimeMessage {

    private final String number;

    private Numbered(Session session, String number) {
      super(session);
      this.number = number;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", number);
    }
  }
}
