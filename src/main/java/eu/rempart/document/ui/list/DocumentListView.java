package eu.rempart.document.ui.list;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
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
import eu.rempart.document.DocumentId;
import eu.rempart.document.DocumentService;
import eu.rempart.document.ManyDocumentsService;
import eu.rempart.document.file.WordsProgress;
import eu.rempart.document.file.WordsService;
import eu.rempart.document.ui.DocumentDesk;
import eu.rempart.document.ui.DocumentNavigation;
import eu.rempart.document.ui.Previewing;
import eu.rempart.search.rule.Rule;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.bulk.BulkChanges;
import eu.rempart.shell.bulk.BulkSteps;
import eu.rempart.shell.bulk.InlineEdits;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomFields;
import eu.rempart.shell.list.IndexNotice;
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
import org.jspecify.annotations.Nullable;

/** All documents: folder by folder, or found by words, filters and conditions. */
@StyleSheet("styles/documents.css")
@Route(value = DocumentNavigation.LIST, layout = MainLayout.class)
@RolesAllowed(Access.RECORDS)
public class DocumentListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient WordsService words;
  private final transient DocumentDesk desk;
  private final transient DocumentRows rows;
  private final transient IndexNotice index;
  private final FolderBar folders;
  private final DocumentFilterBar filters;
  private final RecordGrid<DocumentRow> grid;
  private final Div bringing = new Div();
  private final Paragraph reading = new Paragraph();
  private boolean showing;

  DocumentListView(
      DocumentService documents,
      ManyDocumentsService many,
      WordsService words,
      DocumentDesk desk,
      FolderDesk folderDesk,
      Previewing previewing,
      MemberNames members,
      CurrentMember member,
      Tags tags,
      CustomFields custom,
      DocumentBulk room,
      BulkChanges changes,
      ViewBars views) {
    this.words = words;
    this.desk = desk;
    addClassNames("documents-view", "records-view");
    folders = new FolderBar(folderDesk);
    rows = new DocumentRows(many, desk, folderDesk::all);
    grid = new RecordGrid<>("documents", rows, DocumentRow::id, rows::card);
    CustomBook own = custom.book("document");
    rows.addColumns(grid, members.all(), tags.book(), own);
    grid.addActions(
        t("document.column.actions"), row -> previewing.actions(row.document(), row.file()));
    filters = new DocumentFilterBar(folderDesk.all(), members.all(), tags.book());
    index = new IndexNotice(() -> documents.indexState().percentBuilt(), grid);
    filters.onChange(
        filter -> {
          rows.filter(filter);
          grid.refresh();
          remember();
        });
    grid.onSearch(_ -> remember());
    grid.onSort(this::remember);
    grid.setFilters(filters);
    grid.setNothingYet(
        new EmptyState(Glyph.FILE, t("document.none.title"), t("document.none.sentence")),
        () -> !rows.query(grid).searches());
    prepareSteps(many, members, member, tags, room, changes);
    var viewed =
        new GridView(
            grid,
            () -> url().parameters(SearchMemo.current()).getParameters(),
            rows::rule,
            this::filter,
            DocumentListFields.of(folderDesk.all(), members.all(), tags.book(), own),
            further -> rows.count(grid.search(), further));
    bringing.addClassName("documents-bringing");
    grid.setActions(bringing);
    reading.addClassName("documents-reading");
    reading.getElement().setAttribute("role", "status");
    add(new H1(t("document.list.title")), views.bar("document", viewed), reading, folders, grid);
  }

  private void prepareSteps(
      ManyDocumentsService many,
      MemberNames members,
      CurrentMember member,
      Tags tags,
      DocumentBulk room,
      BulkChanges changes) {
    BulkSteps<DocumentRow> bulk =
        new BulkSteps<>(
            grid,
            row -> row.id().value(),
            () -> {
              var query = rows.query(grid);
              return () ->
                  many.ids(query, 10_000).map(ids -> ids.stream().map(DocumentId::value).toList());
            },
            room,
            changes);
    if (desk.mayWrite()) {
      bulk.offerChanges(members.all(), tags);
      new InlineEdits<>(grid, row -> row.id().value(), room);
    }
    if (member.may(Right.ARCHIVE_RECORDS, "document")) {
      grid.addBulkAction(t("document.archive"), Glyph.ARCHIVE, bulk::archiveAll);
    }
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    DocumentUrl url =
        DocumentUrl.parse(event.getLocation().getQueryParameters(), SearchMemo.current());
    WordsProgress progress = words.progress();
    reading.setVisible(!progress.complete());
    reading.setText(t("document.words.progress", progress.done(), progress.total()));
    show(url, url.rule());
    showing = true;
    grid.setSearch(url.text());
    grid.setSort(url.sort());
    showing = false;
    grid.refresh();
    showPlace();
  }

  /** Puts a folder, filters and conditions in force, without reading the list anew. */
  private void show(DocumentUrl url, Rule rule) {
    showing = true;
    rows.folder(url.folder() == null || !folders.has(url.folder()) ? null : url.folder());
    rows.filter(url.filter());
    rows.rule(rule);
    filters.show(url.filter());
    showing = false;
    folders.show(rows.folder());
    bringing.removeAll();
    desk.bringing(rows.folder(), List.of(), grid::refresh).ifPresent(bringing::add);
  }

  private void filter(Map<String, List<String>> address, Rule rule) {
    show(DocumentUrl.parse(new QueryParameters(address), SearchMemo.current()), rule);
    showPlace();
  }

  /** Where one is means nothing while documents are looked for wherever they are. */
  private void showPlace() {
    boolean searching = rows.query(grid).searches();
    folders.setVisible(!searching);
    bringing.setVisible(!searching);
  }

  private DocumentUrl url() {
    return new DocumentUrl(rows.folder(), grid.search(), rows.filter(), rows.rule(), grid.sort());
  }

  private void remember() {
    @Nullable UI ui = UI.getCurrent();
    if (showing || ui == null) {
      return;
    }
    showPlace();
    ListPlace.say(new Location(DocumentNavigation.LIST, url().parameters(SearchMemo.current())));
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
    return t("document.list.title");
  }
}
