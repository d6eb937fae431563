package eu.rempart.shell.field;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ToneFieldTest extends BrowserlessTest {

  @Test
  void eachToneIsShownWithItsName() {
    var field = new ToneField("Colour", 1);
    UI.getCurrent().add(field);

    assertThat(field.getValue()).isEqualTo(1);
    assertThat(field.getItemLabelGenerator())
        .as("its text would be shown without the colour")
        .isNull();
    assertThat(IntStream.range(0, 8).mapToObj(ToneField::name)).doesNotHaveDuplicates();
    assertThat(field.getItemRenderer()).isInstanceOf(ComponentRenderer.class);
    Span swatch = ToneField.swatch(1);
    assertThat(swatch.getElement().getTextRecursively()).isEqualTo("Blue");
    assertThat(swatch.getElement().getChild(0).getClassList()).contains("tone-1");
  }
}
