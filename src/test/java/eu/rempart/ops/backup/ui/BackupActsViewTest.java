package eu.rempart.ops.backup.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.PasswordField;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.ops.backup.Act;
import eu.rempart.ops.backup.BackupRun;
import eu.rempart.ops.backup.engine.Proof;
import eu.rempart.shell.proof.ProofDialog;
import eu.rempart.shell.secret.PrintableSheet;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is asked for on the screen of backups, what goes wrong, and the kit. */
class BackupActsViewTest extends BackupsViewCase {

  @Test
  void runningBackupShowsItsProgressAndCanBeCancelled() {
    UUID lyon = lyon();
    make(lyon, Duration.ofHours(1));
    backups.run(classic(lyon), Act.MAKE, "running", Duration.ofMinutes(1), null, "");
    backups.run(image(lyon), Act.DRILL, "waiting", Duration.ofMinutes(1), null, "");
    show();
    ProgressBar bar = find(ProgressBar.class).single();
    assertThat(bar.isIndeterminate()).isTrue();
    assertThat(imageLine()).contains("Drill waiting");
    Button cancel = button("Cancel: Database (pgBackRest), This server, " + LYON);

    backups.reached(0.42);
    backups.news();
    awaitNews(() -> classicLine().contains("Backup running: 42 %"));
    assertThat(bar.isIndeterminate()).isFalse();
    assertThat(bar.getValue()).isEqualTo(0.42, org.assertj.core.api.Assertions.within(0.001));
    assertThat(button("Cancel: Database (pgBackRest), This server, " + LYON))
        .as("nothing that may have the focus is made anew")
        .isSameAs(cancel);

    test(button("Cancel: Whole server (restic), This server, " + LYON)).click();
    assertThat(open()).extracting(BackupRun::act).containsExactly(Act.MAKE);
    assertThat(imageLine()).doesNotContain("waiting");
    test(cancel).click();
    assertThat(open()).as("its server has to end it").hasSize(1);
  }

  @Test
  void focusReturnsToTheButtonOfWhatWasCancelled() {
    backups.run(image(lyon()), Act.DRILL, "running", Duration.ofMinutes(1), null, "");
    show();
    UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations();
    button("Cancel: Whole server (restic), This server, " + LYON).click();
    UI.getCurrent().getInternals().getStateTree().runExecutionsBeforeClientResponse();
    assertThat(UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations())
        .filteredOn(each -> each.getInvocation().getExpression().contains("focus"))
        .extracting(PendingJavaScriptInvocation::getOwner)
        .containsOnly(
            button("Drill: Whole server (restic), This server, " + LYON).getElement().getNode());
  }

  @Test
  void failuresAreSentencesWithThePrograms() {
    Map<String, String> sentences =
        Map.ofEntries(
            Map.entry("too-long", "It took too long"),
            Map.entry("host-key", "another host key than when it was added"),
            Map.entry("not-let-in", "does not let Rempart in"),
            Map.entry("folder", "may not write into the folder"),
            Map.entry("log-late", "did not reach the destination in time"),
            Map.entry("unreachable", "does not answer"),
            Map.entry("full", "is full"),
            Map.entry("passphrase", "encrypted with another secret"),
            Map.entry("damaged", "is damaged"),
            Map.entry("awaited", "The primary has not made the repository there yet"),
            Map.entry("program-missing", "A program is missing"),
            Map.entry("removed", "has been removed"),
            Map.entry("place-not-allowed", "not declared or not allowed"),
            Map.entry("other", "a reason that Rempart does not know"),
            Map.entry("something-new", "a reason that Rempart does not know"));
    UUID lyon = lyon();
    make(lyon, Duration.ofHours(1));
    sentences.forEach(
        (why, sentence) -> {
          backups.run(classic(lyon), Act.MAKE, "failed", Duration.ZERO, why, "ssh: line 7");
          show();
          assertThat(classicLine())
              .as(why)
              .contains("Last attempt failed", "Last attempt, just now: ", sentence)
              .doesNotContain("Good");
        });
    assertThat(find(NativeDetails.class).single().getSummaryText())
        .isEqualTo("What the program said");
    assertThat(says("ssh: line 7", NativeDetails.class)).isTrue();
    assertThat(light()).contains("The last attempt failed at one place");

    backups.run(classic(lyon), Act.MAKE, "cancelled", Duration.ZERO, null, "");
    show();
    assertThat(classicLine()).contains("Somebody cancelled it.");
    backups.run(classic(lyon), Act.MAKE, "broken-off", Duration.ZERO, null, "");
    show();
    assertThat(classicLine()).contains("Rempart stopped before it was done");
    backups.made(classic(lyon), Duration.ZERO, 0);
    show();
    assertThat(classicLine()).as("the next went well").doesNotContain("Last attempt");
  }

  @Test
  void failedProofsStayUntilTheNextThatIsNotCancelled() {
    UUID lyon = lyon();
    make(lyon, Duration.ofHours(1));
    backups.drilled(
        classic(lyon),
        Duration.ofMinutes(3),
        new Proof(EnumSet.allOf(Proof.Fault.class), null, "246", new TreeMap<>()));
    backups.run(
        image(lyon), Act.VERIFY, "failed", Duration.ofMinutes(2), "damaged", "pack 7: bad hash");
    backups.run(classic(lyon), Act.DRILL, "cancelled", Duration.ZERO, null, "");
    show();
    assertThat(light()).contains("2 backups failed their last check");
    assertThat(look()).contains("look-bad");
    assertThat(classicLine())
        .contains("Check failed", "Last drill, 3 min ago:", "The chain of its ledger is broken.")
        .contains("not the one of this installation", "are damaged", "no database of Rempart");
    assertThat(imageLine()).contains("Check failed", "Last check, 2 min ago:", "pack 7: bad hash");

    backups.drilled(image(lyon), Duration.ZERO, GOOD);
    show();
    assertThat(light()).contains("One backup failed its last check");
    assertThat(imageLine())
        .as("a good drill has read all, too")
        .contains("Good", "Last drill, just now")
        .doesNotContain("Check failed", "Last check");
  }

  @Test
  void buttonsAskForWhatTheySay() {
    UUID lyon = lyon();
    show();
    test(button("Drill: Whole server (restic), This server, " + LYON)).click();
    assertThat(open()).singleElement().extracting(BackupRun::act).isEqualTo(Act.DRILL);
    assertThat(open().getFirst().cell()).isEqualTo(image(lyon));
    click("Back up everywhere now");
    assertThat(open()).extracting(BackupRun::act).containsOnly(Act.DRILL, Act.MAKE).hasSize(3);
    assertThat(classicLine()).contains("Backup waiting");
  }

  @Test
  void refusedDestinationSaysWhyAndIsNotAsked() {
    make(lyon(), Duration.ofHours(1));
    UUID far = backups.destination("sftp://backup@far.example/rempart", "US", WEEK);
    make(far, Duration.ofHours(1));
    show();
    assertThat(light()).isEqualTo("One destination is not allowed and gets nothing");
    assertThat(says("Country not allowed", Section.class)).isTrue();
    click("Back up everywhere now");
    assertThat(open()).hasSize(2).noneMatch(run -> run.cell().destination().equals(far));
  }

  @Test
  void administratorReadsTheKitAfterThePasswordAndPutsItAway() {
    make(lyon(), Duration.ofHours(1));
    show();
    assertThat(says("Nobody has put it away yet", Paragraph.class)).isTrue();
    forgetProof();
    click("Show the backup kit");
    assertThat(find(PrintableSheet.class).exists()).isFalse();
    test(find(PasswordField.class, find(ProofDialog.class).single()).single()).setValue(PASSWORD);
    test(find(Button.class, find(ProofDialog.class).single()).withText("Continue").single())
        .click();

    String sheet = find(PrintableSheet.class).single().getElement().getTextRecursively();
    assertThat(service.kit().groups()).isNotEmpty().allMatch(sheet::contains);
    assertThat(says(LYON + " (FR)", ListItem.class)).isTrue();
    assertThat(says("ED25519 SHA256:", ListItem.class)).isTrue();
    assertThat(says("AAAAC3", ListItem.class)).isFalse();
    click("It is put away");
    assertThat(find(PrintableSheet.class).exists()).isFalse();
    assertThat(says("An administrator said on", Paragraph.class)).isTrue();
    assertThat(service.state().kitKept()).isNotNull();
  }

  @Test
  void kitThatLacksADestinationIsNotPutAway() {
    lyon();
    Instant made = service.kit().made();
    backups.destination(LYON_TOO, "FR", Duration.ofSeconds(-1));
    service.kitIsKept(made);
    assertThat(service.state().isKitKept()).isFalse();
    service.kitIsKept(made.plus(WEEK));
    assertThat(service.state().kitKept()).as("nobody knows tomorrow's").isBefore(made.plus(WEEK));
  }

  @Test
  void engineerSeesBackupsAndNoKit() {
    make(lyon(), Duration.ofHours(1));
    actAs(Role.ENGINEER);
    UI.getCurrent().navigate("backups");
    roundTrip();
    assertThat(classicLine()).contains("Good");
    assertThat(offers("Show the backup kit")).isFalse();
    assertThat(find(Section.class).all())
        .noneMatch(each -> each.getElement().getTextRecursively().contains("Backup kit"));
    assertThatThrownBy(service::kit).isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> service.kitIsKept(Instant.EPOCH))
        .isInstanceOf(NotPermittedException.class);
    for (Role role : List.of(Role.MANAGER, Role.MEMBER, Role.READER)) {
      actAs(role);
      assertThatThrownBy(service::state).isInstanceOf(NotPermittedException.class);
    }
  }
}
