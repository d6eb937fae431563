package eu.rempart.ops.backup.command;

import eu.rempart.common.CountryCode;
import eu.rempart.common.command.CommandRefusedException;
import eu.rempart.ops.backup.Act;
import eu.rempart.ops.backup.BackupServers;
import eu.rempart.ops.backup.OperatorBackups;
import eu.rempart.ops.backup.OperatorQueries;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.engine.DestinationAddress;
import eu.rempart.ops.backup.engine.ImageScope;
import eu.rempart.ops.backup.engine.SignIn;
import eu.rempart.ops.backup.program.BackupFailedException;
import eu.rempart.ops.backup.program.BackupFailedException.Why;
import eu.rempart.vault.operating.BackupSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Adds a destination, once it let us in; then the first copies of both kinds are made. */
final class AddDestination {

  /** Twice a second, for half a minute. */
  private static final int LOOKS = 60;

  private final BackupCall call;

  AddDestination(BackupCall call) {
    this.call = call;
  }

  void run() throws IOException, SQLException {
    call.arguments()
        .allow(
            call.texts(), 2, "--country", "--host-key", "--ask", "--later", "--to", "--image-path");
    List<Path> images = images();
    call.requireOwnDatabase();
    DestinationAddress address = call.address(call.word(1, "address"));
    if (address.isHere()) {
      requireOutside(Path.of(address.folder()));
    }
    CountryCode country = call.country();
    String at = call.judge(address, country);
    try (OperatorQueries database = call.connect()) {
      OperatorBackups backups = database.backups();
      if (backups.destinations().stream().anyMatch(each -> each.address().equals(address))) {
        throw new CommandRefusedException("there-already", address);
      }
      String keys = address.isHere() ? "" : String.join("\n", call.hostKeys(address, at).lines());
      Destination judged =
          new Destination(UUID.randomUUID(), 1, address, country, keys).reachedAt(at);
      tryOut(secret(), judged);
      if (!backups.add(
          address, country, keys, call.arguments().has("--later"), call.clock().instant())) {
        throw new CommandRefusedException("there-already", address);
      }
      Destination added =
          backups.destinations().stream()
              .filter(each -> each.address().equals(address))
              .findFirst()
              .orElseThrow();
      call.say("add.added", added.place(), address, country.value());
      if (!images.isEmpty()) {
        ImageScope.choose(call.home(), images);
      }
      if (!call.arguments().has("--later")) {
        new DoBackups(call, Act.MAKE).run(backups, List.of(added));
      }
      BackupServers servers = new BackupServers(call.home());
      servers.all().stream()
          .filter(each -> !each.equals(servers.self()))
          .forEach(each -> call.say("add.other", each));
      call.say("add.kit", call.home());
    }
  }

  /** Of what this server's images are from now on; empty where that stays as it is. */
  private List<Path> images() {
    List<Path> images = call.arguments().all("--image-path").stream().map(Path::of).toList();
    for (Path each : images) {
      if (!each.isAbsolute() || !Files.exists(each) || each.toString().contains("\n")) {
        throw new CommandRefusedException("image-path", each);
      }
    }
    return images;
  }

  /**
   * What lies in the home folder is lost together with it, and an image would have itself in it.
   */
  private void requireOutside(Path folder) throws IOException {
    Path home = call.home().toRealPath();
    Path there = folder.normalize();
    while (!Files.exists(there)) {
      there = there.resolveSibling(""); // what is to be made
      if (there.getNameCount() == 0) {
        return;
      }
    }
    boolean otherDisk =
        !Files.getFileStore(there).equals(Files.getFileStore(home))
            && !there.toRealPath().equals(home);
    if (there.toRealPath().startsWith(home) && !otherDisk) {
      throw new CommandRefusedException("inside-home", folder, call.home());
    }
  }

  /** The application makes it as soon as it sees the programs. */
  private BackupSecret secret() throws IOException {
    for (int i = 0; i < LOOKS; i++) {
      Optional<BackupSecret> secret = BackupSecret.read(call.home());
      if (secret.isPresent()) {
        return secret.get();
      }
      DoBackups.rest();
    }
    throw new CommandRefusedException("not-running", call.home());
  }

  /** Who stands at the terminal may put the line in place, and go on. */
  private void tryOut(BackupSecret secret, Destination destination) throws IOException {
    while (true) {
      try {
        SignIn.tryOut(secret, destination);
        return;
      } catch (BackupFailedException e) {
        if (e.why() != Why.NOT_LET_IN || destination.address().isHere()) {
          throw e;
        }
        call.say("add.let-in", destination.address(), secret.sshPublicKey());
        if (!call.arguments().has("--ask")) {
          throw new CommandRefusedException("not-let-in", destination.address());
        }
        call.say("add.let-in.ask");
        if (call.in().readLine() == null) {
          throw new CommandRefusedException("not-let-in", destination.address());
        }
      }
    }
  }
}
