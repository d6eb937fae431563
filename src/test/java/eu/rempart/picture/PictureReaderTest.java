package eu.rempart.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.rempart.common.Picture;
import eu.rempart.picture.PictureRefusedException.Reason;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTest {

  private final PictureReader reader = TestPictures.reader();

  private static BufferedImage shown(Picture picture) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(picture.jpeg()));
  }

  /** The nearest of the colours that the test pictures are made of; JPEG is not exact. */
  private static Color at(BufferedImage image, double x, double y) {
    Color found =
        new Color(image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight())), false);
    return Arrays.asList(Color.RED, Color.GREEN, Color.BLUE, Color.WHITE).stream()
        .min((one, two) -> Integer.compare(distance(one, found), distance(two, found)))
        .orElseThrow();
  }

  private static int distance(Color one, Color two) {
    return Math.abs(one.getRed() - two.getRed())
        + Math.abs(one.getGreen() - two.getGreen())
        + Math.abs(one.getBlue() - two.getBlue());
  }

  @Test
  void aDrawingIsPngOrJpegByItsContentWhateverItsNameSays() throws Exception {
    assertThat(shown(reader.drawing(TestPictures.file("png", 300, 100))).getWidth()).isEqualTo(300);
    assertThat(shown(reader.drawing(TestPictures.file("jpeg", 4_000, 100))).getWidth())
        .isEqualTo(1_600);
    byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
    for (byte[] other : new byte[][] {svg, TestPictures.file("gif", 30, 30)}) {
      assertThatExceptionOfType(PictureRefusedException.class)
          .isThrownBy(() -> reader.drawing(other))
          .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.UNKNOWN_KIND));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png", "gif"})
  void aLargePictureIsKeptSmallAndWhole(String format) throws Exception {
    Photo photo = reader.read(TestPictures.file(format, 2_600, 1_300));

    BufferedImage image = shown(photo.image());
    assertThat(image.getWidth()).isEqualTo(512);
    assertThat(image.getHeight()).isEqualTo(256);
    assertThat(at(image, 0.5, 0.2)).isEqualTo(Color.RED);
    assertThat(at(image, 0.2, 0.8)).isEqualTo(Color.BLUE);
    assertThat(at(image, 0.8, 0.8)).isEqualTo(Color.GREEN);
    BufferedImage thumbnail = shown(photo.thumbnail());
    assertThat(thumbnail.getWidth()).isEqualTo(128);
    assertThat(thumbnail.getHeight()).isEqualTo(128);
    assertThat(photo.thumbnail().size()).isLessThan(8_000);
  }

  @Test
  void aSmallPictureIsNotBlownUp() throws Exception {
    BufferedImage image = shown(reader.read(TestPictures.file("png", 40, 30)).image());

    assertThat(image.getWidth()).isEqualTo(40);
    assertThat(image.getHeight()).isEqualTo(30);
  }

  @Test
  void whatIsTransparentBecomesWhite() throws Exception {
    var clear = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB);

    Photo photo = reader.read(TestPictures.encoded(clear, "png"));

    assertThat(at(shown(photo.image()), 0.5, 0.5)).isEqualTo(Color.WHITE);
  }

  /** Where the red half of the file belongs, by what EXIF says of its first row. */
  @ParameterizedTest
  @CsvSource({
    "1, 0.5, 0.1", "2, 0.5, 0.1", "3, 0.5, 0.9", "4, 0.5, 0.9",
    "5, 0.1, 0.5", "6, 0.9, 0.5", "7, 0.9, 0.5", "8, 0.1, 0.5"
  })
  void thePhotoStandsUprightHoweverThePhoneWasHeld(int orientation, double x, double y)
      throws Exception {
    byte[] jpeg = TestPictures.file("jpeg", 200, 100);

    BufferedImage image = shown(reader.read(TestPictures.withExif(jpeg, orientation, "")).image());

    assertThat(at(image, x, y)).isEqualTo(Color.RED);
    assertThat(image.getWidth()).isEqualTo(orientation >= 5 ? 100 : 200);
  }

  @Test
  void whereAPhotoWasTakenIsNotKept() throws Exception {
    byte[] jpeg =
        TestPictures.withExif(TestPictures.file("jpeg", 200, 100), 1, "N 48.39 W 4.48 Brest");

    Photo photo = reader.read(jpeg);

    for (Picture picture : new Picture[] {photo.image(), photo.thumbnail()}) {
      String bytes = new String(picture.jpeg(), StandardCharsets.ISO_8859_1);
      assertThat(bytes).doesNotContain("Exif", "Brest");
    }
  }

  @ParameterizedTest
  @CsvSource({"30000, 10", "10, 30000", "16000, 16000", "2147483647, 2147483647"})
  void aBombIsRefusedBeforeAPixelIsRead(int width, int height) {
    assertThatExceptionOfType(PictureRefusedException.class)
        .isThrownBy(() -> reader.read(TestPictures.bomb(width, height)))
        .extracting(PictureRefusedException::reason)
        .isEqualTo(Reason.TOO_MANY_PIXELS);
  }

  @Test
  void aFileThatIsNoPictureIsRefused() {
    assertRefused(new byte[0], Reason.EMPTY);
    assertRefused("<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8), Reason.UNKNOWN_KIND);
    assertRefused("RIFF....WEBPVP8 ".getBytes(StandardCharsets.US_ASCII), Reason.UNKNOWN_KIND);
    assertRefused(new byte[PictureReader.MAX_BYTES + 1], Reason.FILE_TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png", "gif"})
  void aFileThatBreaksOffIsAPictureOrIsRefused(String format) {
    byte[] whole = TestPictures.file(format, 60, 40);
    for (int length = 8; length < whole.length; length += 1 + length / 40) {
      takesOrRefuses(Arrays.copyOf(whole, length));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png", "gif"})
  void aFileWithFlippedBitsIsAPictureOrIsRefused(String format) {
    byte[] whole = TestPictures.withExif(TestPictures.file("jpeg", 60, 40), 6, "");
    byte[] file = format.equals("jpeg") ? whole : TestPictures.file(format, 60, 40);
    Random random = new Random(20261125);
    for (int i = 0; i < 400; i++) {
      byte[] flipped = file.clone();
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
      }
      takesOrRefuses(flipped);
    }
  }

  /** On this thread: hundreds of processes would tell nothing more. */
  private static void takesOrRefuses(byte[] file) {
    try {
      PictureReader.check(file);
      assertThat(PictureDecoder.photo(file).image().size()).isPositive();
    } catch (PictureRefusedException e) {
      assertThat(e.reason()).isNotNull();
    }
  }

  private void assertRefused(byte[] file, Reason reason) {
    assertThatExceptionOfType(PictureRefusedException.class)
        .isThrownBy(() -> reader.read(file))
        .extracting(PictureRefusedException::reason)
        .isEqualTo(reason);
  }

  @Test
  void scanBombIsRefusedBeforeItIsDecoded() throws Exception {
    assertThat(reader.large(TestPictures.scanBomb(64, 0))).isNotNull();
    assertThat(reader.large(TestPictures.scanBomb(64, 80))).isNotNull();
    assertRefused(TestPictures.scanBomb(2_000, 3_000), Reason.TOO_MUCH);
  }

  @Test
  void scansAreCountedToTheEndOfThePicture() {
    assertThat(scans(TestPictures.scanBomb(64, 7)))
        .isEqualTo(scans(TestPictures.scanBomb(64, 0)) + 7);
  }

  private static int scans(byte[] file) {
    return Objects.requireNonNull(JpegSegments.of(file)).scans();
  }
}
