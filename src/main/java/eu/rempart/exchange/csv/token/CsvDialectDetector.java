package eu.rempart.exchange.csv.token;

import eu.rempart.exchange.format.UnreadableFileException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Finds the delimiter and the quotation mark that a table uses. */
public final class CsvDialectDetector {

  private static final char[] DELIMITERS = {',', ';', '\t', '|'};
  private static final int ROWS = 500;
  private static final int WIDE = 25;

  private CsvDialectDetector() {}

  /** The delimiter that cuts the sample into the most regular rows; comma for a single column. */
  public static char delimiter(String sample, char quote) {
    if (isSeparatorLine(sample)) {
      return sample.charAt(4);
    }
    var best = ',';
    var bestScore = 0.0;
    for (var delimiter : DELIMITERS) {
      var score = score(rows(sample, delimiter, quote));
      if (score > bestScore) {
        best = delimiter;
        bestScore = score;
      }
    }
    return best;
  }

  /** Single quotation marks only where whole rows stand in them. */
  public static char quote(String sample) {
    var lines = sample.lines().limit(ROWS).filter(l -> !l.isBlank()).toList();
    var single = lines.stream().filter(l -> l.startsWith("'") && l.stripTrailing().endsWith("'"));
    return sample.indexOf('"') < 0 && single.count() * 2 > lines.size() ? '\'' : '"';
  }

  /** Excel's first line {@code sep=;}, which names the delimiter and isn't data. */
  public static boolean isSeparatorLine(String text) {
    return text.length() > 4
        && text.regionMatches(true, 0, "sep=", 0, 4)
        && text.substring(5).lines().findFirst().orElse("").isBlank();
  }

  /** The sample's rows; the last one may be cut, and isn't there when it ends inside of quotes. */
  public static List<List<String>> rows(String sample, char delimiter, char quote) {
    var rows = new ArrayList<List<String>>();
    try (var tokens = new CsvTokenizer(new StringReader(sample), delimiter, quote)) {
      while (rows.size() < ROWS) {
        var row = tokens.next();
        if (row == null) {
          break;
        }
        if (!isBlank(row)) {
          rows.add(row);
        }
      }
    } catch (UnreadableFileException _) {
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  /**
   * Whether these characters write a quotation mark within a text as a backslash and the mark: one
   * such stands where no cell can end.
   */
  static boolean escapesByBackslash(char[] text, int length, char delimiter, char quote) {
    for (var i = 0; i + 2 < length; i++) {
      if (text[i] == '\\' && text[i + 1] == quote) {
        var next = text[i + 2];
        if (next != delimiter && next != quote && next != '\n' && next != '\r') {
          return true;
        }
      }
    }
    return false;
  }

  public static boolean isBlank(List<String> row) {
    for (var cell : row) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }

  private static double score(List<List<String>> rows) {
    var counts = new HashMap<Integer, Integer>();
    rows.forEach(row -> counts.merge(row.size(), 1, Integer::sum));
    var best = 0.0;
    for (var entry : counts.entrySet()) {
      if (entry.getKey() > 1) {
        var share = (double) entry.getValue() / rows.size();
        best = Math.max(best, share + 0.02 * Math.min(entry.getKey(), WIDE));
      }
    }
    return best;
  }
}
