package eu.rempart.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What tells cheaply whether a file was replaced or changed.
 *
 * @param written empty if the file is missing or can't be looked at
 * @param identity the file system's number of it, where it has one
 */
record FileStamp(Path file, Optional<FileTime> written, long size, @Nullable Object identity) {

  static List<FileStamp> of(List<Path> files) {
    return files.stream().map(FileStamp::of).toList();
  }

  private static FileStamp of(Path file) {
    try {
      BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileStamp(file, Optional.of(seen.lastModifiedTime()), seen.size(), seen.fileKey());
    } catch (IOException absent) {
      return new FileStamp(file, Optional.empty(), 0, null);
    }
  }
}
