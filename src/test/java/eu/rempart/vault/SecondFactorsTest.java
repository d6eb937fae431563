package eu.rempart.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.vault.answer.Unlocking.Unlocked;
import eu.rempart.vault.crypto.Secret;
import eu.rempart.vault.second.Codes;
import eu.rempart.vault.second.DamagedFactorException;
import eu.rempart.vault.second.OneTimeCodes;
import eu.rempart.vault.second.SecondFactors;
import eu.rempart.vault.second.SecondFactors.Found;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Second factors, and what a database does with their rows that belongs to somebody else. */
class SecondFactorsTest {

  private static final String PASSWORD = "the password beside it";

  private static VaultLab lab;

  private final Secret seed = SecondFactors.freshSeed();
  private UUID member;

  @BeforeAll
  static void found() {
    lab = VaultLab.quick();
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  @BeforeEach
  void setUp() {
    member = lab.member(PASSWORD);
    lab.seconds.setApp(member, seed);
    lab.recorded.clear();
  }

  private String code() {
    return Codes.of(seed, lab.clock.instant(), 0);
  }

  private Found.Asked asked() {
    return (Found.Asked) lab.seconds.of(member);
  }

  private void restart() {
    lab.restart();
    lab.handle = ((Unlocked) lab.signIn(lab.admin, VaultLab.ADMIN_PASSWORD)).handle();
  }

  @Test
  void codeOfTheAppIsTakenOnce() {
    assertThat(asked()).matches(each -> each.app() && each.codes() == 0);
    assertThat(lab.seconds.accepts(member, code())).isTrue();
    assertThat(lab.seconds.accepts(member, code())).as("seen over a shoulder").isFalse();
    lab.clock.forward(Duration.ofSeconds(30));
    assertThat(lab.seconds.accepts(member, code())).as("the next one").isTrue();
    String former = Codes.of(seed, lab.clock.instant(), -1);
    assertThat(lab.seconds.accepts(member, former)).as("one before the last used").isFalse();
  }

  @Test
  void stepThatTheDatabaseForgetsIsUsedAllTheSame() {
    assertThat(lab.seconds.accepts(member, code())).isTrue();
    lab.sql("UPDATE second_factor SET last_step = 0 WHERE member_id = ?", member);
    assertThat(lab.seconds.accepts(member, code())).isFalse();
  }

  @Test
  void codeOfSomebodyElsesAppIsNone() {
    UUID other = lab.member(PASSWORD);
    Secret theirs = SecondFactors.freshSeed();
    lab.seconds.setApp(other, theirs);
    String code = Codes.of(theirs, lab.clock.instant(), 0);
    assertThat(lab.seconds.accepts(member, code)).isFalse();
    assertThat(lab.seconds.accepts(other, code)).isTrue();
  }

  @Test
  void oneTimeCodesAreGoodOnceEach() {
    List<String> codes = lab.seconds.freshCodes(member);
    assertThat(codes).hasSize(OneTimeCodes.COUNT).doesNotHaveDuplicates();
    assertThat(codes).allMatch(code -> code.matches("([0-9A-Z]{4}-){5}[0-9A-Z]{4}"));
    String first = codes.getFirst();
    assertThat(lab.seconds.accepts(member, first.toLowerCase(Locale.ROOT).replace("-", " ")))
        .isTrue();
    assertThat(lab.seconds.accepts(member, first)).isFalse();
    assertThat(asked().codes()).isEqualTo(OneTimeCodes.COUNT - 1);
    assertThat(lab.seconds.accepts(member, codes.get(9))).isTrue();
    assertThat(lab.seconds.accepts(member, code())).as("the app goes on").isTrue();
  }

  @Test
  void newCodesEndTheFormerOnes() {
    String former = lab.seconds.freshCodes(member).getFirst();
    String now = lab.seconds.freshCodes(member).getFirst();
    assertThat(lab.seconds.accepts(member, former)).isFalse();
    assertThat(lab.seconds.accepts(member, now)).isTrue();
  }

  @Test
  void usedCodeThatTheDatabaseBringsBackIsUsed() {
    String code = lab.seconds.freshCodes(member).getFirst();
    lab.sql("CREATE TABLE kept AS SELECT * FROM one_time_code WHERE member_id = ?", member);
    assertThat(lab.seconds.accepts(member, code)).isTrue();
    lab.sql("INSERT INTO one_time_code SELECT * FROM kept ON CONFLICT DO NOTHING");
    assertThat(lab.seconds.accepts(member, code)).isFalse();
    restart();
    lab.sql("INSERT INTO one_time_code SELECT * FROM kept ON CONFLICT DO NOTHING");
    lab.sql("DROP TABLE kept");
    assertThat(lab.seconds.accepts(member, code)).as("the next start knows it too").isFalse();
  }

  @Test
  void codesOfAnotherMemberOpenNothing() {
    UUID other = lab.member(PASSWORD);
    lab.seconds.askForPasskeys(other);
    String theirs = lab.seconds.freshCodes(other).getFirst();
    lab.seconds.freshCodes(member);
    lab.sql(
        """
        UPDATE one_time_code mine SET digest = theirs.digest FROM one_time_code theirs
        WHERE mine.member_id = ? AND theirs.member_id = ? AND mine.position = theirs.position
        """,
        member,
        other);
    assertThat(lab.seconds.accepts(member, theirs)).isFalse();
  }

  @Test
  void hundredWrongCodesInARowEndTheApp() {
    String spare = lab.seconds.freshCodes(member).getFirst();
    for (int wrong = 0; wrong < 100; wrong++) {
      assertThat(lab.seconds.accepts(member, "no code")).isFalse();
    }
    assertThat(lab.recordedKind("vault.second.guessed")).isTrue();
    assertThat(lab.seconds.accepts(member, code())).isFalse();
    assertThat(lab.seconds.accepts(member, spare)).as("what nobody can guess").isTrue();
    assertThat(lab.seconds.accepts(member, code())).isTrue();
  }

  @Test
  void codesOfAFormerTimeAreGoodNeverAgain() {
    String former = lab.seconds.freshCodes(member).getFirst();
    lab.sql("CREATE TABLE kept AS SELECT * FROM one_time_code WHERE member_id = ?", member);
    lab.seconds.removeApp(member, false);
    lab.seconds.setApp(member, seed);
    lab.sql("INSERT INTO one_time_code SELECT * FROM kept ON CONFLICT DO NOTHING");
    lab.seconds.forget(member);
    lab.seconds.setApp(member, seed);
    lab.seconds.freshCodes(member);
    lab.sql("DELETE FROM one_time_code WHERE member_id = ?", member);
    lab.sql("INSERT INTO one_time_code SELECT * FROM kept");
    lab.sql("DROP TABLE kept");
    assertThat(lab.seconds.accepts(member, former)).isFalse();
  }

  @Test
  void nothingIsAskedOnceAllIsTakenAway() {
    lab.seconds.freshCodes(member);
    lab.seconds.removeApp(member, false);
    assertThat(lab.seconds.of(member)).isEqualTo(new Found.Nothing());
    assertThat(lab.seconds.accepts(member, code())).isFalse();
    assertThatThrownBy(() -> lab.seconds.freshCodes(member))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void passkeysAreAskedForWithAndWithoutAnApp() {
    lab.seconds.askForPasskeys(member);
    assertThat(asked().app()).as("the app stays").isTrue();
    assertThat(lab.seconds.accepts(member, code())).isTrue();
    lab.seconds.removeApp(member, true);
    assertThat(asked().app()).isFalse();
    lab.seconds.noPasskeys(member);
    assertThat(lab.seconds.of(member)).isEqualTo(new Found.Nothing());
  }

  @Test
  void whoeverIsInvitedAgainOrSuspendedBeginsWithNone() {
    lab.accept(lab.invite(member), "they forgot the former one");
    lab.admit(member);
    assertThat(lab.seconds.of(member)).isEqualTo(new Found.Nothing());
    lab.seconds.setApp(member, seed);
    lab.vault.suspend(member);
    assertThat(lab.seconds.of(member)).isEqualTo(new Found.Nothing());
  }

  /** Each is a row that somebody wrote into the database who may write anything there. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "asked = false",
        "sealed_seed = NULL",
        "sealed_seed = '\\x00'",
        "version = version + 1",
        "codes_version = codes_version + 1",
        "mac = '\\x00'"
      })
  void rowThatRempartDidNotWriteLetsNobodyIn(String change) {
    lab.sql("UPDATE second_factor SET " + change + " WHERE member_id = ?", member);
    assertRefused("vault.second.tampered");
  }

  @Test
  void rowThatIsGoneLetsNobodyIn() {
    lab.sql("DELETE FROM second_factor WHERE member_id = ?", member);
    assertRefused("vault.second.tampered");
    restart();
    assertRefused("vault.second.tampered");
  }

  @Test
  void formerRowLetsNobodyIn() {
    lab.sql("CREATE TABLE kept AS SELECT * FROM second_factor WHERE member_id = ?", member);
    lab.seconds.setApp(member, SecondFactors.freshSeed());
    lab.sql("DELETE FROM second_factor WHERE member_id = ?", member);
    lab.sql("INSERT INTO second_factor SELECT * FROM kept");
    lab.sql("DROP TABLE kept");
    assertRefused("vault.second.former");
  }

  @Test
  void rowOfAnotherMemberLetsNobodyIn() {
    UUID other = lab.member(PASSWORD);
    lab.seconds.setApp(other, SecondFactors.freshSeed());
    lab.sql("DELETE FROM second_factor WHERE member_id = ?", member);
    lab.sql("UPDATE second_factor SET member_id = ? WHERE member_id = ?", member, other);
    assertRefused("vault.second.tampered");
  }

  private void assertRefused(String kind) {
    assertThat(lab.seconds.of(member)).isInstanceOf(Found.Damaged.class);
    assertThatThrownBy(() -> lab.seconds.accepts(member, code()))
        .isInstanceOf(DamagedFactorException.class);
    assertThat(lab.recordedKind(kind)).isTrue();
  }

  @Test
  void rolesOfWhomOneIsDemandedAreThoseThatWereSet() {
    assertThat(lab.demands.of("MEMBER")).isFalse();
    lab.demands.set(Set.of("ADMINISTRATOR", "MANAGER"));
    assertThat(lab.demands.roles().orElseThrow())
        .containsExactlyInAnyOrder("ADMINISTRATOR", "MANAGER");
    assertThat(lab.demands.of("MANAGER")).isTrue();
    assertThat(lab.demands.of("MEMBER")).isFalse();

    lab.sql("UPDATE second_factor_demand SET roles = ''");
    assertThat(lab.demands.of("MANAGER")).as("whatever was taken out").isTrue();
    assertThat(lab.recordedKind("vault.second.demand.tampered")).isTrue();
    lab.sql("DELETE FROM second_factor_demand");
    assertThat(lab.demands.of("MEMBER")).as("nobody knows who").isTrue();
    lab.demands.set(Set.of());
    assertThat(lab.demands.of("MEMBER")).isFalse();
  }
}
