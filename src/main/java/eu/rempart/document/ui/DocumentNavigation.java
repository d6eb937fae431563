package eu.rempart.document.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import eu.rempart.document.DocumentId;
import eu.rempart.document.file.FileId;
import eu.rempart.document.folder.FolderId;
import org.jspecify.annotations.Nullable;

/** The ways to documents; the only door for the screens of other rooms. */
public final class DocumentNavigation {

  public static final String LIST = "documents";
  static final String DETAILS = "documents/:id";
  public static final String FOLDER = "folder";

  private DocumentNavigation() {}

  /** Path of a folder, or of what lies beside all folders. */
  public static String list(@Nullable FolderId folder) {
    return folder == null ? LIST : LIST + "?" + FOLDER + "=" + folder;
  }

  /** Path of one document. */
  public static String details(DocumentId id) {
    return LIST + "/" + id;
  }

  /** Where browsers fetch a file to save it. */
  public static String content(FileId file) {
    return FileController.PATH + file;
  }

  /** Shows one document. */
  public static void open(DocumentId id) {
    UI.getCurrent().navigate(details(id));
  }

  /** Shows a folder. */
  public static void openList(@Nullable FolderId folder) {
    UI.getCurrent()
        .navigate(
            LIST,
            folder == null
                ? QueryParameters.empty()
                : QueryParameters.of(FOLDER, folder.toString()));
  }
}
