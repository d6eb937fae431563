package eu.rempart.shell.field;

import com.vaadin.flow.component.ItemLabelGenerator;
import java.util.stream.Stream;

/** Fields that choose a record by a part of its name. */
public final class RecordPicker {

  private RecordPicker() {}

  /**
   * Finds records by a part of their name.
   *
   * @param <T> a record as the field shows it
   */
  public interface Finder<T> {
    Stream<T> find(String text, int offset, int limit);
  }

  /** A field without a label, of which what was chosen can be taken away again. */
  public static <T> ChoiceField<T> of(Finder<T> finder, ItemLabelGenerator<T> name) {
    var box = new ChoiceField<T>();
    box.setItems(
        query -> finder.find(query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
    box.setItemLabelGenerator(name);
    box.setClearButtonVisible(true);
    return box;
  }
}
