package eu.rempart.email.mime;

import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.SharedInputStream;
import java.io.InputStream;

/** The parts of a mail, as many and with as large headers as the mail's budget leaves. */
final class BoundedMultipart extends MimeMultipart {

  private final HeaderBudget budget;

  BoundedMultipart(DataSource source, HeaderBudget budget) throws MessagingException {
    super(source);
    this.budget = budget;
  }

  @Override
  protected InternetHeaders createInternetHeaders(InputStream in) throws MessagingException {
    return budget.headers(in);
  }

  @Override
  protected MimeBodyPart createMimeBodyPart(InternetHeaders headers, byte[] content)
      throws MessagingException {
    budget.part();
    return super.createMimeBodyPart(headers, content);
  }

  /** It reads its headers itself, without bounds: they are counted first. */
  @Override
  protected MimeBodyPart createMimeBodyPart(InputStream in) throws MessagingException {
    budget.part();
    if (in instanceof SharedInputStream shared) {
      budget.headers(shared.newStream(0, -1));
    }
    return super.createMimeBodyPart(in);
  }
}
