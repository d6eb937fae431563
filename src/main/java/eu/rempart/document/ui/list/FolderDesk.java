package eu.rempart.document.ui.list;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.document.folder.Folder;
import eu.rempart.document.folder.FolderId;
import eu.rempart.document.folder.FolderService;
import eu.rempart.shell.WayBack;
import eu.rempart.shell.part.Notices;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people do with folders. */
@Component
final class FolderDesk {

  private final FolderService folders;
  private final WayBack back;
  private final CurrentMember member;

  FolderDesk(FolderService folders, WayBack back, CurrentMember member) {
    this.folders = folders;
    this.back = back;
    this.member = member;
  }

  List<Folder> all() {
    return folders.all();
  }

  boolean mayWrite() {
    return member.may(Right.WRITE_RECORDS, "document");
  }

  boolean mayArchive() {
    return member.may(Right.ARCHIVE_RECORDS, "document");
  }

  /** Asks for the name of a new folder. */
  void create(@Nullable FolderId parent, Runnable done) {
    ask(t("document.folder.new"), "", name -> folders.create(parent, name), done);
  }

  /** Asks for another name. */
  void rename(Folder folder, Runnable done) {
    ask(
        t("document.folder.rename"),
        folder.name(),
        name -> {
          if (!folders.save(folder.id(), folder.parent(), name)) {
            Notices.error(t("document.folder.gone"));
          }
        },
        done);
  }

  private static void ask(String title, String name, Consumer<String> keep, Runnable done) {
    var dialog = new Dialog();
    dialog.setHeaderTitle(title);
    var field = new TextField(t("document_folder.field.name"));
    field.setMaxLength(FolderService.MAX_NAME);
    field.setValue(name);
    field.setAutofocus(true);
    Runnable save =
        () -> {
          try {
            keep.accept(field.getValue());
            dialog.close();
            done.run();
          } catch (InvalidFieldException e) {
            field.setInvalid(true);
            field.setErrorMessage(
                e.problem() == InvalidFieldException.Problem.REQUIRED
                    ? t("document.folder.nameless")
                    : t("document.folder.deep"));
          }
        };
    var button = new Button(t("document.folder.save"), _ -> save.run());
    button.addThemeVariants(ButtonVariant.PRIMARY);
    dialog.add(field);
    dialog.getFooter().add(new Button(t("shell.cancel"), _ -> dialog.close()), button);
    dialog.open();
  }

  /** Archives an empty folder, and says so where it is not empty. */
  void archive(Folder folder, Runnable done, Runnable undone) {
    Optional<UUID> change = folders.archive(folder.id());
    if (change.isEmpty()) {
      Notices.error(t("document.folder.full"));
      return;
    }
    done.run();
    back.offer(t("document.folder.archived"), change.get(), undone);
  }
}
