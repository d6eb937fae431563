package eu.rempart.shell.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AvatarTest {

  @Test
  void takesTheFirstLettersOfTheFirstAndTheLastWord() {
    assertThat(Avatar.initials("Camille Dubois")).isEqualTo("CD");
    assertThat(Avatar.initials("Marie-Claire de la Tour")).isEqualTo("MT");
    assertThat(Avatar.initials("  ștefan ")).isEqualTo("Ș");
    assertThat(Avatar.initials("«Verrerie» (Nord)")).isEqualTo("VN");
  }

  @Test
  void showsADotForANameWithoutLetters() {
    assertThat(Avatar.initials("")).isEqualTo("·");
    assertThat(Avatar.initials("– —")).isEqualTo("·");
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
