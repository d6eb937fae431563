package eu.rempart.savedview.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.menubar.MenuBarTester;
import com.vaadin.flow.component.select.Select;
import eu.rempart.shell.view.ListField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Steps on a view, beside the choice of groups or with it. */
class ViewMenuTest extends BrowserlessTest {

  private static final ListField COUNTRY =
      ListField.choice("country", "Country", Map.of("FR", "France"));

  private final Select<ListField> group = new Select<>();
  private final ViewMenu menu = new ViewMenu(group);
  private final MenuBarTester<ViewMenu> tester = new MenuBarTester<>(menu);
  private final List<String> taken = new ArrayList<>();

  @Override
  protected Set<String> scanPackages() {
    return Set.of("eu.rempart.savedview.ui");
  }

  @BeforeEach
  void open() {
    group.setItems(COUNTRY);
    UI.getCurrent().add(group, menu);
    offer("Keep");
  }

  private void offer(String... steps) {
    menu.offer(
        List.of(steps).stream()
            .map(step -> new ViewMenu.Step(step, () -> taken.add(step)))
            .toList());
  }

  @Test
  void singleStepIsButton() {
    tester.clickItem("Save view");
    assertThat(taken).containsExactly("Keep");
    offer("Keep", "Rename");
    tester.clickItem("Save view", "Rename");
    assertThat(taken).containsExactly("Keep", "Rename");
  }

  @Test
  void phoneHasGroupsInMenu() {
    menu.setNarrow(true);
    assertThat(group.isVisible()).isFalse();
    tester.clickItem(0, 0);
    assertThat(taken).containsExactly("Keep");

    tester.clickItem(0, 1, 1);
    assertThat(group.getValue()).isEqualTo(COUNTRY);
    assertThat(tester.isItemChecked(0, 1, 1)).isTrue();
    assertThat(tester.isItemChecked(0, 1, 0)).isFalse();
    tester.clickItem(0, 1, 0);
    assertThat(group.getValue()).isNull();

    menu.setNarrow(false);
    assertThat(group.isVisible()).isTrue();
    tester.clickItem("Save view");
  }
}
