package eu.rempart.db.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedBuffersTest {

  @ParameterizedTest
  @CsvSource({
    "0.5, 128MB",
    "1, 128MB",
    "2, 256MB",
    "7.7, 960MB",
    "8, 1GB",
    "23.4, 2944MB",
    "24, 3GB",
    "512, 4GB"
  })
  void anEighthOfTheMachineWithinLimitsAndWrittenAsPostgresDoes(double gigabytes, String size) {
    assertThat(SharedBuffers.of((long) (gigabytes * (1L << 30)))).isEqualTo(size);
  }
}
