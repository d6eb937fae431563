package eu.rempart.email.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.Labels;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FilledTest {

  private static final OwnField SHOES =
      new OwnField(
          "contact",
          new CustomField(
              UUID.fromString("0199a0c0-0000-7000-8000-00001234abcd"),
              1,
              CustomKind.NUMBER,
              Labels.of("Shoe }} size of whoever wears them every day"),
              Set.of("contact"),
              Set.of(),
              false,
              1,
              List.of()));

  private static final FieldValues VALUES =
      new FieldValues()
          .put(TemplateField.CONTACT_FIRST_NAME, "Zoë {{me.name}} $1")
          .put(TemplateField.MY_NAME, "Ada")
          .put(SHOES, "43");

  @Test
  void fieldsOfOnesOwnAreKnownByTheirIdWhateverTheyAreCalled() {
    assertThat(SHOES.marked(Locale.ENGLISH))
        .isEqualTo(
            "{{contact.own.1234abcd Shoe size of whoever wears them }}".replace(" }}", "}}"));
    assertThat(
            Filled.of(
                    SHOES.marked(Locale.ENGLISH)
                        + " {{contact.own.1234ABCD}} {{ contact.own.1234abcd Pointure }}",
                    VALUES)
                .text())
        .isEqualTo("43 43 43");
    assertThat(Filled.of("{{deal.own.1234abcd}} {{contact.own.}} {{contact.own}}", VALUES).open())
        .hasSize(3);
  }

  @Test
  void fieldsAreFilledInAnySpelling() {
    Filled filled = Filled.of("Dear {{ Contact.FirstName }}, {{me.name}}", VALUES);

    assertThat(filled.text()).isEqualTo("Dear Zoë {{me.name}} $1, Ada");
    assertThat(filled.open()).isEmpty();
  }

  @Test
  void aTextOfBracesAndBlanksTakesNoTime() {
    for (String blank : List.of(" ", "{{ ", "\n", "\u2003", "{{x ")) {
      String text = "{{" + blank.repeat(100_000);
      assertThat(
              assertTimeoutPreemptively(
                  Duration.ofSeconds(10),
                  () -> Filled.of(text, VALUES).text().equals(text) && !Filled.isOfQuotes(text)))
          .isTrue();
    }
  }

  @Test
  void whatIsUnknownOrEmptyStaysAndIsNamed() {
    Filled filled = Filled.of("{{deal.name}} {{x}} {{}} {{x}} { {me.name}}", VALUES);

    assertThat(filled.text()).isEqualTo("{{deal.name}} {{x}} {{}} {{x}} { {me.name}}");
    assertThat(filled.open()).containsExactly("{{deal.name}}", "{{x}}", "{{}}");
  }
}
