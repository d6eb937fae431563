package eu.rempart.quote.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.MemberNames;
import eu.rempart.account.Right;
import eu.rempart.quote.QuoteRow;
import eu.rempart.quote.QuoteService;
import eu.rempart.quote.QuoteState;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.list.IndexNotice;
import eu.rempart.shell.list.ListAddress;
import eu.rempart.shell.list.RecordGrid;
import eu.rempart.shell.list.SearchMemo;
import eu.rempart.shell.part.EmptyState;
import eu.rempart.shell.part.Glyph;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** All quotes: found, filtered by state, sorted. */
@StyleSheet("styles/quotes.css")
@Route(value = QuoteNavigation.LIST, layout = MainLayout.class)
@RolesAllowed(Access.RECORDS)
public class QuoteListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient QuoteEditor editor;
  private final transient QuoteStart start;
  private final transient QuoteUnfinished unfinished;
  private final transient QuoteRows rows;
  private final transient IndexNotice index;
  private final MultiSelectComboBox<QuoteState> states = new MultiSelectComboBox<>();
  private final RecordGrid<QuoteRow> grid;
  private final Div notice = new Div();
  private final boolean writes;
  private boolean showing;

  QuoteListView(
      QuoteService quotes,
      QuoteEditor editor,
      QuoteStart start,
      QuoteUnfinished unfinished,
      MemberNames members,
      CurrentMember member) {
    this.editor = editor;
    this.start = start;
    this.unfinished = unfinished;
    this.writes = member.may(Right.WRITE_RECORDS, "quote");
    addClassNames("quotes-view", "records-view");
    notice.addClassName("draft-slot");
    rows = new QuoteRows(quotes);
    grid = new RecordGrid<>("quotes", rows, QuoteRow::id, QuoteRows::card);
    rows.addColumns(grid, members.all());
    index = new IndexNotice(() -> quotes.indexState().percentBuilt(), grid);
    states.setItems(QuoteState.values());
    states.setItemLabelGenerator(QuoteTexts::state);
    states.setPlaceholder(t("quote.field.state"));
    states.getElement().setAttribute("aria-label", t("quote.field.state"));
    states.setClearButtonVisible(true);
    states.addValueChangeListener(
        chosen -> {
          rows.states(chosen.getValue());
          grid.refresh();
          remember();
        });
    grid.onSearch(_ -> remember());
    grid.onSort(this::remember);
    grid.setFilters(states);
    grid.setNothingYet(nothing(), () -> states.isEmpty());
    if (writes) {
      var add = new Button(t("quote.add"), Glyph.ADD.create(), _ -> create());
      add.addThemeVariants(ButtonVariant.PRIMARY);
      grid.setActions(add);
    }
    add(new H1(t("quote.list.title")), notice, grid);
  }

  private EmptyState nothing() {
    return writes
        ? new EmptyState(
            Glyph.FILE,
            t("quote.empty.title"),
            t("quote.empty.sentence"),
            new Button(t("quote.add"), _ -> create()))
        : new EmptyState(Glyph.FILE, t("quote.empty.title"), t("quote.empty.reader"));
  }

  private void create() {
    notice.removeAll();
    editor.create(start.blank(), QuoteNavigation::open);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var parameters = event.getLocation().getQueryParameters();
    ListAddress address = ListAddress.parse(parameters, SearchMemo.current());
    showing = true;
    states.setValue(address.set("state", ListAddress.choice(QuoteState.class)));
    rows.states(states.getValue());
    grid.setSearch(address.text());
    grid.setSort(address.sort());
    showing = false;
    notice.removeAll();
    unfinished.notice(null, this::create).ifPresent(notice::add);
    if (writes && parameters.getParameters().containsKey(QuoteNavigation.NEW)) {
      create();
    }
  }

  private void remember() {
    @Nullable UI ui = UI.getCurrent();
    if (!showing && ui != null) {
      ui.getPage()
          .getHistory()
          .replaceState(
              null,
              new Location(
                  QuoteNavigation.LIST,
                  ListAddress.of(grid.search(), grid.sort(), SearchMemo.current())
                      .with("state", states.getValue())
                      .parameters()));
    }
  }

  @Override
  protected void onAttach(AttachEvent event) {
    index.watch(event.getUI());
  }

  @Override
  protected void onDetach(DetachEvent event) {
    index.stop();
  }

  @Override
  public String getPageTitle() {
    return t("quote.list.title");
  }
}
