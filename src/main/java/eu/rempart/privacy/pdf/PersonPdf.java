package eu.rempart.privacy.pdf;

import eu.rempart.common.Picture;
import eu.rempart.common.custom.CustomText;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.customfield.CustomParts;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.kept.KeptColumn;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.sealed.Opened;
import eu.rempart.history.HistoryService;
import eu.rempart.history.RecordKinds;
import eu.rempart.paper.Sheets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sets what is kept of a person as a PDF: for people, as the JSON of the same is for programs
 * (articles 15 and 20 of the GDPR). Has no limit: whoever asks is owed all of it.
 */
@Component
public final class PersonPdf {

  /** The languages that there are words for (BCP 47); English stands in for any other. */
  private static final List<String> LANGUAGES = List.of("en", "fr", "de", "nl");

  private static final float SMALL = 8;
  private static final float TEXT = 9.5f;
  private static final float LARGE = 12;
  private static final float TITLE = 17;
  private static final float FOOT_TOP = 60;
  private static final float VALUES = Sheets.LEFT + 150;
  private static final float PICTURE = 110;

  private final HistoryService history;
  private final RecordKinds kinds;

  PersonPdf(HistoryService history, RecordKinds kinds) {
    this.history = history;
    this.kinds = kinds;
  }

  /**
   * The document.
   *
   * @param name what the person is called; may be empty
   * @param language BCP 47, the person's own
   * @param now rows of today, by table
   * @param before former rows, by table
   * @param named values of custom fields by what these are called in a language
   */
  public byte[] of(
      String name,
      @Nullable String language,
      Instant made,
      Map<String, List<KeptRow>> now,
      Map<String, List<KeptRow>> before,
      BiFunction<CustomValues, Locale, Map<String, String>> named) {
    PersonWords words = new PersonWords(history, kinds, locale(language));
    try (Sheets sheets = new Sheets()) {
      return new Setting(sheets, words, named).set(name, made, now, before);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // it is all in memory
    }
  }

  private static Locale locale(@Nullable String language) {
    String spoken = language == null ? "" : Locale.forLanguageTag(language).getLanguage();
    return Locale.of(LANGUAGES.contains(spoken) ? spoken : "en");
  }

  /** One document on its way. */
  private record Setting(
      Sheets sheets,
      PersonWords words,
      BiFunction<CustomValues, Locale, Map<String, String>> named) {

    byte[] set(
        String name,
        Instant made,
        Map<String, List<KeptRow>> now,
        Map<String, List<KeptRow>> before)
        throws IOException {
      String title =
          name.isEmpty()
              ? words.say("privacy.paper.title")
              : words.say("privacy.paper.title.of", name);
      sheets.document().getDocumentInformation().setTitle(title);
      sheets.document().getDocumentCatalog().setLanguage(words.locale().toLanguageTag());
      sheets.paragraph(title, Sheets.LEFT, Sheets.WIDTH, TITLE, true);
      sheets.down(4);
      String day = words.day(made.atOffset(ZoneOffset.UTC).toLocalDate());
      paragraph(words.say("privacy.paper.made", day));
      paragraph(words.say("privacy.paper.law"));
      part(words.say("privacy.paper.now"), now);
      part(words.say("privacy.paper.before"), before);
      return sheets.finish(FOOT_TOP, (number, of) -> foot(title, number, of));
    }

    private void paragraph(String text) throws IOException {
      sheets.paragraph(text, Sheets.LEFT, Sheets.WIDTH, TEXT, false);
      sheets.down(4);
    }

    private void part(String heading, Map<String, List<KeptRow>> tables) throws IOException {
      sheets.need(80);
      sheets.down(14);
      sheets.paragraph(heading, Sheets.LEFT, Sheets.WIDTH, LARGE, true);
      sheets.down(2);
      if (tables.isEmpty()) {
        paragraph(words.say("privacy.paper.nothing"));
      }
      for (Map.Entry<String, List<KeptRow>> table : tables.entrySet()) {
        for (KeptRow row : table.getValue()) {
          row(table.getKey(), row);
        }
      }
    }

    private void row(String table, KeptRow row) throws IOException {
      sheets.need(Sheets.line(TEXT) * 3);
      sheets.down(8);
      sheets.paragraph(words.kind(table), Sheets.LEFT, Sheets.WIDTH, TEXT + 1, true);
      sheets.rule(Sheets.GREY);
      sheets.down(3);
      for (KeptColumn column : KeptTables.of(row.kind()).businessColumns()) {
        Opened<?> opened = row.value(column);
        if (opened.orNull() instanceof Picture picture) {
          sheets.picture(picture.jpeg(), VALUES, PICTURE);
        } else if (column.name().equals(CustomParts.COLUMN)
            && opened.orNull() instanceof String own) {
          for (var field : named.apply(CustomText.values(own), words.locale()).entrySet()) {
            line(field.getKey(), field.getValue());
          }
        } else if (words.tells(row, column)) {
          line(words.label(row, column), words.value(row, column, opened));
        }
      }
      time("privacy.paper.created", row, "created_at");
      time("privacy.paper.changed", row, "changed_at");
      time("privacy.paper.until", row, "valid_to");
    }

    private void time(String key, KeptRow row, String column) throws IOException {
      Instant moment = row.moment(column);
      if (moment != null) {
        line(words.say(key), words.moment(moment));
      }
    }

    private void line(String label, String value) throws IOException {
      if (value.isBlank()) {
        return;
      }
      float width = Sheets.RIGHT - VALUES;
      List<String> labels = sheets.wrap(label, VALUES - Sheets.LEFT - 8, TEXT);
      List<String> values = sheets.wrap(value, width, TEXT);
      for (int i = 0; i < Math.max(labels.size(), values.size()); i++) {
        sheets.need(Sheets.line(TEXT));
        if (i < labels.size()) {
          sheets.left(labels.get(i), Sheets.LEFT, TEXT, false);
        }
        if (i < values.size()) {
          sheets.along(values.get(i), VALUES, Sheets.RIGHT, TEXT);
        }
        sheets.down(Sheets.line(TEXT));
      }
    }

    private void foot(String title, int number, int of) throws IOException {
      sheets.rule(Sheets.GREY);
      sheets.down(4);
      List<String> lines = sheets.wrap(title, Sheets.WIDTH - 90, SMALL);
      sheets.left(lines.getFirst(), Sheets.LEFT, SMALL, false);
      sheets.right(words.say("privacy.paper.page", number, of), Sheets.RIGHT, SMALL, false);
    }
  }
}
