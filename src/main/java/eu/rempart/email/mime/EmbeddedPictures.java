package eu.rempart.email.mime;

import eu.rempart.common.Picture;
import eu.rempart.picture.PictureReader;
import eu.rempart.picture.PictureRefusedException;
import eu.rempart.richtext.RichText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Puts the pictures that a mail brings along into its markup, where it names them (RFC 2392): drawn
 * anew, so that nothing else lies in them, and only so many as are kept. Each file is drawn once,
 * however often and by whatever spellings the markup names it: it comes from strangers.
 */
final class EmbeddedPictures {

  /** Pictures of one mail. */
  static final int MOST = 20;

  /** Larger ones are left out. */
  static final int MAX_BYTES = 5 << 20;

  /** Characters that the smallest picture takes, about: nothing is drawn for less. */
  private static final int LEAST = 600;

  private static final String CID = "cid:";

  /** Makes the address that holds a picture. */
  interface Drawing {

    /**
     * @param left characters, above which it takes less room if it can
     * @return null where it is no picture
     */
    @Nullable String draw(byte[] file, int left);
  }

  private final Map<String, byte[]> files;
  private final Drawing drawing;

  /** By the very file; those that are no pictures too. */
  private final IdentityHashMap<byte[], Optional<String>> urls = new IdentityHashMap<>();

  private int left = RichText.MAX_PICTURES;

  private EmbeddedPictures(Map<String, byte[]> files, Drawing drawing) {
    this.files = files;
    this.drawing = drawing;
  }

  /**
   * The markup with its pictures.
   *
   * @param files by their Content-ID, without angle brackets
   * @param reader draws them
   * @param shown gets those files that it shows
   */
  static String into(
      String html, Map<String, byte[]> files, PictureReader reader, Consumer<byte[]> shown) {
    return into(html, files, new ReaderDrawing(reader), shown);
  }

  static String into(
      String html, Map<String, byte[]> files, Drawing drawing, Consumer<byte[]> shown) {
    return files.isEmpty() ? html : new EmbeddedPictures(files, drawing).into(html, shown);
  }

  private String into(String html, Consumer<byte[]> shown) {
    Set<byte[]> used = Collections.newSetFromMap(new IdentityHashMap<>());
    Document page = Jsoup.parse(html);
    page.outputSettings().prettyPrint(false);
    for (Element image : page.select("img")) {
      String source = image.attr("src").strip();
      byte[] file =
          source.toLowerCase(Locale.ROOT).startsWith(CID)
              ? file(source.substring(CID.length()))
              : null;
      String url = file == null ? null : url(file);
      if (file == null || url == null || url.length() > left) {
        image.remove();
      } else {
        left -= url.length();
        used.add(file);
        image.attr("src", url);
      }
    }
    int drawn = RichText.MAX_PICTURES - left;
    String whole = drawn == 0 ? html : page.html();
    if (whole.length() - drawn > RichText.MAX_READ) {
      return html;
    }
    used.forEach(shown);
    return whole;
  }

  private byte @Nullable [] file(String name) {
    byte[] file = files.get(name);
    return file == null ? files.get(unescaped(name)) : file;
  }

  private @Nullable String url(byte[] file) {
    if (left < LEAST) {
      return null;
    }
    return urls.computeIfAbsent(file, it -> Optional.ofNullable(drawing.draw(it, left)))
        .orElse(null);
  }

  private static String unescaped(String name) {
    try {
      return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return name; // it is not escaped, whatever it looks like
    }
  }

  /** After one that takes too much, no other of the same mail is drawn: it was made to do harm. */
  private static final class ReaderDrawing implements Drawing {
    private final PictureReader reader;
    private boolean enough;

    ReaderDrawing(PictureReader reader) {
      this.reader = reader;
    }

    /** As large as may be read, or as small as a photo where that takes too much room. */
    @Override
    public @Nullable String draw(byte[] file, int left) {
      if (enough) {
        return null;
      }
      try {
        String large = reader.large(file).dataUrl();
        if (large.length() <= left) {
          return large;
        }
        Picture small = reader.read(file).image();
        return small.dataUrl();
      } catch (PictureRefusedException e) {
        enough = e.reason() == PictureRefusedException.Reason.TOO_MUCH;
        return null; // no picture, whatever it says: the markup is shown without
      }
    }
  }
}
