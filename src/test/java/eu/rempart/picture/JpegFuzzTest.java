package eu.rempart.picture;

import eu.rempart.fuzz.FuzzedReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pictures of strangers, decoded as in the process that is made for it. */
class JpegFuzzTest {

  @Test
  void picturesAreReadOrRefused() throws Exception {
    new FuzzedReader("jpeg", "\u00ff", "Exif\0\0II*\0", "JFIF\0", "Adobe\0")
        .seed(TestPictures.file("jpg", 40, 30))
        .seed(TestPictures.file("png", 40, 30))
        .seed(TestPictures.file("gif", 40, 30))
        .seed(TestPictures.scanBomb(32, 3))
        .run(
            file -> {
              PictureReader.check(file);
              PictureDecoder.large(file);
            },
            List.of(PictureRefusedException.class));
  }
}
