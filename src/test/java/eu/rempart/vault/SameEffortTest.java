package eu.rempart.vault;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.vault.answer.Unlocking.Refused;
import eu.rempart.vault.crypto.Argon2;
import eu.rempart.vault.password.CountedPasswords;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever guesses does not learn from the time whether there is such a member: what takes the time
 * is counted, since a clock would say something else on each machine.
 */
class SameEffortTest {

  private static final String RIGHT = "seven grey herons over a weir";
  private static final String WRONG = "eight white swans on a canal";

  private final CountedPasswords passwords = new CountedPasswords();
  private final VaultLab lab = new VaultLab(passwords.stretching());
  private List<Argon2.Cost> ofAWrongPassword = List.of();

  @BeforeEach
  void measure() {
    ofAWrongPassword = costOf(lab.member(RIGHT), WRONG);
    assertThat(ofAWrongPassword).hasSize(1);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void nobodyCostsWhatAWrongPasswordCosts() {
    assertThat(costOf(null, WRONG)).isEqualTo(ofAWrongPassword);
    assertThat(costOf(UUID.randomUUID(), WRONG)).isEqualTo(ofAWrongPassword);
  }

  @Test
  void aMemberWithoutKeyCostsWhatAWrongPasswordCosts() {
    assertThat(costOf(lab.newMember("MEMBER"), WRONG))
        .as("only invited")
        .isEqualTo(ofAWrongPassword);
    UUID suspended = lab.member(RIGHT);
    lab.vault.suspend(suspended);
    assertThat(costOf(suspended, RIGHT)).as("suspended").isEqualTo(ofAWrongPassword);
  }

  @Test
  void aCostOrASaltThatSomebodyChangedIsNotPaid() {
    UUID member = lab.member(RIGHT);
    lab.sql("UPDATE member_key SET argon_memory_kib = 8 WHERE member_id = ?", member);
    assertThat(costOf(member, RIGHT)).as("a cheap one").isEqualTo(ofAWrongPassword);

    UUID other = lab.member(RIGHT);
    lab.sql("UPDATE member_key SET argon_iterations = 1000 WHERE member_id = ?", other);
    assertThat(costOf(other, RIGHT)).as("one for hours").isEqualTo(ofAWrongPassword);

    UUID third = lab.member(RIGHT);
    lab.sql("UPDATE member_key SET argon_salt = '\\x00' WHERE member_id = ?", third);
    assertThat(costOf(third, RIGHT)).as("a short salt").isEqualTo(ofAWrongPassword);
  }

  @Test
  void aRightPasswordCostsTheSame() {
    UUID member = lab.member(RIGHT);

    assertThat(passwords.of(() -> lab.signIn(member, RIGHT))).isEqualTo(ofAWrongPassword);
  }

  private List<Argon2.Cost> costOf(@Nullable UUID member, String password) {
    return passwords.of(
        () ->
            assertThat(lab.vault.verifyAndUnlock(member, password.toCharArray()))
                .isEqualTo(new Refused(null)));
  }
}
