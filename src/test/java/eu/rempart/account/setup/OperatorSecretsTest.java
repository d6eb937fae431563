package eu.rempart.account.setup;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.WithApplication;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The operator set Rempart up, and knows what opens it until that was changed. */
class OperatorSecretsTest extends WithApplication {

  private static final String NEW = "a password of my own now";

  @Autowired private OperatorSecrets operator;
  @Autowired private RecoveryKitService kits;

  @AfterEach
  void forget() {
    sql("DELETE FROM organisation_setting WHERE name LIKE 'setup.operator-%'");
  }

  @Test
  void findingStaysUntilPasswordAndKitWereChanged() {
    SignedInMember first = join(Role.ADMINISTRATOR);
    operator.remember(first.memberId());
    assertThat(kits.knownToOperator())
        .containsExactlyInAnyOrder(OperatorSecret.PASSWORD, OperatorSecret.KIT);

    kits.renew();
    assertThat(kits.knownToOperator()).containsExactly(OperatorSecret.PASSWORD);
    admin();
    assertThat(profile.changePassword(PASSWORD.toCharArray(), NEW.toCharArray())).isTrue();
    assertThat(kits.knownToOperator()).as("another's password").isNotEmpty();
    assertThat(profile.changePassword(NEW.toCharArray(), PASSWORD.toCharArray())).isTrue();

    act(first);
    assertThat(profile.changePassword("wrong".toCharArray(), NEW.toCharArray())).isFalse();
    assertThat(kits.knownToOperator()).containsExactly(OperatorSecret.PASSWORD);
    assertThat(profile.changePassword(PASSWORD.toCharArray(), NEW.toCharArray())).isTrue();
    assertThat(kits.knownToOperator()).isEmpty();
  }

  @Test
  void newKitLeavesNoFileOfTheFormerOne() {
    admin();
    kits.writeFile(kits.renew());
    assertThat(kits.state()).isEqualTo(KitState.IN_FILE);

    kits.renew();
    assertThat(kits.state()).isEqualTo(KitState.UNCONFIRMED);
    assertThat(kits.confirmed()).isTrue();
  }

  @Test
  void newInvitationOfTheFirstAdministratorEndsItToo() {
    SignedInMember first = join(Role.ADMINISTRATOR);
    operator.remember(first.memberId());
    var invitation = members.inviteAgain(first.memberId());
    join(invitation, NEW, Locale.ENGLISH);

    admin();
    assertThat(kits.knownToOperator()).containsExactly(OperatorSecret.KIT);
  }

  @Test
  void passwordOfOneWhoIsSuspendedOpensNothing() {
    SignedInMember first = join(Role.ADMINISTRATOR);
    operator.remember(first.memberId());
    admin();
    members.suspend(first.memberId());

    assertThat(kits.knownToOperator()).containsExactly(OperatorSecret.KIT);
  }
}
