package eu.rempart.picture;

import eu.rempart.common.Picture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Turns, cuts and shrinks decoded pictures; what is transparent becomes white. */
final class Raster {

  private Raster() {}

  /**
   * The picture as it is to be looked at.
   *
   * @param orientation 1 to 8, as in EXIF: where the first row and column of the file belong
   */
  static BufferedImage upright(BufferedImage source, int orientation) {
    double w = source.getWidth();
    double h = source.getHeight();
    AffineTransform turn =
        switch (orientation) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
          case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
          default -> new AffineTransform();
        };
    boolean sideways = orientation >= 5;
    BufferedImage target = blank((int) (sideways ? h : w), (int) (sideways ? w : h));
    Graphics2D pen = target.createGraphics();
    pen.drawImage(source, turn, null);
    pen.dispose();
    return target;
  }

  /** The whole picture, no side longer than this many pixels; smaller ones stay as they are. */
  static BufferedImage within(BufferedImage source, int side) {
    int longer = Math.max(source.getWidth(), source.getHeight());
    if (longer <= side) {
      return source;
    }
    double scale = (double) side / longer;
    return scaled(
        source,
        Math.max(1, (int) Math.round(source.getWidth() * scale)),
        Math.max(1, (int) Math.round(source.getHeight() * scale)));
  }

  /** The square in the middle. */
  static BufferedImage square(BufferedImage source, int side) {
    int shorter = Math.min(source.getWidth(), source.getHeight());
    BufferedImage middle =
        source.getSubimage(
            (source.getWidth() - shorter) / 2,
            (source.getHeight() - shorter) / 2,
            shorter,
            shorter);
    return scaled(middle, side, side);
  }

  /** Halves as often as it can, since one long step would leave pixels out. */
  private static BufferedImage scaled(BufferedImage source, int width, int height) {
    BufferedImage step = source;
    while (step.getWidth() >= 2 * width && step.getHeight() >= 2 * height) {
      step = drawn(step, step.getWidth() / 2, step.getHeight() / 2);
    }
    return drawn(step, width, height);
  }

  private static BufferedImage drawn(BufferedImage source, int width, int height) {
    BufferedImage target = blank(width, height);
    Graphics2D pen = target.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(source, 0, 0, width, height, null);
    pen.dispose();
    return target;
  }

  private static BufferedImage blank(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.dispose();
    return image;
  }

  /**
   * Writes a JPEG that says nothing but the picture.
   *
   * @param quality 0 to 1
   */
  static Picture jpeg(BufferedImage image, float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // in memory: a cache of ImageIO's own would be a file, in clear
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return new Picture(bytes.toByteArray());
  }
}
