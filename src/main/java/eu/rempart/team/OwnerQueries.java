package eu.rempart.team;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.kept.KeptTable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who owns records of any kind. */
@Component
class OwnerQueries {

  private static final Field<UUID> ID = field(name("id"), UUID.class);
  private static final Field<UUID> OWNER = field(name("owner_id"), UUID.class);

  private final DSLContext dsl;

  OwnerQueries(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Whose owner shares it or not: no record of customers that a role could speak of. */
  private static final String SAVED_VIEW = "saved_view";

  /** The kinds of record that have owners: those that roles tell apart. */
  static List<String> kinds() {
    return KeptTables.all().stream()
        .filter(table -> table.column(OWNER.getName()).isPresent())
        .<String>map(KeptTable::name)
        .filter(name -> !name.equals(SAVED_VIEW))
        .toList();
  }

  /** By the record; null for nobody. */
  Map<UUID, @Nullable UUID> owners(String kind, Collection<UUID> ids) {
    Map<UUID, @Nullable UUID> owners = new HashMap<>();
    dsl.select(ID, OWNER)
        .from(KeptTables.of(kind).live())
        .where(ID.eq(DSL.any(ids.toArray(UUID[]::new))))
        .forEach(row -> owners.put(row.value1(), row.value2()));
    return owners;
  }
}
