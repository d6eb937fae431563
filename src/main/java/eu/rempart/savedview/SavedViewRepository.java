package eu.rempart.savedview;

import static eu.rempart.db.generated.Tables.SAVED_VIEW;

import eu.rempart.db.generated.OpenedSavedView;
import eu.rempart.db.generated.SavedViewWriter;
import eu.rempart.db.generated.tables.records.SavedViewRecord;
import eu.rempart.db.sealed.Opened;
import eu.rempart.db.sealed.Sealing;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Saved views in the database; names and contents are sealed on the way in. */
@Repository
class SavedViewRepository {

  private final DSLContext dsl;
  private final Sealing sealing;

  SavedViewRepository(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
  }

  /** Those of a kind that a member sees: their own and the shared ones, in no order. */
  List<SavedView> of(String kind, UUID member) {
    return dsl.selectFrom(SAVED_VIEW)
        .where(
            SAVED_VIEW.KIND.eq(kind), SAVED_VIEW.OWNER_ID.eq(member).or(SAVED_VIEW.SHARED.isTrue()))
        .fetch(this::view);
  }

  Optional<SavedView> find(SavedViewId id) {
    return dsl.selectFrom(SAVED_VIEW).where(SAVED_VIEW.ID.eq(id.value())).fetchOptional(this::view);
  }

  private SavedView view(SavedViewRecord row) {
    OpenedSavedView opened = new OpenedSavedView(row, sealing);
    return new SavedView(
        new SavedViewId(row.getId()),
        row.getVersion(),
        row.getOwnerId(),
        row.getKind(),
        row.getShared(),
        name(opened.name()),
        ViewText.read(opened.content().or("")));
  }

  private static String name(Opened<String> name) {
    return switch (name) {
      case Opened.Clear<String>(var value) -> value == null ? "" : value;
      case Opened.Unopenable<String>(var code) -> code;
    };
  }

  void insert(SavedView view) {
    dsl.insertInto(SAVED_VIEW)
        .set(writer(view).ownerId(view.ownerId()).kind(view.kind()).forInsert())
        .execute();
  }

  /** Writes name, content and whether it is shared, if the version is still this one. */
  boolean update(SavedView view) {
    return dsl.update(SAVED_VIEW)
            .set(writer(view).forUpdate())
            .where(SAVED_VIEW.ID.eq(view.id().value()), SAVED_VIEW.VERSION.eq(view.version()))
            .execute()
        == 1;
  }

  private SavedViewWriter writer(SavedView view) {
    return new SavedViewWriter(view.id().value(), sealing)
        .name(view.name())
        .content(ViewText.write(view.content()))
        .shared(view.shared());
  }

  /** The database archives what is deleted. */
  void delete(SavedViewId id) {
    dsl.deleteFrom(SAVED_VIEW).where(SAVED_VIEW.ID.eq(id.value())).execute();
  }
}
