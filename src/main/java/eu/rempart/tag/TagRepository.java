package eu.rempart.tag;

import static eu.rempart.db.generated.Tables.TAG;

import eu.rempart.db.generated.OpenedTag;
import eu.rempart.db.generated.TagWriter;
import eu.rempart.db.generated.tables.records.TagRecord;
import eu.rempart.db.sealed.Opened;
import eu.rempart.db.sealed.Sealing;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Tags in the database; names are sealed on the way in. */
@Repository
class TagRepository {

  /** Held while a name is given, so that two people give it to one tag. */
  private static final long NAMING = 7_310_581;

  private final DSLContext dsl;
  private final Sealing sealing;

  TagRepository(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
  }

  /** In no order: names are sealed. */
  List<Tag> all() {
    return dsl.selectFrom(TAG).fetch(this::tag);
  }

  /** Those of these that are there, in no order. */
  List<Tag> findAll(Collection<UUID> ids) {
    return dsl.selectFrom(TAG).where(TAG.ID.eq(DSL.any(ids.toArray(UUID[]::new)))).fetch(this::tag);
  }

  private Tag tag(TagRecord row) {
    return new Tag(
        new TagId(row.getId()),
        row.getVersion(),
        name(new OpenedTag(row, sealing).name()),
        row.getTone());
  }

  private static String name(Opened<String> name) {
    return switch (name) {
      case Opened.Clear<String>(var value) -> value == null ? "" : value;
      case Opened.Unopenable<String>(var code) -> code;
    };
  }

  int count() {
    return dsl.fetchCount(TAG);
  }

  /** Waits for whoever gives a name at the same time. */
  void lockNames() {
    dsl.select(DSL.function("pg_advisory_xact_lock", Object.class, DSL.inline(NAMING))).fetch();
  }

  void insert(Tag tag) {
    dsl.insertInto(TAG)
        .set(new TagWriter(tag.id().value(), sealing).name(tag.name()).tone(tag.tone()).forInsert())
        .execute();
  }

  /** Writes name and colour, if the version is still this one. */
  boolean update(Tag tag) {
    return dsl.update(TAG)
            .set(
                new TagWriter(tag.id().value(), sealing)
                    .name(tag.name())
                    .tone(tag.tone())
                    .forUpdate())
            .where(TAG.ID.eq(tag.id().value()), TAG.VERSION.eq(tag.version()))
            .execute()
        == 1;
  }

  /** The database archives what is deleted. */
  void delete(TagId id) {
    dsl.deleteFrom(TAG).where(TAG.ID.eq(id.value())).execute();
  }
}
