package eu.rempart.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {

  @ParameterizedTest
  @CsvSource({
    "Jean Dupont, Jean, Dupont",
    "'Dupont, Jean', Jean, Dupont",
    "DUPONT Jean, Jean, DUPONT",
    "Jean-Pierre DE SMET, Jean-Pierre, DE SMET",
    "Jan van der Berg, Jan, van der Berg",
    "Ana Maria de la Cruz, Ana Maria, de la Cruz",
    "Jörg von Weiß, Jörg, von Weiß",
    "Ștefan  Țăran, Ștefan, Țăran",
    "Madonna, '', Madonna",
    "'', '', ''",
  })
  void aNameInOnePieceIsSplit(String full, String first, String last) {
    assertThat(PersonName.split(full)).isEqualTo(new PersonName(first, last));
  }

  @Test
  void initialsAreLettersInUpperCase() {
    assertThat(new PersonName("élodie", "(d’Arc)").initials()).isEqualTo("ÉD");
    assertThat(new PersonName("", "").initials()).isEmpty();
    assertThat(new PersonName("Jean", "Dupont").full()).isEqualTo("Jean Dupont");
    assertThat(new PersonName("", "Dupont").full()).isEqualTo("Dupont");
  }

  @Test
  void aBirthdayMayLackItsYear() {
    assertThat(Birthday.parse("--03-07").orElseThrow().iso()).isEqualTo("--03-07");
    assertThat(Birthday.parse("--03-07").orElseThrow().date()).isEmpty();
    assertThat(Birthday.parse("1980-02-29").orElseThrow().date())
        .contains(LocalDate.of(1980, 2, 29));
    assertThat(Birthday.parse("1981-02-29")).isEmpty();
    assertThat(Birthday.parse("7 mars")).isEmpty();
  }

  @Test
  void countriesAreTwoLetters() {
    assertThat(CountryCode.of(" be ").value()).isEqualTo("BE");
    assertThat(CountryCode.of("RO").name(Locale.FRENCH)).isEqualTo("Roumanie");
    assertThat(CountryCode.parse("XX")).isEmpty();
    assertThat(CountryCode.parse(null)).isEmpty();
  }
}
