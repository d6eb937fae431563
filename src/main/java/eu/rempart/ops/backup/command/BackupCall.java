package eu.rempart.ops.backup.command;

import eu.rempart.common.CountryCode;
import eu.rempart.common.command.CommandArguments;
import eu.rempart.common.command.CommandRefusedException;
import eu.rempart.common.command.CommandTexts;
import eu.rempart.common.command.WrongCallException;
import eu.rempart.kernel.place.AddressRefusedException;
import eu.rempart.ops.backup.BackupServers;
import eu.rempart.ops.backup.OperatorQueries;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.engine.DestinationAddress;
import eu.rempart.ops.backup.engine.DestinationAddress.BadAddressException;
import eu.rempart.ops.backup.engine.HostKeys;
import eu.rempart.ops.backup.engine.Technology;
import eu.rempart.ops.backup.program.ProgramPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One call of a command about backups, and what all of them need.
 *
 * @param in what is typed, or a file
 * @param home absolute
 */
record BackupCall(
    CommandTexts texts,
    CommandArguments arguments,
    Map<String, String> environment,
    BufferedReader in,
    PrintStream out,
    InstantSource clock,
    Path home) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);

  void say(String key, Object... values) {
    out.println(texts.t("backup." + key, values));
  }

  /**
   * The database of the application that runs in this home folder.
   *
   * @throws CommandRefusedException if none does
   */
  OperatorQueries connect() throws IOException {
    try {
      return OperatorQueries.of(home);
    } catch (java.nio.file.NoSuchFileException | SQLException e) {
      throw new CommandRefusedException("not-running", home);
    }
  }

  /**
   * Goes on where this server looks after its database by itself.
   *
   * @throws CommandRefusedException if it does not
   */
  void requireOwnDatabase() {
    if (!Files.exists(home.resolve("postgres/PG_VERSION"))) {
      throw new CommandRefusedException("database-elsewhere", home);
    }
    if (!ProgramPath.isFit(home)) {
      throw new CommandRefusedException("home-unfit", home);
    }
  }

  /** The value of an option that has to be there. */
  String required(String option) {
    return arguments
        .value(option)
        .orElseThrow(() -> new WrongCallException(texts.t("backup.call.missing", option)));
  }

  /** The word at a place, which has to be there. */
  String word(int place, String what) {
    return arguments
        .word(place)
        .orElseThrow(() -> new WrongCallException(texts.t("backup.call." + what)));
  }

  DestinationAddress address(String text) {
    try {
      return DestinationAddress.parse(text);
    } catch (BadAddressException e) {
      throw new WrongCallException(
          texts.t("backup.address." + e.fault().name().toLowerCase(Locale.ROOT), text));
    }
  }

  /** The country of {@code --country}. */
  CountryCode country() {
    String letters = required("--country");
    return CountryCode.parse(letters)
        .orElseThrow(() -> new WrongCallException(texts.t("backup.call.country", letters)));
  }

  /**
   * The address that a destination is to be reached at: what its name leads to later was judged by
   * nobody.
   *
   * @throws CommandRefusedException if data may not go there, or its name leads nowhere
   */
  String judge(DestinationAddress address, CountryCode country) throws IOException {
    RunningPlaces places = RunningPlaces.of(home);
    try {
      return places.judge(address.machine().orElse("localhost"), country.value());
    } catch (UnknownHostException | AddressRefusedException e) {
      throw new CommandRefusedException("silent", address, String.valueOf(e.getMessage()));
    }
  }

  /** The one of {@code --server}; this one without. */
  String server() {
    BackupServers servers = new BackupServers(home);
    Optional<String> wished = arguments.value("--server");
    if (wished.isPresent() && !servers.all().contains(wished.get())) {
      throw new CommandRefusedException(
          "unknown-server", wished.get(), String.join(", ", servers.all()));
    }
    return wished.orElseGet(servers::self);
  }

  /** Those of {@code --technology}; both without. */
  List<Technology> technologies() {
    Optional<String> wished = arguments.value("--technology");
    if (wished.isEmpty()) {
      return List.of(Technology.values());
    }
    return List.of(Technology.values()).stream()
        .filter(each -> each.key().equals(wished.get()))
        .findFirst()
        .map(List::of)
        .orElseThrow(() -> new WrongCallException(texts.t("backup.call.technology", wished.get())));
  }

  /** Those of {@code --to}, by number or address; all without. */
  List<Destination> destinations(List<Destination> all) {
    Optional<String> wished = arguments.value("--to");
    if (all.isEmpty()) {
      throw new CommandRefusedException("none");
    }
    if (wished.isEmpty()) {
      return all;
    }
    List<Destination> found =
        all.stream()
            .filter(
                each ->
                    Integer.toString(each.place()).equals(wished.get())
                        || each.address().toString().equals(wished.get()))
            .toList();
    if (found.isEmpty()) {
      throw new CommandRefusedException("unknown-destination", wished.get());
    }
    return found;
  }

  /**
   * The keys of a server that somebody confirmed: by {@code --host-key}, or by typing yes.
   *
   * @param at where it is asked
   * @throws CommandRefusedException if nobody did
   */
  HostKeys hostKeys(DestinationAddress address, String at) throws IOException {
    HostKeys shown = shown(address, at);
    Optional<String> wished = arguments.value("--host-key");
    if (wished.isPresent()) {
      HostKeys confirmed = shown.confirmedBy(wished.get());
      if (confirmed.lines().isEmpty()) {
        throw new CommandRefusedException(
            "host-key-other", wished.get(), String.join("\n  ", shown.fingerprints()));
      }
      return confirmed;
    }
    say("add.host-key", address, String.join("\n  ", shown.fingerprints()));
    if (!arguments.has("--ask")) {
      throw new CommandRefusedException("host-key-unconfirmed");
    }
    say("add.host-key.ask");
    String typed = in.readLine();
    if (typed == null || !typed.strip().equalsIgnoreCase(texts.t("backup.yes"))) {
      throw new CommandRefusedException("host-key-unconfirmed");
    }
    return shown;
  }

  /**
   * The keys of a server that the kit names; whoever held the paper confirmed them.
   *
   * @param named by the kit, of which some may be fingerprints
   * @throws CommandRefusedException if the server shows others
   */
  HostKeys hostKeys(DestinationAddress address, String at, List<String> named) throws IOException {
    HostKeys shown = shown(address, at);
    HostKeys same = shown.namedBy(named);
    if (same.lines().isEmpty()) {
      throw new CommandRefusedException(
          "host-key-not-in-kit", address, String.join("\n  ", shown.fingerprints()));
    }
    return same;
  }

  private static HostKeys shown(DestinationAddress address, String at) {
    try {
      return HostKeys.of(address, at);
    } catch (IOException e) {
      throw new CommandRefusedException("silent", address, String.valueOf(e.getMessage()));
    }
  }

  /** To the second, for people: {@code 2026-12-01 19:12:45 UTC}. */
  static String time(Instant instant) {
    return TIME.format(instant.atOffset(ZoneOffset.UTC));
  }

  /** How many rows there are in each table that was counted. */
  static String rows(Map<String, Long> rows) {
    return rows.entrySet().stream()
        .map(each -> each.getKey() + " " + each.getValue())
        .collect(Collectors.joining(", "));
  }
}
