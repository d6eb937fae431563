package eu.rempart.document.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import eu.rempart.common.TimelineKey;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentLinkService;
import eu.rempart.document.DocumentService;
import eu.rempart.history.RecordRef;
import eu.rempart.shell.RecordTab;
import eu.rempart.shell.part.EmptyState;
import eu.rempart.shell.part.Glyph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;

/** The documents about a record, on its page, with a place to bring more. */
@org.springframework.stereotype.Component
@Order(20)
final class DocumentTab implements RecordTab {

  private static final int STEP = 30;

  private final DocumentService documents;
  private final DocumentLinkService links;
  private final DocumentDesk desk;
  private final DocumentLines lines;

  DocumentTab(
      DocumentService documents,
      DocumentLinkService links,
      DocumentDesk desk,
      DocumentLines lines) {
    this.documents = documents;
    this.links = links;
    this.desk = desk;
    this.lines = lines;
  }

  @Override
  public String key() {
    return "documents";
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
  public Component show(String kind, UUID id) {
    return new Panel(new RecordRef(kind, id));
  }

  @StyleSheet("styles/documents.css")
  private final class Panel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient RecordRef about;
    private final Div list = new Div();
    private final Button more = new Button(t("timeline.older"), _ -> showMore());
    private transient @Nullable TimelineKey last;

    Panel(RecordRef about) {
      this.about = about;
      addClassName("documents-panel");
      desk.bringing(null, List.of(about), this::refresh).ifPresent(this::add);
      add(list, more);
      refresh();
    }

    private void refresh() {
      list.removeAll();
      last = null;
      showMore();
      if (list.getComponentCount() == 0) {
        list.add(new EmptyState(Glyph.FILE, t("document.none.title"), t("document.none.sentence")));
      }
    }

    private void showMore() {
      List<TimelineKey> keys = new ArrayList<>(links.keys(about, last, STEP + 1));
      more.setVisible(keys.size() > STEP);
      if (keys.size() > STEP) {
        keys.removeLast();
      }
      if (!keys.isEmpty()) {
        last = keys.getLast();
        List<UUID> ids = keys.stream().map(TimelineKey::id).toList();
        Map<UUID, Document> found = documents.findAll(ids);
        list.add(
            lines.of(
                ids.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList(),
                this::refresh));
      }
    }
  }
}
