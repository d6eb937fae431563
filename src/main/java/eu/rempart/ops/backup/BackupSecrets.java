package eu.rempart.ops.backup;

import eu.rempart.home.HomeFolder;
import eu.rempart.vault.operating.BackupSecret;
import eu.rempart.vault.operating.OperatingSeal;
import java.util.Optional;

/**
 * The secret that opens backups: in the home folder of each server, and sealed in the database, by
 * which the second server gets it. Thread safe.
 */
final class BackupSecrets {

  private static final String USE = "backup_secret";

  private final HomeFolder home;
  private final OperatingSeal seal;
  private final BackupRepository repository;

  BackupSecrets(HomeFolder home, OperatingSeal seal, BackupRepository repository) {
    this.home = home;
    this.seal = seal;
    this.repository = repository;
  }

  /**
   * The one of this installation, made if there is none.
   *
   * @throws IllegalStateException if the database has one that this server can't open
   */
  synchronized BackupSecret get() {
    Optional<BackupRepository.Secret> kept = repository.secret();
    if (kept.isEmpty()) {
      BackupSecret made = BackupSecret.in(home);
      repository.save(seal.seal(USE, String.join("-", made.groups())), made.sshPublicKey());
      kept = repository.secret();
    }
    BackupSecret secret =
        kept.map(BackupRepository.Secret::sealed)
            .flatMap(bytes -> seal.open(USE, bytes))
            .flatMap(BackupSecret::parse)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "keys/operating is not the one that sealed the secret of backups"));
    if (!BackupSecret.of(home).map(BackupSecret::groups).equals(Optional.of(secret.groups()))) {
      secret.write(home);
    }
    return secret;
  }
}
