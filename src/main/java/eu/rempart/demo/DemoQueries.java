package eu.rempart.demo;

import static eu.rempart.db.generated.Tables.ARCHIVE_ENTRY;
import static eu.rempart.db.generated.Tables.COMPANY;
import static eu.rempart.db.generated.Tables.CONTACT;
import static eu.rempart.db.generated.Tables.MEMBER;

import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Whether there is room for the demo, and whose name it is made in. */
@Component
class DemoQueries {

  private final DSLContext dsl;

  DemoQueries(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Whether no record was ever kept here. */
  boolean isEmpty() {
    return !dsl.fetchExists(COMPANY)
        && !dsl.fetchExists(CONTACT)
        && !dsl.fetchExists(ARCHIVE_ENTRY);
  }

  Optional<UUID> administrator(byte[] emailHash) {
    return dsl.select(MEMBER.ID)
        .from(MEMBER)
        .where(
            MEMBER.EMAIL_HASH.eq(emailHash),
            MEMBER.ROLE.eq("ADMINISTRATOR"),
            MEMBER.STATE.eq("ACTIVE"))
        .fetchOptional(MEMBER.ID);
  }
}
