package eu.rempart.ops.backup.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.account.right.OpenToEngineers;
import eu.rempart.ops.backup.Act;
import eu.rempart.ops.backup.BackupCell;
import eu.rempart.ops.backup.BackupService;
import eu.rempart.ops.backup.BackupState;
import eu.rempart.ops.backup.BackupState.Known;
import eu.rempart.ops.backup.BackupState.Obstacle;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.light.Light;
import eu.rempart.shell.part.CommandBlock;
import eu.rempart.shell.part.Live;
import eu.rempart.shell.text.Formats;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Where backups lie, how old they are, what proves them, and what goes on with them. */
@Route(value = BackupNavigation.BACKUPS, layout = MainLayout.class)
@RolesAllowed(Access.OPERATIONS)
@OpenToEngineers
@StyleSheet("styles/backups.css")
public final class BackupsView extends Composite<Div> implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  /** Backups grow older, and what the other server does is told by nobody. */
  private static final Duration PACE = Duration.ofSeconds(10);

  private final transient BackupService service;
  private final transient Clock clock = Clock.systemUTC();
  private final String self;
  private final Div content = new Div();
  private final Light light = new Light();
  private final Paragraph next = new Paragraph();
  private final Paragraph machines = new Paragraph();
  private final Button everywhere = new Button(t("backups.everywhere"), _ -> backUp());
  private final Div install =
      new Div(
          new Paragraph(t("backups.install")),
          new CommandBlock(t("backups.install"), "apt-get install pgbackrest restic"));
  private final BackupKitPanel kit;

  /** Whose panels are shown; they are drawn anew when a destination or a server comes or goes. */
  private transient List<Object> drawn = List.of("");

  private transient Map<UUID, DestinationPanel> panels = Map.of();
  private transient List<BackupCell> askable = List.of();

  public BackupsView(BackupService service) {
    this.service = service;
    this.self = service.self();
    this.kit = new BackupKitPanel(service, this::show);
    everywhere.addThemeVariants(ButtonVariant.PRIMARY);
    install.addClassName("backup-install");
    content.addClassName("light-content");
    var page = getContent();
    page.addClassName("light-page");
    // at times nothing in it takes the focus, and a phone has to scroll it: so do keys, with this
    page.getElement().setAttribute("tabindex", "0");
    page.getElement().setAttribute("role", "region");
    page.getElement().setAttribute("aria-label", t("backups.title"));
    page.add(new H1(t("backups.title")), light, install, content);
    Live.keep(this, service::onChange, this::show);
    Live.every(this, PACE, this::show);
    show();
  }

  @Override
  public String getPageTitle() {
    return t("backups.title");
  }

  /** Buttons stay where they are as long as destinations and servers are the same. */
  private void show() {
    BackupState state = service.state();
    Instant now = clock.instant();
    List<Object> names =
        List.of(
            state.servers(),
            state.destinations().stream().map(Known::destination).toList(),
            state.obstacle() == Obstacle.DATABASE_ELSEWHERE);
    if (!names.equals(drawn)) {
      drawn = names;
      content.removeAll();
      draw(state);
    }
    BackupLight found = BackupLight.of(state, now);
    light.show(found.look(), found.sentence());
    install.setVisible(
        state.obstacle() == Obstacle.PROGRAMS_MISSING && !state.destinations().isEmpty());
    if (!state.destinations().isEmpty()) {
      fill(state, now);
    }
  }

  private void draw(BackupState state) {
    if (state.destinations().isEmpty()) {
      if (state.obstacle() != Obstacle.DATABASE_ELSEWHERE) {
        content.add(new DestinationGuide());
      }
      return;
    }
    Map<UUID, DestinationPanel> made = new LinkedHashMap<>();
    for (Known known : state.destinations()) {
      made.put(known.destination().id(), new DestinationPanel(service, state, known, this::show));
    }
    panels = made;
    var row = new Div(everywhere, next);
    row.addClassNames("light-row", "backup-everywhere");
    content.add(new Paragraph(t("backups.sentence")), machines, row);
    if (service.mayHaveKit()) {
      content.add(kit);
    }
    made.values().forEach(content::add);
    content.add(new DestinationGuide());
  }

  private void fill(BackupState state, Instant now) {
    askable = state.cells().stream().filter(cell -> isAskable(state, cell)).toList();
    everywhere.setEnabled(!askable.isEmpty());
    Instant due = state.next();
    next.setText(due == null ? "" : t("backups.next", Formats.minute(due)));
    machines.setText(BackupTexts.machines(state));
    kit.show(state);
    for (Known known : state.destinations()) {
      Objects.requireNonNull(panels.get(known.destination().id()))
          .show(state, known, askable::contains, now);
    }
  }

  /** What another server can't do only that server knows. */
  private boolean isAskable(BackupState state, BackupCell cell) {
    boolean able = state.obstacle() == null || !cell.server().equals(self);
    return able
        && state
            .destination(cell.destination())
            .filter(known -> known.refused() == null)
            .isPresent();
  }

  private void backUp() {
    service.ask(askable, Act.MAKE);
    show();
  }
}
