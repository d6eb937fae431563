package eu.rempart.shell.custom;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import eu.rempart.shell.field.CurrencyField;
import eu.rempart.shell.field.DecimalField;
import eu.rempart.shell.field.Typing;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MoneyFieldTest extends BrowserlessTest {

  private MoneyField money;

  @BeforeEach
  void show() {
    UI.getCurrent().setLocale(Locale.FRENCH);
    money = new MoneyField();
    money.setLabel("Frais de déplacement");
    UI.getCurrent().add(money);
  }

  private static Stream<Component> all(Component of) {
    return Stream.concat(Stream.of(of), of.getChildren().flatMap(MoneyFieldTest::all));
  }

  private <T> T part(Class<T> type) {
    return all(money).filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }

  @Test
  void inputsAreNamedAfterTheField() {
    assertThat(part(DecimalField.class).getAriaLabel()).contains("Frais de déplacement : montant");
    assertThat(part(CurrencyField.class).getAriaLabel()).contains("Frais de déplacement : devise");
  }

  @Test
  void amountsStayWhatWasTyped() {
    Typing.into(part(DecimalField.class), "CHF 1'250.50");
    assertThat(money.getValue()).isEqualTo("1250.50 CHF");
    Typing.into(part(DecimalField.class), "1.250");
    assertThat(money.getValue()).isEmpty();
    assertThat(money.check()).isFalse();
  }
}
