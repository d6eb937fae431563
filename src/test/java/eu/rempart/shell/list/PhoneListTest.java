package eu.rempart.shell.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import com.vaadin.flow.component.popover.Popover;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A list where a row is a card. */
class PhoneListTest extends BrowserlessTest {

  private final RecordGridTest.Towns towns = new RecordGridTest.Towns();
  private final RecordGrid<RecordGridTest.Town> list =
      new RecordGrid<>(
          "towns",
          towns,
          RecordGridTest.Town::id,
          town -> RecordCard.company(town.name(), "a town", "towns/" + town.id()));

  @Override
  protected Set<String> scanPackages() {
    return Set.of("eu.rempart.shell.list");
  }

  @BeforeEach
  void open() {
    UI ui = UI.getCurrent();
    ui.getInternals().setExtendedClientDetails(window(ui, "390", "844"));
    list.addTitle("name", "Name");
    list.addText("country", "Country", RecordGridTest.Town::country);
    list.addText("code", "Code", town -> town.id() == 0 ? null : "T" + town.id(), false);
    ui.add(list);
  }

  private static ExtendedClientDetails window(UI ui, String width, String height) {
    return new ExtendedClientDetails(
        ui,
        width,
        height,
        width,
        height,
        width,
        height,
        "60",
        "60",
        "0",
        "false",
        "Europe/Paris",
        "0",
        "true",
        "3",
        "phone",
        "Linux",
        "light",
        "");
  }

  @Test
  void theCardsTellWhatPeopleChooseForThem() {
    assertThat(list.grid().getColumns().stream().filter(column -> column.isVisible())).hasSize(1);
    assertThat(below(1)).isEqualTo("a town");
    assertThat(list.shown()).isEmpty();

    choose(Set.of("code", "country"));
    assertThat(below(1)).isEqualTo("France · T1");
    assertThat(below(0)).as("nothing stands for what is absent").isEqualTo("Belgium");
    assertThat(list.shown()).containsExactlyInAnyOrder("code", "country");

    choose(Set.of());
    assertThat(below(1)).isEqualTo("a town");
  }

  private String below(int row) {
    return part(row, "subtitle") + part(row, "fact");
  }

  private String part(int row, String name) {
    return test(list.grid()).getLitRendererPropertyValue(row, 0, name, String.class);
  }

  @SuppressWarnings("unchecked")
  private void choose(Set<String> keys) {
    var popover = find(Popover.class, find(Div.class).withClassName("column-chooser").single());
    popover.single().open();
    CheckboxGroup<String> choice = find(CheckboxGroup.class, popover.single()).single();
    test(choice).deselectAll();
    keys.forEach(key -> test(choice).selectItem(key.equals("code") ? "Code" : "Country"));
  }
}
