package eu.rempart.document.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.SignedInMember;
import eu.rempart.document.Document;
import eu.rempart.document.file.FileService;
import eu.rempart.document.file.StoredFile;
import eu.rempart.preview.Preview;
import eu.rempart.preview.Previewer;
import eu.rempart.shell.part.Skeleton;
import eu.rempart.vault.handle.VaultScope;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Shows what is in a file, without leaving the page; made beside the thread of the screen. */
@Component
public class Previewing {

  private static final Logger LOG = LoggerFactory.getLogger(Previewing.class);

  private final FileService files;
  private final Previewer previewer;
  private final CurrentMember member;

  Previewing(FileService files, Previewer previewer, CurrentMember member) {
    this.files = files;
    this.previewer = previewer;
    this.member = member;
  }

  /** Opens a dialog with the file's first page. */
  void open(Document document, @Nullable StoredFile file) {
    var dialog = new Dialog();
    dialog.addClassName("preview-dialog");
    dialog.setHeaderTitle(document.title());
    if (file != null) {
      dialog.add(place(file));
      dialog.getFooter().add(DocumentLine.download(file, document.title()));
    }
    dialog.getFooter().add(new Button(t("shell.close"), _ -> dialog.close()));
    dialog.open();
  }

  /** The ways to see what is in a document, and to save it, beside where it is listed. */
  public Div actions(Document document, @Nullable StoredFile file) {
    return DocumentLine.actions(file, document.title(), () -> open(document, file));
  }

  /** A place that fills with the preview by itself. */
  Div place(StoredFile file) {
    var place = new Div(new Skeleton(4));
    place.addClassName("preview");
    show(place, file, 0);
    return place;
  }

  private void show(Div place, StoredFile file, int page) {
    if (file.size() < 0 || !Previewer.shows(file.mediaType())) {
      fill(place, file, new Preview.None(Preview.Reason.KIND));
      return;
    }
    UI ui = UI.getCurrent();
    later(
        file,
        page,
        preview -> {
          var _ = ui.access(() -> fill(place, file, preview));
        });
  }

  /** Reading and drawing take a second or two, which nobody's screen shall wait for. */
  private void later(StoredFile file, int page, Consumer<Preview> then) {
    SignedInMember reader = member.get();
    // a thread of its own: reading from a process would hold the carrier of many virtual ones
    Thread.ofPlatform()
        .daemon()
        .name("preview")
        .start(
            VaultScope.carried(() -> member.runAs(reader, () -> then.accept(preview(file, page)))));
  }

  private Preview preview(StoredFile file, int page) {
    try {
      return previewer.of(file.mediaType(), file.size(), () -> files.open(file), page);
    } catch (IOException | RuntimeException e) {
      LOG.warn("no preview of the file {}: {}", file.id(), e.toString());
      return new Preview.None(Preview.Reason.DAMAGED);
    }
  }

  private void fill(Div place, StoredFile file, Preview preview) {
    place.removeAll();
    place.add(new PreviewParts(file, preview, page -> show(place, file, page)));
  }
}
