package eu.rempart.db.embedded;

import eu.rempart.db.DatabaseUnusableException;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The programs that came along, which the library unpacks into a folder named after the digest of
 * their archive. One for each start: the library remembers by this object where it unpacked.
 */
final class PostgresPrograms implements PgBinaryResolver {

  private final Path folder;
  private @Nullable Path unpacked;

  /**
   * @param folder where they are unpacked
   */
  PostgresPrograms(Path folder) {
    this.folder = folder;
  }

  @Override
  public InputStream getPgBinary(String system, String machine) throws IOException {
    try (InputStream archive =
        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine)) {
      byte[] content = archive.readAllBytes();
      unpacked = folder.resolve("PG-" + HexFormat.of().formatHex(digest(content)));
      return new ByteArrayInputStream(content);
    }
  }

  /** The library's choice; it guards against nothing, and only names a folder. */
  private static byte[] digest(byte[] content) {
    try {
      return MessageDigest.getInstance("MD5").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Runs one to its end, in a user namespace where we are root, as whom PostgreSQL does not run.
   *
   * @param log what it says goes there
   * @throws DatabaseUnusableException if it fails
   */
  void run(Path log, String program, List<String> arguments) throws IOException {
    if (unpacked == null) {
      throw new IllegalStateException("%s before the programs were unpacked".formatted(program));
    }
    List<String> command = new ArrayList<>();
    if (LinuxUtils.isUnshareAvailable()) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(unpacked.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log.toFile()))
            .start();
    try {
      int exit = process.waitFor();
      if (exit != 0) {
        throw new DatabaseUnusableException(
            "PostgreSQL's %s failed (exit code %d); see %s".formatted(program, exit, log));
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new DatabaseUnusableException("PostgreSQL's %s was interrupted".formatted(program), e);
    }
  }
}
