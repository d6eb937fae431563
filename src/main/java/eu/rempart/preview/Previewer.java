package eu.rempart.preview;

import eu.rempart.picture.PictureReader;
import eu.rempart.picture.PictureRefusedException;
import eu.rempart.preview.Preview.None;
import eu.rempart.preview.Preview.Reason;
import eu.rempart.preview.PreviewProcess.Task;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Makes previews; some take a second or two, so never on the thread of a screen. Thread safe. */
@Component
public final class Previewer {

  /** Where the content comes from. */
  @FunctionalInterface
  public interface Content {
    InputStream open() throws IOException;
  }

  private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png", "image/gif");
  private static final Set<String> TABLES = Set.of("text/csv", "text/tab-separated-values");

  private final PictureReader pictures;
  private final PreviewProcess process;

  @Autowired
  Previewer(PictureReader pictures) {
    this(pictures, new PreviewProcess(2));
  }

  Previewer(PictureReader pictures, PreviewProcess process) {
    this.pictures = pictures;
    this.process = process;
  }

  /** Whether files of this type have previews at all. */
  public static boolean shows(String mediaType) {
    return MediaTypes.hasWords(mediaType) || PICTURES.contains(mediaType);
  }

  /** Whether the text of such a file is paragraphs that people wrote, and not lines of code. */
  public static boolean isLetter(String mediaType) {
    return MediaTypes.LETTERS.contains(mediaType);
  }

  /**
   * What can be shown of a file.
   *
   * @param mediaType what is in it, found by looking
   * @param size bytes
   * @param page from 0, for those that have pages
   * @throws IOException if the content can't be read
   */
  public Preview of(String mediaType, long size, Content content, int page) throws IOException {
    if (mediaType.equals(MediaTypes.PDF)) {
      return look(Task.PAGE, mediaType, page, size, content);
    }
    if (MediaTypes.SHEETS.contains(mediaType)) {
      return look(Task.ROWS, mediaType, page, size, content);
    }
    if (MediaTypes.LETTERS.contains(mediaType)) {
      return look(Task.TEXT, mediaType, page, size, content);
    }
    if (PICTURES.contains(mediaType)) {
      return picture(size, content);
    }
    if (MediaTypes.isText(mediaType)) {
      try (InputStream in = content.open()) {
        return TABLES.contains(mediaType) ? PlainFiles.table(in) : PlainFiles.text(in);
      }
    }
    return new None(Reason.KIND);
  }

  private Preview look(Task task, String mediaType, int page, long size, Content content)
      throws IOException {
    try {
      return process.run(task, mediaType, page, size, content);
    } catch (UnansweredException _) {
      return new None(Reason.TOO_MUCH); // who asked is told, and may ask again
    }
  }

  private Preview picture(long size, Content content) throws IOException {
    if (size > PictureReader.MAX_BYTES) {
      return new None(Reason.TOO_LARGE);
    }
    try (InputStream in = content.open()) {
      return new Preview.Page(pictures.large(in.readNBytes(PictureReader.MAX_BYTES + 1)), 0, 1);
    } catch (PictureRefusedException e) {
      return new None(
          switch (e.reason()) {
            case FILE_TOO_LARGE, TOO_MANY_PIXELS -> Reason.TOO_LARGE;
            case EMPTY, UNKNOWN_KIND, DAMAGED -> Reason.DAMAGED;
            case TOO_MUCH -> Reason.TOO_MUCH;
          });
    }
  }
}
