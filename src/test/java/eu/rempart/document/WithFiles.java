package eu.rempart.document;

import eu.rempart.WithFirm;
import eu.rempart.document.file.FileRefusedException;
import eu.rempart.document.file.FileService;
import eu.rempart.document.file.StoredFile;
import eu.rempart.document.file.Upload;
import eu.rempart.document.file.UploadService;
import eu.rempart.document.folder.FolderId;
import eu.rempart.document.folder.FolderService;
import eu.rempart.history.RecordRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** A firm with documents. */
public abstract class WithFiles extends WithFirm {

  @Autowired protected DocumentService documents;
  @Autowired protected DocumentLinkService filed;
  @Autowired protected FileService files;
  @Autowired protected UploadService uploads;
  @Autowired protected FolderService folders;

  protected static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A file that is here whole. */
  protected UUID bring(String name, byte[] content) {
    try {
      Upload begun = uploads.begin(name, content.length, "");
      return uploads
          .append(begun.id(), 0, new ByteArrayInputStream(content))
          .filter(Upload::whole)
          .orElseThrow()
          .id();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FileRefusedException e) {
      throw new IllegalStateException(e);
    }
  }

  protected Document document(String name, byte[] content, RecordRef... about) {
    return document(name, content, null, about);
  }

  protected Document document(
      String name, byte[] content, @Nullable FolderId folder, RecordRef... about) {
    try {
      return ((Brought.Kept) documents.create(bring(name, content), folder, List.of(about)))
          .document();
    } catch (FileRefusedException e) {
      throw new IllegalStateException(e);
    }
  }

  protected byte[] content(Document document) {
    StoredFile file = files.find(document.file()).orElseThrow();
    try (InputStream in = files.open(file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
