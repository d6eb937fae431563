package eu.rempart.document.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.MemberNames;
import eu.rempart.account.Right;
import eu.rempart.document.Brought;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentId;
import eu.rempart.document.DocumentService;
import eu.rempart.document.file.FileService;
import eu.rempart.document.file.StoredFile;
import eu.rempart.document.file.UploadService;
import eu.rempart.document.folder.Folder;
import eu.rempart.document.folder.FolderId;
import eu.rempart.document.folder.FolderService;
import eu.rempart.history.RecordRef;
import eu.rempart.shell.WayBack;
import eu.rempart.shell.part.Notices;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people do with documents wherever they see them. */
@org.springframework.stereotype.Component
public class DocumentDesk {

  private static final String KIND = "document";

  private final DocumentService documents;
  private final FileService files;
  private final UploadService uploads;
  private final FolderService folders;
  private final WayBack back;
  private final MemberNames members;
  private final CurrentMember member;

  DocumentDesk(
      DocumentService documents,
      FileService files,
      UploadService uploads,
      FolderService folders,
      WayBack back,
      MemberNames members,
      CurrentMember member) {
    this.documents = documents;
    this.files = files;
    this.uploads = uploads;
    this.folders = folders;
    this.back = back;
    this.members = members;
    this.member = member;
  }

  /** Whether any documents may be brought or changed. */
  public boolean mayWrite() {
    return member.may(Right.WRITE_RECORDS, KIND);
  }

  boolean mayWrite(Document document) {
    return member.may(Right.WRITE_RECORDS, KIND, document.data().owner());
  }

  boolean mayArchive(Document document) {
    return member.may(Right.ARCHIVE_RECORDS, KIND, document.data().owner());
  }

  Map<UUID, String> names() {
    return members.all();
  }

  /** The way to a folder, the outermost one first; empty for none, and for one that is gone. */
  List<Folder> path(@Nullable FolderId folder) {
    return folder == null ? List.of() : FolderService.path(folders.all(), folder);
  }

  /** The file that counts of each of these, by the document's id. */
  public Map<UUID, StoredFile> filesOf(Collection<Document> shown) {
    return files.findAll(shown.stream().map(document -> document.file().value()).toList());
  }

  /** A place to bring new documents in; empty for those who may not. */
  public Optional<Component> bringing(
      @Nullable FolderId folder, List<RecordRef> about, Runnable changed) {
    return mayWrite()
        ? Optional.of(
            new UploadArea(
                uploads, false, upload -> taken(documents.create(upload, folder, about), changed)))
        : Optional.empty();
  }

  /** A place to bring another file of a document. */
  Optional<Component> replacing(Document document, Runnable changed) {
    return mayWrite(document)
        ? Optional.of(
            new UploadArea(
                uploads, true, upload -> taken(documents.addFile(document.id(), upload), changed)))
        : Optional.empty();
  }

  private static String taken(Brought brought, Runnable changed) {
    return switch (brought) {
      case Brought.Kept kept -> {
        Notices.success(t("document.kept", kept.document().title()));
        changed.run();
        yield "";
      }
      case Brought.Unfinished _ -> t("document.refused.unfinished");
      case Brought.Gone _ -> t("document.refused.gone");
    };
  }

  void archive(DocumentId id, Runnable done, Runnable undone) {
    UUID change = documents.archive(List.of(id));
    done.run();
    back.offer(
        t("document.archived"),
        change,
        () -> {
          documents.cameBack(List.of(id));
          undone.run();
        });
  }
}
