package eu.rempart.shell.part;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordPanelTest extends BrowserlessTest {

  private RecordPanel panel;
  private int saves;
  private int ends;

  @Override
  protected Set<String> scanPackages() {
    return Set.of("eu.rempart.shell.part");
  }

  @BeforeEach
  void open() {
    panel = new RecordPanel("Edit", new Div("form"), "Save it", () -> saves++);
    panel.onEnd(() -> ends++);
    panel.open();
  }

  private void press(String text) {
    test(find(Button.class).withText(text).all().getLast()).click();
  }

  @Test
  void whatIsUntouchedClosesWithoutAQuestion() {
    press("Cancel");
    assertThat(panel.isOpened()).isFalse();
    assertThat(find(Confirmation.class).exists()).isFalse();
    assertThat(ends).as("there was nothing to give up").isZero();
  }

  @Test
  void whatIsTypedIsGivenUpOnlyAfterAQuestion() {
    panel.setUnsaved(true);
    press("Cancel");
    assertThat(panel.isOpened()).isTrue();
    press("Keep editing");
    assertThat(find(Confirmation.class).exists()).isFalse();
    assertThat(panel.isOpened()).isTrue();

    press("Cancel");
    press("Leave without saving");
    assertThat(panel.isOpened()).isFalse();
    assertThat(ends).isEqualTo(1);
  }

  @Test
  void secondClickOnWhatOpensItOpensNoSecondOne() {
    var second = new RecordPanel("Edit", new Div("form"), "Save it", () -> saves++);
    second.open();
    assertThat(second.isOpened()).isFalse();

    var inside = new RecordPanel("New company", new Div("form"), "Save company", () -> saves++);
    inside.open();
    assertThat(inside.isOpened()).as("one that a form opens above itself").isTrue();
    inside.close();
    panel.close();
    second.open();
    assertThat(second.isOpened()).isTrue();
  }

  @Test
  void itStaysOpenUntilWhatSavesSaysSo() {
    panel.setUnsaved(true);
    press("Save it");
    assertThat(saves).isEqualTo(1);
    assertThat(panel.isOpened()).isTrue();

    panel.done();
    assertThat(panel.isOpened()).isFalse();
    assertThat(ends).isEqualTo(1);
  }
}
