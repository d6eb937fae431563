package eu.rempart.edge.authority;

import java.io.Serial;
import java.nio.file.Path;

/** The home folder belongs to another account than the caller's. */
final class OtherAccountException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String folder;
  private final String owner;

  OtherAccountException(Path folder, String owner) {
    super(folder + " belongs to " + owner);
    this.folder = folder.toString();
    this.owner = owner;
  }

  String folder() {
    return folder;
  }

  String owner() {
    return owner;
  }
}
