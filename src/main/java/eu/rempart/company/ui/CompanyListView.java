package eu.rempart.company.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
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
import eu.rempart.company.CompanyFilter;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyQuery;
import eu.rempart.company.CompanyRow;
import eu.rempart.company.CompanyService;
import eu.rempart.search.rule.Rule;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.bulk.BulkChanges;
import eu.rempart.shell.bulk.BulkSteps;
import eu.rempart.shell.bulk.InlineEdits;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomFields;
import eu.rempart.shell.list.IndexNotice;
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
import org.springframework.beans.factory.ObjectProvider;

/** All companies: found, filtered, sorted, chosen. */
@Route(value = CompanyNavigation.LIST, layout = MainLayout.class)
@RolesAllowed(Access.RECORDS)
public class CompanyListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient CompanyEditor editor;
  private final Div notice = new Div();
  private final transient CompanyArchiving archiving;
  private final transient CompanyRows rows;
  private final transient CurrentMember member;
  private final transient IndexNotice index;
  private final transient BulkSteps<CompanyRow> bulk;
  private final CompanyFilterBar filters;
  private final RecordGrid<CompanyRow> grid;
  private boolean showing;

  CompanyListView(
      CompanyService companies,
      MemberNames members,
      CurrentMember member,
      CompanyEditor editor,
      CompanyUnfinished unfinished,
      CompanyArchiving archiving,
      Tags tags,
      CustomFields custom,
      CompanyBulk room,
      BulkChanges changes,
      ViewBars views,
      ObjectProvider<ListExport<CompanyQuery>> exports) {
    this.editor = editor;
    this.archiving = archiving;
    this.member = member;
    notice.addClassName("draft-slot");
    addClassNames("companies-view", "records-view");
    rows = new CompanyRows(companies);
    grid = new RecordGrid<>("companies", rows, CompanyRow::id, CompanyRows::card);
    CustomBook own = custom.book("company");
    CompanyRows.addColumns(grid, rows, members.all(), tags.book(), own);
    filters = new CompanyFilterBar(members.all(), tags.book());
    index = new IndexNotice(() -> companies.indexState().percentBuilt(), grid);
    filters.onChange(
        filter -> {
          rows.filter(filter);
          grid.refresh();
          remember();
        });
    grid.onSearch(_ -> remember());
    grid.onSort(this::remember);
    grid.setFilters(filters);
    bulk =
        new BulkSteps<>(
            grid,
            row -> row.id().value(),
            () -> {
              var query = rows.query(grid);
              return () ->
                  companies
                      .ids(query, 10_000)
                      .map(ids -> ids.stream().map(CompanyId::value).toList());
            },
            room,
            changes);
    var viewed =
        new GridView(
            grid,
            () -> url().parameters(SearchMemo.current()).getParameters(),
            () -> rows.filter().rule(),
            this::filter,
            CompanyListFields.of(members.all(), tags.book(), own),
            further -> rows.count(grid.search(), further));
    prepareActions(room, members.all(), tags, ListExport.formats(exports.orderedStream()));
    unfinished.notice(null, this::create).ifPresent(notice::add);
    add(new H1(t("company.list.title")), notice, views.bar("company", viewed), grid);
  }

  private void prepareActions(
      CompanyBulk room,
      Map<UUID, String> names,
      Tags tags,
      List<ListExport<CompanyQuery>> exports) {
    if (member.may(Right.WRITE_RECORDS, "company")) {
      bulk.offerChanges(names, tags);
      new InlineEdits<>(grid, row -> row.id().value(), room);
    }
    if (member.may(Right.ARCHIVE_RECORDS, "company")) {
      grid.addBulkAction(
          t("company.archive"),
          Glyph.ARCHIVE,
          chosen -> {
            if (chosen.all()) {
              bulk.archiveAll(chosen);
            } else {
              archive(chosen.some());
            }
          });
    }
    if (member.may(Right.EXPORT_RECORDS, "company")) {
      exports.forEach(
          export ->
              grid.addExport(
                  t(export.labelKey()), chosen -> export.file(rows.query(grid), ids(chosen))));
    }
    if (member.may(Right.WRITE_RECORDS, "company")) {
      var add = new Button(t("company.add"), Glyph.ADD.create(), _ -> create());
      add.addThemeVariants(ButtonVariant.PRIMARY);
      grid.setActions(add);
    }
    grid.setNothingYet(nothingYet(), () -> rows.filter().equals(CompanyFilter.NONE));
  }

  private EmptyState nothingYet() {
    if (!member.may(Right.WRITE_RECORDS, "company")) {
      return new EmptyState(
          Glyph.COMPANY, t("company.list.empty.title"), t("company.list.empty.reader"));
    }
    var add = new Button(t("company.add"), _ -> create());
    if (!member.may(Right.IMPORT_RECORDS)) {
      return new EmptyState(
          Glyph.COMPANY, t("company.list.empty.title"), t("company.list.empty.sentence"), add);
    }
    var bring = new Anchor("import", t("company.import"));
    bring.getElement().setAttribute("router-link", true);
    bring.addClassName("button-link");
    return new EmptyState(
        Glyph.COMPANY, t("company.list.empty.title"), t("company.list.empty.sentence"), bring, add);
  }

  private static List<UUID> ids(Set<CompanyRow> rows) {
    return rows.stream().map(row -> row.id().value()).toList();
  }

  private void create() {
    notice.removeAll();
    editor.create(CompanyNavigation::open);
  }

  private void archive(Set<CompanyRow> chosen) {
    archiving.ask(
        chosen.stream().map(CompanyRow::id).toList(),
        () -> {
          grid.deselectAll();
          grid.refresh();
        },
        grid::refresh);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var parameters = event.getLocation().getQueryParameters();
    CompanyUrl url = CompanyUrl.parse(parameters, SearchMemo.current());
    showing = true;
    rows.filter(url.filter());
    filters.show(url.filter());
    grid.setSearch(url.text());
    grid.setSort(url.sort());
    showing = false;
    if (parameters.getParameters().containsKey(CompanyNavigation.NEW)
        && member.may(Right.WRITE_RECORDS, "company")) {
      create();
    }
  }

  private CompanyUrl url() {
    return new CompanyUrl(grid.search(), rows.filter(), grid.sort());
  }

  private void filter(Map<String, List<String>> address, Rule rule) {
    CompanyFilter filter =
        CompanyUrl.parse(new QueryParameters(address), SearchMemo.current()).filter().with(rule);
    showing = true;
    rows.filter(filter);
    filters.show(filter);
    showing = false;
  }

  private void remember() {
    if (!showing) {
      var parameters = url().parameters(SearchMemo.current());
      ListPlace.say(new Location(CompanyNavigation.LIST, parameters));
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
    return t("company.list.title");
  }
}
