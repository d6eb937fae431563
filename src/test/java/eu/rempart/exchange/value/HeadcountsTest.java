package eu.rempart.exchange.value;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.company.CompanySize;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadcountsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1|ONE",
        "1-10|TO_9",
        "2-9|TO_9",
        "11-50|TO_49",
        "51-200 employees|TO_249",
        "201-500|TO_999",
        "50 à 99 salariés|TO_249",
        "1001-5000|MORE",
        "10,001+|MORE",
        "1.000 - 5.000 Mitarbeiter|MORE",
        "ca. 200|TO_249",
        "1 500|MORE",
        "1000+|MORE"
      })
  void theSizeIsThatOfTheNumberOrOfTheMiddle(String text, CompanySize size) {
    assertThat(Headcounts.read(text)).contains(size);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "plenty", "many 1 2 3 more", "2026-03-01", "12 rue du Four, 9"})
  void otherTextsAreNone(String text) {
    assertThat(Headcounts.read(text)).isEmpty();
  }
}
