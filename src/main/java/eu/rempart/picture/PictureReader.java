package eu.rempart.picture;

import eu.rempart.common.Picture;
import eu.rempart.picture.PictureRefusedException.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes a photo of a file that anybody may have prepared. What is kept is drawn anew, so nothing of
 * the file lives on but the look of it. Files are decoded in a process of their own, with little
 * memory and little time; what would take too much of either is refused before. Thread safe.
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

  /**
   * Scans of a JPEG: programs write about ten. Each is decoded over the whole picture, whatever few
   * bytes it has.
   */
  static final int MAX_SCANS = 100;

  private final PictureProcess process;

  /** A reader that has its files decoded there. */
  public PictureReader(PictureProcess process) {
    this.process = process;
  }

  /** A reader with one place of its own: it waits for nobody else's files, nor they for its. */
  public PictureReader apart() {
    return new PictureReader(process.apart());
  }

  /**
   * Reads a file and makes the two pictures of it. Takes up to half a minute, where others wait
   * too.
   *
   * @throws PictureRefusedException if it is no picture, or one that is not taken
   */
  public Photo read(byte[] file) throws PictureRefusedException {
    return switch (readAll(List.of(file)).getFirst()) {
      case PhotoResult.Made made -> made.photo();
      case PhotoResult.Refused refused -> throw new PictureRefusedException(refused.reason());
    };
  }

  /**
   * As {@link #read}, many files one after the other: much faster than one by one, since few
   * processes are started. Each file may take as long as a single one.
   *
   * @return as many results as files, in their order
   */
  public List<PhotoResult> readAll(List<byte[]> files) {
    List<PhotoResult> results = new ArrayList<>(files.size());
    List<byte[]> accepted = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (byte[] file : files) {
      try {
        check(file);
        places.add(results.size());
        accepted.add(file);
        results.add(new PhotoResult.Refused(Reason.DAMAGED)); // until it is decoded
      } catch (PictureRefusedException e) {
        results.add(new PhotoResult.Refused(e.reason()));
      }
    }
    List<PhotoResult> decoded = accepted.isEmpty() ? List.of() : process.photos(accepted);
    for (int i = 0; i < decoded.size(); i++) {
      results.set(places.get(i), decoded.get(i));
    }
    return results;
  }

  /**
   * As {@link #read}, one picture for looking at what is in a file.
   *
   * @return at most {@value #LARGE_SIDE} pixels wide and high
   * @throws PictureRefusedException if it is no picture, or one that is not taken
   */
  public Picture large(byte[] file) throws PictureRefusedException {
    check(file);
    return process.large(file);
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

  static void check(byte[] file) throws PictureRefusedException {
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
    if (format.equals("jpeg")) {
      JpegSegments segments = JpegSegments.of(file);
      if (segments == null) {
        throw new PictureRefusedException(Reason.DAMAGED);
      }
      if (segments.scans() > MAX_SCANS) {
        throw new PictureRefusedException(Reason.TOO_MUCH);
      }
    }
  }

  /** Whether a file begins as one of the pictures that are read; the rest may still be nonsense. */
  public static boolean recognises(byte[] file) {
    return formatOf(file) != null;
  }

  static @Nullable String formatOf(byte[] file) {
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
}
