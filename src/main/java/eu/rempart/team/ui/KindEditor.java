package eu.rempart.team.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import eu.rempart.account.Right;
import eu.rempart.account.Scope;
import eu.rempart.account.right.FieldRule;
import eu.rempart.account.right.KindRights;
import eu.rempart.shell.field.ChoicesField;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What a role leaves of one kind of record. */
final class KindEditor extends Div {

  private static final long serialVersionUID = 1L;

  private static final List<Right> RIGHTS =
      List.of(Right.READ_RECORDS, Right.WRITE_RECORDS, Right.ARCHIVE_RECORDS, Right.EXPORT_RECORDS);

  private final Map<Right, Select<Scope>> scopes = new EnumMap<>(Right.class);
  private final ChoicesField<String> hidden;
  private final ChoicesField<String> fixed;

  /** Rules on fields that lie in the bin: they hold once those come back. */
  private final Map<String, FieldRule> unseen;

  /**
   * @param columns that may be hidden; none where fields are not told apart
   * @param label of a column
   */
  KindEditor(String title, KindRights rights, List<String> columns, UnaryOperator<String> label) {
    addClassName("role-kind");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", title);
    var row = new Div();
    row.addClassName("role-scopes");
    for (Right right : RIGHTS) {
      var scope = new Select<Scope>();
      scope.setLabel(TeamText.of(right));
      scope.setItems(Scope.values());
      scope.setItemLabelGenerator(TeamText::of);
      scope.setValue(rights.scope(right));
      scopes.put(right, scope);
      row.add(scope);
    }
    unseen = new HashMap<>(rights.fields());
    unseen.keySet().removeAll(Set.copyOf(columns));
    hidden = fields(t("team.field.hidden"), columns, label, rights, FieldRule.HIDDEN);
    fixed = fields(t("team.field.readonly"), columns, label, rights, FieldRule.READ_ONLY);
    add(new H3(title), row);
    if (!columns.isEmpty()) {
      var fields = new Div(hidden, fixed);
      fields.addClassName("role-fields");
      add(fields);
    }
  }

  private static ChoicesField<String> fields(
      String title,
      List<String> columns,
      UnaryOperator<String> label,
      KindRights rights,
      FieldRule rule) {
    var box = new ChoicesField<String>(title);
    box.setItems(columns);
    box.setItemLabelGenerator(label::apply);
    Set<String> chosen =
        columns.stream()
            .filter(column -> rights.fields().get(column) == rule)
            .collect(Collectors.toSet());
    box.setValue(chosen);
    return box;
  }

  /** What stands on the screen; a field that is hidden is not also read-only. */
  KindRights rights() {
    Map<Right, Scope> given = new EnumMap<>(Right.class);
    scopes.forEach((right, scope) -> given.put(right, scope.getValue()));
    Map<String, FieldRule> fields = new HashMap<>(unseen);
    fixed.getValue().forEach(column -> fields.put(column, FieldRule.READ_ONLY));
    hidden.getValue().forEach(column -> fields.put(column, FieldRule.HIDDEN));
    return new KindRights(given, fields);
  }
}
