package eu.rempart.codegen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The state of what generation depends on: the migrations and this module's own classes. */
record Stamp(String value) {

  private static final String FILE = ".stamp";

  static Stamp of(Path migrations) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      add(digest, migrations);
      add(
          digest,
          Path.of(Stamp.class.getProtectionDomain().getCodeSource().getLocation().getPath()));
      return new Stamp(HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void add(MessageDigest digest, Path root) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(root)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      digest.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
      digest.update(Files.readAllBytes(file));
    }
  }

  boolean isIn(Path output) throws IOException {
    Path file = output.resolve(FILE);
    return Files.exists(file) && Files.readString(file).equals(value);
  }

  void writeTo(Path output) throws IOException {
    Files.writeString(output.resolve(FILE), value);
  }
}
