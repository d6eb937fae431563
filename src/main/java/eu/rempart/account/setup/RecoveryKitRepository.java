package eu.rempart.account.setup;

import static eu.rempart.db.generated.Tables.VAULT;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Whether somebody has said that the recovery kit is safe. */
@Repository
class RecoveryKitRepository {

  private final DSLContext dsl;

  RecoveryKitRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** True also where there is no vault yet, and so no kit. */
  boolean isSafe() {
    return dsl.select(VAULT.RECOVERY_KIT_MOVED)
        .from(VAULT)
        .fetchOptional(VAULT.RECOVERY_KIT_MOVED)
        .orElse(true);
  }

  void setSafe(boolean safe) {
    dsl.update(VAULT).set(VAULT.RECOVERY_KIT_MOVED, safe).execute();
  }
}
