package eu.rempart.document.ui;

import com.vaadin.flow.component.Component;
import eu.rempart.common.TimelineKey;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentLinkService;
import eu.rempart.document.DocumentService;
import eu.rempart.document.file.StoredFile;
import eu.rempart.history.RecordRef;
import eu.rempart.shell.timeline.TimelineSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;

/** Documents in the timelines of the records that they are about. */
@org.springframework.stereotype.Component
@Order(50)
final class DocumentTimeline implements TimelineSource {

  private final DocumentService documents;
  private final DocumentLinkService links;
  private final DocumentLines lines;

  DocumentTimeline(DocumentService documents, DocumentLinkService links, DocumentLines lines) {
    this.documents = documents;
    this.links = links;
    this.lines = lines;
  }

  @Override
  public String labelKey() {
    return "document.list.title";
  }

  @Override
  public boolean isOn(String kind) {
    return DocumentLinkService.isAbout(kind);
  }

  @Override
  public Strand of(String kind, UUID record) {
    return new Documents(new RecordRef(kind, record));
  }

  private final class Documents implements Strand {

    private final RecordRef about;

    Documents(RecordRef about) {
      this.about = about;
    }

    @Override
    public List<TimelineKey> keys(@Nullable TimelineKey before, int limit) {
      return links.keys(about, before, limit);
    }

    @Override
    public Map<UUID, Component> show(Collection<UUID> ids, Runnable changed) {
      Map<UUID, Document> found = documents.findAll(ids);
      Map<UUID, StoredFile> files = lines.filesOf(found.values());
      Map<UUID, String> names = lines.names();
      Map<UUID, Component> shown = new HashMap<>();
      found.forEach((id, document) -> shown.put(id, lines.line(document, files, names, changed)));
      return shown;
    }
  }
}
