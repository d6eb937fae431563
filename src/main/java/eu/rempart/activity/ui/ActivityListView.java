package eu.rempart.activity.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
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
import eu.rempart.activity.ActivityField;
import eu.rempart.activity.ActivityFilter;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityQuery;
import eu.rempart.activity.ActivityRow;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.ui.field.LinkedRecords;
import eu.rempart.activity.value.ActivityStatus;
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

/** All activities: found, filtered, sorted, marked as done. */
@StyleSheet("styles/activities.css")
@Route(value = ActivityNavigation.LIST, layout = MainLayout.class)
@RolesAllowed(Access.RECORDS)
public class ActivityListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient ActivityEditor editor;
  private final transient ActivityMarking marking;
  private final transient ActivityRows rows;
  private final transient CurrentMember member;
  private final transient IndexNotice index;
  private final transient BulkSteps<ActivityRow> bulk;
  private final ActivityFilterBar filters;
  private final RecordGrid<ActivityRow> grid;
  private boolean showing;

  ActivityListView(
      ActivityService activities,
      LinkedRecords records,
      MemberNames members,
      CurrentMember member,
      ActivityEditor editor,
      ActivityMarking marking,
      Tags tags,
      CustomFields custom,
      ActivityBulk room,
      BulkChanges changes,
      ViewBars views,
      ObjectProvider<ListExport<ActivityQuery>> exports) {
    this.editor = editor;
    this.marking = marking;
    this.member = member;
    addClassNames("activities-view", "records-view");
    rows = new ActivityRows(activities, records);
    grid = new RecordGrid<>("activities", rows, ActivityRow::id, rows::card);
    CustomBook own = custom.book("activity");
    rows.addColumns(grid, members.all(), tags.book(), own);
    filters = new ActivityFilterBar(records, members.all(), tags.book());
    index = new IndexNotice(() -> activities.indexState().percentBuilt(), grid);
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
                  activities
                      .ids(query, 10_000)
                      .map(ids -> ids.stream().map(ActivityId::value).toList());
            },
            room,
            changes);
    var viewed =
        new GridView(
            grid,
            () -> url().parameters(SearchMemo.current()).getParameters(),
            rows::rule,
            this::filter,
            ActivityListFields.of(members.all(), tags.book(), own),
            further -> rows.count(grid.search(), further));
    prepareActions(room, members.all(), tags, ListExport.formats(exports.orderedStream()));
    add(new H1(t("activity.list.title")), views.bar("activity", viewed), grid);
  }

  private void prepareActions(
      ActivityBulk room,
      Map<UUID, String> names,
      Tags tags,
      List<ListExport<ActivityQuery>> exports) {
    boolean writes = member.may(Right.WRITE_RECORDS, "activity");
    if (writes && !member.rights().fixed("activity").contains(ActivityField.STATUS.column())) {
      grid.addBulkAction(
          t("activity.mark.done"),
          Glyph.CHECK,
          chosen -> {
            if (chosen.all()) {
              bulk.run("edit", ActivityField.STATUS.column(), chosen, room.done());
            } else {
              marking.mark(ids(chosen.some()), ActivityStatus.DONE, this::changed);
            }
          });
    }
    if (writes) {
      bulk.offerChanges(names, tags);
      new InlineEdits<>(grid, row -> row.id().value(), room);
      var add = new Button(t("activity.add"), Glyph.ADD.create(), _ -> create());
      add.addThemeVariants(ButtonVariant.PRIMARY);
      grid.setActions(add);
    }
    if (member.may(Right.ARCHIVE_RECORDS, "activity")) {
      grid.addBulkAction(
          t("activity.archive"),
          Glyph.ARCHIVE,
          chosen -> {
            if (chosen.all()) {
              bulk.archiveAll(chosen);
            } else {
              marking.archive(ids(chosen.some()), this::changed, grid::refresh);
            }
          });
    }
    if (member.may(Right.EXPORT_RECORDS, "activity")) {
      exports.forEach(
          export ->
              grid.addExport(
                  t(export.labelKey()),
                  chosen ->
                      export.file(
                          rows.query(grid),
                          chosen.stream().map(row -> row.id().value()).toList())));
    }
    grid.setNothingYet(
        writes
            ? new EmptyState(
                Glyph.CHECK,
                t("activity.empty.title"),
                t("activity.empty.sentence"),
                new Button(t("activity.add"), _ -> create()))
            : new EmptyState(Glyph.CHECK, t("activity.empty.title"), t("activity.empty.reader")),
        () ->
            rows.rule().isEmpty()
                && (rows.filter().equals(ActivityFilter.NONE)
                    || rows.filter().equals(ActivityFilter.openOf(member.id()))));
  }

  private static List<ActivityId> ids(Set<ActivityRow> rows) {
    return rows.stream().map(ActivityRow::id).toList();
  }

  private void changed() {
    grid.deselectAll();
    grid.refresh();
  }

  private void create() {
    editor.create(editor.start().build(), filters.about(), _ -> grid.refresh());
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    ActivityUrl url =
        ActivityUrl.parse(
            event.getLocation().getQueryParameters(), SearchMemo.current(), member.id());
    showing = true;
    rows.filter(url.filter());
    rows.rule(url.rule());
    filters.show(url.filter());
    grid.setSearch(url.text());
    grid.setSort(url.sort());
    showing = false;
  }

  private ActivityUrl url() {
    return new ActivityUrl(grid.search(), rows.filter(), rows.rule(), grid.sort());
  }

  private void filter(Map<String, List<String>> address, Rule rule) {
    ActivityFilter filter =
        ActivityUrl.parse(new QueryParameters(address), SearchMemo.current(), member.id()).filter();
    showing = true;
    rows.filter(filter);
    rows.rule(rule);
    filters.show(filter);
    showing = false;
  }

  private void remember() {
    if (!showing) {
      var parameters = url().parameters(SearchMemo.current());
      ListPlace.say(new Location(ActivityNavigation.LIST, parameters));
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
    return t("activity.list.title");
  }
}
