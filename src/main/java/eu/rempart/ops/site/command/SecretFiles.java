package eu.rempart.ops.site.command;

import eu.rempart.ops.site.SiteSecrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the sites of one cluster have in common, in {@code keys} and {@code tls} of their homes. */
final class SecretFiles {

  private SecretFiles() {}

  /** The passwords of a site's roles. */
  static SiteSecrets read(Path home) throws IOException {
    return new SiteSecrets(
        password(home, "database-superuser"),
        password(home, "database-replicator"),
        password(home, "database-rewinder"),
        password(home, "database-owner"));
  }

  private static String password(Path home, String name) throws IOException {
    return Files.readString(home.resolve("keys").resolve(name), StandardCharsets.US_ASCII).strip();
  }

  /** By their path in the home folder. */
  static Map<String, byte[]> shared(Path home) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (String folder : new String[] {"keys", "tls"}) {
      Path path = home.resolve(folder);
      if (!Files.isDirectory(path)) {
        continue;
      }
      try (Stream<Path> found = Files.walk(path)) {
        for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
          String name = home.relativize(file).toString();
          if (isShared(name)) {
            files.put(name, Files.readAllBytes(file));
          }
        }
      }
    }
    return files;
  }

  /** A witness is a machine's own memory. */
  private static boolean isShared(String name) {
    return !name.startsWith("keys/witness") && !name.equals("tls/.lock");
  }
}
