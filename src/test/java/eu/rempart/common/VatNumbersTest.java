package eu.rempart.common;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.company.CompanyData;
import org.junit.jupiter.api.Test;

class VatNumbersTest {

  @Test
  void numbersAreKeptInCapitalsWithoutSpacesAndDots() {
    assertThat(VatNumbers.kept("fr 40 303 265 045")).isEqualTo("FR40303265045");
    assertThat(VatNumbers.kept("be\u00a00123.456.749")).isEqualTo("BE0123456749");
    assertThat(VatNumbers.kept("CHE-123.456.788 MWST")).isEqualTo("CHE-123456788MWST");
    assertThat(VatNumbers.kept(" . ")).isNull();
    assertThat(VatNumbers.kept(null)).isNull();
  }

  @Test
  void companiesHaveThemSo() {
    assertThat(CompanyData.builder().vatNumber("nl 123.456.789 b01").build().vatNumber())
        .isEqualTo("NL123456789B01");
  }
}
