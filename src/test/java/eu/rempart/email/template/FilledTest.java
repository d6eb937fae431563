package eu.rempart.email.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FilledTest {

  private static final Map<TemplateField, String> VALUES =
      Map.of(TemplateField.CONTACT_FIRST_NAME, "Zoë {{me.name}} $1", TemplateField.MY_NAME, "Ada");

  @Test
  void fieldsAreFilledInAnySpelling() {
    Filled filled = Filled.of("Dear {{ Contact.FirstName }}, {{me.name}}", VALUES);

    assertThat(filled.text()).isEqualTo("Dear Zoë {{me.name}} $1, Ada");
    assertThat(filled.open()).isEmpty();
  }

  @Test
  void whatIsUnknownOrEmptyStaysAndIsNamed() {
    Filled filled = Filled.of("{{deal.name}} {{x}} {{}} {{x}} { {me.name}}", VALUES);

    assertThat(filled.text()).isEqualTo("{{deal.name}} {{x}} {{}} {{x}} { {me.name}}");
    assertThat(filled.open()).containsExactly("{{deal.name}}", "{{x}}", "{{}}");
  }
}
