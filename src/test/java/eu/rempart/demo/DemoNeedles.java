package eu.rempart.demo;

import eu.rempart.common.custom.CustomChoice;
import eu.rempart.common.custom.Labels;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the demo firm keeps beside its people, of which nobody may see anything. */
public final class DemoNeedles {

  /** Words that stand in documents and in hardly any other text. */
  private static final List<String> WORDS =
      List.of("calfeutrage", "vantelles", "Dichtigkeitsprüfung", "altimétrique", "Verschleißteile");

  private DemoNeedles() {}

  /** One word that stands in documents, by which they are found. */
  public static String word() {
    return WORDS.getFirst();
  }

  /** The number of a contract that a company has. */
  public static String contract() {
    return DemoValues.contract(0);
  }

  /** Names of its own fields and of their choices, values in them, guests, texts of documents. */
  public static Stream<String> all() {
    return Stream.of(
            DemoFields.planned().stream()
                .flatMap(
                    field ->
                        Stream.concat(
                            Stream.of(field.data().label()),
                            field.data().choices().stream().map(CustomChoice::label)))
                .map(Labels::byLanguage)
                .flatMap(texts -> texts.values().stream())
                // a word alone is one of the database's catalogue, or of a file's, by chance
                .filter(text -> text.contains(" ")),
            IntStream.range(0, 300).mapToObj(DemoValues::contract),
            DemoValues.ASSISTANTS.stream(),
            DemoValues.AGREED.stream(),
            DemoMeetings.OUTSIDERS.stream(),
            DemoPapers.CLAUSES.stream(),
            DemoPapers.MINUTES.stream(),
            WORDS.stream())
        .flatMap(texts -> texts);
  }
}
