package eu.rempart.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RoleTest {

  @Test
  void anEngineerMayDoNothingWithRecords() {
    assertThat(Role.ENGINEER.rights()).containsExactly(Right.SEE_OPERATIONS);
    assertThat(Role.ENGINEER.holdsKey()).isFalse();
  }

  @Test
  void aReaderOnlyReads() {
    assertThat(Role.READER.rights()).containsExactly(Right.READ_RECORDS);
  }

  @Test
  void aMemberArchivesButDoesNotRestore() {
    assertThat(Role.MEMBER.may(Right.ARCHIVE_RECORDS)).isTrue();
    assertThat(Role.MEMBER.may(Right.RESTORE_RECORDS)).isFalse();
  }

  @Test
  void onlyAdministratorsManageAndPurge() {
    assertThat(Role.values())
        .filteredOn(role -> role.may(Right.MANAGE_MEMBERS) || role.may(Right.PURGE_RECORDS))
        .containsExactly(Role.ADMINISTRATOR);
  }

  @Test
  void everyRightBelongsToSomebody() {
    assertThat(Arrays.stream(Role.values()).flatMap(role -> role.rights().stream()))
        .contains(Right.values());
  }
}
