package eu.rempart.account.setup;

import static eu.rempart.db.generated.Tables.ORGANISATION_SETTING;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Two settings of the organisation, which are there until the secret has been changed. */
@Repository
class OperatorSecretsRepository {

  /** Whose password it is. */
  private static final String PASSWORD = "setup.operator-knows-password";

  private static final String KIT = "setup.operator-knows-kit";

  private final DSLContext dsl;

  OperatorSecretsRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  void remember(UUID administrator) {
    put(PASSWORD, administrator.toString());
    put(KIT, "true");
  }

  private void put(String name, String value) {
    dsl.insertInto(ORGANISATION_SETTING)
        .set(ORGANISATION_SETTING.NAME, name)
        .set(ORGANISATION_SETTING.VALUE, value)
        .onConflict(ORGANISATION_SETTING.NAME)
        .doUpdate()
        .set(ORGANISATION_SETTING.VALUE, value)
        .execute();
  }

  Set<OperatorSecret> known() {
    Set<OperatorSecret> known = EnumSet.noneOf(OperatorSecret.class);
    dsl.select(ORGANISATION_SETTING.NAME)
        .from(ORGANISATION_SETTING)
        .where(ORGANISATION_SETTING.NAME.in(PASSWORD, KIT))
        .forEach(
            row ->
                known.add(row.value1().equals(KIT) ? OperatorSecret.KIT : OperatorSecret.PASSWORD));
    return known;
  }

  void forgetPassword(UUID member) {
    dsl.deleteFrom(ORGANISATION_SETTING)
        .where(ORGANISATION_SETTING.NAME.eq(PASSWORD))
        .and(ORGANISATION_SETTING.VALUE.eq(member.toString()))
        .execute();
  }

  void forgetKit() {
    dsl.deleteFrom(ORGANISATION_SETTING).where(ORGANISATION_SETTING.NAME.eq(KIT)).execute();
  }
}
