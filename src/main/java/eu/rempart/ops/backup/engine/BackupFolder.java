package eu.rempart.ops.backup.engine;

import java.nio.file.Path;

/**
 * {@code HOME/backup}: what the programs are told, written anew whenever a destination changes, and
 * what they keep beside.
 *
 * @param path absolute
 */
record BackupFolder(Path path) {

  static BackupFolder of(Path home) {
    return new BackupFolder(home.resolve("backup"));
  }

  /** With all destinations: for the log of the database, which goes to each of them. */
  Path pgbackrest() {
    return path.resolve("pgbackrest.conf");
  }

  /** With one of them: whatever else is done waits for no other. */
  Path pgbackrest(Destination destination) {
    return path.resolve("pgbackrest-" + destination.place() + ".conf");
  }

  /** Is there once a destination had its repository, with its address. */
  Path prepared(Destination destination) {
    return path.resolve("prepared-" + destination.place());
  }

  Path ssh() {
    return path.resolve("ssh_config");
  }

  Path knownHosts() {
    return path.resolve("known_hosts");
  }

  Path sshKey() {
    return path.resolve("id_ed25519");
  }

  Path sshPublicKey() {
    return path.resolve("id_ed25519.pub");
  }

  /** Called by PostgreSQL for each finished part of its log; pgBackRest looks for its own name. */
  Path archiveCommand() {
    return path.resolve("pgbackrest-archive");
  }

  /** The password of PostgreSQL's superuser, as its programs read it. */
  Path passwords() {
    return path.resolve("pgpass");
  }

  Path log() {
    return path.resolve("log");
  }

  /** For the archiving of the log, which goes on all the time. */
  Path locks() {
    return path.resolve("lock");
  }

  /** For what is done at one destination: it must not wait for archiving to the others. */
  Path locks(Destination destination) {
    return locks().resolve(String.valueOf(destination.place()));
  }

  Path spool() {
    return path.resolve("spool");
  }

  /** Of restic; without it each look reads the whole index again. */
  Path cache() {
    return path.resolve("cache");
  }
}
