package eu.rempart.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {

  private static String type(@Nullable String accept) {
    return Format.of(accept).getContentType();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,text/plain;version=0.0.4;q=0.3,*/*;q=0.2 | application/openmetrics-text
          application/openmetrics-text; version=1.0.0 | application/openmetrics-text
          text/plain;q=0.9, application/openmetrics-text;q=0.1 | text/plain
          application/openmetrics-text;q=0 | text/plain
          */* | text/plain
          text/html | text/plain
          application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited | text/plain
          not a type | text/plain
          """)
  void aProgramGetsTheFormThatItLikesBest(String accept, String expected) {
    assertThat(type(accept)).startsWith(expected);
  }

  @Test
  void whoSaysNothingOrTooMuchGetsPlainText() {
    assertThat(type(null)).startsWith("text/plain; version=0.0.4");
    assertThat(type("application/openmetrics-text,".repeat(10_000))).startsWith("text/plain");
  }
}
