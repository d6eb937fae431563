package eu.rempart.customfield.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.common.custom.CustomField;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.WayBack;
import eu.rempart.shell.part.EmptyState;
import eu.rempart.shell.part.Glyph;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** All custom fields in their order: new ones, changed ones, and those that go. */
@StyleSheet("styles/custom-fields.css")
@Route(value = CustomFieldNavigation.FIELDS, layout = MainLayout.class)
@RolesAllowed(Access.FIELDS)
public class CustomFieldsView extends Div implements HasDynamicTitle, CustomFieldRow.Steps {

  private static final long serialVersionUID = 1L;

  private final transient CustomFieldService fields;
  private final transient WayBack back;
  private final OrderedList list = new OrderedList();
  private final Div nothing = new Div();

  CustomFieldsView(CustomFieldService fields, WayBack back) {
    this.fields = fields;
    this.back = back;
    addClassName("custom-fields-view");
    list.addClassName("custom-field-rows");
    list.getElement().setAttribute("aria-label", t("custom_field.title"));
    var add =
        new Button(
            t("custom_field.add"),
            Glyph.ADD.create(),
            _ -> new CustomFieldPanel(fields, null, this::refresh).open());
    add.addThemeVariants(ButtonVariant.PRIMARY);
    var head = new Div(new H1(t("custom_field.title")), add);
    head.addClassName("custom-fields-head");
    nothing.add(
        new EmptyState(
            Glyph.EDIT, t("custom_field.empty.title"), t("custom_field.empty.sentence")));
    add(head, new Paragraph(t("custom_field.sentence")), nothing, list);
    refresh();
  }

  private void refresh() {
    list.removeAll();
    List<CustomField> all = fields.all();
    for (int place = 0; place < all.size(); place++) {
      list.add(new CustomFieldRow(all.get(place), place == 0, place == all.size() - 1, this));
    }
    nothing.setVisible(all.isEmpty());
  }

  @Override
  public void edit(CustomField field) {
    new CustomFieldPanel(fields, field, this::refresh).open();
  }

  @Override
  public void move(CustomField field, int by) {
    List<UUID> order = new ArrayList<>(fields.all().stream().map(CustomField::id).toList());
    int at = order.indexOf(field.id());
    int to = at + by;
    if (at >= 0 && to >= 0 && to < order.size()) {
      order.add(to, order.remove(at));
      fields.order(order);
    }
    refresh();
  }

  @Override
  public void archive(CustomField field) {
    UUID change = fields.archive(field.id());
    refresh();
    back.offer(t("custom_field.archived"), change, this::refresh);
  }

  @Override
  public String getPageTitle() {
    return t("custom_field.title");
  }
}
