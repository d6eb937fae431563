package eu.rempart.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the picture of a JPEG: which way is up, and much that a decoder need not see.
 *
 * @param orientation 1 to 8, as in EXIF; 1 where nothing says so
 * @param scans how often it goes over the whole picture
 * @param bare the file without comments and application segments, but for those that say what the
 *     colours mean (JFIF's and Adobe's): no EXIF, no place, no colour profile to be parsed
 */
record JpegSegments(int orientation, int scans, byte[] bare) {

  private static final int ORIENTATION = 0x0112;
  private static final int SHORT = 3;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

  /** Null where the bytes are not segments up to the picture itself. */
  static @Nullable JpegSegments of(byte[] file) {
    ByteArrayOutputStream bare = new ByteArrayOutputStream(file.length);
    bare.write(file, 0, 2);
    int orientation = 1;
    int at = 2;
    while (at + 4 <= file.length && file[at] == (byte) 0xff) {
      int marker = file[at + 1] & 0xff;
      if (marker == 0xff) { // a fill byte
        at++;
        continue;
      }
      int length = (file[at + 2] & 0xff) << 8 | (file[at + 3] & 0xff);
      if (length < 2 || at + 2 + length > file.length) {
        return null;
      }
      if (marker == 0xda) { // the picture; nothing is left out from here on
        bare.write(file, at, file.length - at);
        return new JpegSegments(orientation, scans(file, at), bare.toByteArray());
      }
      if (marker == 0xe1) {
        orientation = orientation(file, at + 4, length - 2, orientation);
      }
      boolean application = marker >= 0xe0 && marker <= 0xef;
      if (!(application || marker == 0xfe) || marker == 0xe0 || marker == 0xee) {
        bare.write(file, at, 2 + length);
      }
      at += 2 + length;
    }
    return null;
  }

  /** Counts scans up to the end of the picture, as decoders find them (ITU-T T.81, B.1.1.3). */
  private static int scans(byte[] file, int from) {
    int scans = 0;
    int at = from;
    while (at + 4 <= file.length) {
      int marker = file[at] == (byte) 0xff ? file[at + 1] & 0xff : 0;
      if (marker == 0xd9) {
        break;
      }
      if (marker <= 1 || marker == 0xff || (marker >= 0xd0 && marker <= 0xd8)) {
        at += 1; // data of a scan, or a marker without a segment
        continue;
      }
      if (marker == 0xda) {
        scans++;
      }
      at += 2 + Math.max(2, (file[at + 2] & 0xff) << 8 | (file[at + 3] & 0xff));
    }
    return scans;
  }

  /** Reads the one number of EXIF that matters (EXIF 3.0, 4.6.5.1.6). */
  private static int orientation(byte[] file, int from, int length, int otherwise) {
    if (length < EXIF.length + 8 || !startsWith(file, from)) {
      return otherwise;
    }
    ByteBuffer tiff = ByteBuffer.wrap(file, from + EXIF.length, length - EXIF.length).slice();
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    long directory = Integer.toUnsignedLong(tiff.getInt(4));
    if (directory + 2 > tiff.limit()) {
      return otherwise;
    }
    int entries = Short.toUnsignedInt(tiff.getShort((int) directory));
    for (int i = 0; i < entries; i++) {
      long entry = directory + 2 + 12L * i;
      if (entry + 12 > tiff.limit()) {
        return otherwise;
      }
      int tag = Short.toUnsignedInt(tiff.getShort((int) entry));
      if (tag == ORIENTATION && tiff.getShort((int) entry + 2) == SHORT) {
        int value = Short.toUnsignedInt(tiff.getShort((int) entry + 8));
        return value >= 1 && value <= 8 ? value : otherwise;
      }
    }
    return otherwise;
  }

  private static boolean startsWith(byte[] file, int from) {
    for (int i = 0; i < EXIF.length; i++) {
      if (file[from + i] != EXIF[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return "JpegSegments[hidden]";
  }
}
