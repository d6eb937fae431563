package eu.rempart.email.attach;

import eu.rempart.document.file.BackgroundFiles;
import eu.rempart.document.file.FileId;
import eu.rempart.document.file.StoredFile;
import eu.rempart.email.Attachment;
import eu.rempart.mail.Parcel.Enclosure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The files of mails on their way out, read while they are handed over. */
@Component
public class Enclosures {

  /** What is noted with a mail whose files are not all there any more. */
  public static final String GONE = "ATTACHMENT_GONE";

  private final BackgroundFiles files;

  Enclosures(BackgroundFiles files) {
    this.files = files;
  }

  /** All of them; empty where one is gone: a mail without it would say something else. */
  public Optional<List<Enclosure>> of(List<Attachment> attachments) {
    List<Enclosure> all = new ArrayList<>();
    for (Attachment each : attachments) {
      if (each.file() == null) {
        continue;
      }
      Optional<StoredFile> found = files.find(new FileId(each.file()));
      if (found.isEmpty()) {
        return Optional.empty();
      }
      StoredFile file = found.get();
      all.add(new Enclosure(each.name(), file.mediaType(), () -> files.open(file)));
    }
    return Optional.of(all);
  }
}
