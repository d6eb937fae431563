package eu.rempart.document.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentData;
import eu.rempart.document.DocumentField;
import eu.rempart.document.folder.Folder;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomWords;
import eu.rempart.shell.part.Card;
import eu.rempart.shell.part.FieldList;
import eu.rempart.shell.part.SealedMark;
import eu.rempart.shell.text.Formats;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people filled in about a document. */
final class DocumentFacts extends Composite<Card> {

  private static final long serialVersionUID = 1L;

  private final transient Document document;
  private final transient DocumentDesk desk;
  private final transient CustomBook custom;

  DocumentFacts(Document document, DocumentDesk desk, CustomBook custom) {
    this.document = document;
    this.desk = desk;
    this.custom = custom;
  }

  @Override
  protected Card initContent() {
    DocumentData data = document.data();
    UUID owner = data.owner();
    FieldList facts = new FieldList();
    folder(facts, desk.path(data.folder()));
    facts
        .add(t("document.field.kind"), data.sort() == null ? "" : DocumentTexts.sort(data.sort()))
        .add(t("document.field.state"), DocumentTexts.state(data.state()))
        .add(t("document.field.published"), date(data.published()))
        .add(t("document.field.expires"), date(data.expires()))
        .add(
            t("document.field.owner_id"),
            owner == null ? "" : desk.names().getOrDefault(owner, "…"));
    own(facts, data);
    facts.add(
        t("document.field.description"), data.description() == null ? "" : data.description());
    return new Card(t("document.facts"), facts);
  }

  private static void folder(FieldList facts, List<Folder> path) {
    if (!path.isEmpty()) {
      String names = path.stream().map(Folder::name).collect(Collectors.joining(" / "));
      var link = new Anchor(DocumentNavigation.list(path.getLast().id()), names);
      link.getElement().setAttribute("router-link", true);
      facts.add(t("document.field.folder_id"), link);
    }
  }

  private void own(FieldList facts, DocumentData data) {
    String code = document.unopenable().get(DocumentField.CUSTOM);
    if (code == null) {
      CustomWords.fill(facts, custom, data.custom());
    } else {
      facts.add(t("document.field.custom"), new SealedMark(code));
    }
  }

  private static String date(@Nullable LocalDate date) {
    return date == null ? "" : Formats.date(date);
  }
}
