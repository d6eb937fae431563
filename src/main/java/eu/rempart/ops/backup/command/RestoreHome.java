package eu.rempart.ops.backup.command;

import eu.rempart.common.CountryCode;
import eu.rempart.common.command.CommandRefusedException;
import eu.rempart.common.command.WrongCallException;
import eu.rempart.home.HomeFolder;
import eu.rempart.ops.backup.BackupKit;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.engine.DestinationAddress;
import eu.rempart.ops.backup.engine.Proof;
import eu.rempart.ops.backup.engine.Restore;
import eu.rempart.ops.backup.engine.Restore.Found;
import eu.rempart.ops.backup.engine.Technology;
import eu.rempart.ops.backup.program.RunControl;
import eu.rempart.vault.operating.BackupSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings everything back into an empty home folder. */
final class RestoreHome {

  private static final double STEP = 0.1;

  /** No program that restores asks where it is, and nobody is told. */
  private static final CountryCode UNKNOWN = CountryCode.of("FR");

  private static final int LONGEST_KIT = 1_000_000;

  private final BackupCall call;
  private double told;

  /**
   * Of the destination, as the kit says; a kit of the secret alone does not, and nobody guesses.
   */
  private String country = "CC";

  RestoreHome(BackupCall call) {
    this.call = call;
  }

  void run() throws IOException {
    call.arguments()
        .allow(
            call.texts(),
            0,
            "--from",
            "--kit",
            "--technology",
            "--server",
            "--label",
            "--host-key",
            "--ask",
            "--list",
            "--json",
            "--place",
            "--accept-damage");
    DestinationAddress address = call.address(call.required("--from"));
    String kit = kit(call.required("--kit"));
    BackupSecret secret =
        BackupKit.secretOf(kit).orElseThrow(() -> new CommandRefusedException("kit-typo"));
    if (call.arguments().has("--list")) {
      list(secret, destination(address, kit), address);
      return;
    }
    refuseUnlessEmpty();
    boolean again = HomeFolder.isHalfRestored(call.home());
    try (HomeFolder home = HomeFolder.openToRestore(call.home())) {
      if (again) {
        call.say("restore.again", call.home());
        empty(home.path());
      } else {
        refuseUnlessEmpty(); // somebody else may have been quicker
      }
      home.noteRestore();
      try {
        restore(home, secret, destination(address, kit), address);
        home.endRestore();
      } catch (IOException | RuntimeException e) {
        emptyAfter(e, home.path());
        throw e;
      }
    }
  }

  /**
   * What is there by halves is of no use, and would be in the way. What can't be removed now is
   * removed by the next try, since the note that tells of it goes last.
   */
  private static void emptyAfter(Exception failed, Path folder) {
    try {
      empty(folder);
    } catch (IOException | UncheckedIOException e) {
      failed.addSuppressed(e);
    }
  }

  /** Prints what lies at the destination; the home folder is not touched. */
  private void list(BackupSecret secret, Destination from, DestinationAddress address)
      throws IOException {
    Path scratch = Files.createTempDirectory("restore-list-");
    try (HomeFolder home = HomeFolder.open(scratch)) {
      Restore restore = new Restore(home, secret, from);
      restore.prepare();
      List<Found> found = new ArrayList<>();
      for (Technology each : call.technologies()) {
        found.addAll(find(restore, each));
      }
      found.sort(Comparator.comparing(Found::begun).reversed());
      if (call.arguments().has("--json")) {
        call.out().println(BackupJson.found(found));
      } else if (found.isEmpty()) {
        call.say("restore.list.none", address);
      } else {
        found.forEach(this::say);
        call.say("restore.list.next");
      }
    } finally {
      empty(scratch);
      Files.delete(scratch);
    }
  }

  private void say(Found found) {
    call.say(
        "restore.list",
        BackupCall.time(found.begun()),
        call.texts().t("backup.technology." + found.technology().key()),
        found.server(),
        RunDetails.mb(found.size()));
    call.say("restore.list.choose", found.technology().key(), found.label());
  }

  private void restore(
      HomeFolder home, BackupSecret secret, Destination from, DestinationAddress address)
      throws IOException {
    Restore restore = new Restore(home, secret, from);
    restore.prepare();
    Found which = choose(restore, address);
    call.say(
        "restore.begins",
        call.texts().t("backup.technology." + which.technology().key()),
        which.server(),
        BackupCall.time(which.begun()));
    Proof proof = restore.run(which, new RunControl(this::reached));
    if (!proof.isGood()) {
      String faults =
          proof.faults().stream()
              .map(each -> call.texts().t("backup.proof." + each.key()))
              .collect(Collectors.joining(" "));
      if (!call.arguments().has("--accept-damage")) {
        throw new CommandRefusedException("restored-bad", faults);
      }
      call.say("restore.damaged", faults);
    }
    Instant last = proof.lastWritten();
    call.say(
        "restore.done",
        last == null ? call.texts().t("backup.list.never") : BackupCall.time(last),
        BackupCall.rows(proof.rows()));
    call.say("restore.next", call.home(), address, country);
  }

  /** With the lock that this process holds, the lock's file is no content. */
  private void refuseUnlessEmpty() throws IOException {
    if (!Files.exists(call.home()) || HomeFolder.isHalfRestored(call.home())) {
      return;
    }
    try (Stream<Path> all = Files.list(call.home())) {
      if (all.anyMatch(each -> !String.valueOf(each.getFileName()).equals("lock"))) {
        throw new CommandRefusedException("not-empty", call.home());
      }
    }
  }

  /** Folders with all that is in them first, then the files beside them. */
  private static void empty(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walked = Files.walk(folder)) {
      all = walked.filter(each -> !each.equals(folder)).toList().reversed();
    }
    Map<Boolean, List<Path>> beside =
        all.stream().collect(Collectors.partitioningBy(each -> isFileOf(folder, each)));
    for (boolean last : new boolean[] {false, true}) {
      for (Path each : beside.getOrDefault(last, List.of())) {
        Files.delete(each);
      }
    }
  }

  private static boolean isFileOf(Path folder, Path file) {
    return folder.equals(file.getParent()) && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
  }

  private String kit(String where) throws IOException {
    if (where.equals("-")) {
      StringBuilder text = new StringBuilder();
      for (int c = call.in().read(); c >= 0 && text.length() < LONGEST_KIT; c = call.in().read()) {
        text.append((char) c);
      }
      return text.toString();
    }
    Path file = Path.of(where);
    if (!Files.isRegularFile(file) || Files.size(file) > LONGEST_KIT) {
      throw new CommandRefusedException("kit-missing", where);
    }
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  /** As the kit names it; a folder may have moved, as a disk that is mounted elsewhere. */
  private static Optional<BackupKit.Named> named(DestinationAddress address, String kit) {
    List<BackupKit.Named> named = BackupKit.destinationsOf(kit);
    Optional<BackupKit.Named> known =
        named.stream().filter(each -> each.address().equals(address.toString())).findFirst();
    if (known.isEmpty() && address.isHere()) {
      List<BackupKit.Named> folders =
          named.stream().filter(each -> each.address().startsWith("/")).toList();
      return folders.size() == 1 ? Optional.of(folders.getFirst()) : known;
    }
    return known;
  }

  private Destination destination(DestinationAddress address, String kit) throws IOException {
    Optional<BackupKit.Named> named = named(address, kit);
    country = named.map(BackupKit.Named::country).orElse(country);
    int place =
        call.arguments().has("--place") // paper may have been copied wrongly
            ? place()
            : named.map(BackupKit.Named::place).orElseGet(this::place);
    List<String> printed = named.map(BackupKit.Named::hostKeys).orElse(List.of());
    List<String> keys = address.isHere() ? List.of() : hostKeys(address, printed);
    return new Destination(
        UUID.randomUUID(),
        place,
        address,
        named.map(BackupKit.Named::country).flatMap(CountryCode::parse).orElse(UNKNOWN),
        String.join("\n", keys));
  }

  /** Kits from before have keys whole; of others the server shows the key to a fingerprint. */
  private List<String> hostKeys(DestinationAddress address, List<String> printed)
      throws IOException {
    String at = address.machine().orElseThrow();
    if (printed.isEmpty() || call.arguments().has("--host-key")) {
      return call.hostKeys(address, at).lines();
    }
    return printed.stream().anyMatch(each -> each.contains("SHA256:"))
        ? call.hostKeys(address, at, printed).lines()
        : printed;
  }

  private int place() {
    String number =
        call.arguments()
            .value("--place")
            .orElseThrow(() -> new CommandRefusedException("place-unknown"));
    try {
      return Integer.parseInt(number);
    } catch (NumberFormatException e) {
      throw new WrongCallException(call.texts().t("backup.call.number"));
    }
  }

  private Found choose(Restore restore, DestinationAddress address) throws IOException {
    Technology technology =
        call.arguments().has("--technology") ? call.technologies().getFirst() : Technology.CLASSIC;
    List<Found> found = find(restore, technology);
    if (found.isEmpty()) {
      throw new CommandRefusedException(
          "nothing-there", call.texts().t("backup.technology." + technology.key()), address);
    }
    return found.getFirst();
  }

  /** Of the server and with the label that were wished, the latest first. */
  private List<Found> find(Restore restore, Technology technology) throws IOException {
    return restore.find(technology).stream()
        .filter(each -> call.arguments().value("--server").map(each.server()::equals).orElse(true))
        .filter(each -> call.arguments().value("--label").map(each.label()::equals).orElse(true))
        .toList();
  }

  private void reached(double part) {
    if (part >= told + STEP) {
      told = part;
      call.say("restore.part", Math.round(part * 100));
    }
  }
}
