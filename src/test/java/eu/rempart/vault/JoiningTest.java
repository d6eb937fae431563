package eu.rempart.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.vault.answer.Acceptance;
import eu.rempart.vault.answer.Admission;
import eu.rempart.vault.answer.Entrance;
import eu.rempart.vault.answer.Invitation;
import eu.rempart.vault.answer.Unlocking;
import eu.rempart.vault.answer.WaitingKey;
import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.handle.VaultScope;
import eu.rempart.vault.joining.WaitingHandle;
import eu.rempart.vault.lock.VaultLockedException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From the code to the key: waiting, being let in, and all that may happen meanwhile. */
class JoiningTest {

  private static final String OLD = "the first password of all";
  private static final String NEW = "another password by now";

  private static VaultLab lab;

  @BeforeAll
  static void found() {
    lab = VaultLab.quick();
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  private static List<String> wordsSeenByAdministrator(UUID member) {
    return VaultScope.call(lab.handle, () -> lab.joining.waiting()).stream()
        .filter(key -> key.memberId().equals(member))
        .map(WaitingKey::words)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whoAcceptsWaitsAndOpensTheVaultOnceLetIn() {
    UUID member = lab.newMember("MEMBER");
    WaitingHandle handle = lab.wait(lab.invite(member), OLD);
    assertThat(lab.joining.look(handle)).isInstanceOf(Entrance.Waiting.class);
    assertThat(lab.joining.enter(handle)).isInstanceOf(Entrance.Waiting.class);
    assertThat(lab.joining.whoWaits()).contains(member);

    assertThat(lab.admit(member)).isEqualTo(Admission.ADMITTED);

    assertThat(lab.joining.look(handle)).isEqualTo(new Entrance.Ready());
    assertThat(lab.joining.enter(handle))
        .isInstanceOfSatisfying(
            Entrance.Entered.class,
            entered -> {
              assertThat(entered.memberId()).isEqualTo(member);
              assertThat(lab.vault.isOpen(entered.handle())).isTrue();
            });
    assertThat(lab.joining.look(handle)).isEqualTo(new Entrance.Forgotten());
    assertThat(lab.joining.whoWaits()).doesNotContain(member);
    assertThat(lab.signIn(member, OLD)).isInstanceOf(Unlocking.Unlocked.class);
  }

  @Test
  void whoClosedThePageSignsInToWaitAndThenToEnter() {
    UUID member = lab.newMember("MEMBER");
    lab.wait(lab.invite(member), OLD);

    assertThat(lab.signIn(member, NEW)).isEqualTo(new Unlocking.Refused(null));
    assertThat(lab.signIn(member, OLD))
        .isInstanceOfSatisfying(
            Unlocking.Waiting.class,
            waiting -> {
              lab.admit(member);
              assertThat(lab.joining.enter(waiting.handle())).isInstanceOf(Entrance.Entered.class);
            });
    assertThat(lab.signIn(member, OLD)).isInstanceOf(Unlocking.Unlocked.class);
  }

  @Test
  void bothSidesSeeTheSameSixWordsBeforeAndAfter() {
    UUID member = lab.newMember("MEMBER");
    WaitingHandle handle = lab.wait(lab.invite(member), OLD);
    List<String> words = ((Entrance.Waiting) lab.joining.look(handle)).words();

    assertThat(words).hasSize(6);
    assertThat(wordsSeenByAdministrator(member)).isEqualTo(words);
    lab.admit(member);
    assertThat(VaultScope.call(lab.handle, () -> lab.joining.words(member))).isEqualTo(words);
    assertThat(VaultScope.call(lab.handle, () -> lab.joining.words(lab.admin)))
        .hasSize(6)
        .isNotEqualTo(words);
    assertThat(VaultScope.call(lab.handle, () -> lab.joining.words(UUID.randomUUID()))).isEmpty();
  }

  @Test
  void nobodyIsLetInWithoutTheKey() {
    UUID member = lab.newMember("MEMBER");
    lab.wait(lab.invite(member), OLD);
    assertThatThrownBy(() -> lab.joining.admit(new VaultHandle(), member))
        .isInstanceOf(VaultLockedException.class);
    assertThat(lab.joining.whoWaits()).contains(member);
    assertThat(lab.admit(UUID.randomUUID())).isEqualTo(Admission.NOBODY);
  }

  @Test
  void aForgottenPasswordIsReplacedAndNothingIsLost() {
    UUID member = lab.member(OLD);
    VaultHandle before = ((Unlocking.Unlocked) lab.signIn(member, OLD)).handle();
    lab.wait(lab.invite(member), NEW);

    assertThat(lab.signIn(member, OLD))
        .as("the former one works until then")
        .isInstanceOf(Unlocking.Unlocked.class);
    assertThat(lab.signIn(member, NEW)).isInstanceOf(Unlocking.Waiting.class);
    lab.admit(member);

    assertThat(lab.vault.isOpen(before)).isFalse();
    assertThat(lab.signIn(member, OLD)).isEqualTo(new Unlocking.Refused(null));
    assertThat(lab.signIn(member, NEW)).isInstanceOf(Unlocking.Unlocked.class);
  }

  @Test
  void ofManySessionsThatLetInAtOnceOneDoes() throws Exception {
    UUID member = lab.newMember("MEMBER");
    lab.wait(lab.invite(member), OLD);
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      Callable<Admission> task = () -> lab.admit(member);
      List<Future<Admission>> all = threads.invokeAll(List.of(task, task, task, task));
      int in = 0;
      for (Future<Admission> one : all) {
        in += one.get() == Admission.ADMITTED ? 1 : 0;
      }
      assertThat(in).isEqualTo(1);
    }
    assertThat(lab.admit(member)).as("and once more").isEqualTo(Admission.NOBODY);
    assertThat(lab.signIn(member, OLD)).isInstanceOf(Unlocking.Unlocked.class);
  }

  @Test
  void suspendedWhileWaitingIsNeverLetIn() {
    UUID member = lab.newMember("MEMBER");
    Invitation invitation = lab.invite(member);
    WaitingHandle handle = lab.wait(invitation, OLD);
    stealWaiting(member);
    lab.vault.suspend(member);

    assertThat(lab.admit(member)).isEqualTo(Admission.NOBODY);
    assertThat(lab.joining.look(handle)).isEqualTo(new Entrance.Refused());

    bringBackWaiting(invitation);
    assertThat(lab.admit(member)).isEqualTo(Admission.OVERTAKEN);
    assertThat(lab.signIn(member, OLD)).isEqualTo(new Unlocking.Refused(null));
  }

  @Test
  void refusedIsNeverLetInWhateverTheDatabaseBringsBack() {
    UUID member = lab.member(OLD);
    Invitation invitation = lab.invite(member);
    WaitingHandle handle = lab.wait(invitation, NEW);
    stealWaiting(member);
    lab.joining.refuse(member);

    assertThat(lab.joining.look(handle)).isEqualTo(new Entrance.Refused());
    bringBackWaiting(invitation);
    lab.restart();
    lab.handle = ((Unlocking.Unlocked) lab.signIn(lab.admin, VaultLab.ADMIN_PASSWORD)).handle();
    assertThat(lab.admit(member)).isEqualTo(Admission.OVERTAKEN);
    assertThat(lab.signIn(member, OLD))
        .as("the password that they had stays")
        .isInstanceOf(Unlocking.Unlocked.class);
    lab.member(NEW); // and others join as before
  }

  private static void stealWaiting(UUID member) {
    lab.sql("DROP TABLE IF EXISTS stolen_wait, stolen_code");
    lab.sql("CREATE TABLE stolen_wait AS SELECT * FROM waiting_key WHERE member_id = ?", member);
    lab.sql("CREATE TABLE stolen_code AS SELECT * FROM invitation WHERE member_id = ?", member);
  }

  private static void bringBackWaiting(Invitation invitation) {
    lab.sql("DELETE FROM invitation WHERE id = ?", invitation.id());
    lab.sql("INSERT INTO invitation SELECT * FROM stolen_code WHERE id = ?", invitation.id());
    lab.sql("INSERT INTO waiting_key SELECT * FROM stolen_wait");
  }

  @Test
  void anotherInvitationSendsAwayWhoWaits() {
    UUID member = lab.newMember("MEMBER");
    WaitingHandle first = lab.wait(lab.invite(member), OLD);
    Invitation second = lab.invite(member);

    assertThat(lab.joining.look(first)).isEqualTo(new Entrance.Refused());
    assertThat(lab.admit(member)).isEqualTo(Admission.NOBODY);
    lab.wait(second, NEW);
    assertThat(lab.admit(member)).isEqualTo(Admission.ADMITTED);
    assertThat(lab.signIn(member, NEW)).isInstanceOf(Unlocking.Unlocked.class);
  }

  @Test
  void anInvitationThatEndsWhileSomebodyWaitsLetsNobodyIn() {
    UUID member = lab.newMember("MEMBER");
    WaitingHandle handle = lab.wait(lab.invite(member), OLD);
    UUID swept = lab.newMember("MEMBER");
    lab.wait(lab.invite(swept), OLD);
    lab.clock.forward(Duration.ofDays(3));

    assertThat(lab.joining.look(handle)).isEqualTo(new Entrance.Expired());
    assertThat(lab.signIn(member, OLD)).isEqualTo(new Unlocking.Refused(null));
    assertThat(lab.admit(member)).isEqualTo(Admission.EXPIRED);
    lab.joining.forgetExpired();
    assertThat(lab.admit(swept)).isEqualTo(Admission.NOBODY);
  }

  @Test
  void aPasswordChangedMeanwhileOvertakesTheOneThatWaits() {
    UUID member = lab.member(OLD);
    lab.wait(lab.invite(member), NEW);
    lab.vault.changePassword(member, OLD.toCharArray(), "a third one, my own".toCharArray());

    assertThat(lab.admit(member)).isEqualTo(Admission.OVERTAKEN);
    assertThat(lab.signIn(member, NEW)).isEqualTo(new Unlocking.Refused(null));
    assertThat(lab.signIn(member, "a third one, my own")).isInstanceOf(Unlocking.Unlocked.class);
  }

  /** As after {@code kill -9}: between the steps there is nothing but what was committed. */
  @Test
  void aServerThatDiedBetweenTheStepsGoesOn() {
    UUID member = lab.newMember("MEMBER");
    Invitation invitation = lab.invite(member);
    restart();
    WaitingHandle gone = lab.wait(invitation, OLD);
    restart();
    assertThat(lab.joining.look(gone)).isEqualTo(new Entrance.Forgotten());
    assertThat(lab.signIn(member, OLD)).isInstanceOf(Unlocking.Waiting.class);

    lab.transactions()
        .executeWithoutResult(
            tx -> {
              assertThat(lab.joining.admit(lab.handle, member)).isEqualTo(Admission.ADMITTED);
              tx.setRollbackOnly(); // died before the commit
            });
    restart();
    assertThat(lab.signIn(member, OLD)).isInstanceOf(Unlocking.Waiting.class);
    assertThat(lab.admit(member)).isEqualTo(Admission.ADMITTED);
    restart();
    assertThat(lab.signIn(member, OLD)).isInstanceOf(Unlocking.Unlocked.class);
  }

  private static void restart() {
    lab.restart();
    lab.handle = ((Unlocking.Unlocked) lab.signIn(lab.admin, VaultLab.ADMIN_PASSWORD)).handle();
  }

  @Test
  void aCodeThatWasRolledBackWorksAgain() {
    UUID member = lab.newMember("MEMBER");
    Invitation invitation = lab.invite(member);
    lab.transactions()
        .executeWithoutResult(
            tx -> {
              lab.wait(invitation, OLD);
              tx.setRollbackOnly();
            });
    assertThat(lab.accept(invitation, NEW)).isInstanceOf(Acceptance.Waiting.class);
  }
}
