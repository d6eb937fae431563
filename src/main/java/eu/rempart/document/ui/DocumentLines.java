package eu.rempart.document.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import eu.rempart.document.Document;
import eu.rempart.document.file.StoredFile;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Documents as lines, by two queries however many there are. */
@org.springframework.stereotype.Component
final class DocumentLines {

  private final DocumentDesk desk;
  private final Previewing previewing;

  DocumentLines(DocumentDesk desk, Previewing previewing) {
    this.desk = desk;
    this.previewing = previewing;
  }

  Map<UUID, StoredFile> filesOf(Collection<Document> shown) {
    return desk.filesOf(shown);
  }

  Map<UUID, String> names() {
    return desk.names();
  }

  /** A list of these, in their order. */
  UnorderedList of(List<Document> shown, Runnable changed) {
    Map<UUID, StoredFile> files = filesOf(shown);
    Map<UUID, String> names = names();
    var list = new UnorderedList();
    list.addClassName("document-lines");
    shown.forEach(document -> list.add(new ListItem(line(document, files, names, changed))));
    return list;
  }

  Component line(
      Document document, Map<UUID, StoredFile> files, Map<UUID, String> names, Runnable changed) {
    StoredFile file = files.get(document.file().value());
    UUID by = document.changed().memberId();
    return new DocumentLine(
        document,
        file,
        by == null ? "" : names.getOrDefault(by, ""),
        document.changed().at(),
        () -> previewing.open(document, file),
        desk.mayArchive(document) ? () -> desk.archive(document.id(), changed, changed) : null);
  }
}
