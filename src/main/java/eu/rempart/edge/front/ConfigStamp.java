package eu.rempart.edge.front;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/** What tells that a file is another one: nothing for one that can't be looked at. */
record ConfigStamp(@Nullable FileTime written, long size, @Nullable Object identity) {

  static ConfigStamp of(Path file) {
    try {
      BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
      return new ConfigStamp(seen.lastModifiedTime(), seen.size(), seen.fileKey());
    } catch (IOException absent) {
      return new ConfigStamp(null, 0, null);
    }
  }
}
