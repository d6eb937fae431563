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
import eu.rempart.account.MemberNames;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.WayBack;
import eu.rempart.shell.part.Card;
import eu.rempart.shell.part.EmptyState;
import eu.rempart.shell.part.Glyph;
import eu.rempart.team.Team;
import eu.rempart.team.TeamService;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The teams of the organisation, and who is in them. */
@Route(value = TeamNavigation.TEAMS, layout = MainLayout.class)
@RolesAllowed(Access.MEMBERS)
@StyleSheet("styles/teams.css")
public class TeamsView extends Div implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient TeamService service;
  private final transient MemberNames names;
  private final transient WayBack back;
  private final Div cards = new Div();

  TeamsView(TeamService service, MemberNames names, WayBack back) {
    this.service = service;
    this.names = names;
    this.back = back;
    addClassName("teams-view");
    cards.addClassName("teams");
    var add = new Button(t("team.list.add"), Glyph.ADD.create(), _ -> open(null));
    add.addThemeVariants(ButtonVariant.PRIMARY);
    var head = new Div(new H1(t("team.list.title")), add);
    head.addClassName("teams-head");
    add(head, new Paragraph(t("team.list.sentence")), cards);
    refresh();
  }

  private void refresh() {
    cards.removeAll();
    Map<UUID, String> known = names.all();
    List<Team> all = service.all();
    all.forEach(team -> cards.add(card(team, known)));
    if (all.isEmpty()) {
      cards.add(
          new EmptyState(Glyph.MEMBERS, t("team.list.empty.title"), t("team.list.empty.sentence")));
    }
  }

  private Component card(Team team, Map<UUID, String> known) {
    String people =
        known.entrySet().stream()
            .filter(member -> team.members().contains(member.getKey()))
            .map(Map.Entry::getValue)
            .collect(Collectors.joining(", "));
    var edit = new Button(t("team.edit"), _ -> open(team));
    edit.setAriaLabel(t("team.edit.which", team.name()));
    var remove = new Button(t("team.archive"), Glyph.ARCHIVE.create(), _ -> remove(team));
    remove.addThemeVariants(ButtonVariant.TERTIARY);
    remove.setAriaLabel(t("team.archive.which", team.name()));
    var actions = new Div(remove, edit);
    actions.addClassName("teams-actions");
    return new Card(team.name(), new Paragraph(people.isEmpty() ? t("team.list.nobody") : people))
        .withAction(actions);
  }

  private void open(@org.jspecify.annotations.Nullable Team team) {
    new TeamDialog(service, names.all(), team, this::refresh).open();
  }

  private void remove(Team team) {
    UUID change = service.remove(team.id());
    refresh();
    back.offer(t("team.archived"), change, this::refresh);
  }

  @Override
  public String getPageTitle() {
    return t("team.list.title");
  }
}
