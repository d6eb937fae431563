package eu.rempart.shell.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListAddressTest {

  @Test
  void aDayIsRead() {
    assertThat(ListAddress.date("2026-11-28")).contains(LocalDate.of(2026, 11, 28));
    assertThat(ListAddress.date("1900-01-01")).isPresent();
    assertThat(ListAddress.date("2200-12-31")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-02-30",
        "+999999999-12-31",
        "-999999999-01-01",
        "1899-12-31",
        "2201-01-01"
      })
  void whatNobodyMeansIsPassedOver(String text) {
    assertThat(ListAddress.date(text)).isEmpty();
  }
}
