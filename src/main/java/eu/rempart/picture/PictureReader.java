package eu.rempart.picture;

import eu.rempart.common.Picture;
import eu.rempart.picture.PictureRefusedException.Reason;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes a photo of a file that anybody may have prepared. What is kept is drawn anew, so nothing of
 * the file lives on but the look of it. Only the decoders of JPEG, PNG and GIF ever see a byte,
 * dimensions are checked before one pixel is read, large pictures are thinned out while they are
 * read, and two are read at a time at most. Thread safe.
 */
@Component
public final class PictureReader {

  /** Most bytes of a file: 16 MiB, more than phones write. */
  public static final int MAX_BYTES = 16 << 20;

  /** Most pixels: those of a phone's camera of 50 megapixels, with some to spare. */
  static final long MAX_PIXELS = 56_000_000;

  static final int MAX_SIDE = 20_000;
  static final int IMAGE_SIDE = 512;
  static final int THUMBNAIL_SIDE = 128;
  static final int LARGE_SIDE = 1_600;

  private static final float IMAGE_QUALITY = 0.85f;
  private static final float THUMBNAIL_QUALITY = 0.75f;

  private final Semaphore places = new Semaphore(2);

  /**
   * Reads a file and makes the two pictures of it. Takes up to some seconds and 50 MB of memory.
   *
   * @throws PictureRefusedException if it is no picture, or one that is not taken
   */
  public Photo read(byte[] file) throws PictureRefusedException {
    return drawn(file, IMAGE_SIDE, PictureReader::photo);
  }

  /**
   * As {@link #read}, one picture for looking at what is in a file.
   *
   * @return at most {@value #LARGE_SIDE} pixels wide and high
   * @throws PictureRefusedException if it is no picture, or one that is not taken
   */
  public Picture large(byte[] file) throws PictureRefusedException {
    return drawn(file, LARGE_SIDE, upright -> Pictures.jpeg(Raster.within(upright, LARGE_SIDE)));
  }

  /**
   * As {@link #large}, of PNG and JPEG alone: for what goes to others, as a logo does.
   *
   * @throws PictureRefusedException if it is no such picture, or one that is not taken
   */
  public Picture drawing(byte[] file) throws PictureRefusedException {
    if ("gif".equals(formatOf(file))) {
      throw new PictureRefusedException(Reason.UNKNOWN_KIND);
    }
    return large(file);
  }

  /** What is made of a picture that was read. */
  private interface Drawing<T> {
    T draw(BufferedImage upright) throws IOException;
  }

  private <T> T drawn(byte[] file, int side, Drawing<T> drawing) throws PictureRefusedException {
    if (file.length == 0) {
      throw new PictureRefusedException(Reason.EMPTY);
    }
    if (file.length > MAX_BYTES) {
      throw new PictureRefusedException(Reason.FILE_TOO_LARGE);
    }
    String format = formatOf(file);
    if (format == null) {
      throw new PictureRefusedException(Reason.UNKNOWN_KIND);
    }
    places.acquireUninterruptibly();
    try {
      return drawing.draw(upright(file, format, side));
    } catch (IOException | RuntimeException _) {
      // decoders throw whatever they please at bytes made to confuse them; the file is the reason
      throw new PictureRefusedException(Reason.DAMAGED);
    } finally {
      places.release();
    }
  }

  /** Whether a file begins as one of the pictures that are read; the rest may still be nonsense. */
  public static boolean recognises(byte[] file) {
    return formatOf(file) != null;
  }

  private static @Nullable String formatOf(byte[] file) {
    if (begins(file, 0xff, 0xd8, 0xff)) {
      return "jpeg";
    }
    if (begins(file, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
      return "png";
    }
    return begins(file, 'G', 'I', 'F', '8') ? "gif" : null;
  }

  private static boolean begins(byte[] file, int... with) {
    if (file.length < with.length) {
      return false;
    }
    for (int i = 0; i < with.length; i++) {
      if ((file[i] & 0xff) != with[i]) {
        return false;
      }
    }
    return true;
  }

  private static BufferedImage upright(byte[] file, String format, int side)
      throws IOException, PictureRefusedException {
    if (!format.equals("jpeg")) {
      return Raster.upright(decoded(file, format, side), 1);
    }
    JpegSegments segments = JpegSegments.of(file);
    if (segments == null) {
      throw new PictureRefusedException(Reason.DAMAGED);
    }
    return Raster.upright(decoded(segments.bare(), format, side), segments.orientation());
  }

  private static BufferedImage decoded(byte[] file, String format, int side)
      throws IOException, PictureRefusedException {
    ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
    // in memory: a cache of ImageIO's own would be a file, in clear
    try (MemoryCacheImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if (width > MAX_SIDE || height > MAX_SIDE || (long) width * height > MAX_PIXELS) {
        throw new PictureRefusedException(Reason.TOO_MANY_PIXELS);
      }
      // twice as many as are kept, so that shrinking still has something to smooth
      int step = Math.max(1, Math.max(width, height) / (2 * side));
      ImageReadParam thinned = reader.getDefaultReadParam();
      thinned.setSourceSubsampling(step, step, 0, 0);
      return reader.read(0, thinned);
    } finally {
      reader.dispose();
    }
  }

  private static Photo photo(BufferedImage upright) throws IOException {
    return new Photo(
        Raster.jpeg(Raster.within(upright, IMAGE_SIDE), IMAGE_QUALITY),
        Raster.jpeg(Raster.square(upright, THUMBNAIL_SIDE), THUMBNAIL_QUALITY));
  }
}
