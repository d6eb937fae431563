package eu.rempart.db;

import static eu.rempart.db.generated.Tables.COMPANY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.rempart.db.generated.CompanyWriter;
import eu.rempart.db.sealed.Row;
import eu.rempart.db.sealed.TestSealing;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RowsByIdTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  /** More than the driver wants to see before it prepares a statement on the server (5). */
  private static final int OFTEN = 7;

  @Test
  void rowsAreTheSameAsTextAndOnceTheServerPreparedThem() throws SQLException {
    UUID id = company("Ponant");
    try (Connection connection = database.appDataSource().getConnection()) {
      DSLContext dsl = DSL.using(connection, SQLDialect.POSTGRES);
      RowsById<List<Field<?>>> rows = companies(dsl);
      var expected = dsl.selectFrom(COMPANY).where(COMPANY.ID.eq(id)).fetchSingle();
      for (int i = 0; i < OFTEN; i++) {
        assertThat(rows.fetch(List.of(COMPANY.fields()), List.of(id)))
            .singleElement()
            .satisfies(
                row -> {
                  for (Field<?> column : COMPANY.fields()) {
                    assertThat(value(row.get(column)))
                        .as(column.getName())
                        .isEqualTo(value(expected.get(column)));
                  }
                });
      }
      assertThat(preparedOnTheServer(dsl)).isPositive();
    }
  }

  /** A plan that is kept is that of an empty table, long after it was filled. */
  @Test
  void manyAtOnceArePlannedEachTime() throws SQLException {
    UUID id = company("Ponant");
    List<UUID> many = new ArrayList<>(List.of(id));
    for (int i = 0; i < 200; i++) {
      many.add(UUID.randomUUID());
    }
    try (Connection connection = database.appDataSource().getConnection()) {
      DSLContext dsl = DSL.using(connection, SQLDialect.POSTGRES);
      RowsById<List<Field<?>>> rows = companies(dsl);
      List<Field<?>> columns = List.of(COMPANY.ID, COMPANY.NAME, COMPANY.CREATED_AT);
      for (int i = 0; i < OFTEN; i++) {
        rows.fetch(columns, List.of(id));
      }
      int before = preparedOnTheServer(dsl);
      for (int i = 0; i < OFTEN; i++) {
        assertThat(rows.fetch(columns, many))
            .singleElement()
            .satisfies(row -> assertThat(row.get(COMPANY.ID)).isEqualTo(id));
      }
      assertThat(preparedOnTheServer(dsl)).isEqualTo(before);
      assertThat(executed(dsl)).as("of the one that lists have").isLessThanOrEqualTo(OFTEN);
    }
  }

  private static long executed(DSLContext dsl) {
    return dsl.fetchSingle(
            "SELECT coalesce(max(generic_plans + custom_plans), 0) FROM pg_prepared_statements"
                + " WHERE statement LIKE '%any%uuid[]%'")
        .get(0, Long.class);
  }

  @Test
  void idsOfRowsThatAreGoneAreLeftOut() {
    UUID one = company("One");
    UUID other = company("Other");
    assertThat(
            companies(database.app())
                .fetch(List.of(COMPANY.ID), List.of(one, UUID.randomUUID(), other)))
        .extracting(row -> row.get(COMPANY.ID))
        .containsExactlyInAnyOrder(one, other);
  }

  @Test
  void aColumnThatWasNotReadIsNoEmptyOne() {
    List<Row> rows =
        companies(database.app()).fetch(List.of(COMPANY.ID), List.of(company("Ponant")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rows.getFirst().get(COMPANY.NAME))
        .withMessageContaining("name");
  }

  private static RowsById<List<Field<?>>> companies(DSLContext dsl) {
    return new RowsById<>(
        dsl,
        columns -> columns,
        (columns, ids) -> DSL.select(columns).from(COMPANY).where(COMPANY.ID.eq(DSL.any(ids))));
  }

  /** Points in time in whichever zone. */
  private static @Nullable Object value(@Nullable Object value) {
    return value instanceof OffsetDateTime time ? time.toInstant() : value;
  }

  private static int preparedOnTheServer(DSLContext dsl) {
    return dsl.fetchCount(
        DSL.table("pg_prepared_statements"), DSL.condition("statement LIKE '%any%uuid[]%'"));
  }

  private UUID company(String name) {
    UUID id = UUID.randomUUID();
    database
        .writes(database.member("MEMBER"))
        .run(
            Reason.EDIT,
            change ->
                database
                    .app()
                    .insertInto(COMPANY)
                    .set(new CompanyWriter(id, new TestSealing()).name(name).forInsert())
                    .execute());
    return id;
  }
}
