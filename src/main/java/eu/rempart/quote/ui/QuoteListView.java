package eu.rempart.quote.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.MemberNames;
import eu.rempart.account.Right;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.QuoteQuery;
import eu.rempart.quote.QuoteRow;
import eu.rempart.quote.QuoteService;
import eu.rempart.quote.QuoteState;
import eu.rempart.search.rule.Rule;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.bulk.BulkChanges;
import eu.rempart.shell.bulk.BulkSteps;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomFields;
import eu.rempart.shell.field.ChoicesField;
import eu.rempart.shell.list.IndexNotice;
import eu.rempart.shell.list.ListAddress;
import eu.rempart.shell.list.ListExport;
import eu.rempart.shell.list.ListPlace;
import eu.rempart.shell.list.RecordGrid;
import eu.rempart.shell.list.SearchMemo;
import eu.rempart.shell.part.EmptyState;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.tag.Tags;
import eu.rempart.shell.view.GridView;
import eu.rempart.shell.view.ViewBars;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

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
  private final ChoicesField<QuoteState> states = new ChoicesField<>();
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
      CurrentMember member,
      Tags tags,
      CustomFields custom,
      QuoteBulk room,
      BulkChanges changes,
      ViewBars views,
      ObjectProvider<ListExport<QuoteQuery>> exports) {
    this.editor = editor;
    this.start = start;
    this.unfinished = unfinished;
    this.writes = member.may(Right.WRITE_RECORDS, "quote");
    addClassNames("quotes-view", "records-view");
    notice.addClassName("draft-slot");
    rows = new QuoteRows(quotes);
    grid = new RecordGrid<>("quotes", rows, QuoteRow::id, QuoteRows::card);
    CustomBook own = custom.book("quote");
    rows.addColumns(grid, members.all(), tags.book(), own);
    index = new IndexNotice(() -> quotes.indexState().percentBuilt(), grid);
    states.setItems(QuoteState.values());
    states.setItemLabelGenerator(QuoteTexts::state);
    states.setPlaceholder(t("quote.field.state"));
    states.getElement().setAttribute("aria-label", t("quote.field.state"));
    states.setClearButtonVisible(true);
    states.addValueChangeListener(
        chosen -> {
          rows.states(chosen.getValue());
          if (!showing) {
            grid.refresh();
          }
          remember();
        });
    grid.onSearch(_ -> remember());
    grid.onSort(this::remember);
    grid.setFilters(states);
    grid.setNothingYet(nothing(), () -> states.isEmpty() && rows.rule().isEmpty());
    if (writes) {
      var add = new Button(t("quote.add"), Glyph.ADD.create(), _ -> create());
      add.addThemeVariants(ButtonVariant.PRIMARY);
      grid.setActions(add);
    }
    BulkSteps<QuoteRow> bulk =
        new BulkSteps<>(
            grid,
            row -> row.id().value(),
            () -> {
              var query = rows.query(grid);
              return () ->
                  quotes.ids(query, 10_000).map(ids -> ids.stream().map(QuoteId::value).toList());
            },
            room,
            changes);
    if (writes) {
      bulk.offerChanges(members.all(), tags);
    }
    if (member.may(Right.ARCHIVE_RECORDS, "quote")) {
      grid.addBulkAction(t("quote.archive.drafts"), Glyph.ARCHIVE, bulk::archiveAll);
    }
    if (member.may(Right.EXPORT_RECORDS, "quote")) {
      ListExport.formats(exports.orderedStream())
          .forEach(
              export ->
                  grid.addExport(
                      t(export.labelKey()), chosen -> export.file(rows.query(grid), ids(chosen))));
    }
    var viewed =
        new GridView(
            grid,
            () -> address().parameters().getParameters(),
            rows::rule,
            this::filter,
            QuoteListFields.of(members.all(), tags.book(), own),
            further -> rows.count(grid.search(), further));
    add(new H1(t("quote.list.title")), views.bar("quote", viewed), notice, grid);
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

  private static List<UUID> ids(Set<QuoteRow> rows) {
    return rows.stream().map(row -> row.id().value()).toList();
  }

  private ListAddress address() {
    return ListAddress.of(grid.search(), grid.sort(), SearchMemo.current())
        .with("state", states.getValue())
        .with(rows.rule());
  }

  private void filter(Map<String, List<String>> wanted, Rule rule) {
    ListAddress address = ListAddress.parse(new QueryParameters(wanted), SearchMemo.current());
    showing = true;
    states.setValue(address.set("state", ListAddress.choice(QuoteState.class)));
    rows.states(states.getValue());
    rows.rule(rule);
    showing = false;
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
    rows.rule(address.rule());
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
      ListPlace.say(new Location(QuoteNavigation.LIST, address().parameters()));
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
