package eu.rempart.customfield;

import static eu.rempart.db.generated.Tables.CUSTOM_FIELD;
import static eu.rempart.db.generated.Tables.CUSTOM_FIELD_HISTORY;

import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.CustomText;
import eu.rempart.common.custom.Labels;
import eu.rempart.db.generated.CustomFieldWriter;
import eu.rempart.db.generated.OpenedCustomField;
import eu.rempart.db.generated.tables.records.CustomFieldRecord;
import eu.rempart.db.sealed.Opened;
import eu.rempart.db.sealed.Sealing;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Custom fields in the database; what they and their choices are called is sealed. */
@Repository
class CustomFieldRepository {

  /** Held while places are given, so that no two fields have one. */
  private static final long PLACES = 7_310_575;

  private final DSLContext dsl;
  private final Sealing sealing;

  CustomFieldRepository(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
  }

  /** In their order. */
  List<CustomField> all() {
    return dsl.selectFrom(CUSTOM_FIELD)
        .orderBy(CUSTOM_FIELD.POSITION, CUSTOM_FIELD.ID)
        .fetch(this::field);
  }

  private CustomField field(CustomFieldRecord row) {
    OpenedCustomField opened = new OpenedCustomField(row, sealing);
    return new CustomField(
        row.getId(),
        row.getVersion(),
        CustomKind.valueOf(row.getKind()),
        label(opened.label()),
        Set.of(row.getRecords()),
        Set.of(row.getLists()),
        row.getRequired(),
        row.getPosition(),
        CustomText.choices(opened.choices().orNull()));
  }

  /** The short code where it does not open. */
  private static Labels label(Opened<String> label) {
    return switch (label) {
      case Opened.Clear<String>(var text) -> CustomText.labels(text);
      case Opened.Unopenable<String>(var code) -> Labels.of(code);
    };
  }

  /** What each field of these records is, without what it is called: needs no key. */
  List<FieldShape> shapes() {
    return dsl.select(CUSTOM_FIELD.ID, CUSTOM_FIELD.KIND, CUSTOM_FIELD.RECORDS)
        .from(CUSTOM_FIELD)
        .orderBy(CUSTOM_FIELD.ID)
        .fetch(
            row ->
                new FieldShape(
                    row.value1(), CustomKind.valueOf(row.value2()), Set.of(row.value3())));
  }

  /**
   * Whether one of these is a field of records of this kind, or ever was: whoever is told of a
   * change may come after the next one.
   */
  boolean concern(String kind, Collection<UUID> ids) {
    return dsl.fetchExists(
        DSL.select(CUSTOM_FIELD.ID)
            .from(CUSTOM_FIELD)
            .where(CUSTOM_FIELD.ID.in(ids), DSL.val(kind).eq(DSL.any(CUSTOM_FIELD.RECORDS)))
            .unionAll(
                DSL.select(CUSTOM_FIELD_HISTORY.ID)
                    .from(CUSTOM_FIELD_HISTORY)
                    .where(
                        CUSTOM_FIELD_HISTORY.ID.in(ids),
                        DSL.val(kind).eq(DSL.any(CUSTOM_FIELD_HISTORY.RECORDS)))));
  }

  /** Waits for whoever gives a place at the same time. */
  void lockPlaces() {
    dsl.select(DSL.function("pg_advisory_xact_lock", Object.class, DSL.inline(PLACES))).fetch();
  }

  void insert(UUID id, CustomKind kind, CustomFieldData data, int position) {
    dsl.insertInto(CUSTOM_FIELD)
        .set(writer(id, data).kind(kind.name()).position(position).forInsert())
        .execute();
  }

  /** Writes all but kind and place, if the version is still this one. */
  boolean update(UUID id, int version, CustomFieldData data) {
    return dsl.update(CUSTOM_FIELD)
            .set(writer(id, data).forUpdate())
            .where(CUSTOM_FIELD.ID.eq(id), CUSTOM_FIELD.VERSION.eq(version))
            .execute()
        == 1;
  }

  private CustomFieldWriter writer(UUID id, CustomFieldData data) {
    return new CustomFieldWriter(id, sealing)
        .label(CustomText.write(data.label()))
        .records(sorted(data.records()))
        .lists(sorted(data.lists()))
        .required(data.required())
        .choices(CustomText.write(data.choices()));
  }

  private static String[] sorted(Collection<String> names) {
    return names.stream().sorted().toArray(String[]::new);
  }

  void place(UUID id, int position) {
    dsl.update(CUSTOM_FIELD)
        .set(new CustomFieldWriter(id, sealing).position(position).forUpdate())
        .where(CUSTOM_FIELD.ID.eq(id))
        .execute();
  }

  /** The database archives what is deleted. */
  void delete(UUID id) {
    dsl.deleteFrom(CUSTOM_FIELD).where(CUSTOM_FIELD.ID.eq(id)).execute();
  }
}
