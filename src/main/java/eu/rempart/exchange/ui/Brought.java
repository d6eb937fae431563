package eu.rempart.exchange.ui;

import eu.rempart.exchange.csv.CsvInspection;
import eu.rempart.exchange.run.upload.BroughtFile;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded file after the first look.
 *
 * @param inspection null for vCards, which need none
 */
record Brought(BroughtFile file, @Nullable CsvInspection inspection) {

  /**
   * @throws eu.rempart.exchange.format.UnreadableFileException if it can't be imported at all
   */
  static Brought look(BroughtFile file) throws IOException {
    return new Brought(file, file.isCards() ? null : file.inspect());
  }
}
