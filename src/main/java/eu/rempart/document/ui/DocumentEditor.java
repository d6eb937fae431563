package eu.rempart.document.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.MemberNames;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.RecordField;
import eu.rempart.common.SaveResult;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentData;
import eu.rempart.document.DocumentField;
import eu.rempart.document.DocumentService;
import eu.rempart.document.folder.Folder;
import eu.rempart.document.folder.FolderService;
import eu.rempart.draft.Draft;
import eu.rempart.shell.custom.CustomFields;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.part.RecordPanel;
import eu.rempart.shell.tag.Tags;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Lets a person change what is said of a document. */
@Component
final class DocumentEditor {

  private final DocumentService documents;
  private final FolderService folders;
  private final DocumentUnfinished unfinished;
  private final MemberNames members;
  private final CurrentMember member;
  private final Tags tags;
  private final CustomFields custom;

  DocumentEditor(
      DocumentService documents,
      FolderService folders,
      DocumentUnfinished unfinished,
      MemberNames members,
      CurrentMember member,
      Tags tags,
      CustomFields custom) {
    this.documents = documents;
    this.folders = folders;
    this.unfinished = unfinished;
    this.members = members;
    this.member = member;
    this.tags = tags;
    this.custom = custom;
  }

  /** Lets a document be changed, from where whoever acts left off. */
  void edit(Document document, Runnable saved) {
    new Session(document, folders.all(), saved).open();
  }

  /** What is filled in; fields that whoever writes may not fill in stay as they were. */
  private DocumentData allowed(DocumentData before, DocumentData filled) {
    Set<String> fixed = member.rights().fixed("document");
    CustomValues custom = filled.custom().keeping(CustomField.idsOfColumns(fixed), before.custom());
    return DocumentField.copy(
        RecordField.of(DocumentField.class, fixed), before, filled.filled(custom));
  }

  private final class Session {

    private final DocumentForm form;
    private final Runnable saved;
    private final RecordPanel panel;
    private Document document;

    Session(Document found, List<Folder> all, Runnable saved) {
      Optional<Draft<DocumentData>> draft = unfinished.of(found);
      this.document = draft.isPresent() ? unfinished.before(found, draft.get()) : found;
      this.form = new DocumentForm(all, members.all(), tags, custom.book("document"));
      this.saved = saved;
      this.panel = new RecordPanel(t("document.edit.title"), form, t("document.save"), this::save);
      form.narrow(member.rights().hidden("document"), member.rights().fixed("document"));
      DocumentData begun = document.data();
      form.show(
          draft.map(left -> allowed(begun, left.typed())).orElse(begun),
          all,
          document.unopenable());
      panel.setUnsaved(draft.isPresent());
      panel.onEnd(() -> unfinished.drop(found));
      unfinished.tell(panel, found, draft, () -> new Session(found, all, saved).open());
      form.onChange(this::typed);
    }

    void open() {
      panel.open();
      form.focus();
    }

    private void typed() {
      DocumentData typed = form.value();
      boolean unsaved = !typed.equals(document.data());
      panel.setUnsaved(unsaved);
      unfinished.keep(document, typed, unsaved);
    }

    private void save() {
      if (!form.check()) {
        return;
      }
      try {
        switch (documents.save(document.id(), document.version(), document.data(), form.value())) {
          case SaveResult.Saved<Document, DocumentField> _ -> {
            panel.done();
            Notices.success(t("document.saved"));
            saved.run();
          }
          case SaveResult.Stale<Document, DocumentField> stale -> again(stale.current());
          case SaveResult.Gone<Document, DocumentField> _ -> Notices.error(t("document.gone"));
        }
      } catch (InvalidFieldException e) {
        form.show(e);
      } catch (AccessDeniedException _) {
        Notices.error(t("shell.form.forbidden")); // the role was narrowed meanwhile
      }
    }

    /** What the person typed stays; what only the other changed is taken over. */
    private void again(Document current) {
      DocumentData before = document.data();
      DocumentData mine = form.value();
      DocumentData theirs = current.data();
      Set<DocumentField> own = DocumentField.changed(before, mine);
      DocumentData typed =
          DocumentField.copy(own, mine, theirs)
              .filled(mine.custom().over(before.custom(), theirs.custom()));
      document = current;
      form.show(typed, folders.all(), current.unopenable());
      Notices.error(t("document.stale"));
    }
  }
}
