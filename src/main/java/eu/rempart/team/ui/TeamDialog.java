package eu.rempart.team.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.shell.field.ChoicesField;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.part.TypedText;
import eu.rempart.team.Team;
import eu.rempart.team.TeamService;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A team's name and its members, of a new one or of one that is there. */
final class TeamDialog extends Dialog {

  private static final long serialVersionUID = 1L;
  private static final int MAX_NAME = 100;

  private final transient TeamService service;
  private final transient @Nullable Team team;
  private final transient Runnable done;
  private final TextField name = new TextField(t("team.field.name"));
  private final ChoicesField<UUID> members = new ChoicesField<>(t("team.list.members"));

  /**
   * @param names of everybody who may be in a team
   * @param team null for a new one
   */
  TeamDialog(TeamService service, Map<UUID, String> names, @Nullable Team team, Runnable done) {
    this.service = service;
    this.team = team;
    this.done = done;
    setHeaderTitle(team == null ? t("team.list.add") : team.name());
    setCloseOnOutsideClick(false);
    name.setMaxLength(MAX_NAME);
    name.setRequiredIndicatorVisible(true);
    members.setItems(names.keySet());
    members.setItemLabelGenerator(id -> names.getOrDefault(id, ""));
    if (team != null) {
      name.setValue(team.name());
      Set<UUID> present = new LinkedHashSet<>(names.keySet());
      present.retainAll(team.members());
      members.setValue(present);
    }
    var form = new Div(name, members);
    form.addClassName("teams-form");
    add(form);
    var save = new Button(t("team.save"), _ -> save());
    save.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(t("shell.cancel"), _ -> close()), save);
    name.focus();
  }

  private void save() {
    if (!TypedText.isAllRead(this)) {
      return;
    }
    try {
      if (team == null) {
        service.create(name.getValue(), members.getValue());
      } else if (!service.save(team, name.getValue(), members.getValue())) {
        Notices.error(t("team.stale"));
        return;
      }
    } catch (InvalidFieldException e) {
      name.setErrorMessage(TeamText.of(e.problem()));
      name.setInvalid(true);
      return;
    }
    close();
    done.run();
    Notices.success(t("team.saved"));
  }
}
