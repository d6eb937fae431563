package eu.rempart.ops.backup.engine;

import eu.rempart.ops.backup.program.BackupFailedException;
import eu.rempart.ops.backup.program.RunControl;
import eu.rempart.vault.operating.BackupSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks whether a destination lets us in and lets us write, before anything is sent there. */
public final class SignIn {

  private SignIn() {}

  /**
   * Makes the folder of a destination, and a file in it that is removed again.
   *
   * @throws BackupFailedException if that is refused
   */
  public static void tryOut(BackupSecret secret, Destination destination)
      throws BackupFailedException {
    try {
      if (destination.address().isHere()) {
        Path folder = Files.createDirectories(Path.of(destination.address().folder()));
        Files.delete(Files.createTempFile(folder, "rempart-", ".try"));
      } else {
        tryOutAway(secret, destination);
      }
    } catch (IOException e) {
      throw BackupFailedException.of(e);
    }
  }

  private static void tryOutAway(BackupSecret secret, Destination destination) throws IOException {
    Path scratch = Files.createTempDirectory("backup-sign-in-");
    try {
      BackupFolder folder = new BackupFolder(scratch.resolve("backup"));
      ProgramFiles.Server nobody = new ProgramFiles.Server(scratch, scratch, 5432, "nobody");
      new BackupFiles(folder, secret).write(List.of(destination), nobody, "");
      Path content = Files.writeString(scratch.resolve("try"), "rempart\n");
      String there = destination.address().folder();
      var _ =
          SealedFiles.sftp(
              folder,
              destination,
              List.of(
                  "-mkdir " + there,
                  "put %s %s/rempart.try".formatted(SealedFiles.quoted(content), there),
                  "rm %s/rempart.try".formatted(there)),
              new RunControl(_ -> {}));
    } finally {
      Scratch.delete(scratch);
    }
  }
}
