package eu.rempart.shell.custom;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import eu.rempart.shell.field.Typing;
import eu.rempart.shell.field.number.CurrencyField;
import eu.rempart.shell.field.number.DecimalField;
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

  /** The change bubbles, as it does in a browser. */
  private void type(String amount) {
    Typing.into(part(DecimalField.class), amount);
    money
        .getElement()
        .getNode()
        .getFeature(ElementListenerMap.class)
        .fireEvent(new DomEvent(money.getElement(), "change", JacksonUtils.createObjectNode()));
  }

  @Test
  void inputsAreNamedAfterTheField() {
    assertThat(part(DecimalField.class).getAriaLabel())
        .contains("Frais de déplacement\u00a0: montant");
    assertThat(part(CurrencyField.class).getAriaLabel())
        .contains("Frais de déplacement\u00a0: devise");
  }

  @Test
  void amountsStayWhatWasTyped() {
    type("CHF 1'250.50");
    assertThat(money.getValue()).isEqualTo("1250.50 CHF");
    type("1.250");
    assertThat(money.getValue()).isEmpty();
    assertThat(money.check()).isFalse();
  }
}
