package eu.rempart.preview;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.picture.Photo;
import eu.rempart.picture.PhotoResult;
import eu.rempart.picture.PhotoResult.Made;
import eu.rempart.picture.PhotoResult.Refused;
import eu.rempart.picture.PictureRefusedException.Reason;
import eu.rempart.picture.TestPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many photos in few processes: one that ends its process costs itself alone. */
class PhotoBatchTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Decoded within a heap of 16 MB, where {@link #HUGE} is not. */
  private static final byte[] SMALL = TestPictures.file("png", 60, 40);

  private static final byte[] HUGE = TestPictures.file("png", 2_000, 2_000);
  private static final byte[] DAMAGED = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1, 2, 3};

  @TempDir private Path folder;

  @Test
  void photosShareOneProcess() throws Exception {
    PreviewPictures pictures = new PreviewPictures(process("", PATIENCE));
    byte[] other = TestPictures.file("jpeg", 300, 200);

    List<PhotoResult> results = pictures.photos(List.of(SMALL, DAMAGED, other, SMALL));

    assertThat(results)
        .containsExactly(made(SMALL), new Refused(Reason.DAMAGED), made(other), made(SMALL));
    assertThat(starts()).isEqualTo(1);
  }

  @Test
  void photoThatEndsTheProcessCostsItselfAlone() throws Exception {
    PreviewPictures pictures = new PreviewPictures(process("-Xmx16m", PATIENCE));

    List<PhotoResult> results = pictures.photos(List.of(SMALL, HUGE, SMALL, SMALL, HUGE, HUGE));

    assertThat(results)
        .containsExactly(
            made(SMALL),
            new Refused(Reason.TOO_MUCH),
            made(SMALL),
            made(SMALL),
            new Refused(Reason.TOO_MUCH),
            new Refused(Reason.TOO_MUCH));
    // behind others, HUGE has a second process for itself, as the first of the next ones
    assertThat(starts()).isEqualTo(5);
  }

  @Test
  void photoThatTakesTooLongIsNotTriedAgain() throws Exception {
    PreviewPictures pictures = new PreviewPictures(mute(Duration.ofSeconds(1)));

    assertThat(pictures.photos(Collections.nCopies(3, SMALL)))
        .containsOnly(new Refused(Reason.TOO_MUCH));
    // fewer where a busy machine ended one before it could write that it was started
    assertThat(starts()).isLessThanOrEqualTo(3);
  }

  /** Who asks for one file waits for one photo, not for all of them. */
  @Test
  void photosLetOthersIn() throws Exception {
    PreviewProcess process = process("", PATIENCE);
    PreviewPictures pictures = new PreviewPictures(process);
    Thread many;
    Thread one;
    try (PreviewSession session = process.begin(PreviewProcess.Task.PHOTOS, "image/*")) {
      session.answer(SMALL); // it was started, and has written so
      assertThat(session.othersWait()).isFalse();
      many = Thread.ofVirtual().start(() -> pictures.photos(Collections.nCopies(3, SMALL)));
      awaitWaiting(process, 1);
      assertThat(session.othersWait()).isTrue();
      one = Thread.ofVirtual().start(() -> pictures.photos(List.of(SMALL)));
      awaitWaiting(process, 2);
    }
    many.join();
    one.join();
    // this one, the first of many, the one, the rest of many
    assertThat(starts()).isEqualTo(4);
  }

  private static void awaitWaiting(PreviewProcess process, int count) {
    while (process.waiting() < count) {
      Thread.onSpinWait();
    }
  }

  private Made made(byte[] file) throws Exception {
    Photo alone = TestPictures.reader().read(file);
    return new Made(alone);
  }

  /** One that counts its starts, and gives Java an option in the place of its bound of memory. */
  private PreviewProcess process(String heap, Duration patience) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path counting = folder.resolve("java");
    String own = heap.isEmpty() ? "" : "shift\n";
    Files.writeString(
        counting,
        "#!/bin/sh\necho started >> '%s'\n%sexec '%s' %s \"$@\"\n"
            .formatted(folder.resolve("starts"), own, java, heap));
    Files.setPosixFilePermissions(counting, PosixFilePermissions.fromString("rwx------"));
    return new PreviewProcess(1, patience, counting);
  }

  /** One that counts its starts, and answers nothing. */
  private PreviewProcess mute(Duration patience) throws IOException {
    Path counting = folder.resolve("java");
    Files.createFile(folder.resolve("starts"));
    Files.writeString(
        counting,
        "#!/bin/sh\necho started >> '%s'\nexec sleep 600\n".formatted(folder.resolve("starts")));
    Files.setPosixFilePermissions(counting, PosixFilePermissions.fromString("rwx------"));
    return new PreviewProcess(1, patience, counting);
  }

  private int starts() throws IOException {
    return Files.readAllLines(folder.resolve("starts")).size();
  }
}
