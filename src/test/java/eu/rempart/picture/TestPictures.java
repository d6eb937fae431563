package eu.rempart.picture;

import eu.rempart.preview.PreviewPictures;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Files as people and attackers bring them. */
public final class TestPictures {

  private static final PictureReader READER = new PictureReader(new PreviewPictures());

  private TestPictures() {}

  /** One for all tests that start no application. */
  public static PictureReader reader() {
    return READER;
  }

  /**
   * A picture of few bytes that is decoded as often as it has scans: the last scan of a progressive
   * JPEG, again and again.
   */
  public static byte[] scanBomb(int side, int copies) {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
    var bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    byte[] file = bytes.toByteArray();
    int last = 0;
    for (int i = 0; i + 1 < file.length; i++) {
      if ((file[i] & 0xff) == 0xff && (file[i + 1] & 0xff) == 0xda) {
        last = i;
      }
    }
    int end = file.length - 2;
    var bomb = new ByteArrayOutputStream();
    bomb.write(file, 0, end);
    for (int i = 0; i < copies; i++) {
      bomb.write(file, last, end - last);
    }
    bomb.write(file, end, 2);
    return bomb.toByteArray();
  }

  /** The upper half is red, the left lower quarter blue, the right lower quarter green. */
  public static byte[] file(String format, int width, int height) {
    return encoded(picture(width, height, Color.RED), format);
  }

  /** As {@link #file}, with another colour above: a photo that differs. */
  public static byte[] another(int width, int height) {
    return encoded(picture(width, height, Color.ORANGE), "png");
  }

  /** A JPEG like no other, of coloured tiles; the same each time. */
  public static byte[] noise(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    Random random = new Random(20261125);
    for (int x = 0; x < width; x += 10) {
      for (int y = 0; y < height; y += 10) {
        pen.setColor(new Color(random.nextInt(1 << 24)));
        pen.fillRect(x, y, 10, 10);
      }
    }
    pen.dispose();
    return encoded(image, "jpeg");
  }

  private static BufferedImage picture(int width, int height, Color upper) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(upper);
    pen.fillRect(0, 0, width, height / 2);
    pen.setColor(Color.BLUE);
    pen.fillRect(0, height / 2, width / 2, height);
    pen.setColor(Color.GREEN);
    pen.fillRect(width / 2, height / 2, width, height);
    pen.dispose();
    return image;
  }

  static byte[] encoded(BufferedImage image, String format) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, format, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A JPEG whose EXIF says which way is up, and where it was taken. */
  static byte[] withExif(byte[] jpeg, int orientation, String place) {
    byte[] secret = place.getBytes(StandardCharsets.US_ASCII);
    int length = 2 + 6 + 8 + 2 + 12 + 4 + secret.length;
    return ByteBuffer.allocate(jpeg.length + 2 + length)
        .put(jpeg, 0, 2)
        .putShort((short) 0xffe1)
        .putShort((short) length)
        .put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII))
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) orientation)
        .putShort((short) 0)
        .putInt(0)
        .put(secret)
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  /** A PNG of a few bytes that says it is as large as this. */
  public static byte[] bomb(int width, int height) {
    byte[] png = file("png", 8, 8);
    ByteBuffer header = ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
    CRC32 check = new CRC32();
    check.update(png, 12, 17);
    header.putInt(29, (int) check.getValue());
    return png;
  }
}
