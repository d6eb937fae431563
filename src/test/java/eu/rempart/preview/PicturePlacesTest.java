package eu.rempart.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.picture.PictureReader;
import eu.rempart.picture.PictureRefusedException;
import eu.rempart.picture.TestPictures;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Places where pictures are decoded: whose takes all the time it may stalls nobody else. */
class PicturePlacesTest {

  @Test
  void pictureThatTakesTooLongIsRefused() {
    var reader =
        new PictureReader(new PreviewPictures(new PreviewProcess(1, Duration.ofMillis(1))));
    assertThatThrownBy(() -> reader.large(TestPictures.file("png", 20, 20)))
        .isInstanceOfSatisfying(
            PictureRefusedException.class,
            e -> assertThat(e.reason()).isEqualTo(PictureRefusedException.Reason.TOO_MUCH));
  }

  /** One place is taken by a file that never comes whole; another reader has another place. */
  @Test
  void readerApartWaitsForNobody() throws Exception {
    var process = new PreviewProcess(1);
    var pictures = new PreviewPictures(process);
    var taken = new CountDownLatch(1);
    var over = new CountDownLatch(1);
    Thread slow =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    process.answer(
                        PreviewProcess.Task.LARGE,
                        "image/*",
                        0,
                        10,
                        () -> {
                          taken.countDown();
                          await(over);
                          return InputStream.nullInputStream();
                        });
                  } catch (java.io.IOException _) {
                    // it is no picture
                  }
                });
    taken.await();
    assertThat(pictures.apart().large(TestPictures.file("png", 20, 20))).isNotNull();

    Thread.currentThread().interrupt();
    assertThatThrownBy(
            () -> process.answer(PreviewProcess.Task.LARGE, "", 0, 0, InputStream::nullInputStream))
        .isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).isTrue();
    over.countDown();
    slow.join();
  }

  private static void await(CountDownLatch latch) throws InterruptedIOException {
    try {
      latch.await();
    } catch (InterruptedException _) {
      throw new InterruptedIOException();
    }
  }
}
