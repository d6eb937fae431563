package eu.rempart.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvisibleMarksTest {

  @ParameterizedTest
  @ValueSource(
      chars = {
        '\u00AD', '\u061C', '\u200B', '\u200E', '\u200F', '\u202A', '\u202B', '\u202C', '\u202D',
        '\u202E', '\u2060', '\u2066', '\u2067', '\u2068', '\u2069', '\uFEFF'
      })
  void marksAreNoPartOfNamesEmailsAndPhones(char mark) {
    assertThat(new PersonName("Je" + mark + "an", mark + "Dupont"))
        .isEqualTo(new PersonName("Jean", "Dupont"));
    assertThat(EmailAddress.of(mark + "jean@x" + mark + ".example"))
        .isEqualTo(EmailAddress.of("jean@x.example"));
    var phone = PhoneNumber.of(mark + "+33 6 12 34 56 78" + mark, null);
    assertThat(phone.typed()).isEqualTo("+33 6 12 34 56 78");
    assertThat(phone.e164()).isEqualTo("+33612345678");
    assertThat(PhoneNumber.parse(String.valueOf(mark), null)).isEmpty();
  }

  @Test
  void joinersAndLettersOfAllScriptsStay() {
    var text = "می‌خواهم 👩‍💻 Ștefan Weiß 王 עִבְרִית";
    assertThat(InvisibleMarks.strip(text)).isSameAs(text);
  }
}
