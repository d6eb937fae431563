package eu.rempart.archive.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import eu.rempart.archive.ArchiveService;
import eu.rempart.archive.BinEntry;
import eu.rempart.archive.BinItem;
import eu.rempart.archive.Conflict;
import eu.rempart.archive.Restored;
import eu.rempart.history.RecordKinds;
import eu.rempart.shell.part.Notices;
import java.util.List;
import java.util.UUID;

/** Lists what would come back, then brings it back; asks where something is in the way. */
final class RestoreDialog extends Dialog {

  private static final long serialVersionUID = 1L;
  private static final int LISTED = 100;

  private final transient ArchiveService archive;
  private final transient RecordKinds kinds;
  private final transient Runnable done;
  private final transient List<UUID> chosen;
  private final Div question = new Div();
  private final Button restore = new Button(t("archive.restore"));
  private boolean leaveConflicts;

  RestoreDialog(ArchiveService archive, RecordKinds kinds, List<BinEntry> entries, Runnable done) {
    this.archive = archive;
    this.kinds = kinds;
    this.done = done;
    this.chosen = entries.stream().map(BinEntry::archiveId).toList();
    setHeaderTitle(t("archive.restore.title"));
    addClassName("bin-restore");
    question.getElement().setAttribute("aria-live", "polite");
    add(new Paragraph(t("archive.restore.contents")), contents(), question);
    restore.addThemeVariants(ButtonVariant.PRIMARY);
    restore.addClickListener(_ -> restore());
    getFooter().add(new Button(t("shell.cancel"), _ -> close()), restore);
  }

  private UnorderedList contents() {
    UnorderedList list = new UnorderedList();
    int listed = 0;
    for (UUID entry : chosen) {
      for (BinItem item : archive.contents(entry)) {
        if (listed++ == LISTED) {
          list.add(new ListItem("…"));
          return list;
        }
        list.add(new ListItem(named(item)));
      }
    }
    return list;
  }

  private String named(BinItem item) {
    String kind =
        kinds
            .find(item.record().kind())
            .map(known -> t(known.labelKey()))
            .orElse(item.record().kind());
    String name = item.name().isEmpty() ? t("archive.bin.nameless") : item.name();
    return t("archive.restore.item", kind, name);
  }

  private void restore() {
    switch (archive.restore(chosen, leaveConflicts)) {
      case Restored.Done back -> {
        close();
        Notices.success(t("archive.restore.done", back.records()));
        done.run();
      }
      case Restored.Gone _ -> {
        close();
        Notices.error(t("archive.restore.gone"));
        done.run();
      }
      case Restored.Blocked blocked -> ask(blocked.conflicts());
    }
  }

  private void ask(List<Conflict> conflicts) {
    UnorderedList list = new UnorderedList();
    conflicts.stream()
        .map(
            conflict ->
                switch (conflict.kind()) {
                  case PARENT_ARCHIVED -> t("archive.conflict.parent.archived");
                  case PARENT_PURGED -> t("archive.conflict.parent.purged");
                  case TAKEN -> t("archive.conflict.taken");
                })
        .distinct()
        .forEach(sentence -> list.add(new ListItem(sentence)));
    question.removeAll();
    question.add(new Paragraph(t("archive.conflict.title", conflicts.size())), list);
    leaveConflicts = true;
    restore.setText(t("archive.conflict.restore.rest"));
  }
}
