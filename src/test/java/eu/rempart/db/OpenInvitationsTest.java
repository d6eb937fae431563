package eu.rempart.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Invitations that were open when they still carried the organisation's key. */
class OpenInvitationsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final DSLContext owner = database.owner();

  private static Flyway to(String version) {
    return Flyway.configure()
        .dataSource(database.jdbcUrl(), "rempart_owner", "")
        .locations("classpath:db/migration")
        .outOfOrder(true)
        .target(version)
        .load();
  }

  private UUID invitation(UUID member, @Nullable String wrap, String life) {
    UUID id = UUID.randomUUID();
    owner.execute(
        """
        INSERT INTO invitation (id, member_id, code_hash, code_proof, key_version, org_key_wrap,
          epoch, created_by, created_at, expires_at)
        VALUES (?, ?, uuid_send(?), '\\x02', 1, ?::bytea, 1, ?, now(), now() + ?::interval)
        """,
        id,
        member,
        id,
        wrap,
        member,
        life);
    return id;
  }

  private @Nullable Object expired(UUID id) {
    return owner.fetchValue("SELECT expires_at <= now() FROM invitation WHERE id = ?", id);
  }

  @Test
  void expireWithTheUpdateAndLoseTheirWraps() {
    owner.execute("DROP SCHEMA public CASCADE; DROP SCHEMA rempart CASCADE; CREATE SCHEMA public");
    to("0246").migrate();
    UUID member = UUID.randomUUID();
    owner.execute(
        "INSERT INTO member (id, role, state, email_hash) VALUES (?, 'MEMBER', 'INVITED', '\\x01')",
        member);
    UUID open = invitation(member, "\\x0102", "2 days");
    UUID engineers = invitation(member, null, "1 day");
    UUID old = invitation(member, "\\x03", "-1 day");

    to("latest").migrate();

    for (UUID each : new UUID[] {open, engineers, old}) {
      assertThat(expired(each)).isEqualTo(true);
    }
    assertThat(
            owner.fetchCount(
                org.jooq.impl.DSL.table("information_schema.columns"),
                org.jooq.impl.DSL.condition(
                    "table_name = 'invitation' AND column_name = 'org_key_wrap'")))
        .isZero();
  }
}
