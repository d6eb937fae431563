package eu.rempart.shell.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AvatarTest {

  @Test
  void takesTheFirstLettersOfTheFirstAndTheLastWord() {
    assertThat(Avatar.initials("Camille Dubois", Avatar.Shape.PERSON)).isEqualTo("CD");
    assertThat(Avatar.initials("Marie-Claire de la Tour", Avatar.Shape.PERSON)).isEqualTo("MT");
    assertThat(Avatar.initials("  ștefan ", Avatar.Shape.PERSON)).isEqualTo("Ș");
    assertThat(Avatar.initials("«Verrerie» (Nord)", Avatar.Shape.PERSON)).isEqualTo("VN");
  }

  @Test
  void signsAndLegalFormsAreNoWords() {
    assertThat(Avatar.initials("Zoë Keller 🏭", Avatar.Shape.PERSON)).isEqualTo("ZK");
    assertThat(Avatar.initials("Müller & Söhne GmbH 🏭", Avatar.Shape.COMPANY)).isEqualTo("MS");
    assertThat(Avatar.initials("Müller & Söhne GmbH & Co. KG", Avatar.Shape.COMPANY))
        .isEqualTo("MS");
    assertThat(Avatar.initials("Verre du Nord S.A.", Avatar.Shape.COMPANY)).isEqualTo("VN");
    assertThat(Avatar.initials("SAS", Avatar.Shape.COMPANY)).as("called so").isEqualTo("S");
    assertThat(Avatar.initials("Leila Sa", Avatar.Shape.PERSON)).as("a person").isEqualTo("LS");
  }

  @Test
  void showsADotForANameWithoutLetters() {
    assertThat(Avatar.initials("", Avatar.Shape.PERSON)).isEqualTo("·");
    assertThat(Avatar.initials("– —", Avatar.Shape.PERSON)).isEqualTo("·");
  }

  @Test
  void hasTheSameToneForTheSameNameHoweverItIsWritten() {
    assertThat(Avatar.cssClasses("Camille Dubois", Avatar.Shape.PERSON))
        .isEqualTo(Avatar.cssClasses(" camille DUBOIS ", Avatar.Shape.PERSON));
  }

  @Test
  void usesEveryTone() {
    assertThat(
            IntStream.range(0, 500)
                .mapToObj(i -> Avatar.cssClasses("Name " + i, Avatar.Shape.COMPANY))
                .distinct())
        .hasSize(8)
        .allMatch(classes -> classes.matches("avatar avatar-company tone-[0-7]"));
  }
}
