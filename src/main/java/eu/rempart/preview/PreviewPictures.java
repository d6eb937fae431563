package eu.rempart.preview;

import eu.rempart.common.Picture;
import eu.rempart.picture.Photo;
import eu.rempart.picture.PhotoResult;
import eu.rempart.picture.PictureProcess;
import eu.rempart.picture.PictureRefusedException;
import eu.rempart.picture.PictureRefusedException.Reason;
import eu.rempart.preview.PreviewProcess.Task;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Decodes pictures where other files are looked into. Thread safe. */
@Component
public final class PreviewPictures implements PictureProcess {

  private static final int PLACES = 2;
  private static final String TYPE = "image/*";

  private final PreviewProcess process;

  /** Two at a time; others wait, a minute at most. */
  @Autowired
  public PreviewPictures() {
    this(new PreviewProcess(PLACES));
  }

  PreviewPictures(PreviewProcess process) {
    this.process = process;
  }

  /**
   * In one process, as long as that lives and nobody else waits for its place. Where it ends
   * without being late, what it had seen before may be the reason: the file that it was at has
   * another one, which it is the first for, and is refused if that ends, too.
   */
  @Override
  public List<PhotoResult> photos(List<byte[]> files) {
    List<PhotoResult> results = new ArrayList<>(files.size());
    while (results.size() < files.size()) {
      int first = results.size();
      try (PreviewSession session = process.begin(Task.PHOTOS, TYPE)) {
        do {
          results.add(result(session.answer(files.get(results.size()))));
        } while (results.size() < files.size() && !session.othersWait());
      } catch (UnansweredException e) {
        if (e.isLate() || results.size() == first) {
          results.add(new PhotoResult.Refused(Reason.TOO_MUCH)); // who brought it is told
        }
      } catch (IOException e) {
        throw new UncheckedIOException("no process looks at pictures", e);
      }
    }
    return results;
  }

  private static PhotoResult result(byte[] answer) {
    try {
      List<Picture> pictures = PictureAnswers.read(answer, 2);
      return new PhotoResult.Made(new Photo(pictures.getFirst(), pictures.getLast()));
    } catch (PictureRefusedException e) {
      return new PhotoResult.Refused(e.reason());
    }
  }

  @Override
  public Picture large(byte[] file) throws PictureRefusedException {
    try {
      byte[] answer =
          process.answer(Task.LARGE, TYPE, 0, file.length, () -> new ByteArrayInputStream(file));
      return PictureAnswers.read(answer, 1).getFirst();
    } catch (UnansweredException _) {
      throw new PictureRefusedException(Reason.TOO_MUCH); // who brought it is told
    } catch (IOException e) {
      throw new UncheckedIOException("no process looks at pictures", e);
    }
  }

  @Override
  public PictureProcess apart() {
    return new PreviewPictures(new PreviewProcess(1));
  }
}
