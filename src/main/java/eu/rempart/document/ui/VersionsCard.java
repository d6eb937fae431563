package eu.rempart.document.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentService;
import eu.rempart.document.file.StoredFile;
import eu.rempart.shell.part.Card;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.part.RelativeTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The files that a document has had, any of which can be saved, or count again. */
final class VersionsCard extends Composite<Card> {

  private static final long serialVersionUID = 1L;

  private final transient Document document;
  private final transient List<StoredFile> versions;
  private final transient DocumentService documents;
  private final transient DocumentDesk desk;
  private final transient Runnable changed;

  VersionsCard(
      Document document,
      List<StoredFile> versions,
      DocumentService documents,
      DocumentDesk desk,
      Runnable changed) {
    this.document = document;
    this.versions = versions;
    this.documents = documents;
    this.desk = desk;
    this.changed = changed;
  }

  @Override
  protected Card initContent() {
    var card = new Card(t("document.versions"));
    Map<UUID, String> names = desk.names();
    var list = new OrderedList();
    list.addClassName("document-versions");
    versions.forEach(file -> list.add(line(file, names)));
    card.add(list);
    desk.replacing(document, changed).ifPresent(card::add);
    return card;
  }

  private ListItem line(StoredFile file, Map<UUID, String> names) {
    boolean counts = file.id().equals(document.file());
    UUID by = file.created().memberId();
    var name = new Span(file.name().value());
    name.addClassName("document-title");
    var facts =
        new Span(
            t("document.version", file.number())
                + " · "
                + DocumentTexts.size(file.size())
                + (by == null ? "" : " · " + names.getOrDefault(by, "…"))
                + " · ");
    facts.add(new RelativeTime(file.created().at()));
    facts.addClassName("document-facts");
    var words = new Div(name, facts);
    words.addClassName("document-words");
    var line = new ListItem(words);
    if (counts && versions.size() > 1) {
      var mark = new Span(t("document.version.counts"));
      mark.addClassName("badge");
      line.add(mark);
    } else if (!counts && desk.mayWrite(document)) {
      var use = new Button(t("document.version.use"), _ -> use(file));
      use.addThemeVariants(ButtonVariant.TERTIARY);
      use.setAriaLabel(t("document.version.use.of", file.number()));
      line.add(use);
    }
    line.add(DocumentLine.download(file, file.name().value()));
    return line;
  }

  private void use(StoredFile file) {
    if (documents.use(document.id(), file.id())) {
      Notices.success(t("document.version.used", file.number()));
    }
    changed.run();
  }
}
