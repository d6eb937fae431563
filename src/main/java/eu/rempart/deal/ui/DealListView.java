package eu.rempart.deal.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
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
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyReference;
import eu.rempart.contact.ContactService;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealFilter;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealQuery;
import eu.rempart.deal.DealRow;
import eu.rempart.deal.DealService;
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

/** All deals: found, filtered, sorted, chosen. */
@StyleSheet("styles/deals.css")
@Route(value = DealNavigation.LIST, layout = MainLayout.class)
@RolesAllowed(Access.RECORDS)
public class DealListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient DealEditor editor;
  private final transient DealArchiving archiving;
  private final transient DealRows rows;
  private final transient StageBook stages;
  private final transient CurrentMember member;
  private final transient IndexNotice index;
  private final transient BulkSteps<DealRow> bulk;
  private final DealFilterBar filters;
  private final RecordGrid<DealRow> grid;
  private boolean showing;

  DealListView(
      DealService deals,
      Pipelines pipelines,
      RecordPickers pickers,
      ContactService contacts,
      MemberNames members,
      CurrentMember member,
      DealEditor editor,
      DealArchiving archiving,
      Tags tags,
      CustomFields custom,
      DealBulk room,
      BulkChanges changes,
      ViewBars views,
      ObjectProvider<ListExport<DealQuery>> exports) {
    this.editor = editor;
    this.archiving = archiving;
    this.member = member;
    addClassNames("deals-view", "records-view");
    stages = pipelines.book();
    rows = new DealRows(deals, stages);
    grid = new RecordGrid<>("deals", rows, DealRow::id, rows::card);
    CustomBook own = custom.book("deal");
    rows.addColumns(grid, members.all(), tags.book(), own);
    filters =
        new DealFilterBar(
            stages,
            members.all(),
            tags.book(),
            id -> name(pickers, id),
            id -> contacts.find(id).map(c -> c.data().displayName()).orElse("…"));
    index = new IndexNotice(() -> deals.indexState().percentBuilt(), grid);
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
                  deals.ids(query, 10_000).map(ids -> ids.stream().map(DealId::value).toList());
            },
            room,
            changes);
    var viewed =
        new GridView(
            grid,
            () -> url().parameters(SearchMemo.current()).getParameters(),
            () -> rows.filter().rule(),
            this::filter,
            DealListFields.of(stages, members.all(), tags.book(), own),
            further -> rows.count(grid.search(), further));
    prepareActions(room, members.all(), tags, ListExport.formats(exports.orderedStream()));
    add(new DealsHead(t("deal.list.title"), DealNavigation.LIST), views.bar("deal", viewed), grid);
  }

  private static String name(RecordPickers pickers, CompanyId id) {
    CompanyReference company = pickers.reference(id);
    return company == null ? "…" : company.name();
  }

  private void prepareActions(
      DealBulk room, Map<UUID, String> names, Tags tags, List<ListExport<DealQuery>> exports) {
    if (member.may(Right.WRITE_RECORDS, "deal")) {
      bulk.offerChanges(names, tags);
      new InlineEdits<>(grid, row -> row.id().value(), room);
    }
    if (member.may(Right.ARCHIVE_RECORDS, "deal")) {
      grid.addBulkAction(
          t("deal.archive"),
          Glyph.ARCHIVE,
          chosen -> {
            if (chosen.all()) {
              bulk.archiveAll(chosen);
            } else {
              archive(chosen.some());
            }
          });
    }
    if (member.may(Right.EXPORT_RECORDS, "deal")) {
      exports.forEach(
          export ->
              grid.addExport(
                  t(export.labelKey()), chosen -> export.file(rows.query(grid), ids(chosen))));
    }
    boolean writes = member.may(Right.WRITE_RECORDS, "deal");
    if (writes) {
      var add = new Button(t("deal.add"), Glyph.ADD.create(), _ -> create());
      add.addThemeVariants(ButtonVariant.PRIMARY);
      grid.setActions(add);
    }
    grid.setNothingYet(
        writes
            ? new EmptyState(
                Glyph.DEAL,
                t("deal.empty.title"),
                t("deal.empty.sentence"),
                new Button(t("deal.add"), _ -> create()))
            : new EmptyState(Glyph.DEAL, t("deal.empty.title"), t("deal.empty.reader")),
        () -> rows.filter().equals(DealFilter.NONE));
  }

  private static List<UUID> ids(Set<DealRow> rows) {
    return rows.stream().map(row -> row.id().value()).toList();
  }

  private void create() {
    editor.create(
        DealData.builder()
            .ownerId(member.id())
            .stageId(stages.pipelines().getFirst().open().getFirst().kept())
            .build(),
        DealNavigation::open);
  }

  private void archive(Set<DealRow> chosen) {
    archiving.archive(
        chosen.stream().map(DealRow::id).toList(),
        () -> {
          grid.deselectAll();
          grid.refresh();
        },
        grid::refresh);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    DealUrl url = DealUrl.parse(event.getLocation().getQueryParameters(), SearchMemo.current());
    showing = true;
    rows.filter(url.filter());
    filters.show(url.filter());
    grid.setSearch(url.text());
    grid.setSort(url.sort());
    showing = false;
  }

  private DealUrl url() {
    return new DealUrl(grid.search(), rows.filter(), grid.sort());
  }

  private void filter(Map<String, List<String>> address, Rule rule) {
    DealFilter filter =
        DealUrl.parse(new QueryParameters(address), SearchMemo.current()).filter().with(rule);
    showing = true;
    rows.filter(filter);
    filters.show(filter);
    showing = false;
  }

  private void remember() {
    if (!showing) {
      var parameters = url().parameters(SearchMemo.current());
      ListPlace.say(new Location(DealNavigation.LIST, parameters));
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
    return t("deal.list.title");
  }
}
