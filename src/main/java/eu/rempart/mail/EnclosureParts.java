package eu.rempart.mail;

import eu.rempart.mail.Parcel.Enclosure;
import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The parts of a mail with files: what people read, and each file, read while it is sent. */
final class EnclosureParts {

  private EnclosureParts() {}

  static Multipart of(String text, List<Enclosure> files) throws MessagingException {
    var words = new MimeBodyPart();
    words.setText(text, StandardCharsets.UTF_8.name());
    var mixed = new MimeMultipart("mixed", words);
    for (Enclosure file : files) {
      mixed.addBodyPart(part(file));
    }
    return mixed;
  }

  private static MimeBodyPart part(Enclosure file) throws MessagingException {
    var part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(new Source(file)));
    part.setHeader("Content-Type", typeOf(file));
    // said here, or each file would be read once more to find out
    part.setHeader("Content-Transfer-Encoding", "base64");
    var name = new ParameterList();
    // RFC 2231
    name.set("filename", file.name(), StandardCharsets.UTF_8.name());
    part.setHeader("Content-Disposition", new ContentDisposition(Part.ATTACHMENT, name).toString());
    return part;
  }

  /** Mails in mails may not be base64 (RFC 2046, 5.2.1); as a file of any kind they may. */
  private static String typeOf(Enclosure file) {
    String type = file.mediaType().toLowerCase(Locale.ROOT);
    return type.startsWith("message/") || type.startsWith("multipart/")
        ? "application/octet-stream"
        : file.mediaType();
  }

  private record Source(Enclosure file) implements DataSource {

    @Override
    public InputStream getInputStream() throws IOException {
      return file.content().open();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      throw new IOException("a file that is sent is not written to");
    }

    @Override
    public String getContentType() {
      return typeOf(file);
    }

    @Override
    public String getName() {
      return file.name();
    }
  }
}
