package eu.rempart.email.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.InputStream;

/** A mail in memory whose headers are bounded. */
final class BoundedMessage extends MimeMessage {

  BoundedMessage(Session session, byte[] mail) throws MessagingException {
    super(session, new SharedByteArrayInputStream(mail));
  }

  /** Called by the constructor above this one, before there is a field. */
  @Override
  protected InternetHeaders createInternetHeaders(InputStream in) throws MessagingException {
    return new HeaderBudget().headers(in);
  }
}
