package eu.rempart.archive.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.archive.ArchiveService;
import eu.rempart.archive.BinEntry;
import eu.rempart.archive.BinKey;
import eu.rempart.archive.BinPage;
import eu.rempart.archive.PurgeService;
import eu.rempart.history.HistoryService;
import eu.rempart.history.RecordKinds;
import eu.rempart.history.Viewer;
import eu.rempart.history.ui.HistoryPanels;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.list.Phone;
import eu.rempart.shell.list.TickBoxes;
import eu.rempart.shell.part.EmptyState;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.part.RelativeTime;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/** Everything archived that the member may see. The services decide what that is. */
@Route(value = BinNavigation.ROUTE, layout = MainLayout.class)
@RolesAllowed(Access.ARCHIVE)
@StyleSheet("styles/bin.css")
public final class BinView extends Composite<Div> implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;
  private static final int PAGE = 50;

  private final transient ArchiveService archive;
  private final transient HistoryService history;
  private final transient HistoryPanels panels;
  private final transient RecordKinds kinds;
  private final BinFilterBar filter;
  private final WaitingPurges waiting;
  private final transient PurgeService purges;
  private final boolean mayPurge;
  private final Grid<BinEntry> grid = new Grid<>();
  private final Button restore = new Button(t("archive.restore"), Glyph.RESTORE.create());
  private final Button emptyBin = new Button(t("archive.empty.bin"), Glyph.TRASH.create());
  private final Button more = new Button(t("archive.bin.more"));
  private final Div empty = new Div();
  private final transient List<BinEntry> entries = new ArrayList<>();
  private final transient Map<UUID, String> members = new HashMap<>();
  private transient @Nullable BinKey next;

  /** Shows the newest entries. */
  public BinView(
      ArchiveService archive,
      PurgeService purges,
      HistoryService history,
      HistoryPanels panels,
      RecordKinds kinds,
      Viewer viewer) {
    this.archive = archive;
    this.history = history;
    this.panels = panels;
    this.kinds = kinds;
    this.purges = purges;
    this.mayPurge = viewer.may(Viewer.Act.PURGE);
    filter = new BinFilterBar(kinds, this::refresh);
    waiting = new WaitingPurges(purges, history, viewer, this::refresh);
    getContent().addClassName("bin");

    restore.addThemeVariants(ButtonVariant.PRIMARY);
    restore.addClickListener(_ -> askRestore());
    emptyBin.addThemeVariants(ButtonVariant.ERROR);
    emptyBin.addClickListener(_ -> new EmptyBinDialog(purges, this::refresh).open());
    Div actions = new Div(restore, emptyBin);
    actions.addClassName("bin-actions");
    Div head = new Div(new H1(t("archive.bin.title")), actions);
    head.addClassName("bin-head");
    more.addClickListener(_ -> showMore());
    getContent().add(head, waiting, filter, buildGrid(), empty, more);
    refresh();
  }

  private Grid<BinEntry> buildGrid() {
    TickBoxes.on(grid);
    grid.addComponentColumn(this::name).setHeader(t("archive.bin.name")).setFlexGrow(2);
    grid.addColumn(entry -> who(entry)).setHeader(t("archive.bin.who"));
    grid.addComponentColumn(entry -> new RelativeTime(entry.at())).setHeader(t("archive.bin.when"));
    grid.addColumn(BinView::why).setHeader(t("archive.bin.why"));
    grid.addComponentColumn(BinView::size)
        .setHeader(t("archive.bin.records"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    Phone.cards(grid, grid.addComponentColumn(this::card).setFlexGrow(1));
    grid.setAllRowsVisible(true);
    grid.getElement().setAttribute("aria-label", t("archive.bin.title"));
    grid.addSelectionListener(event -> restore.setEnabled(!event.getAllSelectedItems().isEmpty()));
    return grid;
  }

  private void refresh() {
    entries.clear();
    next = null;
    grid.deselectAll();
    restore.setEnabled(false);
    waiting.refresh();
    showMore();
    emptyBin.setVisible(mayPurge && purges.count() > 0);
    restore.setVisible(!entries.isEmpty() || !filter.isOpen());
  }

  private void showMore() {
    BinPage page = archive.page(filter.filter(), next, PAGE);
    next = page.next();
    members.putAll(
        history.memberNames(
            page.entries().stream()
                .map(BinEntry::by)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet())));
    entries.addAll(page.entries());
    filter.offer(members);
    grid.setItems(List.copyOf(entries));
    more.setVisible(next != null);
    grid.setVisible(!entries.isEmpty());
    empty.removeAll();
    if (entries.isEmpty()) {
      empty.add(
          filter.isOpen()
              ? new EmptyState(
                  Glyph.TRASH, t("archive.bin.empty.title"), t("archive.bin.empty.sentence"))
              : new EmptyState(
                  Glyph.SEARCH, t("archive.bin.none.title"), t("archive.bin.none.sentence")));
    }
  }

  private Div name(BinEntry entry) {
    String name = entry.name().isEmpty() ? t("archive.bin.nameless") : entry.name();
    Span kind =
        new Span(
            kinds
                .find(entry.root().kind())
                .map(known -> t(known.labelKey()))
                .orElse(entry.root().kind()));
    kind.addClassName("bin-kind");
    Button open = new Button(name, _ -> look(entry, name));
    open.addThemeVariants(ButtonVariant.TERTIARY);
    open.addClassName("bin-open");
    open.setAriaLabel(t("archive.bin.look", name));
    Div cell = new Div(open, kind);
    cell.addClassName("bin-name");
    if (entry.purgeWaits()) {
      Span purge = new Span(t("archive.bin.purge.waits"));
      purge.addClassName("bin-purge");
      cell.add(purge);
    }
    return cell;
  }

  /** The same in two lines, for a phone. */
  private Div card(BinEntry entry) {
    Div facts = new Div(new Span(who(entry)), new RelativeTime(entry.at()));
    if (!why(entry).isEmpty()) {
      facts.add(new Span(why(entry)));
    }
    if (entry.records() + entry.links() > 1) {
      facts.add(size(entry));
    }
    facts.addClassName("bin-facts");
    Div card = new Div(name(entry), facts);
    card.addClassName("bin-card");
    return card;
  }

  /** How many records came along, and links apart from them. */
  private static Div size(BinEntry entry) {
    Div size = new Div();
    size.addClassName("bin-size");
    if (entry.records() > 0) {
      size.add(new Span(t("archive.bin.records.card", entry.records())));
    }
    if (entry.links() > 0) {
      Span links = new Span(t("archive.bin.links", entry.links()));
      links.addClassName("bin-links");
      size.add(links);
    }
    return size;
  }

  private void look(BinEntry entry, String name) {
    // the last moment that it was there
    panels.asItWas(entry.root(), name, entry.at().minusNanos(1_000)).open();
  }

  private String who(BinEntry entry) {
    return BinLabels.who(entry, members);
  }

  private static String why(BinEntry entry) {
    String reason = entry.reason() == null ? "" : entry.reason();
    return switch (reason) {
      case "undo" -> t("history.reason.undo");
      case "import" -> t("history.reason.import");
      case "bulk" -> t("history.reason.bulk");
      default -> "";
    };
  }

  private void askRestore() {
    List<BinEntry> chosen = List.copyOf(grid.getSelectedItems());
    try {
      new RestoreDialog(archive, kinds, chosen, this::refresh).open();
    } catch (AccessDeniedException _) {
      // a role may show what others archived, and not bring it back
      Notices.error(t("archive.restore.denied"));
    }
  }

  @Override
  public String getPageTitle() {
    return t("archive.bin.title");
  }
}
