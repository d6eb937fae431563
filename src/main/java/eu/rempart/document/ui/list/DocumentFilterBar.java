package eu.rempart.document.ui.list;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import eu.rempart.document.DocumentFilter;
import eu.rempart.document.DocumentSort;
import eu.rempart.document.file.FileCategory;
import eu.rempart.document.folder.Folder;
import eu.rempart.document.ui.DocumentTexts;
import eu.rempart.shell.field.ChoicesField;
import eu.rempart.shell.field.DateField;
import eu.rempart.shell.list.FilterChips;
import eu.rempart.shell.tag.TagBook;
import eu.rempart.shell.tag.TagLook;
import eu.rempart.shell.text.Formats;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The filters of the list of documents. */
final class DocumentFilterBar extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  private final ChoicesField<FileCategory> types = new ChoicesField<>();
  private final ChoicesField<DocumentSort> sorts = new ChoicesField<>();
  private final ChoicesField<UUID> folders = new ChoicesField<>();
  private final ChoicesField<UUID> owners = new ChoicesField<>();
  private final ChoicesField<UUID> tags = new ChoicesField<>();
  private final DateField from = new DateField();
  private final DateField to = new DateField();
  private final FilterChips chips;
  private transient @Nullable Consumer<DocumentFilter> listener;
  private boolean showing;

  DocumentFilterBar(List<Folder> known, Map<UUID, String> members, TagBook book) {
    types.setLabel(t("document.column.type"));
    types.setItems(FileCategory.values());
    types.setItemLabelGenerator(DocumentTexts::category);
    sorts.setLabel(t("document.field.kind"));
    sorts.setItems(DocumentSort.values());
    sorts.setItemLabelGenerator(DocumentTexts::sort);
    Map<UUID, String> names = new LinkedHashMap<>();
    known.forEach(folder -> names.put(folder.id().value(), folder.name()));
    folders.setLabel(t("document.field.folder_id"));
    folders.setItems(names.keySet());
    folders.setItemLabelGenerator(id -> names.getOrDefault(id, "…"));
    owners.setLabel(t("document.field.owner_id"));
    owners.setItems(members.keySet());
    owners.setItemLabelGenerator(id -> members.getOrDefault(id, "…"));
    tags.setLabel(t("shell.tags"));
    tags.setItems(book.all().stream().map(TagLook::id).toList());
    tags.setItemLabelGenerator(book::name);
    from.setLabel(t("document.filter.from"));
    to.setLabel(t("document.filter.to"));
    types.addValueChangeListener(_ -> changed());
    sorts.addValueChangeListener(_ -> changed());
    folders.addValueChangeListener(_ -> changed());
    owners.addValueChangeListener(_ -> changed());
    tags.addValueChangeListener(_ -> changed());
    from.addValueChangeListener(_ -> changed());
    to.addValueChangeListener(_ -> changed());
    chips = new FilterChips(types, sorts, folders, owners, tags, from, to);
    getContent().add(chips);
  }

  void onChange(Consumer<DocumentFilter> changed) {
    listener = changed;
  }

  /** Shows these filters without telling the listener. */
  void show(DocumentFilter filter) {
    showing = true;
    types.setValue(filter.types());
    sorts.setValue(filter.sorts());
    folders.setValue(filter.folders());
    owners.setValue(filter.owners());
    tags.setValue(filter.tags());
    from.setValue(filter.from());
    to.setValue(filter.to());
    showing = false;
    showChips();
  }

  private void changed() {
    if (showing) {
      return;
    }
    showChips();
    if (listener != null) {
      listener.accept(
          new DocumentFilter(
              types.getValue(),
              sorts.getValue(),
              folders.getValue(),
              owners.getValue(),
              tags.getValue(),
              from.getValue(),
              to.getValue()));
    }
  }

  private void showChips() {
    chips.clear();
    chipsOf(types);
    chipsOf(sorts);
    chipsOf(folders);
    chipsOf(owners);
    chipsOf(tags);
    chipOf(from);
    chipOf(to);
  }

  private <T> void chipsOf(ChoicesField<T> box) {
    box.getValue()
        .forEach(
            value ->
                chips.add(
                    box.getItemLabelGenerator().apply(value), () -> box.deselect(List.of(value))));
  }

  private void chipOf(DatePicker picker) {
    if (picker.getValue() != null) {
      chips.add(picker.getLabel() + " " + Formats.date(picker.getValue()), picker::clear);
    }
  }
}
