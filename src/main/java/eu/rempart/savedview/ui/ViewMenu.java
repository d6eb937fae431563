package eu.rempart.savedview.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.select.Select;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.MenuWords;
import eu.rempart.shell.view.ListField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with the view that a list shows. A single step is a button; on a phone all is in
 * one menu, and so is the choice of groups, which has no room beside it there.
 */
final class ViewMenu extends MenuBar {

  private static final long serialVersionUID = 1L;

  private final Select<ListField> group;
  private final transient List<Step> steps = new ArrayList<>();
  private boolean narrow;

  /** A step and its name. */
  record Step(String text, Runnable run) {}

  /** A menu beside the choice of groups, which it offers itself where there is no room for it. */
  ViewMenu(Select<ListField> group) {
    this.group = group;
    addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
    setI18n(MenuWords.all());
    group.addValueChangeListener(
        _ -> {
          if (narrow) {
            fill();
          }
        });
  }

  /** Takes the choice of groups in, or leaves it beside the menu. */
  void setNarrow(boolean narrow) {
    this.narrow = narrow;
    group.setVisible(!narrow);
    fill();
  }

  /** Offers these steps; the first one keeps the view. */
  void offer(List<Step> offered) {
    steps.clear();
    steps.addAll(offered);
    fill();
  }

  private void fill() {
    removeAll();
    if (narrow) {
      MenuItem root = addItem(Glyph.MORE.create());
      root.setAriaLabel(t("savedview.more"));
      steps.forEach(step -> root.getSubMenu().addItem(step.text(), _ -> step.run().run()));
      groups(root.getSubMenu().addItem(t("savedview.group")).getSubMenu());
    } else if (steps.size() == 1) {
      addItem(t("savedview.menu"), _ -> steps.getFirst().run().run());
    } else {
      SubMenu menu = addItem(t("savedview.menu")).getSubMenu();
      steps.forEach(step -> menu.addItem(step.text(), _ -> step.run().run()));
    }
  }

  private void groups(SubMenu menu) {
    choice(menu, t("savedview.group.none"), null);
    group
        .getListDataView()
        .getItems()
        .forEach(field -> choice(menu, t("savedview.group.by", field.label()), field));
  }

  private void choice(SubMenu menu, String text, @Nullable ListField field) {
    MenuItem item = menu.addItem(text, _ -> group.setValue(field));
    item.setCheckable(true);
    item.setChecked(Objects.equals(field, group.getValue()));
  }
}
