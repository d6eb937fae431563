package eu.rempart.journey.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import eu.rempart.cli.Shell;
import eu.rempart.cli.Shell.Outcome;
import eu.rempart.journey.Homes;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Installation.Settings;
import eu.rempart.journey.KitKeys;
import eu.rempart.journey.Looks;
import eu.rempart.journey.MailedFirm;
import eu.rempart.journey.Needles;
import eu.rempart.journey.Original;
import eu.rempart.journey.Person;
import eu.rempart.journey.Records;
import eu.rempart.journey.Way;
import eu.rempart.journey.Wizard;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Backups by the command that an operator types, with the real programs: what lies at a destination
 * tells nothing, one altered byte is seen, and after the server is lost everything comes back from
 * either technology.
 */
@ExtendWith(Homes.class)
class BackupsIT {

  private static final String IN_BOTH = "Brasserie du Phare";
  private static final String IN_LOG = "Moulin de la Digue";
  private static final String PLANTED = "Valdombreux";
  private static final int VALUES = 1_000;
  private static final Duration LONG = Duration.ofMinutes(2);

  private final Path disk = Homes.fresh("disk");

  @Test
  void everythingComesBackFromEither() throws Exception {
    Path kit = disk.resolveSibling("kit.txt");
    Files.createDirectories(disk.resolveSibling("nothing"));
    Needles needles = new Needles();
    String lost;
    Installation installation =
        Installation.of(
            Original.FOUNDED,
            "backups",
            new Settings(
                Map.of("REMPART_BACKUP_IMAGE_OF", disk.resolveSibling("nothing").toString()),
                List.of()));
    try (installation) {
      Path home = installation.home();
      plant(installation, needles);
      Outcome added = command("backup", "add", disk.toString(), "--country", "FR", "--home", home);
      assertThat(added.exitCode()).as(added.toString()).isZero();
      assertThat(added.output()).contains("database at " + disk + ": done", "whole server at");
      assertThat(command("backup", "drill", "--home", home).output())
          .contains("database at " + disk + ": restored and good")
          .contains("whole server at " + disk + ": restored and good");

      Outcome text = command("backup", "kit", "--home", home);
      Files.writeString(kit, text.output());
      assertThat(found(needles, disk)).as("what lies at the destination").isEmpty();

      look(installation, "backups-good");
      try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
        person.signIn();
        kitIsAloneOnPaper(person);
        Records.createCompany(person, IN_LOG);
      }
      awaitArchived(installation);
      lost = rows(installation);
      installation.kill();
    }

    Path fromClassic = restored(kit, "classic");
    Path fromImage = restored(kit, "image");
    try (Installation again = Installation.start(fromClassic, false)) {
      assertThat(rows(again)).as("rows with their history").isEqualTo(lost);
      sees(again, IN_BOTH, IN_LOG);
      assertThat(command("backup", "list", "--home", fromClassic).output())
          .as("it does not write among those of a server that may live")
          .contains("There is no destination yet");
    }
    try (Installation again = Installation.start(fromImage, false, MailedFirm.settings())) {
      sees(again, IN_BOTH);
      look(again, "backups-none");
      alteredByteIsSeen(again);
      look(again, "backups-bad");
    }
  }

  private static void kitIsAloneOnPaper(Person person) {
    person.open("/backups");
    person.button("backups.kit.show").click();
    person.dialogButton("backups.kit.put").waitFor();
    Page page = person.page();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    page.evaluate("dispatchEvent(new Event('beforeprint'))");
    assertThat(page.locator("body").innerText())
        .contains(person.t("backups.kit"), "Destination 1: ", "./rempart restore")
        .doesNotContain(person.t("backups.kit.put"), person.t("backups.title") + "\n");
    page.evaluate("dispatchEvent(new Event('afterprint'))");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    person.open("/backups");
  }

  private static void look(Installation installation, String name) {
    for (Way way : List.of(Way.DESKTOP_ENGLISH, new Way(Way.Window.PHONE, Locale.FRENCH))) {
      try (Person person = Person.at(installation, way)) {
        person.signIn();
        person.open("/backups");
        Looks.at(person, name);
        Looks.fits(person.page());
      }
    }
  }

  private void plant(Installation installation, Needles needles) throws Exception {
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      person.signIn();
      Records.createCompany(person, IN_BOTH);
      new Wizard(person).run(Wizard.table(PLANTED, VALUES));
    }
    needles.add(IN_BOTH);
    for (int i = 1; i <= VALUES; i++) {
      needles.add("nr%d.%s@example.org".formatted(i, PLANTED.toLowerCase(Locale.ROOT)));
    }
    KitKeys.of(installation).addTo(needles);
    for (String key : List.of("pepper", "operating", "backup", "authority")) {
      needles.addKey(Files.readAllBytes(installation.home().resolve("keys").resolve(key)), key);
    }
  }

  /** What was written last is in a part of the log that went out. */
  private static void awaitArchived(Installation installation) throws Exception {
    try (Connection superuser = asSuperuser(installation);
        Statement statement = superuser.createStatement()) {
      String part = text(statement, "SELECT pg_walfile_name(pg_switch_wal() - 1)");
      await()
          .atMost(LONG)
          .until(
              () ->
                  text(statement, "SELECT coalesce(last_archived_wal, '') FROM pg_stat_archiver")
                          .compareTo(part)
                      >= 0);
    }
  }

  private static Connection asSuperuser(Installation installation)
      throws IOException, SQLException {
    return DriverManager.getConnection(
        installation.info("jdbc_url"),
        installation.info("db_superuser"),
        Files.readString(Path.of(installation.info("db_superuser_password_file"))).strip());
  }

  /** Numbers and digests of what people would miss. */
  private static String rows(Installation installation) throws Exception {
    List<String> rows = new ArrayList<>();
    try (Connection owner = installation.asOwner();
        Statement statement = owner.createStatement()) {
      for (String table : List.of("company", "contact", "contact_history", "ledger")) {
        String key = table.equals("ledger") ? "seq" : "id";
        String without = table.equals("ledger") ? " WHERE kind <> 'backup.restore'" : "";
        rows.add(
            table
                + " "
                + text(
                    statement,
                    "SELECT count(*) || ' ' || md5(coalesce(string_agg(t::text, '' ORDER BY %s), ''))"
                            .formatted(key)
                        + " FROM %s t%s".formatted(table, without)));
      }
    }
    return String.join("\n", rows);
  }

  private static String text(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private Path restored(Path kit, String technology) {
    Path home = Homes.fresh(technology);
    Outcome outcome =
        command(
            "restore",
            "--from",
            disk.toString(),
            "--kit",
            kit,
            "--technology",
            technology,
            "--home",
            home);
    assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
    assertThat(outcome.output()).contains("Everything is back");
    return home;
  }

  private static void sees(Installation installation, String... names) {
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      person.signIn();
      for (String name : names) {
        person.open("/companies");
        person.sees(name);
      }
    }
  }

  /** Of each technology, and somebody is told. */
  private void alteredByteIsSeen(Installation installation) throws Exception {
    Path home = installation.home();
    Outcome again = command("backup", "add", disk.toString(), "--country", "FR", "--home", home);
    assertThat(again.exitCode()).as(again.toString()).isZero();
    awaitArchived(installation); // though another wrote its log there
    for (String each : List.of("classic/backup", "image/data")) {
      alterOneByte(disk.resolve(each));
    }
    // nobody has a channel, so administrators get mail
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      person.signIn();
      for (String act : List.of("verify", "drill")) {
        Outcome bad = command("backup", act, "--home", home);
        assertThat(bad.exitCode()).as(bad.toString()).isEqualTo(1);
        assertThat(bad.output())
            .contains("database at " + disk + ": What lies there is not what was written")
            .contains("whole server at " + disk + ": What lies there is not what was written");
      }
      person.open("/alerts");
      for (String technology : List.of("classic", "image")) {
        String title = person.t("alert.what.backup-bad-" + technology + ".title", "server");
        person.sees(title);
        MailedFirm.mail(
            Installation.EMAIL,
            person.t("alert.message.alarm", person.t("alert.severity.critical"), title));
      }
    }
  }

  private static void alterOneByte(Path below) throws IOException {
    Path largest;
    try (Stream<Path> all = Files.walk(below)) {
      largest =
          all.filter(Files::isRegularFile)
              .max(Comparator.comparingLong(each -> each.toFile().length()))
              .orElseThrow();
    }
    assertThat(largest.toFile().setWritable(true)).isTrue();
    try (RandomAccessFile file = new RandomAccessFile(largest.toFile(), "rw")) {
      long middle = file.length() / 2;
      file.seek(middle);
      int was = file.read();
      file.seek(middle);
      file.write(was ^ 1);
    }
  }

  private static Set<String> found(Needles needles, Path folder) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        needles
            .in(Files.readAllBytes(file))
            .forEach(each -> found.add(folder.relativize(file) + ": " + each));
      }
    }
    return found;
  }

  private static Outcome command(Object... words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                Installation.application().resolve(Installation.JAR).toString(),
                "eu.rempart.ops.backup.command.BackupCommand"));
    for (Object word : words) {
      command.add(word.toString());
    }
    return new Shell().run(command.toArray(String[]::new));
  }
}
