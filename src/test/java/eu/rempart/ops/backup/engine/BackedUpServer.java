package eu.rempart.ops.backup.engine;

import eu.rempart.common.CountryCode;
import eu.rempart.db.embedded.EmbeddedServer;
import eu.rempart.db.embedded.HomeTemplate;
import eu.rempart.home.HomeFolder;
import eu.rempart.ops.backup.program.RunControl;
import eu.rempart.vault.operating.BackupSecret;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The server that comes along, with what backups of it need. */
public final class BackedUpServer implements AutoCloseable {

  final HomeFolder home;
  final EmbeddedServer server;
  final BackupSecret secret;
  final BackupFolder files;
  final BackupFiles programs;
  final ClassicBackup classic;
  final ImageBackup image;

  BackedUpServer(Path folder) {
    this(folder, HomeTemplate.EMPTY);
  }

  BackedUpServer(Path folder, HomeTemplate template) {
    home = HomeFolder.open(template.copyTo(folder));
    server = EmbeddedServer.start(home);
    secret = BackupSecret.in(home);
    files = BackupFolder.of(home.path());
    programs = new BackupFiles(files, secret);
    classic = new ClassicBackup(files);
    image =
        new ImageBackup(
            files, secret, server.dataFolder(), new DatabaseCopying(() -> server.open("postgres")));
  }

  /** A destination on this machine. */
  static Destination disk(int place, Path folder) throws Exception {
    Files.createDirectory(folder);
    return destination(place, DestinationAddress.parse(folder.toString()), "");
  }

  static Destination destination(int place, DestinationAddress address, String hostKeys) {
    return new Destination(UUID.randomUUID(), place, address, CountryCode.of("FR"), hostKeys);
  }

  /** Prepares them, and begins to archive to them. */
  void add(Destination... destinations) throws IOException {
    List<Destination> all = List.of(destinations);
    programs.write(all, reached(), server.password());
    for (Destination each : all) {
      classic.prepare(each, true, untold());
    }
    programs.archiveTo(all, reached());
  }

  private ProgramFiles.Server reached() {
    return new ProgramFiles.Server(
        server.dataFolder(), server.socketFolder(), server.port(), EmbeddedServer.SUPERUSER);
  }

  void run(String database, String... statements) throws SQLException {
    try (Connection connection = server.open(database);
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  /** Ends the current part of the log, which no compression makes small; its name. */
  String switchLog() throws SQLException {
    run(
        "postgres",
        "SELECT pg_logical_emit_message(true, 'test', string_agg(md5(n::text), ''))"
            + " FROM generate_series(1, 20000) n");
    try (Connection connection = server.open("postgres");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_walfile_name(pg_switch_wal() - 1)")) {
      row.next();
      return row.getString(1);
    }
  }

  /** The file of a part of the log in the folder of a destination; empty until it is complete. */
  public static Optional<Path> archived(Path destination, String part) throws IOException {
    try (Stream<Path> all = Files.walk(destination.resolve("classic/archive"))) {
      return all.filter(each -> String.valueOf(each.getFileName()).startsWith(part + "-"))
          .filter(each -> !each.toString().endsWith(".tmp"))
          .findFirst();
    }
  }

  static RunControl untold() {
    return new RunControl(_ -> {});
  }

  /** In the middle of the largest file. */
  public static void alterOneByte(Path below) throws IOException {
    Path largest;
    try (Stream<Path> all = Files.walk(below)) {
      largest =
          all.filter(Files::isRegularFile)
              .max(Comparator.comparingLong(each -> each.toFile().length()))
              .orElseThrow();
    }
    if (!largest.toFile().setWritable(true)) {
      throw new IOException("%s stays as it is".formatted(largest));
    }
    try (RandomAccessFile file = new RandomAccessFile(largest.toFile(), "rw")) {
      long middle = file.length() / 2;
      file.seek(middle);
      int was = file.read();
      file.seek(middle);
      file.write(was ^ 1);
    }
  }

  @Override
  public void close() {
    server.close();
    home.close();
  }
}
