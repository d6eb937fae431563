package eu.rempart.preview;

import eu.rempart.common.Picture;
import eu.rempart.picture.Photo;
import eu.rempart.picture.PictureProcess;
import eu.rempart.picture.PictureRefusedException;
import eu.rempart.picture.PictureRefusedException.Reason;
import eu.rempart.preview.PreviewProcess.Task;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Decodes pictures where other files are looked into. Thread safe. */
@Component
public final class PreviewPictures implements PictureProcess {

  private static final int PLACES = 2;

  private final PreviewProcess process;

  /** Two at a time; others wait, a minute at most. */
  @Autowired
  public PreviewPictures() {
    this(new PreviewProcess(PLACES));
  }

  PreviewPictures(PreviewProcess process) {
    this.process = process;
  }

  @Override
  public Photo photo(byte[] file) throws PictureRefusedException {
    List<Picture> pictures = decoded(Task.PHOTO, file, 2);
    return new Photo(pictures.getFirst(), pictures.getLast());
  }

  @Override
  public Picture large(byte[] file) throws PictureRefusedException {
    return decoded(Task.LARGE, file, 1).getFirst();
  }

  @Override
  public PictureProcess apart() {
    return new PreviewPictures(new PreviewProcess(1));
  }

  private List<Picture> decoded(Task task, byte[] file, int count) throws PictureRefusedException {
    try {
      byte[] answer =
          process.answer(task, "image/*", 0, file.length, () -> new ByteArrayInputStream(file));
      return PictureAnswers.read(answer, count);
    } catch (UnansweredException _) {
      throw new PictureRefusedException(Reason.TOO_MUCH); // who brought it is told
    } catch (IOException e) {
      throw new UncheckedIOException("no process looks at pictures", e);
    }
  }
}
