package eu.rempart.shell.bulk;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import eu.rempart.shell.field.ChoiceField;
import eu.rempart.shell.list.Chosen;
import eu.rempart.shell.list.RecordGrid;
import eu.rempart.shell.part.Confirmation;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.tag.Tags;
import eu.rempart.shell.tag.TagsField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The steps that a list offers on the records chosen in it. */
public final class BulkSteps<T> {

  /** Records that are read and written together. */
  private static final int BATCH = 500;

  private final RecordGrid<T> grid;
  private final Function<T, UUID> id;
  private final Supplier<Supplier<Stream<List<UUID>>>> matching;
  private final BulkRoom room;
  private final BulkChanges changes;

  /**
   * Steps for a list, none of which is offered yet.
   *
   * @param matching asked in the UI's thread; answers what reads the ids of all that the list finds
   *     at that moment, on another thread
   */
  public BulkSteps(
      RecordGrid<T> grid,
      Function<T, UUID> id,
      Supplier<Supplier<Stream<List<UUID>>>> matching,
      BulkRoom room,
      BulkChanges changes) {
    this.grid = grid;
    this.id = id;
    this.matching = matching;
    this.room = room;
    this.changes = changes;
  }

  /** Offers what changes records: for those who may write. */
  public void offerChanges(Map<UUID, String> members, Tags tags) {
    grid.addBulkAction(t("shell.bulk.assign"), Glyph.USER, chosen -> assign(chosen, members));
    if (room instanceof TaggedRoom tagged) {
      grid.addBulkAction(t("shell.bulk.tag"), Glyph.TAG, chosen -> tag(chosen, tags, tagged));
    }
    if (!room.fields().isEmpty()) {
      grid.addBulkAction(t("shell.bulk.edit"), Glyph.EDIT, this::edit);
    }
  }

  /** Moves all that the list finds to the bin, once somebody has said so. */
  public void archiveAll(Chosen<T> chosen) {
    Confirmation.askDanger(
        t("shell.bulk.archive.title", chosen.count()),
        t("shell.bulk.archive.sentence"),
        t("shell.bulk.archive"),
        () -> run("archive", null, chosen, room.archive()));
  }

  private void assign(Chosen<T> chosen, Map<UUID, String> members) {
    var owner = new ChoiceField<UUID>(t("shell.bulk.owner"));
    owner.setItems(members.keySet());
    owner.setItemLabelGenerator(member -> members.getOrDefault(member, "…"));
    owner.setClearButtonVisible(true);
    owner.setPlaceholder(t("shell.bulk.nobody"));
    Confirmation.ask(
        t("shell.bulk.assign.title", chosen.count()),
        form(owner),
        t("shell.bulk.assign"),
        () -> run("assign", "owner_id", chosen, room.assign(owner.getValue())));
  }

  private void tag(Chosen<T> chosen, Tags tags, TaggedRoom tagged) {
    var added = new TagsField(tags);
    added.setLabel(t("shell.bulk.tag.add"));
    var removed = new TagsField(tags);
    removed.setLabel(t("shell.bulk.tag.remove"));
    removed.withoutNew();
    Confirmation.ask(
        t("shell.bulk.tag.title", chosen.count()),
        form(added, removed),
        t("shell.bulk.tag"),
        () -> {
          if (!added.isEmpty() || !removed.isEmpty()) {
            run(
                added.isEmpty() ? "untag" : "tag",
                "tags",
                chosen,
                tagged.tag(added.getValue(), removed.getValue()));
          }
        });
  }

  private void edit(Chosen<T> chosen) {
    var which = new Select<BulkField<?>>();
    which.setLabel(t("shell.bulk.field"));
    which.setItems(room.fields());
    which.setItemLabelGenerator(field -> field == null ? "" : field.label());
    var slot = new Div();
    var empties = new Span(t("shell.bulk.edit.empty"));
    empties.setVisible(false);
    var filled = new ArrayList<BulkField.Filled<?>>();
    which.addValueChangeListener(
        change -> {
          slot.removeAll();
          filled.clear();
          if (change.getValue() != null) {
            filled.add(change.getValue().fill());
            slot.add(filled.getFirst().component());
          }
          empties.setVisible(!filled.isEmpty());
          which.setInvalid(false);
        });
    Confirmation.ask(
        t("shell.bulk.edit.title", chosen.count()),
        form(which, slot, empties),
        t("shell.bulk.edit"),
        () -> isChosen(which) && filled.stream().allMatch(BulkField.Filled::check),
        () -> run("edit", which.getValue().column(), chosen, filled.getFirst().chosen()));
  }

  /** Whether a field is chosen; else says so. */
  private static boolean isChosen(Select<BulkField<?>> which) {
    if (which.isEmpty()) {
      which.setErrorMessage(t("shell.bulk.field.none"));
      which.setInvalid(true);
      which.focus();
    }
    return !which.isEmpty();
  }

  private static Div form(com.vaadin.flow.component.Component... parts) {
    var form = new Div(parts);
    form.addClassName("bulk-form");
    return form;
  }

  /**
   * Does something to all that are chosen; for steps that a room has of its own.
   *
   * @param what as a {@link BulkWork} calls it
   * @param field the column of an edit; null for others
   */
  public void run(
      String what, @Nullable String field, Chosen<T> chosen, ToIntFunction<List<UUID>> step) {
    changes.start(
        new BulkWork(room.kind(), what, field, chosen.count(), ids(chosen), step, room::seen),
        () -> {
          grid.deselectAll();
          grid.refresh();
        });
  }

  /** All of them are known before the first is changed, which would move it within the list. */
  private Supplier<Stream<List<UUID>>> ids(Chosen<T> chosen) {
    if (chosen.all()) {
      Supplier<Stream<List<UUID>>> all = matching.get();
      return () -> cut(all.get().flatMap(List::stream).toList());
    }
    List<UUID> ids = chosen.some().stream().map(id).toList();
    return () -> cut(ids);
  }

  private static Stream<List<UUID>> cut(List<UUID> ids) {
    return Stream.iterate(0, from -> from < ids.size(), from -> from + BATCH)
        .map(from -> ids.subList(from, Math.min(ids.size(), from + BATCH)));
  }
}
