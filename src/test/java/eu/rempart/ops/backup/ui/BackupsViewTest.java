package eu.rempart.ops.backup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import eu.rempart.ops.backup.BackupCell;
import eu.rempart.ops.backup.BackupState.Obstacle;
import eu.rempart.ops.backup.TestBackups;
import eu.rempart.ops.backup.engine.Technology;
import eu.rempart.shell.part.CommandBlock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the screen tells of destinations, ages and proofs. */
class BackupsViewTest extends BackupsViewCase {

  @Test
  void firstDestinationIsExplained() {
    show();
    assertThat(light()).isEqualTo("Nothing is backed up yet: there is no destination");
    assertThat(says("./rempart backup add sftp://backup@host.example/folder", Section.class))
        .isTrue();
    assertThat(says("./rempart backup add /mnt/disk/rempart", Section.class)).isTrue();
    assertThat(button("Copy: Or for a folder on a disk of this server:").isEnabled()).isTrue();
    assertThat(offers("Back up everywhere now")).isFalse();
    assertThat(offers("Show the backup kit")).isFalse();
  }

  @Test
  void pageFollowsTheFirstDestination() {
    show();
    lyon();
    backups.news();
    awaitNews(() -> offers("Back up everywhere now"));
    assertThat(find(H2.class).withText(LYON).exists()).isTrue();
    assertThat(says("./rempart backup add", Section.class)).as("there may be more").isTrue();
  }

  @Test
  void imageWithoutSomeFilesFailedAndSaysHowMany() {
    BackupCell cell = TestBackups.cell(lyon(), Technology.IMAGE);
    backups.incomplete(cell, Duration.ofMinutes(5), 12);
    show();
    assertThat(says("12 files could not be read, so it is not whole", Section.class)).isTrue();
    assertThat(says("/srv/a, /srv/b, …", Section.class)).isTrue();
  }

  @Test
  void obstaclesAreTold() {
    backups.cannot(Obstacle.DATABASE_ELSEWHERE);
    show();
    assertThat(light()).contains("a server that Rempart does not start");
    assertThat(says("./rempart backup add", Section.class)).isFalse();

    backups.cannot(Obstacle.PROGRAMS_MISSING);
    make(lyon(), Duration.ofHours(1));
    show();
    assertThat(light()).contains("pgBackRest or restic is not installed");
    assertThat(find(CommandBlock.class).all())
        .anyMatch(
            each ->
                each.getElement().getTextRecursively().startsWith("apt-get install pgbackrest"));
    assertThat(button("Copy: Install them as root:").isEnabled()).isTrue();
    assertThat(find(Button.class).withText("Back up everywhere now").single().isEnabled())
        .isFalse();
    assertThat(button("Verify: Whole server (restic), This server, " + LYON).isEnabled()).isFalse();
  }

  @Test
  void goodBackupsAreShownWithTheirProof() {
    UUID lyon = lyon();
    make(lyon, Duration.ofHours(3));
    backups.drilled(classic(lyon), Duration.ofMinutes(30), GOOD);
    backups.verified(classic(lyon), Duration.ofMinutes(20));
    make(backups.destination(LYON_TOO, "FR", WEEK), Duration.ofHours(3));
    make(backups.destination("/mnt/disk/rempart", "FR", WEEK), Duration.ofHours(3));
    show();
    assertThat(light()).contains("nobody has put the backup kit away");
    assertThat(look()).contains("look-doubt");
    service.kitIsKept(service.kit().made());
    show();

    assertThat(light())
        .isEqualTo("All backups are less than 13 hours old, and none failed a check");
    assertThat(look()).contains("look-good");
    assertThat(says("One other machine holds backups of every server", Paragraph.class)).isTrue();
    assertThat(says("A folder on the server itself, added", Paragraph.class)).isTrue();
    assertThat(says("Next backups: ", Paragraph.class)).isTrue();
    assertThat(classicLine())
        .contains("Good", "978 MB", "109 MB", "Last check, 20 min ago: Everything")
        .contains("Last drill, 30 min ago: Restored and found good.")
        .contains("Last change in it: 30 Nov 2026, 08:12:45. Schema 246.")
        .doesNotContain("Never drilled", "Last attempt", "could not be read");
    assertThat(imageLine()).contains("Never drilled");
  }

  @Test
  void backupsOfThisServerAloneAreNotGoodEnough() {
    make(backups.destination("/mnt/disk/rempart", "FR", WEEK), Duration.ofHours(3));
    service.kitIsKept(service.kit().made());
    show();
    assertThat(light()).contains("no other machine has one");
    assertThat(look()).contains("look-doubt");
  }

  @Test
  void everyServerHasItsLinesAtEveryDestination() {
    backups.twoServers();
    UUID lyon = lyon();
    UUID berlin = backups.destination("sftp://backup@dc2.dupont.example/rempart", "DE", WEEK);
    for (UUID destination : List.of(lyon, berlin)) {
      for (Technology technology : Technology.values()) {
        backups.made(new BackupCell("site-a", destination, technology), Duration.ofHours(2), 0);
      }
    }
    backups.made(new BackupCell("site-b", berlin, Technology.IMAGE), Duration.ofHours(2), 0);
    backups.cannot(Obstacle.PROGRAMS_MISSING);
    show();
    assertThat(find(ListItem.class).all())
        .extracting(item -> item.getElement().getTextRecursively())
        .filteredOn(text -> text.contains("pgBackRest") || text.contains("restic"))
        .hasSize(8);
    assertThat(find(H3.class).all())
        .extracting(H3::getText)
        .containsExactly("site-a", "site-b", "site-a", "site-b");
    assertThat(says("One other machine holds backups of every server", Paragraph.class))
        .as("the first has none of site-b")
        .isTrue();
    assertThat(button("Verify: Whole server (restic), site-a, " + LYON).isEnabled()).isFalse();
    test(button("Verify: Whole server (restic), site-b, " + LYON)).click();
    assertThat(open())
        .singleElement()
        .extracting(run -> run.cell().server())
        .as("what that server lacks it knows itself")
        .isEqualTo("site-b");
  }

  @Test
  void twoServersWithFourDestinationsAreSixteenGoodLines() {
    backups.twoServers();
    List<UUID> destinations =
        List.of(
            lyon(),
            backups.destination("sftp://backup@dc2.dupont.example/rempart", "DE", WEEK),
            backups.destination("sftp://backup@dc3.dupont.example/rempart", "BE", WEEK),
            backups.destination("/mnt/disk/rempart", "FR", WEEK));
    for (UUID destination : destinations) {
      for (Technology technology : Technology.values()) {
        for (String server : List.of("site-a", "site-b")) {
          BackupCell cell = new BackupCell(server, destination, technology);
          backups.made(cell, Duration.ofHours(12), 0);
          backups.drilled(cell, Duration.ofHours(1), GOOD);
        }
      }
    }
    service.kitIsKept(service.kit().made());
    show();
    assertThat(light())
        .isEqualTo("All backups are less than 13 hours old, and none failed a check");
    assertThat(find(ListItem.class).all())
        .extracting(item -> item.getElement().getTextRecursively())
        .filteredOn(text -> text.contains("pgBackRest") || text.contains("restic"))
        .hasSize(16)
        .allMatch(text -> text.contains("Good") && text.contains("Last good backup: "));
    assertThat(says("3 other machines hold backups of every server", Paragraph.class)).isTrue();
  }

  @Test
  void machinesCountOnlyWhenTheyHoldSomething() {
    make(lyon(), Duration.ofHours(1));
    backups.destination("sftp://backup@dc2.dupont.example/rempart", "DE", Duration.ofHours(1));
    show();
    assertThat(says("One other machine holds", Paragraph.class)).isTrue();
    assertThat(light()).isEqualTo("2 backups have yet to be made for the first time");
    assertThat(look()).contains("look-doubt");
  }

  @Test
  void machineOfTwoNamesCountsOnce() {
    for (String host : List.of("backup.dupont.example", "192.0.2.7")) {
      make(
          backups.destination(
              "sftp://b@" + host + "/rempart", "DE", "ssh-ed25519 AAAAC3NzaC1l", WEEK),
          Duration.ofHours(1));
    }
    show();
    assertThat(says("One other machine holds", Paragraph.class)).isTrue();
  }

  @Test
  void destinationThatTheLogLeavesOutIsToldFirst() {
    UUID lyon = lyon();
    make(lyon, Duration.ofHours(1));
    service.kitIsKept(service.kit().made());
    sql("UPDATE backup_destination SET left_out_at = now() - interval '2 hours'");
    show();
    assertThat(light()).startsWith("The log of the database goes on without one destination");
    assertThat(look()).contains("look-doubt");
  }

  @Test
  void folderHereIsNoOtherMachine() {
    make(backups.destination("/mnt/disk/rempart", "FR", WEEK), Duration.ofHours(1));
    show();
    assertThat(says("No other machine holds", Paragraph.class)).isTrue();
  }

  @Test
  void oldBackupsAreMarked() {
    UUID lyon = lyon();
    backups.made(classic(lyon), Duration.ofHours(14), 0);
    backups.made(image(lyon), Duration.ofHours(1), 3);
    show();
    assertThat(light()).isEqualTo("One backup is missing or older than 13 hours");
    assertThat(look()).contains("look-doubt");
    assertThat(classicLine()).contains("Older than 13 hours");
    assertThat(imageLine()).contains("Good", "3 files could not be read and are not in it.");

    UUID late = backups.destination(LYON_TOO, "FR", WEEK);
    backups.made(classic(late), Duration.ofHours(26), 0);
    show();
    assertThat(light()).isEqualTo("3 backups are missing or older than 13 hours");
    assertThat(look()).contains("look-bad");
    assertThat(says("Older than 25 hours", ListItem.class)).isTrue();
    assertThat(says("Missing", ListItem.class)).isTrue();
  }

  @Test
  void pageIsThereInFrench() {
    UI.getCurrent().setLocale(Locale.FRENCH);
    UUID lyon = lyon();
    make(lyon, Duration.ofHours(3));
    backups.drilled(classic(lyon), Duration.ofMinutes(30), GOOD);
    show();
    assertThat(classicLine())
        .contains("Base de données (pgBackRest)", "Dernier exercice, il y a 30 min", "978 Mo");
    assertThat(offers("Tout sauvegarder maintenant")).isTrue();
  }
}
