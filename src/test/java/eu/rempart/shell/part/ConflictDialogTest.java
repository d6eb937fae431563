package eu.rempart.shell.part;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import eu.rempart.shell.part.ConflictDialog.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConflictDialogTest extends BrowserlessTest {

  private final List<Set<String>> saved = new ArrayList<>();

  @Override
  protected Set<String> scanPackages() {
    return Set.of("eu.rempart.shell.part");
  }

  @BeforeEach
  void open() {
    new ConflictDialog<>(
            "Bea",
            List.of(
                new Choice<>("name", "Name", "Mine", "Hers"),
                new Choice<>("phone", "Phone", "+33 1 70 18 99 00", "")),
            List.of("Language", "Website"),
            saved::add)
        .open();
  }

  private RadioButtonGroup<?> group(String label) {
    return (RadioButtonGroup<?>)
        find(RadioButtonGroup.class)
            .withCondition(group -> label.equals(group.getLabel()))
            .single();
  }

  private String words(String label) {
    return group(label).getElement().getTextRecursively();
  }

  private void press(String text) {
    test(find(Button.class).withText(text).single()).click();
  }

  @Test
  void itTellsWhoSavedMeanwhileAndWhatBothWrote() {
    assertThat(find(Paragraph.class).all().getFirst().getText()).startsWith("Bea saved");
    assertThat(words("Name")).contains("Yours", "Mine", "Theirs", "Hers");
    assertThat(words("Phone")).contains("+33 1 70 18 99 00", "(empty)");
    assertThat(find(Paragraph.class).all().getLast().getText()).contains("Language, Website");
  }

  @Test
  void onesOwnValuesWinUnlessOneChoosesOtherwise() {
    press("Save my choice");
    assertThat(saved).containsExactly(Set.of("name", "phone"));
    assertThat(find(ConflictDialog.class).exists()).isFalse();
  }

  @Test
  void whereTheirsIsChosenItIsKept() {
    choose(group("Name"), 1);
    press("Save my choice");
    assertThat(saved).containsExactly(Set.of("phone"));
  }

  private static <T> void choose(RadioButtonGroup<T> group, int item) {
    group.setValue(group.getListDataView().getItem(item));
  }

  @Test
  void backToTheFormSavesNothing() {
    press("Back to the form");
    assertThat(saved).isEmpty();
    assertThat(find(ConflictDialog.class).exists()).isFalse();
  }
}
