package eu.rempart.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecoveryKitTest {

  @Test
  void aKitIsFourteenGroupsOfFour() {
    assertThat(RecoveryKit.fresh().groups())
        .hasSize(RecoveryKit.GROUPS)
        .allMatch(group -> group.length() == 4);
  }

  @Test
  void whatIsReadFromPaperIsTheSameKit() {
    RecoveryKit kit = RecoveryKit.fresh();
    assertThat(RecoveryKit.parse("  " + kit.reveal().replace("-", "\n")))
        .hasValueSatisfying(read -> assertThat(read.reveal()).isEqualTo(kit.reveal()));
    assertThat(RecoveryKit.parse(kit.reveal().substring(5))).isEmpty();
    assertThat(RecoveryKit.parse("")).isEmpty();
  }

  @Test
  void aGroupTypedBackConfirmsThatItWasWrittenDown() {
    RecoveryKit kit = RecoveryKit.fresh();
    String third = kit.groups().get(2);
    assertThat(kit.confirms(2, " " + third.toLowerCase(java.util.Locale.ROOT))).isTrue();
    assertThat(kit.confirms(2, third.replace('0', 'o').replace('1', 'i'))).isTrue();
    assertThat(kit.confirms(2, third + "A")).isFalse();
  }
}
