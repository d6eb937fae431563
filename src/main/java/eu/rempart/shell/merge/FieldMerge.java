package eu.rempart.shell.merge;

import eu.rempart.common.RecordField;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How two records become one, where their rooms know them by fields: one takes what was chosen of
 * the other, and that goes to the bin.
 *
 * @param <R> a record
 * @param <F> its fields
 * @param <D> what it says
 */
public abstract class FieldMerge<R, F extends Enum<F> & RecordField<D>, D> implements MergeRoom {

  private final Class<F> fields;
  private final Set<F> united;

  /**
   * For one kind.
   *
   * @param united nobody need choose among these: both records' entries stay
   */
  protected FieldMerge(Class<F> fields, Set<F> united) {
    this.fields = fields;
    this.united = EnumSet.copyOf(united);
  }

  /** Those of these that are there. */
  protected abstract List<R> read(List<UUID> ids);

  protected abstract UUID idOf(R record);

  protected abstract D dataOf(R record);

  /** The first with these fields of the other one, and with the entries of both. */
  protected abstract D merged(D stays, D goes, Set<F> taken);

  /** Saves it, unless somebody else did in between. */
  protected abstract boolean save(R stays, D merged);

  /** Moves the one to the bin, and has what points to it point to the other. */
  protected abstract void archive(R goes, R stays);

  /** What is filled in, as a side shows it. */
  protected final Map<String, Field> filled(Function<F, String> label, Function<F, String> text) {
    Map<String, Field> filled = new LinkedHashMap<>();
    for (F field : EnumSet.allOf(fields)) {
      String words = text.apply(field);
      if (!words.isEmpty()) {
        filled.put(field.column(), new Field(label.apply(field), words));
      }
    }
    return filled;
  }

  protected final Set<String> united() {
    return united.stream().map(RecordField::column).collect(Collectors.toSet());
  }

  @Override
  public final boolean merge(UUID stays, UUID goes, Set<String> taken) {
    Map<UUID, R> both = new HashMap<>();
    read(List.of(stays, goes)).forEach(each -> both.put(idOf(each), each));
    R one = both.get(stays);
    R other = both.get(goes);
    if (one == null || other == null || stays.equals(goes)) {
      return false;
    }
    D merged = merged(dataOf(one), dataOf(other), chosen(taken));
    if (!RecordField.changed(fields, dataOf(one), merged).isEmpty() && !save(one, merged)) {
      return false;
    }
    archive(other, one);
    return true;
  }

  private Set<F> chosen(Set<String> taken) {
    Set<F> chosen = EnumSet.noneOf(fields);
    for (F field : EnumSet.complementOf(EnumSet.copyOf(united))) {
      if (taken.contains(field.column())) {
        chosen.add(field);
      }
    }
    return chosen;
  }
}
