package eu.rempart.email.mime;

import eu.rempart.common.Picture;
import eu.rempart.picture.PictureReader;
import eu.rempart.picture.PictureRefusedException;
import eu.rempart.richtext.RichText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Puts the pictures that a mail brings along into its markup, where it names them (RFC 2392): drawn
 * anew, so that nothing else lies in them, and only so many as are kept.
 */
final class EmbeddedPictures {

  /** Pictures of one mail. */
  static final int MOST = 20;

  /** Larger ones are left out. */
  static final int MAX_BYTES = 5 << 20;

  private static final PictureReader READER = new PictureReader();
  private static final String CID = "cid:";

  private final Map<String, byte[]> files;
  private final Map<String, String> urls = new HashMap<>();
  private int left = RichText.MAX_PICTURES;

  private EmbeddedPictures(Map<String, byte[]> files) {
    this.files = files;
  }

  /**
   * The markup with its pictures.
   *
   * @param files by their Content-ID, without angle brackets
   */
  static String into(String html, Map<String, byte[]> files) {
    return files.isEmpty() ? html : new EmbeddedPictures(files).into(html);
  }

  private String into(String html) {
    Document page = Jsoup.parse(html);
    page.outputSettings().prettyPrint(false);
    for (Element image : page.select("img")) {
      String source = image.attr("src").strip();
      String url =
          source.toLowerCase(Locale.ROOT).startsWith(CID)
              ? url(source.substring(CID.length()))
              : null;
      if (url == null || url.length() > left) {
        image.remove();
      } else {
        left -= url.length();
        image.attr("src", url);
      }
    }
    int used = RichText.MAX_PICTURES - left;
    String whole = used == 0 ? html : page.html();
    return whole.length() - used <= RichText.MAX_READ ? whole : html;
  }

  private @Nullable String url(String name) {
    String known = urls.get(name);
    if (known != null) {
      return known;
    }
    byte[] file = files.get(name);
    if (file == null) {
      file = files.get(unescaped(name));
    }
    String url = file == null ? null : drawn(file);
    if (url != null) {
      urls.put(name, url);
    }
    return url;
  }

  private static String unescaped(String name) {
    try {
      return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return name; // it is not escaped, whatever it looks like
    }
  }

  /** As large as may be read, or as small as a photo where that takes too much. */
  private @Nullable String drawn(byte[] file) {
    try {
      String large = READER.large(file).dataUrl();
      if (large.length() <= left) {
        return large;
      }
      Picture small = READER.read(file).image();
      return small.dataUrl();
    } catch (PictureRefusedException _) {
      return null; // no picture, whatever it says: the markup is shown without
    }
  }
}
