package eu.rempart.document.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentOrder;
import eu.rempart.document.DocumentQuery;
import eu.rempart.document.DocumentService;
import eu.rempart.document.DocumentSort;
import eu.rempart.document.file.WordsProgress;
import eu.rempart.document.file.WordsService;
import eu.rempart.document.folder.FolderId;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.list.ListAddress;
import eu.rempart.shell.part.EmptyState;
import eu.rempart.shell.part.Glyph;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All documents: folder by folder, or found by words. */
@StyleSheet("styles/documents.css")
@Route(value = DocumentNavigation.LIST, layout = MainLayout.class)
@RolesAllowed(Access.RECORDS)
public class DocumentListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;
  private static final int STEP = 50;

  private final transient DocumentService documents;
  private final transient WordsService words;
  private final transient DocumentDesk desk;
  private final transient DocumentLines lines;
  private final FolderBar folders;
  private final TextField search = new TextField(t("shell.list.search"));
  private final Div bringing = new Div();
  private final Div list = new Div();
  private final Paragraph reading = new Paragraph();
  private final Select<DocumentSort> sort = new Select<>();
  private final Select<DocumentOrder> order = new Select<>();
  private final Button more = new Button(t("document.more"), _ -> showMore());
  private transient @Nullable FolderId folder;
  private int shown;

  DocumentListView(
      DocumentService documents,
      WordsService words,
      DocumentDesk desk,
      DocumentLines lines,
      FolderDesk folderDesk) {
    this.documents = documents;
    this.words = words;
    this.desk = desk;
    this.lines = lines;
    folders = new FolderBar(folderDesk);
    addClassNames("documents-view", "records-view");
    search.addClassName("documents-search");
    search.setClearButtonVisible(true);
    search.setPrefixComponent(Glyph.SEARCH.create());
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.addValueChangeListener(_ -> refresh());
    var head = new Div(new H1(t("document.list.title")), search);
    head.addClassName("documents-head");
    sort.setLabel(t("document.field.kind"));
    sort.setItems(DocumentSort.values());
    sort.setItemLabelGenerator(
        each -> each == null ? t("document.filter.all") : t("document.sort." + each.name()));
    sort.setEmptySelectionAllowed(true);
    sort.setEmptySelectionCaption(t("document.filter.all"));
    sort.addValueChangeListener(_ -> refresh());
    order.setLabel(t("document.order"));
    order.setItems(DocumentOrder.values());
    order.setItemLabelGenerator(each -> t("document.order." + each.name()));
    order.setValue(DocumentOrder.CHANGED);
    order.addValueChangeListener(_ -> refresh());
    var narrowing = new Div(sort, order);
    narrowing.addClassName("documents-narrowing");
    reading.addClassName("documents-reading");
    reading.getElement().setAttribute("role", "status");
    add(head, narrowing, reading, folders, bringing, list, more);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    folder =
        event
            .getLocation()
            .getQueryParameters()
            .getSingleParameter(DocumentNavigation.FOLDER)
            .flatMap(ListAddress::uuid)
            .map(FolderId::new)
            .filter(folders::has)
            .orElse(null);
    folders.show(folder);
    bringing.removeAll();
    desk.bringing(folder, List.of(), this::refresh).ifPresent(bringing::add);
    search.clear();
    sort.clear();
    refresh();
  }

  private DocumentQuery query() {
    return new DocumentQuery(folder, search.getValue().strip(), sort.getValue(), order.getValue());
  }

  private void refresh() {
    boolean searching = query().searches();
    folders.setVisible(!searching);
    bringing.setVisible(!searching);
    if (!searching) { // not with each letter
      showProgress();
    }
    list.removeAll();
    shown = 0;
    showMore();
    if (shown == 0) {
      list.add(
          searching
              ? new EmptyState(
                  Glyph.SEARCH, t("document.found.none.title"), t("document.found.none.sentence"))
              : new EmptyState(Glyph.FILE, t("document.none.title"), t("document.none.sentence")));
    }
  }

  private void showProgress() {
    WordsProgress progress = words.progress();
    reading.setVisible(!progress.complete());
    reading.setText(t("document.words.progress", progress.done(), progress.total()));
  }

  private void showMore() {
    List<Document> next = new ArrayList<>(documents.page(query(), shown, STEP + 1));
    more.setVisible(next.size() > STEP);
    if (next.size() > STEP) {
      next.removeLast();
    }
    if (!next.isEmpty()) {
      list.add(lines.of(next, this::refresh));
    }
    shown += next.size();
  }

  @Override
  public String getPageTitle() {
    return t("document.list.title");
  }
}
