package eu.rempart.edge.authority;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** Nothing can be written into the folder that was named. */
final class UnusableFolderException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String folder;

  UnusableFolderException(Path folder, IOException cause) {
    super(folder.toString(), cause);
    this.folder = folder.toString();
  }

  String folder() {
    return folder;
  }
}
