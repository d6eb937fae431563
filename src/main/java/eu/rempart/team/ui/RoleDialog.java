package eu.rempart.team.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.right.KindRights;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.custom.CustomField;
import eu.rempart.history.RecordKind;
import eu.rempart.history.RecordKinds;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomFields;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.part.TypedText;
import eu.rempart.team.CustomRole;
import eu.rempart.team.RoleRules;
import eu.rempart.team.RoleService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a role leaves, kind by kind and field by field. */
final class RoleDialog extends Dialog {

  private static final long serialVersionUID = 1L;
  private static final int MAX_NAME = 100;

  private final transient RoleService service;
  private final transient @Nullable CustomRole role;
  private final transient Runnable done;
  private final TextField name = new TextField(t("custom_role.field.name"));
  private final Select<Role> base = new Select<>();
  private final transient Map<String, KindEditor> editors = new LinkedHashMap<>();
  private final KindEditor others;

  /**
   * @param role null for a new one
   */
  RoleDialog(
      RoleService service,
      RecordKinds kinds,
      CustomFields custom,
      @Nullable CustomRole role,
      Runnable done) {
    this.service = service;
    this.role = role;
    this.done = done;
    RoleRules rules =
        role == null ? new RoleRules(Map.of(), RoleRules.all(Scope.TEAM)) : role.rules();
    setHeaderTitle(role == null ? t("team.roles.add") : role.name());
    setCloseOnOutsideClick(false);
    setWidth("60rem");
    setMaxWidth("100vw");
    name.setMaxLength(MAX_NAME);
    name.setRequiredIndicatorVisible(true);
    base.setLabel(t("custom_role.field.base"));
    base.setItems(Role.MANAGER, Role.MEMBER, Role.READER);
    base.setItemLabelGenerator(TeamText::of);
    base.setValue(role == null ? Role.MEMBER : role.base());
    base.setReadOnly(role != null);
    base.setHelperText(t("team.roles.base.hint"));
    if (role != null) {
      name.setValue(role.name());
    }
    var top = new Div(name, base);
    top.addClassName("roles-top");
    var form = new Div(top, new Paragraph(t("team.roles.narrow")));
    form.addClassName("teams-form");
    for (String kind : service.kinds()) {
      RecordKind known = kinds.of(kind);
      CustomBook own = custom.book(kind);
      var editor =
          new KindEditor(
              t(known.labelKey()),
              rules.of(kind),
              columns(kind, own),
              column -> own.label(column).orElseGet(() -> t(known.fieldKey(column))));
      editors.put(kind, editor);
      form.add(editor);
    }
    others = new KindEditor(t("team.roles.others"), rules.others(), List.of(), column -> column);
    form.add(others);
    add(form);
    var save = new Button(t("team.save"), _ -> save());
    save.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(t("shell.cancel"), _ -> close()), save);
    name.focus();
  }

  /** Those of the kind, and each of the organisation's own fields. */
  private List<String> columns(String kind, CustomBook own) {
    List<String> columns = new ArrayList<>(service.columns(kind));
    own.all().forEach(field -> columns.add(CustomField.column(field.id())));
    return columns;
  }

  private RoleRules rules() {
    Map<String, KindRights> kinds = new LinkedHashMap<>();
    editors.forEach((kind, editor) -> kinds.put(kind, editor.rights()));
    return new RoleRules(kinds, others.rights());
  }

  private void save() {
    if (!TypedText.isAllRead(this)) {
      return;
    }
    try {
      if (role == null) {
        service.create(name.getValue(), base.getValue(), rules());
      } else if (!service.save(role, name.getValue(), rules())) {
        Notices.error(t("team.stale"));
        return;
      }
    } catch (InvalidFieldException e) {
      name.setErrorMessage(TeamText.of(e.problem()));
      name.setInvalid(true);
      name.focus();
      return;
    }
    close();
    done.run();
    Notices.success(t("team.roles.saved"));
  }
}
