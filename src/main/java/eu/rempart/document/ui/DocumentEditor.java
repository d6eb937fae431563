package eu.rempart.document.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.account.MemberNames;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.SaveResult;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentData;
import eu.rempart.document.DocumentField;
import eu.rempart.document.DocumentService;
import eu.rempart.document.folder.Folder;
import eu.rempart.document.folder.FolderService;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.part.RecordPanel;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lets a person change what is said of a document. */
@Component
final class DocumentEditor {

  private final DocumentService documents;
  private final FolderService folders;
  private final MemberNames members;

  DocumentEditor(DocumentService documents, FolderService folders, MemberNames members) {
    this.documents = documents;
    this.folders = folders;
    this.members = members;
  }

  void edit(Document document, Runnable saved) {
    List<Folder> all = folders.all();
    DocumentForm form = new DocumentForm(all, members.all());
    form.show(document.data(), all);
    var session = new Session(document, form, saved);
    session.panel.open();
    form.focus();
  }

  private final class Session {

    private final DocumentForm form;
    private final Runnable saved;
    private final RecordPanel panel;
    private Document document;

    Session(Document document, DocumentForm form, Runnable saved) {
      this.document = document;
      this.form = form;
      this.saved = saved;
      this.panel = new RecordPanel(t("document.edit.title"), form, t("document.save"), this::save);
    }

    private void save() {
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
      }
    }

    /** What the person typed stays; what only the other changed is taken over. */
    private void again(Document current) {
      DocumentData typed = DocumentMerge.of(document.data(), form.value(), current.data());
      document = current;
      form.show(typed, folders.all());
      Notices.error(t("document.stale"));
    }
  }
}
