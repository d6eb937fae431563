package eu.rempart.exchange.format;

import com.ibm.icu.text.CharsetDetector;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Counts how bytes above 127 stand among others, to tell texts of other scripts, and of old Macs,
 * from those of Windows in the West. A guess: a person sees it and may choose another encoding.
 */
final class LetterStatistics {

  /** What the library calls them, and the superset of it that programs mean. */
  private static final Map<String, String> KNOWN =
      Map.of(
          "windows-1251", "windows-1251",
          "ISO-8859-5", "ISO-8859-5",
          "KOI8-R", "KOI8-R",
          "ISO-8859-7", "windows-1253",
          "windows-1253", "windows-1253",
          "Shift_JIS", "Shift_JIS",
          "GB18030", "GBK");

  private static final int MAX_SAMPLE = 8_192;

  /** So many bytes behind one above 127 are taken into the sample too. */
  private static final int NEAR = 8;

  private final ByteArrayOutputStream sample = new ByteArrayOutputStream();
  private long high;
  private long together;

  /** Letters of an old Mac within words, where Windows has signs or capitals. */
  private long mac;

  /** Letters of Windows, and of ISO 8859, within words. */
  private long latin;

  private int near;
  private int last;
  private int beforeLast;

  void take(int b) {
    if (b >= 0x80) {
      high++;
      together += last >= 0x80 ? 1 : 0;
      near = NEAR;
    }
    if (near > 0 && sample.size() < MAX_SAMPLE) {
      near--;
      sample.write(b);
    }
    if (isSmall(b) && isSmall(beforeLast)) {
      mac += last >= 0x87 && last <= 0x99 && last != 0x92 ? 1 : 0;
      latin += last >= 0xC0 ? 1 : 0;
    }
    beforeLast = last;
    last = b;
  }

  private static boolean isSmall(int b) {
    return b >= 'a' && b <= 'z';
  }

  /** The encoding, where the text is of another script than Latin, or of an old Mac. */
  Optional<Charset> script() {
    if (high > 0 && together * 5 >= high * 2) {
      return Arrays.stream(new CharsetDetector().setText(sample.toByteArray()).detectAll())
          .map(match -> KNOWN.get(match.getName()))
          .filter(name -> name != null && Charset.isSupported(name))
          .<Charset>map(Charset::forName)
          .findFirst();
    }
    return mac > latin ? Optional.of(Charset.forName("x-MacRoman")) : Optional.empty();
  }
}
