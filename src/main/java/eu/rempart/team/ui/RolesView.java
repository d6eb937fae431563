package eu.rempart.team.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.account.Right;
import eu.rempart.history.RecordKinds;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.WayBack;
import eu.rempart.shell.custom.CustomFields;
import eu.rempart.shell.part.Card;
import eu.rempart.shell.part.EmptyState;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.Notices;
import eu.rempart.team.CustomRole;
import eu.rempart.team.RoleInUseException;
import eu.rempart.team.RoleService;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The roles that the organisation made itself. */
@Route(value = TeamNavigation.ROLES, layout = MainLayout.class)
@RolesAllowed(Access.MEMBERS)
@StyleSheet("styles/teams.css")
public class RolesView extends Div implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient RoleService service;
  private final transient RecordKinds kinds;
  private final transient CustomFields custom;
  private final transient WayBack back;
  private final Div cards = new Div();

  RolesView(RoleService service, RecordKinds kinds, CustomFields custom, WayBack back) {
    this.service = service;
    this.kinds = kinds;
    this.custom = custom;
    this.back = back;
    addClassName("teams-view");
    cards.addClassName("teams");
    var add = new Button(t("team.roles.add"), Glyph.ADD.create(), _ -> open(null));
    add.addThemeVariants(ButtonVariant.PRIMARY);
    var head = new Div(new H1(t("team.roles.title")), add);
    head.addClassName("teams-head");
    add(head, new Paragraph(t("team.roles.sentence")), cards);
    refresh();
  }

  private void refresh() {
    cards.removeAll();
    List<CustomRole> all = service.all();
    all.forEach(role -> cards.add(card(role)));
    if (all.isEmpty()) {
      cards.add(
          new EmptyState(Glyph.KEY, t("team.roles.empty.title"), t("team.roles.empty.sentence")));
    }
  }

  private Component card(CustomRole role) {
    String reads =
        service.kinds().stream()
            .map(
                kind ->
                    t(
                        "team.roles.reads",
                        t(kinds.of(kind).labelKey()),
                        TeamText.of(role.rules().of(kind).scope(Right.READ_RECORDS))))
            .collect(Collectors.joining(" · "));
    var edit = new Button(t("team.edit"), _ -> open(role));
    edit.setAriaLabel(t("team.edit.which", role.name()));
    var remove = new Button(t("team.archive"), Glyph.ARCHIVE.create(), _ -> remove(role));
    remove.addThemeVariants(ButtonVariant.TERTIARY);
    remove.setAriaLabel(t("team.archive.which", role.name()));
    var actions = new Div(remove, edit);
    actions.addClassName("teams-actions");
    var facts =
        new Paragraph(
            t("team.roles.facts", TeamText.of(role.base()), service.countMembers(role.id())));
    facts.addClassName("teams-soft");
    return new Card(role.name(), facts, new Paragraph(reads)).withAction(actions);
  }

  private void open(@Nullable CustomRole role) {
    new RoleDialog(service, kinds, custom, role, this::refresh).open();
  }

  private void remove(CustomRole role) {
    try {
      UUID change = service.remove(role.id());
      refresh();
      back.offer(t("team.roles.archived"), change, this::refresh);
    } catch (RoleInUseException e) {
      Notices.error(t("team.roles.inuse", e.members()));
    }
  }

  @Override
  public String getPageTitle() {
    return t("team.roles.title");
  }
}
