package eu.rempart.shell.tag;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import eu.rempart.common.InvalidFieldException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * The tags of a record, by their ids. Whoever may make tags does so by typing a new name. Ids of
 * tags that lie in the bin stay in the value.
 */
public final class TagsField extends MultiSelectComboBox<UUID> {

  private static final long serialVersionUID = 1L;

  private final transient Tags tags;
  private transient TagBook book;

  /** A field with all tags to choose from. */
  public TagsField(Tags tags) {
    this.tags = tags;
    this.book = tags.book();
    setLabel(t("shell.tags"));
    setAutoExpand(AutoExpandMode.BOTH);
    setItemLabelGenerator(id -> book.name(id));
    setRenderer(
        new ComponentRenderer<>(
            id -> TagChips.chip(book.find(id).orElseGet(() -> new TagLook(id, "…", 0)))));
    offer();
    if (tags.mayCreate()) {
      setAllowCustomValue(true);
      setHelperText(t("shell.tags.help"));
      addCustomValueSetListener(event -> create(event.getDetail()));
    }
  }

  /** Takes the value away, as every change of items does. */
  private void offer() {
    setItems(book.all().stream().map(TagLook::id).toList());
  }

  private void create(String typed) {
    if (typed.isBlank()) {
      return;
    }
    try {
      TagLook made = tags.create(typed);
      setInvalid(false);
      Set<UUID> chosen = new HashSet<>(getValue());
      chosen.add(made.id());
      book = tags.book();
      offer();
      setValue(chosen);
    } catch (InvalidFieldException _) {
      setErrorMessage(t("shell.tags.wrong"));
      setInvalid(true);
    }
  }
}
