package eu.rempart.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

  @ParameterizedTest
  @CsvSource({
    "06 12 34 56 78, FR, +33612345678",
    "0612345678, FR, +33612345678",
    "+33 (0)6 12 34 56 78, BE, +33612345678",
    "0033 6 12 34 56 78, FR, +33612345678",
    "0470 12 34 56, BE, +32470123456",
    "030/901820, DE, +4930901820",
    "0721 234 567, RO, +40721234567",
    "01 23 45 67 89 ext. 12, FR, +33123456789",
  })
  void numbersAreUnderstoodAsDialledInTheirCountry(String typed, String country, String e164) {
    var number = PhoneNumber.of(typed, CountryCode.of(country));
    assertThat(number.e164()).isEqualTo(e164);
    assertThat(number.typed()).isEqualTo(typed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "poste 12",
        "3.36E+10",
        "3,36E+10",
        "à rappeler",
        "<b>1</b>",
        "12",
        // longer than E.164, and possible by the plan of Germany
        "+49 30 90182 30 901820"
      })
  void whatIsNotUnderstoodIsKeptAsTyped(String typed) {
    var number = PhoneNumber.of(typed, CountryCode.of("FR"));
    assertThat(number.understood()).isFalse();
    assertThat(number.typed()).isEqualTo(typed);
    assertThat(number.dialled()).isEqualTo(typed);
    assertThat(number.pretty()).isEqualTo(typed);
  }

  @Test
  void withoutACountryOnlyInternationalNumbersAreUnderstood() {
    assertThat(PhoneNumber.of("06 12 34 56 78", null).understood()).isFalse();
    assertThat(PhoneNumber.of("+33612345678", null).pretty()).isEqualTo("+33 6 12 34 56 78");
  }

  @ParameterizedTest
  @CsvSource({
    "01 23 45 67 89 ext. 12, FR, +33 1 23 45 67 89 ext. 12",
    "(415) 555-2671 x9, US, +1 415-555-2671 ext. 9",
    "+33 1 23 45 67 89;ext=7, DE, +33 1 23 45 67 89 ext. 7",
    "01 23 45 67 89 poste 12, FR, 01 23 45 67 89 poste 12",
    "1-800-FLOWERS, US, +1 800-356-9377"
  })
  void anExtensionIsShownAndLeavesWithTheNumber(String typed, String country, String shown) {
    var number = PhoneNumber.of(typed, CountryCode.of(country));

    assertThat(number.pretty()).isEqualTo(shown);
    assertThat(PhoneNumber.of(number.whole(), null).pretty())
        .isEqualTo(number.understood() ? shown : number.typed());
  }

  @Test
  void nothingAndTooMuchAreNoNumbers() {
    assertThat(PhoneNumber.parse("  ", null)).isEmpty();
    assertThat(PhoneNumber.parse("1".repeat(101), null)).isEmpty();
    assertThatThrownBy(() -> PhoneNumber.of(" ", null))
        .isInstanceOf(InvalidPhoneNumberException.class);
    assertThatThrownBy(() -> new PhoneNumber("06", "06"))
        .isInstanceOf(InvalidPhoneNumberException.class);
  }
}
