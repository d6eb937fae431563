package eu.rempart.picture;

import eu.rempart.common.Picture;
import eu.rempart.picture.PictureRefusedException.Reason;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes files that anybody may have prepared, on the caller's thread, without a bound of time: in
 * a process of its own alone. What is made is drawn anew, so nothing of the file lives on but the
 * look of it. Only the decoders of JPEG, PNG and GIF ever see a byte, dimensions are checked before
 * one pixel is read, and large pictures are thinned out while they are read.
 */
public final class PictureDecoder {

  private static final float IMAGE_QUALITY = 0.85f;
  private static final float THUMBNAIL_QUALITY = 0.75f;

  private PictureDecoder() {}

  /** What is made of a picture that was read. */
  private interface Drawing<T> {
    T draw(BufferedImage upright) throws IOException;
  }

  /** The two pictures of a photo; up to some seconds and 50 MB of memory. */
  public static Photo photo(byte[] file) throws PictureRefusedException {
    return drawn(file, PictureReader.IMAGE_SIDE, PictureDecoder::photo);
  }

  /** One picture, for looking at what is in a file. */
  public static Picture large(byte[] file) throws PictureRefusedException {
    int side = PictureReader.LARGE_SIDE;
    return drawn(file, side, upright -> Pictures.jpeg(Raster.within(upright, side)));
  }

  private static <T> T drawn(byte[] file, int side, Drawing<T> drawing)
      throws PictureRefusedException {
    String format = PictureReader.formatOf(file);
    if (format == null) {
      throw new PictureRefusedException(Reason.UNKNOWN_KIND);
    }
    try {
      return drawing.draw(upright(file, format, side));
    } catch (IOException | RuntimeException _) {
      // decoders throw whatever they please at bytes made to confuse them; the file is the reason
      throw new PictureRefusedException(Reason.DAMAGED);
    }
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
      if (width > PictureReader.MAX_SIDE
          || height > PictureReader.MAX_SIDE
          || (long) width * height > PictureReader.MAX_PIXELS) {
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

  static Photo photo(BufferedImage upright) throws IOException {
    return new Photo(
        Raster.jpeg(Raster.within(upright, PictureReader.IMAGE_SIDE), IMAGE_QUALITY),
        Raster.jpeg(Raster.square(upright, PictureReader.THUMBNAIL_SIDE), THUMBNAIL_QUALITY));
  }
}
