package eu.rempart.document.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentId;
import eu.rempart.document.DocumentService;
import eu.rempart.document.file.FileService;
import eu.rempart.document.file.StoredFile;
import eu.rempart.history.RecordRef;
import eu.rempart.history.ui.HistoryPanels;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.RecordMarks;
import eu.rempart.shell.RelatedPanel;
import eu.rempart.shell.command.Shortcuts;
import eu.rempart.shell.custom.CustomFields;
import eu.rempart.shell.list.ListAddress;
import eu.rempart.shell.part.Avatar;
import eu.rempart.shell.part.Card;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.RecordHeader;
import eu.rempart.shell.part.UrlTabs;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** One document: what is in it, its versions, what it is about, and its history. */
@StyleSheet("styles/documents.css")
@Route(value = DocumentNavigation.DETAILS, layout = MainLayout.class)
@RolesAllowed(Access.RECORDS)
public class DocumentView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient DocumentService documents;
  private final transient FileService files;
  private final transient DocumentDesk desk;
  private final transient DocumentEditor editor;
  private final transient DocumentUnfinished unfinished;
  private final transient DocumentLinks links;
  private final transient Previewing previewing;
  private final transient HistoryPanels histories;
  private final transient RecordMarks marks;
  private final transient CustomFields custom;
  private final transient List<RelatedPanel> related;
  private final RecordHeader header = new RecordHeader();
  private final Button away =
      new Button(t("document.archive"), Glyph.ARCHIVE.create(), _ -> archive());
  private final Button edit = new Button(t("document.edit"), Glyph.EDIT.create(), _ -> edit());
  private final Div notice = new Div();
  private final Div details = new Div();
  private final Div history = new Div();
  private boolean historyShown;
  private transient @Nullable Document document;

  DocumentView(
      DocumentService documents,
      FileService files,
      DocumentDesk desk,
      DocumentEditor editor,
      DocumentUnfinished unfinished,
      DocumentLinks links,
      Previewing previewing,
      HistoryPanels histories,
      RecordMarks marks,
      CustomFields custom,
      ObjectProvider<RelatedPanel> related) {
    this.documents = documents;
    this.files = files;
    this.desk = desk;
    this.editor = editor;
    this.unfinished = unfinished;
    this.links = links;
    this.previewing = previewing;
    this.histories = histories;
    this.marks = marks;
    this.custom = custom;
    this.related =
        related.orderedStream().filter(panel -> panel.kind().equals("document")).toList();
    addClassNames("document-view", "record-view");
    details.addClassName("record-details");
    edit.addThemeVariants(ButtonVariant.PRIMARY);
    header.addAction(away);
    header.addAction(edit);
    Shortcuts.on(edit, Shortcuts.EDIT);
    notice.addClassName("draft-slot");
    add(
        header,
        notice,
        new UrlTabs()
            .add("details", t("document.tab.details"), () -> details)
            .add("history", t("document.tab.history"), this::firstHistory));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    show(
        event
            .getRouteParameters()
            .get("id")
            .flatMap(ListAddress::uuid)
            .flatMap(id -> documents.find(new DocumentId(id)))
            .orElseThrow(NotFoundException::new));
  }

  private void reload() {
    if (document != null) {
      documents
          .find(document.id())
          .ifPresentOrElse(this::show, () -> DocumentNavigation.openList(null));
    }
  }

  private void show(Document shown) {
    document = shown;
    away.setVisible(desk.mayArchive(shown));
    edit.setVisible(desk.mayWrite(shown));
    List<StoredFile> versions = files.of(shown.id().value());
    StoredFile counts =
        versions.stream().filter(file -> file.id().equals(shown.file())).findFirst().orElse(null);
    header.show(
        shown.title(),
        counts == null
            ? ""
            : DocumentTexts.type(counts) + " · " + DocumentTexts.size(counts.size()),
        Avatar.Shape.COMPANY);
    marks.show(header, "document", shown.id().value(), shown.data().tags());
    notice.removeAll();
    if (desk.mayWrite(shown)) {
      unfinished.notice(shown, this::edit).ifPresent(notice::add);
    }
    details.removeAll();
    var main = new Div();
    main.addClassName("record-facts");
    if (counts != null) {
      var preview = new Card(t("document.preview"), previewing.place(counts));
      preview.withAction(saving(shown, counts));
      main.add(preview);
    }
    var side = new Div();
    related.forEach(panel -> side.add(panel.show(shown.id().value())));
    side.add(
        new DocumentFacts(shown, desk, custom.book("document")), links.card(shown, this::reload));
    side.add(new VersionsCard(shown, versions, documents, desk, this::reload));
    side.addClassName("record-side");
    details.add(main, side);
    if (historyShown) {
      fillHistory(shown);
    }
  }

  private static Anchor saving(Document shown, StoredFile counts) {
    Anchor link = DocumentLine.download(counts, shown.title());
    link.add(new Span(t("document.download")));
    link.addClassName("document-save");
    return link;
  }

  private Div firstHistory() {
    historyShown = true;
    if (document != null) {
      fillHistory(document);
    }
    return history;
  }

  private void fillHistory(Document shown) {
    history.removeAll();
    history.add(histories.of(new RecordRef("document", shown.id().value()), this::reload));
  }

  private void edit() {
    if (document != null) {
      notice.removeAll();
      editor.edit(document, this::reload);
    }
  }

  private void archive() {
    Document shown = document;
    if (shown != null) {
      desk.archive(
          shown.id(),
          () -> DocumentNavigation.openList(shown.data().folder()),
          () -> DocumentNavigation.open(shown.id()));
    }
  }

  @Override
  public String getPageTitle() {
    return document == null ? t("document.list.title") : document.title();
  }
}
