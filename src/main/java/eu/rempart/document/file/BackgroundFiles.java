package eu.rempart.document.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Files for work that goes on when its member is not there any more, such as mails on their way
 * out. Whether they may read a file was asked when they put it on its way.
 */
@Component
public class BackgroundFiles {

  private final FileService files;

  BackgroundFiles(FileService files) {
    this.files = files;
  }

  /** A file; empty where it is gone, in the bin, or does not open. */
  public Optional<StoredFile> find(FileId id) {
    return Optional.ofNullable(files.stored(List.of(id.value())).get(id.value()))
        .filter(file -> file.size() >= 0);
  }

  /** As {@link FileService#open}. */
  public InputStream open(StoredFile file) throws IOException {
    return files.content(file);
  }
}
