package eu.rempart.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.exchange.csv.Field;
import eu.rempart.exchange.format.FileProblem;
import eu.rempart.exchange.format.ImportSource;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.run.result.Outcome;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeTextsTest {

  @ParameterizedTest
  @ValueSource(strings = {"exchange", "exchange_fr"})
  void everyCodeHasItsSentence(String bundle) throws IOException {
    var texts = new Properties();
    try (var in =
        new InputStreamReader(
            Objects.requireNonNull(
                getClass().getResourceAsStream("/i18n/" + bundle + ".properties")),
            StandardCharsets.UTF_8)) {
      texts.load(in);
    }
    var keys =
        Stream.of(
                Arrays.stream(Field.values()).map(Field::key),
                Arrays.stream(ImportSource.values()).map(ImportSource::key),
                Arrays.stream(ProblemCode.values()).map(ProblemCode::key),
                Arrays.stream(FileProblem.values()).map(FileProblem::key),
                Arrays.stream(Outcome.values()).map(Outcome::key))
            .flatMap(k -> k)
            .toList();
    assertThat(texts.stringPropertyNames()).containsAll(keys);
  }
}
